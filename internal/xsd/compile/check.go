package compile

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// checkAll checks the constraints on components that need all of them to be
// complete.
func (c *compiler) checkAll() {
	s := xsd.New(c.out)
	k := &checker{compiler: c, schema: s, groups: map[*xsd.ElementDecl][]*xsd.ElementDecl{}, empty: map[*xsd.ModelGroup]bool{}}
	k.steps.total = c.limits.Steps * allSteps
	for _, e := range c.elements {
		k.element(e)
	}
	for _, u := range c.uses {
		k.attributeValue(u)
	}
	for _, t := range c.complex {
		k.complexType(t)
	}
	for _, g := range c.out.AttributeGroups {
		k.idAttributes(g.Uses, "ag-props-correct.3")
	}
	k.redefinedGroups()
}

// checker checks constraints on schemas.
type checker struct {
	*compiler
	schema *xsd.Schema
	groups map[*xsd.ElementDecl][]*xsd.ElementDecl // by head, see group
	empty  map[*xsd.ModelGroup]bool                // see isEmpty
	steps
}
