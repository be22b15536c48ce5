package xmltext

import "github.com/wbxgen/wbxgen/wire/internal/chars"

// QuickTag reads a start tag of which package codec has read the name, buf[at:end], and whose attributes begin behind
// buf[end], a space. It makes the element the innermost one and reports true where the window holds the whole tag and that is
// as most are: no namespace is declared, the values need no thought, nothing is wrong. Otherwise it changes nothing, and the
// tag is read as any other, so that it is here no matter why.
func (s *scanner) QuickTag(at, end, colon int, space string) bool {
	s.Attrs = s.Attrs[:0]
	tok := at - 1
	p := s.quickAttrs(tok, end)
	if p < 0 || p-tok > s.Limits.Token || len(s.Attrs) > min(s.Limits.Attrs, manyAttrs) || s.depth() >= s.Limits.Depth || !distinct(s.Attrs) {
		s.Attrs = s.Attrs[:0]
		return false
	}
	s.Elems = append(s.Elems, elem{At: len(s.Names), Colon: colon, binds: len(s.bindings), Space: space})
	s.Names = append(s.Names, s.Buf[at:end]...)
	s.Tok, s.Pos, s.SelfEnd = tok, p, s.Buf[p-2] == '/'
	return true
}

// quickAttrs reads attributes, each behind one space, and returns the index behind the tag, or -1.
func (s *scanner) quickAttrs(tok, p int) int {
	b := s.Buf
	for p+3 < len(b) && b[p] == ' ' {
		a := RawAttr{at: p + 1 - tok}
		if p = s.quickAttr(&a, p+1); p < 0 {
			return -1
		}
		s.Attrs = append(s.Attrs, a)
	}
	switch {
	case p+1 >= len(b):
		return -1
	case b[p] == '>':
		return p + 1
	case b[p] == '/' && b[p+1] == '>':
		return p + 2
	}
	return -1
}

// quickAttr reads the attribute at p and returns the index behind it, or -1.
func (s *scanner) quickAttr(a *RawAttr, p int) int {
	b, at := s.Buf, p
	p = quickName(b, p)
	if p < len(b) && b[p] == ':' {
		var ok bool
		if a.Prefix = b[at:p]; string(a.Prefix) == "xmlns" || p == at {
			return -1
		}
		if a.Space, ok = s.Resolve(a.Prefix, s.Undeclared); !ok || a.Space == "" {
			return -1
		}
		at = p + 1
		p = quickName(b, at)
	}
	if p == at || p-at > s.Limits.Name || p+1 >= len(b) || b[p] != '=' || b[p+1] != '"' {
		return -1
	}
	if a.Local = b[at:p]; len(a.Prefix) == 0 && string(a.Local) == "xmlns" {
		return -1
	}
	from := p + 2
	if p = chars.SkipQuoted(b, from); p >= len(b) || b[p] != '"' || p-from > s.Limits.Value {
		return -1
	}
	a.Value = b[from:p]
	return p + 1
}

// quickName returns the end of a name of ASCII letters at p, p for none.
func quickName(b []byte, p int) int {
	if p >= len(b) || chars.Classes[b[p]]&chars.NameStart == 0 {
		return p
	}
	for p < len(b) && chars.Classes[b[p]]&chars.NameChar != 0 {
		p++
	}
	return p
}

// distinct reports whether no attribute of a tag is there twice.
func distinct(attrs []RawAttr) bool {
	for i := range attrs {
		for j := range i {
			if a, b := &attrs[i], &attrs[j]; string(a.Local) == string(b.Local) && a.sameSpace(b) {
				return false
			}
		}
	}
	return true
}

// QuickText returns the rest of the innermost element, where the window holds it and that is text to be taken over as it is,
// and the end tag, which becomes the current token. Otherwise it changes nothing and returns nil.
func (s *scanner) QuickText() []byte {
	b, p := s.Buf, s.Pos
	if s.SelfEnd || s.popDue || s.inCData || s.Brackets != 0 || p >= len(b) {
		return nil
	}
	q := chars.PlainRun(b, p, p)
	name := s.Names[s.Elems[len(s.Elems)-1].At:]
	end := q + len("</") + len(name)
	if end >= len(b) || b[q] != '<' || b[q+1] != '/' || b[end] != '>' || q-p > min(s.Limits.Token, textChunk) || string(b[q+2:end]) != string(name) {
		return nil
	}
	s.Tok, s.Pos, s.popDue = q, end+1, true
	s.Attrs = s.Attrs[:0]
	return b[p:q:q]
}
