package codec

import (
	"reflect"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// attrDefault is the default of an attribute that a table describes.
type attrDefault struct {
	text  string // as the schema has it
	shown string // as textOf has the field's value
	fixed bool   // a new value whose field is nil is written with it
	value reflect.Value
	own   bool // which reads itself
}

// newAttrDefault reads a default for a field that points to a value of type t. kind is the letter of the table.
func newAttrDefault(text string, fixed bool, t reflect.Type, kind byte) *attrDefault {
	v := reflect.New(t)
	ok := true
	switch kind {
	case 'b':
		var b bool
		b, ok = ParseBool[bool](text)
		v.Elem().SetBool(b)
	case 'i':
		n, fault := parseInt([]byte(text), t.Bits())
		v.Elem().SetInt(n)
		ok = fault == ""
	case 'u':
		n, fault := parseUint([]byte(text), t.Bits())
		v.Elem().SetUint(n)
		ok = fault == ""
	case 'f':
		var f float64
		f, ok = parseFloat(chars.Trim([]byte(text)), t.Bits())
		v.Elem().SetFloat(f)
	case 'v':
		ok = v.Interface().(textValue).UnmarshalText([]byte(text)) == nil
	default:
		v.Elem().SetString(text)
	}
	if !ok {
		panic("codec: a table of generated code has the default " + text + " for the type " + t.String())
	}
	return &attrDefault{text, textOf(v.Interface()), fixed, v.Elem(), kind == 'v'}
}

// fill sets the field at p, which is nil.
func (a *attrDefault) fill(p unsafe.Pointer) {
	v := reflect.New(a.value.Type())
	if a.own {
		v.Interface().(textValue).UnmarshalText([]byte(a.text)) // it may hold what a copy would share
	} else {
		v.Elem().Set(a.value)
	}
	*(*unsafe.Pointer)(p) = v.UnsafePointer()
}

// is reports whether the value that the field at p points to has the text of a default.
func (a *attrDefault) is(text string, p unsafe.Pointer) bool {
	if !a.own && a.value.Kind() == reflect.String {
		return text == **(**string)(p)
	}
	return text == textOf(reflect.NewAt(a.value.Type(), *(*unsafe.Pointer)(p)).Interface())
}

// fillAttrs gives those attributes that are absent the defaults of the table. p is the struct.
func (d *Decoder) fillAttrs(tab *Table, set *fieldSet, p unsafe.Pointer) {
	if d.state == failed {
		return
	}
	for _, i := range set.defaults {
		c := &set.attrs[i]
		if at := unsafe.Add(p, c.offset); *(*unsafe.Pointer)(at) == nil {
			c.absent.fill(at)
			d.top.extra.Codec().Hold().AddDefault(tab.Attr(i), c.absent.shown)
		}
	}
}

// settled reports whether nothing is left to be written of an attribute that has a default: its field, which is at, holds what
// reading put there, or is nil and the fixed value has been written.
func (a *attrDefault) settled(e *Encoder, n *Name, at unsafe.Pointer) bool {
	if *(*unsafe.Pointer)(at) == nil {
		if a.fixed {
			e.FixedNilAttr(n, a.text)
		}
		return a.fixed
	}
	text := e.defaulted(n)
	return text != nil && a.is(*text, at)
}
