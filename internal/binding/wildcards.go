package binding

import (
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// wildcard plans a field for what a wildcard matches.
func (f *filler) wildcard(i item) {
	f.s.Fields = append(f.s.Fields, &plan.Field{
		Name: f.names.claim("any"+f.number(plan.WildcardField), "Any"+f.number(plan.WildcardField), "AnyElements"+f.number(plan.WildcardField)),
		Kind: plan.WildcardField, Shape: plan.Repeated, Type: nodeType, Tag: ",any",
		Doc: wildcardDoc(i.wildcard, "Elements"), Element: f.tableWildcard(i.wildcard), Checks: itemChecks(item{min: i.min, max: i.max}),
	})
}

// tableWildcard adds a wildcard to the table. Until all elements are known,
// its index is its place among the wildcards.
func (f *filler) tableWildcard(w *xsd.Wildcard) int {
	f.table.Wildcards = append(f.table.Wildcards, plan.TableWildcard{Namespaces: w.Namespaces, At: len(f.table.Elements)})
	return len(f.table.Wildcards) - 1
}

// wildcardIndexes puts the indexes of wildcards behind those of the elements.
func (f *filler) wildcardIndexes() {
	base := len(f.table.Elements)
	for n := range f.table.Wildcards {
		f.table.Wildcards[n].Index = base + n
	}
	shiftWildcards(f.s, base)
}

func shiftWildcards(s *plan.Struct, base int) {
	for _, field := range s.Fields {
		switch field.Kind {
		case plan.WildcardField:
			field.Element += base
		case plan.ChoiceField, plan.ItemsField:
			for n := range field.Wildcards {
				field.Wildcards[n].Element += base
			}
		}
	}
}
