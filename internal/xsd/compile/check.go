package compile

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// checkAll checks the constraints on components that need all of them to be
// complete.
func (c *compiler) checkAll() {
	s := xsd.New(c.out)
	k := &checker{compiler: c, schema: s}
	for _, e := range c.elements {
		k.element(e)
	}
	for _, u := range c.uses {
		k.attributeValue(u)
	}
	for _, t := range c.complex {
		k.complexType(t)
	}
	k.redefinedGroups()
}

// checker checks constraints on schemas.
type checker struct {
	*compiler
	schema *xsd.Schema
}

// substitutes returns the members of the substitution group of a global
// element, itself included, but for the abstract ones and those that its
// block or the types' derivations rule out (Part 1 §3.3.6, Substitution
// Group).
func substitutes(s *xsd.Schema, head *xsd.ElementDecl) []*xsd.ElementDecl {
	var group []*xsd.ElementDecl
	if !head.Abstract {
		group = append(group, head)
	}
	if !head.Global {
		return group
	}
	for _, m := range s.Members(head) {
		if !m.Abstract && xsd.DerivesFrom(m.Type, head.Type, 0) {
			group = append(group, m)
		}
	}
	return group
}
