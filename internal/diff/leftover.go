package diff

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// leftovers are the members of two groups that an alignment has not paired.
// Each pass takes away those that together are one edit; what remains has come
// or gone.
type leftovers struct {
	m        *matcher
	within   pair[*content.Node] // the groups
	old, new []placed
	also     []any // particles that have another place and are not told of
}

// placed is a particle with its place in a sequence: how many pairs stand
// before it, and its neighbour.
type placed struct {
	*content.Node
	gap    int
	before *content.Node
}

func (l *leftovers) dropOld(i int) { l.old = slices.Delete(l.old, i, i+1) }
func (l *leftovers) dropNew(j int) { l.new = slices.Delete(l.new, j, j+1) }

// replaced compares the groups that alone stand in one place: whatever their
// members are, one has taken the place of the other.
func (l *leftovers) replaced() {
	for i := 0; i < len(l.old); i++ {
		o := l.old[i]
		if j := l.aloneIn(o); j >= 0 {
			l.m.particle(o.Node, l.new[j].Node)
			l.dropOld(i)
			l.dropNew(j)
			i--
		}
	}
}

// aloneIn returns the index of the one new group of the same kind that stands
// where an old one alone does, -1 for none.
func (l *leftovers) aloneIn(o placed) int {
	in := func(list []placed) (at int) {
		at = -1
		for k, p := range list {
			if p.gap != o.gap || !p.IsGroup() || p.Compositor != o.Compositor {
				continue
			}
			if at >= 0 {
				return -1
			}
			at = k
		}
		return at
	}
	if !o.IsGroup() || in(l.old) < 0 {
		return -1
	}
	return in(l.new)
}

// rearranged leaves out the branches of a choice that the other version still
// accepts, in another branch: (a|b|c) and (a|(b,c?)) share b.
func (l *leftovers) rearranged() {
	o, n := l.within.old, l.within.new
	var kept []any
	l.old = slices.DeleteFunc(l.old, func(p placed) bool {
		in := l.m.v.forwardContent(alone(p.Node, o), n) == inclusion.Holds
		if in {
			kept = append(kept, p.Particle)
			l.pairWithin(p.Node, n)
		}
		return in
	})
	l.new = slices.DeleteFunc(l.new, func(p placed) bool {
		in := l.m.v.backwardContent(o, alone(p.Node, n)) == inclusion.Holds
		if in {
			kept = append(kept, p.Particle)
		}
		return in
	})
	l.also = kept
}

// alone is a branch as if its choice had no other.
func alone(branch, of *content.Node) *content.Node {
	return &content.Node{Min: of.Min, Max: of.Max, Particle: of.Particle, Compositor: of.Compositor, Kids: []*content.Node{branch}}
}

// pairWithin pairs the elements of an old branch with those of their names in
// the new choice.
func (l *leftovers) pairWithin(branch, n *content.Node) {
	branch.Elements(func(k *content.Node) {
		found := false
		n.Elements(func(to *content.Node) {
			if !found && l.m.v.sameElement(k, to) {
				found = true
				l.m.pairUp(k, to)
			}
		})
	})
}

