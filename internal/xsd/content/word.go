package content

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"
)

// word is a name as numbers: up to wordLen bytes all of it, of a longer one
// both ends.
type word struct {
	first, last uint64
	length      int
}

const wordLen = 16

// whole reports whether names with that word are the same.
func (w word) whole() bool { return w.length <= wordLen }

// wordOf reads the ends of a name, which overlap where it is short.
func wordOf(name []byte) word {
	switch n := len(name); {
	case n >= 8:
		return word{binary.LittleEndian.Uint64(name), binary.LittleEndian.Uint64(name[n-8:]), n}
	case n >= 4:
		return word{uint64(binary.LittleEndian.Uint32(name)), uint64(binary.LittleEndian.Uint32(name[n-4:])), n}
	case n > 0:
		return word{uint64(name[0]), uint64(name[n/2])<<8 | uint64(name[n-1]), n}
	}
	return word{}
}

// hasher hashes names, each one with seeds of its own, so that no schema can be
// written whose names meet.
type hasher struct {
	seed        maphash.Seed
	first, last uint64
}

func newHasher() hasher {
	seed := maphash.MakeSeed()
	return hasher{seed, maphash.String(seed, "first"), maphash.String(seed, "last")}
}

// of returns the hash of a name with that word.
func (h *hasher) of(w word, name []byte) int {
	if !w.whole() {
		return int(maphash.Bytes(h.seed, name))
	}
	high, low := bits.Mul64(w.first^h.first, w.last^h.last^uint64(w.length))
	return int(high ^ low)
}
