package codec

import (
	"encoding"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/wbxgen/wbxgen/wire/datatype"
)

// Own reads and writes values of a Go type that the configuration chose for a simple type: Parse makes a value of a
// text of the document, Format a text of a value. Texts come with white space collapsed, unless Keep is set. What a value
// does not hold of a text, such as trailing zeros, is lost when it is written again.
type Own[T any] struct {
	Parse  func(text string) (T, error)
	Format func(T) (string, error)
	Keep   bool
}

// ownText is a value with how it is read and written.
type ownText[T any] struct {
	own *Own[T]
	v   *T
}

// UnmarshalText reads the value.
func (o ownText[T]) UnmarshalText(text []byte) error {
	s := string(text)
	if !o.own.Keep {
		s = strings.Join(strings.Fields(s), " ")
	}
	v, err := o.own.Parse(s)
	if err == nil {
		*o.v = v
	}
	return err
}

// AppendText writes it.
func (o ownText[T]) AppendText(b []byte) ([]byte, error) {
	text, err := o.own.Format(*o.v)
	return append(b, text...), err
}

// Read reads a value.
func (o *Own[T]) Read(d *Decoder, dst *T) { d.Value(ownText[T]{o, dst}) }

// ReadOpt is Read for an optional field.
func (o *Own[T]) ReadOpt(d *Decoder, dst **T) {
	if v := new(T); d.Value(ownText[T]{o, v}) {
		*dst = v
	}
}

// ReadEach is Read for one occurrence of a repeated element.
func (o *Own[T]) ReadEach(d *Decoder, dst *[]T) {
	var v T
	if d.Value(ownText[T]{o, &v}) {
		*dst = append(*dst, v)
	}
}

// ReadList reads a list. A list without items is empty, not nil.
func (o *Own[T]) ReadList(d *Decoder, dst *[]T) {
	list := []T{}
	ok := d.eachItem(func(item []byte) bool {
		var v T
		if !d.unmarshal(item, ownText[T]{o, &v}) {
			return false
		}
		list = append(list, v)
		return true
	})
	if ok {
		*dst = list
	}
}

// Write writes an element. One that was empty where a value belongs is written empty again as long as v is the zero value.
func (o *Own[T]) Write(e *Encoder, n *Name, v T) {
	if e.kept != nil && Unset(v) && e.writeEmpty(n) {
		return
	}
	e.Value(n, ownText[T]{o, &v})
}

// WriteOpt writes an element, unless v is nil.
func (o *Own[T]) WriteOpt(e *Encoder, n *Name, v *T) {
	if v == nil {
		e.missing(n)
		return
	}
	e.Value(n, ownText[T]{o, v})
}

// WriteEach writes an element for each value.
func (o *Own[T]) WriteEach(e *Encoder, n *Name, v []T) {
	for i := range v {
		e.Value(n, ownText[T]{o, &v[i]})
	}
	e.missingEach(n)
}

// WriteAttr writes an attribute.
func (o *Own[T]) WriteAttr(e *Encoder, n *Name, v T) {
	if e.kept != nil && Unset(v) && e.writeEmptyAttr(n) {
		return
	}
	e.ValueAttr(n, ownText[T]{o, &v})
}

// WriteOptAttr writes an attribute, unless v is nil.
func (o *Own[T]) WriteOptAttr(e *Encoder, n *Name, v *T) {
	if v == nil {
		e.missingAttr(n)
		return
	}
	e.ValueAttr(n, ownText[T]{o, v})
}

// WriteText writes the text of an element with simple content.
func (o *Own[T]) WriteText(e *Encoder, v T) {
	if e.kept != nil && Unset(v) && empties(e.kept, &contentName) > 0 {
		return
	}
	e.ValueText(ownText[T]{o, &v})
}

// WriteList writes an element with the items, unless v is nil.
func (o *Own[T]) WriteList(e *Encoder, n *Name, v []T) {
	if v != nil {
		WriteValueList(e, n, o.texts(v))
	}
}

// WriteListAttr writes an attribute with the items, unless v is nil.
func (o *Own[T]) WriteListAttr(e *Encoder, n *Name, v []T) {
	if v != nil {
		WriteValueListAttr(e, n, o.texts(v))
	}
}

// WriteListText writes a list as the text of an element with simple content.
func (o *Own[T]) WriteListText(e *Encoder, v []T) { WriteValueListText(e, o.texts(v)) }

func (o *Own[T]) texts(v []T) []ownText[T] {
	list := make([]ownText[T], len(v))
	for i := range v {
		list[i] = ownText[T]{o, &v[i]}
	}
	return list
}

