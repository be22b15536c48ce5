package wire

// Typed decodes the current child of a polymorphic slot: xsi:type says which type it has. Without xsi:type, fallback makes
// the value; a nil fallback stands for an abstract type, which is an error, or raw in lenient reading.
// A type that the registry does not know becomes a [*RawTyped].
func (d *Decoder) Typed(dst *Typed, fallback func() Typed) {
	d.settle()
	if d.state != onElement {
		return
	}
	v := d.newTyped(fallback)
	if v == nil {
		return
	}
	*dst = v
	d.object(v, true)
}

func (d *Decoder) newTyped(fallback func() Typed) Typed {
	text, ok := d.xsi("type")
	if ok {
		return d.typeOf(trim(text))
	}
	if fallback != nil {
		if v := fallback(); v != nil {
			return v
		}
	}
	if d.s.lenient {
		return new(RawTyped)
	}
	d.Failf("xsi:type is missing, and the type of %s is abstract", d.Name())
	return nil
}

// typeOf returns a new value of the type that the text of xsi:type names.
func (d *Decoder) typeOf(text []byte) Typed {
	types := d.s.types
	if v, ok := types.NewByText(view(text)); ok {
		return v
	}
	q, declared := d.qname(text)
	if declared {
		if v, ok := types.New(q); ok {
			return v
		}
	}
	if d.s.lenient && (!declared || q.Space == "") {
		if v, ok := types.guess(q.Prefix, q.Local); ok {
			return v
		}
	}
	if !declared && !d.s.lenient {
		d.Failf("xsi:type is %s, which is not a QName with a declared prefix", quoted(text))
		return nil
	}
	return new(RawTyped)
}
