package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// byOperations puts changes that reach the same operations under one title. A
// change is told once, so one that reaches several stands under all of their
// names. Groups come in the order of their first, and so their worst, change.
func (v *viewer) byOperations(changes []change.Change) []section {
	var groups []section
	index := map[string]int{}
	for _, e := range v.entries(changes) {
		names := v.operations(e[0])
		if len(e) > 1 && e[0].ID == change.RootElementAdded && len(names) > 0 {
			names = []string{"new roots"}
		}
		key := strings.Join(names, " ")
		at, ok := index[key]
		if !ok {
			at = len(groups)
			index[key] = at
			groups = append(groups, section{Title: v.groupTitle(names)})
		}
		groups[at].Changes = append(groups[at].Changes, v.viewAll(e))
	}
	return groups
}

// operations returns the names of the operations that a change reaches.
func (v *viewer) operations(c *change.Change) []string {
	real, _ := split(c.Operations)
	var names []string
	for _, r := range real {
		if r.Operation == change.AllOperations {
			return []string{v.words.all}
		}
		if name := v.name(r); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	// The total counts requests and responses, a name stands for both: twice as many is every operation there is.
	if 2*len(names) == v.total && len(names) > 1 {
		return []string{v.words.all}
	}
	return names
}

// groupTitle names the operations of a group, the first few if there are many.
func (v *viewer) groupTitle(names []string) string {
	switch n := len(names); {
	case n == 0:
		return v.words.none
	case n > maxReaches:
		return fmt.Sprintf("%s and %d more", strings.Join(names[:maxReaches], ", "), n-maxReaches)
	}
	return strings.Join(names, ", ")
}
