package codec

import (
	"encoding/base64"
	"encoding/hex"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// parseBase64 follows XSD 1.0 Part 2 §3.2.16: white space may stand between any two characters. The result is not nil.
func parseBase64(b []byte) ([]byte, bool) {
	packed := make([]byte, 0, len(b))
	for _, c := range b {
		if !chars.IsSpace(c) {
			packed = append(packed, c)
		}
	}
	n, err := base64.StdEncoding.Strict().Decode(packed, packed)
	return packed[:n], err == nil
}

// parseHex follows XSD 1.0 Part 2 §3.2.15. The result is not nil.
func parseHex(b []byte) ([]byte, bool) {
	b = chars.Trim(b)
	out := make([]byte, hex.DecodedLen(len(b)))
	_, err := hex.Decode(out, b)
	return out, err == nil
}

// byteForm is a text form of bytes.
type byteForm struct {
	parse  func([]byte) ([]byte, bool)
	append func(dst, src []byte) []byte
	what   string
}

var (
	base64Form = byteForm{parseBase64, base64.StdEncoding.AppendEncode, "base64"}
	hexForm    = byteForm{parseHex, appendHex, "pairs of hexadecimal digits"}
)

// appendHex writes the canonical form, which has capital letters.
func appendHex(dst, src []byte) []byte {
	const digits = "0123456789ABCDEF"
	for _, c := range src {
		dst = append(dst, digits[c>>4], digits[c&15])
	}
	return dst
}

// read reads bytes; nil is an error.
func (f *byteForm) read(d *Decoder) []byte {
	b, ok := d.value()
	if !ok {
		return nil
	}
	return f.item(d, b)
}

func (f *byteForm) item(d *Decoder, b []byte) []byte {
	v, ok := f.parse(b)
	if !ok {
		d.invalid(b, f.what, nil)
		return nil
	}
	return v
}

// words returns the text of v.
func (f *byteForm) words(e *Encoder, v []byte) []byte {
	e.words = f.append(e.words[:0], v)
	return e.words
}

func binaryWords[T ~[]byte](f *byteForm, e *Encoder, v []T) []byte {
	b := e.words[:0]
	for i, x := range v {
		if i > 0 {
			b = append(b, ' ')
		}
		b = f.append(b, x)
	}
	e.words = b
	return b
}

// ReadBase64 reads bytes written as base64. An empty element is an empty slice, not nil.
func ReadBase64[T ~[]byte](d *Decoder, dst *T) {
	if v := base64Form.read(d); v != nil {
		*dst = v
	}
}

// ReadBase64s is [ReadBase64] for one occurrence of a repeated element.
func ReadBase64s[T ~[]byte](d *Decoder, dst *[]T) {
	if v := base64Form.read(d); v != nil {
		*dst = append(*dst, v)
	}
}

// ReadBase64List reads a list of byte strings. A list without items is empty, not nil.
func ReadBase64List[T ~[]byte](d *Decoder, dst *[]T) {
	list := []T{}
	ok := d.eachItem(func(item []byte) bool {
		v := base64Form.item(d, item)
		list = append(list, v)
		return v != nil
	})
	if ok {
		*dst = list
	}
}

// WriteBase64 writes an element with the bytes, unless v is nil.
func WriteBase64[T ~[]byte](e *Encoder, n *Name, v T) {
	if v != nil {
		listLeaf(e, n, base64Form.words(e, v))
	}
}

// WriteBase64s writes an element for each byte string.
func WriteBase64s[T ~[]byte](e *Encoder, n *Name, v []T) {
	for _, x := range v {
		listLeaf(e, n, base64Form.words(e, x))
	}
}

// WriteBase64Attr writes an attribute, unless v is nil.
func WriteBase64Attr[T ~[]byte](e *Encoder, n *Name, v T) {
	if v != nil {
		listAttr(e, n, base64Form.words(e, v))
	}
}

// WriteBase64Text writes the text of an element with simple content.
func WriteBase64Text[T ~[]byte](e *Encoder, v T) { listText(e, base64Form.words(e, v)) }

// WriteBase64List writes an element with the items, unless v is nil.
func WriteBase64List[T ~[]byte](e *Encoder, n *Name, v []T) {
	if v != nil {
		listLeaf(e, n, binaryWords(&base64Form, e, v))
	}
}

// WriteBase64ListAttr writes an attribute with the items, unless v is nil.
func WriteBase64ListAttr[T ~[]byte](e *Encoder, n *Name, v []T) {
	if v != nil {
		listAttr(e, n, binaryWords(&base64Form, e, v))
	}
}

// WriteBase64ListText writes a list as the text of an element with simple content.
func WriteBase64ListText[T ~[]byte](e *Encoder, v []T) { listText(e, binaryWords(&base64Form, e, v)) }

// ReadHex reads bytes written as hexadecimal digits. An empty element is an empty slice, not nil.
func ReadHex[T ~[]byte](d *Decoder, dst *T) {
	if v := hexForm.read(d); v != nil {
		*dst = v
	}
}

// ReadHexs is [ReadHex] for one occurrence of a repeated element.
func ReadHexs[T ~[]byte](d *Decoder, dst *[]T) {
	if v := hexForm.read(d); v != nil {
		*dst = append(*dst, v)
	}
}

// ReadHexList reads a list of byte strings. A list without items is empty, not nil.
func ReadHexList[T ~[]byte](d *Decoder, dst *[]T) {
	list := []T{}
	ok := d.eachItem(func(item []byte) bool {
		v := hexForm.item(d, item)
		list = append(list, v)
		return v != nil
	})
	if ok {
		*dst = list
	}
}

// WriteHex writes an element with the bytes, unless v is nil.
func WriteHex[T ~[]byte](e *Encoder, n *Name, v T) {
	if v != nil {
		listLeaf(e, n, hexForm.words(e, v))
	}
}

// WriteHexs writes an element for each byte string.
func WriteHexs[T ~[]byte](e *Encoder, n *Name, v []T) {
	for _, x := range v {
		listLeaf(e, n, hexForm.words(e, x))
	}
}

// WriteHexAttr writes an attribute, unless v is nil.
func WriteHexAttr[T ~[]byte](e *Encoder, n *Name, v T) {
	if v != nil {
		listAttr(e, n, hexForm.words(e, v))
	}
}

// WriteHexText writes the text of an element with simple content.
func WriteHexText[T ~[]byte](e *Encoder, v T) { listText(e, hexForm.words(e, v)) }

// WriteHexList writes an element with the items, unless v is nil.
func WriteHexList[T ~[]byte](e *Encoder, n *Name, v []T) {
	if v != nil {
		listLeaf(e, n, binaryWords(&hexForm, e, v))
	}
}

// WriteHexListAttr writes an attribute with the items, unless v is nil.
func WriteHexListAttr[T ~[]byte](e *Encoder, n *Name, v []T) {
	if v != nil {
		listAttr(e, n, binaryWords(&hexForm, e, v))
	}
}

// WriteHexListText writes a list as the text of an element with simple content.
func WriteHexListText[T ~[]byte](e *Encoder, v []T) { listText(e, binaryWords(&hexForm, e, v)) }
