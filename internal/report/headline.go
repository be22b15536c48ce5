package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// outlook is what becomes of the documents of one direction.
type outlook struct {
	Break, Risk int
	// Strict counts what breaks only readers that validate.
	Strict int
	// Proven is set where nothing breaks, and inclusion shows it.
	Proven bool
	// Namespaces is how many namespaces have another name, so that no document is
	// one of the other version; the rest is counted as if they had not.
	Namespaces int
	// Stamps are attributes by which no document is one of the other version, as
	// they have no value that both allow; the rest is counted as for Namespaces.
	Stamps []string
	// Stamped counts the breaks that Stamps are.
	Stamped int
}

// outlooks counts for a format of documents what becomes of old documents under
// the new schema, and of new ones for old readers.
func outlooks(r *change.Result, strict bool) (old, now outlook) {
	old.Stamps, now.Stamps = r.OldStamps, r.NewStamps
	for i := range r.Changes {
		s := r.Changes[i].Severity
		if r.Changes[i].ID == change.NamespaceChanged && s.Request == change.Break && s.Response == change.Break {
			old.Namespaces, now.Namespaces = old.Namespaces+1, now.Namespaces+1
			continue
		}
		if !old.stamped(&r.Changes[i], s.Request) {
			old.count(s.Request)
		}
		switch {
		case now.stamped(&r.Changes[i], s.Strict):
		case strict:
			now.count(s.Strict)
		case s.Strict == change.Break && s.Response != change.Break:
			now.Strict++
			now.count(s.Response)
		default:
			now.count(s.Response)
		}
	}
	old.Proven = old.Namespaces == 0 && r.OldHold && old.Break+old.Risk == 0
	now.Proven = now.Namespaces == 0 && r.NewHold && now.Break+now.Risk+now.Strict == 0
	return old, now
}

// stamped counts a change that is about one of the stamps, and reports whether it
// is.
func (o *outlook) stamped(c *change.Change, l change.Level) bool {
	about := slices.ContainsFunc(o.Stamps, func(name string) bool { return c.About("@" + name) })
	if about && l == change.Break {
		o.Stamped++
	}
	return about
}

func (o *outlook) count(l change.Level) {
	switch l {
	case change.Break:
		o.Break++
	case change.Risk:
		o.Risk++
	}
}

// String says it in a few words, such as "2 breaks (3 more for readers that
// validate), 1 risk".
func (o outlook) String() string {
	text, more := "no breaks", ""
	if o.Break > 0 {
		text, more = diag.Count(o.Break, "break"), "more "
	}
	if o.Strict > 0 {
		text += fmt.Sprintf(" (%d %sfor readers that validate)", o.Strict, more)
	}
	if o.Risk > 0 {
		text += ", " + diag.Count(o.Risk, "risk")
	}
	if o.Proven {
		text += " (proven)"
	}
	if o.Namespaces > 0 {
		text = "all break, as a namespace has another name; besides that " + text
	} else if len(o.Stamps) > 0 {
		text = "all break by @" + strings.Join(o.Stamps, ", @") + "; besides that " + text
	}
	return text
}

// headline is the two sentences on a format of documents.
func headline(r *change.Result, strict bool) []string {
	if !r.Documents || len(r.Changes) == 0 {
		return nil
	}
	old, now := outlooks(r, strict)
	return []string{fmt.Sprintf("Old documents under the new schema: %s.", old), fmt.Sprintf("New documents for old readers: %s.", now)}
}

// schemaStep is the step of a semantic version that is due for the schema
// itself: major where documents of either version break under the other one,
// minor where what is valid is another, patch for the rest.
func schemaStep(r *change.Result) change.GoLevel {
	step := change.GoNone
	for i := range r.Changes {
		switch l := r.Changes[i].Level(false); {
		case l == change.Break:
			return change.GoMajor
		case l > change.None:
			step = change.GoMinor
		default:
			step = max(step, change.GoPatch)
		}
	}
	return step
}
