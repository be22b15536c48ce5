package compile

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// checkAll checks the constraints on components that need all of them to be
// complete.
func (c *compiler) checkAll(s *xsd.Schema) {
	k := &checker{compiler: c, schema: s, empty: map[*xsd.ModelGroup]bool{}}
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
	empty  map[*xsd.ModelGroup]bool // see isEmpty
	steps

	// What a check of a content model needs is reused by the next one.
	leaves []*modelNode
	nodes  []modelNode
	names  map[xsd.QName]*modelNode       // see findRivals
	types  map[xsd.QName]*xsd.ElementDecl // see consistent
}

// emptied returns a map without entries: m, unless it has become so large that
// emptying it costs more than a new one.
func emptied[K comparable, V any](m map[K]V) map[K]V {
	if m == nil || len(m) > 1000 {
		return map[K]V{}
	}
	clear(m)
	return m
}
