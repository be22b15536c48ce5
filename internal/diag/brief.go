package diag

import (
	"fmt"
	"slices"
	"strings"
)

// Brief returns the list as a person can read it: what is said of several
// places once, with how many they are, and of all that no more than limit. The
// last line counts what is left out; more says how to see it.
func (l *List) Brief(limit int, more string) string {
	groups := grouped(l.Sorted())
	var b strings.Builder
	for _, g := range groups[:min(limit, len(groups))] {
		b.WriteString(g.String())
		b.WriteByte('\n')
	}
	if len(groups) > limit {
		fmt.Fprintf(&b, "… and %s more; %s\n", tally(groups[limit:]), more)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// group is a diagnostic with the other places that the same is said of.
type group struct {
	Diagnostic
	others []Pos
}

// String returns the text of the diagnostic, and how often it is met again.
func (g group) String() string {
	switch len(g.others) {
	case 0:
		return g.Diagnostic.String()
	case 1:
		return g.Diagnostic.String() + "\n" + g.others[0].String() + ": note: and here"
	}
	return fmt.Sprintf("%s\n%s: note: and here and at %d more places", g.Diagnostic, g.others[0], len(g.others)-1)
}

// grouped joins diagnostics that differ by their places alone.
func grouped(list []Diagnostic) []group {
	var groups []group
	type key struct {
		severity      Severity
		code, message string
	}
	at := map[key]int{}
	for _, d := range list {
		k := key{d.Severity, d.Code, d.Message}
		if i, known := at[k]; known {
			groups[i].others = append(groups[i].others, d.Pos)
			continue
		}
		at[k] = len(groups)
		groups = append(groups, group{Diagnostic: d})
	}
	return groups
}

// tally counts diagnostics by severity: 3 errors and 1 warning.
func tally(groups []group) string {
	var words []string
	for _, s := range []Severity{Error, Warning, Note} {
		n := 0
		for _, g := range groups {
			if g.Severity == s {
				n += 1 + len(g.others)
			}
		}
		switch {
		case n == 1:
			words = append(words, "1 "+s.String())
		case n > 1:
			words = append(words, fmt.Sprintf("%d %ss", n, s))
		}
	}
	last := len(words) - 1
	return strings.Join(slices.DeleteFunc([]string{strings.Join(words[:last], ", "), words[last]}, func(w string) bool { return w == "" }), " and ")
}
