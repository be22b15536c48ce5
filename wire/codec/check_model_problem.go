package codec

import (
	"cmp"
	"fmt"
	"maps"
	"regexp/syntax"
	"slices"
	"strings"
)

// The first characters of names, and of sets of wildcards.
const (
	firstNameRune     rune = 0xF0000
	firstWildcardRune rune = 0x100000
)

// mismatch is children that an expression of a content model does not match.
type mismatch struct {
	expr     string
	counts   bool // it says how often one of them comes, and no more
	text     []rune
	children []expanded
	names    map[expanded]rune // characters of the names that the model knows
	matches  func(text []rune) bool
}

// problem says what is wrong: what is missing, before the first child that cannot follow or behind the last, or else which one
// should not be there.
func (m *mismatch) problem() string {
	re, err := syntax.Parse(m.expr, syntax.Perl) // as package regexp has done before
	if err != nil {
		return err.Error()
	}
	prog, err := syntax.Compile(re.Simplify())
	if err != nil {
		return err.Error()
	}
	at, due := along(prog, m.text)
	switch {
	case at == len(m.text):
		return m.atEnd(due)
	case m.counts:
		return "has " + nth(m.children, at) + ", which may not be there so often"
	}
	if !m.large() {
		before := m.namesOf(m.completing(at, func(r rune) bool {
			far, _ := along(prog, m.with(r, at))
			return due(r) && far >= at+2
		}))
		if len(before) > 0 {
			return "lacks " + someOf(before) + " before " + nth(m.children, at)
		}
	}
	if names := m.namesOf(due); len(names) > 0 {
		return "has " + nth(m.children, at) + ", where " + someOf(names) + " is due"
	}
	return "has " + nth(m.children, at) + ", where nothing more is due"
}

// atEnd says what is missing behind all children.
func (m *mismatch) atEnd(due func(rune) bool) string {
	missing := "lacks " + someOf(m.namesOf(m.completing(len(m.text), due)))
	if len(m.text) == 0 || m.counts {
		return missing
	}
	return missing + " behind " + nth(m.children, len(m.text)-1)
}

// large reports whether it would take long to try each name with all of the children.
func (m *mismatch) large() bool { return len(m.text)*len(m.names) > 1<<18 }

// with is the text with one more character.
func (m *mismatch) with(r rune, at int) []rune { return slices.Insert(slices.Clone(m.text), at, r) }

// completing keeps of characters those with which at their place the text matches, where there are such: others are optional.
func (m *mismatch) completing(at int, some func(rune) bool) func(rune) bool {
	if m.large() {
		return some
	}
	complete := func(r rune) bool { return some(r) && m.matches(m.with(r, at)) }
	for _, r := range m.names {
		if complete(r) {
			return complete
		}
	}
	return some
}

// along goes along an expression as far as the text leads. It returns how many characters that are, and which ones the expression
// would take next.
func along(prog *syntax.Prog, text []rune) (at int, next func(rune) bool) {
	reads := reading(prog, []uint32{uint32(prog.Start)})
	takes := func(r rune) bool {
		return slices.ContainsFunc(reads, func(pc uint32) bool { return prog.Inst[pc].MatchRune(r) })
	}
	for at < len(text) && takes(text[at]) {
		var behind []uint32
		for _, pc := range reads {
			if in := &prog.Inst[pc]; in.MatchRune(text[at]) {
				behind = append(behind, in.Out)
			}
		}
		reads = reading(prog, behind)
		at++
	}
	return at, takes
}

// reading returns the instructions that read a character and can be reached from others without one. The expressions of models
// ask for the ends of the text at their own ends alone, so that what asks for one can be passed.
func reading(prog *syntax.Prog, from []uint32) (found []uint32) {
	seen := make([]bool, len(prog.Inst))
	for len(from) > 0 {
		pc := from[len(from)-1]
		from = from[:len(from)-1]
		if seen[pc] {
			continue
		}
		seen[pc] = true
		switch in := &prog.Inst[pc]; in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			from = append(from, in.Arg, in.Out)
		case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
			from = append(from, in.Out)
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			found = append(found, pc)
		}
	}
	return found
}

// namesOf returns the names whose characters fit, in the order of the schema, and behind them what stands for those that only
// wildcards admit.
func (m *mismatch) namesOf(fits func(rune) bool) (names []string) {
	known := slices.SortedFunc(maps.Keys(m.names), func(a, b expanded) int {
		return cmp.Or(cmp.Compare(m.names[a], m.names[b]), strings.Compare(a.local, b.local), strings.Compare(a.space, b.space))
	})
	for _, n := range known {
		if fits(m.names[n]) && !slices.Contains(names, n.local) {
			names = append(names, n.local)
		}
	}
	const sets = 1 << 6 // of wildcards, of which a model has at most six
	for set := range rune(sets) {
		if fits(firstWildcardRune + set) {
			return append(names, "an element that the schema leaves open")
		}
	}
	return names
}

// someOf lists names, but not all of a long list.
func someOf(names []string) string {
	const some = 8
	switch n := len(names); {
	case n == 0:
		return "more"
	case n > some:
		return strings.Join(names[:some-1], ", ") + fmt.Sprintf(" or one of %d others", n-some+1)
	case n > 1:
		return strings.Join(names[:n-1], ", ") + " or " + names[n-1]
	}
	return names[0]
}

// nth names a child, with its number where others of its name are there.
func nth(children []expanded, at int) string {
	before, all := 0, 0
	for i, n := range children {
		if n == children[at] {
			if all++; i <= at {
				before++
			}
		}
	}
	if all == 1 {
		return children[at].local
	}
	return fmt.Sprintf("%s[%d]", children[at].local, before)
}
