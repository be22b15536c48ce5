package witness

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// hops are the steps into elements that the types of a schema allow, found by
// the names of the elements.
type hops struct {
	schema *xsd.Schema
	of     map[*xsd.ComplexType]map[string][]hop
	uses   map[*xsd.ComplexType]map[string]*xsd.AttributeUse
}

func newHops(s *xsd.Schema) *hops {
	return &hops{s, map[*xsd.ComplexType]map[string][]hop{}, map[*xsd.ComplexType]map[string]*xsd.AttributeUse{}}
}

// attribute returns the first attribute of a type with a local name, nil for
// none.
func (h *hops) attribute(t *xsd.ComplexType, local string) *xsd.AttributeUse {
	byName, known := h.uses[t]
	if !known {
		byName = map[string]*xsd.AttributeUse{}
		h.uses[t] = byName
		for _, u := range slices.Backward(t.AttributeUses) {
			byName[u.Decl.Name.Local] = u
		}
	}
	return byName[local]
}

// into returns the hops into elements with that local name, those that stand in
// for another one included, in the order of the content model.
func (h *hops) into(t xsd.Type, local string) []hop {
	ct, ok := t.(*xsd.ComplexType)
	if !ok {
		return nil
	}
	byName, known := h.of[ct]
	if !known {
		byName = map[string][]hop{}
		h.of[ct] = byName
		for _, p := range inclusion.Leaves(ct.Content.Particle) {
			h.enter(byName, p)
		}
	}
	return byName[local]
}

// letIn returns the hop into a global element by the first wildcard of a type that
// lets it in and looks at it, none where there is no such wildcard.
func (h *hops) letIn(t xsd.Type, e *xsd.ElementDecl) []hop {
	ct, ok := t.(*xsd.ComplexType)
	if !ok || !e.Global {
		return nil
	}
	for _, p := range inclusion.Leaves(ct.Content.Particle) {
		if w, ok := p.Term.(*xsd.Wildcard); ok && w.Process != xsd.Skip && w.Namespaces.Allows(e.Name.Space) {
			return []hop{{particle: p, decl: e}}
		}
	}
	return nil
}

// elementsOf returns the elements that a type has, in the order of its content
// model.
func elementsOf(t xsd.Type) []*xsd.ElementDecl {
	ct, ok := t.(*xsd.ComplexType)
	if !ok {
		return nil
	}
	var list []*xsd.ElementDecl
	for _, p := range inclusion.Leaves(ct.Content.Particle) {
		if e, ok := p.Term.(*xsd.ElementDecl); ok {
			list = append(list, e)
		}
	}
	return list
}

func (h *hops) enter(byName map[string][]hop, p *xsd.Particle) {
	e, ok := p.Term.(*xsd.ElementDecl)
	if !ok {
		return
	}
	declared := []*xsd.ElementDecl{e}
	if e.Global { // else nothing stands in for it
		declared = append(declared, inclusion.Members(e, h.schema)...)
	}
	for _, d := range declared {
		byName[d.Name.Local] = append(byName[d.Name.Local], hop{particle: p, decl: d})
	}
}
