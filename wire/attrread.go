package wire

import (
	"bytes"
	"slices"
	"strings"
)

// Attr goes on to the next attribute of the element that the struct has a field for and returns its index in tab.Attrs, the
// index of tab.AnyAttr, or End. It is called before [Decoder.Next]. Attributes of the namespace xsi are no attributes of a type.
func (d *Decoder) Attr(tab *Table) int {
	if d.state != inSlow && d.state != onAttr || !d.top.restDue {
		if tab.NeedAttrs != 0 && d.state != failed {
			d.lackAttrs(tab)
		}
		return End
	}
	for d.attr < len(d.s.attrs) {
		a := &d.s.attrs[d.attr]
		d.attr++
		d.state = onAttr
		if i := d.matchAttr(tab, a); i != End {
			return i
		}
		if d.state == failed {
			return End
		}
	}
	d.top.restDue = false
	d.state = inSlow
	if tab.NeedAttrs&^d.top.attrs != 0 {
		d.lackAttrs(tab)
	}
	return End
}

// matchAttr returns the index of the attribute, or End after dealing with one that the table does not know.
func (d *Decoder) matchAttr(tab *Table, a *RawAttr) int {
	for i := range tab.Attrs {
		if n := &tab.Attrs[i]; n.Local == string(a.Local) && d.sameSpace(n, a) {
			d.cur = n
			d.top.attrs |= 1 << i // which is 0 beyond 63
			return i
		}
	}
	if d.isXSI(a) {
		d.keepLocation(a)
		return End
	}
	if tab.AnyAttr != nil && tab.AnyAttr.Allows(a.Space) {
		return tab.AnyAttr.Index
	}
	d.unknownAttr(a)
	return End
}

// sameSpace compares the namespaces of a table entry and an attribute of the same local name.
func (d *Decoder) sameSpace(n *Name, a *RawAttr) bool {
	if a.Space == "" && (len(a.Prefix) == 0 && (d.s.lenient || d.s.unqualified) || len(a.Prefix) > 0 && d.s.lenient) {
		return true
	}
	return n.URI() == a.Space && (a.Space != "" || len(a.Prefix) == 0)
}

// isXSI reports whether the attribute belongs to the namespace xsi, or is the nil of the unqualified form.
func (d *Decoder) isXSI(a *RawAttr) bool {
	switch {
	case a.Space == xsiURI:
		return true
	case a.Space != "":
		return false
	case string(a.Prefix) == "xsi":
		return true
	}
	// An undeclared prefix is no namespace: what is kept of the attribute is written without it.
	return d.s.unqualified && string(a.Local) == "nil"
}

// xsi returns the value of xsi:type or xsi:nil on the current element.
func (d *Decoder) xsi(local string) (value []byte, ok bool) {
	for i := range d.s.attrs {
		a := &d.s.attrs[i]
		if string(a.Local) == local && d.isXSI(a) {
			return a.Value, true
		}
	}
	return nil, false
}

// keepLocation puts xsi:schemaLocation and xsi:noNamespaceSchemaLocation into the Extra of the struct: any element may
// have them, whatever its type is.
func (d *Decoder) keepLocation(a *RawAttr) {
	if local := string(a.Local); a.Space == xsiURI && (local == "schemaLocation" || local == "noNamespaceSchemaLocation") && d.top.extra != nil {
		x := d.top.extra.hold()
		x.attrs = d.keepAttr(x.attrs, a)
	}
}

// unknownAttr deals with an attribute that the table does not know.
func (d *Decoder) unknownAttr(a *RawAttr) {
	switch {
	case (d.s.unknown == KeepUnknown || d.top.derived) && d.top.extra != nil:
		x := d.top.extra.hold()
		x.attrs = d.keepAttr(x.attrs, a)
		d.keepBindings(a)
	case d.s.unknown == RefuseUnknown:
		d.Failf("the attribute is unknown here")
	}
}

// keepAttr appends the attribute. Without its prefix, which is not declared, it can have the name of another: only the first
// of those is kept, as a document can have only one.
func (d *Decoder) keepAttr(to []Attr, a *RawAttr) []Attr {
	if d.s.lenient && a.Space == "" && slices.ContainsFunc(to, func(b Attr) bool { return b.Name.Space == "" && b.Name.Local == string(a.Local) }) {
		return to
	}
	return append(to, d.attrNode(a))
}

