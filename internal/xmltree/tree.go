package xmltree

import (
	"iter"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// Document is an XML document that is well-formed and namespace-well-formed.
type Document struct {
	File string
	Root *Element
	DTD  *DTD // never nil; empty where there is no document type declaration
}

// Name is an expanded name and the prefix that it was written with.
type Name struct {
	Space  string
	Local  string
	Prefix string
}

// Element is an element with its attributes and content.
type Element struct {
	Name
	Pos    diag.Pos // of the "<" of the start tag
	Attrs  []Attr   // without namespace declarations, in document order
	Nodes  []Node   // elements and text in document order
	Parent *Element // nil for the root
	scope  *binding
}

// Attr is an attribute. Its value is normalised as XML asks of CDATA.
type Attr struct {
	Name
	Value string
	Pos   diag.Pos
}

// Node is an element or, where Element is nil, character data.
type Node struct {
	Element *Element
	Text    string
}

// binding is one namespace declaration; up is the next outer one.
type binding struct {
	prefix, uri string
	up          *binding
}

// Lookup returns the namespace that a prefix, "" for the default one, is bound
// to at the element. An unbound default is no namespace and is found.
func (e *Element) Lookup(prefix string) (uri string, ok bool) {
	if prefix == "xml" {
		return "http://www.w3.org/XML/1998/namespace", true
	}
	for b := e.scope; b != nil; b = b.up {
		if b.prefix == prefix {
			return b.uri, b.uri != "" || prefix == ""
		}
	}
	return "", prefix == ""
}

// PrefixOf returns a prefix, "" for the default, that is bound to the
// namespace at the element.
func (e *Element) PrefixOf(uri string) (prefix string, ok bool) {
	for b := e.scope; b != nil; b = b.up {
		if b.uri != uri {
			continue
		}
		if got, _ := e.Lookup(b.prefix); got == uri {
			return b.prefix, true
		}
	}
	return "", false
}

// Attr returns the attribute with that expanded name.
func (e *Element) Attr(space, local string) (a Attr, ok bool) {
	for _, a := range e.Attrs {
		if a.Local == local && a.Space == space {
			return a, true
		}
	}
	return Attr{}, false
}

// Elements returns the child elements in document order.
func (e *Element) Elements() iter.Seq[*Element] {
	return func(yield func(*Element) bool) {
		for _, n := range e.Nodes {
			if n.Element != nil && !yield(n.Element) {
				return
			}
		}
	}
}

// Text returns the character data of the element and of all below it.
func (e *Element) Text() string {
	if len(e.Nodes) == 1 && e.Nodes[0].Element == nil {
		return e.Nodes[0].Text
	}
	var b strings.Builder
	e.text(&b)
	return b.String()
}

func (e *Element) text(b *strings.Builder) {
	for _, n := range e.Nodes {
		if n.Element != nil {
			n.Element.text(b)
		} else {
			b.WriteString(n.Text)
		}
	}
}

// InnerXML returns the content of the element as XML text. Comments,
// processing instructions and namespace declarations are not kept.
func (e *Element) InnerXML() string {
	if len(e.Nodes) == 1 && e.Nodes[0].Element == nil {
		return EscapeText(e.Nodes[0].Text)
	}
	var b strings.Builder
	e.inner(&b)
	return b.String()
}

var (
	escapeText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")
	escapeAttr = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")
)

// EscapeText writes a text so that it can stand between tags and is read as it
// was.
func EscapeText(s string) string { return escapeText.Replace(s) }

// EscapeAttr writes a text so that it can stand between tags or double quotes
// and is read as it was.
func EscapeAttr(s string) string { return escapeAttr.Replace(s) }

func (e *Element) inner(b *strings.Builder) {
	for _, n := range e.Nodes {
		if n.Element == nil {
			b.WriteString(EscapeText(n.Text))
			continue
		}
		n.Element.outer(b)
	}
}

func (e *Element) outer(b *strings.Builder) {
	b.WriteString("<" + e.tag())
	for _, a := range e.Attrs {
		b.WriteString(" " + a.tag() + `="` + EscapeAttr(a.Value) + `"`)
	}
	if len(e.Nodes) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	e.inner(b)
	b.WriteString("</" + e.tag() + ">")
}

func (n Name) tag() string {
	if n.Prefix == "" {
		return n.Local
	}
	return n.Prefix + ":" + n.Local
}

// Prefixes returns the prefixes that are bound at the element, innermost
// first, without the default.
func (e *Element) Prefixes() []string {
	var all []string
	for b := e.scope; b != nil; b = b.up {
		if b.prefix != "" && b.uri != "" {
			all = append(all, b.prefix)
		}
	}
	return all
}
