package wire

import (
	"fmt"
	"slices"

	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// Comments keeps the comments and processing instructions of a document, so that they are written again at their place. It
// costs a reader time: names are not compared as fast as without.
//
// Those before an element are kept by the [Extra] of its struct and go where the struct goes; see [Extra.Comments]. An element
// of simple type has no struct: those before it and in its text are kept by the struct around it, for the element that is as
// far down among those of its name, and so are those behind the last child. Those around the root element are kept by its
// struct. In mixed and raw content they are nodes among the others. In a text the place is a number of characters that are no
// white space: in a value that is written in another way, as 1 for 01.0, it may not be quite where it was. One in the text of a
// [Secret] is not shown, neither by String nor in JSON.
//
// There is no place for those outside the elements that [Each] reads, around and in a root element that [Simple] stands for, in
// what is skipped because the type does not know it, in an element that is nil, and in a document type declaration.
func Comments() Option { return func(c *door.Config) { c.Comments = true } }

// NodeKind says what a [Node] is that is neither element nor text.
type NodeKind uint8

// The kinds of nodes.
const (
	Content     NodeKind = iota // an element or text
	Comment                     // a comment, with its text
	Instruction                 // a processing instruction: its target is the local name, its data the text
)

var nodeKinds = []string{"", "comment", "instruction"}

// String returns comment, instruction, or nothing.
func (k NodeKind) String() string {
	if int(k) < len(nodeKinds) {
		return nodeKinds[k]
	}
	return fmt.Sprintf("NodeKind(%d)", uint8(k))
}

// MarshalText returns what String returns.
func (k NodeKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads it.
func (k *NodeKind) UnmarshalText(text []byte) error {
	i := slices.Index(nodeKinds, string(text))
	if i < 0 {
		return fmt.Errorf("%q is no kind of node", text)
	}
	*k = NodeKind(i)
	return nil
}

// CommentNode returns a node that is a comment. Its text must not have two hyphens in a row, or one at the end.
func CommentNode(text string) Node { return Node{Kind: Comment, Text: text} }

// InstructionNode returns a node that is a processing instruction.
func InstructionNode(target, data string) Node {
	return Node{Kind: Instruction, Name: QName{Local: target}, Text: data}
}

// Comments returns the comments and processing instructions that are before the element, or before the root element of the
// document.
func (x *Extra) Comments() []Node {
	if x.in.P == nil {
		return nil
	}
	return x.in.P.Before
}

// SetComments replaces what [Extra.Comments] returns.
func (x *Extra) SetComments(nodes []Node) { x.own().Before = nodes }

// ForgetComments drops all comments and processing instructions of the element that its struct keeps, but not those of structs
// in it.
func (x *Extra) ForgetComments() {
	if x.in.P != nil {
		p := x.own()
		p.Before, p.After, p.Notes = nil, nil, nil
	}
}

// note is a comment or processing instruction among the children of an element, or in a text.
type note struct {
	Name   QName // of the child that it is before, or in; the zero QName for one behind all children
	Run    int   `json:",omitzero"` // how many of the name come before that child
	Inside bool  `json:",omitzero"` // it is in the text of the child, or in that of the element itself where Name is zero
	At     int   `json:",omitzero"` // bytes of the text before it that are no white space
	Gap    int   `json:",omitzero"` // white space between those and it
	Secret bool  `json:"-"`         // the text is a [Secret], of which it may be a part
	Node   Node
}

func (n note) equal(o note) bool {
	return n.Name.Equal(o.Name) && n.Run == o.Run && n.Inside == o.Inside && n.At == o.At && n.Gap == o.Gap && n.Node.Equal(o.Node)
}

// AddNotes keeps comments and processing instructions before a child, or at the end.
func (x *extra) AddNotes(name QName, run int, nodes []Node) {
	x.Notes = slices.Grow(x.Notes, len(nodes))
	for _, n := range nodes {
		x.Notes = append(x.Notes, note{Name: name, Run: run, Node: n})
	}
}

// AddNoteInside keeps one in a text, behind so many bytes and then so much white space.
func (x *extra) AddNoteInside(name QName, run, at, gap int, secret bool, n Node) {
	x.Notes = append(x.Notes, note{name, run, true, at, gap, secret, n})
}
