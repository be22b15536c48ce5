package codec

import (
	"encoding"
	"fmt"

	"github.com/wbxgen/wbxgen/wire"
)

// Value is a value with a text form of its own: the value types of this package, and types of the caller's.
type Value interface {
	encoding.TextAppender
	encoding.TextUnmarshaler
}

// textPointer is a pointer to T that reads text.
type textPointer[T any] interface {
	*T
	encoding.TextUnmarshaler
}

// Value reads into v. It reports false after an error, and where lenient reading takes an
// empty element for an absent value.
func (d *Decoder) Value(v encoding.TextUnmarshaler) bool {
	b, ok := d.value()
	return ok && d.unmarshal(b, v)
}

func (d *Decoder) unmarshal(b []byte, v encoding.TextUnmarshaler) bool {
	if t, ok := v.(scopeReader); ok {
		d.unmarshalScoped(t, b)
		return d.state != failed
	}
	err := v.UnmarshalText(b)
	switch {
	case err == nil:
		return true
	case d.absent(b):
	default:
		d.invalid(b, "valid", err)
	}
	return false
}

// Parse returns the value that a text says, for the functions of generated packages whose names begin with Parse. It is an error
// where the text is none of the type's values, or one that its schema does not allow.
func Parse[T any, P textPointer[T]](text string) (T, error) {
	var v, none T
	err := P(&v).UnmarshalText([]byte(text))
	if c, ok := any(v).(wire.Validator); ok && err == nil {
		err = wire.Validate(c)
	}
	if err != nil {
		return none, fmt.Errorf("%q is no %T: %w", text, v, err)
	}
	return v, nil
}

// Must is [Parse] for the functions whose names begin with Must, which panic instead.
func Must[T any, P textPointer[T]](text string) T {
	v, err := Parse[T, P](text)
	if err != nil {
		panic(err.Error())
	}
	return v
}

// ReadValue reads a value with a text form of its own.
func ReadValue[T any, P textPointer[T]](d *Decoder, dst *T) { d.Value(P(dst)) }

// ReadOptValue is [ReadValue] for an optional field.
func ReadOptValue[T any, P textPointer[T]](d *Decoder, dst **T) {
	if v := new(T); d.Value(P(v)) {
		*dst = v
	}
}

// ReadValues is [ReadValue] for one occurrence of a repeated element.
func ReadValues[T any, P textPointer[T]](d *Decoder, dst *[]T) {
	var v T
	if d.Value(P(&v)) {
		*dst = append(*dst, v)
	}
}

// ReadValueList reads a list of values. A list without items is empty, not nil.
func ReadValueList[T any, P textPointer[T]](d *Decoder, dst *[]T) {
	list := []T{}
	ok := d.eachItem(func(item []byte) bool {
		var v T
		names := d.names // of a default, whose items share them
		read := d.unmarshal(item, P(&v))
		if d.names = names; !read {
			return false
		}
		list = append(list, v)
		return true
	})
	d.names = nil
	if ok {
		*dst = list
	}
}

// Value writes an element with the text of v.
func (e *Encoder) Value(n *Name, v encoding.TextAppender) {
	if e.dropped() {
		return
	}
	if b, ok := e.valueText(e.words[:0], v, "/"+n.Local); ok {
		e.cast(e.scopeOf(v), false)
		listLeaf(e, n, b)
	}
}

// ValueAttr writes an attribute with the text of v.
func (e *Encoder) ValueAttr(n *Name, v encoding.TextAppender) {
	if b, ok := e.valueText(e.words[:0], v, "@"+n.Local); ok {
		e.declareHere(e.scopeOf(v))
		listAttr(e, n, b)
	}
}

// ValueText writes the text of v as the text of an element with simple content.
func (e *Encoder) ValueText(v encoding.TextAppender) {
	if e.isVoid() {
		return
	}
	if b, ok := e.valueText(e.words[:0], v, ""); ok {
		e.declareHere(e.scopeOf(v))
		listText(e, b)
	}
}

// isVoid reports whether the innermost element has xsi:nil, so that it has no value, and none that would be wrong.
func (e *Encoder) isVoid() bool { return len(e.frames) > 0 && e.top().void }

