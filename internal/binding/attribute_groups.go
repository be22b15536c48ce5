package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// attrGroups are the attribute groups that structs embed.
type attrGroups struct {
	structs map[*xsd.AttributeGroupDef]*plan.Struct
	order   []*xsd.AttributeGroupDef // those within others first
}

// enter puts a group behind those within it.
func (ag *attrGroups) enter(g *xsd.AttributeGroupDef) {
	if ag.structs[g] == nil || slices.Contains(ag.order, g) {
		return
	}
	for _, inner := range ag.among(g.Groups) {
		ag.enter(inner)
	}
	ag.order = append(ag.order, g)
}

// among returns the groups that are to be embedded where others are referred to:
// these, or else those within them. One group may be reached by very many ways, so
// each is looked into once.
func (ag *attrGroups) among(refs []*xsd.AttributeGroupDef) (list []*xsd.AttributeGroupDef) {
	seen := map[*xsd.AttributeGroupDef]bool{}
	var walk func(refs []*xsd.AttributeGroupDef)
	walk = func(refs []*xsd.AttributeGroupDef) {
		for _, g := range refs {
			if seen[g] {
				continue
			}
			seen[g] = true
			if ag.structs[g] == nil {
				walk(g.Groups)
				continue
			}
			list = append(list, g)
		}
	}
	walk(refs)
	return list
}

// of returns the groups that a complex type may embed: those that it refers to,
// behind those of its base.
func (ag *attrGroups) of(t *xsd.ComplexType) []*xsd.AttributeGroupDef {
	if len(ag.structs) == 0 {
		return nil
	}
	var refs []*xsd.AttributeGroupDef
	for ok := true; ok && t != xsd.AnyType; t, ok = t.Base.(*xsd.ComplexType) {
		refs = slices.Concat(t.AttributeGroups, refs)
	}
	list := ag.among(refs)
	inner := map[*xsd.AttributeGroupDef]bool{}
	for _, g := range list {
		ag.within(g, inner)
	}
	return slices.DeleteFunc(list, func(g *xsd.AttributeGroupDef) bool { return inner[g] })
}

// within adds the groups that a group embeds, itself or below.
func (ag *attrGroups) within(g *xsd.AttributeGroupDef, inner map[*xsd.AttributeGroupDef]bool) {
	for _, one := range ag.among(g.Groups) {
		if !inner[one] {
			inner[one] = true
			ag.within(one, inner)
		}
	}
}
