package terminal

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"
)

// Is reports whether what is written goes to a terminal.
func Is(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Choices are what a user can say about colours.
var Choices = []string{"auto", "always", "never"}

// Colors reports whether what is written gets colours: always and never say it;
// else on a terminal that knows them (TERM is not dumb), unless NO_COLOR is set
// to anything.
func Colors(w io.Writer, choice string) bool {
	switch choice {
	case "always":
		return true
	case "never":
		return false
	}
	return os.Getenv("NO_COLOR") == "" && !isDumb() && Is(w)
}

// isDumb reports whether the terminal knows no more than characters.
func isDumb() bool { return os.Getenv("TERM") == "dumb" }

// DefaultWidth is how many columns a window is taken to have that does not say.
const DefaultWidth = 80

// Width returns how many columns the window has that is written to: what
// COLUMNS says, else what the terminal does.
func Width(w io.Writer) int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n >= 40 {
		return n
	}
	if f, ok := w.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n >= 40 {
			return n
		}
	}
	return DefaultWidth
}
