package wire

import (
	"bytes"
	"errors"
	"fmt"
	"io"
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
	Doctype                  // a document type declaration, delivered with [AllowDoctype] alone
	EntityRef                // a reference in content, delivered with [Entities] alone; its name is [Scanner.Local]
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

// Scanner reads an XML document token by token. It checks that the document is well-formed (XML 1.0 fifth edition) and
// namespace-well-formed (Namespaces in XML 1.0 third edition), within [Limits]. It does not read DTDs.
//
// Byte slices that its methods return are valid until the next call of Next.
type Scanner struct {
	window
	config

	err  error
	need bool // the token goes on beyond the window

	kind     Kind
	begun    bool   // the byte order mark and the XML declaration are read
	rootSeen bool   // the root element has begun
	dtdSeen  bool   // a document type declaration was there
	selfEnd  bool   // the end of an empty-element tag is due
	popDue   bool   // the element whose end was delivered must go
	inCData  bool   // a CDATA section was cut
	brackets int    // literal ']' at the end of the text that was cut, up to 2
	val      []byte // text of the current token
	target   []byte // name of the current processing instruction or reference
	scratch  []byte // holds val where it differs from the source
	decl     XMLDecl
	v11      bool // the document is in XML 1.1

	elems []elem // open elements
	names []byte // their raw names, one after the other

	attrs  []RawAttr
	decls  []nsDecl // namespace declarations of the current start tag
	values []byte   // attribute values that differ from the source
	seen   map[attrKey]struct{}

	bindings []binding
	index    map[string]int    // innermost binding of a prefix among those beyond the first few
	interned map[string]string // prefixes and namespace names

	parent *Scanner // the scanner whose EntityRef this one reads
	chain  []string // entities being replaced, outermost first
	spent  *int64   // bytes that references expanded to

	gen int // counts, from 1, changes of the bindings in scope
}

// elem is an open element.
type elem struct {
	at    int    // where its raw name starts in names
	colon int    // bytes of its prefix, 0 for none
	binds int    // bindings that were in scope before it
	space string // its namespace
}

// NewScanner returns a scanner that reads the document from r, about 16 KiB at a time.
func NewScanner(r io.Reader, opts ...Option) *Scanner {
	s := new(Scanner)
	s.config = configure(opts)
	s.ResetReader(r)
	return s
}

// NewBytesScanner returns a scanner over a whole document. It neither changes nor keeps data after the last call.
func NewBytesScanner(data []byte, opts ...Option) *Scanner {
	s := new(Scanner)
	s.config = configure(opts)
	s.ResetBytes(data)
	return s
}

// ResetReader makes the scanner begin again, with the document that r delivers and the same options.
func (s *Scanner) ResetReader(r io.Reader) {
	var own []byte
	if s.src != nil {
		own = s.buf[:0]
	}
	s.reset()
	s.buf, s.room = own, s.limits.Size
	s.setReader(r)
}

// ResetBytes makes the scanner begin again, with data as the document and the same options.
func (s *Scanner) ResetBytes(data []byte) {
	s.reset()
	s.setBytes(data, s.limits.Size)
}

// reset forgets the document and keeps the memory.
func (s *Scanner) reset() {
	clear(s.attrs[:cap(s.attrs)])
	clear(s.decls[:cap(s.decls)])
	clear(s.bindings[:cap(s.bindings)])
	*s = Scanner{
		config: s.config, scratch: s.scratch[:0], elems: s.elems[:0], names: s.names[:0], attrs: s.attrs[:0],
		decls: s.decls[:0], values: s.values[:0], seen: s.seen, bindings: s.bindings[:0], interned: s.interned, spent: new(int64),
	}
	s.mark.Line, s.mark.Col, s.gen = 1, 1, 1
}

// Next reads the next token and returns its kind, or [EOF] at the end and after an error.
func (s *Scanner) Next() Kind {
	s.kind = s.next()
	return s.kind
}

func (s *Scanner) next() Kind {
	if s.popDue {
		s.pop()
	}
	if s.selfEnd {
		s.selfEnd, s.popDue = false, true
		s.attrs = s.attrs[:0]
		return EndElement
	}
	if s.err != nil || !s.begun && !s.begin() {
		return EOF
	}
	s.attrs = s.attrs[:0]
	for {
		s.tok, s.need = s.pos, false
		if k := s.token(); !s.need {
			return k
		}
		if !s.extend() {
			return EOF
		}
	}
}

// token reads the token at pos. Where the window ends too early it sets need and leaves pos alone.
func (s *Scanner) token() Kind {
	if s.inCData {
		return s.cdata(s.pos)
	}
	if len(s.elems) == 0 && s.parent == nil {
		return s.outside()
	}
	if s.pos == len(s.buf) {
		return s.atEnd()
	}
	if s.buf[s.pos] != '<' {
		return s.charData()
	}
	return s.markup()
}

// outside reads a token before or after the root element.
func (s *Scanner) outside() Kind {
	s.pos = skipSpace(s.buf, s.pos)
	s.tok = s.pos
	if s.pos == len(s.buf) {
		return s.atEnd()
	}
	if s.buf[s.pos] == '<' {
		return s.markup()
	}
	if s.rootSeen {
		return s.fail(s.pos, "text after the root element")
	}
	return s.fail(s.pos, "text before the root element")
}

// atEnd is reached where the window ends between two tokens.
func (s *Scanner) atEnd() Kind {
	switch {
	case !s.eof:
		s.need = true
	case s.over || s.srcErr != nil:
		return s.short("")
	case len(s.elems) > 0:
		top := s.elems[len(s.elems)-1]
		return s.fail(s.pos, "the end tag </%s> is missing", s.names[top.at:])
	case !s.rootSeen && s.parent == nil:
		return s.fail(s.pos, "the document has no root element")
	}
	return EOF
}

// markup reads what begins with '<'.
func (s *Scanner) markup() Kind {
	s.brackets = 0
	if s.tok+1 == len(s.buf) {
		return s.short("markup")
	}
	switch s.buf[s.tok+1] {
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
func (s *Scanner) declared() Kind {
	b := s.buf[s.tok:]
	switch {
	case bytes.HasPrefix(b, commentOpen):
		return s.comment()
	case bytes.HasPrefix(b, cdataOpen):
		if len(s.elems) == 0 && s.parent == nil {
			return s.fail(s.tok, "a CDATA section outside the root element")
		}
		return s.cdata(s.tok + len(cdataOpen))
	case bytes.HasPrefix(b, doctypeOpen):
		return s.docType()
	}
	for _, open := range [][]byte{commentOpen, cdataOpen, doctypeOpen} {
		if bytes.HasPrefix(open, b) {
			return s.short("markup")
		}
	}
	return s.fail(s.tok, "\"<!\" begins neither a comment nor a CDATA section")
}

// short is called where a token goes on beyond the window: more is asked for, or the document is over.
func (s *Scanner) short(what string) Kind {
	switch {
	case !s.eof:
		s.need = true
		return EOF
	case s.over:
		return s.failLimit(len(s.buf), "the document is larger than %d bytes", s.limits.Size)
	case s.srcErr != nil:
		s.fail(len(s.buf), "reading the document: %v", s.srcErr)
		if e, ok := s.err.(*SyntaxError); ok && e.err == nil {
			e.err = s.srcErr
		}
		return EOF
	}
	return s.fail(len(s.buf), "the document ends inside %s", what)
}

// fail ends the scan with an error at buf[i].
func (s *Scanner) fail(i int, format string, args ...any) Kind {
	if i-s.tok > s.limits.Token+textChunk {
		return s.failLimit(s.tok, "a token is longer than %d bytes", s.limits.Token)
	}
	s.setError(i, nil, format, args...)
	return EOF
}

// failLimit ends the scan because a limit is crossed at buf[i].
func (s *Scanner) failLimit(i int, format string, args ...any) Kind {
	s.setError(i, ErrLimit, format, args...)
	return EOF
}

// refuse ends the scan because of something at buf[i] that XML allows and this package cannot read.
func (s *Scanner) refuse(i int, format string, args ...any) {
	s.setError(i, errors.ErrUnsupported, format, args...)
}

func (s *Scanner) setError(i int, cause error, format string, args ...any) {
	if s.err != nil {
		return
	}
	p := s.place(i)
	s.err = &SyntaxError{Line: p.Line, Col: p.Col, Offset: p.Offset, Msg: fmt.Sprintf(format, args...), err: cause}
	s.need = false
}

// Err returns the error that ended the scan: nil, or a [*SyntaxError].
func (s *Scanner) Err() error { return s.err }

// Depth returns the number of open elements. The element of a StartElement or EndElement token counts as open.
func (s *Scanner) Depth() int {
	if s.parent != nil {
		return len(s.elems) + s.parent.Depth()
	}
	return len(s.elems)
}

// Prefix returns the prefix of the current StartElement or EndElement, which is empty where there is none.
func (s *Scanner) Prefix() []byte {
	if s.kind != StartElement && s.kind != EndElement {
		return nil
	}
	return s.topPrefix()
}

// Local returns the local name of the current StartElement or EndElement, the target of a
// ProcInst, or the name of an EntityRef.
func (s *Scanner) Local() []byte {
	switch s.kind {
	case StartElement, EndElement:
		return s.topLocal()
	case ProcInst, EntityRef:
		return s.target
	}
	return nil
}

// Space returns the namespace name of the current StartElement or EndElement; "" is no namespace.
func (s *Scanner) Space() string {
	if s.kind != StartElement && s.kind != EndElement {
		return ""
	}
	return s.elems[len(s.elems)-1].space
}

func (s *Scanner) topPrefix() []byte {
	e := &s.elems[len(s.elems)-1]
	return s.names[e.at : e.at+e.colon]
}

func (s *Scanner) topLocal() []byte {
	e := &s.elems[len(s.elems)-1]
	if e.colon > 0 {
		return s.names[e.at+e.colon+1:]
	}
	return s.names[e.at:]
}

// Text returns the text of the current CharData, CData or Comment, the data of a ProcInst, or what a
// Doctype has between "<!DOCTYPE" and ">". Line ends are LF, and in CharData references are replaced.
func (s *Scanner) Text() []byte {
	switch s.kind {
	case CharData, CData, Comment, ProcInst, Doctype:
		return s.val
	}
	return nil
}

// Pos returns where the current token starts, or where the document ends. In a scanner made by [Scanner.Sub]
// it is where the outermost reference is. The end of an empty-element tag is where the tag starts.
func (s *Scanner) Pos() Pos { return s.place(s.tok) }

// Pin remembers where the current token starts, so that [Scanner.Pinned] tells it after later tokens, until the
// next Pin. Other than Pos it costs nothing where nobody asks.
func (s *Scanner) Pin() {
	if s.parent == nil {
		s.setPin()
	}
}

// Pinned returns where the token started at which Pin was called last. In a scanner made by [Scanner.Sub] it is
// where the outermost reference is.
func (s *Scanner) Pinned() Pos {
	if s.parent != nil {
		return s.parent.Pos()
	}
	return s.pinPos()
}

// place returns the position of buf[i].
func (s *Scanner) place(i int) Pos {
	if s.parent != nil {
		return s.parent.Pos()
	}
	return s.posOf(i)
}
