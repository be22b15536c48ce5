package check

import "github.com/wbxgen/wbxgen/internal/xsd"

// redefined checks a group or attribute group within redefine that does not
// refer to what it redefines (src-redefine.6.2, src-redefine.7.2).
func (k *checker) redefined(r Redefinition) {
	switch {
	case r.Group != nil && r.Original != nil:
		k.redefinedGroup(r)
	case r.Attributes != nil && r.OldAttrs != nil:
		k.redefinedAttributes(r)
	}
}

func (k *checker) redefinedGroup(r Redefinition) {
	once := func(g *xsd.ModelGroup) *xsd.Particle { return &xsd.Particle{Min: 1, Max: 1, Term: g, Pos: g.Pos} }
	if why := k.restricts(r.Doc, once(r.Group.Group), once(r.Original.Group)); why != nil {
		k.diags.Error(r.Pos, "src-redefine.6.2.2", "the redefined group %q neither refers to itself nor restricts the original: %s", r.Doc.Label(r.Name), why.text()).
			See(r.Original.Pos, "the original")
	}
}

func (k *checker) redefinedAttributes(r Redefinition) {
	t := Type{Doc: r.Doc, T: &xsd.ComplexType{Name: r.Name, Pos: r.Pos, AttributeUses: r.Attributes.Uses, AttributeWildcard: r.Attributes.Wildcard}}
	b := &xsd.ComplexType{Name: r.Name, Pos: r.OldAttrs.Pos, AttributeUses: r.OldAttrs.Uses, AttributeWildcard: r.OldAttrs.Wildcard}
	k.restrictedUses(t, b)
	k.restrictedWildcard(t, b)
}
