package codec

import "github.com/wbxgen/wbxgen/wire"

// writeType writes xsi:type for the type.
func (e *Encoder) writeType(n wire.Name) {
	if e.conf.TypeText != nil {
		if text, ok := e.conf.TypeText(n.URI(), n.Local); ok {
			e.stringAttr(&xsiType, text)
			return
		}
	}
	if n.URI() == "" {
		e.declareHere(e.noSpace())
	}
	e.writeTypeText(e.prefix(n.Space).text, n.Local)
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
	xsiType = wire.Name{Space: &wire.XSI, Local: "type"}
	xsiNil  = wire.Name{Space: &wire.XSI, Local: "nil"}
)
