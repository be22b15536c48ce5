package xmltext

import (
	"bytes"
	"io"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// scanner is the inside of a [Scanner], and what package codec reads by. Its exported fields and methods are for that
// package alone; those that Scanner has too are described there.
type scanner struct {
	lexer
	openElements
	namespaces
	interner

	kind     Kind
	rootSeen bool // the root element has begun
	dtdSeen  bool // a document type declaration was there
	SelfEnd  bool // the end of an empty-element tag is due
	popDue   bool // the element whose end was delivered must go

	Attrs []RawAttr
	decls []nsDecl // namespace declarations of the current start tag
	seen  map[attrKey]struct{}

	parent *scanner // the scanner whose EntityRef this one reads
}

func (s *scanner) resetReader(r io.Reader) {
	var own []byte
	if s.src != nil {
		own = s.Buf[:0]
	}
	s.reset()
	s.Buf, s.room = own, s.Limits.Size
	s.setReader(r)
}
func (s *scanner) resetBytes(data []byte) {
	s.reset()
	s.setBytes(data, s.Limits.Size)
}

// reset forgets the document and keeps the memory.
func (s *scanner) reset() {
	clear(s.Attrs[:cap(s.Attrs)])
	clear(s.decls[:cap(s.decls)])
	clear(s.bindings[:cap(s.bindings)])
	*s = scanner{
		lexer:        lexer{input: input{Options: s.Options}, scratch: s.scratch[:0], values: s.values[:0], spent: new(int64)},
		openElements: openElements{Elems: s.Elems[:0], Names: s.Names[:0]},
		namespaces:   namespaces{bindings: s.bindings[:0]},
		interner:     s.interner,
		Attrs:        s.Attrs[:0], decls: s.decls[:0], seen: s.seen,
	}
	s.mark.Line, s.mark.Col, s.Gen = 1, 1, 1
}
func (s *scanner) step() Kind {
	s.kind = s.Next()
	return s.kind
}

func (s *scanner) Next() Kind {
	if s.popDue {
		s.Pop()
	}
	if s.SelfEnd {
		s.SelfEnd, s.popDue = false, true
		s.Attrs = s.Attrs[:0]
		return EndElement
	}
	if s.Err != nil || !s.begun && !s.begin() {
		return EOF
	}
	s.Attrs = s.Attrs[:0]
	for {
		s.Tok, s.need = s.Pos, false
		if k := s.token(); !s.need {
			return k
		}
		if !s.extend(s.inCData) {
			return EOF
		}
	}
}

// token reads the token at pos. Where the window ends too early it sets need and leaves pos alone.
func (s *scanner) token() Kind {
	if s.inCData {
		return s.cdata(s.Pos)
	}
	if len(s.Elems) == 0 && s.parent == nil {
		return s.outside()
	}
	if s.Pos == len(s.Buf) {
		return s.atEnd()
	}
	if s.Buf[s.Pos] != '<' {
		return s.charData()
	}
	return s.markup()
}

// outside reads a token before or after the root element.
func (s *scanner) outside() Kind {
	s.Pos = chars.SkipSpace(s.Buf, s.Pos)
	s.Tok = s.Pos
	if s.Pos == len(s.Buf) {
		return s.atEnd()
	}
	if s.Buf[s.Pos] == '<' {
		return s.markup()
	}
	if s.rootSeen {
		return s.fail(s.Pos, "text after the root element")
	}
	return s.fail(s.Pos, "text before the root element")
}

// atEnd is reached where the window ends between two tokens.
func (s *scanner) atEnd() Kind {
	switch {
	case !s.eof:
		s.need = true
	case s.over || s.srcErr != nil:
		return s.short("")
	case len(s.Elems) > 0:
		top := s.Elems[len(s.Elems)-1]
		return s.fail(s.Pos, "the end tag </%s> is missing", s.Names[top.At:])
	case !s.rootSeen && s.parent == nil:
		return s.fail(s.Pos, "the document has no root element")
	}
	return EOF
}

// markup reads what begins with '<'.
func (s *scanner) markup() Kind {
	s.Brackets = 0
	if s.Tok+1 == len(s.Buf) {
		return s.short("markup")
	}
	switch s.Buf[s.Tok+1] {
	case '/':
		return s.endTag()
	case '?':
		return s.procInst()
	case '!':
		return s.declared()
	}
	return s.startTag()
}

// declared reads what begins with "<!".
func (s *scanner) declared() Kind {
	b := s.Buf[s.Tok:]
	switch {
	case bytes.HasPrefix(b, commentOpen):
		return s.comment()
	case bytes.HasPrefix(b, cdataOpen):
		if len(s.Elems) == 0 && s.parent == nil {
			return s.fail(s.Tok, "a CDATA section outside the root element")
		}
		return s.cdata(s.Tok + len(cdataOpen))
	case bytes.HasPrefix(b, doctypeOpen):
		return s.docType()
	}
	for _, open := range [][]byte{commentOpen, cdataOpen, doctypeOpen} {
		if bytes.HasPrefix(open, b) {
			return s.short("markup")
		}
	}
	return s.fail(s.Tok, "\"<!\" begins neither a comment nor a CDATA section")
}

func (s *scanner) depth() int {
	if s.parent != nil {
		return len(s.Elems) + s.parent.depth()
	}
	return len(s.Elems)
}
func (s *scanner) prefix() []byte {
	if s.kind != StartElement && s.kind != EndElement {
		return nil
	}
	return s.TopPrefix()
}
func (s *scanner) local() []byte {
	switch s.kind {
	case StartElement, EndElement:
		return s.TopLocal()
	case ProcInst, EntityRef:
		return s.Target
	}
	return nil
}
func (s *scanner) space() string {
	if s.kind != StartElement && s.kind != EndElement {
		return ""
	}
	return s.Elems[len(s.Elems)-1].Space
}

func (s *scanner) text() []byte {
	switch s.kind {
	case CharData, CData, Comment, ProcInst, Doctype:
		return s.Val
	}
	return nil
}

// Shed drops buffers that have become large.
func (s *scanner) Shed() {
	const large = 64 << 10
	for _, b := range []*[]byte{&s.scratch, &s.values, &s.Names} {
		if cap(*b) > large {
			*b = nil
		}
	}
}
