package compile

import (
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// valueConstraint reads default and fixed. The value itself is checked once
// all types are complete.
func valueConstraint(log *ledger, e *xmltree.Element, bothCode string) *xsd.ValueConstraint {
	def, hasDefault := e.Attr("", "default")
	fixed, hasFixed := e.Attr("", "fixed")
	switch {
	case hasDefault && hasFixed:
		log.diags.Error(fixed.Pos, bothCode, "default and fixed cannot both be given")
		return &xsd.ValueConstraint{Fixed: true, Lexical: fixed.Value, Pos: fixed.Pos}
	case hasFixed:
		return &xsd.ValueConstraint{Fixed: true, Lexical: fixed.Value, Pos: fixed.Pos}
	case hasDefault:
		return &xsd.ValueConstraint{Lexical: def.Value, Pos: def.Pos}
	}
	return nil
}

// valueContext resolves the prefixes of QNames within values at an element.
func valueContext(d *document, e *xmltree.Element) func(string) (string, bool) {
	return func(prefix string) (string, bool) {
		uri, ok := e.Lookup(prefix)
		if ok && uri == "" && d.chameleon {
			uri = d.namespace
		}
		return uri, ok
	}
}
