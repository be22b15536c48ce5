package codec

import (
	"reflect"
	"strings"
	"sync/atomic"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
)

// structType is a struct as the value of a field.
type structType struct {
	of    reflect.Type
	list  reflect.Type // of such structs
	size  uintptr
	as    func(unsafe.Pointer) Object // what has the methods of a pointer to the struct
	tab   *Table                      // what says all of it; nil where its methods do more
	empty Tabled                      // a nil pointer to it
}

// objectOf returns what is known of a struct of type t. A value of the interface is made out of an empty one of the same type.
func objectOf(t reflect.Type) *structType {
	empty := reflect.Zero(reflect.PointerTo(t)).Interface().(Object)
	o := &structType{of: t, list: reflect.SliceOf(t), size: t.Size(), as: func(p unsafe.Pointer) Object {
		x := empty
		(*itemWords)(unsafe.Pointer(&x)).value = p
		return x
	}}
	if o.empty, _ = empty.(Tabled); o.empty != nil {
		if tab := o.empty.XMLTable(); !tab.Code && tab.saysAll() {
			o.tab = tab
		}
	}
	return o
}

// rawObject is that for a value of xs:anyType.
func rawObject(t reflect.Type) *structType {
	return &structType{of: t, list: reflect.SliceOf(t), size: t.Size(), as: func(p unsafe.Pointer) Object { return (*RawElement)(p) }}
}

// readNew reads the current child into a new struct, to which the field at p is to point.
func (o *structType) readNew(d *Decoder, p unsafe.Pointer) {
	v := reflect.New(o.of).UnsafePointer()
	*(*unsafe.Pointer)(p) = v
	o.read(d, v)
}

// readNext reads it to the end of the list at p.
func (o *structType) readNext(d *Decoder, p unsafe.Pointer) { o.read(d, extend(p, o.list)) }

// read reads the current child into the struct at p.
func (o *structType) read(d *Decoder, p unsafe.Pointer) {
	if o.tab == nil {
		d.object(o.as(p), false)
		return
	}
	if d.state == onLeaf {
		d.settle()
	}
	if d.state != onElement {
		return
	}
	d.push(false)
	o.set().readAll(d, o.tab, p)
	d.leave()
}

// write writes the struct at p as an element.
func (o *structType) write(e *Encoder, n *Name, p unsafe.Pointer) {
	if o.tab == nil || e.kept != nil {
		e.Object(n, o.as(p))
		return
	}
	e.start(n)
	if e.outline == nil {
		o.set().writeAll(e, p)
	}
	e.end()
}

func (o *structType) set() *fieldSet {
	if s := (*fieldSet)(atomic.LoadPointer(&o.tab.set)); s != nil {
		return s
	}
	return o.tab.fields(o.empty)
}

// codec returns the functions of a field that is the struct, a pointer to one or a list.
func (o *structType) codec(shape byte) fieldCodec {
	c := fieldCodec{object: o}
	switch shape {
	case '.':
		c.read = o.read
		c.put = o.write
	case '*':
		c.read = o.readNext
		c.put = func(e *Encoder, n *Name, p unsafe.Pointer) {
			list := (*sliceWords)(p)
			for i := range uintptr(list.len) {
				o.write(e, n, unsafe.Add(list.data, i*o.size))
			}
		}
	case '~', '%':
		return nillableObject(o, shape)
	default:
		c.read = o.readNew
		c.put = func(e *Encoder, n *Name, p unsafe.Pointer) {
			if p = *(*unsafe.Pointer)(p); p != nil {
				o.write(e, n, p)
			}
		}
	}
	return c
}

// saysAll reports whether a table has a word for each of its entries.
func (t *Table) saysAll() bool {
	x := t.entries()
	return describes(t.Fields, t.children()) && describes(t.attrs().AttrFields, len(x.attrs)) && (t.Value != "" || t.Fields != "" || t.attrs().AttrFields != "")
}

