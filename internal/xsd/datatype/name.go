package datatype

import "unicode/utf8"

// nameStartRunes and nameOnlyRunes are productions 4 and 4a of XML 1.0, fifth
// edition: the one that the conformance suite of XML Schema goes by, and a
// superset of the earlier ones. With them come \i and \c of Appendix F.
var (
	nameStartRunes = runeSet{
		{':', ':'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'},
		{0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x2FF}, {0x370, 0x37D}, {0x37F, 0x1FFF},
		{0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF}, {0x3001, 0xD7FF},
		{0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF},
	}
	nameOnlyRunes = runeSet{{'-', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}
)

// nameStart and nameByte answer for ASCII, which is nearly all there is.
var nameStart, nameByte = asciiNames()

func asciiNames() (start, part [utf8.RuneSelf]bool) {
	for c := range rune(utf8.RuneSelf) {
		start[c] = nameStartRunes.contains(c)
		part[c] = start[c] || nameOnlyRunes.contains(c)
	}
	return start, part
}

func isNameStart(r rune) bool {
	if r < utf8.RuneSelf {
		return nameStart[r]
	}
	return nameStartRunes.contains(r)
}

func isNameRune(r rune) bool {
	if r < utf8.RuneSelf {
		return nameByte[r]
	}
	return nameStartRunes.contains(r) || nameOnlyRunes.contains(r)
}

// isNmtoken follows production 7 of XML 1.0.

func isNmtoken(s string) bool {
	for _, r := range s {
		if !isNameRune(r) {
			return false
		}
	}
	return s != ""
}

// isName follows production 5 of XML 1.0.
func isName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && isNameStart(r) && isNmtoken(s)
}

// isNCName follows production 4 of Namespaces in XML: a name without a colon.
func isNCName(s string) bool {
	for i := range len(s) {
		if s[i] == ':' {
			return false
		}
	}
	return isName(s)
}

// isLanguage follows the pattern of Part 2 §3.3.3: subtags of one to eight
// letters, from the second on also digits.
func isLanguage(s string) bool {
	length, first := 0, true
	for i := range len(s) {
		c := s[i] | 0x20
		switch {
		case s[i] == '-' && length > 0:
			length, first = 0, false
			continue
		case 'a' <= c && c <= 'z', !first && isDigit(s[i]):
			length++
		default:
			return false
		}
		if length > 8 {
			return false
		}
	}
	return length > 0
}
