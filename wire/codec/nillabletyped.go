package codec

import "github.com/wbxgen/wbxgen/wire"

// ReadNillableTyped reads a nillable element of a polymorphic slot; fallback is that of [Decoder.Typed].
func ReadNillableTyped(d *Decoder, dst *wire.Nillable[wire.Typed], fallback func() wire.Typed) {
	*dst = wire.Nillable[wire.Typed]{Nil: d.Nil()}
	if dst.Nil && !d.hasAttrs() {
		d.Skip()
		return
	}
	var v wire.Typed
	if d.Typed(&v, fallback); v != nil {
		dst.Value = &v
	}
}

// ReadNillableTypeds is [ReadNillableTyped] for one occurrence of a repeated element.
func ReadNillableTypeds(d *Decoder, dst *[]wire.Nillable[wire.Typed], fallback func() wire.Typed) {
	var v wire.Nillable[wire.Typed]
	ReadNillableTyped(d, &v, fallback)
	*dst = append(*dst, v)
}

// WriteNillableTyped writes a nillable element of a polymorphic slot. plain reports whether a value is of the slot's
// declared type, so that it needs no xsi:type; it is nil where that type is abstract.
func WriteNillableTyped(e *Encoder, n *wire.Name, v wire.Nillable[wire.Typed], plain func(wire.Typed) bool) {
	switch {
	case v.Value == nil || *v.Value == nil:
		if v.Nil {
			e.Nil(n, nil)
		}
	case v.Nil:
		e.nilTyped(n, *v.Value, plain != nil && plain(*v.Value))
	case plain != nil && plain(*v.Value):
		e.Object(n, AppenderOf(*v.Value))
	default:
		e.Typed(n, *v.Value)
	}
}

// WriteNillableTypeds writes an element for each value; an absent one is written as nil, since a list has no gaps.
func WriteNillableTypeds(e *Encoder, n *wire.Name, v []wire.Nillable[wire.Typed], plain func(wire.Typed) bool) {
	for _, x := range v {
		x.Nil = x.Nil || x.Value == nil
		WriteNillableTyped(e, n, x, plain)
	}
}
