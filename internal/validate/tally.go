package validate

import "slices"

// maxWays bounds the ways that one element's content is followed in.
const maxWays = 1 << 9

// tally follows a content model in which counts interact: in (a{2,3}, b?){2,4}
// the third a may belong to the first round or to the second. Unique particle
// attribution says which leaf an element matches, but not which counts it
// raises, so that all possibilities are kept side by side.
type tally struct {
	ways []way
	// full is set once there were more ways than are kept. The verdict on
	// the content is open then.
	full bool
}

// way is one possibility: the leaf that matched last, nil at the start, and
// the counters.
type way struct {
	at       *place
	counters []uint64
}

// next moves all ways on by an element with that name and returns the leaf
// that it matches, or nil, with nothing moved.
func (t *tally) next(m *Automaton, s symbol, space string) *place {
	if t.ways == nil {
		t.ways = []way{{nil, make([]uint64, m.slots)}}
	}
	var moved []way
	for _, w := range t.ways {
		for st := range m.steps(w.at) {
			if !st.leaf.matches(s, space) || !st.open(w.at, w.counters) {
				continue
			}
			counters := slices.Clone(w.counters)
			st.take(counters)
			moved = addWay(moved, way{st.leaf, counters})
			if len(moved) > maxWays {
				t.full = true
				return nil
			}
		}
	}
	if moved == nil {
		return nil
	}
	t.ways = moved
	return moved[0].at
}

// addWay adds w unless another way can do all that it can, and drops those
// that can do no more than it.
func addWay(ways []way, w way) []way {
	if slices.ContainsFunc(ways, func(o way) bool { return o.covers(w) }) {
		return ways
	}
	ways = slices.DeleteFunc(ways, w.covers)
	return append(ways, w)
}

// covers reports whether any content that completes o completes w as well.
// That is so if each count is the same, or lower and yet high enough to leave.
func (w way) covers(o way) bool {
	if w.at != o.at {
		return false
	}
	for n := w.at; n != nil; n = n.parent {
		if n.counter < 0 {
			continue
		}
		if a, b := w.counters[n.counter], o.counters[n.counter]; a != b && (a > b || a < n.floor) {
			return false
		}
	}
	return true
}

// complete reports whether the content may end in one of the ways.
func (t *tally) complete(m *Automaton) bool {
	if t.ways == nil {
		return m.root.nullable
	}
	return slices.ContainsFunc(t.ways, func(w way) bool { return m.complete(w.at, w.counters) })
}
