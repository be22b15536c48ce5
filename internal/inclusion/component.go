package inclusion

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Members returns the elements that stand for a head other than itself.
func Members(head *xsd.ElementDecl, s *xsd.Schema) []*xsd.ElementDecl {
	return slices.DeleteFunc(s.Substitutes(head), func(e *xsd.ElementDecl) bool { return e == head })
}

// ValueKey is the same for texts that stand for one value.
func ValueKey(v *xsd.ValueConstraint) string {
	if v.Value.IsZero() {
		return "text " + v.Lexical
	}
	return "value " + v.Value.Key()
}

// SortedUses returns attribute uses by name: their order means nothing.
func SortedUses(uses []*xsd.AttributeUse) []*xsd.AttributeUse {
	return slices.SortedFunc(slices.Values(uses), func(a, b *xsd.AttributeUse) int { return a.Decl.Name.Compare(b.Decl.Name) })
}

// Constraint translates the namespaces of a wildcard.
func Constraint(n xsd.NamespaceConstraint, names *Names) xsd.NamespaceConstraint {
	out := xsd.NamespaceConstraint{Any: n.Any, Not: n.Not}
	for _, s := range n.Names {
		out.Names = append(out.Names, names.Space(s))
	}
	slices.Sort(out.Names)
	return out
}

// ListItem returns the item type of a list, which its base may state.
func ListItem(t *xsd.SimpleType) *xsd.SimpleType {
	for t.Item == nil && t.Base != nil {
		t = t.Base
	}
	if t.Item == nil {
		return xsd.AnySimpleType
	}
	return t.Item
}

// UnionMembers returns the member types of a union, which its base may state.
func UnionMembers(t *xsd.SimpleType) []*xsd.SimpleType {
	for len(t.Members) == 0 && t.Base != nil {
		t = t.Base
	}
	return t.Members
}

// TextContent returns the simple type of what stands in an element of type t,
// and what holds its attributes; nil where elements stand in it.
func TextContent(t xsd.Type) (*xsd.SimpleType, *xsd.ComplexType) {
	switch t := t.(type) {
	case *xsd.SimpleType:
		return t, &xsd.ComplexType{}
	case *xsd.ComplexType:
		return t.Content.Simple, t
	}
	return nil, nil
}

// Leaves returns the particles of elements and wildcards, in document order.
func Leaves(p *xsd.Particle) []*xsd.Particle { return leaves(nil, p) }

func leaves(list []*xsd.Particle, p *xsd.Particle) []*xsd.Particle {
	if p == nil {
		return list
	}
	g, ok := p.Term.(*xsd.ModelGroup)
	if !ok {
		return append(list, p)
	}
	for _, q := range g.Particles {
		list = leaves(list, q)
	}
	return list
}
