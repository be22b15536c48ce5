package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// Options say how a result is printed.
type Options struct {
	// Color paints levels with the escape codes of terminals, in text only.
	Color bool
	// Strict lets the level for strict readers count in headlines.
	Strict bool
	// MaxPerChange is how many operations or roots are listed for a change; 0 is
	// all.
	MaxPerChange int
	// MaxBytes is the longest report. Beyond it the changes that matter least
	// are left out, which the report says; 0 is no limit.
	MaxBytes int
	// WithoutGo leaves out what is said of Go code.
	WithoutGo bool
	// Link is a template of addresses of source lines; see [Options.address].
	Link string
	// Read returns a document as [change.Value] names it, for excerpts; nil
	// leaves them out.
	Read func(file string) ([]byte, error)
	// ToolVersion is the version of the program, for the formats that name the
	// tool that a log is from.
	ToolVersion string
	// Sides are the arguments that name the two schemas on the command line; the
	// labels stand for them where they are not known.
	Sides [2]string
	// Chain adds the matrix of its versions to HTML; nil for none.
	Chain *change.Chain

	// first is how many changes are shown, 0 for all, and brief leaves all out but
	// what has changed; see limited.
	first int
	brief bool
}

// writer prints a result in one format.
type writer func(io.Writer, *change.Result, Options) error

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
func Write(w io.Writer, format string, r *change.Result, o Options) error {
	write, ok := writers[format]
	if !ok {
		return fmt.Errorf("format %q is none of %s", format, strings.Join(Formats(), ", "))
	}
	return limited(w, r, o, write)
}

// semantic returns a version without its v, "" where it is none.
func semantic(version string) string {
	if rest, ok := strings.CutPrefix(version, "v"); ok {
		return rest
	}
	return ""
}

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
	line += plural(s.Changes, "change")
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
		failOn, plural(len(refused), "change"), strings.Join(named, ", "))
}

// maxRefused bounds the changes that [Refusal] names.
const maxRefused = 3

// nothing says why there is nothing to show.
func nothing(r *change.Result, s change.Summary) string {
	switch {
	case s.Hidden > 0:
		return "no changes to show; " + plural(s.Hidden, "change") + " not shown"
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

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// DefaultMaxBytes and DefaultMaxPerChange are the limits that reports have unless
// others are asked for.
const (
	DefaultMaxBytes     = 2_000_000
	DefaultMaxPerChange = 20
)

// ambiguous returns the names of operations that several services have.
func ambiguous(r *change.Result) map[string]bool {
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
