package codec

import (
	"strconv"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// boolValue reads a boolean; ok is false for an error and for an absent value.
func boolValue[T ~bool](d *Decoder) (v T, ok bool) {
	b, ok := d.value()
	if !ok || len(b) < 2 && d.absent(b) {
		return v, false
	}
	return boolItem[T](d, b)
}

func boolItem[T ~bool](d *Decoder, b []byte) (T, bool) {
	v, ok := parseBool(b, d.conf.Lenient)
	if !ok {
		if d.absent(b) {
			return false, false
		}
		d.invalid(b, "a boolean", nil)
	}
	return T(v), ok
}

// parseBool follows XSD 1.0 Part 2 §3.2.2. Lenient reading does not mind the case of letters.
func parseBool(b []byte, lenient bool) (v, ok bool) {
	b = chars.Trim(b)
	switch string(b) {
	case "true", "1":
		return true, true
	case "false", "0":
		return false, true
	}
	if lenient && len(b) <= len("false") {
		var low [5]byte
		for i, c := range b {
			low[i] = c | 0x20
		}
		switch string(low[:len(b)]) {
		case "true":
			return true, true
		case "false":
			return false, true
		}
	}
	return false, false
}

func appendBool[T ~bool](b []byte, v T) []byte { return strconv.AppendBool(b, bool(v)) }

// ReadBool reads a boolean.
func ReadBool[T ~bool](d *Decoder, dst *T) {
	if v, ok := boolValue[T](d); ok {
		*dst = v
	}
}

// ReadOptBool is [ReadBool] for an optional field.
func ReadOptBool[T ~bool](d *Decoder, dst **T) {
	if v, ok := boolValue[T](d); ok {
		*dst = newSmall(&d.arena, v)
	}
}

// ReadBools is [ReadBool] for one occurrence of a repeated element.
func ReadBools[T ~bool](d *Decoder, dst *[]T) {
	if v, ok := boolValue[T](d); ok {
		*dst = append(*dst, v)
	}
}

// ReadBoolList reads a list of booleans. A list without items is empty, not nil.
func ReadBoolList[T ~bool](d *Decoder, dst *[]T) {
	list := []T{}
	ok := d.eachItem(func(item []byte) bool {
		v, ok := boolItem[T](d, item)
		list = append(list, v)
		return ok
	})
	if ok {
		*dst = list
	}
}

// WriteBool writes an element.
func WriteBool[T ~bool](e *Encoder, n *Name, v T) {
	boolLeaf(e, n, bool(v))
}

// WriteOptBool writes an element, unless v is nil.
func WriteOptBool[T ~bool](e *Encoder, n *Name, v *T) {
	var x bool
	if v != nil {
		x = bool(*v)
	}
	optBool(e, n, x, v != nil)
}

// WriteBools writes an element for each value.
func WriteBools[T ~bool](e *Encoder, n *Name, v []T) {
	for _, x := range v {
		optBool(e, n, bool(x), true)
	}
	e.missingEach(n)
}

// WriteBoolAttr writes an attribute.
func WriteBoolAttr[T ~bool](e *Encoder, n *Name, v T) {
	if !bool(v) && e.kept != nil && e.writeEmptyAttr(n) {
		return
	}
	e.openAttr(n)
	e.buf = appendBool(e.buf, v)
	e.closeAttr()
}

// WriteOptBoolAttr writes an attribute, unless v is nil.
func WriteOptBoolAttr[T ~bool](e *Encoder, n *Name, v *T) {
	if v == nil {
		e.missingAttr(n)
		return
	}
	e.openAttr(n)
	e.buf = appendBool(e.buf, *v)
	e.closeAttr()
}

// WriteBoolText writes the text of an element with simple content.
func WriteBoolText[T ~bool](e *Encoder, v T) {
	if !bool(v) && e.kept != nil && empties(e.kept, &contentName) > 0 {
		return
	}
	if e.kept != nil {
		e.words = appendBool(e.words[:0], v)
		listText(e, e.words) // which may be a default that an empty element stands for
		return
	}
	e.openText()
	e.buf = appendBool(e.buf, v)
}

// WriteBoolList writes an element with the items, unless v is nil.
func WriteBoolList[T ~bool](e *Encoder, n *Name, v []T) {
	if v != nil {
		listLeaf(e, n, boolWords(e, v))
	}
}

// WriteBoolListAttr writes an attribute with the items, unless v is nil.
func WriteBoolListAttr[T ~bool](e *Encoder, n *Name, v []T) {
	if v != nil {
		listAttr(e, n, boolWords(e, v))
	}
}

// WriteBoolListText writes a list as the text of an element with simple content.
func WriteBoolListText[T ~bool](e *Encoder, v []T) { listText(e, boolWords(e, v)) }

func boolWords[T ~bool](e *Encoder, v []T) []byte {
	b := e.words[:0]
	for i, x := range v {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendBool(b, x)
	}
	e.words = b
	return b
}
