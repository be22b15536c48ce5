package witness

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// order says where each element of a content model stands.
type order struct {
	elements []*xsd.ElementDecl
	of       map[xsd.QName]int
}

// orderOf walks each type once: many elements of one can have moved.
func (w *witnesser) orderOf(t xsd.Type) *order {
	if o := w.orders[t]; o != nil {
		return o
	}
	o := &order{of: map[xsd.QName]int{}}
	if ct, ok := t.(*xsd.ComplexType); ok {
		for _, p := range inclusion.Leaves(ct.Content.Particle) {
			if e, ok := p.Term.(*xsd.ElementDecl); ok {
				o.of[e.Name] = len(o.elements)
				o.elements = append(o.elements, e)
			}
		}
	}
	w.orders[t] = o
	return o
}

// overtaken returns the nearest element that stands on the other side of e in
// the other version, nil for none.
func (w *witnesser) overtaken(e *xsd.ElementDecl, s site) *xsd.ElementDecl {
	here, there := w.orderOf(s.holder.end), w.orderOf(s.other)
	at, known := here.of[e.Name]
	was, there2 := there.of[w.across(e.Name, s.side)]
	if !known || !there2 {
		return nil
	}
	for step := 1; step < len(here.elements); step++ {
		for _, i := range []int{at + step, at - step} {
			if i < 0 || i >= len(here.elements) {
				continue
			}
			q := here.elements[i]
			if is, ok := there.of[w.across(q.Name, s.side)]; ok && (i > at) != (is > was) {
				return q
			}
		}
	}
	return nil
}

// beside is the filler that puts an element into its place among those that
// another filler gives.
func (w *witnesser) beside(q *xsd.ElementDecl, f filler) filler {
	return func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool {
		if !f(b, d, t) {
			return false
		}
		order := w.orderOf(t).of
		i := slices.IndexFunc(d.Kids, func(k *sample.Draft) bool { return order[k.Name] >= order[q.Name] })
		if i >= 0 && d.Kids[i].Name == q.Name {
			return true
		}
		k := b.Exactly(q)
		if k == nil {
			return false
		}
		if i < 0 {
			i = len(d.Kids)
		}
		d.Kids = slices.Insert(d.Kids, i, k)
		return true
	}
}