// moved finds elements that have another place.
func (l *leftovers) moved() {
	for i := 0; i < len(l.old); i++ {
		o := l.old[i]
		if o.IsGroup() {
			continue
		}
		j := slices.IndexFunc(l.new, func(n placed) bool { return l.m.v.sameElement(o.Node, n.Node) })
		if j < 0 {
			continue
		}
		n := l.new[j]
		l.m.plan(change.ElementMoved, o.Node, n.Node, placeText(o), placeText(n))
		l.m.particle(o.Node, n.Node)
		l.dropOld(i)
		l.dropNew(j)
		i--
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
	for j := 0; j < len(l.new); j++ {
		group := l.new[j].Node
		if !group.IsGroup() {
			continue
		}
		var members []*content.Node
		l.old = slices.DeleteFunc(l.old, func(o placed) bool {
			in := contains(group, o.Node, l.m.v.names, nil)
			if in {
				members = append(members, o.Node)
			}
			return in
		})
		if len(members) > 0 {
			l.m.group(loose(members, group, l.within.old), group)
			l.dropNew(j)
			j--
		}
	}
	l.ungrouped()
}

func (l *leftovers) ungrouped() {
	for i := 0; i < len(l.old); i++ {
		group := l.old[i].Node
		if !group.IsGroup() {
			continue
		}
		var members []*content.Node
		l.new = slices.DeleteFunc(l.new, func(n placed) bool {
			in := contains(group, n.Node, nil, l.m.v.names)
			if in {
				members = append(members, n.Node)
			}
			return in
		})
		if len(members) > 0 {
			l.m.group(group, loose(members, group, l.within.new))
			l.dropOld(i)
			i--
		}
	}
}

// contains reports whether an element of that name is a member of the group.
func contains(group, e *content.Node, names, groupNames *inclusion.Names) bool {
	return e.Elem != nil && slices.ContainsFunc(group.Kids, func(k *content.Node) bool {
		return k.Elem != nil && groupNames.Name(k.Elem.Name) == names.Name(e.Elem.Name)
	})
}

// loose returns elements as the group that they amount to: a sequence; one
// element beside a choice is a choice without alternatives. Bounds of a single
// element count as the group's where the group repeats.
func loose(members []*content.Node, beside, within *content.Node) *content.Node {
	if len(members) > 1 {
		return &content.Node{Min: 1, Max: 1, Particle: within.Particle, Compositor: xsd.Sequence, Kids: members}
	}
	one := *members[0]
	out := &content.Node{Min: 1, Max: 1, Particle: within.Particle, Compositor: beside.Compositor}
	if !beside.Once() {
		out.Min, out.Max, one.Min, one.Max = one.Min, one.Max, 1, 1
	}
	out.Kids = []*content.Node{&one}
	return out
}

// renamed finds elements whose name differs in case, and then those that stand
// in the same place with the same type and bounds under a similar name.
func (l *leftovers) renamed() {
	for i := 0; i < len(l.old); i++ {
		o := l.old[i]
		j, confidence := l.successor(o)
		if j < 0 {
			continue
		}
		n := l.new[j].Node
		id := change.ElementRenamed
		if confidence == 100 {
			id, confidence = change.ElementCaseChanged, 0
		}
		l.m.plan(id, o.Node, n, elementName(o.Node), elementName(n))
		l.m.edits[len(l.m.edits)-1].confidence = confidence
		l.m.particle(o.Node, n)
		l.dropOld(i)
		l.dropNew(j)
		i--
	}
}

func elementName(n *content.Node) *text {
	return &text{show: n.Elem.Name.Local, key: n.Elem.Name.String()}
}

// successor returns the index of the new element that o has become, with the
// likeness of their names, or -1.
func (l *leftovers) successor(o placed) (index, confidence int) {
	if o.Elem == nil {
		return -1, 0
	}
	best, index := minSimilar-1, -1
	for j, n := range l.new {
		if n.Elem == nil || l.m.v.names.Space(o.Elem.Name.Space) != n.Elem.Name.Space {
			continue
		}
		if strings.EqualFold(o.Elem.Name.Local, n.Elem.Name.Local) {
			return j, 100
		}
		if n.gap != o.gap || n.Min != o.Min || n.Max != o.Max || !l.m.v.sameType(o.Elem.Type, n.Elem.Type) {
			continue
		}
		if s := min(similarity(o.Elem.Name.Local, n.Elem.Name.Local), 99); s > best {
			best, index = s, j
		}
	}
	return index, best
}

// report plans what is left as added and removed. In a choice each member is a
// branch.
func (l *leftovers) report(wasChoice, isChoice bool) {
	for _, o := range l.old {
		l.one(o.Node, true, wasChoice, !o.Emptiable())
	}
	for _, n := range l.new {
		l.one(n.Node, false, isChoice, !n.Emptiable())
	}
}

// one plans the coming or going of a particle; that of a group shows in its
// elements.
func (l *leftovers) one(n *content.Node, gone, choice, required bool) {
	switch {
	case choice:
		l.comeOrGo(n, gone, change.ChoiceBranchAdded, change.ChoiceBranchRemoved)
	case n.Any != nil:
		l.comeOrGo(n, gone, change.WildcardAdded, change.WildcardRemoved)
	case n.Elem != nil && required:
		l.comeOrGo(n, gone, change.ElementAddedRequired, change.ElementRemovedRequired)
	case n.Elem != nil:
		l.comeOrGo(n, gone, change.ElementAddedOptional, change.ElementRemovedOptional)
	default:
		l.members(n, gone, required)
	}
}

// members plans the members of a group. One that must occur makes its required
// members required; of a choice without any, all branches.
func (l *leftovers) members(n *content.Node, gone, required bool) {
	all := n.Compositor == xsd.Choice
	for _, k := range n.Kids {
		l.one(k, gone, false, required && (all || !k.Emptiable()))
	}
}

func (l *leftovers) comeOrGo(n *content.Node, gone bool, added, removed change.ID) {
	if gone {
		l.m.plan(removed, n, nil, particleText(n, l.m.v.old.Schema), nil)
	} else {
		l.m.plan(added, nil, n, nil, particleText(n, l.m.v.new.Schema))
	}
	l.m.edits[len(l.m.edits)-1].also = l.also
}

// particleText says of a particle how often it occurs and what it is.
func particleText(n *content.Node, s *xsd.Schema) *text {
	switch {
	case n.Elem != nil:
		return use(n.Occurs(), typeText(s, n.Elem.Type))
	case n.Any != nil:
		return joinText(" ", plain(n.Occurs()), wildcardText(n.Any))
	}
	return nodeText(n)
}
