package content

import (
	"errors"
	"fmt"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Node is a particle in normal form. Levels that only bracket are gone, bounds
// that only multiply are multiplied, and what can match nothing but the empty
// sequence is left out: the many ways to write one content model give, as far
// as these steps go, the same tree. So
//
//	(a, (b, (c)), ()?)   is   (a, b, c)
//	((a{0,2}){1,3})      is   a{0,6}, but (a{2,3}){0,2} stays, as it has no 1
//	(a | b | ())         is   (a | b)?
//
// What accepts nothing, not even the empty sequence, is a choice without kids,
// and the whole tree is one where it cannot be without that. A node is not changed once it is made.
type Node struct {
	// Min and Max are the bounds, Max [xsd.Unbounded] for none.
	Min, Max int
	// Particle is where the term stands in the schema, for positions.
	Particle *xsd.Particle
	// Elem or Any is set where the node matches an element. Else it is a
	// group: a Compositor of Kids.
	Elem       *xsd.ElementDecl
	Any        *xsd.Wildcard
	Compositor xsd.Compositor
	Kids       []*Node
}

// maxNodes bounds one content model. Groups that are referred to twice are two
// nodes, so that a few lines of schema could ask for any number of them.
const maxNodes = 1 << 17

// ErrTooLarge says that a content model has too many particles once its groups
// are written out.
var ErrTooLarge = fmt.Errorf("the content model has more than %d particles once its groups are written out", maxNodes)

// ErrNestedAll says that an all group stands within another group (Part 1
// §3.8.6, All Group Limited).
var ErrNestedAll = errors.New("the content model has an all group within another group")

// Normal returns the normal form of a content model: a sequence without
// children for one that accepts nothing but the empty sequence, as nil does.
func Normal(p *xsd.Particle) (*Node, error) {
	z := normalizer{left: maxNodes}
	n := z.node(p)
	switch {
	case z.left < 0:
		return nil, ErrTooLarge
	case n == nil:
		return &Node{Min: 1, Max: 1, Particle: p}, nil
	case n.hasNestedAll():
		return nil, ErrNestedAll
	}
	return n, nil
}

// Tree returns the normal form of a content model as a sequence that occurs
// once, for those who walk through it. Of one that is too large, which no
// schema has that compiles, it is the beginning.
func Tree(p *xsd.Particle) *Node {
	z := normalizer{left: maxNodes}
	n := z.node(p)
	switch {
	case n == nil:
		return &Node{Min: 1, Max: 1, Particle: p}
	case n.isGroup(xsd.Sequence) && n.Once():
		return n
	}
	return &Node{Min: 1, Max: 1, Particle: p, Kids: []*Node{n}}
}

// IsGroup reports whether the node has children rather than to match elements.
func (n *Node) IsGroup() bool { return n.Elem == nil && n.Any == nil }

// Once reports whether the node occurs exactly once.
func (n *Node) Once() bool { return n.Min == 1 && n.Max == 1 }

// Repeats reports whether the node may occur more than once.
func (n *Node) Repeats() bool { return n.Max > 1 || n.Max == xsd.Unbounded }

// Emptiable reports whether the node accepts the empty sequence.
func (n *Node) Emptiable() bool { return n.Min == 0 || n.roundEmptiable() }

// roundEmptiable reports whether a round of the node can be empty.
func (n *Node) roundEmptiable() bool {
	if !n.IsGroup() {
		return false
	}
	for _, k := range n.Kids {
		if k.Emptiable() == (n.Compositor == xsd.Choice) {
			return n.Compositor == xsd.Choice
		}
	}
	return n.Compositor != xsd.Choice
}

// isGroup reports whether the node is a group of that compositor.
func (n *Node) isGroup(c xsd.Compositor) bool { return n.IsGroup() && n.Compositor == c }

// Elements calls visit for the element nodes, in document order.
func (n *Node) Elements(visit func(*Node)) {
	if n.Elem != nil {
		visit(n)
	}
	for _, k := range n.Kids {
		k.Elements(visit)
	}
}

// Occurs returns the bounds as min..max, with * for no upper bound.
func (n *Node) Occurs() string { return (xsd.Range{Low: n.Min, High: n.Max}).String() }

func (n *Node) hasNestedAll() bool {
	for _, k := range n.Kids {
		if k.isGroup(xsd.All) || k.hasNestedAll() {
			return true
		}
	}
	return false
}

// normalizer makes nodes, as many as left.
type normalizer struct{ left int }

// node returns the normal form of a particle, nil if it accepts nothing but
// the empty sequence.
func (z *normalizer) node(p *xsd.Particle) *Node {
	if p == nil || p.Max == 0 {
		return nil
	}
	if z.left--; z.left < 0 {
		return nil
	}
	n := &Node{Min: max(p.Min, 0), Max: p.Max, Particle: p}
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		n.Elem = t
	case *xsd.Wildcard:
		n.Any = t
	case *xsd.ModelGroup:
		n.Compositor = t.Compositor
		return z.group(n, t.Particles)
	}
	return n
}

// group gives n its children and returns what remains of it.
func (z *normalizer) group(n *Node, particles []*xsd.Particle) *Node {
	impossible := false
	for _, p := range particles {
		switch k := z.node(p); {
		case k == nil && n.Compositor == xsd.Choice:
			n.Min = 0 // each round may take this one
		case k == nil:
		case k.isNothing():
			impossible = impossible || n.Compositor != xsd.Choice
		default:
			n.adopt(k)
		}
	}
	switch {
	case impossible || n.isNothing():
		return n.nothing()
	case len(n.Kids) == 0:
		return nil
	case len(n.Kids) == 1:
		return n.merge(n.Kids[0])
	}
	return n
}

// nothing is a group no round of which accepts anything, as a choice without
// alternatives.
func (n *Node) nothing() *Node {
	if n.Min == 0 {
		return nil
	}
	return &Node{Min: 1, Max: 1, Particle: n.Particle, Compositor: xsd.Choice}
}

func (n *Node) isNothing() bool { return n.isGroup(xsd.Choice) && len(n.Kids) == 0 }

// adopt adds a child, or the children of one that only brackets.
func (n *Node) adopt(k *Node) {
	switch {
	case !k.isGroup(n.Compositor) || k.Max != 1:
	case k.Min == 1:
		n.Kids = append(n.Kids, k.Kids...)
		return
	case n.Compositor == xsd.Choice:
		n.Min = 0
		n.Kids = append(n.Kids, k.Kids...)
		return
	}
	n.Kids = append(n.Kids, k)
}

// merge returns one node for a group with a single child where that accepts
// the same: the numbers of rounds that child{a,b}{p,q} allows, p·a to p·b, then
// (p+1)·a to (p+1)·b and so on, must leave no gap.
func (n *Node) merge(k *Node) *Node {
	if k.isGroup(xsd.All) && n.Repeats() || n.Max != n.Min && !gapless(n.Min, k.Min, k.Max) {
		return n
	}
	k.Min, k.Max = xsd.Times(n.Min, k.Min), xsd.Times(n.Max, k.Max)
	return k
}

// gapless reports whether (k+1)·low ≤ k·high + 1 for k and so for all greater.
func gapless(k, low, high int) bool {
	next, end := xsd.Times(xsd.Plus(k, 1), low), xsd.Times(k, high)
	return end == xsd.Unbounded || next-1 <= end
}
