package content

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Position is how far a document has come in a content model.
type Position struct {
	model    *Model
	at       *Place // what matched last
	counters []uint64
	// tally replaces at and the counters where counts interact.
	tally *tally
}

// Start sets the position to the start of a model. It keeps counters, which
// must be as many as the model has slots, and all 0.
func (p *Position) Start(m *Model, counters []uint64) {
	p.model, p.at, p.counters, p.tally = m, nil, counters, nil
	if m.interact {
		p.tally = &tally{}
		p.tally.start(m)
	}
}

// Model returns the model, nil before [Position.Start].
func (p *Position) Model() *Model { return p.model }

// Next moves on by a child element with that name and returns the leaf that it
// matches, or nil, with nothing moved.
func (p *Position) Next(s Symbol, space string) *Place {
	var leaf *Place
	switch m := p.model; {
	case p.tally != nil:
		leaf = p.tally.next(m, s, space)
	case m.all:
		leaf = m.nextOfAll(p.counters, s, space)
	default:
		leaf = m.next(p.at, p.counters, s, space)
	}
	if leaf != nil {
		p.at = leaf
	}
	return leaf
}

// Complete reports whether the content may end here.
func (p *Position) Complete() bool {
	if p.tally != nil {
		return p.tally.ways.complete(p.model)
	}
	return p.model.complete(p.at, p.counters)
}

// Lost reports whether there were more ways to count the content than are
// followed. Then nothing is known of what may come.
func (p *Position) Lost() bool { return p.tally != nil && p.tally.full }

// MaxWays is how many ways to count a content are followed.
func MaxWays() int { return maxWays }

// Further returns the first leaf behind here, in the order of the model, that
// is of an element with that name, whatever is left out on the way; nil where
// there is none or order has no meaning.
func (p *Position) Further(s Symbol) *Place {
	if s == Unknown || p.model.all {
		return nil
	}
	from := 0
	if p.at != nil {
		from = p.at.State
	}
	for _, leaf := range p.model.named(s) {
		if leaf.State > from {
			return leaf
		}
	}
	return nil
}

// Assume sets the position behind a leaf as if all that leads there had been
// as it should.
func (p *Position) Assume(leaf *Place) {
	p.at = leaf
	if p.model.all {
		p.counters[leaf.counter] = leaf.more(p.counters[leaf.counter])
		return
	}
	clear(p.counters)
	for n := range p.model.counted(leaf) {
		p.counters[n.counter] = max(n.floor, 1)
	}
	if p.tally != nil {
		p.tally.assume(leaf, p.counters)
	}
}

// Allowed returns the leaves that may match next, in the order of the model; of
// more than most, those that are met first.
func (p *Position) Allowed(most int) []*Place {
	var leaves []*Place
	for leaf := range p.allowed {
		if len(leaves) == most {
			break
		}
		leaves = append(leaves, leaf)
	}
	slices.SortFunc(leaves, func(a, b *Place) int { return a.State - b.State })
	return slices.Compact(leaves) // each leaf has a state of its own
}

// Allows returns the leaf that the element of a name that the model has may match
// next, nil for none. It moves nothing.
func (p *Position) Allows(s Symbol) *Place {
	if p.tally == nil {
		there := Position{model: p.model, at: p.at, counters: slices.Clone(p.counters)}
		if leaf := there.Next(s, ""); leaf != nil && leaf.Symbol == s {
			return leaf
		}
		return nil
	}
	var first *Place
	for leaf := range p.allowed {
		if leaf.Kind == Element && leaf.Symbol == s && (first == nil || leaf.State < first.State) {
			first = leaf
		}
	}
	return first
}

// allowed yields the leaves that may match next.
func (p *Position) allowed(yield func(*Place) bool) {
	one := func(at *Place, low, high []uint64) bool {
		for s := range p.model.steps(at) {
			if p.model.open(at, low, high, s) && !yield(s.leaf) {
				return false
			}
		}
		return true
	}
	if p.tally == nil {
		one(p.at, p.counters, p.counters)
		return
	}
	for i, at := range p.tally.ways.at {
		if low, high := p.tally.ways.of(p.model, i); !one(at, low, high) {
			return
		}
	}
}

// Reason says why an element cannot come.
type Reason uint8

// The reasons that are told apart. NoReason stands for all others.
const (
	NoReason Reason = iota
	// Twice: the member of an all group has been there as often as it may.
	Twice
	// Single: the element matched last, and may occur once.
	Single
	// Full: the element matched last, as often as it may.
	Full
	// Behind: the element belongs before the one that matched last.
	Behind
)

// Why says why an element with that name cannot come here; for [Full], most is
// how often it may occur, for [Behind], last is the element that matched last.
func (p *Position) Why(s Symbol, space string) (why Reason, most uint64, last *xsd.ElementDecl) {
	at := p.at
	switch {
	case s == Unknown || p.tally != nil:
		return NoReason, 0, nil
	case p.model.all && p.model.root.enter(s, space) != nil:
		return Twice, 0, nil
	case at == nil || p.model.all || at.Kind != Element:
		return NoReason, 0, nil
	}
	if at.Matches(s, space) {
		switch {
		case !at.repeats():
			return Single, 1, nil
		case at.counter >= 0 && p.counters[at.counter] >= at.max:
			return Full, at.max, nil
		}
	}
	if at.follows(s, space) {
		return Behind, 0, at.Node.Elem
	}
	return NoReason, 0, nil
}

// follows reports whether an element with that name starts something that
// comes before p in a sequence around it.
func (p *Place) follows(s Symbol, space string) bool {
	for n := p; n.parent != nil && !n.repeats(); n = n.parent {
		if n.parent.Kind != Sequence {
			continue
		}
		for _, c := range n.parent.startedBefore(n.number, s) {
			if leaf := c.enter(s, space); leaf != nil && leaf.Kind == Element {
				return true
			}
		}
	}
	return false
}

// startedBefore returns the members of a sequence before one of them, of a long
// one those that an element with that name can start.
func (p *Place) startedBefore(end int, s Symbol) []*Place {
	if p.index == nil {
		return p.children[:end]
	}
	var list []*Place
	for _, i := range p.index.of(p.children).starts[s] {
		if i < end {
			list = append(list, p.children[i])
		}
	}
	return list
}
