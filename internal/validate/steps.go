package validate

import "iter"

// step is a way from one leaf of a content model to the next: all places below
// top that hold the first one are left, and those that hold leaf are entered.
// With again, that is another round of top.
type step struct {
	leaf  *place
	top   *place // nil where the content begins
	again bool
}

// steps yields the ways on from a leaf, nil for the start, innermost first and
// then in the order of the model, whatever the counters say. A content model
// that is an all group has no places to go through: see [Automaton.nextOfAll].
func (m *Automaton) steps(at *place) iter.Seq[step] {
	return func(yield func(step) bool) {
		if at == nil {
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
func (p *place) each(top *place, again bool, yield func(step) bool) bool {
	if p.leaf() {
		return yield(step{p, top, again})
	}
	for _, c := range p.children {
		if !c.each(top, again, yield) {
			return false
		}
		if p.kind == sequencePlace && !c.nullable {
			break
		}
	}
	return true
}

// eachBehind yields a step to each leaf that can follow p within its parent.
func (p *place) eachBehind(yield func(step) bool) bool {
	if p.parent == nil || p.parent.kind != sequencePlace {
		return true
	}
	for _, c := range p.parent.children[p.index+1:] {
		if !c.each(p.parent, false, yield) {
			return false
		}
		if !c.nullable {
			break
		}
	}
	return true
}

// open reports whether the counters allow the step from the leaf at.
func (s step) open(at *place, counters []uint64) bool {
	return left(at, s.top, counters) && (!s.again || s.top.counter < 0 || counters[s.top.counter] < s.top.max)
}
