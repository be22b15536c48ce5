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
