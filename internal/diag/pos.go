package diag

import (
	"cmp"
	"strconv"
)

// Pos is a place in a document. Line and Col count from 1, Col in characters;
// zero means that the line or column is not known.
type Pos struct {
	File string // as the user gave it, with "/" between elements
	Line int
	Col  int
}

// IsValid reports whether the position names at least a line.
func (p Pos) IsValid() bool { return p.Line > 0 }

// String returns file:line:col, leaving out what is not known.
func (p Pos) String() string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
		if p.Col > 0 {
			s += ":" + strconv.Itoa(p.Col)
		}
	}
	return s
}

// Compare orders positions by file, line and column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(
		cmp.Compare(p.File, q.File),
		cmp.Compare(p.Line, q.Line),
		cmp.Compare(p.Col, q.Col),
	)
}
