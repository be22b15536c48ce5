package codec

import (
	"slices"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// qnameValue reads a QName; ok is false for an error and for an absent value.
func qnameValue(d *Decoder) (q wire.QName, ok bool) {
	b, ok := d.value()
	if !ok || d.absent(b) {
		return q, false
	}
	q, ok = d.qnameItem(b)
	d.names = nil
	return q, ok
}

// qnameItem resolves a QName. Lenient reading takes one with an undeclared prefix for one in no namespace.
// The prefixes in scope are those of the element, also where its end tag has been read.
func (d *Decoder) qnameItem(b []byte) (wire.QName, bool) {
	if d.names != nil {
		if q, ok := (wire.ScopedText{Bindings: d.names}).QName(string(chars.Trim(b))); ok {
			return q, true
		}
	}
	q, ok := d.qname(b)
	if !ok && (!d.conf.Lenient || q.Local == "") {
		d.invalid(b, "a QName with a declared prefix", nil)
		return wire.QName{}, false
	}
	return wire.QName{Space: q.Space, Local: d.arena.text(chars.BytesOf(q.Local)), Prefix: d.s.Codec().Intern(chars.BytesOf(q.Prefix))}, true
}

// ReadQName reads a qualified name and resolves its prefix.
func ReadQName(d *Decoder, dst *wire.QName) {
	if q, ok := qnameValue(d); ok {
		*dst = q
	}
}

// ReadOptQName is [ReadQName] for an optional field.
func ReadOptQName(d *Decoder, dst **wire.QName) {
	if q, ok := qnameValue(d); ok {
		*dst = &q
	}
}

// ReadQNames is [ReadQName] for one occurrence of a repeated element.
func ReadQNames(d *Decoder, dst *[]wire.QName) {
	if q, ok := qnameValue(d); ok {
		*dst = append(*dst, q)
	}
}

// ReadQNameList reads a list of qualified names. A list without items is empty, not nil.
func ReadQNameList(d *Decoder, dst *[]wire.QName) {
	list := []wire.QName{}
	ok := d.eachItem(func(item []byte) bool {
		q, ok := d.qnameItem(item)
		list = append(list, q)
		return ok
	})
	d.names = nil
	if ok {
		*dst = list
	}
}

// qnameWords joins the names, with prefixes that are declared.
func (e *Encoder) qnameWords(v ...wire.QName) []byte {
	b := e.words[:0]
	for i, q := range v {
		if !chars.IsNCName(q.Local) {
			e.Failf("%q is no local name", q.Local)
			break
		}
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(append(b, e.runtimePrefix(q)...), q.Local...)
	}
	e.words = b
	return b
}

// qnameScope returns the binding that the names need where a default namespace is in force: one in no namespace has no prefix.
func qnameScope(e *Encoder, v ...wire.QName) []wire.Binding {
	if (len(e.shadows) > 0 || e.def != nil) && slices.ContainsFunc(v, func(q wire.QName) bool { return q.Space == "" }) {
		return noDefault
	}
	return nil
}

// qnameLeaf writes an element with the names.
func (e *Encoder) qnameLeaf(n *Name, v ...wire.QName) {
	if e.dropped() {
		return
	}
	if isFilledBy(e, n, v...) {
		e.emptyLeaf(n)
		return
	}
	e.cast(qnameScope(e, v...), false)
	listLeaf(e, n, e.qnameWords(v...))
}

// qnameAttr writes an attribute with the names.
func (e *Encoder) qnameAttr(n *Name, v ...wire.QName) {
	e.declareHere(qnameScope(e, v...))
	listAttr(e, n, e.qnameWords(v...))
}

// qnameText writes the names as the text of the innermost element.
func (e *Encoder) qnameText(v ...wire.QName) {
	if e.isVoid() || isFilledBy(e, &contentName, v...) {
		return
	}
	e.declareHere(qnameScope(e, v...))
	listText(e, e.qnameWords(v...))
}

// WriteQName writes an element with the name. A zero name that the document had as an empty element is written so again.
func WriteQName(e *Encoder, n *Name, v wire.QName) {
	if v.IsZero() && e.kept != nil && e.writeEmpty(n) {
		return
	}
	e.qnameLeaf(n, v)
}

// WriteOptQName writes an element, unless v is nil.
func WriteOptQName(e *Encoder, n *Name, v *wire.QName) {
	if v == nil {
		e.missing(n)
		return
	}
	e.qnameLeaf(n, *v)
}

// WriteQNames writes an element for each name.
func WriteQNames(e *Encoder, n *Name, v []wire.QName) {
	for _, q := range v {
		e.qnameLeaf(n, q)
	}
	e.missingEach(n)
}

// WriteQNameAttr writes an attribute.
func WriteQNameAttr(e *Encoder, n *Name, v wire.QName) {
	if v.IsZero() && e.kept != nil && e.writeEmptyAttr(n) {
		return
	}
	e.qnameAttr(n, v)
}

// WriteOptQNameAttr writes an attribute, unless v is nil.
func WriteOptQNameAttr(e *Encoder, n *Name, v *wire.QName) {
	if v == nil {
		e.missingAttr(n)
		return
	}
	e.qnameAttr(n, *v)
}

// WriteQNameText writes the text of an element with simple content.
func WriteQNameText(e *Encoder, v wire.QName) {
	if v.IsZero() && e.kept != nil && empties(e.kept, &contentName) > 0 {
		return
	}
	e.qnameText(v)
}

// WriteQNameList writes an element with the names, unless v is nil.
func WriteQNameList(e *Encoder, n *Name, v []wire.QName) {
	if v != nil {
		e.qnameLeaf(n, v...)
	}
}

// WriteQNameListAttr writes an attribute with the names, unless v is nil.
func WriteQNameListAttr(e *Encoder, n *Name, v []wire.QName) {
	if v != nil {
		e.qnameAttr(n, v...)
	}
}

// WriteQNameListText writes a list as the text of an element with simple content.
func WriteQNameListText(e *Encoder, v []wire.QName) { e.qnameText(v...) }
