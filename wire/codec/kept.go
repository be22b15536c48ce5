package codec

import (
	"slices"

	"github.com/wbxgen/wbxgen/wire"
)

// wasBlank reports whether the name was there with white space that is no default.
func wasBlank(x *wire.Extra, n *wire.Name) bool {
	return x != nil && slices.ContainsFunc(x.Codec().P.Blank, func(o *wire.Name) bool { return sameName(n, o) })
}

func sameName(n, o *wire.Name) bool { return n == o || n.Local == o.Local && n.URI() == o.URI() }

// empties returns how often the name was there without a value.
func empties(x *wire.Extra, n *wire.Name) int {
	count := 0
	for _, e := range x.Codec().P.Empty {
		if e == n || x.Codec().P.Foreign && sameName(e, n) {
			count++
		}
	}
	return count
}
