package diff

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// leftovers are the members of two groups that an alignment has not paired.
// Each pass takes away those that together are one edit; what remains has come
// or gone.
type leftovers struct {
	*matcher
	within   [2]*node // the groups, of the old and the new version
	old, new []placed
}

// placed is a particle with its place in a sequence: how many pairs stand
// before it, and its neighbour.
type placed struct {
	*node
	gap    int
	before *node
}

func (l *leftovers) dropOld(i int) { l.old = slices.Delete(l.old, i, i+1) }
func (l *leftovers) dropNew(j int) { l.new = slices.Delete(l.new, j, j+1) }

// moved finds elements that have another place.
func (l *leftovers) moved() {
	for i := 0; i < len(l.old); i++ {
		o := l.old[i]
		if o.isGroup() {
			continue
		}
		j := slices.IndexFunc(l.new, func(n placed) bool { return l.sameName(o.node, n.node) })
		if j < 0 {
			continue
		}
		n := l.new[j]
		l.plan("element-moved", o.node, n.node, placeText(o), placeText(n))
		l.particle(o.node, n.node)
		l.dropOld(i)
		l.dropNew(j)
		i--
	}
}

func (l *leftovers) sameName(o, n *node) bool {
	return o.elem != nil && n.elem != nil && l.names.name(o.elem.Name) == n.elem.Name
}

func placeText(p placed) *text {
	switch {
	case p.before == nil:
		return plain("first")
	case p.before.step() == "":
		return plain("after a group")
	}
	return plain("after " + p.before.step())
}

// regrouped finds elements that are now in a group of their own, or were.
func (l *leftovers) regrouped() {
	for j := 0; j < len(l.new); j++ {
		group := l.new[j].node
		if !group.isGroup() {
			continue
		}
		var members []*node
		l.old = slices.DeleteFunc(l.old, func(o placed) bool {
			in := l.contains(group, o.node, l.names, nil)
			if in {
				members = append(members, o.node)
			}
			return in
		})
		if len(members) > 0 {
			l.group(loose(members, group, l.within[0]), group)
			l.dropNew(j)
			j--
		}
	}
	l.ungrouped()
}

func (l *leftovers) ungrouped() {
	for i := 0; i < len(l.old); i++ {
		group := l.old[i].node
		if !group.isGroup() {
			continue
		}
		var members []*node
		l.new = slices.DeleteFunc(l.new, func(n placed) bool {
			in := l.contains(group, n.node, nil, l.names)
			if in {
				members = append(members, n.node)
			}
			return in
		})
		if len(members) > 0 {
			l.group(group, loose(members, group, l.within[1]))
			l.dropOld(i)
			i--
		}
	}
}

// contains reports whether an element of that name is a member of the group.
func (l *leftovers) contains(group, e *node, names, groupNames *renames) bool {
	return e.elem != nil && slices.ContainsFunc(group.kids, func(k *node) bool {
		return k.elem != nil && groupNames.name(k.elem.Name) == names.name(e.elem.Name)
	})
}

// loose returns elements as the group that they amount to: a sequence; one
// element beside a choice is a choice without alternatives. Bounds of a single
// element count as the group's where the group repeats.
func loose(members []*node, beside, within *node) *node {
	if len(members) > 1 {
		return &node{min: 1, max: 1, particle: within.particle, compositor: xsd.Sequence, kids: members}
	}
	one := *members[0]
	out := &node{min: 1, max: 1, particle: within.particle, compositor: beside.compositor}
	if !beside.once() {
		out.min, out.max, one.min, one.max = one.min, one.max, 1, 1
	}
	out.kids = []*node{&one}
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
		n := l.new[j].node
		id := "element-renamed"
		if confidence == 100 {
			id, confidence = "element-case-changed", 0
		}
		l.plan(id, o.node, n, elementName(o.node), elementName(n))
		l.edits[len(l.edits)-1].confidence = confidence
		l.particle(o.node, n)
		l.dropOld(i)
		l.dropNew(j)
		i--
	}
}

func elementName(n *node) *text {
	return &text{show: n.elem.Name.Local, key: n.elem.Name.String()}
}

// minSimilar is the likeness of names, in percent, from which on a renaming is
// taken for granted.
const minSimilar = 50

// successor returns the index of the new element that o has become, with the
// likeness of their names, or -1.
func (l *leftovers) successor(o placed) (index, confidence int) {
	if o.elem == nil {
		return -1, 0
	}
	best, index := minSimilar-1, -1
	for j, n := range l.new {
		if n.elem == nil || l.names.space(o.elem.Name.Space) != n.elem.Name.Space {
			continue
		}
		if strings.EqualFold(o.elem.Name.Local, n.elem.Name.Local) {
			return j, 100
		}
		if n.gap != o.gap || n.min != o.min || n.max != o.max || !l.sameType(o.elem.Type, n.elem.Type) {
			continue
		}
		if s := min(similarity(o.elem.Name.Local, n.elem.Name.Local), 99); s > best {
			best, index = s, j
		}
	}
	return index, best
}

