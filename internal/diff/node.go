package diff

import "github.com/wbxgen/wbxgen/internal/xsd"

// node is a particle in normal form: groups that only bracket are gone, so
// that two ways to write one content model give the same tree. Only the term
// that is set counts: elem, any, or else a group of kids.
type node struct {
	min, max   int
	particle   *xsd.Particle // where the term stands
	elem       *xsd.ElementDecl
	any        *xsd.Wildcard
	compositor xsd.Compositor
	kids       []*node
}

func (n *node) isGroup() bool { return n.elem == nil && n.any == nil }

func (n *node) once() bool { return n.min == 1 && n.max == 1 }

// emptiable reports whether the node accepts nothing at all.
func (n *node) emptiable() bool {
	if n.min == 0 {
		return true
	}
	if !n.isGroup() {
		return false
	}
	for _, k := range n.kids {
		if k.emptiable() == (n.compositor == xsd.Choice) {
			return n.compositor == xsd.Choice
		}
	}
	return n.compositor != xsd.Choice
}

// anchor is what findings about the node point at.
func (n *node) anchor() anchor {
	if n.particle == nil {
		return anchor{}
	}
	return anchor{n.particle, n.particle.Pos}
}

// contentTree returns the content of a type as a sequence that occurs once.
func contentTree(p *xsd.Particle) *node {
	n := normal(p)
	switch {
	case n == nil:
		return &node{min: 1, max: 1, particle: p}
	case n.isGroup() && n.once() && n.compositor == xsd.Sequence:
		return n
	default:
		return &node{min: 1, max: 1, particle: p, kids: []*node{n}}
	}
}

// normal returns the normal form of a particle, nil if it accepts nothing but
// the empty sequence.
func normal(p *xsd.Particle) *node {
	if p == nil {
		return nil
	}
	n := &node{min: p.Min, max: p.Max, particle: p}
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		n.elem = t
	case *xsd.Wildcard:
		n.any = t
	case *xsd.ModelGroup:
		n.compositor = t.Compositor
		return n.fill(t.Particles)
	}
	return n
}

// fill gives a group its members and returns what remains of it.
func (n *node) fill(particles []*xsd.Particle) *node {
	for _, q := range particles {
		k := normal(q)
		switch {
		case k == nil:
		case k.isGroup() && k.once() && k.compositor == n.compositor && n.compositor != xsd.All:
			n.kids = append(n.kids, k.kids...)
		default:
			n.kids = append(n.kids, k)
		}
	}
	switch {
	case len(n.kids) == 0 && (n.compositor != xsd.Choice || n.min == 0):
		return nil
	case len(n.kids) == 1:
		return n.single(n.kids[0])
	}
	return n
}

// single merges a group of one member into it where the bounds multiply to
// bounds: (a?)* is a*, but (a{2,3})* is no a{…}.
func (n *node) single(k *node) *node {
	switch {
	case n.once():
		return k
	case k.once():
		k.min, k.max = n.min, n.max
		return k
	case k.min <= 1 && k.max == xsd.Unbounded, k.min == 0 && k.max == 1:
		k.min *= n.min
		k.max = timesMax(k.max, n.max)
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

// elements calls visit for the elements of the tree, in document order.
func (n *node) elements(visit func(*node)) {
	if n.elem != nil {
		visit(n)
	}
	for _, k := range n.kids {
		k.elements(visit)
	}
}

// occurs returns the bounds as min..max.
func (n *node) occurs() string { return (&xsd.Particle{Min: n.min, Max: n.max}).Occurs() }
