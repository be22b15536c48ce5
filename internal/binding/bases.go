package binding

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// A base is a complex type in whose place types that are derived from it may
// stand. An abstract one is an interface and nothing else: its name is that of
// the interface, and its fields are laid flat into the structs of its members.
// One that is not abstract has a struct, and the interface beside it.

// enterAbstract enters an abstract type: its struct is where parts that it
// declares are at home, but no package has it.
func (ds *declarations) enterAbstract(src *structSource) {
	ds.structs[src.t], ds.sources[src.t] = src.s, src
	ds.order = append(ds.order, src)
	ds.all = append(ds.all, src.s)
	ds.enterBase(src.t, &plan.Base{Name: src.s.Name, File: src.s.File, Pkg: src.s.Pkg, XMLName: src.t.Name})
}

func (ds *declarations) enterBase(t *xsd.ComplexType, b *plan.Base) {
	ds.bases[t] = b
	ds.baseOrder = append(ds.baseOrder, t)
	ds.addDecl(b.Pkg, b)
}

// structOf is the struct that documents hold for a complex type, nil where they
// hold others in its place.
func (ds *declarations) structOf(t *xsd.ComplexType) *plan.Struct {
	if t.Abstract {
		return nil
	}
	return ds.structs[t]
}

// base returns the interface of a type that others may stand for.
func (st *structs) base(t *xsd.ComplexType) *plan.Base {
	if b := st.decls.bases[t]; b != nil {
		return b
	}
	s := st.decls.structs[t]
	b := &plan.Base{File: typesFile, Pkg: s.Pkg, XMLName: t.Name, Own: s}
	b.Name = st.layout.scopeOf[s.Pkg].claim("any "+t.Name.String(), "Any"+s.Name, "Any"+s.Name+"Type")
	st.decls.enterBase(t, b)
	return b
}

// bases plans what the interfaces of bases are made of, once all structs are.
func bases(p *plan.Plan, schema *xsd.Schema, l *layout, ds *declarations, cm *comments) {
	used := slotsOf(p, ds)
	for _, t := range ds.baseOrder {
		b := ds.bases[t]
		addMembers(schema, ds, b, t)
		slices.SortFunc(b.Members, func(s, o *plan.Struct) int {
			return cmp.Or(cmp.Compare(s.Pkg.Name, o.Pkg.Name), cmp.Compare(s.Name, o.Name))
		})
		b.Unknown, b.Open = l.scopeOf[b.Pkg].claim("unknown "+b.XMLName.String(), "Unknown"+ownName(b)), used[b]
	}
	markers(l, ds)
	for _, pkg := range p.Packages {
		for _, s := range pkg.Slots {
			for _, m := range s.Base.Members {
				if l.sees(pkg, m.Pkg) {
					s.Known = append(s.Known, m)
				}
			}
		}
	}
	for _, t := range ds.baseOrder {
		ds.bases[t].Doc = cm.baseDoc(ds.bases[t], t)
	}
	slotDocs(p, ds, cm)
}

// ownName is the name of the type that a base is the interface of.
func ownName(b *plan.Base) string {
	if b.Own != nil {
		return b.Own.Name
	}
	return b.Name
}

// addMembers adds the types that may stand for a base.
func addMembers(schema *xsd.Schema, ds *declarations, b *plan.Base, t xsd.Type) {
	if ct, ok := t.(*xsd.ComplexType); ok && !ct.Name.IsZero() {
		if s := ds.structOf(ct); s != nil && !slices.Contains(b.Members, s) {
			b.Members = append(b.Members, s)
			s.Bases = append(s.Bases, b)
		}
	}
	for _, d := range schema.Derived(t) {
		addMembers(schema, ds, b, d)
	}
}

// slotsOf gives the fields of each package that are of one base the slot that
// they share, and tells which bases have fields at all.
func slotsOf(p *plan.Plan, ds *declarations) map[*plan.Base]bool {
	used := map[*plan.Base]bool{}
	for _, pkg := range p.Packages {
		slots := map[*plan.Base]*plan.Slot{}
		for _, f := range typedFields(ds.types[pkg]) {
			s := slots[f.Base]
			if s == nil {
				s = &plan.Slot{Base: f.Base}
				slots[f.Base], used[f.Base] = s, true
				pkg.Slots = append(pkg.Slots, s)
			}
			f.Slot = s
		}
	}
	return used
}

func typedFields(list []plan.Decl) (fields []*plan.Field) {
	for _, d := range list {
		if s, ok := d.(*plan.Struct); ok {
			for _, f := range s.Fields {
				if f.Kind == plan.TypedField {
					fields = append(fields, f)
				}
			}
		}
	}
	return fields
}

