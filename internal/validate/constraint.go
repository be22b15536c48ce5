package validate

import "github.com/wbxgen/wbxgen/internal/xsd"

// constraint is an identity-constraint definition, ready for use.
type constraint struct {
	def      *xsd.IdentityConstraint
	selector xpath
	fields   []xpath
}

func (g *grammar) constraints(decl *xsd.ElementDecl) []*constraint {
	var list []*constraint
	for _, def := range decl.IdentityConstraints {
		c := &constraint{def: def, selector: g.xpath(def.Selector)}
		for _, f := range def.Fields {
			c.fields = append(c.fields, g.xpath(f))
		}
		list = append(list, c)
	}
	return list
}
