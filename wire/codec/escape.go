package codec

import (
	"fmt"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// escape appends character data to dst. '>' is always escaped, so that "]]>" cannot come about.
// It returns what is wrong with text that XML cannot carry.
func escape(dst []byte, s string) (out []byte, fault string) {
	b := chars.BytesOf(s)
	p := chars.SkipPlain(b, 0)
	if p == len(b) {
		return append(dst, s...), ""
	}
	return escapeFrom(dst, b, p)
}

// escapeFrom is escape where b[p] needs thought.
func escapeFrom(dst, b []byte, p int) (out []byte, fault string) {
	run := 0
	for p < len(b) {
		repl, n, fault := textEscape(b[p:])
		if n == 0 {
			return dst, fault
		}
		if repl != "" {
			dst = append(append(dst, b[run:p]...), repl...)
			run = p + n
		}
		p = chars.SkipPlain(b, p+n)
	}
	return append(dst, b[run:]...), ""
}

// textEscape returns what replaces the first character of b in character data, "" for itself, and its size.
// A size of 0 comes with what is wrong with it.
func textEscape(b []byte) (repl string, size int, fault string) {
	switch c := b[0]; {
	case c == '<':
		return "&lt;", 1, ""
	case c == '>':
		return "&gt;", 1, ""
	case c == '&':
		return "&amp;", 1, ""
	case c == '\r':
		return "&#13;", 1, ""
	case c >= ' ' && c < utf8.RuneSelf || c == '\n' || c == '\t':
		return "", 1, ""
	}
	r, n := utf8.DecodeRune(b)
	switch {
	case r == utf8.RuneError && n <= 1:
		return "", 0, "text is not valid UTF-8"
	case !chars.IsChar(r):
		return "", 0, fmt.Sprintf("the character U+%04X has no place in XML", r)
	}
	return "", n, ""
}

// escapeAttr appends an attribute value to dst. White space other than spaces is escaped, so that normalisation leaves it alone.
func escapeAttr(dst []byte, s string) (out []byte, fault string) {
	b := chars.BytesOf(s)
	run, p := 0, 0
	for {
		for p < len(b) && chars.Classes[b[p]]&chars.PlainValue != 0 {
			p++
		}
		if p == len(b) {
			return append(dst, s[run:]...), ""
		}
		repl, n, fault := attrEscape(b[p:])
		if n == 0 {
			return dst, fault
		}
		if repl != "" {
			dst = append(append(dst, b[run:p]...), repl...)
			run = p + n
		}
		p += n
	}
}

// attrEscape is textEscape for attribute values in double quotes.
func attrEscape(b []byte) (repl string, size int, fault string) {
	switch b[0] {
	case '"':
		return "&quot;", 1, ""
	case '\t':
		return "&#9;", 1, ""
	case '\n':
		return "&#10;", 1, ""
	}
	return textEscape(b)
}
