package codec

import (
	"slices"

	"github.com/wbxgen/wbxgen/wire"
)

// wasBlank reports whether the name was there with white space that is no default.
func wasBlank(x *wire.Extra, n *Name) bool {
	return x != nil && slices.ContainsFunc(x.Codec().P.Blank, func(o *Name) bool { return sameName(n, o) })
}

// empties returns how often the name was there without a value.
func empties(x *wire.Extra, n *Name) int {
	count := 0
	for _, e := range x.Codec().P.Empty {
		if e == n || x.Codec().P.Foreign && sameName(e, n) {
			count++
		}
	}
	return count
}

// isFilled reports whether the document had the leaf that comes next empty, and the text is the default that it stands for.
// Then it is written empty again.
func (e *Encoder) isFilled(n *Name, text string) bool {
	if e.kept == nil || e.kept.Codec().P.Filled == nil {
		return false
	}
	count := 0
	for _, before := range e.top().leaves {
		if sameName(before, n) {
			count++
		}
	}
	for _, f := range e.kept.Codec().P.Filled {
		if f.Run == count && f.Text == text && sameName(f.Name, n) {
			return true
		}
	}
	return false
}
