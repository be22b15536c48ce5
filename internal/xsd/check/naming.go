package check

import "github.com/wbxgen/wbxgen/internal/xsd"

// Document is what messages need of the document in which a component is
// declared.
type Document interface {
	// Label writes a name as it would stand in the document: prefix:local.
	Label(xsd.QName) string
}

// typeLabel names a type in a message.
func typeLabel(doc Document, t xsd.Type) string {
	if n := t.TypeName(); !n.IsZero() {
		return "\"" + doc.Label(n) + "\""
	}
	return "(anonymous)"
}

// shorten cuts a text for a message.
func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// spaceWords names a namespace in a message.
func spaceWords(space string) string {
	if space == "" {
		return "no namespace"
	}
	return "the namespace \"" + space + "\""
}
