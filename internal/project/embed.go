package project

import (
	"strconv"

	"github.com/wbxgen/wbxgen/internal/component"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// embedded are the attribute groups that the configuration has embedded.
func (st *Settings) embedded(s *xsd.Schema) map[*xsd.AttributeGroupDef]bool {
	groups := map[*xsd.AttributeGroupDef]bool{}
	if len(st.cfg.Embed) == 0 {
		return groups
	}
	used := groupsOfTypes(s)
	for i, text := range st.cfg.Embed {
		key := strconv.Itoa(i)
		name, err := component.Parse(text, true, component.AttributeGroup)
		if err != nil {
			continue // the configuration does not load with such a name
		}
		list, why := name.Find(s)
		for _, c := range list {
			g, ok := c.(*xsd.AttributeGroupDef)
			switch {
			case !ok:
				why = name.String() + " is an attribute; only a whole group can be embedded"
			case len(g.Uses) == 0:
				why = name.String() + " has no attributes, so there is nothing to embed"
			case !used[g]:
				why = "no type refers to " + name.String() + ", so there is nothing to embed it in"
			default:
				groups[g] = true
			}
		}
		at, pos := entry{"embed", key}, st.cfg.ValueAt("embed", key)
		st.note(at, pos, why)
		st.repeats(mention{at, text, pos}, name, list)
	}
	return groups
}

// groupsOfTypes are the attribute groups that complex types refer to, themselves
// or by other groups.
func groupsOfTypes(s *xsd.Schema) map[*xsd.AttributeGroupDef]bool {
	used := map[*xsd.AttributeGroupDef]bool{}
	var mark func(list []*xsd.AttributeGroupDef)
	mark = func(list []*xsd.AttributeGroupDef) {
		for _, g := range list {
			if !used[g] {
				used[g] = true
				mark(g.Groups)
			}
		}
	}
	s.Walk(func(c xsd.Component) bool {
		if t, ok := c.(*xsd.ComplexType); ok {
			mark(t.AttributeGroups)
		}
		return true
	})
	return used
}
