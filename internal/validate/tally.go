package validate

import "slices"

// maxWays bounds the ways that one element's content is followed in.
const maxWays = 64

// tally follows a content model in which counts interact: in (a{2,3}, b?){2,4}
// the third a may belong to the first round or to the second. Unique particle
// attribution says which leaf an element matches, but not which counts it
// raises, so that all possibilities are kept side by side.
type tally struct {
	ways, spare ways
	// full is set once there were more ways than are kept. The verdict on
	// the content is open then.
	full bool
}

// ways are possibilities: the leaf that matched last, nil at the start, and
// for each counter the range that it may be in. What ranges several counters
// may be in do not depend on each other within one way.
type ways struct {
	at []*place
	// bounds has, for each way, the least value of each counter and then
	// the greatest.
	bounds []uint64
}

// start sets the tally to the start of the content.
func (t *tally) start(m *Automaton) {
	t.full = false
	t.ways.clear()
	t.ways.add(nil, make([]uint64, 2*m.slots))
}

// next moves all ways on by an element with that name and returns the leaf
// that it matches, or nil, with nothing moved.
func (t *tally) next(m *Automaton, s symbol, space string) *place {
	if t.full {
		return nil
	}
	t.spare.clear()
	for i, at := range t.ways.at {
		for st := range m.steps(at) {
			if !st.leaf.matches(s, space) || !t.ways.open(m, i, st) {
				continue
			}
			t.spare.take(m, t.ways.of(m, i), st)
			if len(t.spare.at) > maxWays {
				t.full = true
				return nil
			}
		}
	}
	if len(t.spare.at) == 0 {
		return nil
	}
	t.ways, t.spare = t.spare, t.ways
	return t.ways.at[0]
}

// complete reports whether the content may end in one of the ways.
func (t *tally) complete(m *Automaton) bool {
	for i, at := range t.ways.at {
		if at == nil {
			return m.root.nullable
		}
		if at.ends() && left(at, nil, t.ways.of(m, i)[m.slots:]) {
			return true
		}
	}
	return false
}

// assume sets the tally to a leaf with the counters given.
func (t *tally) assume(leaf *place, counters []uint64) {
	t.ways.clear()
	t.ways.add(leaf, slices.Concat(counters, counters))
}

func (w *ways) clear() { w.at, w.bounds = w.at[:0], w.bounds[:0] }

func (w *ways) add(at *place, bounds []uint64) {
	w.at, w.bounds = append(w.at, at), append(w.bounds, bounds...)
}

// of returns the bounds of way i.
func (w *ways) of(m *Automaton, i int) []uint64 {
	return w.bounds[i*2*m.slots : (i+1)*2*m.slots]
}

// open reports whether the counters of way i allow a step.
func (w *ways) open(m *Automaton, i int, s step) bool {
	b := w.of(m, i)
	if !left(w.at[i], s.top, b[m.slots:]) {
		return false
	}
	return !s.again || s.top.counter < 0 || b[s.top.counter] < s.top.max
}

// left reports whether all places from a leaf up to below top may be left,
// where the counters are at the most.
func left(at, top *place, most []uint64) bool {
	for n := at; n != top; n = n.parent {
		if n.counter >= 0 && most[n.counter] < n.floor {
			return false
		}
	}
	return true
}

// take adds the way that a step leads to from one with the given bounds.
func (w *ways) take(m *Automaton, from []uint64, s step) {
	at := len(w.bounds)
	w.add(s.leaf, from)
	low, high := w.bounds[at:at+m.slots], w.bounds[at+m.slots:]
	if n := s.top; s.again && n.counter >= 0 {
		// A count beyond the floor of a place without bound says nothing.
		most := n.max
		if most == unbounded {
			most = n.floor
		}
		low[n.counter], high[n.counter] = min(low[n.counter]+1, most), min(high[n.counter]+1, most)
	}
	for n := s.leaf; n != s.top; n = n.parent {
		if n.counter >= 0 {
			low[n.counter], high[n.counter] = 1, 1
		}
	}
	// Of counts that are high enough to leave, the lowest can do all that the
	// others can.
	for n := s.leaf; n != nil; n = n.parent {
		if n.counter >= 0 {
			high[n.counter] = min(high[n.counter], max(low[n.counter], n.floor))
		}
	}
	w.thin(m)
}

// thin joins the last way with another one, or drops it or others, where that
// loses nothing.
func (w *ways) thin(m *Automaton) {
	last := len(w.at) - 1
	for i := 0; i < last; i++ {
		switch {
		case w.covers(m, i, last):
		case w.joins(m, i, last):
		case w.covers(m, last, i):
			copy(w.of(m, i), w.of(m, last))
			w.at[i] = w.at[last]
		default:
			continue
		}
		w.at, w.bounds = w.at[:last], w.bounds[:last*2*m.slots]
		return
	}
}

// covers reports whether any content that completes way j completes way i as
// well: each count of j is one of i, or i has a lower one that is high enough
// to leave.
func (w *ways) covers(m *Automaton, i, j int) bool {
	a, b := w.of(m, i), w.of(m, j)
	if w.at[i] != w.at[j] {
		return false
	}
	for n := w.at[i]; n != nil; n = n.parent {
		if n.counter < 0 {
			continue
		}
		low, high := a[n.counter], a[m.slots+n.counter]
		within := low <= b[n.counter] && b[m.slots+n.counter] <= high
		if !within && (high < n.floor || b[n.counter] < max(low, n.floor)) {
			return false
		}
	}
	return true
}

// joins adds way j to way i if they differ in the range of one counter, and
// those ranges leave no gap.
func (w *ways) joins(m *Automaton, i, j int) bool {
	a, b := w.of(m, i), w.of(m, j)
	if w.at[i] != w.at[j] {
		return false
	}
	differ := -1
	for n := w.at[i]; n != nil; n = n.parent {
		c := n.counter
		if c < 0 || a[c] == b[c] && a[m.slots+c] == b[m.slots+c] {
			continue
		}
		if differ >= 0 {
			return false
		}
		differ = c
	}
	if differ < 0 || a[differ] > b[m.slots+differ]+1 || b[differ] > a[m.slots+differ]+1 {
		return false
	}
	a[differ], a[m.slots+differ] = min(a[differ], b[differ]), max(a[m.slots+differ], b[m.slots+differ])
	return true
}
