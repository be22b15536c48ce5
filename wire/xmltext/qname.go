package xmltext

import (
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// qname reads a QName at p (Namespaces in XML, production 7). It returns its end and the length of its prefix;
// an end below 0 means that the scan cannot go on.
func (s *lexer) qname(p int, where string) (end, prefix int) {
	end = s.ncname(p, where)
	if end < 0 || s.Buf[end] != ':' {
		return end, 0
	}
	prefix = end - p
	end = s.ncname(end+1, where)
	if end >= 0 && s.Buf[end] == ':' {
		s.fail(end, "a name with two colons in %s", where)
		return -1, 0
	}
	return end, prefix
}

// ncname reads a name without a colon at p and returns its end, where a byte follows, or a number below 0.
func (s *lexer) ncname(p int, where string) int {
	b, start := s.Buf, p
	for {
		for p < len(b) && chars.Classes[b[p]]&chars.NameChar != 0 {
			p++
		}
		if p-start > s.Limits.Name {
			break
		}
		if p == len(b) {
			s.short(where)
			return -1
		}
		if b[p] < utf8.RuneSelf {
			break
		}
		r, n := s.char(p, where)
		if n == 0 {
			return -1
		}
		if !chars.IsNameChar(r) {
			break
		}
		p += n
	}
	return s.checkName(start, p, where)
}

// checkName checks the length and the first character of the name buf[start:end].
func (s *lexer) checkName(start, end int, where string) int {
	if end-start > s.Limits.Name {
		s.FailLimit(start, "a name is longer than %d bytes", s.Limits.Name)
		return -1
	}
	if end > start && chars.Classes[s.Buf[start]]&chars.NameStart != 0 {
		return end
	}
	if r, _ := utf8.DecodeRune(s.Buf[start:]); end == start || !chars.IsNameStart(r) {
		s.unexpected(start, "a name in "+where)
		return -1
	}
	return end
}
