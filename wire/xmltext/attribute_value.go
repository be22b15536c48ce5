package xmltext

import (
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// attrValue reads the quoted value at p (production 10). It returns the value and what follows its quote.
func (s *lexer) attrValue(p int) (value []byte, next int) {
	b, quote := s.Buf, s.Buf[p]
	p++
	for start := p; ; {
		for p < len(b) && chars.Classes[b[p]]&chars.PlainValue != 0 {
			p++
		}
		switch {
		case p == len(b):
			s.short("an attribute value")
			return nil, -1
		case b[p] == quote:
			return b[start:p], p + 1
		case b[p] == '"' || b[p] == '\'':
			p++
		case b[p] >= utf8.RuneSelf:
			_, n := s.char(p, "an attribute value")
			if n == 0 {
				return nil, -1
			}
			p += n
		default:
			return s.editedValue(start, p, quote)
		}
	}
}

// editedValue goes on with attrValue at p, where a byte stands that the value does not take over as it is.
func (s *lexer) editedValue(start, p int, quote byte) (value []byte, next int) {
	b := s.Buf
	from := len(s.values)
	s.values = append(s.values, b[start:p]...)
	for {
		if p == len(b) {
			s.short("an attribute value")
			return nil, -1
		}
		if b[p] == quote {
			return s.values[from:len(s.values):len(s.values)], p + 1
		}
		if p = s.valueUnit(p); p < 0 {
			return nil, -1
		}
	}
}

// valueUnit takes over the character, line end or reference at p of an attribute value and returns what follows.
func (s *lexer) valueUnit(p int) int {
	b := s.Buf
	switch c := b[p]; c {
	case '<':
		s.fail(p, "\"<\" in an attribute value")
		return -1
	case '&':
		return s.valueRef(p)
	case '\t', '\n', ' ':
		s.values = append(s.values, ' ')
		return p + 1
	case '\r':
		if p+1 == len(b) {
			s.short("an attribute value")
			return -1
		}
		s.values = append(s.values, ' ')
		if b[p+1] == '\n' && s.inside == nil {
			p++
		}
		return p + 1
	}
	_, n := s.char(p, "an attribute value")
	if n == 0 {
		return -1
	}
	s.values = append(s.values, b[p:p+n]...)
	return p + n
}

// valueRef takes over the reference at p of an attribute value.
func (s *lexer) valueRef(p int) int {
	end, r, name := s.reference(p)
	switch {
	case end < 0:
		return -1
	case name == nil:
		s.values = utf8.AppendRune(s.values, r)
	case !s.expand(p, string(name), s.chain):
		return -1
	}
	return end
}
