package diff

import (
	"iter"

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
	old, new *pool
	also     []any // particles that have another place and are not told of
}

func (m *matcher) leftovers(o, n *content.Node, old, new []placed) *leftovers {
	return &leftovers{m: m, within: pair[*content.Node]{o, n}, old: newPool(old, m.v.names), new: newPool(new, nil)}
}

func (l *leftovers) take(i, j int) { l.old.taken[i], l.new.taken[j] = true, true }

// replaced compares the groups that alone stand in one place: whatever their
// members are, one has taken the place of the other.
func (l *leftovers) replaced() {
	old, now := l.old.alone(), l.new.alone()
	for i, o := range l.old.left() {
		if !o.IsGroup() || old[standing(o)] < 0 {
			continue
		}
		if j, ok := now[standing(o)]; ok && j >= 0 {
			l.m.particle(o.Node, l.new.list[j].Node)
			l.take(i, j)
		}
	}
}

// stand is where groups of one kind stand.
type stand struct {
	gap        int
	compositor xsd.Compositor
}

func standing(p placed) stand { return stand{p.gap, p.Compositor} }

// alone returns the one group that stands somewhere, -1 for several.
func (p *pool) alone() map[stand]int {
	at := map[stand]int{}
	for i, m := range p.left() {
		if !m.IsGroup() {
			continue
		}
		if _, again := at[standing(m)]; again {
			i = -1
		}
		at[standing(m)] = i
	}
	return at
}

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
			l.m.group(loose(members, group, l.within.old), group)
			l.new.taken[j] = true
		}
	}
	for i, o := range l.old.left() {
		group := o.Node
		if members := l.new.takeNamed(kidNames(group, l.m.v.names)); len(members) > 0 {
			l.m.group(group, loose(members, group, l.within.new))
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
// in the same place with the same type and bounds under a similar name, or with a
// type that has become another under one that is much the same.
func (l *leftovers) renamed() {
	for i, o := range l.old.left() {
		j, confidence := l.successor(o)
		if j < 0 {
			continue
		}
		n := l.new.list[j].Node
		id := change.ElementRenamed
		if confidence == 100 {
			id, confidence = change.ElementCaseChanged, 0
		}
		l.m.plan(id, o.Node, n, elementName(o.Node), elementName(n))
		l.m.edits[len(l.m.edits)-1].confidence = confidence
		l.m.particle(o.Node, n)
		l.take(i, j)
	}
}

func elementName(n *content.Node) *text {
	return &text{show: n.Elem.Name.Local, key: n.Elem.Name.String()}
}

// successor returns the place of the new element that o has become, with the
// likeness of their names, or -1.
func (l *leftovers) successor(o placed) (place, confidence int) {
	if o.Elem == nil {
		return -1, 0
	}
	name := l.old.name(o.Node)
	if j := l.new.first(l.new.byCase[anyCase(name)]); j >= 0 {
		return j, 100
	}
	best, place := minSimilar-1, -1
	for _, j := range l.new.like(slotKey{name.Space, o.gap, o.Min, o.Max}, name.Local) {
		n := l.new.list[j].Elem
		s := min(similarity(name.Local, n.Name.Local), 99)
		if s > best && (l.m.v.sameType(o.Elem.Type, n.Type) || successor(s, o.Elem.Type, n.Type, l.m.v.names)) {
			best, place = s, j
		}
	}
	return place, best
}

// report plans what is left as added and removed. In a choice each member is a
// branch.
func (l *leftovers) report(wasChoice, isChoice bool) {
	for _, o := range l.old.left() {
		l.one(o.Node, true, wasChoice, !o.Emptiable())
	}
	for _, n := range l.new.left() {
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
