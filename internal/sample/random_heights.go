package sample

import "github.com/wbxgen/wbxgen/internal/xsd"

// endless is the height of what cannot be written in a finite document.
const endless = 1 << 20

// heights knows how deep elements must nest at least below a type, so that a
// document of a recursive schema comes to its end.
type heights struct {
	schema *xsd.Schema
	types  map[*xsd.ComplexType]int
	forms  map[*xsd.ElementDecl][]form
}

// form is a way to write what an element declaration stands for: with one of
// its substitution group, and of a type derived from its own.
type form struct {
	decl *xsd.ElementDecl
	typ  xsd.Type
}

func newHeights(schema *xsd.Schema) *heights {
	h := &heights{schema: schema, types: map[*xsd.ComplexType]int{}, forms: map[*xsd.ElementDecl][]form{}}
	schema.Walk(func(c xsd.Component) bool {
		if t, ok := c.(*xsd.ComplexType); ok {
			h.types[t] = endless
		}
		return true
	})
	for changed := true; changed; {
		changed = false
		for t, old := range h.types {
			if now := h.particle(t.Content.Particle); now < old {
				h.types[t], changed = now, true
			}
		}
	}
	return h
}

func (h *heights) typ(t xsd.Type) int {
	if c, ok := t.(*xsd.ComplexType); ok {
		return h.types[c]
	}
	return 0
}

func (h *heights) particle(p *xsd.Particle) int {
	if p == nil || p.Min == 0 {
		return 0
	}
	return h.term(p.Term)
}

func (h *heights) term(t xsd.Term) int {
	switch t := t.(type) {
	case *xsd.ElementDecl:
		return h.declared(t)
	case *xsd.ModelGroup:
		return h.group(t)
	}
	return 1
}

func (h *heights) group(g *xsd.ModelGroup) int {
	lowest, highest := endless, 0
	for _, p := range g.Particles {
		height := h.particle(p)
		lowest, highest = min(lowest, height), max(highest, height)
	}
	if g.Compositor == xsd.Choice {
		return lowest
	}
	return highest
}

// declared is the height of the lowest form of an element.
func (h *heights) declared(e *xsd.ElementDecl) int {
	lowest := endless
	for _, f := range h.formsOf(e) {
		lowest = min(lowest, 1+h.typ(f.typ))
	}
	return lowest
}

// letIn reports whether an element is written where a wildcard lets it in.
func (h *heights) letIn(e *xsd.ElementDecl) bool {
	return !e.Abstract && h.declared(e) < maxDepth
}

// formsOf returns the forms of an element, the declaration's own first.
func (h *heights) formsOf(e *xsd.ElementDecl) []form {
	if known, ok := h.forms[e]; ok {
		return known
	}
	var list []form
	for _, decl := range h.schema.Substitutes(e) {
		for _, t := range h.derived(decl.Type, decl.Block|xsd.Prohibited(decl.Type), nil) {
			list = append(list, form{decl, t})
		}
	}
	h.forms[e] = list
	return list
}

// derived returns t and the global types that may stand for it, as far as they
// are not abstract (Part 1 §3.4.6, Type Derivation OK).
func (h *heights) derived(t xsd.Type, blocked xsd.DerivationSet, list []xsd.Type) []xsd.Type {
	if c, ok := t.(*xsd.ComplexType); !ok || !c.Abstract {
		list = append(list, t)
	}
	if _, simple := t.(*xsd.SimpleType); simple || t == xsd.AnyType {
		return list // what is written in such types says nothing of its own
	}
	for _, d := range h.schema.Derived(t) {
		if d.DerivedBy()&(blocked|xsd.ListDerivation|xsd.UnionDerivation) == 0 {
			list = h.derived(d, blocked|xsd.Prohibited(d), list)
		}
	}
	return list
}

// lowest is the form below which elements must nest least.
func (h *heights) lowest(forms []form) (best form) {
	lowest := endless
	for _, f := range forms {
		if height := h.typ(f.typ); height < lowest {
			best, lowest = f, height
		}
	}
	return best
}
