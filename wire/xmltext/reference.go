package xmltext

import (
	"slices"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// predefined are the entities that need no declaration (XML 1.0 §4.6).
func predefined(name []byte) (rune, bool) {
	switch string(name) {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "apos":
		return '\'', true
	case "quot":
		return '"', true
	}
	return 0, false
}

// reference reads the reference at p. It returns its end and either the character it stands for
// or the name of a general entity. An end below 0 means that the scan cannot go on.
func (s *lexer) reference(p int) (end int, r rune, name []byte) {
	b := s.Buf
	if p+1 < len(b) && b[p+1] == '#' {
		end, r = s.charRef(p)
		return end, r, nil
	}
	end = s.ncname(p+1, "a reference")
	if end < 0 {
		return -1, 0, nil
	}
	if b[end] != ';' {
		s.unexpected(end, "\";\" after a reference")
		return -1, 0, nil
	}
	name = b[p+1 : end]
	if r, ok := predefined(name); ok {
		return end + 1, r, nil
	}
	return end + 1, 0, name
}

// charRef reads a character reference (production 66).
func (s *lexer) charRef(p int) (end int, r rune) {
	b := s.Buf
	base, q := rune(10), p+2
	if q < len(b) && b[q] == 'x' {
		base, q = 16, q+1
	}
	digits := q
	for ; q < len(b); q++ {
		d := chars.Digit(b[q])
		if d >= base {
			break
		}
		if r <= utf8.MaxRune {
			r = r*base + d
		}
	}
	switch {
	case q-p > s.Limits.Name:
		s.FailLimit(p, "a reference is longer than %d bytes", s.Limits.Name)
	case q == len(b):
		s.short("a reference")
	case q == digits || b[q] != ';':
		s.unexpected(q, "digits and \";\" in a character reference")
	case !chars.IsChar(r) && !(s.v11 && isChar11(r)):
		s.fail(p, "the character reference %s is not allowed", b[p:q+1])
	default:
		return q + 1, r
	}
	return -1, 0
}

// maxNested is how deep entities may refer to one another.
const maxNested = 100

// entity returns the replacement text of the entity that the reference at p names, and accounts for it.
func (s *lexer) entity(p int, name string, chain []string) (text string, ok bool) {
	if s.Entities != nil {
		text, ok = s.Entities(name)
	}
	switch {
	case !ok:
		s.fail(p, "the entity &%s; is not declared", name)
		return "", false
	case slices.Contains(chain, name):
		s.fail(p, "the entity &%s; refers to itself", name)
		return "", false
	case len(chain) >= maxNested:
		s.FailLimit(p, "entities refer to one another more than %d deep", maxNested)
		return "", false
	}
	*s.spent += int64(len(text)) + 1
	if *s.spent > s.Limits.Expansion {
		s.FailLimit(p, "entity references expand to more than %d bytes", s.Limits.Expansion)
		return "", false
	}
	return text, true
}

// entityRef delivers the reference at p, which is to a general entity.
func (s *lexer) entityRef(p int) Kind {
	end, _, name := s.reference(p)
	if end < 0 {
		return EOF
	}
	if s.Entities == nil {
		return s.fail(p, "the entity &%s; is not declared", name)
	}
	s.Target, s.Pos, s.Brackets = name, end, 0
	return EntityRef
}

// expand appends the replacement text of an entity to the attribute value at hand (XML 1.0 §3.3.3, §4.4.5).
func (s *lexer) expand(p int, name string, chain []string) bool {
	text, ok := s.entity(p, name, chain)
	if !ok {
		return false
	}
	in := s.within([]byte(text), append(slices.Clip(chain), name))
	for q := 0; q < len(in.Buf); {
		if q = in.valueUnit(q); q < 0 {
			break
		}
		if len(in.values) > s.Limits.Value {
			s.FailLimit(p, "an attribute value is longer than %d bytes", s.Limits.Value)
			return false
		}
	}
	if s.Err = in.Err; s.Err != nil {
		return false
	}
	s.values = append(s.values, in.values...)
	return true
}
