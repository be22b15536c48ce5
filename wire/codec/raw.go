package codec

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/internal/door"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// rawContent writes attributes and content of an element node, or the text of a text node.
func (e *Encoder) rawContent(n *wire.Node) {
	e.Attrs(n.Attrs)
	e.text(n.Text)
	e.Nodes(n.Children)
}

// RawElement reads and writes a [wire.AnyElement].
type RawElement wire.AnyElement

// DecodeXML reads all of the element.
func (a *RawElement) DecodeXML(d *Decoder) error {
	n := d.content(true)
	a.Attrs, a.Children, a.Bindings = n.Attrs, n.Children, n.Bindings
	return d.Err()
}

// writeNode returns an element that is a raw node as a document.
func writeNode(node any) ([]byte, error) {
	n := node.(wire.Node)
	root := Name{Local: n.Name.Local}
	if n.Name.Space != "" {
		root.Space = &Namespace{URI: n.Name.Space, Prefix: n.Name.Prefix}
	}
	return marshal(root, (*RawElement)(&wire.AnyElement{Attrs: n.Attrs, Children: n.Children, Bindings: n.Bindings}), door.Config{})
}

// readNode reads the root element of a document that was written before, with all that is in it.
func readNode(doc []byte) (any, error) {
	d := decoderOf(doc, nil, door.Config{Comments: true})
	defer d.retire()
	if !d.root() {
		return nil, d.err
	}
	return d.Node(), d.err
}

// AppendXML writes all of the element.
func (a *RawElement) AppendXML(e *Encoder) {
	if len(e.frames) == 1 {
		e.declareHere(a.Bindings)
	}
	e.Attrs(e.withoutNil(a.Attrs))
	e.Nodes(a.Children)
}

// withoutNil leaves xsi:nil out of raw attributes where the element has it already, as the field that is nil says.
func (e *Encoder) withoutNil(attrs []wire.Attr) []wire.Attr {
	if !e.top().void {
		return attrs
	}
	return slices.DeleteFunc(slices.Clone(attrs), func(a wire.Attr) bool {
		return a.Name.Local == "nil" && (a.Name.Space == chars.XSIURI || a.Name.Space == "" && e.conf.Unqualified)
	})
}

// rawTyped reads and writes a [wire.RawTyped].
type rawTyped wire.RawTyped

// DecodeXML reads all of the element.
func (t *rawTyped) DecodeXML(d *Decoder) error {
	if text, ok := d.xsi("type"); ok {
		if t.Type, ok = d.qname(text); !ok {
			t.Type = wire.QName{Local: d.arena.text(chars.Trim(text))}
		}
	}
	n := d.content(true)
	t.Attrs = slices.DeleteFunc(n.Attrs, func(a wire.Attr) bool { return a.Name.Local == "type" && a.Name.Space == chars.XSIURI })
	t.Children, t.Bindings = n.Children, n.Bindings
	return d.Err()
}

// AppendXML writes all of the element.
func (t *rawTyped) AppendXML(e *Encoder) {
	if !t.Type.IsZero() {
		e.writeTypeQName(t.Type)
	}
	e.Attrs(e.withoutNil(t.Attrs))
	e.Nodes(t.Children)
}

// Node reads the current child as a raw node.
func (d *Decoder) Node() wire.Node {
	d.settle()
	if d.state != onElement {
		return wire.Node{}
	}
	d.noteLeaf()
	n := d.element(nil)
	if d.state != failed {
		d.state = inContent
	}
	return n
}

// Nodes reads the rest of the element being decoded, text included, as raw nodes.
func (d *Decoder) Nodes() []wire.Node {
	if d.state == onElement || d.state == onLeaf {
		d.Skip()
	}
	switch d.state {
	case inTail:
		d.s.Codec().Pop()
		d.state = inContent
	case onAttr:
		d.state = inSlow
	}
	if d.state != inContent && d.state != inSlow {
		return nil
	}
	if d.top.restDue {
		d.restAttrs()
	}
	return d.content(false).Children
}

