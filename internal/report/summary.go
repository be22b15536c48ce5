package report

import (
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// Summary returns one line that says what a result amounts to; for a format of
// documents also what becomes of old and of new ones.
func Summary(r *change.Result, o Options) string {
	line := counts(r, o)
	if r.Documents && len(r.Changes) > 0 {
		line += ". " + strings.Join(headline(r, o.Strict), " ")
	}
	return line
}

// counts returns one line with the numbers of changes.
func counts(r *change.Result, o Options) string {
	s := r.Summary(o.Strict)
	line := r.Old.Label + " -> " + r.New.Label + ": "
	if s.Changes == 0 {
		return line + nothing(r, s)
	}
	line += diag.Count(s.Changes, "change")
	if len(r.Operations) > 0 {
		line += " in " + diag.Count(s.Touched, "operation")
	}
	line += " (" + levels(s) + ")"
	if len(r.Operations) > 0 {
		line += fmt.Sprintf("; %s untouched", diag.Count(s.Untouched, "operation"))
	}
	if s.Hidden > 0 {
		line += fmt.Sprintf("; %d not shown", s.Hidden)
	}
	if r.Documents {
		line += "; schema: " + schemaStep(r).String()
	}
	if !o.WithoutGo {
		line += "; Go API: " + s.Go.String()
	}
	return line
}

// Refusal says in one line for which changes a gate stays shut.
func Refusal(refused []*change.Change, failOn string) string {
	var named []string
	for i, c := range refused {
		if i == maxRefused {
			named = append(named, fmt.Sprintf("and %d more", len(refused)-i))
			break
		}
		named = append(named, fmt.Sprintf("%s of %s (%s)", c.ID, clean(c.Component.Display()), c.Fingerprint))
	}
	return fmt.Sprintf("failed by --fail-on %s: %s not accepted: %s; \"wbxgen accept\" accepts what is fine",
		failOn, diag.Count(len(refused), "change"), strings.Join(named, ", "))
}

// maxRefused bounds the changes that [Refusal] names.
const maxRefused = 3

// nothing says why there is nothing to show.
func nothing(r *change.Result, s change.Summary) string {
	switch {
	case s.Hidden > 0:
		return "no changes to show; " + diag.Count(s.Hidden, "change") + " not shown"
	case r.Identical():
		return "no changes; the components are the same"
	}
	return "no changes"
}

func levels(s change.Summary) string {
	var parts []string
	for _, l := range []struct {
		n    int
		word string
	}{{s.Breaks, "break"}, {s.Risks, "risk"}, {s.Infos, "info"}, {s.Nones, "none"}} {
		if l.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", l.n, l.word))
		}
	}
	return strings.Join(parts, ", ")
}
