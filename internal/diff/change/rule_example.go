package change

import (
	"embed"
	"strings"

	"golang.org/x/tools/txtar"
)

// pairs are the schemas that show each rule: the tests hold them against what
// is found, so that an example is never wrong.
//
//go:embed testdata/*.txtar
var pairs embed.FS

// Example shows a rule in two schemas.
type Example struct {
	// Title is a sentence on what the author of the new version did.
	Title string
	// Before and After are the lines of the old and the new schema that
	// differ, with the lines around them.
	Before, After string
	// Old and New are the whole schemas.
	Old, New string
}

// Example returns the example of the rule with that ID; ok is false if
// there is no such rule.
func (r Rule) Example() (e Example, ok bool) {
	data, err := pairs.ReadFile("testdata/" + string(r.ID) + ".txtar")
	if err != nil {
		return Example{}, false
	}
	a := txtar.Parse(data)
	e.Title = strings.TrimSpace(string(a.Comment))
	for _, f := range a.Files {
		switch f.Name {
		case "old.xsd":
			e.Old = string(f.Data)
		case "new.xsd":
			e.New = string(f.Data)
		}
	}
	e.Before, e.After = differingLines(e.Old, e.New)
	return e, true
}

// differingLines returns the lines in which two texts differ, with one line
// before and after, less what all of them are indented by.
func differingLines(old, now string) (before, after string) {
	a, b := strings.Split(strings.TrimRight(old, "\n"), "\n"), strings.Split(strings.TrimRight(now, "\n"), "\n")
	start, end := 0, 0
	for start < min(len(a), len(b)) && a[start] == b[start] {
		start++
	}
	for end < min(len(a), len(b))-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	start, end = max(start-1, 0), max(end-1, 0)
	return outdent(a[start : len(a)-end]), outdent(b[start : len(b)-end])
}

func outdent(lines []string) string {
	depth := -1
	for _, l := range lines {
		if n := len(l) - len(strings.TrimLeft(l, " ")); l != "" && (depth < 0 || n < depth) {
			depth = n
		}
	}
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l[min(max(depth, 0), len(l)):] + "\n")
	}
	return b.String()
}

// Advice says what to do about a change of the rule; "" where nothing is to be
// done.
func (r Rule) Advice() string {
	s := r.Severity
	var parts []string
	switch s.Request {
	case Break:
		parts = append(parts, "Change the clients that send it before the new version is live; captured requests (--usage) tell which.")
	case Risk:
		parts = append(parts, "Ask what the server does with the request: the schema does not say.")
	}
	switch {
	case s.Response == Break:
		parts = append(parts, "Update the clients that read it first, and let them take both forms while servers change over.")
	case s.Response == Risk:
		parts = append(parts, readerAdvice[r.Reason])
	case s.Strict == Break:
		parts = append(parts, "Readers that validate need the new schema first; others may go on.")
	}
	if s.Go == GoMajor {
		parts = append(parts, "Code that names the generated type or field has to follow.")
	}
	return strings.Join(parts, " ")
}

// readerAdvice says what readers can do about a risk.
var readerAdvice = map[Reason]string{
	ServerBehaviour:  "Ask what the server means by a value that is left out.",
	ExhaustiveSwitch: "Give every switch over the known cases a default branch.",
	DataLoss:         "Look for readers that use the value, and for what replaces it.",
	ClientStorage:    "Check the columns and buffers that hold the value.",
	Unproven:         "Look at both schemas: no proof was found either way.",
}
