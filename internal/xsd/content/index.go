package content

import (
	"slices"
	"sync"
)

// long is the number of members or leaves from which on they are found by an
// index, which is made when it is first asked for. Tests lower it.
var long = 64

// near is how many members of a long sequence are looked at before its index is
// asked: most elements come soon after the one before.
const near = 4

// sequenceIndex finds the members of a long sequence by the names that start
// them.
type sequenceIndex struct {
	once sync.Once
	// starts has the members that an element of a name starts, wild those that
	// start with a wildcard, in order.
	starts map[Symbol][]int
	wild   []int
	// stop is, for each member, the first from there on that must not be left
	// out; their number where there is none.
	stop []int
}

func (x *sequenceIndex) of(children []*Place) *sequenceIndex {
	x.once.Do(func() {
		x.starts, x.stop = map[Symbol][]int{}, make([]int, len(children)+1)
		x.stop[len(children)] = len(children)
		for i, c := range slices.Backward(children) {
			if x.stop[i] = i; c.nullable {
				x.stop[i] = x.stop[i+1]
			}
		}
		for i, c := range children {
			c.starts(func(leaf *Place) { x.enter(leaf, i) })
		}
	})
	return x
}

func (x *sequenceIndex) enter(leaf *Place, i int) {
	if leaf.Kind == Wildcard {
		x.wild = appendOnce(x.wild, i)
		return
	}
	for s := range leaf.symbols() {
		x.starts[s] = appendOnce(x.starts[s], i)
	}
}

func appendOnce(list []int, i int) []int {
	if len(list) > 0 && list[len(list)-1] == i {
		return list
	}
	return append(list, i)
}

// enterLong is [Place.enter] for what is left of a long sequence from a member
// on; passed is set where all of that may be left out.
func (p *Place) enterLong(from int, s Symbol, space string) (leaf *Place, passed bool) {
	x := p.index.of(p.children)
	named, wild := after(x.starts[s], from), after(x.wild, from)
	for last := x.stop[from]; ; {
		i := len(p.children)
		if len(named) > 0 {
			i = named[0]
		}
		if len(wild) > 0 && wild[0] <= i {
			i, wild = wild[0], wild[1:]
		} else if len(named) > 0 {
			named = named[1:]
		}
		if i > last || i == len(p.children) {
			return nil, last == len(p.children)
		}
		if leaf := p.children[i].enter(s, space); leaf != nil {
			return leaf, false
		}
	}
}

// after returns the end of a rising list from a number on.
func after(list []int, from int) []int {
	i, _ := slices.BinarySearch(list, from)
	return list[i:]
}

// leafIndex finds the element leaves of a long model by the names that they
// match.
type leafIndex struct {
	once sync.Once
	of   map[Symbol][]*Place
}

// named returns the element leaves that match a name, in the order of the model.
func (m *Model) named(s Symbol) []*Place {
	if len(m.leaves) <= long {
		var list []*Place
		for _, leaf := range m.leaves {
			if leaf.Kind == Element && leaf.Matches(s, "") {
				list = append(list, leaf)
			}
		}
		return list
	}
	m.index.once.Do(func() {
		m.index.of = map[Symbol][]*Place{}
		for _, leaf := range m.leaves {
			if leaf.Kind != Element {
				continue
			}
			for s := range leaf.symbols() {
				m.index.of[s] = append(m.index.of[s], leaf)
			}
		}
	})
	return m.index.of[s]
}

// Has reports whether an element with that name is a leaf of the model by its
// name, wildcards aside.
func (m *Model) Has(s Symbol) bool { return s != Unknown && len(m.named(s)) > 0 }