// content reads the rest of the element being decoded.
func (d *Decoder) content(attrs bool) wire.Node {
	var n wire.Node
	if d.state == failed {
		return n
	}
	if attrs {
		if len(d.notes.ahead) > 0 {
			d.noteAround()
		}
		n.Attrs = d.rawAttrs()
		d.top.restDue = false
	}
	d.children(&n, nil)
	if d.state != failed {
		d.state = atEnd
	}
	if !attrs && len(n.Bindings) > 0 {
		for i := range n.Children {
			if c := &n.Children[i]; c.IsText() {
				c.Bindings = n.Bindings
			}
		}
	}
	return n
}

// element reads the innermost open element and closes it. known are the bindings that outer nodes have.
func (d *Decoder) element(known []wire.Binding) wire.Node {
	n := wire.Node{Name: d.Name(), Attrs: d.rawAttrs()}
	if d.children(&n, known) {
		d.s.Codec().Pop()
	}
	return n
}

func (d *Decoder) rawAttrs() []wire.Attr {
	if len(d.s.Codec().Attrs) == 0 {
		return nil
	}
	attrs := make([]wire.Attr, 0, len(d.s.Codec().Attrs))
	for i := range d.s.Codec().Attrs {
		attrs = d.keepAttr(attrs, &d.s.Codec().Attrs[i])
	}
	return attrs
}

// children reads up to the end tag of the innermost element, whose attributes n has.
func (d *Decoder) children(n *wire.Node, known []wire.Binding) bool {
	for i := range n.Attrs {
		if a := &n.Attrs[i]; a.Name.Space != xsi.URI || a.Name.Local == xsiType.Local { // the others have no names
			d.bindingsOf(n, known, a.Value)
		}
	}
	known = append(slices.Clip(known), n.Bindings...)
	fresh := len(known)
	d.pieces = d.pieces[:0]
	for {
		switch k := d.s.Codec().Next(); k {
		case xmltext.Comment, xmltext.ProcInst:
			if d.conf.Comments {
				d.flush(n)
				n.Children = append(n.Children, d.note(k))
			}
		case xmltext.StartElement:
			d.flush(n)
			n.Children = append(n.Children, d.element(known))
			if d.state == failed {
				return false
			}
		case xmltext.EndElement:
			d.flush(n)
			d.textBindings(n, known[:fresh])
			return d.state != failed
		case xmltext.CharData, xmltext.CData:
			if !d.addPiece() {
				return false
			}
		case xmltext.EntityRef:
			d.Failf("the entity &%s; is used in content", d.s.Codec().Target)
			return false
		case xmltext.EOF:
			d.stop(d.s.Codec().Err)
			return false
		}
	}
}

// flush makes a node of the text since the last child; text that is only cut by comments or CDATA sections is one node.
func (d *Decoder) flush(n *wire.Node) {
	if len(d.pieces) > 0 {
		n.Children = append(n.Children, wire.TextNode(d.arena.text(d.pieces)))
		d.pieces = d.pieces[:0]
	}
}

// textBindings adds the bindings that texts use. What only comments and instructions cut is one text, and may be one name.
func (d *Decoder) textBindings(n *wire.Node, known []wire.Binding) {
	var text []string
	for i := range n.Children {
		switch c := &n.Children[i]; {
		case c.IsText():
			text = append(text, c.Text)
		case c.IsElement() && len(text) > 0:
			d.bindingsOf(n, known, strings.Join(text, ""))
			text = text[:0]
		}
	}
	if len(text) > 0 {
		d.bindingsOf(n, known, strings.Join(text, ""))
	}
}

// bindingsOf adds the bindings of prefixes that the text seems to use, and that of the default namespace where the text
// could be names without prefix. known are the bindings that outer nodes have.
func (d *Decoder) bindingsOf(n *wire.Node, known []wire.Binding, text string) {
	for from := 0; ; {
		i := strings.IndexByte(text[from:], ':')
		if i < 0 {
			break
		}
		i += from
		from = i + 1
		r, _ := utf8.DecodeRuneInString(text[i+1:])
		prefix := lastName(text[:i])
		if prefix == "" || prefix == "xml" || !chars.IsNameStart(r) {
			continue
		}
		if uri, ok := d.s.Lookup(prefix); ok && !d.bindTo(n, known, prefix, uri) {
			return
		}
	}
	if uri, _ := d.s.Lookup(""); uri != boundTo(known, n.Bindings, "") && hasBareName(text) {
		d.bindTo(n, known, "", uri)
	}
}

