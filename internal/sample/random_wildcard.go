package sample

import (
	"fmt"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// unknownSpace is a namespace that no schema has.
const unknownSpace = "urn:example:unknown"

// space selects a namespace that a wildcard allows.
func (w *Writer) space(c xsd.NamespaceConstraint) string {
	fitting := []string{}
	for _, space := range append([]string{unknownSpace, ""}, w.spaces...) {
		if c.Allows(space) {
			fitting = append(fitting, space)
		}
	}
	if len(fitting) > 0 && !c.Allows(unknownSpace) || w.maybe(2) && len(fitting) > 0 {
		return fitting[w.r.IntN(len(fitting))]
	}
	if c.Allows(unknownSpace) {
		return unknownSpace
	}
	if len(c.Names) > 0 {
		return c.Names[0]
	}
	w.stuck = true
	return ""
}

// wildcard writes an element that a wildcard allows: one of the schema, or
// where the wildcard lets it be, one that no schema knows.
func (w *Writer) wildcard(c *xsd.Wildcard) {
	space := w.space(c.Namespaces)
	switch {
	case c.Process == xsd.Strict:
		w.stuck = !w.known(c) || w.stuck
	case c.Process == xsd.Skip || !w.maybe(3) || !w.known(c):
		w.unknown(space)
	}
}

// known writes a global element that the wildcard allows.
func (w *Writer) known(c *xsd.Wildcard) bool {
	var fitting []*xsd.ElementDecl
	for _, e := range w.schema.Elements() {
		if c.Namespaces.Allows(e.Name.Space) && !e.Abstract && w.heights.declared(e) < maxDepth {
			fitting = append(fitting, e)
		}
	}
	if len(fitting) == 0 {
		return false
	}
	w.elements -= 30 // enough is enough
	w.element(fitting[w.r.IntN(len(fitting))])
	return true
}

// unknown writes an element that is in no schema. Its text has a prefix in it,
// which must keep its meaning.
func (w *Writer) unknown(space string) {
	tag := w.open(xsd.QName{Space: space, Local: "un-known"})
	if w.maybe(2) {
		fmt.Fprintf(&w.b, ` plain="a &amp; &quot;b&quot;" xmlns:q="urn:example:q" q:name="q:value"`)
	} else {
		w.b.WriteString(` xmlns:q="urn:example:q2"`)
	}
	w.b.WriteString("> q:text &lt; <q:inner>x</q:inner><q:empty/> ")
	w.close(tag)
}

// attributes writes attributes: those that must be there, some of the others,
// and some that the wildcard allows.
func (w *Writer) attributes(c *xsd.ComplexType) {
	for _, u := range c.AttributeUses {
		if !u.Required && (w.maybe(2) || w.brief()) {
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
		text = w.keyed(place{w.names[len(w.names)-1], u.Decl.Name, true}, u.Decl.Type)
		if w.stuck && !before && !u.Required {
			w.stuck = false
			return
		}
	}
	fmt.Fprintf(&w.b, ` %s="%s"`, w.qname(u.Decl.Name), escape(text))
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
