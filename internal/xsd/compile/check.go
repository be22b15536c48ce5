package compile

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/check"
)

// checkAll checks the constraints on components that need all of them to be
// complete.
func (c *compiler) checkAll(s *xsd.Schema) {
	set := check.Set{Schema: s, AttributeGroups: c.out.AttributeGroups, Steps: c.limits.Steps}
	for _, e := range c.elements {
		set.Elements = append(set.Elements, c.elementToCheck(e))
	}
	for _, u := range c.uses {
		set.Values = append(set.Values, check.Value{Decl: u.decl, Use: u.use, Names: valueContext(u.doc, u.e)})
	}
	for _, t := range c.complex {
		if t.state == built {
			set.Types = append(set.Types, check.Type{T: t.t, Doc: t.doc, Mixed: t.mixed, Broken: t.broken})
		}
	}
	for _, s := range c.restricting() {
		set.Redefined = append(set.Redefined, c.redefinition(s))
	}
	check.Components(set, &c.diags)
}

func (c *compiler) elementToCheck(e *elementBuilt) check.Element {
	out := check.Element{Decl: e.decl, Doc: e.doc, TypePos: posOf(e.e, "type"), HeadPos: posOf(e.e, "substitutionGroup")}
	if e.decl.Value != nil {
		out.Names = valueContext(e.doc, e.e)
	}
	return out
}

// restricting returns the groups and attribute groups within redefine that do
// not refer to what they redefine.
func (c *compiler) restricting() []*symbol {
	var list []*symbol
	for _, r := range c.redefined {
		name, ok := c.globalName(r.doc, r.e)
		if !ok {
			continue
		}
		s := c.symbols[r.kind][name]
		for s != nil && s.e != r.e {
			s = s.original
		}
		if s != nil && s.original != nil && s.selfRefs == 0 {
			list = append(list, s)
		}
	}
	return list
}

// redefinition returns both sides of a redefined group.
func (c *compiler) redefinition(s *symbol) check.Redefinition {
	r := check.Redefinition{Name: s.name, Pos: s.e.Pos, Doc: s.doc}
	switch s.kind {
	case groupSymbol:
		r.Group, r.Original = c.modelGroupDef(s), c.modelGroupDef(s.original)
	case attributeGroupSymbol:
		if g := c.attributeGroup(s); g != nil {
			r.Attributes = g.def
		}
		if g := c.attributeGroup(s.original); g != nil {
			r.OldAttrs = g.def
		}
	}
	return r
}