// bindTo adds a binding to the node unless it is in force there. It reports false where there are too many.
func (d *Decoder) bindTo(n *wire.Node, known []wire.Binding, prefix, uri string) bool {
	if boundTo(known, n.Bindings, prefix) == uri {
		return true
	}
	if len(known)+len(n.Bindings) >= maxRawPrefixes {
		d.s.Codec().FailLimit(d.s.Codec().Tok, "raw content uses more than %d prefixes", maxRawPrefixes)
		d.stop(d.s.Codec().Err)
		return false
	}
	n.Bindings = append(n.Bindings, wire.Binding{Prefix: d.s.Codec().Intern(chars.BytesOf(prefix)), URI: uri})
	return true
}

// boundTo returns what the innermost binding of the prefix says, "" where there is none.
func boundTo(outer, inner []wire.Binding, prefix string) string {
	for _, list := range [][]wire.Binding{inner, outer} {
		for i := len(list) - 1; i >= 0; i-- {
			if list[i].Prefix == prefix {
				return list[i].URI
			}
		}
	}
	return ""
}

// hasBareName reports whether the text could be a list of qualified names one of which has no prefix. Prose is not: its
// marks and numbers are no names.
func hasBareName(text string) bool {
	bare := false
	for word := range strings.FieldsSeq(text) {
		prefix, local, found := strings.Cut(word, ":")
		switch {
		case !found && chars.IsNCName(word):
			bare = true
		case !chars.IsNCName(prefix) || !chars.IsNCName(local):
			return false
		}
	}
	return bare
}

// maxRawPrefixes bounds the prefixes that raw nodes inside each other use in text, since each use is looked for among them.
const maxRawPrefixes = 256

// lastName returns the name that ends s, if it does not run on from something else.
func lastName(s string) string {
	at := len(s)
	for at > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:at])
		if !chars.IsNameChar(r) {
			break
		}
		at -= n
	}
	if !chars.IsNCName(s[at:]) {
		return ""
	}
	return s[at:]
}

// Attrs writes raw attributes. The start tag must be open.
func (e *Encoder) Attrs(attrs []wire.Attr) {
	for i := range attrs {
		a := &attrs[i]
		if !chars.IsNCName(a.Name.Local) || a.Name.Space == "" && a.Name.Local == "xmlns" || a.Name.Space == chars.XMLNSURI {
			e.Failf("%q is no attribute name", a.Name.Local)
			return
		}
		if slices.ContainsFunc(attrs[:i], func(b wire.Attr) bool { return b.Name.Equal(a.Name) }) {
			e.Failf("the attribute %s is there twice", a.Name)
			return
		}
		e.rawAttr(e.runtimePrefix(a.Name), a.Name.Local, a.Value)
	}
}

// Node writes a raw node.
func (e *Encoder) Node(n wire.Node) {
	if e.outline != nil && n.IsElement() {
		e.outline.child(len(e.frames), n.Name.Space, n.Name.Local)
		return
	}
	if e.err != nil {
		return
	}
	switch {
	case n.Kind != wire.Content:
		e.child()
		e.note(&n)
		return
	case !n.IsElement():
		e.anchor(n.Bindings)
		e.text(n.Text)
		return
	case len(e.notes.open) > 0:
		e.countChild(n.Name.Space, n.Name.Local)
	}
	if !chars.IsNCName(n.Name.Local) {
		e.Failf("%q is no element name", n.Name.Local)
		return
	}
	e.child()
	shadows, told := len(e.shadows), e.defTold
	e.cast(e.rawScope(&n), n.Name.Space == "")
	e.openTag(e.rawPrefix(n.Name), n.Name.Local)
	e.declareShadows(e.shadows[shadows:])
	e.rawContent(&n)
	e.end()
	e.defTold = told
}

// Nodes writes raw nodes. Where one of them is text, nothing is indented.
func (e *Encoder) Nodes(nodes []wire.Node) {
	if len(nodes) == 0 || e.err != nil {
		return
	}
	for i := range nodes {
		if n := &nodes[i]; n.IsText() && len(bytes.TrimSpace(chars.BytesOf(n.Text))) > 0 {
			e.openText()
		}
	}
	for i := range nodes {
		e.Node(nodes[i])
	}
}
