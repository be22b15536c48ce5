package content

import (
	"encoding/binary"
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Letter is an element as a content model sees it: a name, or, with Other set,
// every name of a namespace that neither of two models mentions.
type Letter struct {
	Name  xsd.QName
	Other bool
}

// String returns the name, * for the local part of the others.
func (l Letter) String() string {
	if l.Other {
		return "{" + l.Name.Space + "}*"
	}
	return l.Name.String()
}

// foreign is a namespace that no schema has: it stands for all those that
// neither model mentions.
const foreign = "\x00"

// letters are the elements that two models can tell apart. Those that the same
// leaves match are one class, with the first of them to show for it.
type letters struct {
	classes []class
	// of are the classes that a leaf matches, in order.
	of map[*Place][]int
}

type class struct {
	shown Letter
	leafs map[*Place]bool
	// of are the leaves by model.
	of [2][]*Place
}

// newLetters sorts the names of both models and of what their strict wildcards
// let in, then, where there are wildcards, the others by namespace.
func newLetters(a *Alphabet, models ...*Model) *letters {
	l := &letters{of: map[*Place][]int{}}
	elements, wild := map[Symbol][]*Place{}, []*Place{}
	side := map[*Place]uint64{}
	for i, m := range models {
		for _, leaf := range m.leaves {
			side[leaf] = uint64(i)
			if leaf.Kind == Wildcard {
				wild = append(wild, leaf)
			}
			for s := range leaf.symbols() {
				if leaf.Kind == Element {
					elements[s] = append(elements[s], leaf)
				}
			}
		}
	}
	known := map[string]bool{}
	for _, letter := range mentioned(a, models) {
		symbol := Unknown
		if !letter.Other {
			symbol = a.Of(letter.Name)
		}
		leafs := slices.Clip(elements[symbol])
		for _, leaf := range wild {
			if leaf.Matches(symbol, letter.Name.Space) {
				leafs = append(leafs, leaf)
			}
		}
		var key []byte
		for _, leaf := range leafs {
			key = binary.AppendUvarint(key, uint64(leaf.State)<<1|side[leaf])
		}
		if !known[string(key)] && leafs != nil {
			known[string(key)] = true
			l.add(letter, leafs, side)
		}
	}
	return l
}

func (l *letters) add(shown Letter, leafs []*Place, side map[*Place]uint64) {
	c := class{shown: shown, leafs: map[*Place]bool{}}
	for _, leaf := range leafs {
		c.leafs[leaf] = true
		c.of[side[leaf]] = append(c.of[side[leaf]], leaf)
		l.of[leaf] = append(l.of[leaf], len(l.classes))
	}
	l.classes = append(l.classes, c)
}

// mentioned returns the letters that could make a difference, in order.
func mentioned(a *Alphabet, models []*Model) []Letter {
	names, spaces, wild := map[Symbol]bool{}, map[string]bool{"": true, foreign: true}, false
	for _, m := range models {
		for _, leaf := range m.leaves {
			if leaf.Kind == Wildcard {
				wild = true
				for _, n := range leaf.allows.Names {
					spaces[n] = true
				}
			}
			for s := range leaf.symbols() {
				names[s], spaces[a.Name(s).Space] = true, true
			}
		}
	}
	var all []Letter
	for s := range names {
		all = append(all, Letter{Name: a.Name(s)})
	}
	slices.SortFunc(all, func(l, m Letter) int { return l.Name.Compare(m.Name) })
	named := len(all)
	for s := range spaces {
		if wild {
			all = append(all, Letter{xsd.QName{Space: s}, true})
		}
	}
	slices.SortFunc(all[named:], func(l, m Letter) int { return l.Name.Compare(m.Name) })
	return all
}

// symbols yields the names that a leaf mentions.
func (p *Place) symbols() func(yield func(Symbol) bool) {
	return func(yield func(Symbol) bool) {
		if p.Symbol != Unknown && !yield(p.Symbol) {
			return
		}
		for s := range p.members {
			if !yield(s) {
				return
			}
		}
		for s := range p.declared {
			if !yield(s) {
				return
			}
		}
	}
}
