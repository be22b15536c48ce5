package codec

import "github.com/wbxgen/wbxgen/wire/internal/chars"

// nameKey is what of an entry is asked for each child: a table is searched without a look at its entries. Most names that
// differ do so in their first bytes.
type nameKey struct {
	// start is the raw local name with the '>' behind it, as far as a word holds them, and mask says how far that is. The
	// key of a group of items fits all names.
	start, mask uint64
	size        int    // bytes of the local name
	last        uint64 // its last eight bytes, where it has more than that
	middle      string // those between start and last
	space       *Namespace
	odd         bool // the entry is one of items or one of several of its name, or its index is high: see [Decoder.quickOther]
	again       bool // the element can come more than once
}

// keyOf returns the key of a name.
func keyOf(n *Name) nameKey {
	local := n.Local
	k := nameKey{size: len(local), space: n.Space}
	k.start, k.mask = startOf(local)
	if len(local) > 8 {
		k.last, k.middle = chars.Word([]byte(local), len(local)-8), local[8:max(len(local)-8, 8)]
	}
	return k
}

// startOf returns the start of a key.
func startOf(local string) (start, mask uint64) {
	var b [8]byte
	n := copy(b[:], local+">")
	return chars.Word(b[:], 0), 1<<(8*n) - 1 // all bits for a long name
}

// endOfName returns the word at the start of a name with a '>' behind the name, where a space was, behind which attributes are.
func endOfName(w uint64) uint64 {
	space := firstOf(w, ' ')
	if space == 0 || firstOf(w, '>')&(space&-space-1) != 0 {
		return w
	}
	at := space & -space >> 7 // the lowest bit of the first space
	return w ^ at*(' '^'>')
}

// firstOf returns a word whose lowest set bit is the high bit of the first byte of w that is c, 0 where there is none.
func firstOf(w uint64, c byte) uint64 {
	x := w ^ uint64(c)*chars.Low7
	return (x - chars.Low7) &^ x & (0x80 * chars.Low7)
}

// ends reports whether b[at:end], which has the key's size and start, is the key's name.
func (k *nameKey) ends(b []byte, at, end int) bool {
	return k.size <= 8 || chars.WordAt(b, end-8) == k.last && (k.size <= 16 || string(b[at+8:end-8]) == k.middle)
}
