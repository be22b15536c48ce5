package diff

import (
	"cmp"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// matcher plans for two content models in normal form which of their particles
// stand for each other, and what is said of the others.
type matcher struct {
	v *versions
	*modelPlan
	// mayLack is set within what old documents may lack, an optional group or
	// the branch of a choice: what is required there was never guaranteed.
	mayLack bool
	// written has the particles that others stand for whose bounds are those that
	// they have in the group around them.
	written map[*content.Node]*content.Node
}

// matchModels returns the plan of two content models.
func matchModels(v *versions, o, n *content.Node) *modelPlan {
	m := &matcher{v: v, modelPlan: &modelPlan{}, written: map[*content.Node]*content.Node{}}
	m.group(o, n)
	return m.modelPlan
}

func (m *matcher) plan(id change.ID, o, n *content.Node, oldText, newText *text) {
	e := edit{id: id, oldText: oldText, newText: newText, loose: m.mayLack}
	if o != nil {
		e.old, e.oldStep, e.step = anchorOf(o), stepOf(o), stepOf(o)
	}
	if n != nil {
		e.new, e.step = anchorOf(n), stepOf(n)
	}
	if o == nil {
		e.oldStep = e.step
	}
	m.edits = append(m.edits, e)
}

// group compares two groups.
func (m *matcher) group(o, n *content.Node) {
	before := m.mayLack
	defer func() { m.mayLack = before }()
	m.mayLack = before || o.Min == 0 || o.Compositor == xsd.Choice
	switch {
	case o.Compositor != n.Compositor && o.Compositor != xsd.All && n.Compositor != xsd.All:
		m.compositors(o, n)
		o, n = m.spread(o), m.spread(n) // its bounds are part of what has changed
		if m.repeatsMore(o, n) {
			m.edits[len(m.edits)-1].besides = change.CompositorOccursWidened
		}
	case o.Compositor != n.Compositor:
		m.compositors(o, n)
		fallthrough
	default:
		m.groupOccurs(o, n)
	}
	if o.Compositor == xsd.Sequence && n.Compositor == xsd.Sequence {
		m.sequence(o, n)
	} else {
		m.unordered(o, n)
	}
}

func (m *matcher) compositors(o, n *content.Node) {
	id := change.ID(o.Compositor.String() + "-to-" + n.Compositor.String())
	if change.RuleOf(id) == nil {
		m.irregular = true
		return
	}
	m.plan(id, o, n, nodeText(o), nodeText(n))
	if !slices.ContainsFunc(o.Kids, func(k *content.Node) bool { return !k.Emptiable() }) {
		m.edits[len(m.edits)-1].loose = true // no reader could rely on any of them
	}
}

// spread returns a group whose members have the bounds that they have within it: of
// (a | b)* each may be absent and may repeat, as of (a*, b*).
func (m *matcher) spread(g *content.Node) *content.Node {
	out := &content.Node{Min: 1, Max: 1, Particle: g.Particle, Compositor: g.Compositor}
	for _, k := range g.Kids {
		within := *k
		within.Min, within.Max = xsd.Times(g.Min, k.Min), xsd.Times(g.Max, k.Max)
		if g.Compositor == xsd.Choice {
			within.Min = 0
		}
		m.written[&within] = k
		out.Kids = append(out.Kids, &within)
	}
	return out
}

// repeatsMore reports whether an element of a spread group may occur more often than
// before for the bounds of the group alone, as of (a | b) and (a, b)*.
func (m *matcher) repeatsMore(o, n *content.Node) bool {
	return slices.ContainsFunc(o.Kids, func(a *content.Node) bool {
		return a.Elem != nil && slices.ContainsFunc(n.Kids, func(b *content.Node) bool {
			return b.Elem != nil && m.v.names.Name(a.Elem.Name) == b.Elem.Name && m.sameBounds(a, b) &&
				a.Max != xsd.Unbounded && (b.Max == xsd.Unbounded || a.Max < b.Max)
		})
	})
}

// sameBounds reports whether two particles have the same bounds, or are written with
// the same.
func (m *matcher) sameBounds(o, n *content.Node) bool {
	same := func(a, b *content.Node) bool { return a.Min == b.Min && a.Max == b.Max }
	return same(o, n) || same(cmp.Or(m.written[o], o), cmp.Or(m.written[n], n))
}

func (m *matcher) groupOccurs(o, n *content.Node) {
	switch {
	case m.sameBounds(o, n):
	case within(o, n):
		m.plan(change.CompositorOccursWidened, o, n, nodeText(o), nodeText(n))
	case within(n, o):
		m.plan(change.CompositorOccursNarrowed, o, n, nodeText(o), nodeText(n))
	default:
		m.irregular = true
	}
}

// within reports whether the bounds of b allow all that those of a do.
func within(a, b *content.Node) bool {
	return a.Min >= b.Min && (b.Max == xsd.Unbounded || a.Max != xsd.Unbounded && a.Max <= b.Max)
}

// particle compares two particles that stand for each other.
func (m *matcher) particle(o, n *content.Node) {
	switch {
	case o.IsGroup() && n.IsGroup():
		m.group(o, n)
	case o.Elem != nil && n.Elem != nil:
		m.occurs(o, n)
		if m.v.names.Name(o.Elem.Name) != n.Elem.Name && o.Elem.Name.Local == n.Elem.Name.Local {
			m.plan(change.ElementFormChanged, o, n, formText(o.Elem.Name), formText(n.Elem.Name))
		}
		m.pairUp(o, n)
	case o.Any != nil && n.Any != nil:
		m.occurs(o, n)
		for _, e := range wildcardEdits(m.v.names, o.Any, n.Any, anchorOf(o), anchorOf(n)) {
			e.oldStep, e.step = "*", "*"
			m.edits = append(m.edits, e)
		}
	}
}

// occurs compares the bounds of an element or wildcard.
func (m *matcher) occurs(o, n *content.Node) {
	if m.sameBounds(o, n) {
		return
	}
	least, most := minRule(o.Min, n.Min), maxRule(o.Max, n.Max)
	if to, ok := ofWildcard[least]; ok && n.Any != nil {
		least = to
	}
	if to, ok := ofWildcard[most]; ok && n.Any != nil {
		most = to
	}
	if least == "" && most == "" {
		return
	}
	m.plan(cmp.Or(most, least), o, n, occursText(o, m.v.old.Schema), occursText(n, m.v.new.Schema))
	if least != "" && most != "" { // both bounds are one change
		m.edits[len(m.edits)-1].besides = least
	}
}

// occursText is the bounds of a particle, with the type beside them.
func occursText(n *content.Node, s *xsd.Schema) *text {
	t := plain(n.Occurs())
	t.occurs = t.show
	if n.Elem != nil {
		t.of = typeText(s, n.Elem.Type).show
	}
	return t
}

// ofWildcard has the rules for the bounds of a wildcard: nobody relies on what
// it takes, so that they are just numbers.
var ofWildcard = map[change.ID]change.ID{
	change.ElementBecameRequired: change.MinOccursIncreased, change.ElementBecameOptional: change.MinOccursDecreased,
	change.ElementBecameRepeated: change.MaxOccursIncreased, change.ElementBecameSingle: change.MaxOccursDecreased,
}

func minRule(o, n int) change.ID {
	switch {
	case o == n:
		return ""
	case o == 0:
		return change.ElementBecameRequired
	case n == 0:
		return change.ElementBecameOptional
	case o < n:
		return change.MinOccursIncreased
	}
	return change.MinOccursDecreased
}

func maxRule(o, n int) change.ID {
	switch {
	case o == n:
		return ""
	case o == 1:
		return change.ElementBecameRepeated
	case n == 1:
		return change.ElementBecameSingle
	case n == xsd.Unbounded || o != xsd.Unbounded && o < n:
		return change.MaxOccursIncreased
	}
	return change.MaxOccursDecreased
}

// unordered compares the members of two groups at least one of which is a
// choice or an all group: there a place means nothing.
func (m *matcher) unordered(o, n *content.Node) {
	keys := keysOf(m.v.names, o.Kids, n.Kids)
	waiting := map[int][]*content.Node{}
	for _, k := range n.Kids {
		waiting[keys.new[k]] = append(waiting[keys.new[k]], k)
	}
	var old, now []placed
	for i, k := range o.Kids {
		key := keys.old[i]
		if len(waiting[key]) == 0 {
			old = append(old, placed{Node: k})
			continue
		}
		m.particle(k, waiting[key][0])
		waiting[key] = waiting[key][1:]
	}
	for _, k := range n.Kids {
		if w := waiting[keys.new[k]]; len(w) > 0 && w[0] == k {
			now = append(now, placed{Node: k})
			waiting[keys.new[k]] = w[1:]
		}
	}
	rest := m.leftovers(o, n, old, now)
	rest.renamed()
	if o.Compositor == xsd.Choice && n.Compositor == xsd.Choice {
		rest.rearranged()
	}
	rest.report(o.Compositor == xsd.Choice, n.Compositor == xsd.Choice)
}

// sequence compares two sequences with respect to order.
func (m *matcher) sequence(was, is *content.Node) {
	o, n := was.Kids, is.Kids
	keys := keysOf(m.v.names, o, n)
	newKeys := make([]int, len(n))
	for i, k := range n {
		newKeys[i] = keys.new[k]
	}
	var old, now []placed
	i, j := 0, 0
	for gap, p := range append(align(keys.old, newKeys), [2]int{len(o), len(n)}) {
		for ; i < p[0]; i++ {
			old = append(old, placed{o[i], gap, previous(o, i)})
		}
		for ; j < p[1]; j++ {
			now = append(now, placed{n[j], gap, previous(n, j)})
		}
		if i < len(o) && j < len(n) {
			m.particle(o[i], n[j])
		}
		i, j = i+1, j+1
	}
	rest := m.leftovers(was, is, old, now)
	rest.replaced()
	rest.moved()
	rest.regrouped()
	rest.renamed()
	rest.wrapped()
	rest.report(false, false)
}

func previous(kids []*content.Node, i int) *content.Node {
	if i == 0 {
		return nil
	}
	return kids[i-1]
}