// describes reports whether a description has a word for each of n entries that says how it is read and written.
func describes(text string, n int) bool {
	for word := range strings.FieldsSeq(text) {
		if word == "-" || strings.HasSuffix(word, "x?") {
			return false
		}
		n--
	}
	return n <= 0
}

// op is how the value of a field is written where that takes no more than a look at its kind.
type op uint8

const (
	putAny op = iota // as its codec's put says
	putString
	putBool
	putInt32
	putInt64
	putObject
	putObjects // a list
)

// opOf returns how a value of a field of such a kind is written, and whether the field points to it.
func opOf(f *describedField, c *fieldCodec) (o op, pointer bool) {
	of := f.field.Type
	if pointer = f.shape == '?' && of.Kind() == reflect.Pointer; pointer {
		of = of.Elem()
	} else if f.shape == '*' && c.object != nil {
		return putObjects, false
	} else if f.shape != '.' {
		return putAny, false
	}
	switch {
	case isTextKind(f.kind):
		o = putString
	case f.kind == 'b':
		o = putBool
	case f.kind == 'i' && of.Kind() == reflect.Int32:
		o = putInt32
	case f.kind == 'i' && of.Kind() == reflect.Int64:
		o = putInt64
	case c.object != nil:
		o = putObject
	}
	return o, pointer
}

// write writes the content of the struct at p.
func (s *fieldSet) write(e *Encoder, p unsafe.Pointer) {
	if e.kept != nil {
		s.writeKept(e, p)
		return
	}
	tags := s.tags(e)
	for i := range s.content {
		c := &s.content[i]
		v := unsafe.Add(p, c.offset)
		if c.pointer {
			to := *(*unsafe.Pointer)(v)
			if to == nil {
				continue
			}
			if c.op != putAny {
				v = to
			}
		}
		if i >= len(tags) || tags[i].prefix.doc != e.doc {
			c.slow(e, v)
			if s.learn(e, i) {
				tags = s.tags(e)
			}
			continue
		}
		t := &tags[i]
		if !e.calm(shortText) {
			c.slow(e, v)
			continue
		}
		switch c.op { // what is usual is done here: a call would take as long
		case putString:
			text, at := *(*string)(v), len(e.buf)
			if text == "" || len(text) > shortText {
				e.stringLeaf(c.name, text)
				continue
			}
			b := room(e.buf[at : at+leafRoom])
			*(*[tagSize]byte)(b[:]) = t.start
			q := (t.size + len("<>")) & nameMask
			if !copyPlain(b[q:], text) {
				e.editedLeaf(c.name, t, text)
				continue
			}
			q += len(text)
			*(*[tagSize]byte)(b[q : q+tagSize]) = t.end
			e.buf = e.buf[:at+q+t.size+len("</>")]
		case putBool:
			t.bool(e, *(*bool)(v))
		case putInt32:
			t.int(e, int64(*(*int32)(v)))
		case putInt64:
			t.int(e, *(*int64)(v))
		case putObject:
			c.object.quick(e, c.name, t, v)
		case putObjects:
			list := (*sliceWords)(v)
			for i := range uintptr(list.len) {
				c.object.quick(e, c.name, t, unsafe.Add(list.data, i*c.object.size))
			}
		default:
			c.write(e, c.name, v)
		}
	}
}

// writeKept is write where the document that the struct was read from had something that the fields do not say.
func (s *fieldSet) writeKept(e *Encoder, p unsafe.Pointer) {
	for i := range s.content {
		c := &s.content[i]
		v := unsafe.Add(p, c.offset)
		if c.pointer && c.op != putAny {
			to := *(*unsafe.Pointer)(v)
			if to == nil {
				c.write(e, c.name, v) // it may have been empty
				continue
			}
			v = to
		}
		c.slow(e, v)
	}
}

