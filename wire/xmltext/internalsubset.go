package xmltext

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// A decoder reads generated structs by tables and knows nothing of entities. Where an internal subset declares some, or
// defaults of attributes, the rest of the document comes to it through a flattener: the source as it stands, but for
// references in content, which are replaced, and for attributes that are absent, which are added.

// Flatten takes up the document type declaration that the scanner is at.
func (s *scanner) Flatten() bool {
	dtd := NewDTD()
	if err := dtd.Read(string(s.Val)); err != nil {
		s.fail(s.Tok, "%v", err)
		return false
	}
	own := s.Entities
	s.Entities = func(name string) (string, bool) {
		if own != nil {
			if text, ok := own(name); ok {
				return text, true
			}
		}
		return dtd.Replacement(name)
	}
	f := &flattener{dtd: dtd, s: s.rest()}
	f.line = s.place(s.Pos).Line
	s.restart()
	s.setReader(f)
	return true
}

// rest returns a scanner of what is unread, in place of this one.
func (s *scanner) rest() *scanner {
	in := input{Options: s.Options, window: s.window, begun: true, decl: s.decl}
	in.Undeclared = true // a default may declare the prefix: the reader of what is written here sees it
	return &scanner{lexer: lexer{input: in, spent: new(int64)}, namespaces: namespaces{Gen: 1}, dtdSeen: true}
}

// flattener is the reader of a document without entities in content.
type flattener struct {
	s   *scanner
	dtd *DTD
	out []byte // what is due
	buf []byte // memory of out
	err error
	// line is the one that out ends in, before the root element.
	line int
}

func (f *flattener) placesErrors() {}

// Read implements io.Reader.
func (f *flattener) Read(p []byte) (int, error) {
	for len(f.out) == 0 {
		if f.err != nil {
			return 0, f.err
		}
		f.out = f.buf[:0]
		f.token(f.s, nil)
		f.buf = f.out
	}
	n := copy(p, f.out)
	f.out = f.out[n:]
	return n, nil
}

// token takes over the next token of a scanner. It reports false at the end.
func (f *flattener) token(s *scanner, chain []string) bool {
	outside, selfEnd := len(s.Elems) == 0 && s == f.s, s.SelfEnd
	kind := s.step()
	if outside && kind != EOF {
		f.layout()
	}
	switch kind {
	case EOF:
		if s == f.s || s.Err != nil {
			f.err = io.EOF
			if s.Err != nil {
				f.err = s.Err
			}
		}
		return false
	case EntityRef:
		f.entity(s, chain)
	case StartElement:
		f.startTag(s)
	case EndElement:
		if !selfEnd { // of an empty-element tag the end is there already
			f.out = append(f.out, s.Buf[s.Tok:s.Pos]...)
		}
	default:
		f.out = append(f.out, s.Buf[s.Tok:s.Pos]...)
	}
	return f.err == nil
}

// layout begins as many lines as stand before a token outside the root element, so that positions are those of the document.
func (f *flattener) layout() {
	for ; f.line < f.s.place(f.s.Tok).Line; f.line++ {
		f.out = append(f.out, '\n')
	}
	f.line = f.s.place(f.s.Pos).Line
}

// entity takes over the replacement text of a reference in content, which must match the production content (XML 1.0 §4.3.2).
func (f *flattener) entity(s *scanner, chain []string) {
	name := string(s.Target)
	text, ok := s.entity(s.Tok, name, chain)
	if !ok {
		f.err = s.Err
		return
	}
	in := s.nested([]byte(text), append(slices.Clip(chain), name))
	for f.token(in, in.chain) {
	}
}

// startTag takes over a start tag, with the defaults of attributes that it lacks.
func (f *flattener) startTag(s *scanner) {
	tag := s.Buf[s.Tok:s.Pos]
	end := len(tag) - len(">")
	if s.SelfEnd {
		end--
	}
	f.out = append(f.out, tag[:end]...)
	if f.dtd.DefinesAttrs() {
		f.defaults(s, tag)
	}
	f.out = append(f.out, tag[end:]...)
}

func (f *flattener) defaults(s *scanner, tag []byte) {
	name := tag[1:]
	name = name[:bytes.IndexAny(name, " \t\r\n/>")]
	for def := range f.dtd.AttrDefs(string(name)) {
		if !def.Defaults || hasAttr(s, def.Name) {
			continue
		}
		quote := `"`
		if strings.Contains(def.Default, quote) {
			quote = `'`
		}
		f.out = append(f.out, " "+def.Name+"="+quote...)
		f.out = append(f.out, strings.NewReplacer("<", "&lt;", quote, "&#"+map[string]string{`"`: "34", `'`: "39"}[quote]+";").Replace(def.Default)...)
		f.out = append(f.out, quote...)
	}
}

// hasAttr reports whether the start tag that the scanner is at has the attribute or namespace declaration, by its name
// as written.
func hasAttr(s *scanner, name string) bool {
	for i := range s.Attrs {
		if chars.RawName(s.Attrs[i].Prefix, s.Attrs[i].Local) == name {
			return true
		}
	}
	for i := range s.decls {
		if d := &s.decls[i]; name == "xmlns" && len(d.prefix) == 0 || name == "xmlns:"+string(d.prefix) {
			return true
		}
	}
	return false
}
