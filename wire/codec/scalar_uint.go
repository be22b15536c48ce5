package codec

import (
	"strconv"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// Unsigned is the set of Go types for bounded integers without negative values.
type Unsigned interface {
	~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uint
}

// uintValue reads an unsigned integer; ok is false for an error and for an absent value.
func uintValue[T Unsigned](d *Decoder) (v T, ok bool) {
	b, ok := d.value()
	if !ok {
		return 0, false
	}
	return uintItem[T](d, b)
}

func uintItem[T Unsigned](d *Decoder, b []byte) (T, bool) {
	if d.absent(b) {
		return 0, false
	}
	n, fault := parseUint(b, bitsOf[T]())
	if fault != "" {
		d.invalid(b, fault, nil)
		return 0, false
	}
	return T(n), true
}

// parseUint accepts a sign where the value is not negative, as the XSD types do.
func parseUint(b []byte, bits int) (n uint64, fault string) {
	b = chars.Trim(b)
	negative := len(b) > 0 && b[0] == '-'
	if negative || len(b) > 0 && b[0] == '+' {
		b = b[1:]
	}
	n, digits, fits := chars.ParseDigits(b)
	switch {
	case !digits:
		return 0, "an integer"
	case negative && n > 0 || !fits:
		return 0, "an unsigned integer of " + strconv.Itoa(bits) + " bits"
	case bits < 64 && n>>bits != 0:
		return 0, "an unsigned integer of " + strconv.Itoa(bits) + " bits"
	}
	return n, ""
}

func appendUint[T Unsigned](b []byte, v T) []byte { return strconv.AppendUint(b, uint64(v), 10) }

// ReadUint reads an unsigned integer.
func ReadUint[T Unsigned](d *Decoder, dst *T) {
	if v, ok := uintValue[T](d); ok {
		*dst = v
	}
}

// ReadOptUint is [ReadUint] for an optional field.
func ReadOptUint[T Unsigned](d *Decoder, dst **T) {
	if v, ok := uintValue[T](d); ok {
		*dst = newSmall(&d.arena, v)
	}
}

// ReadUints is [ReadUint] for one occurrence of a repeated element.
func ReadUints[T Unsigned](d *Decoder, dst *[]T) {
	if v, ok := uintValue[T](d); ok {
		*dst = append(*dst, v)
	}
}

// ReadUintList reads a list of unsigned integers. A list without items is empty, not nil.
func ReadUintList[T Unsigned](d *Decoder, dst *[]T) {
	list := []T{}
	ok := d.eachItem(func(item []byte) bool {
		v, ok := uintItem[T](d, item)
		list = append(list, v)
		return ok
	})
	if ok {
		*dst = list
	}
}

// WriteUint writes an element.
func WriteUint[T Unsigned](e *Encoder, n *Name, v T) {
	e.uintLeaf(n, uint64(v))
}

// WriteOptUint writes an element, unless v is nil.
func WriteOptUint[T Unsigned](e *Encoder, n *Name, v *T) {
	var x uint64
	if v != nil {
		x = uint64(*v)
	}
	e.optUint(n, x, v != nil)
}

// WriteUints writes an element for each value.
func WriteUints[T Unsigned](e *Encoder, n *Name, v []T) {
	for _, x := range v {
		e.optUint(n, uint64(x), true)
	}
	e.missingEach(n)
}

// WriteUintAttr writes an attribute.
func WriteUintAttr[T Unsigned](e *Encoder, n *Name, v T) {
	if v == 0 && e.kept != nil && e.writeEmptyAttr(n) {
		return
	}
	e.openAttr(n)
	e.buf = appendUint(e.buf, v)
	e.closeAttr()
}

// WriteOptUintAttr writes an attribute, unless v is nil.
func WriteOptUintAttr[T Unsigned](e *Encoder, n *Name, v *T) {
	if v == nil {
		e.missingAttr(n)
		return
	}
	e.openAttr(n)
	e.buf = appendUint(e.buf, *v)
	e.closeAttr()
}

// WriteUintText writes the text of an element with simple content.
func WriteUintText[T Unsigned](e *Encoder, v T) {
	if v == 0 && e.kept != nil && empties(e.kept, &contentName) > 0 {
		return
	}
	if e.kept != nil {
		e.words = appendUint(e.words[:0], v)
		listText(e, e.words) // which may be a default that an empty element stands for
		return
	}
	e.openText()
	e.buf = appendUint(e.buf, v)
}

// WriteUintList writes an element with the items, unless v is nil.
func WriteUintList[T Unsigned](e *Encoder, n *Name, v []T) {
	if v != nil {
		listLeaf(e, n, uintWords(e, v))
	}
}

// WriteUintListAttr writes an attribute with the items, unless v is nil.
func WriteUintListAttr[T Unsigned](e *Encoder, n *Name, v []T) {
	if v != nil {
		listAttr(e, n, uintWords(e, v))
	}
}

// WriteUintListText writes a list as the text of an element with simple content.
func WriteUintListText[T Unsigned](e *Encoder, v []T) { listText(e, uintWords(e, v)) }

func uintWords[T Unsigned](e *Encoder, v []T) []byte {
	b := e.words[:0]
	for i, x := range v {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendUint(b, x)
	}
	e.words = b
	return b
}
