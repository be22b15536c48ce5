package validate

import (
	"sync"
	"sync/atomic"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// grammar is a schema as validation needs it: what is known of a component is
// worked out when a document first has it, and kept. It is safe for concurrent
// use.
type grammar struct {
	schema  *xsd.Schema
	names   *names
	models  content.Grammar
	global  []atomic.Pointer[element] // by symbol, once asked for
	anyType *typeInfo

	mu       sync.Mutex
	elements map[*xsd.ElementDecl]*element
	types    map[xsd.Type]*typeInfo
}

func newGrammar(schema *xsd.Schema) *grammar {
	g := &grammar{schema: schema, names: newNames(schema), elements: map[*xsd.ElementDecl]*element{}, types: map[xsd.Type]*typeInfo{}}
	g.models = content.Grammar{Schema: schema, Symbol: g.names.Of}
	g.global = make([]atomic.Pointer[element], g.names.Len())
	g.anyType = g.typ(xsd.AnyType)
	return g
}

// globalElement returns the global declaration with that name, or nil.
func (g *grammar) globalElement(s content.Symbol) *element {
	if e := g.global[s].Load(); e != nil {
		return e
	}
	decl := g.names.elements[s]
	if decl == nil {
		return nil
	}
	e := g.element(decl)
	g.global[s].Store(e)
	return e
}

// element returns what is known of a declaration.
func (g *grammar) element(decl *xsd.ElementDecl) *element {
	g.mu.Lock()
	defer g.mu.Unlock()
	e := g.elements[decl]
	if e == nil {
		e = &element{decl: decl, typ: g.typeLocked(decl.Type)}
		e.constraints = g.constraints(decl)
		g.elements[decl] = e
	}
	return e
}

// typ returns what is known of a type.
func (g *grammar) typ(t xsd.Type) *typeInfo {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.typeLocked(t)
}

func (g *grammar) typeLocked(t xsd.Type) *typeInfo {
	info := g.types[t]
	if info == nil {
		info = newTypeInfo(t)
		g.types[t] = info
	}
	return info
}
