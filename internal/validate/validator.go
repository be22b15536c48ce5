package validate

import (
	"sync"
	"sync/atomic"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
	"github.com/wbxgen/wbxgen/wire"
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
	Limits wire.Limits
	// Tables is how many bytes IDs, references to them and the keys of
	// identity constraints may take at a time, which are all that grows with
	// a document; 0 stands for 512 MiB.
	Tables int64
}

const (
	defaultMaxErrors = 100
	defaultMaxAttrs  = 10_000
	defaultMaxText   = 16 << 20
	defaultTables    = 512 << 20
)

// Validator judges documents against one schema. It is safe for concurrent
// use. Content models are compiled when a document first needs them, and kept.
type Validator struct {
	schema  *xsd.Schema
	options Options
	names   *names
	grammar content.Grammar
	global  []atomic.Pointer[element] // by symbol, once asked for
	anyType *typeInfo
	runs    sync.Pool

	mu       sync.Mutex
	elements map[*xsd.ElementDecl]*element
	types    map[xsd.Type]*typeInfo
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
	v := &Validator{
		schema: schema, options: o, names: newNames(schema),
		elements: map[*xsd.ElementDecl]*element{}, types: map[xsd.Type]*typeInfo{},
	}
	v.grammar = content.Grammar{Schema: schema, Symbol: v.names.Of}
	v.global = make([]atomic.Pointer[element], v.names.Len())
	v.anyType = v.typ(xsd.AnyType)
	v.runs.New = func() any { return newRun(v) }
	return v
}

// maxText returns how many bytes the text of one element may have.
func (v *Validator) maxText() int {
	switch n := v.options.Limits.Token; {
	case n == 0:
		return defaultMaxText
	case n < 0:
		return int(^uint(0) >> 1)
	default:
		return n
	}
}

// globalElement returns the global declaration with that name, or nil.
func (v *Validator) globalElement(s content.Symbol) *element {
	if e := v.global[s].Load(); e != nil {
		return e
	}
	decl := v.names.elements[s]
	if decl == nil {
		return nil
	}
	e := v.element(decl)
	v.global[s].Store(e)
	return e
}

// element returns what is known of a declaration.
func (v *Validator) element(decl *xsd.ElementDecl) *element {
	v.mu.Lock()
	defer v.mu.Unlock()
	e := v.elements[decl]
	if e == nil {
		e = &element{decl: decl, typ: v.typeLocked(decl.Type)}
		e.constraints = v.constraints(decl)
		v.elements[decl] = e
	}
	return e
}

// typ returns what is known of a type.
func (v *Validator) typ(t xsd.Type) *typeInfo {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.typeLocked(t)
}

func (v *Validator) typeLocked(t xsd.Type) *typeInfo {
	info := v.types[t]
	if info == nil {
		info = newTypeInfo(t)
		v.types[t] = info
	}
	return info
}
