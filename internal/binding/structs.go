package binding

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// structs plans the fields of structs: each by a filler of its own.
type structs struct {
	schema   *xsd.Schema
	profile  profile.Profile
	diags    *diag.List
	scopes   *scopes
	layout   *layout
	decls    *declarations
	comments *comments
	shapes   *shapes
	facets   *facets
	values   *values
	secrets  *secrets
	varying  map[*xsd.ComplexType]map[xsd.QName]bool
	choices  map[choiceKey]*plan.Choice
	groups   map[*xsd.ModelGroup]*plan.Struct
	members  *members
	lists    *itemTypes
	// prefixOf is what the names of a choice's branches start with.
	prefixOf map[*plan.Choice]string
}

func newStructs(schema *xsd.Schema, pr profile.Profile, sc *secrets, given *scopes, ds *declarations, cm *comments, diags *diag.List) *structs {
	l, fs := cm.layout, &facets{diags, map[*xsd.SimpleType][]plan.Check{}}
	st := &structs{
		schema: schema, profile: pr, diags: diags, scopes: given, layout: l, decls: ds, comments: cm, facets: fs,
		shapes: &shapes{schema, l, sizes{}, map[*xsd.ComplexType][]item{}}, secrets: sc,
		values: &values{
			profile: pr, scopes: given, layout: l, decls: ds, comments: cm, facets: fs,
			speller: &speller{diags, map[*xsd.SimpleType]bool{}}, filled: map[*plan.Simple]bool{},
		},
		varying: varyingDefaults(schema), choices: map[choiceKey]*plan.Choice{}, groups: map[*xsd.ModelGroup]*plan.Struct{},
		prefixOf: map[*plan.Choice]string{},
	}
	st.members, st.lists = newMembers(st), newItemTypes(st)
	return st
}

// fillStructs plans the fields of every struct.
func (st *structs) fillStructs() {
	st.fillGroups()
	for _, src := range st.decls.order {
		st.fillStruct(src)
	}
	for _, t := range st.decls.simpleOrder {
		st.values.fillSimple(t, st.decls.simples[t])
	}
	st.lists.seal()
}

// fillStruct plans the fields of a struct, after those of its base: a part that
// both have is made for the base.
func (st *structs) fillStruct(src *structSource) {
	if src.filled {
		return
	}
	src.filled = true
	if base, ok := src.t.Base.(*xsd.ComplexType); ok && st.decls.sources[base] != nil {
		st.fillStruct(st.decls.sources[base])
	}
	f := st.filler(src)
	f.attributes()
	f.content()
	src.s.Doc = st.comments.structDoc(src)
}

// filler fills one struct, and the branches and groups within it.
type filler struct {
	of    *structs
	src   *structSource
	s     *plan.Struct // the struct at hand: the source's, a branch or a group
	names *scope
	table *plan.Table
	// called is the name of the only field, where that is not the element's.
	called string
}

func (st *structs) filler(src *structSource) *filler {
	src.s.Table = &plan.Table{}
	return &filler{of: st, src: src, s: src.s, table: src.s.Table, names: st.fieldScope(src.s)}
}

func (st *structs) fieldScope(s *plan.Struct) *scope {
	return st.scopes.scopeIn(s.Pkg, "fields "+s.Pkg.Name+"."+s.Name, plan.StructMembers...)
}
