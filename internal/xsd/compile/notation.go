package compile

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// notation reads a notation declaration (Part 1 §3.12.2).
func (st *simples) notation(s *symbol) *xsd.Notation {
	public, hasPublic := s.e.Attr("", "public")
	system, hasSystem := s.e.Attr("", "system")
	if !hasPublic && !hasSystem {
		st.log.diags.Error(s.e.Pos, "n-props-correct", "a notation needs a public or a system identifier")
	}
	st.log.count(s.e.Pos)
	return &xsd.Notation{
		Name: s.name, Pos: s.e.Pos, Annotations: annotations(s.e),
		Public: collapse(public.Value), System: collapse(system.Value),
	}
}

// isNotation reports whether values of t are the names of notations.
func isNotation(t *xsd.SimpleType) bool {
	p := t.Datatype.Primitive()
	return p != nil && p.Name() == "NOTATION"
}

// wantNotations keeps the values of the enumeration of a restriction of
// xs:NOTATION: each must name a notation of the schema (Part 2 §3.2.19).
func (st *simples) wantNotations(d *document, e *xmltree.Element) {
	for ch := range e.Elements() {
		value, ok := ch.Attr("", "value")
		if !isXSD(ch, "enumeration") || !ok {
			continue
		}
		if r, ok := st.sy.qname(d, ch, "value", collapse(value.Value)); ok {
			st.notationNames = append(st.notationNames, r)
		}
	}
}

// resolveNotations finds the notations that enumerations list.
func (st *simples) resolveNotations() {
	for _, r := range st.notationNames {
		if st.sy.visible(r, st.sy.has(notationSymbol)) && st.sy.table[notationSymbol][r.name] == nil {
			st.sy.dangling(r, "notation %q is not declared%s", r.text, st.sy.suggest(notationSymbol, r.name, ""))
		}
	}
}

// notationType is Enumeration Facet Value Required for NOTATION (Part 2
// §3.2.19): xs:NOTATION itself is no type of an element or attribute. In lists
// and unions other processors let it pass, and so does the W3C suite.
func (st *simples) notationType(t xsd.Type, pos diag.Pos) {
	s, ok := t.(*xsd.SimpleType)
	if !ok || !s.Datatype.RequiresEnumeration() {
		return
	}
	st.log.diags.Error(pos, "enumeration-required-notation", "xs:NOTATION cannot be used as it is; restrict it to an enumeration of notations")
}
