package codec

import (
	"slices"
	"strings"

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

// leafIndex finds what an Extra keeps of leaves, of which it may have as many as the document has.
type leafIndex struct {
	of     *wire.Extra
	types  map[leafKey]int // into the Leaves
	filled map[leafKey]bool
}

// leafKey is a leaf by its name and how many of the name come before it, and the default that it stands for.
type leafKey struct {
	expanded
	run  int
	text string
}

func leafKeyOf(n *Name, run int, text string) leafKey {
	return leafKey{expanded{n.URI(), n.Local}, run, text}
}

// keptLeaves returns the index of what is kept of the leaves of the innermost object.
func (e *Encoder) keptLeaves() *leafIndex {
	x := &e.top().index
	if x.of == e.kept {
		return x
	}
	p := e.kept.Codec().P
	*x = leafIndex{e.kept, make(map[leafKey]int, len(p.Leaves)), make(map[leafKey]bool, len(p.Filled))}
	for i, l := range slices.Backward(p.Leaves) { // the first of several counts
		x.types[leafKeyOf(l.Name, l.Run, "")] = i
	}
	for _, f := range p.Filled {
		x.filled[leafKeyOf(f.Name, f.Run, f.Text)] = true
	}
	return x
}

// isFilledBy is isFilled for names, whatever prefixes they are written with.
func isFilledBy(e *Encoder, n *Name, v ...wire.QName) bool {
	if e.kept == nil || e.kept.Codec().P.Filled == nil {
		return false
	}
	words := make([]string, len(v))
	for i, q := range v {
		words[i] = q.String()
	}
	return e.isFilled(n, strings.Join(words, " "))
}

// isFilled reports whether the document had the leaf that comes next empty, and the text is the default that it stands for.
// Then it is written empty again.
func (e *Encoder) isFilled(n *Name, text string) bool {
	if e.kept == nil || e.kept.Codec().P.Filled == nil {
		return false
	}
	return e.keptLeaves().filled[leafKeyOf(n, e.top().leaves.next(n), text)]
}
