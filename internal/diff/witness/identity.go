package witness

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// constrained yields documents in which two elements agree in what the other
// version's constraint compares, or one refers to what is not there; in all else
// they differ. Selectors and fields without // and * are looked at. It reports
// whether more is wanted.
func (w *witnesser) constrained(s site, yield func(attempt) bool) bool {
	other, ok := s.there.At.(*xsd.IdentityConstraint)
	if !ok {
		return true
	}
	for _, path := range other.Selector.Paths {
		if path.Descendant || len(path.Steps) == 0 {
			continue
		}
		to := s.place
		found := true
		for _, step := range path.Steps {
			name := w.across(step.Name, 1-s.side)
			if step.AnyName || step.AnyLocal {
				found = false
				break
			}
			if to, found = to.into(w.hopsOf(s.side).into(to.end, name.Local), func(e *xsd.ElementDecl) bool { return e.Name == name }); !found {
				break
			}
		}
		if found && !w.alike(to, other, 1-s.side, yield) {
			return false
		}
	}
	return true
}

// alike yields a document in which elements at the end of a way break a
// constraint of a side.
func (w *witnesser) alike(to way, c *xsd.IdentityConstraint, side int, yield func(attempt) bool) bool {
	last := to.last()
	above := to
	above.hops = above.hops[:len(above.hops)-1]
	n := 2
	if c.Category == xsd.KeyRef {
		n = 1
	}
	if p := last.particle; p.Max != xsd.Unbounded && p.Max < n {
		return true
	}
	across := func(q xsd.QName) xsd.QName { return w.across(q, side) }
	several := wanting(sample.Want{Particle: last.particle, Count: max(last.particle.Min, n)})
	return yield(attempt{above, func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool {
		var ok bool
		b.Distinct(func() {
			b.Full = 2
			ok = several(b, d, t)
			b.Full = 0
			if n == 1 && ok {
				ok = dangling(b, d, last.decl, c.Fields, across)
			}
		})
		return ok && (n == 1 || agree(d, last.decl.Name, c.Fields, across))
	}})
}

// dangling gives the fields of a child other values than all else in the document
// has.
func dangling(b *sample.Builder, d *sample.Draft, e *xsd.ElementDecl, fields []xsd.XPath, across func(xsd.QName) xsd.QName) bool {
	b.Full, b.Turn = 2, 1
	other := b.Exactly(e)
	b.Full, b.Turn = 0, 0
	if other == nil {
		return false
	}
	d.Kids = append(d.Kids, other)
	ok := agree(&sample.Draft{Kids: []*sample.Draft{other, d.Kids[slices.IndexFunc(d.Kids, func(k *sample.Draft) bool { return k.Name == e.Name })]}}, e.Name, fields, across)
	d.Kids = d.Kids[:len(d.Kids)-1]
	return ok
}

// agree gives the second of the children of a name the fields of the first.
func agree(d *sample.Draft, name xsd.QName, fields []xsd.XPath, across func(xsd.QName) xsd.QName) bool {
	var found []*sample.Draft
	for _, k := range d.Kids {
		if k.Name == name {
			found = append(found, k)
		}
	}
	if len(found) < 2 {
		return false
	}
	for _, f := range fields {
		step, ok := oneStep(f)
		if !ok || !found[1].Copy(found[0], across(step.Name), step.Attribute) {
			return false
		}
	}
	return true
}

// oneStep returns the step of an expression that has one only, which names what
// it selects.
func oneStep(x xsd.XPath) (xsd.Step, bool) {
	if len(x.Paths) != 1 || len(x.Paths[0].Steps) != 1 || x.Paths[0].Descendant {
		return xsd.Step{}, false
	}
	s := x.Paths[0].Steps[0]
	return s, !s.AnyName && !s.AnyLocal
}
