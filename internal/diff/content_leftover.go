package diff

import (
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/likeness"
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
	best, place := likeness.Similar-1, -1
	for _, j := range l.new.like(slotKey{name.Space, o.gap, o.Min, o.Max}, name.Local) {
		n := l.new.list[j].Elem
		s := min(likeness.Names(name.Local, n.Name.Local), 99)
		if s > best && (l.m.v.sameType(o.Elem.Type, n.Type) || likeness.Successor(s, o.Elem.Type, n.Type, l.m.v.names)) {
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
