package wire

import "github.com/wbxgen/wbxgen/wire/internal/chars"

// XSI is the namespace of xsi:type and xsi:nil.
var XSI = Namespace{URI: chars.XSIURI, Prefix: "xsi"}

// XML is the namespace of xml:lang and xml:space; its prefix is never declared.
var XML = Namespace{URI: chars.XMLURI, Prefix: "xml"}

// Namespace is a namespace name with the prefix that the encoder prefers for it.
// Generated code holds its namespaces as package variables, so that a pointer identifies them.
type Namespace struct{ URI, Prefix string }

// Name is an expanded name that is known at compile time. A nil Space is no namespace.
type Name struct {
	Space *Namespace
	Local string
	// Default is what the element stands for where a document starts with it and it is empty, nil for nothing.
	Default *Default
}

// Default is the default or fixed value of an element (XSD 1.0 Part 1 §3.3.1). Bindings are those of the schema's
// prefixes that its qualified names have.
type Default struct {
	Text     string
	Bindings []Binding
}

// URI returns the namespace name, which is empty for a name in no namespace.
func (n Name) URI() string {
	if n.Space == nil {
		return ""
	}
	return n.Space.URI
}

// QName returns n as a run-time name whose prefix is the preferred one.
func (n Name) QName() QName {
	if n.Space == nil {
		return QName{Local: n.Local}
	}
	return QName{Space: n.Space.URI, Local: n.Local, Prefix: n.Space.Prefix}
}

// String returns the name as {namespace}local, or the local name alone where there is no namespace.
func (n Name) String() string { return n.QName().String() }

// QName is an expanded name met at run time. It is also the Go type of xs:QName and xs:NOTATION.
// Prefix is what the document wrote; it is a hint for re-encoding and no part of the value.
type QName struct{ Space, Local, Prefix string }

// Equal reports whether q and o are the same expanded name, whatever their prefixes.
func (q QName) Equal(o QName) bool { return q.Local == o.Local && q.Space == o.Space }

// Is reports whether q is the expanded name n.
func (q QName) Is(n Name) bool { return q.Local == n.Local && q.Space == n.URI() }

// IsZero reports whether q names nothing.
func (q QName) IsZero() bool { return q.Local == "" }

// String returns the name as {namespace}local, or the local name alone where there is no namespace.
func (q QName) String() string {
	if q.Space == "" {
		return q.Local
	}
	return "{" + q.Space + "}" + q.Local
}
