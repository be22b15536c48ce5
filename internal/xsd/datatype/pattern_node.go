package datatype

import "math"

// op is what a node of a regular expression does.
type op uint8

const (
	opEmpty  op = iota // matches the empty text
	opSet              // matches a character of a set
	opConcat           // matches its parts one after the other
	opChoice           // matches one of its parts
	opRepeat           // matches its only part from min to max times
)

// unlimited stands for a max that is not there. No text in memory is longer,
// so that a greater number in a pattern means the same.
const unlimited = math.MaxInt32

// node is a regular expression. It is made by the functions below alone, which
// bring it into simpler forms that match the same, and never changed.
type node struct {
	op       op
	set      runeSet
	parts    []*node
	min, max int
	nullable bool
	// size is about the number of states, at most just beyond maxProgram.
	size int
}

var emptyNode = &node{op: opEmpty, nullable: true}

func newSet(set runeSet) *node { return &node{op: opSet, set: set, size: 1} }

func newConcat(parts []*node) *node {
	n := &node{op: opConcat, nullable: true}
	for _, p := range parts {
		if p.op == opEmpty {
			continue
		}
		n.parts = append(n.parts, p)
		n.nullable = n.nullable && p.nullable
		n.size = min(n.size+p.size, maxProgram+1)
	}
	switch len(n.parts) {
	case 0:
		return emptyNode
	case 1:
		return n.parts[0]
	}
	return n
}

// newChoice makes one set of all branches that are sets, and something
// optional of a choice with an empty branch.
func newChoice(branches []*node) *node {
	n := &node{op: opChoice, size: 1}
	var ranges []runeRange
	sets, empty := 0, false
	for _, b := range branches {
		switch b.op {
		case opEmpty:
			empty = true
			continue
		case opSet:
			ranges = append(ranges, b.set...)
			sets++
			continue
		}
		n.add(b)
	}
	if sets > 0 {
		n.add(newSet(makeRuneSet(ranges...)))
	}
	return n.settle(empty)
}

func (n *node) add(part *node) {
	n.parts = append(n.parts, part)
	n.nullable = n.nullable || part.nullable
	n.size = min(n.size+1+part.size, maxProgram+1)
}

func (n *node) settle(optional bool) *node {
	switch len(n.parts) {
	case 0:
		return emptyNode
	case 1:
		n = n.parts[0]
	}
	if optional {
		return newRepeat(n, 0, 1)
	}
	return n
}

// newRepeat knows that (x{a,b}){c,d} is x{ac,bd} where no number between is
// left out.
func newRepeat(body *node, least, most int) *node {
	if body.nullable {
		least = 0
	}
	if body.op == opRepeat && joins(body.min, body.max, least) {
		least, most = times(body.min, least), times(body.max, most)
		body = body.parts[0]
	}
	switch {
	case most == 0, body.op == opEmpty, body.isNever() && least == 0:
		return emptyNode
	case least == 1 && most == 1, body.isNever():
		return body
	}
	n := &node{op: opRepeat, parts: []*node{body}, min: least, max: most}
	n.nullable = least == 0
	n.size = n.repeatedSize(body)
	return n
}

// isNever tells a set without characters, such as [a-[a]].
func (n *node) isNever() bool { return n.op == opSet && len(n.set) == 0 }

// joins reports whether a to b, repeated c times, c+1 times and so on, leaves
// no gap.
func joins(a, b, c int) bool {
	return a <= 1 || b == unlimited && c > 0 || int64(c)*int64(b-a) >= int64(a-1)
}

func times(a, b int) int {
	switch {
	case a == 0 || b == 0:
		return 0
	case a > unlimited/b:
		return unlimited
	}
	return a * b
}

// repeatedSize foresees what compile does: a repeated set is one instruction,
// but matching can be at as many places in it as it has to read, if seldom.
// Anything else is copied.
func (n *node) repeatedSize(body *node) int {
	if body.op == opSet {
		return min(n.min/4, maxProgram) + 1
	}
	copies := n.max
	if n.max == unlimited {
		copies = max(n.min, 1)
	}
	if copies > maxProgram {
		return maxProgram + 1
	}
	return int(min(int64(copies)*int64(body.size+1), maxProgram+1))
}