// markers names the methods that make a type a member. No two bases have one
// name, and no member has a field of it. Those of the lock come first: code that
// was generated elsewhere has them already.
func markers(l *layout, ds *declarations) {
	m := &markerNames{given: l.scopes, scopes: map[*plan.Package]*scope{}, taken: map[string]bool{}}
	for _, locked := range []bool{true, false} {
		for _, t := range ds.baseOrder {
			b := ds.bases[t]
			if _, known := m.locked(b); known == locked {
				m.name(b)
			}
		}
	}
}

type markerNames struct {
	given  *scopes
	scopes map[*plan.Package]*scope
	taken  map[string]bool
}

func markerKey(b *plan.Base) string { return "marker " + b.XMLName.String() }

func (m *markerNames) locked(b *plan.Base) (name string, known bool) {
	if m.scopes[b.Pkg] == nil {
		m.scopes[b.Pkg] = m.given.scopeIn(b.Pkg, "markers "+b.Pkg.Name)
	}
	return m.scopes[b.Pkg].locked(clean(markerKey(b)))
}

func (m *markerNames) name(b *plan.Base) {
	if b.Method != "" {
		return
	}
	fits := func(name string) bool {
		return !m.taken[name] && !slices.ContainsFunc(b.Members, func(s *plan.Struct) bool { return has(s, name) })
	}
	s := m.scopes[b.Pkg]
	if name, known := m.locked(b); known && !fits(name) {
		s.taken[name] = "field"
	}
	wanted := "Is" + ownName(b)
	if m.taken[wanted] {
		wanted = "Is" + exported(b.Pkg.Name) + ownName(b)
	}
	name := wanted
	for n := 2; !fits(name); n++ {
		name = fmt.Sprint(wanted, n)
	}
	b.Method = s.claim(markerKey(b), name)
	m.taken[b.Method] = true
}

// has reports whether a struct has a field or a marker of that name.
func has(s *plan.Struct, name string) bool {
	return slices.ContainsFunc(s.Members(), func(f *plan.Field) bool { return f.Name == name }) ||
		slices.ContainsFunc(s.BranchOf, func(c *plan.Choice) bool { return c.Method == name })
}

// baseDoc is the comment of the interface of a base.
func (cm *comments) baseDoc(b *plan.Base, t *xsd.ComplexType) []string {
	text := fmt.Sprintf("%s is what can stand for the complex type %s: ", b.Name, cm.layout.label(b.XMLName))
	if t.Abstract {
		text = fmt.Sprintf("%s is the abstract complex type %s: ", b.Name, cm.layout.label(b.XMLName))
	}
	names := cm.memberNames(b)
	return append([]string{text + orList(append(names, "*["+b.Unknown+"]")) + "."}, documentation(t.Annotations)...)
}

// memberNames names the types that can stand for a base, by their packages where
// there are many.
func (cm *comments) memberNames(b *plan.Base) []string {
	var names, packages []string
	for _, m := range b.Members {
		names = append(names, cm.links.memberName(b.Pkg, m))
		packages = append(packages, m.Pkg.Name)
	}
	if len(names) <= manyMembers {
		return names
	}
	return []string{fmt.Sprintf("one of %d types of package %s", len(names), orList(slices.Compact(packages)))}
}

// slotDocs says at the fields of a slot which types are only known there by a
// registry.
func slotDocs(p *plan.Plan, ds *declarations, cm *comments) {
	for _, pkg := range p.Packages {
		for _, f := range typedFields(ds.types[pkg]) {
			if text := cm.others(pkg, f.Slot); text != "" {
				f.Doc = append(f.Doc, fmt.Sprintf("%s: a decoder without wire.Types(all.%s()) keeps %s as *%s.",
					f.Name, plan.RegistryFunc, text, unknownName(pkg, f.Base)))
			}
		}
	}
}

func unknownName(from *plan.Package, b *plan.Base) string {
	if b.Pkg == from {
		return "[" + b.Unknown + "]"
	}
	return "[" + b.Pkg.Name + "." + b.Unknown + "]"
}

// others names the members that a package does not know, by their packages where
// there are many; "" where it knows all.
func (cm *comments) others(pkg *plan.Package, s *plan.Slot) string {
	var names, packages []string
	for _, m := range s.Base.Members {
		if slices.Contains(s.Known, m) {
			continue
		}
		names = append(names, m.Pkg.Name+"."+m.Name)
		if !slices.Contains(packages, m.Pkg.Name) {
			packages = append(packages, m.Pkg.Name)
		}
	}
	if len(names) > manyMembers {
		return fmt.Sprintf("%d more types, of package %s,", len(names), andList(packages))
	}
	return andList(names)
}
