// Package report prints the outcome of a comparison: as text for a terminal,
// as markdown for the comment on a pull request, as JSON for programs.
//
// It owns the forms and nothing else: what has changed and what that means is
// for package diff, and which changes are shown is for a [diff.Filter]. The
// same result always gives the same bytes.
//
//	shown, err := diff.Filter{Level: diff.Info}.Apply(diff.Compare(old, new, diff.Options{}))
//	err = report.Write(os.Stdout, "text", shown, report.Options{Color: true})
//	fmt.Fprintln(os.Stderr, report.Summary(shown, false))
package report
