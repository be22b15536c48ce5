package witness

import (
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// constrained yields a document in which two elements agree in what the other
// version's constraint compares, and differ in the rest: what the own one compares
// still differs. Selectors and fields of one step are looked at.
func (w *witnesser) constrained(s site, yield func(attempt) bool) {
	other, ok := s.there.At.(*xsd.IdentityConstraint)
	ct, complex := s.place.end.(*xsd.ComplexType)
	if !ok || !complex {
		return
	}
	selected, ok := oneStep(other.Selector)
	if !ok {
		return
	}
	name := w.across(selected.Name, 1-s.side)
	for _, p := range inclusion.Leaves(ct.Content.Particle) {
		if e, ok := p.Term.(*xsd.ElementDecl); !ok || e.Name != name || p.Max == 1 {
			continue
		}
		twice := wanting(sample.Want{Particle: p, Count: max(p.Min, 2)})
		if !yield(attempt{s.place, func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool {
			b.Full = 1
			ok := twice(b, d, t)
			b.Full = 0
			return ok && w.agree(d, name, other.Fields, 1-s.side)
		}}) {
			return
		}
	}
}

// agree gives the second of the children of a name the fields of the first.
func (w *witnesser) agree(d *sample.Draft, name xsd.QName, fields []xsd.XPath, side int) bool {
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
		if !ok || !found[1].Copy(found[0], w.across(step.Name, side), step.Attribute) {
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
