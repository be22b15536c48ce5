package request

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// writer writes a message in the form of the schema. It puts a line break into
// the end of each tag, where it is no content, so that each line has one tag
// and the lines tell where the elements came from.
type writer struct {
	bytes.Buffer
	schema *xsd.Schema
	spaces map[string]string // prefixes by namespace
	taken  map[string]bool   // the prefixes
	last   map[string]int    // the last number behind a prefix
	lines  []xmltext.Pos     // the original place of the tag of each line
}

func write(s *xsd.Schema, root *Node) *writer {
	w := &writer{schema: s, spaces: map[string]string{}, taken: map[string]bool{}, last: map[string]int{}}
	w.collect(root)
	w.element(root, true)
	return w
}

// original returns the place that the message had for a place of the text.
func (w *writer) original(p diag.Pos) diag.Pos {
	if i := min(p.Line, len(w.lines)) - 1; i >= 0 {
		p.Line, p.Col = w.lines[i].Line, w.lines[i].Col
	}
	return p
}

// collect gives each namespace a prefix.
func (w *writer) collect(n *Node) {
	w.prefix(n.as.Space)
	for _, a := range n.attrs() {
		w.prefix(a.Name.Space)
	}
	if t := n.told(); t != nil {
		w.prefix(t.TypeName().Space)
		w.prefix(xsd.InstanceNamespace)
	}
	for _, k := range n.Kids {
		w.collect(k)
	}
}

func (w *writer) prefix(space string) string {
	if space == "" || space == xsd.XMLNamespace {
		return ""
	}
	if p, ok := w.spaces[space]; ok {
		return p
	}
	want := w.schema.Prefix(space)
	if space == xsd.InstanceNamespace {
		want = "xsi"
	}
	p := want
	for p == "" || w.taken[p] {
		w.last[want]++
		p = want + "ns" + strconv.Itoa(w.last[want])
	}
	w.spaces[space], w.taken[p] = p, true
	return p
}

func (w *writer) name(q xsd.QName) string {
	if q.Space == xsd.XMLNamespace {
		return "xml:" + q.Local
	}
	if p := w.prefix(q.Space); p != "" {
		return p + ":" + q.Local
	}
	return q.Local
}

// told returns the type that xsi:type has to name: that of an operation, or
// one that the message named.
func (n *Node) told() xsd.Type {
	if _, ok := n.attr("type"); n.op || ok {
		return n.typ
	}
	return nil
}

func (w *writer) element(n *Node, root bool) {
	tag := w.name(n.as)
	w.WriteString("<" + tag)
	if root {
		for _, space := range slices.Sorted(maps.Keys(w.spaces)) {
			w.attr("xmlns:"+w.spaces[space], space)
		}
		for b := n.scope; b != nil; b = b.outer { // for names in values
			if b.prefix != "" && b.prefix != "xml" && !w.taken[b.prefix] {
				w.attr("xmlns:"+b.prefix, b.uri)
			}
		}
	}
	for _, a := range n.attrs() {
		w.attr(w.name(xsd.QName{Space: a.Name.Space, Local: a.Name.Local}), a.Value)
	}
	if t := n.told(); t != nil {
		w.attr("xsi:type", w.name(t.TypeName()))
	}
	w.end(n.Pos)
	w.WriteString(textEscapes.Replace(n.Text))
	for _, k := range n.Kids {
		w.element(k, false)
	}
	w.WriteString("</" + tag)
	w.end(n.Pos)
}

// end ends a tag and the line.
func (w *writer) end(p xmltext.Pos) {
	w.WriteString("\n>")
	w.lines = append(w.lines, p)
}

func (w *writer) attr(name, value string) {
	w.WriteString(" " + name + `="` + attrEscapes.Replace(value) + `"`)
}

var (
	textEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;", "\n", "&#10;")
	attrEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", "\r", "&#13;", "\n", "&#10;", "\t", "&#9;")
)
