package check

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// operand is a particle with its group's pointless levels taken away and, for
// the head of a substitution group, the choice that it stands for.
type operand struct {
	p          *xsd.Particle // for positions
	min, max   int
	total      xsd.Range // Effective Total Range (Part 1 §3.8.6)
	element    *xsd.ElementDecl
	wildcard   *xsd.Wildcard
	compositor xsd.Compositor
	children   []operand // of a group
	expanded   bool      // an element that is already a member of its group
	anyOrder   bool      // a choice made of a substitution group
}

func (o operand) isGroup() bool { return o.element == nil && o.wildcard == nil }

// bounds is how often the operand may occur.
func (o operand) bounds() xsd.Range { return xsd.Range{Low: o.min, High: o.max} }

// emptiable reports whether the operand accepts nothing.
func (o operand) emptiable() bool { return o.total.Low == 0 }

// operand prepares a particle: a group of one that occurs once is that one.
func (r *restriction) operand(p *xsd.Particle) operand {
	o := operand{p: p, min: p.Min, max: p.Max, total: xsd.Range{Low: p.Min, High: p.Max}}
	if !r.step(1) {
		return o
	}
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		o.element = t
	case *xsd.Wildcard:
		o.wildcard = t
	case *xsd.ModelGroup:
		o.compositor = t.Compositor
		o.children = r.members(nil, t)
		if p.Min == 1 && p.Max == 1 && len(o.children) == 1 {
			return o.children[0]
		}
		o.setRange()
	}
	return o
}

// members appends the particles of a group without the pointless ones
// (clause 1 to 3 of Part 1 §3.9.6, "pointless occurrences").
func (r *restriction) members(list []operand, g *xsd.ModelGroup) []operand {
	for _, q := range g.Particles {
		if r.spent() {
			break
		}
		inner, ok := q.Term.(*xsd.ModelGroup)
		switch {
		case !ok:
			list = append(list, r.operand(q))
		case len(inner.Particles) == 0 && (inner.Compositor != xsd.Choice || q.Min == 0):
		case q.Min == 1 && q.Max == 1 && inner.Compositor == g.Compositor && g.Compositor != xsd.All:
			r.step(1)
			list = r.members(list, inner)
		default:
			list = join(list, g.Compositor, r.operand(q))
		}
	}
	return list
}

// join appends a group that is the member of another one, or its members
// where the group itself is pointless.
func join(list []operand, outer xsd.Compositor, o operand) []operand {
	switch {
	case o.isGroup() && o.min == 1 && o.max == 1 && o.compositor == outer && outer != xsd.All:
		return append(list, o.children...)
	case o.isGroup() && len(o.children) == 0 && o.compositor != xsd.Choice:
		return list
	}
	return append(list, o)
}

// substituted turns the head of a substitution group into a choice of its
// members.
func (r *restriction) substituted(o operand) operand {
	if o.element == nil || o.expanded || len(r.schema.Group(o.element)) == 0 {
		return o
	}
	choice := operand{p: o.p, min: o.min, max: o.max, compositor: xsd.Choice, anyOrder: true}
	for _, m := range r.schema.Substitutes(o.element) {
		r.step(1)
		choice.children = append(choice.children, operand{p: o.p, min: 1, max: 1, total: xsd.Range{Low: 1, High: 1}, element: m, expanded: true})
	}
	choice.setRange()
	return choice
}

// setRange computes the range of a group from those of its children.
func (o *operand) setRange() {
	parts := make([]xsd.Range, len(o.children))
	for i, c := range o.children {
		parts[i] = c.total
	}
	o.total = o.compositor.Total(xsd.Range{Low: o.min, High: o.max}, parts)
}

// partners are the members of a group that a particle may be matched with, in
// whatever order. In a large group elements are found by name.
type partners struct {
	group  operand
	byName map[xsd.QName][]int
	others []int // what is no element, or stands for several
}

func (r *restriction) partners(b operand) *partners {
	l := &partners{group: b}
	if len(b.children) <= 16 {
		return l
	}
	l.byName = map[xsd.QName][]int{}
	for i, c := range b.children {
		if r.isPlain(c) {
			l.byName[c.element.Name] = append(l.byName[c.element.Name], i)
		} else {
			l.others = append(l.others, i)
		}
	}
	return l
}

// isPlain reports whether o is an element that just one name matches.
func (r *restriction) isPlain(o operand) bool {
	return o.element != nil && (o.expanded || len(r.schema.Group(o.element)) == 0)
}

// find returns the first member that c restricts and that is not used yet, or
// -1.
func (l *partners) find(r *restriction, c operand, used []bool) int {
	try := func(i int) bool {
		return !r.spent() && (used == nil || !used[i]) && r.check(c, l.group.children[i]) == nil
	}
	if l.byName == nil || !r.isPlain(c) {
		for i := range l.group.children {
			if try(i) {
				return i
			}
		}
		return -1
	}
	for _, list := range [][]int{l.byName[c.element.Name], l.others} {
		for _, i := range list {
			if try(i) {
				return i
			}
		}
	}
	return -1
}
