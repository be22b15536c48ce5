package codec

import (
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// Typed decodes the current child of a polymorphic slot: xsi:type says which type it has. Without xsi:type, fallback makes
// the value; a nil fallback stands for an abstract type, which is an error, or raw in lenient reading.
// A type that the registry does not know becomes a [*wire.RawTyped].
func (d *Decoder) Typed(dst *wire.Typed, fallback func() wire.Typed) {
	d.settle()
	if d.state != onElement {
		return
	}
	v := d.newTyped(fallback)
	if v == nil {
		return
	}
	*dst = v
	d.object(ObjectOf(v), true)
}

func (d *Decoder) newTyped(fallback func() wire.Typed) wire.Typed {
	text, ok := d.xsi("type")
	if ok {
		return d.typeOf(chars.Trim(text))
	}
	if fallback != nil {
		if v := fallback(); v != nil {
			return v
		}
	}
	if d.conf.Lenient {
		return new(wire.RawTyped)
	}
	d.Failf("xsi:type is missing, and the type of %s is abstract", d.Name())
	return nil
}

// typeOf returns a new value of the type that the text of xsi:type names.
func (d *Decoder) typeOf(text []byte) wire.Typed {
	types := d.types()
	if v, ok := types.ByText(chars.View(text)).(wire.Typed); ok {
		return v
	}
	q, declared := d.qname(text)
	if declared {
		if v, ok := types.ByName(q.Space, q.Local).(wire.Typed); ok {
			return v
		}
	}
	if d.conf.Lenient && (!declared || q.Space == "") {
		if v, ok := types.Guess(q.Prefix, q.Local).(wire.Typed); ok {
			return v
		}
	}
	if !declared && !d.conf.Lenient {
		d.Failf("xsi:type is %s, which is not a QName with a declared prefix", chars.Quoted(text))
		return nil
	}
	return new(wire.RawTyped)
}

// types returns the types that xsi:type may name.
func (d *Decoder) types() door.TypeSource {
	if d.conf.Types == nil {
		return noTypes{}
	}
	return d.conf.Types
}

// noTypes is a registry without types.
type noTypes struct{}

func (noTypes) ByName(string, string) any       { return nil }
func (noTypes) Element(space, local string) any { return nil }

func (noTypes) ByText(string) any        { return nil }
func (noTypes) Guess(string, string) any { return nil }
