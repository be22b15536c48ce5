package wire

// startTag reads a start tag or an empty-element tag (productions 40 and 44).
func (s *Scanner) startTag() Kind {
	if len(s.elems) == 0 && s.rootSeen && s.parent == nil {
		return s.fail(s.tok, "a second root element")
	}
	at := s.tok + 1
	end, colon := s.qname(at, "a start tag")
	if end < 0 {
		return EOF
	}
	s.attrs, s.decls, s.values = s.attrs[:0], s.decls[:0], s.values[:0]
	b := s.buf
	for p := end; ; {
		q := skipSpace(b, p)
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
func (s *Scanner) openTag(at, end, colon, next int, empty bool) Kind {
	switch {
	case next-s.tok > s.limits.Token:
		return s.failLimit(s.tok, "a start tag is longer than %d bytes", s.limits.Token)
	case s.Depth() >= s.limits.Depth:
		return s.failLimit(s.tok, "elements are nested deeper than %d", s.limits.Depth)
	}
	e := elem{at: len(s.names), colon: colon, binds: len(s.bindings)}
	if len(s.decls) > 0 && !s.declare() {
		return EOF
	}
	var ok bool
	if e.space, ok = s.resolve(s.buf[at : at+colon]); !ok {
		return s.undeclared(at, s.buf[at:at+colon])
	}
	s.names = append(s.names, s.buf[at:end]...)
	s.elems = append(s.elems, e)
	s.rootSeen = true
	if len(s.attrs) > 0 && !s.resolveAttrs() {
		return EOF
	}
	s.pos, s.selfEnd = next, empty
	return StartElement
}

// endTag reads an end tag (production 42), which must name the element that is open.
func (s *Scanner) endTag() Kind {
	b, at := s.buf, s.tok+2
	if len(s.elems) == 0 {
		return s.fail(s.tok, "an end tag without a start tag")
	}
	name := s.names[s.elems[len(s.elems)-1].at:]
	if end := at + len(name); len(b) > end && string(b[at:end]) == string(name) {
		q := skipSpace(b, end)
		if q == len(b) {
			return s.short("an end tag")
		}
		if b[q] == '>' {
			s.pos, s.popDue = q+1, true
			return EndElement
		}
	}
	return s.wrongEnd(at, name)
}

// wrongEnd tells what is wrong with the end tag whose name should begin at buf[at].
func (s *Scanner) wrongEnd(at int, want []byte) Kind {
	end, _ := s.qname(at, "an end tag")
	switch {
	case end < 0:
		return EOF
	case string(s.buf[at:end]) != string(want):
		return s.fail(s.tok, "the end tag </%s> does not match the start tag <%s>", s.buf[at:end], want)
	}
	return s.unexpected(skipSpace(s.buf, end), "\">\" in an end tag")
}

// pop forgets the innermost element and its namespace declarations.
func (s *Scanner) pop() {
	s.popDue = false
	top := s.elems[len(s.elems)-1]
	s.elems = s.elems[:len(s.elems)-1]
	s.names = s.names[:top.at]
	if len(s.bindings) > top.binds {
		s.unbind(top.binds)
	}
}
