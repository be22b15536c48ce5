package codec

import (
	"slices"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// collapse replaces each run of white space by a space and removes it at both ends (XSD 1.0 Part 2 §4.3.6).
// It works in place where b is the decoder's own, and copies otherwise.
func (d *Decoder) collapse(b []byte) []byte {
	if !chars.HasSpace(b) {
		return b
	}
	if b = chars.Trim(b); !slices.ContainsFunc(b, chars.IsSpace) {
		return b
	}
	d.pieces = appendCollapsed(d.pieces[:0], b)
	return d.pieces
}

// collapsed is collapse into memory of its own.
func collapsed(b []byte) []byte { return appendCollapsed(nil, chars.Trim(b)) }

// appendCollapsed appends the text, which neither begins nor ends with white space.
func appendCollapsed(out, b []byte) []byte {
	for i, c := range b {
		if !chars.IsSpace(c) {
			out = append(out, c)
		} else if !chars.IsSpace(b[i-1]) {
			out = append(out, ' ')
		}
	}
	return out
}

// replace replaces each white space character by a space.
func (d *Decoder) replace(b []byte) []byte {
	out := append(d.pieces[:0], b...)
	for i, c := range out {
		if chars.IsSpace(c) {
			out[i] = ' '
		}
	}
	d.pieces = out
	return out
}

// ReadToken reads text in which white space is collapsed.
func ReadToken[T ~string](d *Decoder, dst *T) {
	if b, ok := d.value(); ok {
		*dst = T(d.arena.text(d.collapse(b)))
	}
}

// ReadOptToken is [ReadToken] for an optional field.
func ReadOptToken[T ~string](d *Decoder, dst **T) {
	if b, ok := d.value(); ok {
		*dst = asString[T](d.arena.newString(d.collapse(b)))
	}
}

// ReadTokens is [ReadToken] for one occurrence of a repeated element.
func ReadTokens[T ~string](d *Decoder, dst *[]T) {
	if b, ok := d.value(); ok {
		*dst = append(*dst, T(d.arena.text(d.collapse(b))))
	}
}

// ReadTokenList is [ReadStringList].
func ReadTokenList[T ~string](d *Decoder, dst *[]T) { ReadStringList(d, dst) }

// WriteToken is [WriteString].
func WriteToken[T ~string](e *Encoder, n *Name, v T) { WriteString(e, n, v) }

// WriteOptToken is [WriteOptString].
func WriteOptToken[T ~string](e *Encoder, n *Name, v *T) { WriteOptString(e, n, v) }

// WriteTokens is [WriteStrings].
func WriteTokens[T ~string](e *Encoder, n *Name, v []T) { WriteStrings(e, n, v) }

// WriteTokenAttr is [WriteStringAttr].
func WriteTokenAttr[T ~string](e *Encoder, n *Name, v T) { WriteStringAttr(e, n, v) }

// WriteOptTokenAttr is [WriteOptStringAttr].
func WriteOptTokenAttr[T ~string](e *Encoder, n *Name, v *T) { WriteOptStringAttr(e, n, v) }

// WriteTokenText is [WriteStringText].
func WriteTokenText[T ~string](e *Encoder, v T) { WriteStringText(e, v) }

// WriteTokenList is [WriteStringList].
func WriteTokenList[T ~string](e *Encoder, n *Name, v []T) { WriteStringList(e, n, v) }

// WriteTokenListAttr is [WriteStringListAttr].
func WriteTokenListAttr[T ~string](e *Encoder, n *Name, v []T) { WriteStringListAttr(e, n, v) }

// WriteTokenListText is [WriteStringListText].
func WriteTokenListText[T ~string](e *Encoder, v []T) { WriteStringListText(e, v) }

// ReadNormalized reads text in which each white space character becomes a space.
func ReadNormalized[T ~string](d *Decoder, dst *T) {
	if b, ok := d.value(); ok {
		*dst = T(d.arena.text(d.replace(b)))
	}
}

// ReadOptNormalized is [ReadNormalized] for an optional field.
func ReadOptNormalized[T ~string](d *Decoder, dst **T) {
	if b, ok := d.value(); ok {
		*dst = asString[T](d.arena.newString(d.replace(b)))
	}
}

// ReadNormalizeds is [ReadNormalized] for one occurrence of a repeated element.
func ReadNormalizeds[T ~string](d *Decoder, dst *[]T) {
	if b, ok := d.value(); ok {
		*dst = append(*dst, T(d.arena.text(d.replace(b))))
	}
}

// ReadNormalizedList is [ReadStringList].
func ReadNormalizedList[T ~string](d *Decoder, dst *[]T) { ReadStringList(d, dst) }

// WriteNormalized is [WriteString].
func WriteNormalized[T ~string](e *Encoder, n *Name, v T) { WriteString(e, n, v) }

// WriteOptNormalized is [WriteOptString].
func WriteOptNormalized[T ~string](e *Encoder, n *Name, v *T) { WriteOptString(e, n, v) }

// WriteNormalizeds is [WriteStrings].
func WriteNormalizeds[T ~string](e *Encoder, n *Name, v []T) { WriteStrings(e, n, v) }

// WriteNormalizedAttr is [WriteStringAttr].
func WriteNormalizedAttr[T ~string](e *Encoder, n *Name, v T) { WriteStringAttr(e, n, v) }

// WriteOptNormalizedAttr is [WriteOptStringAttr].
func WriteOptNormalizedAttr[T ~string](e *Encoder, n *Name, v *T) { WriteOptStringAttr(e, n, v) }

// WriteNormalizedText is [WriteStringText].
func WriteNormalizedText[T ~string](e *Encoder, v T) { WriteStringText(e, v) }

// WriteNormalizedList is [WriteStringList].
func WriteNormalizedList[T ~string](e *Encoder, n *Name, v []T) { WriteStringList(e, n, v) }

// WriteNormalizedListAttr is [WriteStringListAttr].
func WriteNormalizedListAttr[T ~string](e *Encoder, n *Name, v []T) {
	WriteStringListAttr(e, n, v)
}

// WriteNormalizedListText is [WriteStringListText].
func WriteNormalizedListText[T ~string](e *Encoder, v []T) { WriteStringListText(e, v) }
