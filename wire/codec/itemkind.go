package codec

import (
	"reflect"
	"unsafe"
)

// itemKind is what an encoder knows of the items of one type in lists of one interface. To ask each item again, by way of
// another interface than its own, would take longer than to write it.
type itemKind struct {
	from    unsafe.Pointer // the methods of the list's interface, nil in an empty slot
	methods unsafe.Pointer // the same as an Item
	typ     *ItemType
	text    bool // the value is a string
}

const itemKinds = 32 // slots for them

// kindSlot returns where the kind of the items with those methods belongs.
func kindSlot(e *Encoder, from unsafe.Pointer) *itemKind {
	return &e.kinds[(uintptr(from)>>4^uintptr(from)>>9)%itemKinds]
}

func (k *itemKind) learn(from unsafe.Pointer, x Item) {
	*k = itemKind{from: from, methods: (*itemWords)(unsafe.Pointer(&x)).methods, typ: x.XMLItem()}
	k.text = k.typ == &textItem && reflect.TypeOf(x).Kind() == reflect.String
}

// writeItem writes an item of the kind.
func (e *Encoder) writeItem(k *itemKind, value unsafe.Pointer) {
	if k.text {
		s := *(*string)(value)
		if at := len(e.buf); e.kept == nil && s != "" && len(s) <= shortText && cap(e.buf)-at >= len(s) && copyPlain(e.buf[at:at+len(s)], s) {
			e.buf = e.buf[:at+len(s)]
			e.openText()
			return
		}
		e.text(s)
		return
	}
	words := itemWords{k.methods, value}
	x := *(*Item)(unsafe.Pointer(&words))
	if k.typ.Whole {
		x.AppendXML(e)
		return
	}
	if e.kept != nil || e.outline != nil {
		e.Object(&k.typ.Name, x)
		return
	}
	e.start(&k.typ.Name)
	x.AppendXML(e)
	e.end()
}
