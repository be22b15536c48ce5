package request

import (
	"errors"
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// Node is an element of a message.
type Node struct {
	// Name is the element's name as it was sent. A prefix that is not declared
	// stands for no namespace.
	Name  xsd.QName
	Attrs []wire.Attr
	Text  string // of the element itself, in one piece
	Kids  []*Node
	Pos   xmltext.Pos

	// as is the name that the schema has for it, zero where it has none, and
	// typ the type that counts; both are set by a [Reader].
	as  xsd.QName
	typ xsd.Type
	op  bool // the slot of an operation, or the element of one
	// scope is what prefixes in values stand for.
	scope *binding
}

// binding is a namespace declaration, inside those around it: elements without
// declarations share what is in scope.
type binding struct {
	prefix, uri string
	outer       *binding
}

// of returns what a prefix stands for, "" for none.
func (b *binding) of(prefix string) string {
	for ; b != nil; b = b.outer {
		if b.prefix == prefix {
			return b.uri
		}
	}
	return ""
}

// maxDepth bounds how deep a message may be.
const maxDepth = 200

// parse reads a document into nodes. White space before it is passed over.
func parse(data []byte, l xmltext.Limits) (*Node, error) {
	skipped := 0
	for skipped < len(data) && strings.IndexByte(" \t\r\n", data[skipped]) >= 0 {
		skipped++
	}
	shift := lineShift(data[:skipped])
	if l.Depth == 0 {
		l.Depth = maxDepth
	}
	s := xmltext.NewBytesScanner(data[skipped:], xmltext.Options{Undeclared: true, Limits: l})
	var open []*Node
	var texts [][]byte // of the open elements
	var root *Node
	for k := s.Next(); k != xmltext.EOF; k = s.Next() {
		switch k {
		case xmltext.StartElement:
			var outer *binding
			if len(open) > 0 {
				outer = open[len(open)-1].scope
			}
			n := start(s, outer)
			n.Pos = shift.of(n.Pos)
			if len(open) == 0 {
				root = n
			} else {
				up := open[len(open)-1]
				up.Kids = append(up.Kids, n)
			}
			open, texts = append(open, n), append(texts, nil)
		case xmltext.EndElement:
			last := len(open) - 1
			open[last].Text = string(texts[last])
			open, texts = open[:last], texts[:last]
		case xmltext.CharData, xmltext.CData:
			if last := len(open) - 1; last >= 0 {
				texts[last] = append(texts[last], s.Text()...)
			}
		}
	}
	if err := s.Err(); err != nil {
		if e, ok := errors.AsType[*xmltext.SyntaxError](err); ok {
			p := shift.of(xmltext.Pos{Line: e.Line, Col: e.Col})
			moved := *e
			moved.Line, moved.Col = p.Line, p.Col
			return nil, &moved
		}
		return nil, err
	}
	if root == nil {
		return nil, errors.New("the document is empty")
	}
	return root, nil
}

func start(s *xmltext.Scanner, outer *binding) *Node {
	n := &Node{Name: xsd.QName{Space: s.Space(), Local: string(s.Local())}, Pos: s.Pos(), scope: outer}
	for prefix, uri := range s.Declarations() {
		n.scope = &binding{prefix, uri, n.scope}
	}
	for _, a := range s.Attrs() {
		name := wire.QName{Space: a.Space, Local: string(a.Local), Prefix: string(a.Prefix)}
		if name.Prefix == "xsi" && name.Space == "" {
			name.Space = xsd.InstanceNamespace // not declared, as many examples have it
		}
		n.Attrs = append(n.Attrs, wire.Attr{Name: name, Value: string(a.Value)})
	}
	return n
}

// shift is how far the document begins behind the first place of its file.
type shift struct{ lines, cols int }

func lineShift(skipped []byte) shift {
	text := string(skipped)
	lines := strings.Count(text, "\n")
	return shift{lines, len(text) - 1 - strings.LastIndexByte(text, '\n')}
}

func (s shift) of(p xmltext.Pos) xmltext.Pos {
	if p.Line == 1 {
		p.Col += s.cols
	}
	p.Line += s.lines
	return p
}

// attr returns an attribute of xsi.
func (n *Node) attr(local string) (string, bool) {
	for _, a := range n.Attrs {
		if a.Name.Local == local && (a.Name.Space == xsd.InstanceNamespace || a.Name.Space == "") {
			return strings.TrimSpace(a.Value), true
		}
	}
	return "", false
}

// Find returns the first element at a path of local names below n, nil for
// none.
func (n *Node) Find(path ...string) *Node {
	for _, name := range path {
		var found *Node
		for _, k := range n.Kids {
			if k.Name.Local == name {
				found = k
				break
			}
		}
		if found == nil {
			return nil
		}
		n = found
	}
	return n
}

// Child is Find for one name, of a node that may be nil. The empty name is that
// of no element.
func (n *Node) Child(name string) *Node {
	if n == nil || name == "" {
		return nil
	}
	return n.Find(name)
}

// QName returns the name that a text of the element means, such as that of
// xsi:type.
func (n *Node) QName(text string) xsd.QName {
	prefix, local, colon := strings.Cut(strings.TrimSpace(text), ":")
	if !colon {
		prefix, local = "", prefix
	}
	return xsd.QName{Space: n.scope.of(prefix), Local: local}
}

// Leaves calls f for each element without children below n, with its path from
// n.
func (n *Node) Leaves(f func(path []string, text string)) { n.leaves(nil, f) }

func (n *Node) leaves(path []string, f func([]string, string)) {
	for _, k := range n.Kids {
		at := append(path[:len(path):len(path)], k.Name.Local)
		if len(k.Kids) == 0 {
			f(at, k.Text)
			continue
		}
		k.leaves(at, f)
	}
}

func (n *Node) String() string {
	return fmt.Sprintf("%s at %d:%d", n.Name.Local, n.Pos.Line, n.Pos.Col)
}
