package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// printable finds the structs that print themselves: not those that have a field
// of the method's name.
func printable(all []*structSource) {
	for _, src := range all {
		src.s.Printable = true
		for _, f := range slices.Concat(src.s.Attrs, src.s.Fields, valueField(src.s)) {
			if f.Name == plan.StringMethod {
				src.s.Printable = false
			}
		}
	}
}
