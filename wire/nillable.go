package wire

// Nillable is the value of a nillable element. The zero value is an absent element; Nil is xsi:nil="true"; else Value
// is set. Value may accompany Nil where the element has attributes.
type Nillable[T any] struct {
	Value *T
	Nil   bool
}

// ReadNillable reads a nillable element of simple type: read is the function for its type, such as ReadInt.
func ReadNillable[T any](d *Decoder, dst *Nillable[T], read func(*Decoder, *T)) {
	*dst = Nillable[T]{Nil: d.Nil()}
	if dst.Nil {
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
func ReadNillables[T any](d *Decoder, dst *[]Nillable[T], read func(*Decoder, *T)) {
	var v Nillable[T]
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
func ReadNillableObject[T any, P objectPointer[T]](d *Decoder, dst *Nillable[T]) {
	*dst = Nillable[T]{Nil: d.Nil()}
	if dst.Nil && !d.hasAttrs() {
		d.Skip()
		return
	}
	dst.Value = new(T)
	d.Object(P(dst.Value))
}

// ReadNillableObjects is [ReadNillableObject] for one occurrence of a repeated element.
func ReadNillableObjects[T any, P objectPointer[T]](d *Decoder, dst *[]Nillable[T]) {
	var v Nillable[T]
	ReadNillableObject[T, P](d, &v)
	*dst = append(*dst, v)
}

// hasAttrs reports whether the current child has attributes beside xsi:nil, which only a value can hold: those of its
// type, and xsi:type.
func (d *Decoder) hasAttrs() bool {
	for i := range d.s.attrs {
		if a := &d.s.attrs[i]; !d.isXSI(a) || string(a.Local) == "type" {
			return true
		}
	}
	return false
}

// WriteNillable writes a nillable element of simple type: write is the function for its type, such as WriteInt.
func WriteNillable[T any](e *Encoder, n *Name, v Nillable[T], write func(*Encoder, *Name, T)) {
	switch {
	case v.Nil:
		e.Nil(n, nil)
	case v.Value != nil:
		write(e, n, *v.Value)
	default:
		e.missing(n)
	}
}

// WriteNillables writes an element for each value; an absent one is written as nil, since a list has no gaps.
func WriteNillables[T any](e *Encoder, n *Name, v []Nillable[T], write func(*Encoder, *Name, T)) {
	for _, x := range v {
		x.Nil = x.Nil || x.Value == nil
		WriteNillable(e, n, x, write)
	}
	e.missingEach(n)
}

// WriteNillableObject writes a nillable element of complex type.
func WriteNillableObject[T any, P objectPointer[T]](e *Encoder, n *Name, v Nillable[T]) {
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
func WriteNillableObjects[T any, P objectPointer[T]](e *Encoder, n *Name, v []Nillable[T]) {
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

// WriteEach writes an element for each value with a function that writes a single one, such as WriteStringList.
func WriteEach[T any](e *Encoder, n *Name, v []T, write func(*Encoder, *Name, T)) {
	for _, x := range v {
		write(e, n, x)
	}
}
