// Package chars knows the characters of XML: which may stand where, which are names and white space, and how to pass over many
// at once. What is below is shared by the packages of wire that know nothing of one another.
package chars

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
	"unsafe"
)

// Classes of ASCII bytes.
const (
	NameStart  = 1 << iota // may begin a name; the colon has a class of its own
	NameChar               // may continue a name
	whiteSpace             // S of XML 1.0
	PlainText              // may stand in character data and needs no thought
	PlainValue             // may stand in an attribute value and needs no thought
)

var Classes = func() (t [256]uint8) {
	for c := range 128 {
		b := byte(c)
		switch {
		case b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_':
			t[c] |= NameStart | NameChar
		case b >= '0' && b <= '9' || b == '-' || b == '.':
			t[c] |= NameChar
		case b == ' ' || b == '\t' || b == '\r' || b == '\n':
			t[c] |= whiteSpace
		}
		if b >= ' ' && b != '<' && b != '&' {
			if b != '>' {
				t[c] |= PlainText
			}
			if b != '"' && b != '\'' {
				t[c] |= PlainValue
			}
		}
	}
	return t
}()

func IsSpace(b byte) bool { return Classes[b]&whiteSpace != 0 }

// IsChar reports whether r is a Char of XML 1.0 (production 2).
func IsChar(r rune) bool {
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

func IsNameStart(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && Classes[r]&NameStart != 0
	}
	for _, x := range nameStartRanges {
		if r <= x[1] {
			return r >= x[0]
		}
	}
	return false
}

// IsNameChar follows production 4a of XML 1.0 without the colon.
func IsNameChar(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && Classes[r]&NameChar != 0
	}
	return r == 0xB7 || r >= 0x300 && r <= 0x36F || r == 0x203F || r == 0x2040 || IsNameStart(r)
}

// IsNCName reports whether s is a name without a colon (Namespaces in XML 1.0, production 4).
func IsNCName(s string) bool {
	for i, r := range s {
		if r == utf8.RuneError && !utf8.ValidString(s[i:]) {
			return false
		}
		if i == 0 && !IsNameStart(r) || !IsNameChar(r) {
			return false
		}
	}
	return s != ""
}

const (
	Low7  = 0x0101010101010101
	high7 = 0x8080808080808080
)

// Special returns a word whose lowest set bit is the high bit of the first byte of w, in memory order, that is a
// control, '<', '>', '&' or not ASCII; 0 where there is none. A borrow may set bits above the first one, never below.
func Special(w uint64) uint64 {
	angle := (w | 0x02*Low7) ^ '>'*Low7
	amp := w ^ '&'*Low7
	return ((angle-Low7)&^angle | (amp-Low7)&^amp | (w-0x20*Low7)&^w | w) & high7
}

// SkipPlain returns the index of the first byte at or after p that needs thought in character data.
func SkipPlain(b []byte, p int) int {
	for p+8 <= len(b) {
		if m := Special(WordAt(b, p)); m != 0 {
			return p + bits.TrailingZeros64(m)>>3
		}
		p += 8
	}
	if p < len(b) && len(b) >= 8 {
		last := len(b) - 8
		m := Special(Word(b, last)) >> (8 * (p - last))
		if m == 0 {
			return len(b)
		}
		return p + bits.TrailingZeros64(m)>>3
	}
	for p < len(b) && Classes[b[p]]&PlainText != 0 {
		p++
	}
	return p
}

// Word returns the eight bytes at p, the first one lowest.
func Word(b []byte, p int) uint64 { return binary.LittleEndian.Uint64(b[p:]) }

// SkipQuoted returns the index of the first byte at or after p that is a double quote, or needs thought in an attribute value.
func SkipQuoted(b []byte, p int) int {
	for p+8 <= len(b) {
		w := WordAt(b, p)
		quote := w ^ '"'*Low7
		if m := Special(w) | (quote-Low7)&^quote&high7; m != 0 {
			return p + bits.TrailingZeros64(m)>>3
		}
		p += 8
	}
	for p < len(b) && Classes[b[p]]&PlainValue != 0 {
		p++
	}
	return p
}

// HasSpace reports whether b has white space. It may say so of other control characters too.
func HasSpace(b []byte) bool {
	p := 0
	for ; p+8 <= len(b); p += 8 {
		if w := WordAt(b, p); (w-0x21*Low7)&^w&high7 != 0 {
			return true
		}
	}
	for p < len(b) && b[p] > ' ' {
		p++
	}
	return p < len(b)
}

// WordAt is [Word] where the caller has seen to it that b has eight bytes at p: nothing is checked.
func WordAt(b []byte, p int) uint64 {
	return binary.LittleEndian.Uint64((*[8]byte)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(b)), p))[:])
}

// PutWordAt stores the eight bytes of w at p, the lowest one first, where the caller has seen to it that b has them.
func PutWordAt(b []byte, p int, w uint64) {
	binary.LittleEndian.PutUint64((*[8]byte)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(b)), p))[:], w)
}

// Same reports whether the n bytes at i and at j are the same, which b has.
func Same(b []byte, i, j, n int) bool {
	if max(i, j)+max(n, 8) > len(b) || n > 16 {
		return string(b[i:i+n]) == string(b[j:j+n])
	}
	if n < 8 {
		return (WordAt(b, i)^WordAt(b, j))<<(64-8*n) == 0
	}
	return WordAt(b, i) == WordAt(b, j) && WordAt(b, i+n-8) == WordAt(b, j+n-8)
}

// SkipSpace returns the index of the first byte at or after p that is not white space.
func SkipSpace(b []byte, p int) int {
	for p < len(b) && Classes[b[p]]&whiteSpace != 0 {
		p++
	}
	return p
}

// The namespaces that XML and XML Schema fix.
const (
	XMLURI   = "http://www.w3.org/XML/1998/namespace"
	XMLNSURI = "http://www.w3.org/2000/xmlns/"
	XSIURI   = "http://www.w3.org/2001/XMLSchema-instance"
	XSDURI   = "http://www.w3.org/2001/XMLSchema"
)
