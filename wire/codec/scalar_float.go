package codec

import (
	"math"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// Floating is the set of Go types for xs:float and xs:double.
type Floating interface {
	~float32 | ~float64
}

// floatValue reads a number; ok is false for an error and for an absent value.
func floatValue[T Floating](d *Decoder) (v T, ok bool) {
	b, ok := d.value()
	if !ok {
		return 0, false
	}
	return floatItem[T](d, b)
}

func floatItem[T Floating](d *Decoder, b []byte) (T, bool) {
	if d.absent(b) {
		return 0, false
	}
	v, ok := parseFloat(b, bitsOf[T]())
	if !ok {
		d.invalid(b, "a number", nil)
	}
	return T(v), ok
}

// parseFloat follows XSD 1.0 Part 2 §3.2.4 and §3.2.5. Values beyond the range are infinite.
func parseFloat(b []byte, bits int) (v float64, ok bool) {
	s := chars.View(chars.Trim(b))
	switch s {
	case "INF":
		return math.Inf(1), true
	case "-INF":
		return math.Inf(-1), true
	case "NaN":
		return math.NaN(), true
	case "":
		return 0, false
	}
	if strings.Trim(s, "0123456789+-.eE") != "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, bits)
	if err != nil && !math.IsInf(v, 0) {
		return 0, false
	}
	return v, true
}

// appendFloat writes the shortest text that reads back as v.
func appendFloat[T Floating](b []byte, v T) []byte { return appendBits(b, float64(v), bitsOf[T]()) }

// appendBits is appendFloat for a number of so many bits.
func appendBits(b []byte, f float64, bits int) []byte {
	switch {
	case math.IsInf(f, 1):
		return append(b, "INF"...)
	case math.IsInf(f, -1):
		return append(b, "-INF"...)
	case math.IsNaN(f):
		return append(b, "NaN"...)
	}
	format := byte('f')
	if a := math.Abs(f); a != 0 && (a < 1e-6 || a >= 1e15) {
		format = 'E'
	}
	return strconv.AppendFloat(b, f, format, -1, bits)
}

// ReadFloat reads a floating-point number.
func ReadFloat[T Floating](d *Decoder, dst *T) {
	if v, ok := floatValue[T](d); ok {
		*dst = v
	}
}

// ReadOptFloat is [ReadFloat] for an optional field.
func ReadOptFloat[T Floating](d *Decoder, dst **T) {
	if v, ok := floatValue[T](d); ok {
		*dst = newSmall(&d.arena, v)
	}
}

// ReadFloats is [ReadFloat] for one occurrence of a repeated element.
func ReadFloats[T Floating](d *Decoder, dst *[]T) {
	if v, ok := floatValue[T](d); ok {
		*dst = append(*dst, v)
	}
}

// ReadFloatList reads a list of floating-point numbers. A list without items is empty, not nil.
func ReadFloatList[T Floating](d *Decoder, dst *[]T) {
	list := []T{}
	ok := d.eachItem(func(item []byte) bool {
		v, ok := floatItem[T](d, item)
		list = append(list, v)
		return ok
	})
	if ok {
		*dst = list
	}
}

// WriteFloat writes an element.
func WriteFloat[T Floating](e *Encoder, n *Name, v T) {
	if v == 0 && e.kept != nil && e.writeEmpty(n) {
		return
	}
	floatLeaf(e, n, float64(v), bitsOf[T]())
}

// WriteOptFloat writes an element, unless v is nil.
func WriteOptFloat[T Floating](e *Encoder, n *Name, v *T) {
	if v == nil {
		e.missing(n)
		return
	}
	floatLeaf(e, n, float64(*v), bitsOf[T]())
}

// WriteFloats writes an element for each value.
func WriteFloats[T Floating](e *Encoder, n *Name, v []T) {
	for _, x := range v {
		floatLeaf(e, n, float64(x), bitsOf[T]())
	}
	e.missingEach(n)
}

// WriteFloatAttr writes an attribute.
func WriteFloatAttr[T Floating](e *Encoder, n *Name, v T) {
	if v == 0 && e.kept != nil && e.writeEmptyAttr(n) {
		return
	}
	e.openAttr(n)
	e.buf = appendFloat(e.buf, v)
	e.closeAttr()
}

// WriteOptFloatAttr writes an attribute, unless v is nil.
func WriteOptFloatAttr[T Floating](e *Encoder, n *Name, v *T) {
	if v == nil {
		e.missingAttr(n)
		return
	}
	e.openAttr(n)
	e.buf = appendFloat(e.buf, *v)
	e.closeAttr()
}

// WriteFloatText writes the text of an element with simple content.
func WriteFloatText[T Floating](e *Encoder, v T) {
	if v == 0 && e.kept != nil && empties(e.kept, &contentName) > 0 {
		return
	}
	if e.kept != nil {
		e.words = appendFloat(e.words[:0], v)
		listText(e, e.words) // which may be a default that an empty element stands for
		return
	}
	e.openText()
	e.buf = appendFloat(e.buf, v)
}

// WriteFloatList writes an element with the items, unless v is nil.
func WriteFloatList[T Floating](e *Encoder, n *Name, v []T) {
	if v != nil {
		listLeaf(e, n, floatWords(e, v))
	}
}

// WriteFloatListAttr writes an attribute with the items, unless v is nil.
func WriteFloatListAttr[T Floating](e *Encoder, n *Name, v []T) {
	if v != nil {
		listAttr(e, n, floatWords(e, v))
	}
}

// WriteFloatListText writes a list as the text of an element with simple content.
func WriteFloatListText[T Floating](e *Encoder, v []T) { listText(e, floatWords(e, v)) }

func floatWords[T Floating](e *Encoder, v []T) []byte {
	b := e.words[:0]
	for i, x := range v {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendFloat(b, x)
	}
	e.words = b
	return b
}
