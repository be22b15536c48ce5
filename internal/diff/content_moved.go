package diff

import (
	"iter"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// maxRearranged bounds the sizes of the choices that are looked at for one that
// was rearranged.
const maxRearranged = 2_000_000

// rearranged leaves out the branches of a choice that the other version still
// accepts, in another branch: (a|b|c) and (a|(b,c?)) share b.
func (l *leftovers) rearranged() {
	o, n, v := l.within.old, l.within.new, l.m.v
	before, after := occurring(o, v.old.Schema, v.names), occurring(n, v.new.Schema, nil)
	work := maxRearranged
	for i, p := range l.old.left() {
		if !occurring(p.Node, v.old.Schema, v.names).within(after) {
			continue
		}
		if work -= after.size; work < 0 {
			return
		}
		if v.forwardContent(alone(p.Node, o), n) == inclusion.Holds {
			l.old.taken[i] = true
			l.also = append(l.also, p.Particle)
			l.pairWithin(p.Node, n)
		}
	}
	for j, p := range l.new.left() {
		if !occurring(p.Node, v.new.Schema, nil).within(before) {
			continue
		}
		if work -= before.size; work < 0 {
			return
		}
		if v.backwardContent(o, alone(p.Node, n)) == inclusion.Holds {
			l.new.taken[j] = true
			l.also = append(l.also, p.Particle)
		}
	}
}

// occurrences are the elements that a content model has, by their new names.
type occurrences struct {
	names map[xsd.QName]bool
	wild  bool // others can be among them
	size  int  // particles
}

func occurring(n *content.Node, s *xsd.Schema, names *inclusion.Names) occurrences {
	o := occurrences{names: map[xsd.QName]bool{}}
	o.add(n, s, names)
	return o
}

func (o *occurrences) add(n *content.Node, s *xsd.Schema, names *inclusion.Names) {
	o.size++
	o.wild = o.wild || n.Any != nil
	if n.Elem != nil {
		for _, e := range s.Substitutes(n.Elem) {
			o.names[names.Name(e.Name)] = true
		}
	}
	for _, k := range n.Kids {
		o.add(k, s, names)
	}
}

// within reports whether all elements of one content model are among those of
// another: else it plainly accepts what the other does not.
func (o occurrences) within(other occurrences) bool {
	if other.wild {
		return true
	}
	for name := range o.names {
		if !other.names[name] {
			return false
		}
	}
	return !o.wild
}

// alone is a branch as if its choice had no other.
func alone(branch, of *content.Node) *content.Node {
	return &content.Node{Min: of.Min, Max: of.Max, Particle: of.Particle, Compositor: of.Compositor, Kids: []*content.Node{branch}}
}

// pairWithin pairs the elements of an old branch with those of their names in
// the new choice.
func (l *leftovers) pairWithin(branch, n *content.Node) {
	inside := firstNamed(n, nil)
	branch.Elements(func(k *content.Node) {
		if to := inside[l.old.name(k)]; to != nil {
			l.m.pairUp(k, to)
		}
	})
}

// firstNamed has the first element of each name within a group.
func firstNamed(n *content.Node, names *inclusion.Names) map[xsd.QName]*content.Node {
	first := map[xsd.QName]*content.Node{}
	n.Elements(func(k *content.Node) {
		if name := names.Name(k.Elem.Name); first[name] == nil {
			first[name] = k
		}
	})
	return first
}

// moved finds elements that have another place.
func (l *leftovers) moved() {
	for i, o := range l.old.left() {
		if o.Elem == nil {
			continue
		}
		j := l.new.first(l.new.byName[l.old.name(o.Node)])
		if j < 0 {
			continue
		}
		n := l.new.list[j]
		l.m.plan(change.ElementMoved, o.Node, n.Node, placeText(o), placeText(n))
		l.m.particle(o.Node, n.Node)
		l.take(i, j)
	}
}

func placeText(p placed) *text {
	switch {
	case p.before == nil:
		return plain("first")
	case stepOf(p.before) == "":
		return plain("after a group")
	}
	return plain("after " + stepOf(p.before))
}

// regrouped finds elements that are now in a group of their own, or were.
func (l *leftovers) regrouped() {
	for j, n := range l.new.left() {
		group := n.Node
		if members := l.old.takeNamed(kidNames(group, nil)); len(members) > 0 {
			l.m.group(l.loose(members, group, l.within.old), group)
			l.new.taken[j] = true
		}
	}
	for i, o := range l.old.left() {
		group := o.Node
		if members := l.new.takeNamed(kidNames(group, l.m.v.names)); len(members) > 0 {
			l.m.group(group, l.loose(members, group, l.within.new))
			l.old.taken[i] = true
		}
	}
}

// kidNames yields the names of the elements that are members of a group.
func kidNames(group *content.Node, names *inclusion.Names) iter.Seq[xsd.QName] {
	return func(yield func(xsd.QName) bool) {
		for _, k := range group.Kids {
			if k.Elem != nil && !yield(names.Name(k.Elem.Name)) {
				return
			}
		}
	}
}

// loose returns elements as the group that they amount to: a sequence; one
// element beside a choice is a choice without alternatives. Bounds of a single
// element count as the group's where the group repeats, and as its own as well
// where those of the element in the group do nothing more: a? is (a?)?.
func (l *leftovers) loose(members []*content.Node, beside, within *content.Node) *content.Node {
	if len(members) > 1 {
		return &content.Node{Min: 1, Max: 1, Particle: within.Particle, Compositor: xsd.Sequence, Kids: members}
	}
	one := *members[0]
	out := &content.Node{Min: 1, Max: 1, Particle: within.Particle, Compositor: beside.Compositor}
	if !beside.Once() {
		out.Min, out.Max, one.Min, one.Max = one.Min, one.Max, 1, 1
		if k := l.namesake(beside, one.Elem); k != nil && k.Min == 0 {
			one.Min = out.Min
		}
		if k := l.namesake(beside, one.Elem); k != nil && k.Max == xsd.Unbounded {
			one.Max = out.Max
		}
	}
	out.Kids = []*content.Node{&one}
	return out
}

// namesake returns the member of a group that is an element of the other version,
// nil for none.
func (l *leftovers) namesake(group *content.Node, e *xsd.ElementDecl) *content.Node {
	names := l.m.v.names
	i := slices.IndexFunc(group.Kids, func(k *content.Node) bool {
		return k.Elem != nil && (names.Name(k.Elem.Name) == e.Name || names.Name(e.Name) == k.Elem.Name)
	})
	if i < 0 {
		return nil
	}
	return group.Kids[i]
}
