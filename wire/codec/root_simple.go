package codec

import (
	"encoding"
	"reflect"
	"strings"

	"github.com/wbxgen/wbxgen/wire"
)

// simple reads and writes a root element of simple type by the Go type of its value, which is seldom enough for reflection.
type simple struct{ value any }

// DecodeXML reads the element's text into the value.
func (s simple) DecodeXML(d *Decoder) error {
	if any, ok := s.value.(*wire.AnyElement); ok && any != nil {
		return (*RawElement)(any).DecodeXML(d)
	}
	d.leafAttrs()
	v := reflect.ValueOf(s.value)
	switch {
	case isNil(s.value):
		d.Failf("there is nothing to read into: %s given to wire.Simple is nil", nilName(s.value))
		return d.Err()
	case v.Kind() != reflect.Pointer:
		d.Failf("a value of type %T cannot be set; wire.Simple takes a pointer", s.value)
		return d.Err()
	}
	if t, ok := s.value.(encoding.TextUnmarshaler); ok && !isName(v.Elem()) {
		d.Value(t)
	} else {
		readSimple(d, v.Elem())
	}
	return d.Err()
}

func isName(v reflect.Value) bool { return v.Type() == reflect.TypeFor[wire.QName]() }

// readSimple reads the text at hand into a value, a list into a slice.
func readSimple(d *Decoder, v reflect.Value) {
	if isList(v) {
		list := reflect.MakeSlice(v.Type(), 0, 0)
		d.eachItem(func(item []byte) bool {
			x := reflect.New(v.Type().Elem()).Elem()
			if !setSimple(d, x, item) {
				return false
			}
			list = reflect.Append(list, x)
			return true
		})
		v.Set(list)
		return
	}
	if b, ok := d.value(); ok {
		setSimple(d, v, b)
	}
}

// isList reports whether a value is a list. Bytes are none: which text they have, base64 or hexadecimal, their type does not say.
func isList(v reflect.Value) bool {
	return v.Kind() == reflect.Slice && v.Type().Elem().Kind() != reflect.Uint8
}

// setSimple gives a value what a text says.
func setSimple(d *Decoder, v reflect.Value, text []byte) bool {
	if isName(v) {
		q, ok := d.qnameItem(text)
		v.Set(reflect.ValueOf(q))
		return ok
	}
	if t, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return d.unmarshal(text, t)
	}
	s, ok, what := string(text), true, "a value"
	switch v.Kind() {
	case reflect.String:
		v.SetString(s)
	case reflect.Bool:
		var b bool
		b, ok = ParseBool[bool](s)
		v.SetBool(b)
		what = "a boolean"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		var n int64
		if n, ok = ParseInt[int64](s); ok && v.OverflowInt(n) {
			ok = false
		}
		v.SetInt(n)
		what = "an integer of the type's size"
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		var n uint64
		if n, ok = ParseUint[uint64](s); ok && v.OverflowUint(n) {
			ok = false
		}
		v.SetUint(n)
		what = "an unsigned integer of the type's size"
	case reflect.Float32, reflect.Float64:
		var f float64
		f, ok = ParseFloat[float64](s)
		v.SetFloat(f)
		what = "a number"
	default:
		d.Failf("a value of type %s has no text", v.Type())
		return false
	}
	if !ok {
		d.invalid(text, what, nil)
	}
	return ok
}

// AppendXML writes the value's text.
func (s simple) AppendXML(e *Encoder) {
	if any, ok := s.value.(*wire.AnyElement); ok && any != nil {
		(*RawElement)(any).AppendXML(e)
		return
	}
	if isNil(s.value) {
		e.Failf("there is nothing to write: %s given to wire.Simple is nil", nilName(s.value))
		return
	}
	v := reflect.ValueOf(s.value)
	for v.Kind() == reflect.Pointer && !v.IsNil() {
		if _, ok := v.Interface().(encoding.TextAppender); ok {
			break
		}
		v = v.Elem()
	}
	switch x := v.Interface().(type) {
	case wire.QName:
		e.qnameText(x)
		return
	case []wire.QName:
		e.qnameText(x...)
		return
	case encoding.TextAppender:
		e.ValueText(x)
		return
	}
	switch {
	case isList(v):
		var words []string
		for i := range v.Len() {
			words = append(words, wordOf(v.Index(i).Interface()))
		}
		e.text(strings.Join(words, " "))
	case v.Kind() == reflect.String:
		e.text(v.String())
	case v.Kind() == reflect.Bool || v.CanInt() || v.CanUint() || v.CanFloat():
		e.text(wordOf(v.Interface()))
	default:
		e.Failf("a value of type %s has no text", v.Type())
	}
}
