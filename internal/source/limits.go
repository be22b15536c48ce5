package source

import "github.com/wbxgen/wbxgen/internal/diag"

// Limits bound what is read from a directory or an archive.
type Limits struct {
	Bytes   int64 // of all files together, unpacked
	Entries int   // files and folders
	Ratio   int64 // unpacked to packed size of one archive entry
}

// DefaultLimits are 256 MiB, 10,000 entries and 100:1.
var DefaultLimits = Limits{Bytes: 256 << 20, Entries: 10_000, Ratio: 100}

// ratioFloor is the unpacked size below which the ratio of an entry is not
// looked at: a small file of blanks packs better than any bomb.
const ratioFloor = 1 << 20

// orDefault replaces the limits that are not set.
func (l Limits) orDefault() Limits {
	if l.Bytes <= 0 {
		l.Bytes = DefaultLimits.Bytes
	}
	if l.Entries <= 0 {
		l.Entries = DefaultLimits.Entries
	}
	if l.Ratio <= 0 {
		l.Ratio = DefaultLimits.Ratio
	}
	return l
}

// The kinds of remedies for what is more than a limit lets pass, where it is
// meant: the limit of [Limits] to raise.
const (
	BytesRemedy   = "source-bytes"
	EntriesRemedy = "source-entries"
	RatioRemedy   = "source-ratio"
)

// tooMuch returns the error for what is more than a limit lets pass.
func tooMuch(file, remedy, format string, args ...any) error {
	var l diag.List
	l.Error(diag.Pos{File: file}, "wbxgen-limit", format, args...).Remedy = diag.Remedy{Kind: remedy}
	return l.Err()
}
