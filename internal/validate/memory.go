package validate

import "github.com/wbxgen/wbxgen/wire/xmltext"

// entryBytes is about what an entry of a table takes besides its texts.
const entryBytes = 128

// account is how many bytes the tables of a document take, about.
type account struct{ claimed, limit int64 }

// claim takes note that a table has grown by that many bytes. Where that is
// too much the validation ends.
func (a *account) claim(out *reporter, at xmltext.Pos, n int) {
	if a.claimed += int64(n); a.claimed > a.limit {
		out.fatal(at, codeLimit, "the IDs and keys that have to be remembered take more than %d bytes", a.limit)
	}
}

// emptied returns the memory of a slice, unless an unusual document has made
// it large.
func emptied[T any](s []T) []T {
	const large = 1 << 16
	clear(s[:cap(s)])
	if cap(s) > large {
		return nil
	}
	return s[:0]
}
