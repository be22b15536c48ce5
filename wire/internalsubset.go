package wire

import (
	"bytes"
	"io"
	"slices"
	"strings"
)

// A decoder reads generated structs by tables and knows nothing of entities. Where an internal subset declares some, or
// defaults of attributes, the rest of the document comes to it through a flattener: the source as it stands, but for
// references in content, which are replaced, and for attributes that are absent, which are added.

// readDoctype takes up the document type declaration that the scanner is at.
func (d *Decoder) readDoctype() bool {
	dtd := NewDTD()
	if err := dtd.Read(string(d.s.Text())); err != nil {
		d.s.fail(d.s.tok, "%v", err)
		d.stop(d.s.err)
		return false
	}
	own := d.s.entities
	d.s.config.entities = func(name string) (string, bool) {
		if own != nil {
			if text, ok := own(name); ok {
				return text, true
			}
		}
		return dtd.Replacement(name)
	}
	f := &flattener{dtd: dtd, s: &Scanner{config: d.s.config, window: d.s.window, begun: true, dtdSeen: true, decl: d.s.decl, spent: new(int64), gen: 1}}
	f.line = d.s.place(d.s.pos).Line
	d.s.restart()
	d.s.setReader(f)
	return true
}

// flattener is the reader of a document without entities in content.
type flattener struct {
	s   *Scanner
	dtd *DTD
	out []byte // what is due
	buf []byte // memory of out
	err error
	// line is the one that out ends in, before the root element.
	line int
}

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
func (f *flattener) token(s *Scanner, chain []string) bool {
	outside, selfEnd := len(s.elems) == 0 && s == f.s, s.selfEnd
	kind := s.Next()
	if outside && kind != EOF {
		f.layout()
	}
	switch kind {
	case EOF:
		if s == f.s || s.err != nil {
			f.err = io.EOF
			if s.err != nil {
				f.err = s.err
			}
		}
		return false
	case EntityRef:
		f.entity(s, chain)
	case StartElement:
		f.startTag(s)
	case EndElement:
		if !selfEnd { // of an empty-element tag the end is there already
			f.out = append(f.out, s.buf[s.tok:s.pos]...)
		}
	default:
		f.out = append(f.out, s.buf[s.tok:s.pos]...)
	}
	return f.err == nil
}

// layout begins as many lines as stand before a token outside the root element, so that positions are those of the document.
func (f *flattener) layout() {
	for ; f.line < f.s.place(f.s.tok).Line; f.line++ {
		f.out = append(f.out, '\n')
	}
	f.line = f.s.place(f.s.pos).Line
}

// entity takes over the replacement text of a reference in content, which must match the production content (XML 1.0 §4.3.2).
func (f *flattener) entity(s *Scanner, chain []string) {
	name := string(s.target)
	text, ok := s.entity(s.tok, name, chain)
	if !ok {
		f.err = s.err
		return
	}
	in := s.nested([]byte(text), append(slices.Clip(chain), name))
	for f.token(in, in.chain) {
	}
}

// startTag takes over a start tag, with the defaults of attributes that it lacks.
func (f *flattener) startTag(s *Scanner) {
	tag := s.buf[s.tok:s.pos]
	end := len(tag) - len(">")
	if s.selfEnd {
		end--
	}
	f.out = append(f.out, tag[:end]...)
	if f.dtd.DefinesAttrs() {
		f.defaults(s, tag)
	}
	f.out = append(f.out, tag[end:]...)
}

func (f *flattener) defaults(s *Scanner, tag []byte) {
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
func hasAttr(s *Scanner, name string) bool {
	for i := range s.attrs {
		if rawName(s.attrs[i].Prefix, s.attrs[i].Local) == name {
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
