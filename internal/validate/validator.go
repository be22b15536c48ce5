package validate

import (
	"io"
	"sync"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// Options choose how much is reported and what a document may cost.
type Options struct {
	// MaxErrors is how many errors are reported before the rest of the
	// document is left alone; 0 stands for 100.
	MaxErrors int
	// OwnHints says that the schema was found by what [Hints] returns. Then a
	// hint is an error that comes after the first element or attribute of the
	// namespace that it is for (Part 1 §4.3.2).
	OwnHints bool
	// Limits bound the document; zero fields stand for the scanner's own
	// defaults, but for 10,000 attributes of an element. Limits.Token also
	// bounds the text of one element of simple type.
	Limits xmltext.Limits
	// Tables is how many bytes IDs, references to them, the keys of identity
	// constraints and lists that are kept as values may take at a time, which are
	// all that grows with a document; 0 stands for 512 MiB.
	Tables int64
}

const (
	defaultMaxErrors = 100
	defaultMaxAttrs  = 10_000
	defaultMaxText   = 16 << 20
	defaultTables    = 512 << 20
)

// Validator judges documents against one schema. It is safe for concurrent
// use.
type Validator struct {
	options Options
	grammar *grammar
	runs    sync.Pool
}

// New returns a validator for a schema that has been compiled without errors.
func New(schema *xsd.Schema, o Options) *Validator {
	if o.MaxErrors <= 0 {
		o.MaxErrors = defaultMaxErrors
	}
	if o.Limits.Attrs == 0 {
		o.Limits.Attrs = defaultMaxAttrs
	}
	if o.Tables <= 0 {
		o.Tables = defaultTables
	}
	v := &Validator{options: o, grammar: newGrammar(schema)}
	v.runs.New = func() any { return newRun(v.grammar, v.options) }
	return v
}

// Validate judges the document that in delivers. It reads no more of it than
// its buffer holds at a time; name is what positions call the document.
func (v *Validator) Validate(in io.Reader, name string) *Result {
	return v.run(name, root{}, func(s *xmltext.Scanner) { s.ResetReader(in) })
}

// ValidateBytes is [Validator.Validate] for a document in memory.
func (v *Validator) ValidateBytes(data []byte, name string) *Result {
	return v.run(name, root{}, func(s *xmltext.Scanner) { s.ResetBytes(data) })
}

// ValidateElement judges a document whose root element is to be one of decl, a
// declaration of the schema that need not be global.
func (v *Validator) ValidateElement(data []byte, name string, decl *xsd.ElementDecl) *Result {
	return v.run(name, root{decl: v.grammar.element(decl)}, func(s *xmltext.Scanner) { s.ResetBytes(data) })
}

// ValidateType judges a document whose root element, of any name, is to be of
// a type of the schema.
func (v *Validator) ValidateType(data []byte, name string, t xsd.Type) *Result {
	return v.run(name, root{typ: v.grammar.typ(t)}, func(s *xmltext.Scanner) { s.ResetBytes(data) })
}

func (v *Validator) run(name string, at root, load func(*xmltext.Scanner)) *Result {
	r := v.runs.Get().(*run)
	r.reset(name, at)
	load(r.main)
	r.tokens(r.main)
	r.ids.unresolved()
	res := r.out.result
	r.reset("", root{})
	r.main.ResetBytes(nil)
	v.runs.Put(r)
	return res
}

// maxText returns how many bytes the text of one element may have.
func (o *Options) maxText() int {
	switch n := o.Limits.Token; {
	case n == 0:
		return defaultMaxText
	case n < 0:
		return int(^uint(0) >> 1)
	default:
		return n
	}
}
