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
// these, or else those within them.
func (ag *attrGroups) among(refs []*xsd.AttributeGroupDef) (list []*xsd.AttributeGroupDef) {
	for _, g := range refs {
		some := []*xsd.AttributeGroupDef{g}
		if ag.structs[g] == nil {
			some = ag.among(g.Groups)
		}
		for _, one := range some {
			if !slices.Contains(list, one) {
				list = append(list, one)
			}
		}
	}
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
	return slices.DeleteFunc(slices.Clone(list), func(g *xsd.AttributeGroupDef) bool {
		return slices.ContainsFunc(list, func(o *xsd.AttributeGroupDef) bool { return ag.holds(o, g) })
	})
}

// holds reports whether a group embeds another one, itself or below.
func (ag *attrGroups) holds(g, other *xsd.AttributeGroupDef) bool {
	return slices.ContainsFunc(ag.among(g.Groups), func(inner *xsd.AttributeGroupDef) bool { return inner == other || ag.holds(inner, other) })
}