// Text returns the text of a value, for checks; one without has an empty text.
func (o *Own[T]) Text(v T) string {
	text, err := o.Format(v)
	if err != nil {
		return ""
	}
	return text
}

// ListText returns the text of a list, for checks.
func (o *Own[T]) ListText(v []T) string {
	words := make([]string, len(v))
	for i, x := range v {
		words[i] = o.Text(x)
	}
	return strings.Join(words, " ")
}

// PlainFormat returns a format of a function that cannot fail.
func PlainFormat[T any](format func(T) string) func(T) (string, error) {
	return func(v T) (string, error) { return format(v), nil }
}

// OwnText is for types that read and write texts themselves.
func OwnText[T encoding.TextMarshaler, P textPointer[T]]() Own[T] {
	return Own[T]{
		Parse: func(text string) (v T, err error) {
			err = P(&v).UnmarshalText([]byte(text))
			return v, err
		},
		Format: func(v T) (string, error) {
			text, err := v.MarshalText()
			return string(text), err
		},
	}
}

// OwnString is for types of strings, which hold any text as it is.
func OwnString[T ~string]() Own[T] {
	return Own[T]{
		Parse: func(text string) (T, error) { return T(text), nil }, Format: func(v T) (string, error) { return string(v), nil }, Keep: true,
	}
}

// number is what package strconv reads.
type number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64 | ~bool
}

// OwnNumber is for Go's numbers and truth values. A value is written in its shortest form: 1.50 becomes 1.5. A number that
// the type does not hold, as 0.1 for an integer, cannot be read.
func OwnNumber[T number]() Own[T] { return Own[T]{Parse: parseNumber[T], Format: formatNumber[T]} }

func parseNumber[T number](text string) (v T, err error) {
	r := reflect.ValueOf(&v).Elem()
	text = strings.TrimPrefix(text, "+")
	switch {
	case r.Kind() == reflect.Bool:
		b, ok := parseBool([]byte(text), false)
		if !ok {
			err = errors.New("is neither true nor false")
		}
		r.SetBool(b)
	case r.CanInt():
		n, failure := strconv.ParseInt(text, 10, r.Type().Bits())
		r.SetInt(n)
		err = failure
	case r.CanUint():
		n, failure := strconv.ParseUint(text, 10, r.Type().Bits())
		r.SetUint(n)
		err = failure
	default:
		f, ok := parseFloat([]byte(text), r.Type().Bits())
		if !ok {
			err = errors.New("is no number")
		}
		r.SetFloat(f)
	}
	var syntax *strconv.NumError
	if errors.As(err, &syntax) {
		err = syntax.Err
	}
	return v, err
}

func formatNumber[T number](v T) (string, error) {
	r := reflect.ValueOf(v)
	switch {
	case r.Kind() == reflect.Bool:
		return strconv.FormatBool(r.Bool()), nil
	case r.CanInt():
		return strconv.FormatInt(r.Int(), 10), nil
	case r.CanUint():
		return strconv.FormatUint(r.Uint(), 10), nil
	}
	// A decimal has no exponent.
	if f := r.Float(); f-f == 0 {
		return strconv.FormatFloat(f, 'f', -1, r.Type().Bits()), nil
	}
	return string(appendBits(nil, r.Float(), r.Type().Bits())), nil
}

// OwnDateTime is time.Time for xs:dateTime. A text without time zone is read as UTC, and written as such: with Z.
func OwnDateTime() Own[time.Time] {
	return Own[time.Time]{
		Parse:  func(text string) (time.Time, error) { return exactTime(datatype.ParseDateTime(text)) },
		Format: func(t time.Time) (string, error) { return datatype.DateTimeOf(t).String(), nil },
	}
}

// OwnDate is time.Time for xs:date: the start of the day, in UTC where the text has no time zone. It is written without
// time zone where that is UTC: 2026-01-31Z becomes 2026-01-31.
func OwnDate() Own[time.Time] {
	return Own[time.Time]{
		Parse: func(text string) (time.Time, error) { return exactTime(datatype.ParseDate(text)) },
		Format: func(t time.Time) (string, error) {
			text := datatype.DateOf(t).String()
			if _, offset := t.Zone(); offset != 0 {
				text += t.Format("-07:00")
			}
			return text, nil
		},
	}
}

func exactTime(v interface {
	Time(none *time.Location) (t time.Time, exact bool)
}, err error) (time.Time, error) {
	if err != nil {
		return time.Time{}, err
	}
	t, exact := v.Time(time.UTC)
	if !exact {
		return time.Time{}, errors.New("is more than time.Time holds")
	}
	return t, nil
}
