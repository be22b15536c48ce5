package chars

import (
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// PlainRun returns the index of the first byte at or after p of a text beginning at start that character data cannot take
// over as it stands: '<', '&', CR, the end of "]]>", a control, a forbidden or ill-formed character; or len(b).
func PlainRun(b []byte, start, p int) int {
	for {
		p = SkipPlain(b, p)
		if p == len(b) {
			return p
		}
		switch c := b[p]; {
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRune(b[p:])
			if r == utf8.RuneError && n <= 1 || r == 0xFFFE || r == 0xFFFF {
				return p
			}
			p += n
		case c == '\n' || c == '\t' || c == '>' && Closers(b[start:p]) < 2:
			p++
		default:
			return p
		}
	}
}

// Closers returns how many ']' end b, up to 2.
func Closers(b []byte) int {
	n := 0
	for n < 2 && n < len(b) && b[len(b)-1-n] == ']' {
		n++
	}
	return n
}

// SplitQName cuts a qualified name at its colon.
func SplitQName(text string) (prefix, local string) {
	prefix, local, found := strings.Cut(text, ":")
	if !found {
		return "", prefix
	}
	return prefix, local
}

// Trim removes white space at both ends.
func Trim(b []byte) []byte {
	for len(b) > 0 && IsSpace(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && IsSpace(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

// Quoted returns text for an error message, shortened.
func Quoted(b []byte) string {
	const most = 40
	s := strings.ToValidUTF8(strings.TrimSpace(string(b[:min(len(b), 4*most)])), "")
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return "\"" + s + "\""
}

func RawName(prefix, local []byte) string {
	if len(prefix) == 0 {
		return string(local)
	}
	return string(prefix) + ":" + string(local)
}

// View returns b as a string that is valid as long as b does not change.
func View(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// BytesOf returns the bytes of s, which must not be changed.
func BytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// Digit returns the value of a hexadecimal digit, or a number above all of them.
func Digit(c byte) rune {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0')
	case c >= 'a' && c <= 'f':
		return rune(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return rune(c-'A') + 10
	}
	return 99
}

// ParseDigits parses decimal digits. fits is false where they are more than a uint64 holds.
func ParseDigits(b []byte) (n uint64, digits, fits bool) {
	fits = true
	for _, c := range b {
		c -= '0'
		if c > 9 {
			return 0, false, false
		}
		next := n*10 + uint64(c)
		if n > (1<<64-1)/10 || next < n*10 {
			fits = false
		}
		n = next
	}
	return n, len(b) > 0, fits
}

func IsQNameText(s string) bool {
	prefix, local := SplitQName(s)
	return IsNCName(local) && (prefix == "" && len(local) == len(s) || IsNCName(prefix))
}

// Count says how many of something there are.
func Count(n int, unit string) string {
	if n == 1 {
		return "1 " + unit
	}
	return strconv.Itoa(n) + " " + unit + "s"
}
