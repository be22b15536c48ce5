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
	if w.leads != nil && w.on(w.leads.wildcard(c)) && w.known(c) {
		return
	}
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
		if c.Namespaces.Allows(e.Name.Space) && w.heights.letIn(e) {
			fitting = append(fitting, e)
		}
	}
	if len(fitting) == 0 {
		return false
	}
	fitting = kept(fitting, func(e *xsd.ElementDecl) bool { return w.leads != nil && w.on(w.leads.element(e)) })
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
