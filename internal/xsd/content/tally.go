package content

import "slices"

// maxWays bounds the ways that one content is followed in.
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

// start sets the tally to the start of the content.
func (t *tally) start(m *Model) {
	t.full = false
	t.ways.clear()
	t.ways.add(nil, make([]uint64, 2*m.slots))
}

// next moves all ways on by an element with that name and returns the leaf
// that it matches, or nil, with nothing moved.
func (t *tally) next(m *Model, s Symbol, space string) *Place {
	if t.full {
		return nil
	}
	t.spare.clear()
	t.full = !t.ways.advance(m, &t.spare, func(leaf *Place) bool { return leaf.Matches(s, space) })
	if t.full || len(t.spare.at) == 0 {
		return nil
	}
	t.ways, t.spare = t.spare, t.ways
	return t.ways.at[0]
}

// assume sets the tally to a leaf with the counters given.
func (t *tally) assume(leaf *Place, counters []uint64) {
	t.ways.clear()
	t.ways.add(leaf, slices.Concat(counters, counters))
}

// ways are possibilities: the leaf that matched last, nil at the start, and
// for each counter the range that it may be in. What ranges several counters
// may be in do not depend on each other within one way.
type ways struct {
	at []*Place
	// bounds has, for each way, the least value of each counter and then
	// the greatest.
	bounds []uint64
}

func (w *ways) clear() { w.at, w.bounds = w.at[:0], w.bounds[:0] }

func (w *ways) add(at *Place, bounds []uint64) {
	w.at, w.bounds = append(w.at, at), append(w.bounds, bounds...)
}

// of returns the least and the greatest values of the counters in way i.
func (w *ways) of(m *Model, i int) (low, high []uint64) {
	at := i * 2 * m.slots
	return w.bounds[at : at+m.slots], w.bounds[at+m.slots : at+2*m.slots]
}

// advance adds to next where the ways lead by an element that matches. It is
// false where those are more than are kept.
func (w *ways) advance(m *Model, next *ways, matches func(*Place) bool) bool {
	for i, at := range w.at {
		low, high := w.of(m, i)
		for s := range m.steps(at) {
			if !matches(s.leaf) || !m.open(at, low, high, s) {
				continue
			}
			next.take(m, low, high, s)
			if len(next.at) > maxWays {
				return false
			}
		}
	}
	return true
}

// complete reports whether the content may end in one of the ways.
func (w *ways) complete(m *Model) bool {
	for i, at := range w.at {
		if _, high := w.of(m, i); m.complete(at, high) {
			return true
		}
	}
	return false
}

// take adds the way that a step leads to from one with the given bounds.
func (w *ways) take(m *Model, fromLow, fromHigh []uint64, s step) {
	last := len(w.at)
	w.at, w.bounds = append(w.at, s.leaf), append(append(w.bounds, fromLow...), fromHigh...)
	low, high := w.of(m, last)
	if m.all {
		low[s.leaf.counter] = s.leaf.more(low[s.leaf.counter])
		high[s.leaf.counter] = s.leaf.more(high[s.leaf.counter])
		w.thin(m)
		return
	}
	if n := s.top; s.again && n.counter >= 0 {
		low[n.counter], high[n.counter] = n.more(low[n.counter]), n.more(high[n.counter])
	}
	for n := s.leaf; n != s.top; n = n.parent {
		if n.counter >= 0 {
			low[n.counter], high[n.counter] = 1, 1
		}
	}
	// Of counts that are high enough to leave, the lowest can do all that the
	// others can.
	for n := range m.counted(s.leaf) {
		high[n.counter] = min(high[n.counter], max(low[n.counter], n.floor))
	}
	w.thin(m)
}

// more is one more than a count. Beyond the floor of a place without bound
// there is nothing to count.
func (p *Place) more(count uint64) uint64 {
	most := p.max
	if most == unbounded {
		most = p.floor
	}
	return min(count+1, most)
}

// thin joins the last way with another one, or drops it or others, where that
// loses nothing.
func (w *ways) thin(m *Model) {
	last := len(w.at) - 1
	for i := 0; i < last; i++ {
		switch {
		case w.covers(m, i, last):
		case w.joins(m, i, last):
		case w.covers(m, last, i):
			copy(w.bounds[i*2*m.slots:(i+1)*2*m.slots], w.bounds[last*2*m.slots:])
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
func (w *ways) covers(m *Model, i, j int) bool {
	if w.at[i] != w.at[j] {
		return false
	}
	lowI, highI := w.of(m, i)
	lowJ, highJ := w.of(m, j)
	for n := range m.counted(w.at[i]) {
		c := n.counter
		within := lowI[c] <= lowJ[c] && highJ[c] <= highI[c]
		if !within && (highI[c] < n.floor || lowJ[c] < max(lowI[c], n.floor)) {
			return false
		}
	}
	return true
}

// joins adds way j to way i if they differ in the range of one counter, and
// those ranges leave no gap.
func (w *ways) joins(m *Model, i, j int) bool {
	if w.at[i] != w.at[j] {
		return false
	}
	lowI, highI := w.of(m, i)
	lowJ, highJ := w.of(m, j)
	differ := -1
	for n := range m.counted(w.at[i]) {
		c := n.counter
		if lowI[c] == lowJ[c] && highI[c] == highJ[c] {
			continue
		}
		if differ >= 0 {
			return false
		}
		differ = c
	}
	if differ < 0 || lowI[differ] > highJ[differ]+1 || lowJ[differ] > highI[differ]+1 {
		return false
	}
	lowI[differ], highI[differ] = min(lowI[differ], lowJ[differ]), max(highI[differ], highJ[differ])
	return true
}
