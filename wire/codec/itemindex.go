package codec

import (
	"math/bits"
	"sync/atomic"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// itemIndex finds an item type by the name of its element.
type itemIndex struct {
	keys []uint64 // the first bytes of names, as in a nameKey
	// heads has 1 + an index of keys where the hash of the name says, or in the next place that was free; 0 for none. It is
	// at most half full.
	heads []uint16
	shift int
}

// names returns the index of g.Types, which is made when it is first needed.
func (g *Items) names() *itemIndex {
	if x := (*itemIndex)(atomic.LoadPointer(&g.index)); x != nil {
		return x
	}
	size := bits.Len(uint(2*len(g.Types) + 1))
	x := &itemIndex{keys: make([]uint64, len(g.Types)), heads: make([]uint16, 1<<size), shift: 64 - size}
	for i, t := range g.Types {
		x.keys[i], _ = startOf(t.Name.Local)
		at := x.hash(x.keys[i])
		for x.heads[at] != 0 {
			at = (at + 1) % len(x.heads)
		}
		x.heads[at] = uint16(i + 1)
	}
	atomic.StorePointer(&g.index, unsafe.Pointer(x))
	return x
}

// hash returns where the search for a name begins.
func (x *itemIndex) hash(start uint64) int {
	const spread = 0x9E3779B97F4A7C15 // 2^64 over the golden ratio
	return int(start * spread >> x.shift)
}

// find returns the index of the type of the element with the expanded name, or in unqualified form with the local name, -1
// for none.
func (g *Items) find(space string, local []byte, bare bool) int {
	var b [8]byte
	if n := copy(b[:], local); n < len(b) {
		b[n] = '>'
	}
	return g.search(chars.Word(b[:], 0), space, local, bare)
}

// quick returns the index of the type whose element starts with rest, which is behind the prefix of its start tag and at
// least eight bytes.
func (g *Items) quick(rest []byte, h *hotName) int {
	start, n := endOfName(chars.Word(rest, 0)), 0
	if end := firstOf(start, '>'); end != 0 {
		n = bits.TrailingZeros64(end) >> 3
		start &= 1<<(8*n+8) - 1
	} else if n = endOfLong(rest[:min(len(rest), longestQuick)]); n < 0 {
		return -1
	}
	return g.search(start, h.uri(), rest[:n], h.any)
}

// endOfLong returns the end of the name that b begins with, which has at least eight bytes, or -1.
func endOfLong(b []byte) int {
	for i := 8; i < len(b); i++ {
		if b[i] == '>' || b[i] == ' ' {
			return i
		}
	}
	return -1
}

// longestQuick is the length of the names that quick looks for.
const longestQuick = 64

// search is find for a name of which the key is known.
func (g *Items) search(start uint64, space string, local []byte, bare bool) int {
	x := g.names()
	for at := x.hash(start); ; at++ {
		head := x.heads[at&(len(x.heads)-1)]
		if head == 0 {
			return -1
		}
		i := int(head) - 1
		if x.keys[i] != start {
			continue
		}
		if n := &g.Types[i].Name; n.Local == string(local) && (bare || n.URI() == space) {
			return i
		}
	}
}
