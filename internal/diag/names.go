package diag

import (
	"slices"
	"strings"
)

// Names finds among many names those that may be like another one, without
// looking at each.
type Names struct {
	list   []string
	byPart map[string][]int32
}

// Up to so many names, all of them may be like another one; of more than that
// those are looked at that share its rarest parts, as many as maxLooks.
const (
	fewNames = 256
	maxLooks = 512
)

// NewNames returns an index of names, whose places in the list stand for them.
func NewNames(list []string) *Names {
	n := &Names{list: list}
	if len(list) <= fewNames {
		return n
	}
	n.byPart = map[string][]int32{}
	for i, name := range list {
		for _, part := range partsOf(name) {
			n.byPart[part] = append(n.byPart[part], int32(i))
		}
	}
	return n
}

// partsOf returns the runs of three bytes of a name, whatever their case, with
// its beginning and its end marked.
func partsOf(name string) []string {
	const mark = "\x00"
	name = mark + strings.ToLower(name) + mark
	var parts []string
	for i := range max(len(name)-2, 0) {
		parts = append(parts, name[i:i+3])
	}
	slices.Sort(parts)
	return slices.Compact(parts)
}

// Like returns the places of the names that may be like another one, in order.
// What is wanted is asked of each, and others are not counted.
func (n *Names) Like(name string, wanted func(i int) bool) []int {
	var found []int
	if n.byPart == nil {
		for i := range n.list {
			if wanted(i) {
				found = append(found, i)
			}
		}
		return found
	}
	var lists [][]int32
	for _, part := range partsOf(name) {
		if l := n.byPart[part]; l != nil {
			lists = append(lists, l)
		}
	}
	slices.SortStableFunc(lists, func(a, b []int32) int { return len(a) - len(b) })
	looks := 0
	for _, list := range lists {
		for _, i := range list {
			if looks++; looks > maxLooks {
				break
			}
			if wanted(int(i)) {
				found = append(found, int(i))
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// Nearest is [Nearest] among the names.
func (n *Names) Nearest(name string) string {
	var candidates []string
	for _, i := range n.Like(name, func(int) bool { return true }) {
		candidates = append(candidates, n.list[i])
	}
	return Nearest(name, candidates)
}
