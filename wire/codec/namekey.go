package codec

import (
	"sync/atomic"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// nameKey is how the raw local name of an entry begins, with the '>' behind it, as far as a word holds them. Most names that
// differ do so in it: a table is searched without a look at its entries. The key of a group of items fits all names.
type nameKey struct{ start, mask uint64 }

// names returns the keys of t.Elements, which are made when they are first needed.
func (t *Table) names() []nameKey {
	if p := (*[]nameKey)(atomic.LoadPointer(&t.keys)); p != nil {
		return *p
	}
	return t.makeNames()
}

func (t *Table) makeNames() []nameKey {
	keys := make([]nameKey, len(t.Elements))
	for i := range t.Elements {
		if e := &t.Elements[i]; e.Items == nil {
			keys[i] = keyOf(e.Name.Local)
		}
	}
	atomic.StorePointer(&t.keys, unsafe.Pointer(&keys))
	return keys
}

// keyOf returns the key of a local name.
func keyOf(local string) nameKey {
	var b [8]byte
	n := copy(b[:], local+">")
	return nameKey{start: chars.Word(b[:], 0), mask: 1<<(8*n) - 1} // all bits for a long name
}

// startsWith reports whether rest starts with the name and a '>', where it is known to fit the name's key.
func startsWith(rest []byte, local string) bool {
	n := len(local)
	return n < 8 || n < len(rest) && rest[n] == '>' && string(rest[8:n]) == local[8:]
}
