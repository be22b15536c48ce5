package validate

// The counters of an all group are one bit for each child: whether the
// element was there.

func (m *Automaton) allWords() int { return (len(m.root.children) + 63) / 64 }

func seen(bits []uint64, i int) bool { return bits[i/64]&(1<<(i%64)) != 0 }

// nextOfAll finds the child of an all group that an element with that name
// matches and marks it as seen; nil where there is none or it was there.
func (m *Automaton) nextOfAll(bits []uint64, s symbol, space string) *place {
	leaf := m.root.enter(s, space)
	if leaf == nil || seen(bits, leaf.index) {
		return nil
	}
	bits[leaf.index/64] |= 1 << (leaf.index % 64)
	return leaf
}

// completeAll reports whether the children that an all group requires were
// there, or none of any kind where the group itself may be left out.
func (m *Automaton) completeAll(bits []uint64, started bool) bool {
	if !started {
		return m.root.nullable
	}
	for i, c := range m.root.children {
		if !c.nullable && !seen(bits, i) {
			return false
		}
	}
	return true
}
