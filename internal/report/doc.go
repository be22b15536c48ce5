// Package report prints the outcome of a comparison: as text for a terminal,
// as markdown for the comment on a pull request, as a page of HTML, as JSON and
// SARIF for programs, as a JUnit report and as annotations for CI. It also
// prints changelogs, migration notes and the pages on rules.
//
// It owns the forms and nothing else: what has changed and what that means is
// for package diff, and which changes are shown is for a change.Filter. The
// same result always gives the same bytes.
//
//	shown, err := change.Filter{Level: change.Info}.Apply(project.Compare(old, new, diff.Options{}))
//	err = report.Write(os.Stdout, "text", shown, report.Options{Color: true})
//	fmt.Fprintln(os.Stderr, report.Summary(shown, report.Options{}))
package report
