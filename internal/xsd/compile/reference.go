package compile

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// reference is a QName in a schema document with what is needed to resolve it.
type reference struct {
	name xsd.QName
	doc  *document
	e    *xmltree.Element
	attr string // the attribute it stands in
	text string // as written
}

func (r reference) pos() diag.Pos { return posOf(r.e, r.attr) }

// reference reads a QName attribute. ok is false where the attribute is absent
// or no QName, which is then reported.
func (sy *symbols) reference(d *document, e *xmltree.Element, attr string) (reference, bool) {
	a, ok := e.Attr("", attr)
	if !ok {
		return reference{}, false
	}
	return sy.qname(d, e, attr, collapse(a.Value))
}

// qname resolves the prefix of a QName (Part 1 §3.15.3, QName resolution).
func (sy *symbols) qname(d *document, e *xmltree.Element, attr, text string) (reference, bool) {
	prefix, local, ok := splitQName(text)
	if !ok {
		return reference{}, false // the grammar has reported it
	}
	uri, bound := e.Lookup(prefix)
	if !bound {
		sy.log.diags.Error(posOf(e, attr), "src-resolve", "the prefix %q of %q is not declared%s", prefix, text, prefixHint(e, prefix))
		return reference{}, false
	}
	if uri == "" && d.chameleon {
		uri = d.namespace
	}
	return reference{xsd.QName{Space: uri, Local: local}, d, e, attr, text}, true
}