// dropped reports whether an open element has xsi:nil, so that its content is not written: a struct has its required
// children all the same, and their zero values may have no text.
func (e *Encoder) dropped() bool {
	for i := range e.frames {
		if e.frames[i].void {
			return true
		}
	}
	return false
}

// valueText appends the text of v to b, which becomes the encoder's words.
func (e *Encoder) valueText(b []byte, v encoding.TextAppender, below string) ([]byte, bool) {
	b, err := v.AppendText(b)
	if err != nil {
		if e.err == nil {
			e.err = &wire.EncodeError{Path: e.Path() + below, Msg: err.Error(), Err: err}
		}
		return nil, false
	}
	e.words = b
	return b, true
}

// isZeroValue reports whether v has the text of the zero value, or none because of an error.
func isZeroValue[T encoding.TextAppender](v T) bool {
	var zero T
	return isTextOf(v, zero)
}

// isTextOf reports whether v has the text of zero, or none because of an error.
func isTextOf(v, zero encoding.TextAppender) bool {
	text, err := v.AppendText(nil)
	if err != nil || len(text) == 0 {
		return true
	}
	empty, err := zero.AppendText(nil)
	return err == nil && string(text) == string(empty)
}

// WriteValue writes an element with the text of v. An element that was empty where a value belongs is
// written empty again as long as v is the zero value, or has no text.
func WriteValue[T encoding.TextAppender](e *Encoder, n *Name, v T) {
	if e.kept != nil && isZeroValue(v) && e.writeEmpty(n) {
		return
	}
	e.Value(n, v)
}

// WriteOptValue writes an element, unless v is nil.
func WriteOptValue[T encoding.TextAppender](e *Encoder, n *Name, v *T) {
	if v == nil {
		e.missing(n)
		return
	}
	e.Value(n, *v)
}

// WriteValues writes an element for each value.
func WriteValues[T encoding.TextAppender](e *Encoder, n *Name, v []T) {
	for _, x := range v {
		e.Value(n, x)
	}
	e.missingEach(n)
}

// WriteValueAttr writes an attribute.
func WriteValueAttr[T encoding.TextAppender](e *Encoder, n *Name, v T) {
	if e.kept != nil && isZeroValue(v) && e.writeEmptyAttr(n) {
		return
	}
	e.ValueAttr(n, v)
}

// WriteOptValueAttr writes an attribute, unless v is nil.
func WriteOptValueAttr[T encoding.TextAppender](e *Encoder, n *Name, v *T) {
	if v == nil {
		e.missingAttr(n)
		return
	}
	e.ValueAttr(n, *v)
}

// WriteValueText writes the text of an element with simple content.
func WriteValueText[T encoding.TextAppender](e *Encoder, v T) {
	if e.kept != nil && isZeroValue(v) && empties(e.kept, &contentName) > 0 {
		return
	}
	e.ValueText(v)
}

// WriteValueList writes an element with the items, unless v is nil.
func WriteValueList[T encoding.TextAppender](e *Encoder, n *Name, v []T) {
	if b, ok := valueWords(e, v, "/"+n.Local); ok && v != nil {
		for _, x := range v {
			e.cast(e.scopeOf(x), false)
		}
		listLeaf(e, n, b)
	}
}

// WriteValueListAttr writes an attribute with the items, unless v is nil.
func WriteValueListAttr[T encoding.TextAppender](e *Encoder, n *Name, v []T) {
	if b, ok := valueWords(e, v, "@"+n.Local); ok && v != nil {
		for _, x := range v {
			e.declareHere(e.scopeOf(x))
		}
		listAttr(e, n, b)
	}
}

// WriteValueListText writes a list as the text of an element with simple content.
func WriteValueListText[T encoding.TextAppender](e *Encoder, v []T) {
	if e.isVoid() {
		return
	}
	if b, ok := valueWords(e, v, ""); ok {
		for _, x := range v {
			e.declareHere(e.scopeOf(x))
		}
		listText(e, b)
	}
}

func valueWords[T encoding.TextAppender](e *Encoder, v []T, below string) ([]byte, bool) {
	b, ok := e.words[:0], true
	for i, x := range v {
		if i > 0 {
			b = append(b, ' ')
		}
		if b, ok = e.valueText(b, x, below); !ok {
			return nil, false
		}
	}
	return b, true
}
