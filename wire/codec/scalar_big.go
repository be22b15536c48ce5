package codec

import (
	"math/big"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/datatype"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// bigValue reads an integer of any size; nil is an error or an absent value.
func bigValue(d *Decoder) *big.Int {
	b, ok := d.value()
	if !ok || d.absent(b) {
		return nil
	}
	return d.bigItem(b)
}

func (d *Decoder) bigItem(b []byte) *big.Int {
	v, ok := parseBig(chars.Trim(b))
	if !ok {
		d.invalid(b, "an integer", nil)
		return nil
	}
	return v
}

// parseBig follows XSD 1.0 Part 2 §3.3.13.
func parseBig(b []byte) (*big.Int, bool) {
	digits := b
	if len(b) > 0 && (b[0] == '+' || b[0] == '-') {
		digits = b[1:]
	}
	if len(digits) == 0 || len(digits) > datatype.MaxDigits {
		return nil, false
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return nil, false
		}
	}
	return new(big.Int).SetString(string(b), 10)
}

// ReadBig reads an integer of any size, up to 100,000 digits. A nil pointer is an absent value.
func ReadBig(d *Decoder, dst **big.Int) {
	if v := bigValue(d); v != nil {
		*dst = v
	}
}

// ReadBigs is [ReadBig] for one occurrence of a repeated element.
func ReadBigs(d *Decoder, dst *[]*big.Int) {
	if v := bigValue(d); v != nil {
		*dst = append(*dst, v)
	}
}

// ReadBigList reads a list of integers. A list without items is empty, not nil.
func ReadBigList(d *Decoder, dst *[]*big.Int) {
	list := []*big.Int{}
	ok := d.eachItem(func(item []byte) bool {
		v := d.bigItem(item)
		list = append(list, v)
		return v != nil
	})
	if ok {
		*dst = list
	}
}

// bigWords joins the integers; nil ones are left out.
func (e *Encoder) bigWords(v ...*big.Int) []byte {
	b := e.words[:0]
	for _, x := range v {
		if x == nil {
			continue
		}
		if len(b) > 0 {
			b = append(b, ' ')
		}
		b = x.Append(b, 10)
	}
	e.words = b
	return b
}

// WriteBig writes an element, unless v is nil.
func WriteBig(e *Encoder, n *wire.Name, v *big.Int) {
	if v == nil {
		e.missing(n)
		return
	}
	e.listLeaf(n, e.bigWords(v))
}

// WriteBigs writes an element for each integer that is not nil.
func WriteBigs(e *Encoder, n *wire.Name, v []*big.Int) {
	for _, x := range v {
		if x != nil {
			e.listLeaf(n, e.bigWords(x))
		}
	}
	e.missingEach(n)
}

// WriteBigAttr writes an attribute, unless v is nil.
func WriteBigAttr(e *Encoder, n *wire.Name, v *big.Int) {
	if v == nil {
		e.missingAttr(n)
		return
	}
	e.listAttr(n, e.bigWords(v))
}

// WriteBigText writes the text of an element with simple content.
func WriteBigText(e *Encoder, v *big.Int) { e.listText(e.bigWords(v)) }

// WriteBigList writes an element with the integers, unless v is nil.
func WriteBigList(e *Encoder, n *wire.Name, v []*big.Int) {
	if v != nil {
		e.listLeaf(n, e.bigWords(v...))
	}
}

// WriteBigListAttr writes an attribute with the integers, unless v is nil.
func WriteBigListAttr(e *Encoder, n *wire.Name, v []*big.Int) {
	if v != nil {
		e.listAttr(n, e.bigWords(v...))
	}
}

// WriteBigListText writes a list as the text of an element with simple content.
func WriteBigListText(e *Encoder, v []*big.Int) { e.listText(e.bigWords(v...)) }
