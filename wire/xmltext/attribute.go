package xmltext

import (
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
		if a.Space, ok = s.Resolve(a.Prefix, s.Undeclared); !ok || a.Space == "" && string(a.Local) == "xmlns" {
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
