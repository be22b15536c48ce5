package validate

import (
	"sync"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// typeInfo is a type definition as validation needs it.
type typeInfo struct {
	def     xsd.Type
	complex *xsd.ComplexType // nil for a simple type
	kind    xsd.ContentKind
	simple  *simpleInfo // of simple content

	once sync.Once
	attributes
	model *content.Model // of element-only and mixed content
	// elements are those of the model's leaves, by state; nil for wildcards.
	elements []*element
	// problem says why there is no model.
	problem error
}

// attributes are the attribute uses of a complex type.
type attributes struct {
	uses     []attributeUse
	byName   map[content.Symbol]int // where there are many
	required int                    // how many uses are required
	hasID    bool                   // one of the uses has a type that comes from xs:ID
	defaults bool                   // one of the uses has a default that refers to an ID or entity
	wildcard *xsd.Wildcard
}

type attributeUse struct {
	name     content.Symbol
	use      *xsd.AttributeUse
	simple   *simpleInfo
	value    *xsd.ValueConstraint // nil for none
	required bool
}

func newTypeInfo(t xsd.Type) *typeInfo {
	info := &typeInfo{def: t, kind: xsd.SimpleContent}
	switch t := t.(type) {
	case *xsd.SimpleType:
		info.simple = newSimpleInfo(t)
	case *xsd.ComplexType:
		info.complex, info.kind = t, t.Content.Kind
		if t.Content.Simple != nil {
			info.simple = newSimpleInfo(t.Content.Simple)
		}
	}
	return info
}

// compile prepares the content model and the attributes of a complex type,
// when a document first has an element of it.
func (t *typeInfo) compile(g *grammar) {
	t.once.Do(func() {
		if t.complex == nil {
			return
		}
		t.attributes = g.attributesOf(t.complex)
		if p := t.complex.Content.Particle; p != nil {
			t.compileContent(g, p)
		}
	})
}

func (t *typeInfo) compileContent(g *grammar, p *xsd.Particle) {
	node, err := content.Normal(p)
	if err != nil {
		t.problem = err
		return
	}
	t.model = content.New(node, &g.models)
	t.elements = make([]*element, len(t.model.Leaves())+1)
	for _, leaf := range t.model.Leaves() {
		if leaf.Kind == content.Element {
			t.elements[leaf.State] = g.element(leaf.Node.Elem)
		}
	}
}

func (g *grammar) attributesOf(t *xsd.ComplexType) attributes {
	a := attributes{wildcard: t.AttributeWildcard}
	for _, u := range t.AttributeUses {
		use := attributeUse{g.names.Of(u.Decl.Name), u, newSimpleInfo(u.Decl.Type), u.Effective(), u.Required}
		if use.required {
			a.required++
		}
		a.hasID = a.hasID || isID(u.Decl.Type.Datatype)
		a.defaults = a.defaults || use.simple.refers && use.value != nil
		a.uses = append(a.uses, use)
	}
	if len(a.uses) > manyUses {
		a.byName = make(map[content.Symbol]int, len(a.uses))
		for i, u := range a.uses {
			a.byName[u.name] = i
		}
	}
	return a
}

// manyUses is where a map of names begins to be quicker than a search.
const manyUses = 8

// find returns the index of the use for a name, or -1.
func (a *attributes) find(s content.Symbol) int {
	if a.byName != nil {
		if i, ok := a.byName[s]; ok {
			return i
		}
		return -1
	}
	for i := range a.uses {
		if a.uses[i].name == s {
			return i
		}
	}
	return -1
}

// simpleInfo is a simple type as validation needs it.
type simpleInfo struct {
	def  *xsd.SimpleType
	data *datatype.Type
	// refers is set if values may be IDs, references to them or entities,
	// which are held against the rest of the document.
	refers bool
}

func newSimpleInfo(t *xsd.SimpleType) *simpleInfo {
	return &simpleInfo{def: t, data: t.Datatype, refers: refers(t.Datatype)}
}

var (
	idType     = datatype.Builtin("ID")
	idrefType  = datatype.Builtin("IDREF")
	entityType = datatype.Builtin("ENTITY")
)

func isID(t *datatype.Type) bool { return t.DerivesFrom(idType) }

func refers(t *datatype.Type) bool {
	switch t.Variety() {
	case datatype.ListVariety:
		return refers(t.Item())
	case datatype.UnionVariety:
		for _, m := range t.Members() {
			if refers(m) {
				return true
			}
		}
		return false
	}
	return isID(t) || t.DerivesFrom(idrefType) || t.DerivesFrom(entityType)
}

// element is an element declaration as validation needs it.
type element struct {
	decl        *xsd.ElementDecl
	typ         *typeInfo
	constraints []*constraint
}

// constraint is an identity-constraint definition, ready for use.
type constraint struct {
	def      *xsd.IdentityConstraint
	selector xpath
	fields   []xpath
}

func (g *grammar) constraints(decl *xsd.ElementDecl) []*constraint {
	var list []*constraint
	for _, def := range decl.IdentityConstraints {
		c := &constraint{def: def, selector: g.xpath(def.Selector)}
		for _, f := range def.Fields {
			c.fields = append(c.fields, g.xpath(f))
		}
		list = append(list, c)
	}
	return list
}
