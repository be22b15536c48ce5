package xmltext

// openElements are the elements that are open, innermost last.
type openElements struct {
	Elems []elem
	Names []byte // their raw names, one after the other
}

// elem is an open element.
type elem struct {
	At    int    // where its raw name starts in names
	Colon int    // bytes of its prefix, 0 for none
	binds int    // bindings that were in scope before it
	Space string // its namespace
}

func (s *openElements) TopPrefix() []byte {
	e := &s.Elems[len(s.Elems)-1]
	return s.Names[e.At : e.At+e.Colon]
}

func (s *openElements) TopLocal() []byte {
	e := &s.Elems[len(s.Elems)-1]
	if e.Colon > 0 {
		return s.Names[e.At+e.Colon+1:]
	}
	return s.Names[e.At:]
}

// Open makes an element whose start tag package codec has read the innermost one.
func (s *scanner) Open(name []byte, colon int, space string) {
	s.Elems = append(s.Elems, elem{At: len(s.Names), Colon: colon, binds: len(s.bindings), Space: space})
	s.Names = append(s.Names, name...)
	s.Attrs = s.Attrs[:0]
}

// Pop forgets the innermost element and its namespace declarations.
func (s *scanner) Pop() {
	s.popDue = false
	top := &s.Elems[len(s.Elems)-1]
	s.Elems = s.Elems[:len(s.Elems)-1]
	s.Names = s.Names[:top.At]
	if len(s.bindings) > top.binds {
		s.unbind(top.binds)
	}
}
