package content

import "iter"

// step is a way from one leaf of a content model to the next: all places below
// top that hold the first one are left, and those that hold leaf are entered.
// With again, that is another round of top.
type step struct {
	leaf  *Place
	top   *Place // nil where the content begins
	again bool
}

// steps yields the ways on from a leaf, nil for the start, innermost first and
// then in the order of the model, whatever the counters say. In an all group
// each member is one, always.
func (m *Model) steps(at *Place) iter.Seq[step] {
	return func(yield func(step) bool) {
		if m.all || at == nil {
			m.root.each(nil, false, yield)
			return
		}
		for n := at; n != nil; n = n.parent {
			if n.repeats() && !n.each(n, true, yield) || !n.eachBehind(yield) {
				return
			}
			if !n.last {
				return
			}
		}
	}
}

// each yields a step to each leaf that can start p.
func (p *Place) each(top *Place, again bool, yield func(step) bool) bool {
	if p.leaf() {
		return yield(step{p, top, again})
	}
	for _, c := range p.children {
		if !c.each(top, again, yield) {
			return false
		}
		if p.Kind == Sequence && !c.nullable {
			break
		}
	}
	return true
}

// eachBehind yields a step to each leaf that can follow p within its parent.
func (p *Place) eachBehind(yield func(step) bool) bool {
	if p.parent == nil || p.parent.Kind != Sequence {
		return true
	}
	for _, c := range p.parent.children[p.number+1:] {
		if !c.each(p.parent, false, yield) {
			return false
		}
		if !c.nullable {
			break
		}
	}
	return true
}

// open reports whether the counters, from the least to the most that they may
// be, allow a step from the leaf at.
func (m *Model) open(at *Place, low, most []uint64, s step) bool {
	if m.all {
		return low[s.leaf.counter] < s.leaf.max
	}
	return left(at, s.top, most) && (!s.again || s.top.counter < 0 || low[s.top.counter] < s.top.max)
}

// counted yields the places whose counters matter in a state.
func (m *Model) counted(at *Place) iter.Seq[*Place] {
	return func(yield func(*Place) bool) {
		if m.all {
			for _, c := range m.root.children {
				if !yield(c) {
					return
				}
			}
			return
		}
		for n := at; n != nil; n = n.parent {
			if n.counter >= 0 && !yield(n) {
				return
			}
		}
	}
}
