package xmltext

import (
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// RawAttr is an attribute as a [Scanner] sees it. Namespace declarations are not among the attributes;
// see [Scanner.Declarations].
type RawAttr struct {
	Prefix, Local []byte
	Space         string // resolved; no prefix is no namespace
	Value         []byte // normalised as CDATA (XML 1.0 §3.3.3)
	at            int    // distance from the start of the tag
}

type attrKey struct{ space, name string }

// attrPos returns where an attribute begins.
func (s *scanner) attrPos(i int) Pos { return s.place(s.Tok + s.Attrs[i].at) }

// attribute reads the attribute or namespace declaration at p and returns its end, or a number below 0.
func (s *scanner) attribute(p int) int {
	end, colon := s.qname(p, "a start tag")
	if end < 0 {
		return -1
	}
	b := s.Buf
	q := chars.SkipSpace(b, end)
	if q < len(b) && b[q] != '=' {
		s.unexpected(q, "\"=\" after an attribute name")
		return -1
	}
	q = chars.SkipSpace(b, q+1)
	if q >= len(b) {
		s.short("a start tag")
		return -1
	}
	if b[q] != '"' && b[q] != '\'' {
		s.unexpected(q, "a quote before an attribute value")
		return -1
	}
	value, next := s.attrValue(q)
	if next < 0 || !s.addAttr(p, end, colon, value) {
		return -1
	}
	return next
}

// addAttr files the attribute whose name is buf[at:end].
func (s *scanner) addAttr(at, end, colon int, value []byte) bool {
	b := s.Buf
	if len(value) > s.Limits.Value {
		s.FailLimit(at, "an attribute value is longer than %d bytes", s.Limits.Value)
		return false
	}
	if colon == 5 && string(b[at:at+6]) == "xmlns:" {
		s.decls = append(s.decls, nsDecl{prefix: b[at+6 : end], uri: value, at: at - s.Tok})
	} else if colon == 0 && string(b[at:end]) == "xmlns" {
		s.decls = append(s.decls, nsDecl{uri: value, at: at - s.Tok})
	} else {
		a := RawAttr{Local: b[at:end], Value: value, at: at - s.Tok}
		if colon > 0 {
			a.Prefix, a.Local = b[at:at+colon], b[at+colon+1:end]
		}
		s.Attrs = append(s.Attrs, a)
	}
	if max(len(s.Attrs), len(s.decls)) > s.Limits.Attrs {
		s.FailLimit(s.Tok, "an element has more than %d attributes", s.Limits.Attrs)
		return false
	}
	return true
}

// attrValue reads the quoted value at p (production 10). It returns the value and what follows its quote.
func (s *scanner) attrValue(p int) (value []byte, next int) {
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
func (s *scanner) editedValue(start, p int, quote byte) (value []byte, next int) {
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
func (s *scanner) valueUnit(p int) int {
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
		if b[p+1] == '\n' && s.parent == nil {
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
func (s *scanner) valueRef(p int) int {
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

// resolveAttrs gives the attributes of the current tag their namespaces and refuses duplicates
// (Namespaces in XML §6.3).
func (s *scanner) resolveAttrs() bool {
	for i := range s.Attrs {
		a := &s.Attrs[i]
		if len(a.Prefix) == 0 {
			continue
		}
		var ok bool
		// Without an undeclared prefix, xmlns is the name of no attribute.
		if a.Space, ok = s.resolve(a.Prefix); !ok || a.Space == "" && string(a.Local) == "xmlns" {
			s.undeclared(s.Tok+a.at, a.Prefix)
			return false
		}
	}
	if len(s.Attrs) > manyAttrs {
		return s.distinctMany()
	}
	for i := range s.Attrs {
		for j := range i {
			if a, b := &s.Attrs[i], &s.Attrs[j]; string(a.Local) == string(b.Local) && a.sameSpace(b) {
				return s.duplicate(a)
			}
		}
	}
	return true
}

const manyAttrs = 12 // beyond, a map is quicker than comparing each with each

// sameSpace compares the namespaces of two attributes; undeclared prefixes, which lenient reading admits, stand for themselves.
func (a *RawAttr) sameSpace(b *RawAttr) bool {
	return a.Space == b.Space && (a.Space != "" || string(a.Prefix) == string(b.Prefix))
}

// distinctMany is the search for duplicates among many attributes.
func (s *scanner) distinctMany() bool {
	if s.seen == nil {
		s.seen = make(map[attrKey]struct{})
	}
	defer clear(s.seen)
	for i := range s.Attrs {
		a := &s.Attrs[i]
		key := attrKey{a.Space, string(a.Local)}
		if a.Space == "" && len(a.Prefix) > 0 {
			key = attrKey{"", string(a.Prefix) + ":" + key.name}
		}
		if _, ok := s.seen[key]; ok {
			return s.duplicate(a)
		}
		s.seen[key] = struct{}{}
	}
	return true
}

func (s *scanner) duplicate(a *RawAttr) bool {
	name := string(a.Local)
	if a.Space != "" {
		name = "{" + a.Space + "}" + name
	}
	s.fail(s.Tok+a.at, "the attribute %s is there twice", name)
	return false
}
