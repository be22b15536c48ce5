package xmltree

import (
	"errors"
	"hash/maphash"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/wire/charset"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// Options bound what a document may cost and say what is kept of it. Zero
// values stand for the scanner's own defaults, and for all.
type Options struct {
	Depth int
	// Space reports whether the element's content is more than elements laid
	// out: elsewhere text that is nothing but white space is left out, unless
	// an element further out has Space.
	Space func(*Element) bool
}

// Parse reads a document. The error, if any, is a list of diagnostics with the
// place where the document stops being well-formed.
func Parse(file string, data []byte, o Options) (*Document, error) {
	p := &parser{file: file, space: o.Space, dtd: NewDTD(), seed: maphash.MakeSeed()}
	s := xmltext.NewBytesScanner(data, xmltext.Options{
		Limits: xmltext.Limits{Depth: o.Depth}, AllowDoctype: true, Entities: p.dtd.Replacement, Charset: charset.All,
	})
	p.content(s)
	if p.err != nil {
		return nil, p.err
	}
	return &Document{File: file, Root: p.root, DTD: p.dtd}, nil
}

// parser builds the tree from tokens.
type parser struct {
	file string
	dtd  *DTD
	root *Element
	open *Element
	// space is the option; spaced is the outermost open element that has it.
	space  func(*Element) bool
	spaced *Element
	// nodes are the nodes so far of the elements that are open, outermost
	// first; starts has where those of each begin.
	nodes  []Node
	starts []int
	run    []byte // character data not yet added to the open element
	err    error
	// Elements, attributes and nodes are cut out of blocks.
	elements  block[Element]
	attrs     block[Attr]
	nodeLists block[Node]
	// words are short texts that were there before, by hash: names, prefixes
	// and values repeat a lot. The last one with a hash stays.
	words [512]string
	seed  maphash.Seed
}

// longWord is the length from which on texts are not looked up.
const longWord = 40

// word returns the text, without a new copy if it was there before.
func (p *parser) word(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	if len(b) > longWord {
		return string(b)
	}
	known := &p.words[maphash.Bytes(p.seed, b)%uint64(len(p.words))]
	if *known != string(b) {
		*known = string(b)
	}
	return *known
}

// content reads tokens to the end of the scanner's input.
func (p *parser) content(s *xmltext.Scanner) {
	for p.err == nil {
		switch s.Next() {
		case xmltext.StartElement:
			p.endText()
			p.start(s)
		case xmltext.EndElement:
			p.endText()
			p.end()
		case xmltext.CharData, xmltext.CData:
			p.text(s.Text())
		case xmltext.EntityRef:
			p.entity(s)
		case xmltext.Doctype:
			if err := p.dtd.Read(string(s.Text())); err != nil {
				p.fail(s.Pos(), "xml-well-formed", err.Error())
			}
		case xmltext.EOF:
			p.scanError(s.Err())
			return
		}
	}
}

func (p *parser) pos(at xmltext.Pos) diag.Pos {
	return diag.Pos{File: p.file, Line: at.Line, Col: at.Col}
}

func (p *parser) fail(at xmltext.Pos, code, message string) {
	var l diag.List
	l.Error(p.pos(at), code, "%s", message)
	p.err = l.Err()
}

// scanError keeps the error of a scanner in the one text form.
func (p *parser) scanError(err error) {
	syntax, ok := errors.AsType[*xmltext.SyntaxError](err)
	if !ok {
		return
	}
	code := "xml-well-formed"
	switch {
	case errors.Is(err, xmltext.ErrLimit):
		code = "wbxgen-limit"
	case errors.Is(err, errors.ErrUnsupported):
		code = "wbxgen-unreadable"
	}
	p.fail(xmltext.Pos{Line: syntax.Line, Col: syntax.Col}, code, syntax.Msg)
}

// start adds the element whose start tag the scanner is at.
func (p *parser) start(s *xmltext.Scanner) {
	e := &p.elements.take(1)[0]
	e.Name = Name{Space: s.Space(), Local: p.word(s.Local()), Prefix: p.word(s.Prefix())}
	e.Pos = p.pos(s.Pos())
	e.Parent = p.open
	if p.open != nil {
		e.scope = p.open.scope
		p.nodes = append(p.nodes, Node{Element: e})
	} else {
		p.root = e
	}
	p.starts = append(p.starts, len(p.nodes))
	for prefix, uri := range s.Declarations() {
		e.scope = &binding{prefix: prefix, uri: uri, up: e.scope}
	}
	e.Attrs = p.attrs.take(len(s.Attrs()))
	for i, a := range s.Attrs() {
		e.Attrs[i] = Attr{
			Name:  Name{Space: a.Space, Local: p.word(a.Local), Prefix: p.word(a.Prefix)},
			Value: p.word(a.Value),
			Pos:   p.pos(s.AttrPos(i)),
		}
	}
	complete(e, p.dtd)
	p.open = e
	if p.spaced == nil && (p.space == nil || p.space(e)) {
		p.spaced = e
	}
}

// end closes the open element: its nodes are complete.
func (p *parser) end() {
	last := len(p.starts) - 1
	nodes := p.nodes[p.starts[last]:]
	p.open.Nodes = p.nodeLists.take(len(nodes))
	copy(p.open.Nodes, nodes)
	p.nodes, p.starts = p.nodes[:p.starts[last]], p.starts[:last]
	if p.spaced == p.open {
		p.spaced = nil
	}
	p.open = p.open.Parent
}

// text takes up character data. Entities and CDATA sections cut it into many
// pieces, which are joined once.
func (p *parser) text(s []byte) {
	if p.open != nil {
		p.run = append(p.run, s...)
	}
}

// endText adds the character data so far to the open element.
func (p *parser) endText() {
	if p.spaced != nil && len(p.run) > 0 || !isBlank(p.run) {
		p.nodes = append(p.nodes, Node{Text: p.word(p.run)})
	}
	p.run = p.run[:0]
}

// isBlank reports whether there is nothing but white space.
func isBlank(text []byte) bool {
	for _, b := range text {
		if b != ' ' && b != '\t' && b != '\n' && b != '\r' {
			return false
		}
	}
	return true
}

// entity reads the replacement of a reference in content. Elements begin and
// end within one entity.
func (p *parser) entity(s *xmltext.Scanner) {
	name := string(s.Local())
	replacement, ok := p.dtd.Replacement(name)
	if !ok {
		p.fail(s.Pos(), "xml-well-formed", "the entity &"+name+"; is not declared")
		return
	}
	p.content(s.Sub(replacement))
}

// block is room for values that are needed one by one or few at a time.
type block[T any] struct{ free []T }

// blockSize is how many values a block has room for.
const blockSize = 64

// take returns n values that have not been used, nil for none.
func (b *block[T]) take(n int) []T {
	switch {
	case n == 0:
		return nil
	case n > blockSize:
		return make([]T, n)
	}
	if n > len(b.free) {
		b.free = make([]T, blockSize)
	}
	taken := b.free[:n:n]
	b.free = b.free[n:]
	return taken
}
