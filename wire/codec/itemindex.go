package codec

import (
	"math/bits"
	"sync/atomic"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// itemIndex finds an item type by the name of its element.
type itemIndex struct {
	types []*itemType
	keys  []nameKey
	// heads has 1 + an index of keys where the hash of the name says, or in the next place that was free; 0 for none. It is
	// at most half full.
	heads []uint32
	shift int
}

// names returns the index of the types, which is made when it is first needed.
func (g *Items) names() *itemIndex {
	if x := (*itemIndex)(atomic.LoadPointer(&g.index)); x != nil {
		return x
	}
	types := g.itemTypes()
	size := bits.Len(uint(2*len(types) + 1))
	x := &itemIndex{types: types, keys: make([]nameKey, len(types)), heads: make([]uint32, 1<<size), shift: 64 - size}
	for i, t := range types {
		x.keys[i] = keyOf(&t.Name)
		at := x.hash(x.keys[i].start)
		for x.heads[at] != 0 {
			at = (at + 1) % len(x.heads)
		}
		x.heads[at] = uint32(i + 1)
	}
	atomic.CompareAndSwapPointer(&g.index, nil, unsafe.Pointer(x)) // names are told by their pointers
	return (*itemIndex)(atomic.LoadPointer(&g.index))
}

// types returns what is known of the elements.
func (g *Items) types() []*itemType { return g.names().types }

// hash returns where the search for a name begins.
func (x *itemIndex) hash(start uint64) int {
	const spread = 0x9E3779B97F4A7C15 // 2^64 over the golden ratio
	return int(start * spread >> x.shift)
}

// next returns the index of the next type whose key starts so, from a place of the search on, and where that goes on; -1 for none.
func (x *itemIndex) next(start uint64, at int) (i, next int) {
	for ; ; at++ {
		i := int(x.heads[at&(len(x.heads)-1)]) - 1
		if i < 0 || x.keys[i].start == start {
			return i, at + 1
		}
	}
}

// find returns the index of the type of the element with the expanded name, or in unqualified form with the local name, -1
// for none.
func (g *Items) find(space string, local []byte, bare bool) int {
	var b [8]byte
	if n := copy(b[:], local); n < len(b) {
		b[n] = '>'
	}
	x, start := g.names(), chars.Word(b[:], 0)
	for i, at := x.next(start, x.hash(start)); i >= 0; i, at = x.next(start, at) {
		if n := &x.types[i].Name; n.Local == string(local) && (bare || n.URI() == space) {
			return i
		}
	}
	return -1
}

// quick returns the index of the type whose element has the name at b[at], behind the prefix of its start tag; there are at
// least eight bytes.
func (g *Items) quick(b []byte, at int, h *hotName) int {
	x, start := g.names(), chars.WordAt(b, at)
	if ends := firstOf(start, '>') | firstOf(start, ' '); ends != 0 {
		end := ends & -ends >> 7 // the lowest bit of the byte behind the name
		start = start&(end-1) | end*'>'
	}
	for i, slot := x.next(start, x.hash(start)); i >= 0; i, slot = x.next(start, slot) {
		k := &x.keys[i]
		end := at + k.size
		if end < len(b) && (b[end] == '>' || b[end] == ' ') && (k.space == h.space || h.fits(k.space)) && k.ends(b, at, end) {
			return i
		}
	}
	return -1
}
