package datatype

import (
	"slices"
	"sort"
	"unicode/utf8"
)

// alphabet divides the characters into classes, so that all characters of a
// class are in the same sets of a program: an automaton has an edge for a
// class where it would need a million for characters.
type alphabet struct {
	// starts has the first character of each interval, classes its class.
	starts  []rune
	classes []int32
	ascii   [utf8.RuneSelf]int32
	// samples has one character of each class, the lowest.
	samples []rune
}

// maxMerge bounds the work of finding intervals that can share a class.
const maxMerge = 1 << 22

func newAlphabet(sets []runeSet) *alphabet {
	a := &alphabet{starts: []rune{0}}
	for _, s := range sets {
		for _, r := range s {
			a.starts = append(a.starts, r.lo, r.hi+1)
		}
	}
	slices.Sort(a.starts)
	a.starts = slices.Compact(a.starts)
	a.classes = make([]int32, len(a.starts))
	if len(sets)*len(a.starts) <= maxMerge {
		a.refine(sets)
	} else {
		for i := range a.classes {
			a.classes[i] = int32(i)
		}
	}
	a.index()
	return a
}

// refine splits the one class of all characters at each set.
func (a *alphabet) refine(sets []runeSet) {
	classes := int32(1)
	for _, s := range sets {
		inside := map[int32]int32{} // the class of those of a class that are in s
		for _, r := range s {
			for i, _ := slices.BinarySearch(a.starts, r.lo); i < len(a.starts) && a.starts[i] <= r.hi; i++ {
				class, ok := inside[a.classes[i]]
				if !ok {
					class = classes
					classes++
					inside[a.classes[i]] = class
				}
				a.classes[i] = class
			}
		}
	}
}

// index numbers the classes by their first characters, without gaps.
func (a *alphabet) index() {
	number := map[int32]int32{}
	for i, class := range a.classes {
		n, ok := number[class]
		if !ok {
			n = int32(len(a.samples))
			number[class] = n
			a.samples = append(a.samples, a.starts[i])
		}
		a.classes[i] = n
	}
	for r := range a.ascii {
		a.ascii[r] = a.find(rune(r))
	}
}

func (a *alphabet) class(r rune) int32 {
	if r < utf8.RuneSelf {
		return a.ascii[r]
	}
	return a.find(r)
}

func (a *alphabet) find(r rune) int32 {
	return a.classes[sort.Search(len(a.starts), func(i int) bool { return a.starts[i] > r })-1]
}