func (m *matcher) sameType(o, n xsd.Type) bool {
	if !m.sameRef(o, n) {
		return false
	}
	return isGlobal(m.old.Schema, o) || m.oldSum(o) == m.newSum(n)
}

// wrapped finds elements that have gone into a new element, or come out of an
// old one.
func (l *leftovers) wrapped() {
	for j := 0; j < len(l.new); j++ {
		inside := l.inner(l.new[j].node)
		taken := l.take(&l.old, inside, l.names, nil)
		if len(taken) == 0 {
			continue
		}
		wrapper := l.new[j].node
		l.plan("element-wrapped", taken[0], wrapper, listText(taken), wrapText(wrapper, taken))
		for _, t := range taken {
			k := l.named(inside, t, l.names, nil)
			l.pairs = append(l.pairs, elementPair{t, k, joinSteps(wrapper.step(), k.step())})
		}
		l.dropNew(j)
		j--
	}
	for i := 0; i < len(l.old); i++ {
		inside := l.inner(l.old[i].node)
		taken := l.take(&l.new, inside, nil, l.names)
		if len(taken) == 0 {
			continue
		}
		wrapper := l.old[i].node
		l.plan("element-unwrapped", wrapper, taken[0], wrapText(wrapper, taken), listText(taken))
		for _, t := range taken {
			l.pairUp(l.named(inside, t, nil, l.names), t)
		}
		l.dropOld(i)
		i--
	}
}

// inner returns the elements directly within an element.
func (l *leftovers) inner(n *node) []*node {
	if n.elem == nil {
		return nil
	}
	ct, ok := n.elem.Type.(*xsd.ComplexType)
	if !ok || ct == xsd.AnyType {
		return nil
	}
	var list []*node
	contentTree(ct.Content.Particle).elements(func(k *node) { list = append(list, k) })
	return list
}

// take removes from a list the elements whose names are among the inner ones.
func (l *leftovers) take(list *[]placed, inside []*node, names, insideNames *renames) []*node {
	var taken []*node
	*list = slices.DeleteFunc(*list, func(p placed) bool {
		if p.elem == nil || !slices.ContainsFunc(inside, func(k *node) bool { return insideNames.name(k.elem.Name) == names.name(p.elem.Name) }) {
			return false
		}
		taken = append(taken, p.node)
		return true
	})
	return taken
}

// named returns the first of the inner elements that has the name of e.
func (l *leftovers) named(inside []*node, e *node, names, insideNames *renames) *node {
	i := slices.IndexFunc(inside, func(k *node) bool { return insideNames.name(k.elem.Name) == names.name(e.elem.Name) })
	return inside[i]
}

func listText(list []*node) *text {
	var parts []*text
	for _, n := range list {
		parts = append(parts, elementName(n))
	}
	return joinText(", ", parts...)
}

func wrapText(wrapper *node, taken []*node) *text {
	inside := listText(taken)
	return joinText("", elementName(wrapper), &text{show: "(" + inside.show + ")", key: "(" + inside.key + ")"})
}

// report plans what is left as added and removed. In a choice each member is a
// branch.
func (l *leftovers) report(wasChoice, isChoice bool) {
	for _, o := range l.old {
		l.one(o.node, true, wasChoice, !o.emptiable())
	}
	for _, n := range l.new {
		l.one(n.node, false, isChoice, !n.emptiable())
	}
}

// one plans the coming or going of a particle; that of a group shows in its
// elements.
func (l *leftovers) one(n *node, gone, choice, required bool) {
	switch {
	case choice:
		l.comeOrGo(n, gone, "choice-branch-added", "choice-branch-removed")
	case n.any != nil:
		l.comeOrGo(n, gone, "wildcard-added", "wildcard-removed")
	case n.elem != nil && required:
		l.comeOrGo(n, gone, "element-added-required", "element-removed-required")
	case n.elem != nil:
		l.comeOrGo(n, gone, "element-added-optional", "element-removed-optional")
	default:
		l.members(n, gone, required)
	}
}

// members plans the members of a group. One that must occur makes its required
// members required; of a choice without any, all branches.
func (l *leftovers) members(n *node, gone, required bool) {
	all := n.compositor == xsd.Choice
	for _, k := range n.kids {
		l.one(k, gone, false, required && (all || !k.emptiable()))
	}
}

func (l *leftovers) comeOrGo(n *node, gone bool, added, removed string) {
	if gone {
		l.plan(removed, n, nil, particleText(n, l.comparer.old.Schema), nil)
	} else {
		l.plan(added, nil, n, nil, particleText(n, l.comparer.new.Schema))
	}
}

// particleText says of a particle how often it occurs and what it is.
func particleText(n *node, s *xsd.Schema) *text {
	switch {
	case n.elem != nil:
		return use(n.occurs(), typeText(s, n.elem.Type))
	case n.any != nil:
		return joinText(" ", plain(n.occurs()), wildcardText(n.any))
	}
	return nodeText(n)
}
