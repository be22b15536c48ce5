package content

import (
	"cmp"
	"slices"
)

// ahead are the steps that several ways through a model can take, by the leaf
// that they lead to: all letters are tried from one state, and in a long model
// each of them fits few of its leaves.
type ahead struct {
	model   *Model
	from    *ways
	moves   []move
	first   []int32 // by state of a leaf: the number of a move, from 1
	last    []int32
	reached []*Place // the leaves that a move leads to
}

// move is a step of one of the ways.
type move struct {
	way  int
	step step
	next int32 // the number of the next one to the same leaf
}

// look finds the steps of some ways.
func (a *ahead) look(m *Model, from *ways) {
	for _, leaf := range a.reached {
		a.first[leaf.State], a.last[leaf.State] = 0, 0
	}
	a.model, a.from, a.moves, a.reached = m, from, a.moves[:0], a.reached[:0]
	if len(a.first) <= len(m.leaves) {
		a.first, a.last = make([]int32, len(m.leaves)+1), make([]int32, len(m.leaves)+1)
	}
	for i, at := range from.at {
		low, high := from.of(m, i)
		for s := range m.steps(at) {
			if m.open(at, low, high, s) {
				a.enter(move{way: i, step: s})
			}
		}
	}
}

func (a *ahead) enter(m move) {
	a.moves = append(a.moves, m)
	number, state := int32(len(a.moves)), m.step.leaf.State
	if a.first[state] == 0 {
		a.first[state], a.reached = number, append(a.reached, m.step.leaf)
	} else {
		a.moves[a.last[state]-1].next = number
	}
	a.last[state] = number
}

// take adds to next where the steps to the given leaves lead. It is false where
// those are more than are kept.
func (a *ahead) take(leaves []*Place, next *ways) bool {
	var numbers []int32
	for _, leaf := range leaves {
		for n := a.first[leaf.State]; n != 0; n = a.moves[n-1].next {
			numbers = append(numbers, n)
		}
	}
	slices.SortFunc(numbers, cmp.Compare[int32])
	for _, n := range numbers {
		m := &a.moves[n-1]
		low, high := a.from.of(a.model, m.way)
		next.take(a.model, low, high, m.step)
		if len(next.at) > maxWays {
			return false
		}
	}
	return true
}
