package codec

import (
	"reflect"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
)

// itemKind is what an encoder knows of the items of one type in lists of one interface. To ask each item again, by way of
// another interface than its own, would take longer than to write it.
type itemKind struct {
	from    unsafe.Pointer // the methods of the list's interface, nil in an empty slot
	methods unsafe.Pointer // the same as an Item
	typ     *itemType
	mixed   *mixedType // nil for types that are none, or that have to write some attribute themselves
	text    bool       // the value is a string
	leaf    bool       // the value is a struct of one string, whole as itemType.Text says
}

const (
	kindBits = 6 // of the number of slots for kinds
	kindStep = 8 // slots that a kind may be in
)

// itemKinds are the kinds that an encoder knows.
type itemKinds [1 << kindBits]itemKind

// first returns the first slot in which the kind of items with those methods may be.
func (list *itemKinds) first(methods unsafe.Pointer) *itemKind { return &list[kindHash(methods)] }

func kindHash(methods unsafe.Pointer) uint64 {
	const spread = 0x9E3779B97F4A7C15 // 2^64 over the golden ratio
	return uint64(uintptr(methods)) * spread >> (64 - kindBits)
}

// other returns the kind of an item that has the interface to which of is a pointer, where it is not in its first slot, but in
// one of those behind. Where they are taken by others, it takes the first.
func (list *itemKinds) other(x *itemWords, of any) *itemKind {
	at := kindHash(x.methods)
	for n := range uint64(kindStep) {
		k := &list[(at+n)%(1<<kindBits)]
		if k.from == nil {
			k.learn(x, of)
		}
		if k.from == x.methods {
			return k
		}
	}
	k := &list[at]
	k.learn(x, of)
	return k
}

// learn makes k the kind of an item that has the interface to which of is a pointer.
func (k *itemKind) learn(words *itemWords, of any) {
	x := reflect.NewAt(reflect.TypeOf(of).Elem(), unsafe.Pointer(words)).Elem().Interface().(Item)
	*k = itemKind{from: words.methods, methods: (*itemWords)(unsafe.Pointer(&x)).methods, typ: typeOfItem(x)}
	k.text = k.typ == &textItem && reflect.TypeOf(x).Kind() == reflect.String
	if k.typ.New == nil || reflect.TypeOf(k.typ.New()) != reflect.TypeOf(x) {
		return // a type of the user's that embeds a generated one has its methods, but not its layout
	}
	k.leaf = k.typ.Text != 0
	if m := mixedTypeOf(x); m != nil && m.all {
		k.mixed = m
	}
}

// write writes items that have the interface to which of is a pointer.
func (list *itemKinds) write(e *Encoder, items []itemWords, of any) {
	for i := range items {
		x := &items[i]
		if x.methods == nil || x.value == nil {
			gapInList(e)
			continue
		}
		if x.methods == e.texts && e.writeShort(*(*string)(x.value)) {
			continue
		}
		k := list.first(x.methods)
		if k.from != x.methods {
			k = list.other(x, of)
		}
		k.write(e, x.value)
	}
}

// writeMixed is write for mixed content.
func (list *itemKinds) writeMixed(e *Encoder, items []itemWords, of any) {
	if e.pretty {
		in := reflect.TypeOf(of).Elem()
		for i := range items {
			if x, _ := reflect.NewAt(in, unsafe.Pointer(&items[i])).Elem().Interface().(Item); isText(x) {
				e.openText()
			}
		}
	}
	list.write(e, items, of)
}

// writeShort writes a short text of which nothing needs escaping. Otherwise it writes nothing and reports false.
func (e *Encoder) writeShort(s string) bool {
	at := len(e.buf)
	if e.slow || e.kept != nil || len(s) > shortText || cap(e.buf)-at < len(s) || !copyPlain(e.buf[at:at+len(s)], s) {
		return false
	}
	e.buf = e.buf[:at+len(s)]
	return true
}

