package content

import (
	"math"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Grammar says what the leaves of a content model match.
type Grammar struct {
	// Schema has the substitution groups of elements.
	Schema *xsd.Schema
	// Symbol returns the symbol of a name of the schema. Models whose
	// symbols are of one alphabet can be compared.
	Symbol func(xsd.QName) Symbol
	// Namespaces, where it is not nil, translates what wildcards allow as
	// Symbol translates names.
	Namespaces func(xsd.NamespaceConstraint) xsd.NamespaceConstraint
	// Valid narrows leaves to the elements that a valid document can have:
	// none that is abstract, and where a wildcard is strict those that are
	// declared. Without it a leaf also matches what is wrong in itself,
	// which a validator then says.
	Valid bool

	declared map[Symbol]bool // what strict wildcards match, once asked for
}

// strict returns the elements that a wildcard with strict processing lets in
// (Part 1 §3.10.1).
func (g *Grammar) strict() map[Symbol]bool {
	if g.declared == nil {
		g.declared = map[Symbol]bool{}
		for _, e := range g.Schema.Elements() {
			if !e.Abstract {
				g.declared[g.Symbol(e.Name)] = true
			}
		}
	}
	return g.declared
}

// unbounded is the upper bound of a place that may occur any number of times.
const unbounded uint64 = math.MaxUint64

// Model is a content model as a finite automaton with counters. A state is the
// leaf that matched last; counters hold how many rounds the places around it
// have had. It is immutable and safe for concurrent use.
//
// In a model that keeps to unique particle attribution, an element matches one
// leaf at most. What the counters are may still be open: see [tally].
type Model struct {
	node   *Node
	root   *Place
	leaves []*Place
	slots  int // counters in use at once
	// interact is set where counts have to be followed by a tally.
	interact bool
	// all is set where the root is an all group.
	all bool
	// index finds the leaves of a long model.
	index leafIndex
}

// New returns the automaton of a content model. A group that holds nothing but
// an all group, as [Tree] makes it, is that; elsewhere within n there must not
// be any.
func New(n *Node, g *Grammar) *Model {
	for n.IsGroup() && n.Once() && len(n.Kids) == 1 {
		n = n.Kids[0]
	}
	b := &builder{grammar: g}
	m := &Model{node: n, root: b.place(n), all: n.isGroup(xsd.All)}
	m.root.settle()
	m.slots = b.number(m.root, 0)
	m.leaves = b.leaves
	m.interact = countsInteract(m.root, nil)
	return m
}

// Node returns the normal form that the model was made of.
func (m *Model) Node() *Node { return m.node }

// Slots returns how many counters a [Position] in the model needs.
func (m *Model) Slots() int { return m.slots }

// Leaves returns the places that match elements, in the order of the model.
// The state of each is its index and one.
func (m *Model) Leaves() []*Place { return m.leaves }

// builder makes places of nodes.
type builder struct {
	grammar *Grammar
	leaves  []*Place
}

func (b *builder) place(n *Node) *Place {
	p := &Place{Kind: kindOf(n), Node: n, min: uint64(n.Min), max: unbounded}
	if n.Max != xsd.Unbounded {
		p.max = uint64(n.Max)
	}
	switch p.Kind {
	case Element:
		b.element(p, n.Elem)
	case Wildcard:
		b.wildcard(p, n.Any)
	default:
		p.children = make([]*Place, len(n.Kids))
		for i, c := range n.Kids {
			p.children[i] = b.place(c)
		}
	}
	return p
}

func (b *builder) element(p *Place, decl *xsd.ElementDecl) {
	if !decl.Abstract || !b.grammar.Valid {
		p.Symbol = b.grammar.Symbol(decl.Name)
	}
	for _, m := range b.grammar.Schema.Group(decl) {
		if m.Abstract && b.grammar.Valid {
			continue
		}
		if p.members == nil {
			p.members = map[Symbol]*xsd.ElementDecl{}
		}
		p.members[b.grammar.Symbol(m.Name)] = m
	}
}

func (b *builder) wildcard(p *Place, w *xsd.Wildcard) {
	p.allows = w.Namespaces
	if b.grammar.Namespaces != nil {
		p.allows = b.grammar.Namespaces(p.allows)
	}
	if b.grammar.Valid && w.Process == xsd.Strict {
		p.declared = b.grammar.strict()
	}
}

// number gives states to the leaves and counters to the places that need them.
// slots is how many counters are in use around p; the result how many are with
// all below it. Places side by side share counters, but for the members of an
// all group, which count at the same time.
func (b *builder) number(p *Place, slots int) (most int) {
	p.counter = -1
	inAll := p.parent != nil && p.parent.Kind == All
	switch {
	case inAll:
		p.counter = slots + p.number
	case p.Kind != All && (p.floor > 1 || p.max > 1 && p.max != unbounded):
		p.counter = slots
		slots++
	}
	if p.leaf() {
		b.leaves = append(b.leaves, p)
		p.State = len(b.leaves)
	}
	most = slots
	if p.Kind == All {
		most += len(p.children)
	}
	for _, c := range p.children {
		most = max(most, b.number(c, slots))
	}
	return most
}

// countsInteract reports whether a repeated place within another one makes it
// matter which of the two a further element counts for: then all possibilities
// have to be followed (see [tally]). It is not so where greed is safe, the
// inner one first: a count that has no lower bound to reach is best kept low,
// and an unbounded place can always begin again.
func countsInteract(p *Place, above []*Place) bool {
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
