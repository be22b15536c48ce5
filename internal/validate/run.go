package validate

import (
	"errors"
	"io"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/wire"
)

// run is the validation of one document. Its memory is used again for the
// next one.
type run struct {
	v    *Validator
	main *wire.Scanner
	s    *wire.Scanner // main, or one within an entity's replacement text
	file string
	root root
	res  *Result

	frames   []frame
	counters []uint64
	text     []byte // of the open elements whose text matters
	names    []byte // local names of the open elements
	elements int64  // elements so far, which number them
	stopped  bool

	attrs  []wire.RawAttr // where a DTD adds to those of the start tag
	given  []bool         // which attribute uses of a type were there
	lookup func(prefix string) (string, bool)

	spaces    [4]knownSpace
	nextSpace int      // the one to replace next
	met       []string // namespaces of names so far, where hints matter

	dtd     *xmltree.DTD
	dtdRead bool // the document has a document type declaration
	ids     idTable
	idc     identity
	claimed int64 // bytes that ids and idc take, about
}

// root says what the root element is held against: a declaration, a type, or
// where both are nil the global declarations.
type root struct {
	decl *element
	typ  *typeInfo
}

func newRun(v *Validator) *run {
	r := &run{v: v, dtd: xmltree.NewDTD()}
	r.lookup = func(prefix string) (string, bool) { return r.s.Lookup(prefix) }
	r.main = wire.NewBytesScanner(nil, wire.WithLimits(v.options.Limits), wire.AllowDoctype(),
		wire.Entities(func(name string) (string, bool) { return r.dtd.Replacement(name) }))
	return r
}

// Validate judges the document that in delivers. It reads no more of it than
// its buffer holds at a time; name is what positions call the document.
func (v *Validator) Validate(in io.Reader, name string) *Result {
	return v.run(name, root{}, func(s *wire.Scanner) { s.ResetReader(in) })
}

// ValidateBytes is [Validator.Validate] for a document in memory.
func (v *Validator) ValidateBytes(data []byte, name string) *Result {
	return v.run(name, root{}, func(s *wire.Scanner) { s.ResetBytes(data) })
}

// ValidateElement judges a document whose root element is to be one of decl, a
// declaration of the schema that need not be global.
func (v *Validator) ValidateElement(data []byte, name string, decl *xsd.ElementDecl) *Result {
	return v.run(name, root{decl: v.element(decl)}, func(s *wire.Scanner) { s.ResetBytes(data) })
}

// ValidateType judges a document whose root element, of any name, is to be of
// a type of the schema.
func (v *Validator) ValidateType(data []byte, name string, t xsd.Type) *Result {
	return v.run(name, root{typ: v.typ(t)}, func(s *wire.Scanner) { s.ResetBytes(data) })
}

func (v *Validator) run(name string, root root, load func(*wire.Scanner)) *Result {
	r := v.runs.Get().(*run)
	r.reset(name, root)
	load(r.main)
	r.tokens(r.main)
	r.unresolved()
	res := r.res
	r.reset("", root)
	r.main.ResetBytes(nil)
	v.runs.Put(r)
	return res
}

// reset forgets the last document and keeps the memory.
func (r *run) reset(name string, root root) {
	r.file, r.root, r.res = name, root, &Result{}
	r.frames, r.counters, r.text, r.names = emptied(r.frames), emptied(r.counters), emptied(r.text), emptied(r.names)
	r.elements, r.stopped, r.met = 0, false, emptied(r.met)
	r.ids, r.idc, r.claimed = idTable{}, identity{}, 0
	r.spaces, r.nextSpace = [4]knownSpace{}, 0
	if r.dtdRead {
		r.dtd, r.dtdRead = xmltree.NewDTD(), false
	}
}

// emptied returns the memory of a slice, unless an unusual document has made
// it large.
func emptied[T any](s []T) []T {
	const large = 1 << 16
	clear(s[:cap(s)])
	if cap(s) > large {
		return nil
	}
	return s[:0]
}

// tokens reads to the end of a scanner.
func (r *run) tokens(s *wire.Scanner) {
	outer := r.s
	r.s = s
	for !r.stopped {
		switch s.Next() {
		case wire.StartElement:
			r.start()
		case wire.EndElement:
			r.end()
		case wire.CharData, wire.CData:
			r.characters(s.Text())
		case wire.EntityRef:
			r.entity()
		case wire.Doctype:
			r.doctype()
		case wire.EOF:
			r.syntax(s.Err())
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
		r.fatal(r.s.Pos(), codeSyntax, "the entity &%s; is not declared", name)
		return
	}
	r.tokens(r.s.Sub(text))
}

func (r *run) doctype() {
	r.dtdRead = true
	if err := r.dtd.Read(string(r.s.Text())); err != nil {
		r.fatal(r.s.Pos(), codeSyntax, "%v", err)
	}
}

// The codes of what ends a validation before its time.
const (
	codeSyntax     = "xml-well-formed"
	codeLimit      = "wbxgen-limit"
	codeUnreadable = "wbxgen-unreadable"
)

// syntax reports the error that ended a scan.
func (r *run) syntax(err error) {
	e, ok := errors.AsType[*wire.SyntaxError](err)
	if !ok {
		return
	}
	code := codeSyntax
	switch {
	case errors.Is(err, wire.ErrLimit):
		code = codeLimit
	case e.Unwrap() != nil:
		code = codeUnreadable
	}
	r.fatal(wire.Pos{Line: e.Line, Col: e.Col, Offset: e.Offset}, code, "%s", e.Msg)
}

// fatal reports an error and ends the validation.
func (r *run) fatal(at wire.Pos, code, format string, args ...any) {
	r.report(at, code, format, args...)
	r.stopped = true
}

// report adds an error. The pointer, for related places, is valid until the
// next call.
func (r *run) report(at wire.Pos, code, format string, args ...any) *diag.Diagnostic {
	switch {
	case r.stopped:
		return &diag.Diagnostic{}
	case len(r.res.Problems) >= r.v.options.MaxErrors:
		return r.enough(at)
	}
	var list diag.List
	list.Error(r.pos(at), code, format, args...)
	r.res.Problems = append(r.res.Problems, Problem{Diagnostic: list.Sorted()[0], Path: r.path()})
	switch {
	case !strings.HasPrefix(code, "wbxgen-"):
		r.res.outcome = Invalid
	case r.res.outcome == Valid:
		r.res.outcome = Undecided
	}
	return &r.res.Problems[len(r.res.Problems)-1].Diagnostic
}

// enough says once that there are more errors, and ends the validation.
func (r *run) enough(at wire.Pos) *diag.Diagnostic {
	r.stopped = true
	d := diag.Diagnostic{Pos: r.pos(at), Severity: diag.Note, Code: codeLimit, Message: "there are more errors; the rest of the document was not looked at"}
	r.res.Problems = append(r.res.Problems, Problem{Diagnostic: d})
	return &diag.Diagnostic{}
}

func (r *run) pos(at wire.Pos) diag.Pos { return diag.Pos{File: r.file, Line: at.Line, Col: at.Col} }

// path returns the local names of the open elements.
func (r *run) path() string {
	b := make([]byte, 0, len(r.names)+len(r.frames))
	for i := range r.frames {
		end := len(r.names)
		if i+1 < len(r.frames) {
			end = r.frames[i+1].name
		}
		b = append(append(b, '/'), r.names[r.frames[i].name:end]...)
	}
	return string(b)
}
