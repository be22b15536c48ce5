package cli

import (
	"fmt"
	"io"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/terminal"
)

// printError prints an error in the one text form.
func (env *environment) printError(err error) {
	if list, ok := diag.FromError(err); ok {
		env.printDiagnostics(env.stderr, list.WithRemedies(withFlag).Brief(mostProblems, "wbxgen check shows them"))
		return
	}
	env.printDiagnostics(env.stderr, "error: "+inFlags(err).Error())
}

// printDiagnostics prints diagnostics, in colours where they can be seen.
func (env *environment) printDiagnostics(w io.Writer, text string) {
	if terminal.Colors(w, env.color) {
		text = terminal.Diagnostics(text)
	}
	fmt.Fprintln(w, text)
}

// progress returns the line that says how far long work is, which is nil where
// nobody looks.
func (env *environment) progress(count func(int64) string) *terminal.Progress {
	if env.quiet {
		return nil
	}
	return terminal.NewProgress(env.stderr, count)
}

// printNotes prints what is worth knowing but no error.
func (env *environment) printNotes(notes *diag.List) {
	var shown diag.List
	for _, d := range notes.WithRemedies(withFlag).Sorted() {
		if !env.quiet || d.Severity > diag.Note {
			shown.Add(d)
		}
	}
	if shown.Len() > 0 {
		env.printDiagnostics(env.stderr, shown.Brief(mostProblems, "wbxgen check shows them"))
	}
}

// mostProblems is how many problems of a schema are printed unless a flag says
// otherwise.
const mostProblems = 50

// printNoCode says that there is no Go code of a version, and why.
func (env *environment) printNoCode(none *project.NoCodeError) {
	if none != nil {
		fmt.Fprintf(env.stderr, "%v\nwarning: %v to compare; its levels are those of the rules\n", none.Err, none)
	}
}
