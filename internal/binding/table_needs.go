package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// A field that cannot be nil is written whatever it holds. What a document
// lacks although the schema requires it must not be invented when it is written
// again, so the table of a struct says which names reading has to miss.

// needs notes in the tables of structs what is required and always written.
func needs(ds *declarations) {
	for _, g := range ds.groups.order {
		needAttrs(ds.groups.structs[g])
	}
	for _, src := range ds.order {
		needAttrs(src.s)
		t := src.s.Table
		for _, f := range src.s.Fields {
			if isAlwaysWritten(f) {
				t.Need = append(t.Need, f.Element)
			}
		}
		for _, n := range branchNeeds(src.s.Fields, 0) {
			name := t.Elements[n.Index].Name
			if !slices.ContainsFunc(t.Elements[n.Index+1:], func(e plan.TableElement) bool { return e.Name == name }) &&
				!slices.ContainsFunc(t.Elements[:n.Index], func(e plan.TableElement) bool { return e.Name == name }) {
				t.Needs = append(t.Needs, n)
			}
		}
	}
}

func needAttrs(s *plan.Struct) {
	for _, f := range s.Attrs {
		if f.Kind != plan.AttrsField && isAlwaysWritten(f) {
			s.Table.NeedAttrs = append(s.Table.NeedAttrs, f.Element)
		}
	}
}

// isAlwaysWritten reports whether a required field is written although nobody
// has set it.
func isAlwaysWritten(f *plan.Field) bool {
	if f.Shape != plan.Required || f.Nillable || f.IsPointer() || f.NilMeansAbsent() {
		return false
	}
	return f.Kind == plan.ScalarField || f.Kind == plan.StructField || f.Kind == plan.AnyField
}

// branchNeeds are the required elements of branches of choices that occur once.
// The indexes of fields count from at.
func branchNeeds(fields []*plan.Field, at int) (list []plan.TableNeed) {
	for _, f := range fields {
		if f.Kind != plan.ChoiceField || f.Shape == plan.Repeated {
			continue
		}
		for _, br := range f.Branches {
			if br.Any || br.Struct == nil {
				continue
			}
			first, last := at+br.First, at+br.Last
			for _, inner := range br.Struct.Fields {
				if first < last && isAlwaysWritten(inner) {
					list = append(list, plan.TableNeed{Index: first + inner.Element, First: first, Last: last})
				}
			}
			list = append(list, branchNeeds(br.Struct.Fields, first)...)
		}
	}
	return list
}
