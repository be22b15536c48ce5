package content

import (
	"encoding/binary"
	"slices"
)

// Verdict is the outcome of a test whether one language includes another.
type Verdict uint8

// The verdicts. Unproven means that there is no proof within the bounds.
const (
	Unproven Verdict = iota
	Holds
	Fails
)

// Compare tests whether each sequence of children that l accepts is accepted
// by r, as far as names go; where it is not, the word is a shortest sequence
// that begins as one that l alone accepts, brought to its end. The symbols of
// both models must be of the alphabet. steps is how many states may be looked
// at; what has been is taken off.
//
// Both models are walked at once, breadth first, with all ways that counts may
// be meant on either side. Where the rest of the one plainly is within the
// rest of the other the walk need not go on, so that a{0,100000} within
// a{0,200000} takes one step.
func Compare(a *Alphabet, l, r *Model, steps *int) (Verdict, []Letter) {
	s := &search{
		left: l, right: r, steps: steps,
		letters: newLetters(a, l, r), seen: map[string]bool{},
	}
	s.cover = &cover{letters: s.letters, known: map[[2]bounded]bool{}, budget: coverBudget}
	if s.cover.within(whole(l.root), whole(r.root)) {
		return Holds, nil
	}
	return s.run()
}

// search walks two models at once.
type search struct {
	left, right *Model
	letters     *letters
	cover       *cover
	steps       *int
	seen        map[string]bool
	states      []state
	// ahead are the steps of the state that is looked at, by model.
	ahead [2]ahead
}

// state is where both sides are, with the way that led there.
type state struct {
	left, right ways
	from        int
	class       int // the letter that came last
}

func start(m *Model) ways {
	var w ways
	w.add(nil, make([]uint64, 2*m.slots))
	return w
}

// run looks for letters after which the left goes on or ends and the right
// cannot.
func (s *search) run() (Verdict, []Letter) {
	s.add(state{left: start(s.left), right: start(s.right), from: -1})
	for i := 0; i < len(s.states); i++ {
		if *s.steps--; *s.steps < 0 {
			return Unproven, nil
		}
		now := s.states[i]
		if now.left.complete(s.left) && !now.right.complete(s.right) {
			return Fails, s.word(i)
		}
		s.ahead[0].look(s.left, &now.left)
		s.ahead[1].look(s.right, &now.right)
		for _, c := range s.classes() {
			next := state{from: i, class: c}
			if !s.ahead[0].take(s.letters.classes[c].of[0], &next.left) || !s.ahead[1].take(s.letters.classes[c].of[1], &next.right) {
				return Unproven, nil
			}
			if len(next.right.at) == 0 {
				word := append(s.word(i), s.letters.classes[c].shown)
				return Fails, append(word, s.finish(next.left)...)
			}
			s.add(next)
		}
	}
	return Holds, nil
}

// classes returns the letters that the left can go on with.
func (s *search) classes() []int {
	var list []int
	for _, leaf := range s.ahead[0].reached {
		list = append(list, s.letters.of[leaf]...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// add queues a state unless it is known, or plainly included.
func (s *search) add(n state) {
	if len(n.left.at) == 0 || s.included(&n) {
		return
	}
	key := n.right.key(s.right, append(n.left.key(s.left, nil), 0xff))
	if s.seen[string(key)] {
		return
	}
	s.seen[string(key)] = true
	s.states = append(s.states, n)
}

// included reports whether each way on the left plainly is within one on the
// right.
func (s *search) included(n *state) bool {
	for i := range n.left.at {
		within := false
		for j := range n.right.at {
			within = within || s.cover.rest(n.left.way(s.left, i), n.right.way(s.right, j))
		}
		if !within {
			return false
		}
	}
	return true
}

// finish returns letters by which the left comes to an end, a shortest such
// word; none where it may end at once or the bound on steps is reached.
func (s *search) finish(left ways) []Letter {
	walk := &search{left: s.left, letters: s.letters, seen: map[string]bool{}}
	walk.states = []state{{left: left, from: -1}}
	for i := 0; i < len(walk.states); i++ {
		now := walk.states[i]
		if now.left.complete(s.left) {
			return walk.word(i)
		}
		if *s.steps--; *s.steps < 0 {
			return nil
		}
		walk.ahead[0].look(s.left, &now.left)
		for _, c := range walk.classes() {
			next := state{from: i, class: c}
			walk.ahead[0].take(s.letters.classes[c].of[0], &next.left)
			if key := next.left.key(s.left, nil); !walk.seen[string(key)] {
				walk.seen[string(key)] = true
				walk.states = append(walk.states, next)
			}
		}
	}
	return nil
}

func (s *search) word(i int) []Letter {
	var word []Letter
	for ; s.states[i].from >= 0; i = s.states[i].from {
		word = append(word, s.letters.classes[s.states[i].class].shown)
	}
	slices.Reverse(word)
	return word
}

// key appends what tells ways apart: the leaves with the counters that matter
// there. The order of ways does not.
func (w *ways) key(m *Model, to []byte) []byte {
	parts := make([]string, len(w.at))
	for i, at := range w.at {
		var b []byte
		low, high := w.of(m, i)
		if at != nil {
			b = binary.AppendUvarint(b, uint64(at.State))
		}
		for n := range m.counted(at) {
			b = binary.AppendUvarint(binary.AppendUvarint(b, low[n.counter]), high[n.counter])
		}
		parts[i] = string(b)
	}
	slices.Sort(parts)
	for _, p := range parts {
		to = append(binary.AppendUvarint(to, uint64(len(p))), p...)
	}
	return to
}

// way is one of several ways.
type way struct {
	model     *Model
	at        *Place
	low, high []uint64
}

func (w *ways) way(m *Model, i int) way {
	low, high := w.of(m, i)
	return way{m, w.at[i], low, high}
}
