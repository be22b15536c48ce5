package wire

import (
	"slices"
	"unicode/utf8"
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
func (s *Scanner) reference(p int) (end int, r rune, name []byte) {
	b := s.buf
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
func (s *Scanner) charRef(p int) (end int, r rune) {
	b := s.buf
	base, q := rune(10), p+2
	if q < len(b) && b[q] == 'x' {
		base, q = 16, q+1
	}
	digits := q
	for ; q < len(b); q++ {
		d := digit(b[q])
		if d >= base {
			break
		}
		if r <= utf8.MaxRune {
			r = r*base + d
		}
	}
	switch {
	case q-p > s.limits.Name:
		s.failLimit(p, "a reference is longer than %d bytes", s.limits.Name)
	case q == len(b):
		s.short("a reference")
	case q == digits || b[q] != ';':
		s.unexpected(q, "digits and \";\" in a character reference")
	case !isChar(r) && !(s.v11 && isChar11(r)):
		s.fail(p, "the character reference %s is not allowed", b[p:q+1])
	default:
		return q + 1, r
	}
	return -1, 0
}

// digit returns the value of a hexadecimal digit, or a number above all of them.
func digit(c byte) rune {
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

// entity returns the replacement text of the entity that the reference at p names, and accounts for it.
func (s *Scanner) entity(p int, name string, chain []string) (text string, ok bool) {
	if s.entities != nil {
		text, ok = s.entities(name)
	}
	switch {
	case !ok:
		s.fail(p, "the entity &%s; is not declared", name)
		return "", false
	case slices.Contains(chain, name):
		s.fail(p, "the entity &%s; refers to itself", name)
		return "", false
	}
	*s.spent += int64(len(text)) + 1
	if *s.spent > s.limits.Expansion {
		s.failLimit(p, "entity references expand to more than %d bytes", s.limits.Expansion)
		return "", false
	}
	return text, true
}

// entityRef delivers the reference at p, which is to a general entity.
func (s *Scanner) entityRef(p int) Kind {
	end, _, name := s.reference(p)
	if end < 0 {
		return EOF
	}
	if s.entities == nil {
		return s.fail(p, "the entity &%s; is not declared", name)
	}
	s.target, s.pos, s.brackets = name, end, 0
	return EntityRef
}

// expand appends the replacement text of an entity to the attribute value at hand (XML 1.0 §3.3.3, §4.4.5).
func (s *Scanner) expand(p int, name string, chain []string) bool {
	text, ok := s.entity(p, name, chain)
	if !ok {
		return false
	}
	in := s.nested([]byte(text), append(slices.Clip(chain), name))
	for q := 0; q < len(in.buf); {
		if q = in.valueUnit(q); q < 0 {
			break
		}
		if len(in.values) > s.limits.Value {
			s.failLimit(p, "an attribute value is longer than %d bytes", s.limits.Value)
			return false
		}
	}
	if s.err = in.err; s.err != nil {
		return false
	}
	s.values = append(s.values, in.values...)
	return true
}

// nested returns a scanner over replacement text, at the current token of s.
func (s *Scanner) nested(text []byte, chain []string) *Scanner {
	in := &Scanner{config: s.config, parent: s, chain: chain, spent: s.spent, begun: true}
	in.setBytes(text, int64(len(text)))
	return in
}

// Sub returns a scanner over the replacement text of the current EntityRef, which must match the production content
// (XML 1.0 §4.3.2). It inherits namespaces, options and limits, and all its positions are that of the reference.
// The scanner it comes from must rest until Sub's has reached its end.
func (s *Scanner) Sub(replacement string) *Scanner {
	name := string(s.target)
	in := s.nested([]byte(replacement), append(slices.Clip(s.chain), name))
	*s.spent += int64(len(replacement)) + 1
	switch {
	case slices.Contains(s.chain, name):
		in.fail(0, "the entity &%s; refers to itself", name)
	case *s.spent > s.limits.Expansion:
		in.failLimit(0, "entity references expand to more than %d bytes", s.limits.Expansion)
	}
	return in
}
