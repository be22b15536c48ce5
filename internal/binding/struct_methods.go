package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// markChecked finds the structs that have something to check, themselves or
// below, by going over them until nothing changes.
func markChecked(all []*plan.Struct) {
	for changed := true; changed; {
		changed = false
		for _, s := range all {
			if !s.Checked && hasChecks(s) {
				s.Checked, changed = true, true
			}
		}
	}
}

func hasChecks(s *plan.Struct) bool {
	if s.Model != nil || slices.ContainsFunc(slices.Concat(s.Attrs, s.Fields), (*plan.Field).MustBeSet) {
		return true
	}
	if slices.ContainsFunc(s.Groups, func(g *plan.Struct) bool { return g.Checked }) {
		return true
	}
	for _, f := range slices.Concat(s.Attrs, s.Fields, valueField(s)) {
		if len(f.Checks)+len(f.ListItem)+len(f.NilLacks()) > 0 || isJudged(f.Simple) || isJudged(f.ListOf) || f.Kind == plan.TypedField {
			return true
		}
		if f.Struct != nil && f.Struct.Checked || f.Group != nil && f.Group.Checked {
			return true
		}
		if f.Choice != nil && f.Choice.Checked() || f.ChecksItems() {
			return true
		}
	}
	return false
}

// isJudged reports whether there is such a type and it has something to check.
func isJudged(s *plan.Simple) bool { return s != nil && s.Judged() }

func valueField(s *plan.Struct) []*plan.Field {
	if s.Value == nil {
		return nil
	}
	return []*plan.Field{s.Value}
}

// printable finds the structs that print themselves: not those that have a field
// of the method's name.
func printable(all []*structSource) {
	for _, src := range all {
		src.s.Printable = true
		for _, f := range src.s.Members() {
			if f.Name == plan.StringMethod {
				src.s.Printable = false
			}
		}
	}
}
