package codec

import (
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// writeType writes xsi:type for the type of a value.
func (e *Encoder) writeType(v wire.Typed) {
	space, local := door.Split(string(v.XMLType()))
	if e.conf.TypeText != nil {
		if text, ok := e.conf.TypeText(space, local); ok {
			e.stringAttr(&xsiType, text)
			return
		}
	}
	if space == "" {
		e.declareHere(e.noSpace())
	}
	e.writeTypeText(e.typePrefix(space, v), local)
}

// typePrefix returns the prefix of the namespace that a value's type is in. What the type's authors call it matters where
// the document has none yet.
func (e *Encoder) typePrefix(space string, v any) string {
	if space == "" {
		return ""
	}
	if p := e.ownOf(space); p != nil {
		return p.text
	}
	if t, ok := v.(Tabled); ok {
		if ns := t.XMLTable().space(space); ns != nil {
			return e.prefix(ns).text
		}
	}
	return e.prefixOf(space, "", true).text
}

// writeTypeQName writes xsi:type for a type that a document named.
func (e *Encoder) writeTypeQName(q wire.QName) {
	if q.Space == "" {
		e.declareHere(e.noSpace())
	}
	e.writeTypeText(e.typeOf(q))
}

// typeOf returns the value of xsi:type for a type that a document named: a prefix and the rest.
func (e *Encoder) typeOf(q wire.QName) (prefix, text string) {
	if e.conf.TypeText != nil && q.Space != "" {
		if text, ok := e.conf.TypeText(q.Space, q.Local); ok {
			return "", text
		}
	}
	return e.runtimePrefix(q), q.Local
}

func (e *Encoder) writeTypeText(prefix, local string) {
	e.openAttr(&xsiType)
	e.typeValue(prefix, local)
	e.closeAttr()
}

func (e *Encoder) typeValue(prefix, local string) {
	e.buf = append(e.buf, prefix...)
	var fault string
	if e.buf, fault = escapeAttr(e.buf, local); fault != "" {
		e.failAt("@type", fault)
	}
}

// The attributes of XML Schema that a document has.
var (
	xsiType = Name{Space: &xsi, Local: "type"}
	xsiNil  = Name{Space: &xsi, Local: "nil"}
)
