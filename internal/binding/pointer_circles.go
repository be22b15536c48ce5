package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// breakCircles turns required struct fields into pointers where the structs
// would contain each other without end.
func breakCircles(all []*plan.Struct) {
	for _, s := range all {
		for _, f := range s.Fields {
			if f.Kind == plan.StructField && f.Shape == plan.Required && !f.Nillable && (f.Struct == s || holdsStructs(f.Struct) && embeds(f.Struct, s, map[*plan.Struct]bool{})) {
				f.Pointer = true
			}
		}
	}
}

// holdsStructs reports whether a value of a type has others inside it.
func holdsStructs(s *plan.Struct) bool { return s != nil && slices.ContainsFunc(s.Fields, isInside) }

// isInside reports whether the struct of a field is inside that which has it.
func isInside(f *plan.Field) bool {
	return f.Kind == plan.StructField && f.Shape == plan.Required && !f.Pointer && !f.Nillable
}

// embeds reports whether a value of type from has one of type to inside it.
func embeds(from, to *plan.Struct, seen map[*plan.Struct]bool) bool {
	if from == to {
		return true
	}
	if from == nil || seen[from] {
		return false
	}
	seen[from] = true
	for _, f := range from.Fields {
		if isInside(f) && embeds(f.Struct, to, seen) {
			return true
		}
	}
	return false
}
