package wire_test

import (
	"testing"

	"github.com/wbxgen/wbxgen/wire"
)

// TestNodesThatDifferAreNotEqual: in each part that a node has, and so deep within.
func TestNodesThatDifferAreNotEqual(t *testing.T) {
	of := func() wire.Node {
		return wire.Node{
			Name: wire.QName{Space: "urn:a", Local: "a"}, Attrs: []wire.Attr{{Name: wire.QName{Local: "x"}, Value: "1"}},
			Children: []wire.Node{wire.TextNode("text"), {Name: wire.QName{Local: "b"}}},
		}
	}
	if a, b := of(), of(); !a.Equal(b) || !wire.TextNode("x").Equal(wire.TextNode("x")) {
		t.Error("equal nodes are not")
	}
	for name, change := range map[string]func(*wire.Node){
		"name":       func(n *wire.Node) { n.Name.Local = "b" },
		"namespace":  func(n *wire.Node) { n.Name.Space = "" },
		"attribute":  func(n *wire.Node) { n.Attrs[0].Value = "2" },
		"attributes": func(n *wire.Node) { n.Attrs = nil },
		"children":   func(n *wire.Node) { n.Children = n.Children[:1] },
		"child":      func(n *wire.Node) { n.Children[1].Name.Local = "c" },
		"text":       func(n *wire.Node) { n.Children[0].Text = "other" },
	} {
		a, b := of(), of()
		if change(&b); a.Equal(b) || b.Equal(a) {
			t.Errorf("nodes with another %s are equal", name)
		}
	}
	if wire.TextNode("a").Equal(wire.TextNode("b")) {
		t.Error("other texts are equal")
	}
}
