package sample

import (
	"fmt"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// attributes writes attributes: those that must be there, some of the others,
// and some that the wildcard allows.
func (w *Writer) attributes(c *xsd.ComplexType) {
	for _, u := range c.AttributeUses {
		if !u.Required && (w.maybe(2) || w.brief()) || w.missing.isVain(w.names, u) {
			continue
		}
		w.attribute(u)
	}
	if c.AttributeWildcard != nil && w.maybe(2) && !w.brief() {
		w.anyAttribute(c)
	}
}

func (w *Writer) attribute(u *xsd.AttributeUse) {
	var text string
	if v := u.Effective(); v != nil && v.Fixed {
		text = w.constraint(v, u.Decl.Type)
	} else {
		before := w.stuck
		text = w.keyed(place{element: w.names[len(w.names)-1], field: u.Decl.Name, attribute: true}, u.Decl.Type)
		if w.stuck && !before && !u.Required {
			w.stuck = false
			return
		}
	}
	fmt.Fprintf(&w.b, ` %s=%s`, w.qname(u.Decl.Name), w.whims.quoted(text))
}

func (w *Writer) anyAttribute(c *xsd.ComplexType) {
	allowed := c.AttributeWildcard
	if allowed.Process != xsd.Strict && allowed.Namespaces.Allows(unknownSpace) {
		fmt.Fprintf(&w.b, ` xmlns:z="%s" z:extra="one &lt;  two"`, unknownSpace)
	}
	if allowed.Process != xsd.Strict && allowed.Namespaces.Allows("") && c.AttributeUse(xsd.QName{Local: "un-known"}) == nil {
		w.b.WriteString(` un-known=" x "`)
	}
	var fitting []*xsd.AttributeDecl
	for _, a := range w.schema.Attributes() {
		if allowed.Namespaces.Allows(a.Name.Space) && c.AttributeUse(a.Name) == nil && a.Type.Builtin().Name.Local != "ID" {
			fitting = append(fitting, a)
		}
	}
	if len(fitting) > 0 {
		w.attribute(&xsd.AttributeUse{Decl: fitting[w.r.IntN(len(fitting))]})
	}
}
