package xmltext

import (
	"slices"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// startTag reads a start tag or an empty-element tag (productions 40 and 44).
func (s *scanner) startTag() Kind {
	if len(s.Elems) == 0 && s.rootSeen && s.parent == nil {
		return s.fail(s.Tok, "a second root element")
	}
	at := s.Tok + 1
	end, colon := s.qname(at, "a start tag")
	if end < 0 {
		return EOF
	}
	s.Attrs, s.decls, s.values = s.Attrs[:0], s.decls[:0], s.values[:0]
	b := s.Buf
	for p := end; ; {
		q := chars.SkipSpace(b, p)
		if q+1 >= len(b) && (q == len(b) || b[q] == '/') {
			return s.short("a start tag")
		}
		switch {
		case b[q] == '>':
			return s.openTag(at, end, colon, q+1, false)
		case b[q] == '/' && b[q+1] == '>':
			return s.openTag(at, end, colon, q+2, true)
		case b[q] == '/':
			return s.fail(q, "\"/\" in a start tag is not followed by \">\"")
		case q == p:
			return s.unexpected(q, "white space or \">\" in a start tag")
		}
		if p = s.attribute(q); p < 0 {
			return EOF
		}
	}
}

// openTag takes a start tag in whose name is buf[at:end] and whose last byte is before next.
func (s *scanner) openTag(at, end, colon, next int, empty bool) Kind {
	switch {
	case next-s.Tok > s.Limits.Token:
		return s.FailLimit(s.Tok, "a start tag is longer than %d bytes", s.Limits.Token)
	case s.depth() >= s.Limits.Depth:
		return s.FailLimit(s.Tok, "elements are nested deeper than %d", s.Limits.Depth)
	}
	binds := len(s.bindings)
	if len(s.decls) > 0 && !s.declare() {
		return EOF
	}
	space, ok := "", false
	if len(s.decls) == 0 {
		space, ok = inherited(&s.openElements, s.Buf[at:at+colon])
	}
	if !ok {
		if space, ok = s.Resolve(s.Buf[at:at+colon], s.Undeclared); !ok {
			return s.undeclared(at, s.Buf[at:at+colon])
		}
	}
	if len(s.Elems) == cap(s.Elems) {
		s.Elems = slices.Grow(s.Elems, 1)
	}
	s.Elems = s.Elems[:len(s.Elems)+1]
	e := &s.Elems[len(s.Elems)-1] // made in place, which is quicker
	e.At, e.Colon, e.binds, e.Space = len(s.Names), colon, binds, space
	s.Names = append(s.Names, s.Buf[at:end]...)
	s.rootSeen = true
	if len(s.Attrs) > 0 && !s.resolveAttrs() {
		return EOF
	}
	s.Pos, s.SelfEnd = next, empty
	return StartElement
}

// inherited returns the namespace of the innermost element where its prefix is that of a start tag without declarations.
func inherited(s *openElements, prefix []byte) (space string, ok bool) {
	if len(s.Elems) == 0 {
		return "", false
	}
	top := &s.Elems[len(s.Elems)-1]
	if top.Colon != len(prefix) || len(prefix) > 0 && string(s.Names[top.At:top.At+top.Colon]) != string(prefix) {
		return "", false
	}
	return top.Space, true
}

// endTag reads an end tag (production 42), which must name the element that is open.
func (s *scanner) endTag() Kind {
	b, at := s.Buf, s.Tok+2
	if len(s.Elems) == 0 {
		return s.fail(s.Tok, "an end tag without a start tag")
	}
	name := s.Names[s.Elems[len(s.Elems)-1].At:]
	if end := at + len(name); len(b) > end && string(b[at:end]) == string(name) {
		q := chars.SkipSpace(b, end)
		if q == len(b) {
			return s.short("an end tag")
		}
		if b[q] == '>' {
			s.Pos, s.popDue = q+1, true
			return EndElement
		}
	}
	return s.wrongEnd(at, name)
}

// wrongEnd tells what is wrong with the end tag whose name should begin at buf[at].
func (s *scanner) wrongEnd(at int, want []byte) Kind {
	end, _ := s.qname(at, "an end tag")
	switch {
	case end < 0:
		return EOF
	case string(s.Buf[at:end]) != string(want):
		return s.fail(s.Tok, "the end tag </%s> does not match the start tag <%s>", s.Buf[at:end], want)
	}
	return s.unexpected(chars.SkipSpace(s.Buf, end), "\">\" in an end tag")
}
