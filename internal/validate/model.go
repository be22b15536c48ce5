package validate

import (
	"math"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// maxPlaces bounds the places of one content model. Groups that are referred
// to twice are two places, so that a few lines of schema could ask for any
// number of them.
const maxPlaces = 1 << 17

// unbounded is the upper bound of a place that may occur any number of times.
const unbounded uint64 = math.MaxUint64

type placeKind uint8

const (
	elementPlace placeKind = iota
	wildcardPlace
	sequencePlace
	choicePlace
	allPlace
)

// place is a particle at one place of a content model. Leaves match elements;
// the others say in which order leaves may come.
type place struct {
	kind     placeKind
	min, max uint64
	// floor is how many rounds must be seen before the place may be left:
	// min, or 0 where a round may be empty.
	floor    uint64
	nullable bool // it may match nothing at all
	last     bool // what follows it in its parent may be left out
	blank    bool // a choice one of whose alternatives is empty
	parent   *place
	index    int // among the children of parent
	children []*place
	// counter is the slot that counts the rounds, or -1 where the count does
	// not matter. Places side by side share slots.
	counter int
	state   int // of a leaf: its state in the automaton, from 1
	order   int // of a counted place, among all of them

	particle *xsd.Particle
	element  *element            // of an element leaf
	name     symbol              // of an element leaf
	members  map[symbol]*element // what may stand in for the element
	wildcard *xsd.Wildcard       // of a wildcard leaf
	// byName finds the child of a choice or all that a name starts, where
	// they are many; wild are the children that start with a wildcard.
	byName map[symbol]*place
	wild   []*place
}

func (p *place) leaf() bool { return p.kind <= wildcardPlace }

func (p *place) repeats() bool { return p.max > 1 }

// matches reports whether an element with that name matches the leaf.
func (p *place) matches(s symbol, space string) bool {
	if p.kind == elementPlace {
		return s == p.name && s != unknown || p.members[s] != nil
	}
	return p.wildcard.Namespaces.Allows(space)
}

// modelBuilder turns a particle into places. Groups that occur once are laid
// flat, and counts that only multiply are multiplied.
type modelBuilder struct {
	v       *Validator
	left    int
	nested  bool // an all group stands within another group
	counted []*place
	leaves  []*place
}

// build returns the place of a particle.
func (b *modelBuilder) build(p *xsd.Particle) *place {
	n := &place{particle: p, min: uint64(max(p.Min, 0)), max: unbounded}
	if p.Max != xsd.Unbounded {
		n.max = uint64(max(p.Max, 0))
	}
	if b.left--; b.left < 0 || n.max == 0 {
		n.kind, n.min, n.max = sequencePlace, 1, 1
		return n
	}
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		n.kind, n.element = elementPlace, b.v.element(t)
		n.name, n.members = b.v.symbols.of(t.Name), b.v.members(t)
	case *xsd.Wildcard:
		n.kind, n.wildcard = wildcardPlace, t
	case *xsd.ModelGroup:
		return b.group(n, t)
	}
	return n
}

var groupKinds = [...]placeKind{xsd.Sequence: sequencePlace, xsd.Choice: choicePlace, xsd.All: allPlace}

func (b *modelBuilder) group(n *place, g *xsd.ModelGroup) *place {
	n.kind = groupKinds[g.Compositor]
	for _, p := range g.Particles {
		child := b.build(p)
		switch {
		case b.left < 0:
			return n
		case child.kind == sequencePlace && len(child.children) == 0:
			n.blank = n.blank || n.kind == choicePlace
		case child.kind == n.kind && child.min == 1 && child.max == 1 && n.kind != allPlace:
			n.children = append(n.children, child.children...)
			n.blank = n.blank || child.blank
		default:
			n.children = append(n.children, child)
		}
	}
	if len(n.children) == 1 && !n.blank {
		if one, ok := merge(n, n.children[0]); ok {
			return one
		}
	}
	return n
}

