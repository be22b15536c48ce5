package content

import "github.com/wbxgen/wbxgen/internal/xsd"

// Kind says what a [Place] is.
type Kind uint8

// The kinds of place: what matches an element comes before the groups.
const (
	Element Kind = iota
	Wildcard
	Sequence
	Choice
	All
)

var groupKinds = [...]Kind{xsd.Sequence: Sequence, xsd.Choice: Choice, xsd.All: All}

func kindOf(n *Node) Kind {
	switch {
	case n.Elem != nil:
		return Element
	case n.Any != nil:
		return Wildcard
	}
	return groupKinds[n.Compositor]
}

// Place is a node at its place in the automaton of a content model. Leaves
// match elements; the others say in which order leaves may come.
type Place struct {
	Kind   Kind
	State  int    // of a leaf: its state in the automaton, from 1
	Symbol Symbol // of the name of an element leaf
	Node   *Node

	min, max uint64
	// floor is how many rounds must be seen before the place may be left:
	// min, or 0 where a round may be empty.
	floor    uint64
	nullable bool // it may match nothing at all
	// emptyRound is set where a round of a group can be empty.
	emptyRound bool
	last       bool // what follows it in its parent may be left out
	parent     *Place
	number     int // among the children of parent
	children   []*Place
	// counter is the slot that counts the rounds, or -1 where the count does
	// not matter.
	counter int

	members map[Symbol]*xsd.ElementDecl // what may stand in for an element
	// allows and declared, unless that is nil, are what a wildcard matches.
	allows   xsd.NamespaceConstraint
	declared map[Symbol]bool
	// byName finds the child of a choice or all that a name starts, where
	// they are many; wild are the children that start with a wildcard.
	byName map[Symbol]*Place
	wild   []*Place
	// index finds the children of a long sequence.
	index *sequenceIndex
}

func (p *Place) leaf() bool { return p.Kind <= Wildcard }

func (p *Place) repeats() bool { return p.max > 1 }

// Matches reports whether an element with that name matches the leaf.
func (p *Place) Matches(s Symbol, space string) bool {
	if p.Kind == Element {
		return s == p.Symbol && s != Unknown || p.members[s] != nil
	}
	return p.allows.Allows(space) && (p.declared == nil || p.declared[s])
}

// settle works out what p and all below it may leave out, and links them.
func (p *Place) settle() {
	some, all := false, true
	for i, c := range p.children {
		c.parent, c.number = p, i
		c.settle()
		some, all = some || c.nullable, all && c.nullable
	}
	p.floor = p.min
	p.emptyRound = p.Kind == Choice && some || (p.Kind == Sequence || p.Kind == All) && all
	if p.emptyRound {
		p.floor = 0
	}
	p.nullable, p.last = p.floor == 0, true
	for i := len(p.children) - 2; i >= 0 && p.Kind == Sequence; i-- {
		next := p.children[i+1]
		p.children[i].last = next.last && next.nullable
	}
	p.indexChildren()
}

// manyChildren is where a map of names begins to be quicker than a search.
const manyChildren = 8

func (p *Place) indexChildren() {
	if p.Kind == Sequence && len(p.children) > long {
		p.index = &sequenceIndex{}
	}
	if len(p.children) <= manyChildren || p.Kind != Choice && p.Kind != All {
		return
	}
	p.byName = map[Symbol]*Place{}
	for _, c := range p.children {
		c.starts(func(leaf *Place) {
			if leaf.Kind == Wildcard {
				if len(p.wild) == 0 || p.wild[len(p.wild)-1] != c {
					p.wild = append(p.wild, c)
				}
				return
			}
			p.enterName(leaf.Symbol, c)
			for s := range leaf.members {
				p.enterName(s, c)
			}
		})
	}
}

func (p *Place) enterName(s Symbol, c *Place) {
	if _, taken := p.byName[s]; !taken && s != Unknown {
		p.byName[s] = c
	}
}

// starts calls visit for the leaves that can come first in p, in order.
func (p *Place) starts(visit func(leaf *Place)) {
	if p.leaf() {
		visit(p)
		return
	}
	for _, c := range p.children {
		c.starts(visit)
		if p.Kind == Sequence && !c.nullable {
			return
		}
	}
}

// ends reports whether all that follows a leaf may be left out.
func (p *Place) ends() bool {
	for n := p; n != nil; n = n.parent {
		if !n.last {
			return false
		}
	}
	return true
}
