package xmltext

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// Kind is the kind of a token.
type Kind uint8

// The kinds of tokens. An empty-element tag is a StartElement and an EndElement.
const (
	EOF          Kind = iota // the document, or the scan, is over: see [Scanner.Err]
	StartElement             // a start tag
	EndElement               // an end tag
	CharData                 // character data; a long run arrives in pieces
	CData                    // the text of a CDATA section; a long one arrives in pieces
	Comment                  // a comment
	ProcInst                 // a processing instruction; its target is [Scanner.Local]
	Doctype                  // a document type declaration, delivered with [Options].AllowDoctype alone
	EntityRef                // a reference in content, delivered with [Options].Entities alone; its name is [Scanner.Local]
)

var kindNames = [...]string{"end of document", "start tag", "end tag", "text", "CDATA section", "comment", "processing instruction", "document type declaration", "entity reference"}

// String names the kind as an error message would.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "no token"
}

// textChunk is how many bytes of source one CharData or CData token covers before it is cut.
// It is the same for all inputs, so that tokens never depend on how a reader delivers.
const textChunk = 32 << 10

// scanner is the inside of a [Scanner], and what package codec reads by. Its exported fields and methods are for that
// package alone; those that Scanner has too are described there.
type scanner struct {
	window
	Options

	Err  error
	need bool // the token goes on beyond the window

	kind     Kind
	begun    bool   // the byte order mark and the XML declaration are read
	rootSeen bool   // the root element has begun
	dtdSeen  bool   // a document type declaration was there
	SelfEnd  bool   // the end of an empty-element tag is due
	popDue   bool   // the element whose end was delivered must go
	inCData  bool   // a CDATA section was cut
	Brackets int    // literal ']' at the end of the text that was cut, up to 2
	Val      []byte // text of the current token
	Target   []byte // name of the current processing instruction or reference
	scratch  []byte // holds val where it differs from the source
	decl     XMLDecl
	v11      bool // the document is in XML 1.1

	Elems []elem // open elements
	Names []byte // their raw names, one after the other

	Attrs  []RawAttr
	decls  []nsDecl // namespace declarations of the current start tag
	values []byte   // attribute values that differ from the source
	seen   map[attrKey]struct{}

	bindings []binding
	index    map[string]int    // innermost binding of a prefix among those beyond the first few
	interned map[string]string // prefixes and namespace names

	parent *scanner // the scanner whose EntityRef this one reads
	chain  []string // entities being replaced, outermost first
	spent  *int64   // bytes that references expanded to

	Gen int // counts, from 1, changes of the bindings in scope
}

// elem is an open element.
type elem struct {
	At    int    // where its raw name starts in names
	Colon int    // bytes of its prefix, 0 for none
	binds int    // bindings that were in scope before it
	Space string // its namespace
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
		Options: s.Options, scratch: s.scratch[:0], Elems: s.Elems[:0], Names: s.Names[:0], Attrs: s.Attrs[:0],
		decls: s.decls[:0], values: s.values[:0], seen: s.seen, bindings: s.bindings[:0], interned: s.interned, spent: new(int64),
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
		if !s.extend() {
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

var (
	commentOpen = []byte("<!--")
	cdataOpen   = []byte("<![CDATA[")
	doctypeOpen = []byte("<!DOCTYPE")
)

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

// short is called where a token goes on beyond the window: more is asked for, or the document is over.
func (s *scanner) short(what string) Kind {
	switch {
	case !s.eof:
		s.need = true
		return EOF
	case s.over:
		return s.FailLimit(len(s.Buf), "the document is larger than %d bytes", s.Limits.Size)
	case s.srcErr != nil:
		s.fail(len(s.Buf), "reading the document: %v", s.srcErr)
		if e, ok := s.Err.(*SyntaxError); ok && e.Err == nil {
			e.Err = s.srcErr
		}
		return EOF
	}
	return s.fail(len(s.Buf), "the document ends inside %s", what)
}

// fail ends the scan with an error at buf[i].
func (s *scanner) fail(i int, format string, args ...any) Kind {
	if i-s.Tok > s.Limits.Token+textChunk {
		return s.FailLimit(s.Tok, "a token is longer than %d bytes", s.Limits.Token)
	}
	s.setError(i, nil, format, args...)
	return EOF
}

// FailLimit ends the scan because a limit is crossed at buf[i].
func (s *scanner) FailLimit(i int, format string, args ...any) Kind {
	s.setError(i, ErrLimit, format, args...)
	return EOF
}

// refuse ends the scan because of something at buf[i] that XML allows and this package cannot read.
func (s *scanner) refuse(i int, format string, args ...any) {
	s.setError(i, errors.ErrUnsupported, format, args...)
}

func (s *scanner) setError(i int, cause error, format string, args ...any) {
	if s.Err != nil {
		return
	}
	p := s.place(i)
	s.Err = &SyntaxError{Line: p.Line, Col: p.Col, Offset: p.Offset, Msg: fmt.Sprintf(format, args...), Err: cause}
	s.need = false
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

func (s *scanner) TopPrefix() []byte {
	e := &s.Elems[len(s.Elems)-1]
	return s.Names[e.At : e.At+e.Colon]
}

func (s *scanner) TopLocal() []byte {
	e := &s.Elems[len(s.Elems)-1]
	if e.Colon > 0 {
		return s.Names[e.At+e.Colon+1:]
	}
	return s.Names[e.At:]
}
func (s *scanner) text() []byte {
	switch s.kind {
	case CharData, CData, Comment, ProcInst, Doctype:
		return s.Val
	}
	return nil
}

// place returns the position of buf[i].
func (s *scanner) place(i int) Pos {
	if s.parent != nil {
		return s.parent.place(s.parent.Tok)
	}
	return s.posOf(i)
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
