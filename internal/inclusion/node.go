package inclusion

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Node is a particle in normal form: groups that only bracket are gone, so
// that two ways to write one content model give the same tree. Only the term
// that is set counts: Elem, Any, or else a group of Kids.
type Node struct {
	Min, Max   int
	Particle   *xsd.Particle // where the term stands
	Elem       *xsd.ElementDecl
	Any        *xsd.Wildcard
	Compositor xsd.Compositor
	Kids       []*Node
}

// IsGroup reports whether the node is a group.
func (n *Node) IsGroup() bool { return n.Elem == nil && n.Any == nil }

// Once reports whether the node occurs exactly once.
func (n *Node) Once() bool { return n.Min == 1 && n.Max == 1 }

// Emptiable reports whether the node accepts nothing at all.
func (n *Node) Emptiable() bool {
	if n.Min == 0 {
		return true
	}
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

// Content returns the content of a type as a sequence that occurs once.
func Content(p *xsd.Particle) *Node {
	n := normal(p)
	switch {
	case n == nil:
		return &Node{Min: 1, Max: 1, Particle: p}
	case n.IsGroup() && n.Once() && n.Compositor == xsd.Sequence:
		return n
	default:
		return &Node{Min: 1, Max: 1, Particle: p, Kids: []*Node{n}}
	}
}

// normal returns the normal form of a particle, nil if it accepts nothing but
// the empty sequence.
func normal(p *xsd.Particle) *Node {
	if p == nil {
		return nil
	}
	n := &Node{Min: p.Min, Max: p.Max, Particle: p}
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		n.Elem = t
	case *xsd.Wildcard:
		n.Any = t
	case *xsd.ModelGroup:
		n.Compositor = t.Compositor
		return n.fill(t.Particles)
	}
	return n
}

// fill gives a group its members and returns what remains of it.
func (n *Node) fill(particles []*xsd.Particle) *Node {
	for _, q := range particles {
		k := normal(q)
		switch {
		case k == nil:
		case k.IsGroup() && k.Once() && k.Compositor == n.Compositor && n.Compositor != xsd.All:
			n.Kids = append(n.Kids, k.Kids...)
		default:
			n.Kids = append(n.Kids, k)
		}
	}
	switch {
	case len(n.Kids) == 0 && (n.Compositor != xsd.Choice || n.Min == 0):
		return nil
	case len(n.Kids) == 1:
		return n.single(n.Kids[0])
	}
	return n
}

// single merges a group of one member into it where the bounds multiply to
// bounds: (a?)* is a*, but (a{2,3})* is no a{…}.
func (n *Node) single(k *Node) *Node {
	switch {
	case n.Once():
		return k
	case k.Once():
		k.Min, k.Max = n.Min, n.Max
		return k
	case k.Min <= 1 && k.Max == xsd.Unbounded, k.Min == 0 && k.Max == 1:
		k.Min *= n.Min
		k.Max = timesMax(k.Max, n.Max)
		return k
	}
	return n
}

func timesMax(a, b int) int {
	if a == xsd.Unbounded || b == xsd.Unbounded {
		return xsd.Unbounded
	}
	return a * b
}

// Elements calls visit for the elements of the tree, in document order.
func (n *Node) Elements(visit func(*Node)) {
	if n.Elem != nil {
		visit(n)
	}
	for _, k := range n.Kids {
		k.Elements(visit)
	}
}

// Occurs returns the bounds as min..max.
func (n *Node) Occurs() string { return (&xsd.Particle{Min: n.Min, Max: n.Max}).Occurs() }
