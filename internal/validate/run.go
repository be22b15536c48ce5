package validate

import (
	"github.com/wbxgen/wbxgen/wire/charset"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// run is the validation of one document. Its memory is used again for the
// next one.
type run struct {
	*grammar
	options Options
	root    root
	main    *xmltext.Scanner
	s       *xmltext.Scanner // main, or one within an entity's replacement text
	out     reporter
	speller speller
	hints   hintKeeper
	ids     idTable
	idc     identity
	memory  account // of ids and idc

	frames   []frame
	counters []uint64
	text     []byte // of the open elements whose text matters
	elements int64  // elements so far, which number them
	pin      int64  // the element whose start the scanner has pinned

	given  []bool // which attribute uses of a type were there
	lookup func(prefix string) (string, bool)

	dtd doctype
}

// root says what the root element is held against: a declaration, a type, or
// where both are nil the global declarations.
type root struct {
	decl *element
	typ  *typeInfo
}

func newRun(g *grammar, o Options) *run {
	r := &run{grammar: g, options: o}
	r.out = reporter{schema: g.schema, max: o.MaxErrors}
	r.lookup = func(prefix string) (string, bool) { return r.s.Lookup(prefix) }
	r.main = xmltext.NewBytesScanner(nil, xmltext.Options{
		Limits: o.Limits, AllowDoctype: true, Charset: charset.All,
		Entities: func(name string) (string, bool) { return r.dtd.Replacement(name) },
	})
	return r
}

// reset forgets the last document and keeps the memory.
func (r *run) reset(name string, at root) {
	r.out.begin(name)
	r.root = at
	r.frames, r.counters, r.text, r.elements = emptied(r.frames), emptied(r.counters), emptied(r.text), 0
	r.pin = 0
	r.speller = speller{names: r.names}
	r.hints = hintKeeper{own: r.options.OwnHints, out: &r.out, met: emptied(r.hints.met)}
	r.memory = account{limit: r.options.Tables}
	r.dtd.begin()
	r.ids = idTable{out: &r.out, memory: &r.memory, dtd: r.dtd.DTD}
	r.idc = identity{out: &r.out, memory: &r.memory}
}

// tokens reads to the end of a scanner.
func (r *run) tokens(s *xmltext.Scanner) {
	outer := r.s
	r.s = s
	for !r.out.stopped {
		switch s.Next() {
		case xmltext.StartElement:
			r.start()
		case xmltext.EndElement:
			r.end()
		case xmltext.CharData, xmltext.CData:
			r.characters(s.Text())
		case xmltext.EntityRef:
			r.entity()
		case xmltext.Doctype:
			r.doctype()
		case xmltext.EOF:
			r.out.syntax(s.Err())
			r.s = outer
			return
		}
	}
}

// entity reads the replacement text of a reference in content.
func (r *run) entity() {
	name := string(r.s.Local())
	text, ok := r.dtd.Replacement(name)
	if !ok {
		r.out.fatal(r.s.Pos(), codeSyntax, "the entity &%s; is not declared", name)
		return
	}
	r.tokens(r.s.Sub(text))
}

func (r *run) doctype() {
	r.dtd.read = true
	if err := r.dtd.Read(string(r.s.Text())); err != nil {
		r.out.fatal(r.s.Pos(), codeSyntax, "%v", err)
	}
}
