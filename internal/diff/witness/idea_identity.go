package witness

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// constrained yields documents in which two elements agree in what the other
// version's constraint compares, or one refers to what is not there; in all else
// they differ. Selectors and fields without * are looked at, those with // as far as
// the first element of the name. It reports whether more is wanted.
func (i ideas) constrained(yield func(attempt) bool) bool {
	other, ok := i.site.part.there.At.(*xsd.IdentityConstraint)
	if !ok {
		return true
	}
	for _, path := range other.Selector.Paths {
		if to, found := i.selected(path); found && !alike(to, other, i.there.names.across, yield) {
			return false
		}
	}
	return true
}

// selected returns the way to what a path of the other version selects.
func (i ideas) selected(path xsd.Path) (to way, found bool) {
	to = i.site.place
	for k, step := range path.Steps {
		if step.AnyName || step.AnyLocal {
			return to, false
		}
		name := i.there.names.across(step.Name)
		if path.Descendant && k == 0 {
			to, found = i.nearest(to, name)
		} else {
			to, found = i.child(to, name)
		}
		if !found {
			return to, false
		}
	}
	return to, found
}

// child goes into the element with a name.
func (i ideas) child(to way, name xsd.QName) (way, bool) {
	return to.into(i.here.hops.into(to.end, name.Local), func(e *xsd.ElementDecl) bool { return e.Name == name })
}

// nearest goes down to the nearest element with a name.
func (i ideas) nearest(from way, name xsd.QName) (to way, found bool) {
	seen := map[xsd.Type]bool{}
	for level, depth := []way{from}, 0; len(level) > 0 && depth < maxDepth; depth++ {
		var below []way
		for _, at := range level {
			if seen[at.end] {
				continue
			}
			seen[at.end] = true
			if to, found = i.child(at, name); found {
				return to, true
			}
			for _, e := range elementsOf(at.end) {
				if next, ok := i.child(at, e.Name); ok && !seen[next.end] {
					below = append(below, next)
				}
			}
		}
		level = below
	}
	return from, false
}

// alike yields a document in which elements at the end of a way break a
// constraint of the other version, whose names are translated by across.
func alike(to way, c *xsd.IdentityConstraint, across func(xsd.QName) xsd.QName, yield func(attempt) bool) bool {
	last := to.last()
	n := 2
	if c.Category == xsd.KeyRef {
		n = 1
	}
	if p := last.particle; p.Max != xsd.Unbounded && p.Max < n {
		return true
	}
	several := wanting(sample.Want{Particle: last.particle, Count: max(last.particle.Min, n)})
	if c.Category == xsd.Key && !yield(attempt{to.above(), occurring(last.particle, nil)}) {
		return false // with nothing that may be left out, a field is missing
	}
	return yield(attempt{to.above(), func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool {
		var ok bool
		b.Distinct(func() {
			ok = full(2, several)(b, d, t)
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
