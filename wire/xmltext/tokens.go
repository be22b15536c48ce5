package xmltext

import (
	"io"
	"iter"
)

// Scanner reads an XML document token by token. It checks that the document is well-formed (XML 1.0 fifth edition) and
// namespace-well-formed (Namespaces in XML 1.0 third edition), within [Limits]. It does not read DTDs.
//
// Byte slices that its methods return are valid until the next call of Next.
type Scanner struct{ in scanner }

// NewScanner returns a scanner that reads the document from r, about 16 KiB at a time.
func NewScanner(r io.Reader, o Options) *Scanner {
	s := new(Scanner)
	s.SetOptions(o)
	s.ResetReader(r)
	return s
}

// NewBytesScanner returns a scanner over a whole document. It neither changes nor keeps data after the last call.
func NewBytesScanner(data []byte, o Options) *Scanner {
	s := new(Scanner)
	s.SetOptions(o)
	s.ResetBytes(data)
	return s
}

// SetOptions makes o the options of the documents that come.
func (s *Scanner) SetOptions(o Options) {
	s.in.Options = o
	s.in.Options.Limits = o.Limits.WithDefaults()
}

// ResetReader makes the scanner begin again, with the document that r delivers and the same options.
func (s *Scanner) ResetReader(r io.Reader) { s.in.resetReader(r) }

// ResetBytes makes the scanner begin again, with data as the document and the same options.
func (s *Scanner) ResetBytes(data []byte) { s.in.resetBytes(data) }

// Next reads the next token and returns its kind, or [EOF] at the end and after an error.
func (s *Scanner) Next() Kind { return s.in.step() }

// Leaf returns the text of the current StartElement and makes its end tag the current token, where that can be told at a
// glance: the buffer holds all of the element, and it holds text that stands for itself and nothing else. Otherwise, and
// where it is cheaper not to look, ok is false and the element is to be read token by token. The text is valid as Text's is.
func (s *Scanner) Leaf() (text []byte, ok bool) {
	if s.in.kind != StartElement {
		return nil, false
	}
	if text = s.in.QuickText(); text == nil {
		return nil, false
	}
	s.in.kind = EndElement
	return text, true
}

// Err returns the error that ended the scan: nil, or a [*SyntaxError].
func (s *Scanner) Err() error { return s.in.Err }

// Depth returns the number of open elements. The element of a StartElement or EndElement token counts as open.
func (s *Scanner) Depth() int { return s.in.depth() }

// Prefix returns the prefix of the current StartElement or EndElement, which is empty where there is none.
func (s *Scanner) Prefix() []byte { return s.in.prefix() }

// Local returns the local name of the current StartElement or EndElement, the target of a
// ProcInst, or the name of an EntityRef.
func (s *Scanner) Local() []byte { return s.in.local() }

// Space returns the namespace name of the current StartElement or EndElement; "" is no namespace.
func (s *Scanner) Space() string { return s.in.space() }

// Attrs returns the attributes of the current StartElement in document order, without namespace declarations.
// They are valid until the next token.
func (s *Scanner) Attrs() []RawAttr { return s.in.Attrs }

// AttrPos returns where the attribute with that index starts.
func (s *Scanner) AttrPos(i int) Pos { return s.in.attrPos(i) }

// Text returns the text of the current CharData, CData or Comment, the data of a ProcInst, or what a
// Doctype has between "<!DOCTYPE" and ">". Line ends are LF, and in CharData references are replaced.
func (s *Scanner) Text() []byte { return s.in.text() }

// Pos returns where the current token starts, or where the document ends. In a scanner made by [Scanner.Sub]
// it is where the outermost reference is. The end of an empty-element tag is where the tag starts.
func (s *Scanner) Pos() Pos { return s.in.place(s.in.Tok) }

// Pin remembers where the current token starts, so that [Scanner.Pinned] tells it after later tokens, until the
// next Pin. Other than Pos it costs nothing where nobody asks.
func (s *Scanner) Pin() {
	if s.in.parent == nil {
		s.in.SetPin()
	}
}

// Pinned returns where the token started at which Pin was called last. In a scanner made by [Scanner.Sub] it is
// where the outermost reference is.
func (s *Scanner) Pinned() Pos {
	if p := s.in.inside; p != nil {
		return p.place(p.Tok)
	}
	return s.in.PinPos()
}

// Declaration returns what the XML declaration says. It is known after the first token.
func (s *Scanner) Declaration() XMLDecl { return s.in.decl }

// Lookup returns the namespace that a prefix stands for at the current token. The empty prefix is the default
// namespace, which is "" where none is declared. Whatever the options, only declared prefixes count.
func (s *Scanner) Lookup(prefix string) (uri string, ok bool) { return s.in.lookup(prefix) }

// Bindings yields the namespace declarations in scope as prefix and namespace name, innermost first,
// each prefix once. An undeclared default namespace is left out, and so is the built-in prefix xml.
func (s *Scanner) Bindings() iter.Seq2[string, string] { return s.in.inScope() }

// Declarations yields the namespace declarations of the current StartElement in document order,
// as prefix and namespace name; xmlns="" yields two empty strings.
func (s *Scanner) Declarations() iter.Seq2[string, string] { return s.in.declarations() }

// Sub returns a scanner over the replacement text of the current EntityRef, which must match the production content
// (XML 1.0 §4.3.2). It inherits namespaces, options and limits, and all its positions are that of the reference.
// The scanner it comes from must rest until Sub's has reached its end.
func (s *Scanner) Sub(replacement string) *Scanner { return &Scanner{*s.in.sub(replacement)} }

// Codec returns what package codec reads by.
func (s *Scanner) Codec() *scanner { return &s.in }
