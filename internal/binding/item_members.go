package binding

import (
	"fmt"
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// members are the Go types of elements that are items: of a named group, of a
// choice that repeats, of a substitution group, of mixed content. An element
// has one, whatever lists it stands in.
type members struct {
	of   *structs
	made map[*xsd.ElementDecl]*plan.Struct
	uses map[*xsd.ComplexType][]*xsd.ElementDecl // the elements of each type
}

func newMembers(st *structs) *members {
	ms := &members{of: st, made: map[*xsd.ElementDecl]*plan.Struct{}, uses: map[*xsd.ComplexType][]*xsd.ElementDecl{}}
	st.schema.Walk(func(c xsd.Component) bool {
		if e, ok := c.(*xsd.ElementDecl); ok {
			if t, ok := e.Type.(*xsd.ComplexType); ok && !e.Abstract {
				ms.uses[t] = append(ms.uses[t], e)
			}
		}
		return true
	})
	return ms
}

// member returns the member of an interface that an element is.
func (ms *members) member(f *filler, i item) plan.Member {
	m := plan.Member{Name: i.element.Name, Spellings: ms.of.profile.Spellings(i.element.Name)}
	e := i.element
	if m.Foreign = i.kind == opaqueItem; m.Foreign && !ms.of.layout.mayImport(ms.home(f, e), e) {
		m.Foreign = false
		return m // not even its own package can name its type
	}
	i.kind = elementItem
	if ms.made[e] == nil {
		ms.made[e] = ms.make(f, e, i)
	}
	m.Struct = ms.made[e]
	return m
}

// make returns the type of an element that is an item: that of its content,
// where it says which element it is, else one around it.
func (ms *members) make(f *filler, e *xsd.ElementDecl, i item) *plan.Struct {
	pkg := ms.home(f, e)
	t, _ := e.Type.(*xsd.ComplexType)
	entry := &plan.Item{Name: e.Name, Spellings: ms.of.profile.Spellings(e.Name)}
	if t == nil || t == xsd.AnyType || f.isOpen(e, t) || e.Nillable || e.Value != nil {
		return ms.around(f, pkg, i, entry)
	}
	s := ms.of.decls.structs[t]
	if s.Pkg == pkg && ms.isOnly(t) {
		s.Item = entry
		return s
	}
	// A type AppendXML that was embedded would hide the method of that name.
	if slices.Contains(plan.StructMembers, s.Name) {
		return ms.around(f, pkg, i, entry)
	}
	w := &plan.Struct{Name: ms.claim(pkg, e), File: typesFile, Pkg: pkg, Embeds: s, Item: entry, Component: e}
	w.Doc = itemDoc(w, ms.of.layout.label(e.Name), documentation(e.Annotations))
	ms.of.decls.addDecl(pkg, w)
	return w
}

// isOnly reports whether all elements of the type are one: a value of it says
// which element it is.
func (ms *members) isOnly(t *xsd.ComplexType) bool {
	uses := ms.uses[t]
	return !slices.ContainsFunc(uses, func(e *xsd.ElementDecl) bool {
		return e.Name != uses[0].Name || len(uses) > 1 && (e.Value != nil || e.Nillable)
	})
}

// around makes the type of an element around its value, a field. It writes the
// element itself, as a branch of a choice does.
func (ms *members) around(f *filler, pkg *plan.Package, i item, entry *plan.Item) *plan.Struct {
	s := &plan.Struct{Name: ms.claim(pkg, i.element), File: typesFile, Pkg: pkg, Table: &plan.Table{}, Item: entry, Component: i.element}
	s.Of, entry.Whole = s, true
	inner := &filler{of: f.of, src: f.src, s: s, table: s.Table, names: f.of.fieldScope(s), called: "Value"}
	i.min, i.max = 1, 1
	inner.items([]item{i})
	s.Doc = itemDoc(s, ms.of.layout.label(i.element.Name), nil)
	ms.of.decls.all = append(ms.of.decls.all, s)
	ms.of.decls.addDecl(pkg, s)
	return s
}

// claim names the type around an element: after the element and, before that,
// after the Go type or the group that a local one is declared in.
func (ms *members) claim(pkg *plan.Package, e *xsd.ElementDecl) string {
	key, before := "item "+e.Name.String(), ""
	switch scope := e.Scope.(type) {
	case *xsd.ModelGroupDef:
		key, before = key+" of group "+scope.Name.String(), exported(scope.Name.Local)
	case *xsd.ComplexType:
		if s := ms.of.decls.structs[scope]; s != nil {
			key, before = key+" of "+s.Name, s.Name
		}
	}
	wanted := before + exported(e.Name.Local)
	return ms.of.layout.scopeOf[pkg].claim(key, wanted, wanted+"Element")
}

// home is the package of an element: that of its namespace or, of a local one,
// of what declares it.
func (ms *members) home(f *filler, e *xsd.ElementDecl) *plan.Package {
	var pkg *plan.Package
	switch scope := e.Scope.(type) {
	case *xsd.ModelGroupDef:
		pkg = ms.of.layout.packageFor(scope.Name.Space)
	case *xsd.ComplexType:
		if s := ms.of.decls.structs[scope]; s != nil {
			pkg = s.Pkg
		}
	}
	if e.Global {
		pkg = ms.of.layout.packageFor(e.Name.Space)
	}
	if pkg == nil {
		return f.s.Pkg
	}
	return pkg
}

func itemDoc(s *plan.Struct, label string, notes []string) []string {
	return append([]string{fmt.Sprintf("%s is the element %s.", s.Name, label)}, notes...)
}
