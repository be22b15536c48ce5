package wire

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// Classes of ASCII bytes.
const (
	nameStart  = 1 << iota // may begin a name; the colon has a class of its own
	nameChar               // may continue a name
	whiteSpace             // S of XML 1.0
	plainText              // may stand in character data and needs no thought
	plainValue             // may stand in an attribute value and needs no thought
)

var classes = func() (t [256]uint8) {
	for c := range 128 {
		b := byte(c)
		switch {
		case b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_':
			t[c] |= nameStart | nameChar
		case b >= '0' && b <= '9' || b == '-' || b == '.':
			t[c] |= nameChar
		case b == ' ' || b == '\t' || b == '\r' || b == '\n':
			t[c] |= whiteSpace
		}
		if b >= ' ' && b != '<' && b != '&' {
			if b != '>' {
				t[c] |= plainText
			}
			if b != '"' && b != '\'' {
				t[c] |= plainValue
			}
		}
	}
	return t
}()

func isSpace(b byte) bool { return classes[b]&whiteSpace != 0 }

// isChar reports whether r is a Char of XML 1.0 (production 2).
func isChar(r rune) bool {
	switch {
	case r < 0x20:
		return r == '\t' || r == '\n' || r == '\r'
	case r < 0xD800:
		return true
	}
	return r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}

// nameStartRanges are the characters above ASCII that may begin a name (XML 1.0 fifth edition, production 4).
var nameStartRanges = [][2]rune{
	{0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x2FF}, {0x370, 0x37D}, {0x37F, 0x1FFF}, {0x200C, 0x200D}, {0x2070, 0x218F},
	{0x2C00, 0x2FEF}, {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF},
}

func isNameStart(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && classes[r]&nameStart != 0
	}
	for _, x := range nameStartRanges {
		if r <= x[1] {
			return r >= x[0]
		}
	}
	return false
}

// isNameChar follows production 4a of XML 1.0 without the colon.
func isNameChar(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && classes[r]&nameChar != 0
	}
	return r == 0xB7 || r >= 0x300 && r <= 0x36F || r == 0x203F || r == 0x2040 || isNameStart(r)
}

// isNCName reports whether s is a name without a colon (Namespaces in XML 1.0, production 4).
func isNCName(s string) bool {
	for i, r := range s {
		if r == utf8.RuneError && !utf8.ValidString(s[i:]) {
			return false
		}
		if i == 0 && !isNameStart(r) || !isNameChar(r) {
			return false
		}
	}
	return s != ""
}

const (
	low7  = 0x0101010101010101
	high7 = 0x8080808080808080
)

// special returns a word whose lowest set bit is the high bit of the first byte of w, in memory order, that is a
// control, '<', '>', '&' or not ASCII; 0 where there is none. A borrow may set bits above the first one, never below.
func special(w uint64) uint64 {
	angle := (w | 0x02*low7) ^ '>'*low7
	amp := w ^ '&'*low7
	return ((angle-low7)&^angle | (amp-low7)&^amp | (w-0x20*low7)&^w | w) & high7
}

// skipPlain returns the index of the first byte at or after p that needs thought in character data.
func skipPlain(b []byte, p int) int {
	for p+8 <= len(b) {
		if m := special(word(b, p)); m != 0 {
			return p + bits.TrailingZeros64(m)>>3
		}
		p += 8
	}
	if p < len(b) && len(b) >= 8 {
		last := len(b) - 8
		m := special(word(b, last)) >> (8 * (p - last))
		if m == 0 {
			return len(b)
		}
		return p + bits.TrailingZeros64(m)>>3
	}
	for p < len(b) && classes[b[p]]&plainText != 0 {
		p++
	}
	return p
}

// word returns the eight bytes at p, the first one lowest.
func word(b []byte, p int) uint64 { return binary.LittleEndian.Uint64(b[p:]) }

// putWord stores the eight bytes of w at p, the lowest one first.
func putWord(b []byte, p int, w uint64) { binary.LittleEndian.PutUint64(b[p:], w) }

// skipSpace returns the index of the first byte at or after p that is not white space.
func skipSpace(b []byte, p int) int {
	for p < len(b) && classes[b[p]]&whiteSpace != 0 {
		p++
	}
	return p
}