// write writes an item of the kind.
func (k *itemKind) write(e *Encoder, value unsafe.Pointer) {
	if k.text {
		if e.texts = k.from; !e.writeShort(*(*string)(value)) {
			e.text(*(*string)(value))
		}
		return
	}
	if e.kept == nil && e.outline == nil {
		switch {
		case k.mixed != nil && k.mixed.write(e, &k.typ.Name, value):
			return
		case k.leaf && value != nil:
			e.stringLeaf(&k.typ.Name, *(*string)(value))
			return
		}
	}
	words := itemWords{k.methods, value}
	x := *(*Item)(unsafe.Pointer(&words))
	if k.typ.Whole {
		at := len(e.buf)
		if x.AppendXML(e); len(e.buf) == at && !e.dropped() {
			writeUnset(e, k.typ, x)
		}
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

// write writes an element of the type, where its tags are prepared, its struct keeps nothing else and its attributes need no
// escaping. Otherwise it writes nothing and reports false.
func (m *mixedType) write(e *Encoder, n *Name, v unsafe.Pointer) bool {
	if v == nil || (*wire.Extra)(unsafe.Add(v, m.extra)).Codec().P != nil {
		return false
	}
	for _, offset := range m.others {
		if *(*unsafe.Pointer)(unsafe.Add(v, offset)) != nil {
			return false
		}
	}
	t := &e.set(n)[0]
	if !e.calm(0) || !t.fits(n, e.doc) {
		return false
	}
	at := len(e.buf)
	b := room(e.buf[at : at+leafRoom])
	*(*[tagSize]byte)(b[:]) = t.start
	e.buf = e.buf[:at+len("<>")+t.size]
	if len(m.attrs) > 0 && !m.writeAttrs(e, v) {
		e.buf = e.buf[:at]
		return false
	}
	list := *(*[]itemWords)(unsafe.Add(v, m.content))
	if len(list) == 0 {
		e.buf = append(e.buf[:len(e.buf)-len(">")], "/>"...)
		return true
	}
	if len(list) == 1 && m.writeText(e, t, &list[0]) {
		return true
	}
	e.push(at+len("<"), t.size)
	e.kinds.write(e, list, m.items)
	t.close(e, n)
	return true
}

// close is Encoder.end for an element of that name that was opened with the tag, in one of which nothing is kept. The tag may have
// had to give way to others.
func (t *tag) close(e *Encoder, n *Name) {
	at := len(e.buf)
	if at == e.top().body || !e.calm(0) || !t.fits(n, e.doc) {
		e.end()
		return
	}
	b := room(e.buf[at : at+leafRoom])
	*(*[tagSize]byte)(b[:]) = t.end
	e.buf = e.buf[:at+t.size+len("</>")]
	e.frames = e.frames[:len(e.frames)-1]
}

// writeAttrs writes the attributes into the start tag that ends the buffer. It reports false where one needs escaping, is long, or
// is required and empty.
func (m *mixedType) writeAttrs(e *Encoder, v unsafe.Pointer) bool {
	e.buf = e.buf[:len(e.buf)-len(">")]
	for i, offset := range m.places {
		p := unsafe.Add(v, offset)
		isDirect := m.direct>>i&1 != 0
		if !isDirect {
			if p = *(*unsafe.Pointer)(p); p == nil {
				continue
			}
		}
		value := *(*string)(p)
		if value == "" && isDirect || !m.attrs[i].write(e, value) {
			return false // the first may have a fixed value
		}
	}
	e.buf = append(e.buf, '>')
	return true
}

// write writes the attribute. It reports false where the value is long or needs escaping, or the name is long.
func (a *mixedAttr) write(e *Encoder, value string) bool {
	prefix := e.attrPrefix(a.name) // which may use the room behind the buffer
	if len(value) > shortText || len(a.lead)+len(prefix) > leafRoom-shortText-len(`"`) || !e.calm(0) {
		return false
	}
	at := len(e.buf)
	b := room(e.buf[at : at+leafRoom])
	p := len(a.lead)
	if prefix == "" && p <= tagSize {
		*(*[tagSize]byte)(b[:]) = a.block
	} else {
		b[0] = ' '
		p = 1 + copy(b[1:], prefix)
		p += copy(b[p:], a.lead[1:])
	}
	if !copyQuoted(b[p:], value) {
		return false
	}
	p += len(value)
	b[p] = '"'
	e.buf = e.buf[:at+p+1]
	return true
}

// writeText writes the content of an element behind its start tag, and the end tag, where the only item is a short text.
func (m *mixedType) writeText(e *Encoder, t *tag, x *itemWords) bool {
	if x.methods != e.texts || x.methods == nil {
		return false
	}
	s := *(*string)(x.value)
	if s == "" || len(s) > shortText || !e.calm(0) {
		return false
	}
	at := len(e.buf)
	b := room(e.buf[at : at+leafRoom])
	if !copyPlain(b[:], s) {
		return false
	}
	p := len(s)
	*(*[tagSize]byte)(b[p : p+tagSize]) = t.end
	e.buf = e.buf[:at+p+t.size+len("</>")]
	return true
}

// writeUnset writes the element of an item whose value nobody has set, since a list has no gaps: one that can be nil is so, and
// a list has no items.
func writeUnset(e *Encoder, t *itemType, x Item) {
	v := reflect.Indirect(reflect.ValueOf(x))
	if t == &textItem || t == &rawItem || v.Kind() != reflect.Struct || v.NumField() != 1 {
		return
	}
	switch v.Field(0).Kind() {
	case reflect.Struct:
		e.Nil(&t.Name, nil)
	case reflect.Slice:
		e.emptyLeaf(&t.Name)
	case reflect.Interface:
		gapInList(e)
	}
}
