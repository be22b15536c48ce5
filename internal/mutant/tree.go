package mutant

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// A Node is an element or a text of a document.
type Node struct {
	Name     string // as written, with its prefix; "" for a text
	Attrs    []Attr
	Text     string // of a text, without escapes
	Children []*Node
	Parent   *Node
}

// An Attr is an attribute as written; a namespace declaration is one too.
type Attr struct{ Name, Value string }

// Local returns the name of the element without its prefix.
func (n *Node) Local() string { return local(n.Name) }

func local(name string) string { return name[strings.IndexByte(name, ':')+1:] }

func prefix(name string) string { return name[:strings.IndexByte(name, ':')+1] }

// Attr returns the value of an attribute.
func (n *Node) Attr(name string) (value string, ok bool) {
	for _, a := range n.Attrs {
		if a.Name == name {
			return a.Value, true
		}
	}
	return "", false
}

// Parse reads a document. Comments and instructions are left out; one with a
// document type is an error: it would mean something else without.
func Parse(data []byte) (*Node, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	top := &Node{}
	at := top
	for {
		token, err := d.RawToken()
		if err == io.EOF && len(top.Children) > 0 {
			root := slices.DeleteFunc(top.Children, func(n *Node) bool { return n.Name == "" })
			if len(root) != 1 || at != top {
				return nil, errors.New("no single root element")
			}
			root[0].Parent = nil
			return root[0], nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			n := &Node{Name: joined(t.Name), Parent: at}
			for _, a := range t.Attr {
				n.Attrs = append(n.Attrs, Attr{joined(a.Name), a.Value})
			}
			at.Children = append(at.Children, n)
			at = n
		case xml.EndElement:
			if at = at.Parent; at == nil {
				return nil, errors.New("an end tag too many")
			}
		case xml.CharData:
			at.Children = append(at.Children, &Node{Text: string(t), Parent: at})
		case xml.Directive:
			return nil, errors.New("a document type")
		}
	}
}

func joined(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// Clone returns a copy without a parent.
func (n *Node) Clone() *Node {
	c := &Node{Name: n.Name, Attrs: slices.Clone(n.Attrs), Text: n.Text}
	for _, child := range n.Children {
		inner := child.Clone()
		inner.Parent = c
		c.Children = append(c.Children, inner)
	}
	return c
}

// Bytes writes the document.
func (n *Node) Bytes() []byte {
	var b bytes.Buffer
	n.write(&b)
	return b.Bytes()
}

var (
	textEscaper  = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")
	valueEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;", "\r", "&#13;")
)

func (n *Node) write(b *bytes.Buffer) {
	if n.Name == "" {
		b.WriteString(textEscaper.Replace(n.Text))
		return
	}
	b.WriteString("<" + n.Name)
	for _, a := range n.Attrs {
		b.WriteString(" " + a.Name + `="` + valueEscaper.Replace(a.Value) + `"`)
	}
	if len(n.Children) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteString(">")
	for _, c := range n.Children {
		c.write(b)
	}
	b.WriteString("</" + n.Name + ">")
}

// Elements returns n and the elements below it, in the order of the document.
func (n *Node) Elements() []*Node {
	if n.Name == "" {
		return nil
	}
	list := []*Node{n}
	for _, c := range n.Children {
		list = append(list, c.Elements()...)
	}
	return list
}

// size is how many elements a part has.
func (n *Node) size() int {
	if n.Name == "" {
		return 0
	}
	s := 1
	for _, c := range n.Children {
		s += c.size()
	}
	return s
}

func (n *Node) index() int { return slices.Index(n.Parent.Children, n) }

// insert puts part before the child at i.
func (n *Node) insert(i int, part *Node) {
	part.Parent = n
	n.Children = slices.Insert(n.Children, i, part)
}

// remove takes the element out of its parent.
func (n *Node) remove() {
	i := n.index()
	n.Parent.Children = slices.Delete(n.Parent.Children, i, i+1)
}
