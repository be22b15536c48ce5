package codec

import (
	"reflect"
	"unsafe"
)

// nillableWords are the words of a [wire.Nillable], whatever its value is.
type nillableWords struct {
	value unsafe.Pointer
	null  bool
}

// nillableObject returns the functions of a nillable field of structs.
func nillableObject(o *structType, shape byte) (c fieldCodec) {
	read := func(d *Decoder) (v nillableWords) {
		if v.null = d.Nil(); v.null && !d.hasAttrs() {
			d.noteLeaf()
			d.Skip()
			return v
		}
		v.value = reflect.New(o.of).UnsafePointer()
		o.read(d, v.value)
		return v
	}
	write := func(e *Encoder, n *Name, v nillableWords) {
		switch {
		case v.null && v.value != nil:
			e.Nil(n, o.as(v.value))
		case v.null:
			e.Nil(n, nil)
		case v.value != nil:
			o.write(e, n, v.value)
		}
	}
	if shape == '~' {
		c.read = func(d *Decoder, p unsafe.Pointer) { *(*nillableWords)(p) = read(d) }
		c.put = func(e *Encoder, n *Name, p unsafe.Pointer) { write(e, n, *(*nillableWords)(p)) }
		return c
	}
	c.read = func(d *Decoder, p unsafe.Pointer) {
		list := (*[]nillableWords)(p)
		*list = append(*list, read(d))
	}
	c.put = func(e *Encoder, n *Name, p unsafe.Pointer) {
		for _, v := range *(*[]nillableWords)(p) {
			v.null = v.null || v.value == nil // a list has no gaps
			write(e, n, v)
		}
	}
	return c
}
