package compile

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// checkRedefined is clause 5 of src-redefine as far as it concerns the form:
// a type within redefine is a derivation of the type it redefines.
func (c *compiler) checkRedefined(r redefinition, name xsd.QName) {
	how := child(r.e, "restriction", "simpleContent", "complexContent")
	if how != nil && how.Local != "restriction" {
		how = child(how, "restriction", "extension")
	}
	if how != nil {
		if _, based := how.Attr("", "base"); based {
			return // redefinedBase and redefinedSimpleBase look at what it is
		}
	}
	c.diags.Error(r.e.Pos, "src-redefine.5", "a redefined type derives from itself: it needs a restriction or extension with the base %q", c.label(r.doc, name))
}

// redefinedGroups checks groups and attribute groups within redefine that do
// not refer to what they redefine: they must then restrict it
// (src-redefine.6.2, src-redefine.7.2).
func (k *checker) redefinedGroups() {
	for _, r := range k.redefined {
		name, ok := k.globalName(r.doc, r.e)
		if !ok {
			continue
		}
		s := k.symbols[r.kind][name]
		for s != nil && s.e != r.e {
			s = s.original
		}
		if s == nil || s.original == nil || s.selfRefs > 0 {
			continue
		}
		switch r.kind {
		case groupSymbol:
			k.redefinedGroup(s)
		case attributeGroupSymbol:
			k.redefinedAttributes(s)
		}
	}
}

func (k *checker) redefinedGroup(s *symbol) {
	def, old := k.modelGroupDef(s), k.modelGroupDef(s.original)
	if def == nil || old == nil {
		return
	}
	once := func(g *xsd.ModelGroup) *xsd.Particle { return &xsd.Particle{Min: 1, Max: 1, Term: g, Pos: g.Pos} }
	if why := k.restricts(s.doc, once(def.Group), once(old.Group)); why != nil {
		k.diags.Error(s.e.Pos, "src-redefine.6.2.2", "the redefined group %q neither refers to itself nor restricts the original: %s", k.label(s.doc, s.name), why.text()).
			See(old.Pos, "the original")
	}
}

func (k *checker) redefinedAttributes(s *symbol) {
	g, old := k.attributeGroup(s), k.attributeGroup(s.original)
	if g == nil || old == nil {
		return
	}
	t := &complexType{doc: s.doc, e: s.e, t: &xsd.ComplexType{Name: s.name, Pos: s.e.Pos, AttributeUses: g.def.Uses, AttributeWildcard: g.def.Wildcard}}
	b := &xsd.ComplexType{Name: s.name, Pos: old.def.Pos, AttributeUses: old.def.Uses, AttributeWildcard: old.def.Wildcard}
	k.restrictedUses(t, b)
	k.restrictedWildcard(t, b)
}
