package witness

import (
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// order says where each element of a content model stands.
type order struct {
	elements []*xsd.ElementDecl
	of       map[xsd.QName]int
}

func newOrder(t xsd.Type) *order {
	o := &order{of: map[xsd.QName]int{}}
	ct, ok := t.(*xsd.ComplexType)
	if !ok {
		return o
	}
	for _, p := range inclusion.Leaves(ct.Content.Particle) {
		if e, ok := p.Term.(*xsd.ElementDecl); ok {
			o.of[e.Name] = len(o.elements)
			o.elements = append(o.elements, e)
		}
	}
	return o
}

// overtaken returns the nearest element that stands on the other side of e in
// the order of the other version, nil for none.
func (o *order) overtaken(e *xsd.ElementDecl, there *order, across func(xsd.QName) xsd.QName) *xsd.ElementDecl {
	at, known := o.of[e.Name]
	was, knownThere := there.of[across(e.Name)]
	if !known || !knownThere {
		return nil
	}
	for step := 1; step < len(o.elements); step++ {
		for _, i := range []int{at + step, at - step} {
			if i < 0 || i >= len(o.elements) {
				continue
			}
			q := o.elements[i]
			if is, ok := there.of[across(q.Name)]; ok && (i > at) != (is > was) {
				return q
			}
		}
	}
	return nil
}
