package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// links refers to types from comments, once the fields are planned.
type links struct {
	decls    *declarations
	imported map[[2]*plan.Package]bool // whether the first package imports the second, once asked
}

// link is how a comment in a package refers to a struct: by its name, with that
// of its package where it is in another one. A package that the code does not
// import can only be named by its path.
func (k *links) link(from *plan.Package, s *plan.Struct) string {
	switch {
	case s.Pkg == from:
		return s.Name
	case k.imports(from, s.Pkg):
		return s.Pkg.Name + "." + s.Name
	}
	return s.Pkg.ImportPath + "." + s.Name
}

// memberName names a type as code outside its package does; a link where that
// leads somewhere.
func (k *links) memberName(from *plan.Package, s *plan.Struct) string {
	switch {
	case s.Pkg == from:
		return "*[" + s.Name + "]"
	case k.imports(from, s.Pkg):
		return "*[" + s.Pkg.Name + "." + s.Name + "]"
	}
	return "*" + s.Pkg.Name + "." + s.Name
}

// imports reports whether the code of a package names something of another.
func (k *links) imports(from, other *plan.Package) bool {
	key := [2]*plan.Package{from, other}
	found, known := k.imported[key]
	if !known {
		found = slices.ContainsFunc(k.decls.types[from], func(d plan.Decl) bool { return mentions(d, other) }) ||
			slices.ContainsFunc(from.Slots, func(s *plan.Slot) bool { return knows(s, other) })
		k.imported[key] = found
	}
	return found
}

// mentions reports whether a declaration names something of a package.
func mentions(d plan.Decl, other *plan.Package) bool {
	switch d := d.(type) {
	case *plan.Simple:
		return d.Of.Package == other || slices.ContainsFunc(d.Members, func(m plan.UnionMember) bool { return m.Type.Package == other })
	case *plan.Struct:
		return slices.ContainsFunc(slices.Concat(d.Attrs, d.Fields, valueField(d)), func(f *plan.Field) bool {
			return f.Type.Package == other
		})
	}
	return false
}

// knows reports whether a slot has a type of a package.
func knows(s *plan.Slot, other *plan.Package) bool {
	return slices.ContainsFunc(s.Known, func(m *plan.Struct) bool { return m.Pkg == other })
}
