package xmltext

// Open makes an element whose start tag package codec has read the innermost one.
func (s *scanner) Open(name []byte, colon int, space string) {
	s.Elems = append(s.Elems, elem{At: len(s.Names), Colon: colon, binds: len(s.bindings), Space: space})
	s.Names = append(s.Names, name...)
	s.Attrs = s.Attrs[:0]
}

// Pop forgets the innermost element and its namespace declarations.
func (s *scanner) Pop() {
	s.popDue = false
	top := s.Elems[len(s.Elems)-1]
	s.Elems = s.Elems[:len(s.Elems)-1]
	s.Names = s.Names[:top.At]
	if len(s.bindings) > top.binds {
		s.unbind(top.binds)
	}
}
