package binding

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// helpers names what generated code has beside its types: functions, tables and
// other variables. They come last, so that none takes a name that follows from
// the schema.
func helpers(p *plan.Plan, l *layout, ds *declarations) {
	for _, pkg := range p.Packages {
		names := l.scopeOf[pkg]
		itemHelpers(names, pkg, ds.types[pkg])
		for _, d := range ds.types[pkg] {
			switch d := d.(type) {
			case *plan.Struct:
				structHelpers(names, d)
			case *plan.Simple:
				simpleHelpers(names, d)
			}
		}
		for _, s := range pkg.Slots {
			s.Var = names.helper("slot" + s.Base.Name)
		}
		pkg.Types = ds.types[pkg]
		owns(names, pkg)
		for _, m := range pkg.Operations {
			m.Var = names.helper("op" + m.Name)
			if m.List != nil {
				m.List.Var = names.helper("list" + m.Name)
			}
		}
	}
}

// itemHelpers names the tables of the interfaces that the package has lists of.
func itemHelpers(names *scope, pkg *plan.Package, types []plan.Decl) {
	seen := map[*plan.Choice]bool{}
	for _, d := range types {
		s, ok := d.(*plan.Struct)
		if !ok || s.Table == nil {
			continue
		}
		for _, e := range s.Table.Elements {
			if c := e.Items; c != nil && !seen[c] {
				seen[c] = true
				pkg.ItemTables = append(pkg.ItemTables, &plan.ItemTable{Var: names.helper("items" + c.Name), Of: c})
			}
		}
	}
}

func structHelpers(names *scope, s *plan.Struct) {
	if s.Embeds == nil || len(s.Roots) > 0 || s.Item != nil {
		s.TableVar = names.helper("table" + s.Name)
	}
	if s.Embeds != nil {
		return
	}
	if s.Model != nil {
		s.Model.Var = names.helper("model" + s.Name)
	}
	for _, f := range s.Attrs {
		fieldHelpers(names, s, f)
	}
	for _, f := range s.Fields {
		fieldHelpers(names, s, f)
	}
	if s.Value != nil {
		fieldHelpers(names, s, s.Value)
	}
}

func fieldHelpers(names *scope, s *plan.Struct, f *plan.Field) {
	f.FacetsVar = facetsVar(names, f.Checks, s.Name, f.Name)
	f.ItemFacetsVar = facetsVar(names, f.ListItem, s.Name, f.Name, "Item")
}

func simpleHelpers(names *scope, s *plan.Simple) {
	if s.Kind == plan.EnumType {
		s.ValuesFunc = names.claim("values "+s.Name, s.Name+"Values", s.Name+"AllValues")
	}
	if s.IsValue() {
		s.ParseFunc = names.claim("parse "+s.Name, "Parse"+s.Name, "Parse"+s.Name+"Value")
		s.MustFunc = names.claim("must "+s.Name, "Must"+s.Name, "Must"+s.Name+"Value")
	}
	s.FacetsVar = facetsVar(names, s.Checks, s.Name)
	s.ItemFacetsVar = facetsVar(names, s.ItemChecks, s.Name, "Item")
}

// facetsVar names the variable with the facets of a value, "" where it has none.
func facetsVar(names *scope, checks []plan.Check, of ...string) string {
	if !slices.ContainsFunc(checks, plan.Check.IsFacet) {
		return ""
	}
	return names.helper("facets" + strings.Join(of, ""))
}
