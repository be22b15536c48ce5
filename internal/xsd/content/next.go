package content

// next finds the leaf that an element with that name matches, behind the leaf
// at (nil at the start of the content), and counts. It tries what is innermost
// first, which is right wherever counts do not interact. It returns nil, and
// changes no counter, where the element cannot come.
func (m *Model) next(at *Place, counters []uint64, s Symbol, space string) *Place {
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
func (p *Place) enter(s Symbol, space string) *Place {
	switch {
	case p.leaf():
		if p.Matches(s, space) {
			return p
		}
	case p.byName != nil:
		return p.lookup(s, space)
	case p.index != nil:
		leaf, _ := p.enterLong(0, s, space)
		return leaf
	default:
		for _, c := range p.children {
			if leaf := c.enter(s, space); leaf != nil {
				return leaf
			}
			if p.Kind == Sequence && !c.nullable {
				break
			}
		}
	}
	return nil
}

// lookup is enter for a choice or all with many children.
func (p *Place) lookup(s Symbol, space string) *Place {
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
func (p *Place) behind(s Symbol, space string) (leaf *Place, passed bool) {
	if p.parent.Kind != Sequence {
		return nil, true
	}
	rest := p.parent.children[p.number+1:]
	for i, c := range rest {
		if i == near && p.parent.index != nil {
			return p.parent.enterLong(p.number+1+near, s, space)
		}
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
func (p *Place) count(counters []uint64) {
	if p.counter >= 0 && (p.max != unbounded || counters[p.counter] < p.floor) {
		counters[p.counter]++
	}
}

// begin starts the counts of the places that are entered on the way from outer
// (nil for the whole model) down to the leaf p.
func (p *Place) begin(outer *Place, counters []uint64) {
	for n := p; n != outer; n = n.parent {
		if n.counter >= 0 {
			counters[n.counter] = 1
		}
	}
}

// left reports whether all places from a leaf up to below top may be left,
// where the counters are at the most.
func left(at, top *Place, most []uint64) bool {
	for n := at; n != top; n = n.parent {
		if n.counter >= 0 && most[n.counter] < n.floor {
			return false
		}
	}
	return true
}

// complete reports whether the content may end behind the leaf at, where the
// counters are at the most.
func (m *Model) complete(at *Place, most []uint64) bool {
	switch {
	case at == nil:
		return m.root.nullable
	case m.all:
		return m.completeAll(most)
	}
	return at.ends() && left(at, nil, most)
}

// nextOfAll finds the member of an all group that an element with that name
// matches and counts it; nil where there is none or it has been there.
func (m *Model) nextOfAll(counters []uint64, s Symbol, space string) *Place {
	leaf := m.root.enter(s, space)
	if leaf == nil || counters[leaf.counter] >= leaf.max {
		return nil
	}
	leaf.count(counters)
	return leaf
}

// completeAll reports whether the members that an all group requires have been
// there.
func (m *Model) completeAll(most []uint64) bool {
	for _, c := range m.root.children {
		if most[c.counter] < c.floor {
			return false
		}
	}
	return true
}