// keepBindings puts the bindings of prefixes that the attribute's value seems to use into the Extra of the struct.
func (d *Decoder) keepBindings(a *RawAttr) {
	if uri, _ := d.s.Lookup(""); d.top.extra == nil || bytes.IndexByte(a.Value, ':') < 0 && uri == "" {
		return
	}
	var n Node
	if x := d.top.extra.p; x != nil {
		n.Bindings = x.bindings
	}
	known := len(n.Bindings)
	if d.bindingsOf(&n, nil, view(a.Value)); len(n.Bindings) > known {
		d.top.extra.hold().bindings = n.Bindings
	}
}

// restAttrs deals with the attributes of a type that has none of its own.
func (d *Decoder) restAttrs() {
	for empty := (&Table{}); d.Attr(empty) != End; {
	}
}

// leafAttrs deals with the attributes of a leaf.
func (d *Decoder) leafAttrs() {
	d.keepLeafType()
	d.refuseAttrs()
}

// keepLeafType puts the xsi:type of the current child, which has no struct, into the Extra of its parent. Which of several
// occurrences had it is known where they follow each other; in a group that repeats just that of the first is kept.
func (d *Decoder) keepLeafType() {
	text, ok := d.xsi("type")
	f := d.top
	if !ok || f == nil || f.extra == nil || d.cur == nil || d.repeated {
		return
	}
	q, ok := d.qname(text)
	switch {
	case ok:
	case d.s.lenient:
		q = QName{Local: d.arena.text(trim(text))}
	default:
		d.Failf("xsi:type is %s, which is not a QName with a declared prefix", quoted(text))
		return
	}
	x := f.extra.hold()
	x.leaves = append(x.leaves, leafType{d.cur, f.run, q})
}

// refuseAttrs refuses attributes of a leaf, which has no place for them, if that is the policy.
func (d *Decoder) refuseAttrs() {
	if d.s.unknown != RefuseUnknown {
		return
	}
	for i := range d.s.attrs {
		if a := &d.s.attrs[i]; !d.isXSI(a) {
			d.attr, d.state = i+1, onAttr
			d.Failf("the attribute is unknown here")
			return
		}
	}
}

// RawAttr returns the current attribute, for a field that takes attributes by wildcard.
func (d *Decoder) RawAttr() Attr {
	if d.state != onAttr {
		return Attr{}
	}
	a := &d.s.attrs[d.attr-1]
	d.keepBindings(a)
	return d.attrNode(a)
}

func (d *Decoder) attrNode(a *RawAttr) Attr {
	return Attr{
		Name:  QName{Space: a.Space, Local: d.s.intern(a.Local), Prefix: d.s.intern(a.Prefix)},
		Value: d.arena.text(a.Value),
	}
}

// Nil reports whether the current child, or else the element being decoded, has xsi:nil="true".
// In unqualified form a plain nil="true" says the same.
func (d *Decoder) Nil() bool {
	if d.state == onLeaf || d.state == failed {
		return false
	}
	v, ok := d.xsi("nil")
	if !ok {
		return false
	}
	yes, ok := parseBool(v, d.s.lenient)
	if !ok {
		d.Failf("xsi:nil is %s, which is not a boolean", quoted(v))
	}
	return yes
}

// Derived reports whether the element being decoded has an xsi:type of which the struct knows nothing: then a default of
// the declared type may not hold.
func (d *Decoder) Derived() bool { return d.top != nil && d.top.derived }

// keepType puts the xsi:type of the element into the Extra of its struct.
func (d *Decoder) keepType(x *Extra) {
	text, ok := d.xsi("type")
	if !ok {
		return
	}
	q, ok := d.qname(text)
	switch {
	case ok:
		x.hold().typ = q
		d.top.derived = true
	case d.s.lenient:
		x.hold().typ = QName{Local: d.arena.text(trim(text))}
	default:
		d.Failf("xsi:type is %s, which is not a QName with a declared prefix", quoted(text))
	}
}

// qname resolves the text of a QName. It reports false for other text and for an undeclared prefix.
func (d *Decoder) qname(text []byte) (QName, bool) {
	word := string(trim(text))
	prefix, local := splitQName(word)
	if prefix == "" && len(local) < len(word) || prefix != "" && !isNCName(prefix) || !isNCName(local) {
		return QName{}, false
	}
	uri, ok := d.s.Lookup(prefix)
	return QName{Space: uri, Local: local, Prefix: prefix}, ok
}

// splitQName cuts a qualified name at its colon.
func splitQName(text string) (prefix, local string) {
	prefix, local, found := strings.Cut(text, ":")
	if !found {
		return "", prefix
	}
	return prefix, local
}

// trim removes white space at both ends.
func trim(b []byte) []byte {
	for len(b) > 0 && isSpace(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isSpace(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}
