package datatype

import "slices"

// place is a run of a program with the characters it has read already. In a
// run without a max it stops counting where one more makes no difference.
type place struct{ at, read int32 }

// walker computes the sets of places that a program can be at. It serves one
// goroutine at a time, and what it returns is good until the next call.
type walker struct {
	program *program
	places  []place
	accept  bool
	// seen marks instructions with the round that came by them.
	seen  []uint32
	round uint32
	stack []int32
}

func newWalker(p *program) *walker {
	return &walker{program: p, seen: make([]uint32, len(p.insts))}
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
	w.places, w.accept = w.places[:0], false
	w.round++
	if w.round == 0 {
		clear(w.seen)
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
		w.places = append(w.places, p)
	}
}

// enter adds the runs that can be reached without a character.
func (w *walker) enter(at int32) {
	w.stack = append(w.stack[:0], at)
	for len(w.stack) > 0 {
		at = w.stack[len(w.stack)-1]
		w.stack = w.stack[:len(w.stack)-1]
		if w.seen[at] == w.round {
			continue
		}
		w.seen[at] = w.round
		switch in := &w.program.insts[at]; in.kind {
		case instMatch:
			w.accept = true
		case instSplit:
			w.stack = append(w.stack, in.other, in.next)
		case instRun:
			w.places = append(w.places, place{at: at})
			if in.min == 0 {
				w.stack = append(w.stack, in.next)
			}
		}
	}
}

// result puts the places in order. Of places in one run that have read enough
// to leave it, only the one that may read most counts.
func (w *walker) result() ([]place, bool) {
	slices.SortFunc(w.places, comparePlaces)
	kept := w.places[:0]
	for _, p := range w.places {
		if last := len(kept) - 1; last >= 0 && kept[last].at == p.at {
			if kept[last].read == p.read || kept[last].read >= w.program.insts[p.at].min-1 {
				continue
			}
		}
		kept = append(kept, p)
	}
	w.places = kept
	return w.places, w.accept
}

func comparePlaces(a, b place) int {
	if a.at != b.at {
		return int(a.at) - int(b.at)
	}
	return int(a.read) - int(b.read)
}
