package report

import "github.com/wbxgen/wbxgen/internal/diff/change"

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
	// Folder is where the paths of files begin, from the top of the repository, in
	// the formats for services that show a report beside them.
	Folder string
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

// DefaultMaxBytes and DefaultMaxPerChange are the limits that reports have unless
// others are asked for.
const (
	DefaultMaxBytes     = 2_000_000
	DefaultMaxPerChange = 20
)