// merge returns one place for a group with a single child where that accepts
// the same: the numbers of rounds that child{a,b}{p,q} allows, p·a to p·b, then
// (p+1)·a to (p+1)·b and so on, must leave no gap.
func merge(outer, inner *place) (*place, bool) {
	if inner.kind == allPlace && outer.max > 1 {
		return nil, false
	}
	if outer.max > outer.min && !gapless(outer.min, inner.min, inner.max) {
		return nil, false
	}
	inner.min, inner.max = times(outer.min, inner.min), times(outer.max, inner.max)
	return inner, true
}

// gapless reports whether (k+1)·low ≤ k·high + 1 for k and so for all greater.
func gapless(k, low, high uint64) bool {
	next := times(k+1, low)
	return next <= 1 || next-1 <= times(k, high)
}

// times multiplies; what is too large is unbounded.
func times(a, b uint64) uint64 {
	if a != 0 && b > unbounded/a {
		return unbounded
	}
	return a * b
}

// settle works out what p and all below it may leave out, and links them.
func (b *modelBuilder) settle(p *place) {
	some, all := p.blank, true
	for i, c := range p.children {
		c.parent, c.index = p, i
		b.nested = b.nested || c.kind == allPlace
		b.settle(c)
		some, all = some || c.nullable, all && c.nullable
	}
	p.floor = p.min
	if p.kind == choicePlace && some || (p.kind == sequencePlace || p.kind == allPlace) && all {
		p.floor = 0
	}
	p.nullable, p.last = p.floor == 0, true
	for i := len(p.children) - 2; i >= 0 && p.kind == sequencePlace; i-- {
		next := p.children[i+1]
		p.children[i].last = next.last && next.nullable
	}
	p.indexChildren()
}

// number gives states to the leaves and counters to the places that need them.
// slots is how many counters are in use around p; the result how many are with
// all below it.
func (b *modelBuilder) number(p *place, slots int) (most int) {
	p.counter, p.order = -1, -1
	if p.floor > 1 || p.max > 1 && p.max != unbounded {
		p.counter, p.order = slots, len(b.counted)
		b.counted = append(b.counted, p)
		slots++
	}
	if p.leaf() {
		b.leaves = append(b.leaves, p)
		p.state = len(b.leaves)
	}
	most = slots
	for _, c := range p.children {
		most = max(most, b.number(c, slots))
	}
	return most
}

// manyChildren is where a map of names begins to be quicker than a search.
const manyChildren = 8

func (p *place) indexChildren() {
	if len(p.children) <= manyChildren || p.kind != choicePlace && p.kind != allPlace {
		return
	}
	p.byName = map[symbol]*place{}
	for _, c := range p.children {
		c.starts(func(leaf *place) {
			if leaf.kind == wildcardPlace {
				if len(p.wild) == 0 || p.wild[len(p.wild)-1] != c {
					p.wild = append(p.wild, c)
				}
				return
			}
			p.enterName(leaf.name, c)
			for s := range leaf.members {
				p.enterName(s, c)
			}
		})
	}
}

func (p *place) enterName(s symbol, c *place) {
	if _, taken := p.byName[s]; !taken && s != unknown {
		p.byName[s] = c
	}
}

// starts calls visit for the leaves that can come first in p, in order.
func (p *place) starts(visit func(leaf *place)) {
	if p.leaf() {
		visit(p)
		return
	}
	for _, c := range p.children {
		c.starts(visit)
		if p.kind == sequencePlace && !c.nullable {
			return
		}
	}
}

// countsInteract reports whether a repeated place within another one makes it
// matter which of the two a further element counts for: then all possibilities
// have to be followed (see [tally]). It is not so where greed is safe, the
// inner one first: a count that has no lower bound to reach is best kept low,
// and an unbounded place can always begin again.
func countsInteract(p *place, above []*place) bool {
	if p.repeats() {
		for _, a := range above {
			if a.floor > 1 || p.floor > 1 || a.max != unbounded && p.max != unbounded {
				return true
			}
		}
		above = append(above, p)
	}
	for _, c := range p.children {
		if countsInteract(c, above) {
			return true
		}
	}
	return false
}
