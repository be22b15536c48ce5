package content

import "iter"

// coverBudget bounds the comparisons that one [cover] makes.
const coverBudget = 20_000

// cover finds by their structure that places accept no more than others: kind
// by kind, member by member. It proves, and never refutes.
type cover struct {
	*letters
	known  map[[2]bounded]bool
	budget int
}

// bounded is a place with bounds of its own: those that it has, or one round.
type bounded struct {
	p        *Place
	min, max uint64
}

func whole(p *Place) bounded { return bounded{p, p.floor, p.max} }

func once(p *Place) bounded { return bounded{p, 1, 1} }

// skips reports whether the place with its bounds can be left out.
func (b bounded) skips() bool { return b.min == 0 || b.p.emptyRound }

// within reports whether b plainly accepts all that a accepts.
func (c *cover) within(a, b bounded) bool {
	if c.budget--; c.budget < 0 {
		return false
	}
	key := [2]bounded{a, b}
	is, known := c.known[key]
	if !known {
		is = c.decide(a, b)
		c.known[key] = is
	}
	return is
}

func (c *cover) decide(a, b bounded) bool {
	low := b.min
	if b.skips() {
		low = 0
	}
	switch {
	case a.min >= low && a.max <= b.max && c.round(a.p, b.p):
		return true // round by round
	case a.p.Kind == Choice && a.min == 1 && a.max == 1 && c.every(a.p.children, b):
		return true
	case low > 1:
		return false
	}
	if low == 0 {
		a.min = max(a.min, 1) // what is left out is in b
	}
	// One round of b is enough.
	switch b.p.Kind {
	case Choice:
		return c.some(a, b.p.children)
	case Sequence:
		return c.aligned(one(a), b.p.children)
	case All:
		return c.chosen(one(a), b.p.children)
	}
	return false
}

// round reports whether what a round of a accepts, a round of b does.
func (c *cover) round(a, b *Place) bool {
	switch {
	case a.leaf() && b.leaf():
		return c.matchesWithin(a, b)
	case a.Kind == Choice:
		return c.every(a.children, once(b))
	case b.Kind == Choice:
		return c.some(once(a), b.children)
	}
	list := one(once(a))
	if !a.leaf() {
		list = wholes(a.children)
	}
	switch {
	case b.Kind == Sequence && a.Kind != All:
		return c.aligned(list, b.children)
	case b.Kind == All:
		return c.chosen(list, b.children)
	case b.leaf() && len(a.children) == 1:
		return c.within(whole(a.children[0]), once(b))
	}
	return false
}

// matchesWithin reports whether all that a leaf matches another one matches.
func (c *cover) matchesWithin(a, b *Place) bool {
	for _, letter := range c.of[a] {
		if !c.classes[letter].leafs[b] {
			return false
		}
	}
	return true
}

func (c *cover) every(list []*Place, b bounded) bool {
	for _, p := range list {
		if !c.within(whole(p), b) {
			return false
		}
	}
	return true
}

func (c *cover) some(a bounded, list []*Place) bool {
	for _, p := range list {
		if c.within(a, whole(p)) {
			return true
		}
	}
	return false
}

// aligned reports whether the parts of a sequence are within members of
// another one in its order, and the other members can be left out.
func (c *cover) aligned(parts iter.Seq[bounded], members []*Place) bool {
	for part := range parts {
		for {
			if len(members) == 0 {
				return false
			}
			m := members[0]
			members = members[1:]
			if c.within(part, whole(m)) {
				break
			}
			if !m.nullable {
				return false
			}
		}
	}
	return allNullable(members)
}

func allNullable(list []*Place) bool {
	for _, p := range list {
		if !p.nullable {
			return false
		}
	}
	return true
}

// chosen reports whether the parts are within members of an all group, a
// member each, and the other members can be left out.
func (c *cover) chosen(parts iter.Seq[bounded], members []*Place) bool {
	taken := make([]bool, len(members))
	for part := range parts {
		found := false
		for i, m := range members {
			if found = !taken[i] && c.within(part, whole(m)); found {
				taken[i] = true
				break
			}
		}
		if !found {
			return false
		}
	}
	for i, m := range members {
		if !taken[i] && !m.nullable {
			return false
		}
	}
	return true
}

// rest reports whether what may follow on the way a plainly may follow on b.
func (c *cover) rest(a, b way) bool {
	if c.budget <= 0 || a.model.all || b.model.all || a.at == nil || b.at == nil {
		return false
	}
	p, q := a.at, b.at
	for {
		if (p.repeats() || q.repeats()) && !(c.round(p, q) && a.roundsWithin(p, b, q)) {
			return false
		}
		if p.parent == nil || q.parent == nil {
			return p.parent == q.parent
		}
		if !c.followed(p, q) {
			return false
		}
		p, q = p.parent, q.parent
	}
}

// followed reports whether what follows p in its parent plainly is within what
// follows q.
func (c *cover) followed(p, q *Place) bool {
	return c.aligned(wholes(p.following()), q.following())
}

// wholes yields places with the bounds that they have.
func wholes(list []*Place) iter.Seq[bounded] {
	return func(yield func(bounded) bool) {
		for _, p := range list {
			if !yield(whole(p)) {
				return
			}
		}
	}
}

func one(b bounded) iter.Seq[bounded] { return func(yield func(bounded) bool) { yield(b) } }

// following are the places behind p in a sequence.
func (p *Place) following() []*Place {
	if p.parent.Kind != Sequence {
		return nil
	}
	return p.parent.children[p.number+1:]
}

// roundsWithin reports whether the rounds of p that are still to come are as
// many as q may still have: for one of the counts that q may be at.
func (a way) roundsWithin(p *Place, b way, q *Place) bool {
	var low, high uint64 = 1, 1
	if p.counter >= 0 {
		low, high = a.low[p.counter], a.high[p.counter]
	}
	fewest, most := over(p.floor, high), remaining(p.max, low)
	if q.counter < 0 {
		return fewest >= over(q.floor, 1) && most <= remaining(q.max, 1)
	}
	for _, count := range []uint64{b.low[q.counter], b.high[q.counter]} {
		if fewest >= over(q.floor, count) && most <= remaining(q.max, count) {
			return true
		}
	}
	return false
}

// over is what is left of a bound behind a count.
func over(bound, count uint64) uint64 {
	if count >= bound {
		return 0
	}
	return bound - count
}

// remaining is over for an upper bound.
func remaining(bound, count uint64) uint64 {
	if bound == unbounded {
		return unbounded
	}
	return over(bound, count)
}
