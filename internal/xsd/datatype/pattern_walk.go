package datatype

import "math/bits"

// place is a run of a program with the characters it has read already. In a
// run without a max it stops counting where one more makes no difference.
type place struct{ at, read int32 }

// walker computes the sets of places that a program can be at. It serves one
// goroutine at a time, and what it returns is good until the next call.
//
// Sets are in the order of falling instructions, and have no place from which no
// text leads on that does not from another one of them: after "aaa", the pattern
// (a?b?){0,1000} is in its first copies only, whose end is as near and which leave
// the most for the text to come. So a set has few places where copies are many.
type walker struct {
	program *program
	places  []place
	accept  bool
	moved   []place  // those that have read the character, in order
	fresh   []uint64 // a bit for each run that begins behind it
	// entered has the highest instruction of those that are alike which this
	// round has come by, best the fewest characters that a run has read in
	// one of them.
	entered, best []mark
	round         uint32
	stack         []int32
}

// mark is a number that counts in one round.
type mark struct {
	round  uint32
	number int32
}

func newWalker(p *program) *walker {
	n := len(p.insts)
	return &walker{program: p, fresh: make([]uint64, (n+63)/64), entered: make([]mark, n), best: make([]mark, n)}
}

// begin returns the places before the first character, and whether the empty
// text matches.
func (w *walker) begin() ([]place, bool) {
	w.reset()
	w.enter(w.program.start)
	return w.result()
}

// step moves places over a character.
func (w *walker) step(from []place, r rune) ([]place, bool) {
	w.reset()
	for i, reads := 0, false; i < len(from); i++ {
		in := &w.program.insts[from[i].at]
		if i == 0 || from[i].at != from[i-1].at {
			reads = w.program.sets[in.set].contains(r)
		}
		if reads {
			w.advance(in, from[i])
		}
	}
	return w.result()
}

func (w *walker) reset() {
	w.places, w.moved, w.accept = w.places[:0], w.moved[:0], false
	w.round++
	if w.round == 0 {
		clear(w.entered)
		clear(w.best)
		w.round = 1
	}
}

// advance goes on with a run that has read one character more.
func (w *walker) advance(in *inst, p place) {
	p.read++
	if p.read >= in.min {
		w.enter(in.next)
	}
	if in.max == unlimited {
		p.read = min(p.read, max(in.min-1, 0))
	}
	if p.read < in.max {
		w.moved = append(w.moved, p)
	}
}

// enter adds the runs that can be reached without a character.
func (w *walker) enter(at int32) {
	w.stack = append(w.stack[:0], at)
	for len(w.stack) > 0 {
		at = w.stack[len(w.stack)-1]
		w.stack = w.stack[:len(w.stack)-1]
		m := &w.entered[w.program.alike[at]]
		if m.round == w.round && m.number >= at {
			continue
		}
		*m = mark{w.round, at}
		switch in := &w.program.insts[at]; in.kind {
		case instMatch:
			w.accept = true
		case instSplit:
			w.stack = append(w.stack, in.other, in.next)
		case instRun:
			w.fresh[at/64] |= 1 << (at % 64)
			if in.min == 0 {
				w.stack = append(w.stack, in.next)
			}
		}
	}
}

// result puts the places in order.
func (w *walker) result() ([]place, bool) {
	moved := w.moved
	for i := len(w.fresh) - 1; i >= 0; i-- {
		for left := w.fresh[i]; left != 0; {
			bit := 63 - bits.LeadingZeros64(left)
			left &^= 1 << bit
			at := int32(64*i + bit)
			for len(moved) > 0 && moved[0].at > at {
				w.keep(moved[0])
				moved = moved[1:]
			}
			w.keep(place{at: at})
		}
		w.fresh[i] = 0
	}
	for _, p := range moved {
		w.keep(p)
	}
	return w.places, w.accept
}

// keep adds a place to the result. Of places in alike runs that have read enough
// to leave them, a later one counts only if it may read more.
func (w *walker) keep(p place) {
	if p.read >= w.program.insts[p.at].min-1 {
		m := &w.best[w.program.alike[p.at]]
		if m.round == w.round && m.number <= p.read {
			return
		}
		*m = mark{w.round, p.read}
	}
	w.places = append(w.places, p)
}
