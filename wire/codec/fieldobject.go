package codec

import (
	"reflect"
	"strings"
	"sync/atomic"
	"unsafe"
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
