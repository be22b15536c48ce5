package check

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// unambiguous is Unique Particle Attribution (Part 1 §3.8.6): while a document
// is read, the name of an element alone says which particle it belongs to.
//
// The check walks the content model with, for each place, the set of leaves
// that could come next there, and looks for two different leaves in one set
// that match a common name. Counts are not unrolled: behind an iteration the
// set holds the leaves that start the next one, those that follow the whole,
// or both where the count leaves both open.
//
// Only rivals count, leaves whose names some other leaf matches too: most
// content models have none and are done at once.
func (k *checker) unambiguous(t Type, p *xsd.Particle) {
	k.budget.begin()
	a := &ambiguity{budget: k.budget, schema: k.schema, diags: k.diags, doc: t.Doc, checked: map[*next]bool{}, leafRoom: k.room}
	a.leaves, a.nodes, a.names = a.leaves[:0], a.nodes[:0], emptied(a.names)
	if root := a.expand(p); root != nil && a.findRivals() {
		a.conflicts(a.first(root, nil))
		a.walk(root, nil)
	}
	k.room = a.leafRoom
	if a.spent() {
		a.tooMuch(k.diags, t.T.Pos, "checked for ambiguity")
	}
}

// ambiguity is the state of one check.
type ambiguity struct {
	*budget
	leafRoom
	schema  *xsd.Schema
	diags   *diag.List
	doc     Document
	checked map[*next]bool
	found   bool
}

// leafRoom is room for the leaves of a content model, which the next check
// uses again.
type leafRoom struct {
	leaves []*modelNode
	nodes  []modelNode
	names  map[xsd.QName]*modelNode // see findRivals
}

// node returns a node for a particle.
func (a *ambiguity) node(p *xsd.Particle) *modelNode {
	if a.nodes == nil {
		a.nodes = make([]modelNode, 0, 256)
	}
	i := len(a.nodes)
	if i == cap(a.nodes) {
		n := &modelNode{p: p}
		n.single.leaf = n
		return n
	}
	a.nodes = a.nodes[:i+1]
	n := &a.nodes[i]
	*n = modelNode{p: p, children: n.children[:0]}
	n.single.leaf = n
	return n
}

// modelNode is a particle at one place of a content model. Groups that are
// referred to twice are two places.
type modelNode struct {
	p        *xsd.Particle
	group    *xsd.ModelGroup // nil for a leaf
	children []*modelNode
	nullable bool
	rival    bool
	single   next // the set of just this leaf
	// starts is what start returned, once started is set.
	starts  *next
	started bool
}

// next is a set of leaves, as a tree of unions that share parts.
type next struct {
	leaf        *modelNode
	left, right *next
}

func union(a, b *next) *next {
	switch {
	case a == nil:
		return b
	case b == nil || a == b:
		return a
	}
	return &next{left: a, right: b}
}

// expand copies a content model so that each place is a node of its own.
func (a *ambiguity) expand(p *xsd.Particle) *modelNode {
	if !a.step(1) {
		return nil
	}
	n := a.node(p)
	g, ok := p.Term.(*xsd.ModelGroup)
	if !ok {
		n.nullable = p.Min == 0
		a.leaves = append(a.leaves, n)
		return n
	}
	n.group = g
	some, all := len(g.Particles) == 0, true
	for _, q := range g.Particles {
		child := a.expand(q)
		if child == nil {
			return nil
		}
		n.children = append(n.children, child)
		some, all = some || child.nullable, all && child.nullable
	}
	n.nullable = p.Min == 0 || all || g.Compositor == xsd.Choice && some
	return n
}

// first returns the leaves that can start n; behind follows where n may be
// empty.
func (a *ambiguity) first(n *modelNode, behind *next) *next {
	set := a.start(n)
	if n.nullable {
		set = union(set, behind)
	}
	return set
}

// start returns the rivals that can start n when it is not empty.
func (a *ambiguity) start(n *modelNode) *next {
	if n.started || !a.step(1) {
		return n.starts
	}
	n.started = true
	switch {
	case n.group == nil && n.rival:
		n.starts = &n.single
	case n.group != nil:
		for _, child := range n.children {
			n.starts = union(n.starts, a.start(child))
			if n.group.Compositor == xsd.Sequence && !child.nullable {
				break
			}
		}
	}
	return n.starts
}

// walk checks what can follow each leaf of n, where behind follows n.
func (a *ambiguity) walk(n *modelNode, behind *next) {
	if !a.step(1) || a.found {
		return
	}
	bodyEmpty := n.group != nil && a.bodyNullable(n)
	repeats := n.p.Max == xsd.Unbounded || n.p.Max > 1
	switch {
	case !repeats:
		a.body(n, behind)
	case n.p.Min == n.p.Max && !bodyEmpty:
		// An exact count: in the middle only another round can come, at the
		// end only what follows.
		a.body(n, a.start(n))
		a.body(n, behind)
	default:
		a.body(n, union(a.start(n), behind))
	}
}

func (a *ambiguity) bodyNullable(n *modelNode) bool {
	some, all := len(n.children) == 0, true
	for _, c := range n.children {
		some, all = some || c.nullable, all && c.nullable
	}
	if n.group.Compositor == xsd.Choice {
		return some
	}
	return all
}

// body checks one round of n, where behind follows that round.
func (a *ambiguity) body(n *modelNode, behind *next) {
	switch {
	case n.group == nil:
		a.conflicts(behind)
	case n.group.Compositor == xsd.Choice:
		for _, child := range n.children {
			a.walk(child, behind)
		}
	case n.group.Compositor == xsd.All:
		a.conflicts(union(a.start(n), behind))
		for _, child := range n.children {
			a.walk(child, behind)
		}
	default:
		// From the back, so that what follows each child is built once.
		for i := len(n.children) - 1; i >= 0; i-- {
			a.walk(n.children[i], behind)
			behind = a.first(n.children[i], behind)
		}
	}
}
