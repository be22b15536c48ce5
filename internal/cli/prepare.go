package cli

import (
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/terminal"
)

// prepare takes the flags of all commands over.
func (env *environment) prepare() error {
	if err := oneOf("color", env.color, terminal.Choices...); err != nil {
		return err
	}
	switch {
	case env.quiet && env.verbose:
		return errors.New("--quiet and --verbose exclude each other")
	case env.quiet:
		env.info = io.Discard
	case env.verbose:
		env.log = slog.New(slog.NewTextHandler(env.stderr, &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: withoutTime}))
	}
	return nil
}

// withoutTime leaves the time out of a log: what took how long is said where it
// matters.
func withoutTime(groups []string, at slog.Attr) slog.Attr {
	if len(groups) == 0 && at.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return at
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
	for _, d := range notes.Sorted() {
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
