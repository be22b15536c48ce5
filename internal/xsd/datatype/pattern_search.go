package datatype

import (
	"slices"
	"strconv"
)

// TextSearch asks for a text by patterns: a member of a type, or a witness
// that one type lets in what another does not. White space is taken as it is,
// so that for a type that collapses it a caller adds a step that says so.
type TextSearch struct {
	// Match has steps as in [Facets]: one pattern of each must match.
	Match [][]*Pattern
	// Avoid are patterns that must not match.
	Avoid []*Pattern
	// MinLength and MaxLength bound the characters; nil is no bound.
	MinLength, MaxLength *uint64
}

// SearchOutcome says how a search ended.
type SearchOutcome uint8

// The ways a search ends.
const (
	Found  SearchOutcome = iota // there is such a text
	NoText                      // there is none
	GaveUp                      // our limits ended the search
)

// String returns found, none or gave up.
func (o SearchOutcome) String() string {
	return [...]string{"found", "none", "gave up"}[o]
}

const (
	maxSearchStates = 20_000
	// maxSearchWork bounds the places that are looked at.
	maxSearchWork = 4_000_000
)

// Find returns a shortest text of XML characters that fits; of those, one with
// readable characters where there is a choice. The same search always finds
// the same text.
func (t TextSearch) Find() (text string, outcome SearchOutcome) {
	return newSearch(t).run()
}

// Sample returns a short text that the pattern matches. It is false where
// there is none, and where our limits end the search.
func (p *Pattern) Sample() (string, bool) {
	text, outcome := TextSearch{Match: [][]*Pattern{{p}}}.Find()
	return text, outcome == Found
}

// search walks over the product of all patterns, breadth first.
type search struct {
	question TextSearch
	walkers  []*walker // of the patterns of Match, then of Avoid
	letters  []rune    // one character for each class
	least    uint64    // MinLength
	nodes    []searchNode
	seen     map[string]bool
	work     int
}

// searchNode is a text that was read, with where the patterns are after it.
type searchNode struct {
	parent int
	letter rune
	length uint64
	at     []searchState
}

// searchState is where one pattern is.
type searchState struct {
	places []place
	accept bool
}

func newSearch(question TextSearch) *search {
	s := &search{question: question, seen: map[string]bool{}}
	if question.MinLength != nil {
		s.least = *question.MinLength
	}
	sets := slices.Clone(preferredRunes)
	for _, p := range slices.Concat(append(slices.Clone(question.Match), question.Avoid)...) {
		w := newWalker(p.automaton().walker.program)
		s.walkers = append(s.walkers, w)
		sets = append(sets, w.program.sets...)
	}
	s.letters = preferred(newAlphabet(sets).samples)
	return s
}

// preferredRunes are the characters of XML (§2.2), from the most readable on.
var preferredRunes = []runeSet{
	{{'a', 'z'}},
	{{'0', '9'}},
	{{'A', 'Z'}},
	{{'!', '~'}},
	{{' ', ' '}},
	{{0xA1, 0xD7FF}, {0xE000, 0xFFFD}, {0x10000, 0x10FFFF}},
	{{'\t', '\n'}, {'\r', '\r'}, {' ', 0xD7FF}, {0xE000, 0xFFFD}, {0x10000, 0x10FFFF}},
}

// preferred drops what is no character of XML and sorts the rest.
func preferred(runes []rune) []rune {
	ranks := make([][]rune, len(preferredRunes))
	for _, r := range runes {
		rank := slices.IndexFunc(preferredRunes, func(set runeSet) bool { return set.contains(r) })
		if rank >= 0 {
			ranks[rank] = append(ranks[rank], r)
		}
	}
	return slices.Concat(ranks...)
}

func (s *search) run() (string, SearchOutcome) {
	first := searchNode{parent: -1}
	for _, w := range s.walkers {
		places, accept := w.begin()
		first.at = append(first.at, searchState{slices.Clone(places), accept})
	}
	if s.add(first) {
		return s.text(0), Found
	}
	for i := 0; i < len(s.nodes); i++ {
		if most := s.question.MaxLength; most != nil && s.nodes[i].length >= *most {
			continue
		}
		for _, r := range s.letters {
			if s.add(s.step(i, r)) {
				return s.text(len(s.nodes) - 1), Found
			}
		}
		if len(s.nodes) > maxSearchStates || s.work > maxSearchWork {
			return "", GaveUp
		}
	}
	return "", NoText
}

func (s *search) step(from int, r rune) searchNode {
	n := searchNode{parent: from, letter: r, length: s.nodes[from].length + 1}
	for i, w := range s.walkers {
		before := s.nodes[from].at[i].places
		places, accept := w.step(before, r)
		s.work += 1 + len(before) + len(places)
		n.at = append(n.at, searchState{slices.Clone(places), accept})
	}
	return n
}

// add keeps a node that is new and leads somewhere, and reports whether its
// text fits.
func (s *search) add(n searchNode) bool {
	alive, fits := s.judge(n)
	if !alive {
		return false
	}
	key := s.key(n)
	if s.seen[key] {
		return false
	}
	s.seen[key] = true
	s.nodes = append(s.nodes, n)
	return fits
}

func (s *search) judge(n searchNode) (alive, fits bool) {
	fits = n.length >= s.least
	at := n.at
	for _, step := range s.question.Match {
		ofStep := at[:len(step)]
		at = at[len(step):]
		if !slices.ContainsFunc(ofStep, func(a searchState) bool { return a.accept || len(a.places) > 0 }) {
			return false, false
		}
		fits = fits && slices.ContainsFunc(ofStep, func(a searchState) bool { return a.accept })
	}
	return true, fits && !slices.ContainsFunc(at, func(a searchState) bool { return a.accept })
}

// key tells nodes apart that have different futures: below MinLength, the
// length counts too.
func (s *search) key(n searchNode) string {
	key := append(strconv.AppendInt(nil, int64(min(n.length, s.least)), 10), ' ')
	for _, a := range n.at {
		key = append(strconv.AppendInt(key, int64(len(a.places)), 10), ' ')
		key = append(key, placesKey(a.places, a.accept)...)
	}
	return string(key)
}

func (s *search) text(i int) string {
	var reversed []rune
	for ; s.nodes[i].parent >= 0; i = s.nodes[i].parent {
		reversed = append(reversed, s.nodes[i].letter)
	}
	slices.Reverse(reversed)
	return string(reversed)
}
