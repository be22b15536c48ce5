package codec

import (
	"bytes"
	"slices"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// Attr goes on to the next attribute of the element that the struct has a field for and returns its index in tab.AttrNames, the
// index of tab.AnyAttr, or End. It is called before [Decoder.Next]. Attributes of the namespace xsi are no attributes of a type.
func (d *Decoder) Attr(tab *Table) int {
	if d.state != inSlow && d.state != onAttr || !d.top.restDue {
		if tab.needAttrs() != 0 && d.state != failed {
			d.lackAttrs(tab)
		}
		return End
	}
	for d.attr < len(d.s.Codec().Attrs) {
		a := &d.s.Codec().Attrs[d.attr]
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
	if tab.needAttrs()&^d.top.attrs != 0 {
		d.lackAttrs(tab)
	}
	return End
}

// matchAttr returns the index of the attribute, or End after dealing with one that the table does not know.
func (d *Decoder) matchAttr(tab *Table, a *xmltext.RawAttr) int {
	attrs := tab.entries().attrs
	for i := range attrs {
		if n := &attrs[i]; n.Local == string(a.Local) && d.sameSpace(n, a) {
			d.cur = n
			d.top.attrs |= 1 << i // which is 0 beyond 63
			return i
		}
	}
	if tab.Groups != "" {
		if i := d.matchGroups(tab, a); i != End {
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

// matchGroups returns the index of an attribute of the groups that the struct embeds, or End for others.
func (d *Decoder) matchGroups(tab *Table, a *xmltext.RawAttr) int {
	for _, g := range tab.embedded().list {
		for i := range g.names {
			if n := &g.names[i]; n.Local == string(a.Local) && d.sameSpace(n, a) {
				d.cur = n
				d.top.attrs |= 1 << (g.at + i) // which is 0 beyond 63
				return g.at + i
			}
		}
	}
	return End
}

// sameSpace compares the namespaces of a table entry and an attribute of the same local name.
func (d *Decoder) sameSpace(n *Name, a *xmltext.RawAttr) bool {
	if a.Space == "" && (len(a.Prefix) == 0 && (d.conf.Lenient || d.conf.Unqualified) || len(a.Prefix) > 0 && d.conf.Lenient) {
		return true
	}
	return n.URI() == a.Space && (a.Space != "" || len(a.Prefix) == 0)
}

// isXSI reports whether the attribute belongs to the namespace xsi, or is the nil of the unqualified form.
func (d *Decoder) isXSI(a *xmltext.RawAttr) bool {
	switch {
	case a.Space == chars.XSIURI:
		return true
	case a.Space != "":
		return false
	case string(a.Prefix) == "xsi":
		return true
	}
	// An undeclared prefix is no namespace: what is kept of the attribute is written without it.
	return d.conf.Unqualified && string(a.Local) == "nil"
}

// xsi returns the value of xsi:type or xsi:nil on the current element.
func (d *Decoder) xsi(local string) (value []byte, ok bool) {
	for i := range d.s.Codec().Attrs {
		a := &d.s.Codec().Attrs[i]
		if string(a.Local) == local && d.isXSI(a) {
			return a.Value, true
		}
	}
	return nil, false
}

// keepLocation puts xsi:schemaLocation and xsi:noNamespaceSchemaLocation into the Extra of the struct: any element may
// have them, whatever its type is.
func (d *Decoder) keepLocation(a *xmltext.RawAttr) {
	if local := string(a.Local); a.Space == chars.XSIURI && (local == "schemaLocation" || local == "noNamespaceSchemaLocation") && d.top.extra != nil {
		x := d.top.extra.Codec().Hold()
		x.Attrs = d.keepAttr(x.Attrs, a)
	}
}

// unknownAttr deals with an attribute that the table does not know.
func (d *Decoder) unknownAttr(a *xmltext.RawAttr) {
	switch {
	case (d.conf.Unknown == uint8(wire.KeepUnknown) || d.top.derived) && d.top.extra != nil:
		x := d.top.extra.Codec().Hold()
		x.Attrs = d.keepAttr(x.Attrs, a)
		d.keepBindings(a)
	case d.conf.Unknown == uint8(wire.RefuseUnknown):
		d.Failf("the attribute is unknown here")
	}
}

// keepAttr appends the attribute. Without its prefix, which is not declared, it can have the name of another: only the first
// of those is kept, as a document can have only one.
func (d *Decoder) keepAttr(to []wire.Attr, a *xmltext.RawAttr) []wire.Attr {
	if d.conf.Lenient && a.Space == "" && slices.ContainsFunc(to, func(b wire.Attr) bool { return b.Name.Space == "" && b.Name.Local == string(a.Local) }) {
		return to
	}
	return append(to, d.attrNode(a))
}

// keepBindings puts the bindings of prefixes that the attribute's value seems to use into the Extra of the struct.
func (d *Decoder) keepBindings(a *xmltext.RawAttr) {
	if uri, _ := d.s.Lookup(""); d.top.extra == nil || bytes.IndexByte(a.Value, ':') < 0 && uri == "" {
		return
	}
	var n wire.Node
	if x := d.top.extra.Codec().P; x != nil {
		n.Bindings = x.Bindings
	}
	known := len(n.Bindings)
	if d.bindingsOf(&n, nil, chars.View(a.Value)); len(n.Bindings) > known {
		d.top.extra.Codec().Hold().Bindings = n.Bindings
	}
}

// restAttrs deals with the attributes of a type that has none of its own.
func (d *Decoder) restAttrs() {
	for empty := (&Table{}); d.Attr(empty) != End; {
	}
}

// keepLeafNames keeps what the prefixes in the text of the current child stand for, whose xsi:type says that it is a name: the
// field, whose type is xs:anySimpleType, does not.
func (d *Decoder) keepLeafNames(text []byte) {
	f := d.top
	if f == nil || f.extra == nil || f.extra.Codec().P == nil {
		return
	}
	leaves := f.extra.Codec().P.Leaves
	if len(leaves) == 0 {
		return
	}
	l := &leaves[len(leaves)-1]
	isName := l.Typ.Space == chars.XSDURI && (l.Typ.Local == "QName" || l.Typ.Local == "NOTATION")
	if isName && l.Name == d.cur && l.Run == f.before() {
		l.Bindings = d.scopeOf(string(text))
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
	if !ok || f == nil || f.extra == nil || d.cur == nil {
		return
	}
	q, ok := d.qname(text)
	switch {
	case ok:
	case d.conf.Lenient:
		q = wire.QName{Local: d.arena.text(chars.Trim(text))}
	default:
		d.Failf("xsi:type is %s, which is not a QName with a declared prefix", chars.Quoted(text))
		return
	}
	x := f.extra.Codec().Hold()
	x.AddLeaf(d.cur, f.before(), q)
}

// refuseAttrs refuses attributes of a leaf, which has no place for them, if that is the policy.
func (d *Decoder) refuseAttrs() {
	if d.conf.Unknown != uint8(wire.RefuseUnknown) {
		return
	}
	for i := range d.s.Codec().Attrs {
		if a := &d.s.Codec().Attrs[i]; !d.isXSI(a) {
			d.attr, d.state = i+1, onAttr
			d.Failf("the attribute is unknown here")
			return
		}
	}
}

// RawAttr returns the current attribute, for a field that takes attributes by wildcard.
func (d *Decoder) RawAttr() wire.Attr {
	if d.state != onAttr {
		return wire.Attr{}
	}
	a := &d.s.Codec().Attrs[d.attr-1]
	d.keepBindings(a)
	return d.attrNode(a)
}

func (d *Decoder) attrNode(a *xmltext.RawAttr) wire.Attr {
	return wire.Attr{
		Name:  wire.QName{Space: a.Space, Local: d.s.Codec().Intern(a.Local), Prefix: d.s.Codec().Intern(a.Prefix)},
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
	yes, ok := parseBool(v, d.conf.Lenient)
	if !ok {
		d.Failf("xsi:nil is %s, which is not a boolean", chars.Quoted(v))
	}
	return yes
}

// Derived reports whether the element being decoded has an xsi:type of which the struct knows nothing: then a default of
// the declared type may not hold.
func (d *Decoder) Derived() bool { return d.top != nil && d.top.derived }

// keepType puts the xsi:type of the element into the Extra of its struct.
func (d *Decoder) keepType(x *wire.Extra) {
	text, ok := d.xsi("type")
	if !ok {
		return
	}
	q, ok := d.qname(text)
	switch {
	case ok:
		x.Codec().Hold().Typ = q
		d.top.derived = true
	case d.conf.Lenient:
		x.Codec().Hold().Typ = wire.QName{Local: d.arena.text(chars.Trim(text))}
	default:
		d.Failf("xsi:type is %s, which is not a QName with a declared prefix", chars.Quoted(text))
	}
}

// qname resolves the text of a QName. It reports false for other text and for an undeclared prefix.
func (d *Decoder) qname(text []byte) (wire.QName, bool) {
	word := string(chars.Trim(text))
	prefix, local := chars.SplitQName(word)
	if prefix == "" && len(local) < len(word) || prefix != "" && !chars.IsNCName(prefix) || !chars.IsNCName(local) {
		return wire.QName{}, false
	}
	uri, ok := d.s.Lookup(prefix)
	return wire.QName{Space: uri, Local: local, Prefix: prefix}, ok
}
