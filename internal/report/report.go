package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff"
)

// Options say how a result is printed.
type Options struct {
	// Color paints levels with the escape codes of terminals, in text only.
	Color bool
	// Strict lets the level for strict readers count in headlines.
	Strict bool
	// MaxPerChange is how many operations are listed for a change; 0 is all.
	MaxPerChange int
	// MaxBytes is the length from which on markdown tells only how many
	// changes are left; 0 is no limit.
	MaxBytes int
	// Read returns a document as [diff.Value] names it, for excerpts; nil
	// leaves them out.
	Read func(file string) ([]byte, error)
	// Chain adds the matrix of its versions to HTML; nil for none.
	Chain *diff.Chain
}

// writer prints a result in one format.
type writer func(io.Writer, *diff.Result, Options) error

var writers = map[string]writer{
	"text":     Text,
	"markdown": Markdown,
	"json":     JSON,
	"html":     HTML,
	"sarif":    SARIF,
	"junit":    JUnit,
	"github":   GitHub,
}

// Formats returns the names of the formats that [Write] knows.
func Formats() []string {
	return []string{"text", "markdown", "html", "json", "sarif", "junit", "github"}
}

// Write prints a result in the format with that name.
func Write(w io.Writer, format string, r *diff.Result, o Options) error {
	write, ok := writers[format]
	if !ok {
		return fmt.Errorf("format %q is none of %s", format, strings.Join(Formats(), ", "))
	}
	return write(w, r, o)
}

// Summary returns one line that says what a result amounts to.
func Summary(r *diff.Result, strict bool) string {
	s := r.Summary(strict)
	head := r.Old.Label + " -> " + r.New.Label + ": "
	if s.Changes == 0 {
		return head + nothing(r, s)
	}
	line := head + plural(s.Changes, "change")
	if len(r.Operations) > 0 {
		line += " in " + plural(s.Touched, "operation")
	}
	line += " (" + levels(s) + ")"
	if len(r.Operations) > 0 {
		line += fmt.Sprintf("; %s untouched", plural(s.Untouched, "operation"))
	}
	if s.Hidden > 0 {
		line += fmt.Sprintf("; %d not shown", s.Hidden)
	}
	return line + "; Go API: " + s.Go.String()
}

// nothing says why there is nothing to show.
func nothing(r *diff.Result, s diff.Summary) string {
	switch {
	case s.Hidden > 0:
		return "no changes to show; " + plural(s.Hidden, "change") + " not shown"
	case r.Identical():
		return "no changes; the components are the same"
	}
	return "no changes"
}

func levels(s diff.Summary) string {
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

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// ambiguous returns the names of operations that several services have.
func ambiguous(r *diff.Result) map[string]bool {
	count := map[string]int{}
	for _, o := range r.Operations {
		count[o.Operation]++
	}
	twice := map[string]bool{}
	for name, n := range count {
		if n > 1 {
			twice[name] = true
		}
	}
	return twice
}
