package validate

// next finds the leaf that an element with that name matches, behind the leaf
// at (nil at the start of the content), and counts. It tries what is innermost
// first, which is right wherever counts do not interact. It returns nil, and
// changes no counter, where the element cannot come.
func (m *Automaton) next(at *place, counters []uint64, s symbol, space string) *place {
	if at == nil {
		leaf := m.root.enter(s, space)
		if leaf != nil {
			leaf.begin(nil, counters)
		}
		return leaf
	}
	// n has just had a round.
	for n := at; ; n = n.parent {
		if n.repeats() && (n.counter < 0 || counters[n.counter] < n.max) {
			if leaf := n.enter(s, space); leaf != nil {
				n.count(counters)
				leaf.begin(n, counters)
				return leaf
			}
		}
		if n.parent == nil || n.counter >= 0 && counters[n.counter] < n.floor {
			return nil
		}
		leaf, passed := n.behind(s, space)
		if leaf != nil {
			leaf.begin(n.parent, counters)
		}
		if leaf != nil || !passed {
			return leaf
		}
	}
}

// enter finds the leaf that starts p with that name.
func (p *place) enter(s symbol, space string) *place {
	switch {
	case p.leaf():
		if p.matches(s, space) {
			return p
		}
	case p.byName != nil:
		return p.lookup(s, space)
	default:
		for _, c := range p.children {
			if leaf := c.enter(s, space); leaf != nil {
				return leaf
			}
			if p.kind == sequencePlace && !c.nullable {
				break
			}
		}
	}
	return nil
}

// lookup is enter for a choice with many children.
func (p *place) lookup(s symbol, space string) *place {
	if c := p.byName[s]; c != nil {
		return c.enter(s, space)
	}
	for _, c := range p.wild {
		if leaf := c.enter(s, space); leaf != nil {
			return leaf
		}
	}
	return nil
}

// behind finds the leaf with that name among what follows p within its parent;
// passed is set where all of that may be left out.
func (p *place) behind(s symbol, space string) (leaf *place, passed bool) {
	if p.parent.kind != sequencePlace {
		return nil, true
	}
	for _, c := range p.parent.children[p.index+1:] {
		if leaf := c.enter(s, space); leaf != nil {
			return leaf, false
		}
		if !c.nullable {
			return nil, false
		}
	}
	return nil, true
}

// count counts one more round. A count beyond a floor that has no bound above
// it says nothing new.
func (p *place) count(counters []uint64) {
	if p.counter >= 0 && (p.max != unbounded || counters[p.counter] < p.floor) {
		counters[p.counter]++
	}
}

// begin starts the counts of the places that are entered on the way from outer
// (nil for the whole model) down to the leaf p.
func (p *place) begin(outer *place, counters []uint64) {
	for n := p; n != outer; n = n.parent {
		if n.counter >= 0 {
			counters[n.counter] = 1
		}
	}
}

// complete reports whether the content may end behind the leaf at.
func (m *Automaton) complete(at *place, counters []uint64) bool {
	if at == nil {
		return m.root.nullable
	}
	return at.ends() && left(at, nil, counters)
}

// ends reports whether all that follows a leaf may be left out.
func (p *place) ends() bool {
	for n := p; n != nil; n = n.parent {
		if !n.last {
			return false
		}
	}
	return true
}
