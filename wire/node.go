package wire

import (
	"strings"

	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// Node is a piece of raw content: an element where Name is set, and else text. A reader that is asked to keep [Comments] makes
// nodes of those and of processing instructions too, which Kind tells.
type Node struct {
	Name     QName  `json:",omitzero"`
	Attrs    []Attr `json:",omitzero"`
	Children []Node `json:",omitzero"`
	Text     string `json:",omitzero"`
	// Bindings are the prefixes that text and attribute values of this node use, as QNames do. Re-encoding
	// keeps these prefixes, so that the content keeps its meaning.
	Bindings []Binding `json:",omitzero"`
	Kind     NodeKind  `json:",omitzero"`
}

// TextNode returns a node that is text.
func TextNode(s string) Node { return Node{Text: s} }

// IsElement reports whether the node is an element.
func (n *Node) IsElement() bool { return n != nil && n.Name.Local != "" && n.Kind == Content }

// IsText reports whether the node is text.
func (n *Node) IsText() bool { return n != nil && n.Name.Local == "" && n.Kind == Content }

// String returns the node as XML, for people to read.
func (n Node) String() string {
	switch {
	case n.IsText():
		return n.Text
	case n.Kind == Content && door.WriteNode != nil:
		if text, err := door.WriteNode(n); err == nil {
			return string(text)
		}
	}
	switch n.Kind {
	case Comment:
		return "<!--" + n.Text + "-->"
	case Instruction:
		return "<?" + strings.TrimSpace(n.Name.Local+" "+n.Text) + "?>"
	}
	return "<" + n.Name.Local + ">"
}

// AnyElement is the value of an element whose type is xs:anyType: attributes and mixed content.
type AnyElement struct {
	Attrs    []Attr    `json:",omitzero"`
	Children []Node    `json:",omitzero"`
	Bindings []Binding `json:",omitzero"` // as in [Node]
	_        [0]func()
}

// RawTyped is the value of a polymorphic slot whose xsi:type the registry does not know. It keeps everything.
type RawTyped struct {
	// Type is the xsi:type, zero where there was none. A value that is no QName with a declared prefix stands in Local.
	Type     QName
	Attrs    []Attr // without xsi:type
	Children []Node
	Bindings []Binding // as in [Node]
	_        [0]func()
}

// Raw returns t, of a generated type around a RawTyped too.
func (t *RawTyped) Raw() *RawTyped { return t }

// XMLType returns the type's name.
func (t *RawTyped) XMLType() Name { return t.Type.Name() }
