package cli

import (
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/wbxgen/wbxgen/internal/terminal"
)

// prepare takes the flags of all commands over.
func (a *app) prepare() error {
	if err := oneOf("color", a.color, terminal.Choices...); err != nil {
		return err
	}
	switch {
	case a.quiet && a.verbose:
		return errors.New("--quiet and --verbose exclude each other")
	case a.quiet:
		a.info = io.Discard
	case a.verbose:
		a.log = slog.New(slog.NewTextHandler(a.stderr, &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: withoutTime}))
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
func (a *app) printDiagnostics(w io.Writer, text string) {
	if terminal.Colors(w, a.color) {
		text = terminal.Diagnostics(text)
	}
	fmt.Fprintln(w, text)
}

// progress returns the line that says how far long work is, which is nil where
// nobody looks.
func (a *app) progress(count func(int64) string) *terminal.Progress {
	if a.quiet {
		return nil
	}
	return terminal.NewProgress(a.stderr, count)
}
