package cli

import (
	"errors"
	"io"
	"log/slog"

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
