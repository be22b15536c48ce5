package codec

import (
	"strconv"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// Signed is the set of Go types for bounded integers.
type Signed interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~int
}

// intValue reads an integer; ok is false for an error and for an absent value.
func intValue[T Signed](d *Decoder) (v T, ok bool) {
	b, ok := d.value()
	if !ok {
		return 0, false
	}
	return intItem[T](d, b)
}

func intItem[T Signed](d *Decoder, b []byte) (T, bool) {
	if n, ok := shortInt(b); ok && int64(T(n)) == n {
		return T(n), true
	}
	if d.absent(b) {
		return 0, false
	}
	n, fault := parseInt(b, bitsOf[T]())
	if fault != "" {
		d.invalid(b, fault, nil)
		return 0, false
	}
	return T(n), true
}

// shortInt parses up to 18 digits without sign or white space, which cannot overflow.
func shortInt(b []byte) (n int64, ok bool) {
	if len(b) == 0 || len(b) > 18 {
		return 0, false
	}
	for _, c := range b {
		c -= '0'
		if c > 9 {
			return 0, false
		}
		n = n*10 + int64(c)
	}
	return n, true
}

// parseInt follows XSD 1.0 Part 2 §3.3.13. It returns what the text should have been where it is no such integer.
func parseInt(b []byte, bits int) (n int64, fault string) {
	b = chars.Trim(b)
	limit := uint64(1) << (bits - 1)
	negative := len(b) > 0 && b[0] == '-'
	if negative || len(b) > 0 && b[0] == '+' {
		b = b[1:]
	}
	if !negative {
		limit--
	}
	u, digits, fits := chars.ParseDigits(b)
	switch {
	case !digits:
		return 0, "an integer"
	case !fits || u > limit:
		return 0, "an integer of " + strconv.Itoa(bits) + " bits"
	case negative:
		return -int64(u), ""
	}
	return int64(u), ""
}

func appendInt[T Signed](b []byte, v T) []byte { return strconv.AppendInt(b, int64(v), 10) }

// ReadInt reads a signed integer.
func ReadInt[T Signed](d *Decoder, dst *T) {
	if v, ok := intValue[T](d); ok {
		*dst = v
	}
}

// ReadOptInt is [ReadInt] for an optional field.
func ReadOptInt[T Signed](d *Decoder, dst **T) {
	if v, ok := intValue[T](d); ok {
		*dst = newSmall(&d.arena, v)
	}
}

// ReadInts is [ReadInt] for one occurrence of a repeated element.
func ReadInts[T Signed](d *Decoder, dst *[]T) {
	if v, ok := intValue[T](d); ok {
		*dst = append(*dst, v)
	}
}

// ReadIntList reads a list of signed integers. A list without items is empty, not nil.
func ReadIntList[T Signed](d *Decoder, dst *[]T) {
	list := []T{}
	ok := d.eachItem(func(item []byte) bool {
		v, ok := intItem[T](d, item)
		list = append(list, v)
		return ok
	})
	if ok {
		*dst = list
	}
}

// WriteInt writes an element.
func WriteInt[T Signed](e *Encoder, n *Name, v T) {
	e.intLeaf(n, int64(v))
}

// WriteOptInt writes an element, unless v is nil.
func WriteOptInt[T Signed](e *Encoder, n *Name, v *T) {
	var x int64
	if v != nil {
		x = int64(*v)
	}
	e.optInt(n, x, v != nil)
}

// WriteInts writes an element for each value.
func WriteInts[T Signed](e *Encoder, n *Name, v []T) {
	for _, x := range v {
		e.optInt(n, int64(x), true)
	}
	e.missingEach(n)
}

// WriteIntAttr writes an attribute.
func WriteIntAttr[T Signed](e *Encoder, n *Name, v T) {
	if v == 0 && e.kept != nil && e.writeEmptyAttr(n) {
		return
	}
	e.openAttr(n)
	e.buf = appendInt(e.buf, v)
	e.closeAttr()
}

// WriteOptIntAttr writes an attribute, unless v is nil.
func WriteOptIntAttr[T Signed](e *Encoder, n *Name, v *T) {
	if v == nil {
		e.missingAttr(n)
		return
	}
	e.openAttr(n)
	e.buf = appendInt(e.buf, *v)
	e.closeAttr()
}

// WriteIntText writes the text of an element with simple content.
func WriteIntText[T Signed](e *Encoder, v T) {
	if v == 0 && e.kept != nil && empties(e.kept, &contentName) > 0 {
		return
	}
	if e.kept != nil {
		e.words = appendInt(e.words[:0], v)
		listText(e, e.words) // which may be a default that an empty element stands for
		return
	}
	e.openText()
	e.buf = appendInt(e.buf, v)
}

// WriteIntList writes an element with the items, unless v is nil.
func WriteIntList[T Signed](e *Encoder, n *Name, v []T) {
	if v != nil {
		listLeaf(e, n, intWords(e, v))
	}
}

// WriteIntListAttr writes an attribute with the items, unless v is nil.
func WriteIntListAttr[T Signed](e *Encoder, n *Name, v []T) {
	if v != nil {
		listAttr(e, n, intWords(e, v))
	}
}

// WriteIntListText writes a list as the text of an element with simple content.
func WriteIntListText[T Signed](e *Encoder, v []T) { listText(e, intWords(e, v)) }

func intWords[T Signed](e *Encoder, v []T) []byte {
	b := e.words[:0]
	for i, x := range v {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendInt(b, x)
	}
	e.words = b
	return b
}