// quick is write where the tag is at hand, as long as it fits.
func (o *structType) quick(e *Encoder, n *Name, t *tag, p unsafe.Pointer) {
	if o.tab == nil || t.prefix.doc != e.doc || !e.calm(0) {
		o.write(e, n, p)
		return
	}
	t.open(e)
	o.set().writeAll(e, p)
	e.end()
}

func (t *tag) int(e *Encoder, n int64) {
	if n < 0 {
		t.number(e, -uint64(n), true)
	} else {
		t.number(e, uint64(n), false)
	}
}

// slow writes a value, which is at v.
func (c *contentStep) slow(e *Encoder, v unsafe.Pointer) {
	switch c.op {
	case putString:
		e.stringLeaf(c.name, *(*string)(v))
	case putBool:
		if b := *(*bool)(v); b || c.pointer || e.kept == nil {
			optBool(e, c.name, b, true)
		} else {
			boolLeaf(e, c.name, b)
		}
	case putInt32:
		c.putInt(e, int64(*(*int32)(v)))
	case putInt64:
		c.putInt(e, *(*int64)(v))
	case putObject:
		c.object.write(e, c.name, v)
	default:
		c.write(e, c.name, v)
	}
}

func (c *contentStep) putInt(e *Encoder, n int64) {
	if c.pointer {
		e.optInt(c.name, n, true)
	} else {
		e.intLeaf(c.name, n)
	}
}

// noPrefix is that of a tag which is not prepared.
var noPrefix = prefix{doc: neverTagged}

// tags returns the tags for the content of a struct that an encoder remembers, one for each field.
func (s *fieldSet) tags(e *Encoder) []tag {
	if s.id < len(e.tags.byTable) {
		return e.tags.byTable[s.id]
	}
	return nil
}

// learn remembers the tag of the field i of the content, if one is prepared. It reports whether it does.
func (s *fieldSet) learn(e *Encoder, i int) bool {
	n := s.content[i].name
	if e.tags == &noTags || n == nil {
		return false
	}
	t := &e.set(n)[0]
	if !t.fits(n, e.doc) {
		return false
	}
	if s.id >= len(e.tags.byTable) {
		e.tags.byTable = append(e.tags.byTable, make([][]tag, s.id+1-len(e.tags.byTable))...)
	}
	list := &e.tags.byTable[s.id]
	if *list == nil {
		*list = make([]tag, len(s.content))
		for k := range *list {
			(*list)[k].prefix = &noPrefix
		}
	}
	(*list)[i] = *t
	return true
}

// readAll reads the element that the decoder is at into the struct at p.
func (s *fieldSet) readAll(d *Decoder, tab *Table, p unsafe.Pointer) {
	d.Begin((*wire.Extra)(unsafe.Add(p, s.extra)))
	if s.plain {
		s.next(d, tab, p)
		return
	}
	if len(s.attrs) > 0 || s.anyAttr > 0 {
		s.readAttrs(d, tab, p)
	}
	switch {
	case s.text != nil:
		s.text.read(d, unsafe.Add(p, s.text.offset))
	case s.mixed != nil:
		s.mixed.read(d, p)
	default:
		s.next(d, tab, p)
	}
}

// writeAll writes the attributes and the content of the struct at p.
func (s *fieldSet) writeAll(e *Encoder, p unsafe.Pointer) {
	e.Begin((*wire.Extra)(unsafe.Add(p, s.extra)))
	if s.plain {
		s.write(e, p)
		return
	}
	for i := range s.groups {
		s.groups[i].write(e, unsafe.Add(p, s.groups[i].offset))
	}
	if n := len(s.attrNames); n > 0 {
		s.writeAttrs(e, p, 0, n-1)
	}
	if s.anyAttr > 0 {
		e.Attrs(*(*[]wire.Attr)(unsafe.Add(p, s.anyAttr-1)))
	}
	if s.text != nil {
		s.text.text(e, unsafe.Add(p, s.text.offset))
	}
	s.write(e, p)
}
