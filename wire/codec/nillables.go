package codec

import "github.com/wbxgen/wbxgen/wire"

// ReadNillable reads a nillable element of simple type: read is the function for its type, such as ReadInt.
func ReadNillable[T any](d *Decoder, dst *wire.Nillable[T], read func(*Decoder, *T)) {
	*dst = wire.Nillable[T]{Nil: d.Nil()}
	if dst.Nil {
		d.noteLeaf()
		d.keepLeafType()
		d.Skip()
		return
	}
	d.void = false
	v := new(T)
	if read(d, v); !d.void {
		dst.Value = v
	}
}

// ReadNillables is [ReadNillable] for one occurrence of a repeated element.
func ReadNillables[T any](d *Decoder, dst *[]wire.Nillable[T], read func(*Decoder, *T)) {
	var v wire.Nillable[T]
	if ReadNillable(d, &v, read); v.Nil || v.Value != nil {
		*dst = append(*dst, v)
	}
}

// objectPointer is a pointer to T that is an [Object].
type objectPointer[T any] interface {
	*T
	Object
}

// ReadNillableObject reads a nillable element of complex type.
func ReadNillableObject[T any, P objectPointer[T]](d *Decoder, dst *wire.Nillable[T]) {
	*dst = wire.Nillable[T]{Nil: d.Nil()}
	if dst.Nil && !d.hasAttrs() {
		d.noteLeaf()
		d.Skip()
		return
	}
	dst.Value = new(T)
	d.Object(P(dst.Value))
}

// ReadNillableObjects is [ReadNillableObject] for one occurrence of a repeated element.
func ReadNillableObjects[T any, P objectPointer[T]](d *Decoder, dst *[]wire.Nillable[T]) {
	var v wire.Nillable[T]
	ReadNillableObject[T, P](d, &v)
	*dst = append(*dst, v)
}

// hasAttrs reports whether the current child has attributes beside xsi:nil, which only a value can hold: those of its
// type, and xsi:type.
func (d *Decoder) hasAttrs() bool {
	for i := range d.s.Codec().Attrs {
		if a := &d.s.Codec().Attrs[i]; !d.isXSI(a) || string(a.Local) == "type" {
			return true
		}
	}
	return false
}

// WriteNillable writes a nillable element of simple type: write is the function for its type, such as WriteInt.
func WriteNillable[T any](e *Encoder, n *Name, v wire.Nillable[T], write func(*Encoder, *Name, T)) {
	switch {
	case v.Nil:
		e.Nil(n, nil)
	case v.Value != nil:
		at := len(e.buf)
		if write(e, n, *v.Value); len(e.buf) == at && !e.dropped() {
			e.emptyLeaf(n) // a list that is nil has no items
		}
	default:
		e.missing(n)
	}
}

// WriteNillables writes an element for each value; an absent one is written as nil, since a list has no gaps.
func WriteNillables[T any](e *Encoder, n *Name, v []wire.Nillable[T], write func(*Encoder, *Name, T)) {
	for _, x := range v {
		x.Nil = x.Nil || x.Value == nil
		WriteNillable(e, n, x, write)
	}
	e.missingEach(n)
}

// WriteNillableObject writes a nillable element of complex type.
func WriteNillableObject[T any, P objectPointer[T]](e *Encoder, n *Name, v wire.Nillable[T]) {
	switch {
	case v.Nil && v.Value != nil:
		e.Nil(n, P(v.Value))
	case v.Nil:
		e.Nil(n, nil)
	case v.Value != nil:
		e.Object(n, P(v.Value))
	}
}

// WriteNillableObjects writes an element for each value; an absent one is written as nil, since a list has no gaps.
func WriteNillableObjects[T any, P objectPointer[T]](e *Encoder, n *Name, v []wire.Nillable[T]) {
	for _, x := range v {
		x.Nil = x.Nil || x.Value == nil
		WriteNillableObject[T, P](e, n, x)
	}
}

// ReadEach reads one occurrence of a repeated element with a function that reads a single one, such as ReadStringList.
func ReadEach[T any](d *Decoder, dst *[]T, read func(*Decoder, *T)) {
	var v T
	read(d, &v)
	*dst = append(*dst, v)
}

// WriteEach writes an element for each list with a function that writes a single one, such as WriteStringList. A list that
// is nil has its element too.
func WriteEach[T ~[]E, E any](e *Encoder, n *Name, v []T, write func(*Encoder, *Name, T)) {
	for _, x := range v {
		if x == nil {
			e.emptyLeaf(n)
			continue
		}
		write(e, n, x)
	}
}

// ReadNillableRaw reads a nillable element of xs:anyType.
func ReadNillableRaw(d *Decoder, dst *wire.Nillable[wire.AnyElement]) {
	*dst = wire.Nillable[wire.AnyElement]{Nil: d.Nil()}
	if dst.Nil && !d.hasAttrs() {
		d.noteLeaf()
		d.Skip()
		return
	}
	dst.Value = new(wire.AnyElement)
	d.Object((*RawElement)(dst.Value))
}

// ReadNillableRaws is [ReadNillableRaw] for one occurrence of a repeated element.
func ReadNillableRaws(d *Decoder, dst *[]wire.Nillable[wire.AnyElement]) {
	var v wire.Nillable[wire.AnyElement]
	ReadNillableRaw(d, &v)
	*dst = append(*dst, v)
}

// WriteNillableRaw writes a nillable element of xs:anyType.
func WriteNillableRaw(e *Encoder, n *Name, v wire.Nillable[wire.AnyElement]) {
	switch {
	case v.Nil && v.Value != nil:
		e.Nil(n, (*RawElement)(v.Value))
	case v.Nil:
		e.Nil(n, nil)
	case v.Value != nil:
		e.Object(n, (*RawElement)(v.Value))
	}
}

// WriteNillableRaws writes an element for each value; an absent one is written as nil, since a list has no gaps.
func WriteNillableRaws(e *Encoder, n *Name, v []wire.Nillable[wire.AnyElement]) {
	for _, x := range v {
		x.Nil = x.Nil || x.Value == nil
		WriteNillableRaw(e, n, x)
	}
}
