package diff

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// matcher compares two content models in normal form. It first plans what it
// would report, so that a plan which inclusion contradicts can be dropped.
type matcher struct {
	*comparer
	edits []edit
	// pairs are the particles of one element in both.
	pairs []elementPair
	// irregular is set where no rule describes a difference.
	irregular bool
	// onward and back say whether each model accepts all of the other's words.
	onward, back verdict
}

// elementPair is an element in both content models, with the step to it in the
// new one.
type elementPair struct {
	old, new *node
	step     string
}

func (m *matcher) pairUp(o, n *node) { m.pairs = append(m.pairs, elementPair{o, n, n.step()}) }

// edit is a planned finding.
type edit struct {
	id               string
	old, new         anchor
	oldText, newText *text
	step             string
	confidence       int
}

func (m *matcher) plan(id string, o, n *node, oldText, newText *text) {
	e := edit{id: id, oldText: oldText, newText: newText}
	if o != nil {
		e.old, e.step = o.anchor(), o.step()
	}
	if n != nil {
		e.new, e.step = n.anchor(), n.step()
	}
	m.edits = append(m.edits, e)
}

// step returns the path step to a particle.
func (n *node) step() string {
	switch {
	case n.elem != nil:
		return n.elem.Name.Local
	case n.any != nil:
		return "*"
	}
	return ""
}

func (m *matcher) report() {
	for _, e := range m.edits {
		f := m.reportAt(m.stepped(e.step), e.id, e.old, e.new, e.oldText, e.newText)
		f.confidence = e.confidence
		if rulesBy[e.id].Judged {
			m.judge(f)
		}
	}
}

// judge sets the level of a compositor that has changed by what inclusion
// shows for the whole content model.
func (m *matcher) judge(f *finding) {
	switch m.onward {
	case holds:
		f.severity.Request = Info
	case unknown:
		f.severity.Request, f.reason = Risk, Unproven
	}
}

// contradicted reports whether the plan says more or less than inclusion
// does: a break without one document that breaks, or none where there is.
func (m *matcher) contradicted() bool {
	var worst Severity
	for _, e := range m.edits {
		r := rulesBy[e.id]
		if r.Judged {
			return false
		}
		worst = worst.merge(r.Severity)
	}
	return against(worst.Request, m.onward) || against(worst.Strict, m.back)
}

func against(l Level, v verdict) bool {
	return l == Break && v == holds || l <= Info && v == fails
}

// group compares two groups.
func (m *matcher) group(o, n *node) {
	if o.compositor != n.compositor {
		m.compositors(o, n)
	}
	if o.min != n.min || o.max != n.max {
		m.groupOccurs(o, n)
	}
	if o.compositor == xsd.Sequence && n.compositor == xsd.Sequence {
		m.sequence(o, n)
	} else {
		m.unordered(o, n)
	}
}

func (m *matcher) compositors(o, n *node) {
	id := o.compositor.String() + "-to-" + n.compositor.String()
	if rulesBy[id] == nil {
		m.irregular = true
		return
	}
	m.plan(id, o, n, nodeText(o), nodeText(n))
}

func (m *matcher) groupOccurs(o, n *node) {
	switch {
	case within(o, n):
		m.plan("compositor-occurs-widened", o, n, nodeText(o), nodeText(n))
	case within(n, o):
		m.plan("compositor-occurs-narrowed", o, n, nodeText(o), nodeText(n))
	default:
		m.irregular = true
	}
}

// within reports whether the bounds of b allow all that those of a do.
func within(a, b *node) bool {
	return a.min >= b.min && (b.max == xsd.Unbounded || a.max != xsd.Unbounded && a.max <= b.max)
}

// particle compares two particles that stand for each other.
func (m *matcher) particle(o, n *node) {
	switch {
	case o.isGroup() && n.isGroup():
		m.group(o, n)
	case o.elem != nil && n.elem != nil:
		m.occurs(o, n)
		if m.names.name(o.elem.Name) != n.elem.Name && o.elem.Name.Local == n.elem.Name.Local {
			m.plan("element-form-changed", o, n, formText(o.elem.Name), formText(n.elem.Name))
		}
		m.pairUp(o, n)
	case o.any != nil && n.any != nil:
		m.occurs(o, n)
		for _, e := range m.wildcardEdits(o.any, n.any, o.anchor(), n.anchor()) {
			e.step = "*"
			m.edits = append(m.edits, e)
		}
	}
}

// occurs compares the bounds of an element or wildcard.
func (m *matcher) occurs(o, n *node) {
	oldText, newText := m.occursText(o, m.comparer.old.Schema), m.occursText(n, m.comparer.new.Schema)
	for _, id := range []string{minRule(o.min, n.min), maxRule(o.max, n.max)} {
		if to, ok := ofWildcard[id]; ok && n.any != nil {
			id = to
		}
		if id != "" {
			m.plan(id, o, n, oldText, newText)
		}
	}
}

// occursText is the bounds of a particle, with the type beside them.
func (m *matcher) occursText(n *node, s *xsd.Schema) *text {
	t := plain(n.occurs())
	t.occurs = t.show
	if n.elem != nil {
		t.of = typeText(s, n.elem.Type).show
	}
	return t
}

// ofWildcard has the rules for the bounds of a wildcard: nobody relies on what
// it takes, so that they are just numbers.
var ofWildcard = map[string]string{
	"element-became-required": "min-occurs-increased", "element-became-optional": "min-occurs-decreased",
	"element-became-repeated": "max-occurs-increased", "element-became-single": "max-occurs-decreased",
}

func minRule(o, n int) string {
	switch {
	case o == n:
		return ""
	case o == 0:
		return "element-became-required"
	case n == 0:
		return "element-became-optional"
	case o < n:
		return "min-occurs-increased"
	}
	return "min-occurs-decreased"
}

func maxRule(o, n int) string {
	switch {
	case o == n:
		return ""
	case o == 1:
		return "element-became-repeated"
	case n == 1:
		return "element-became-single"
	case n == xsd.Unbounded || o != xsd.Unbounded && o < n:
		return "max-occurs-increased"
	}
	return "max-occurs-decreased"
}

// unordered compares the members of two groups at least one of which is a
// choice or an all group: there a place means nothing.
func (m *matcher) unordered(o, n *node) {
	keys := m.keys(o.kids, n.kids)
	left := slices.Clone(n.kids)
	rest := &leftovers{matcher: m, within: [2]*node{o, n}}
	for i, k := range o.kids {
		j := slices.IndexFunc(left, func(l *node) bool { return l != nil && keys.new[l] == keys.old[i] })
		if j < 0 {
			rest.old = append(rest.old, placed{node: k})
			continue
		}
		m.particle(k, left[j])
		left[j] = nil
	}
	for _, l := range left {
		if l != nil {
			rest.new = append(rest.new, placed{node: l})
		}
	}
	rest.renamed()
	rest.report(o.compositor == xsd.Choice, n.compositor == xsd.Choice)
}

// sequence compares two sequences with respect to order.
func (m *matcher) sequence(was, is *node) {
	o, n := was.kids, is.kids
	keys := m.keys(o, n)
	newKeys := make([]int, len(n))
	for i, k := range n {
		newKeys[i] = keys.new[k]
	}
	rest := &leftovers{matcher: m, within: [2]*node{was, is}}
	i, j := 0, 0
	for gap, p := range append(align(keys.old, newKeys), [2]int{len(o), len(n)}) {
		for ; i < p[0]; i++ {
			rest.old = append(rest.old, placed{o[i], gap, previous(o, i)})
		}
		for ; j < p[1]; j++ {
			rest.new = append(rest.new, placed{n[j], gap, previous(n, j)})
		}
		if i < len(o) && j < len(n) {
			m.particle(o[i], n[j])
		}
		i, j = i+1, j+1
	}
	rest.moved()
	rest.regrouped()
	rest.renamed()
	rest.wrapped()
	rest.report(false, false)
}

func previous(kids []*node, i int) *node {
	if i == 0 {
		return nil
	}
	return kids[i-1]
}

// keyed has a number for each member of two groups: those that stand for each
// other have the same.
type keyed struct {
	old []int
	new map[*node]int
}

func (m *matcher) keys(o, n []*node) keyed {
	numbers := map[string]int{}
	number := func(name string) int {
		if _, ok := numbers[name]; !ok {
			numbers[name] = len(numbers)
		}
		return numbers[name]
	}
	known := map[xsd.QName]bool{}
	for _, k := range n {
		if k.elem != nil {
			known[k.elem.Name] = true
		}
	}
	partner := m.partners(o, n)
	out := keyed{new: map[*node]int{}}
	for i, k := range o {
		name := memberName(k, "old", i)
		if k.elem != nil {
			name = m.spelled(k.elem.Name, known)
		}
		out.old = append(out.old, number(name))
		if to := partner[k]; to != nil {
			out.new[to] = number(name)
		}
	}
	for i, k := range n {
		if _, ok := out.new[k]; !ok {
			out.new[k] = number(memberName(k, "new", i))
		}
	}
	return out
}

// memberName is the key of a member that none of the other side is, unless by
// its name: a group is itself alone.
func memberName(n *node, side string, i int) string {
	switch {
	case n.elem != nil:
		return n.elem.Name.String()
	case n.any != nil:
		return "*"
	}
	return side + strconv.Itoa(i)
}

// spelled returns the name under which an old element is looked for: its own,
// or that of the other form if only that is known.
func (m *matcher) spelled(name xsd.QName, known map[xsd.QName]bool) string {
	name = m.names.name(name)
	if known[name] {
		return name.String()
	}
	if name.Space != "" {
		if bare := (xsd.QName{Local: name.Local}); known[bare] {
			return bare.String()
		}
		return name.String()
	}
	var forms []xsd.QName
	for k := range known {
		if k.Local == name.Local {
			forms = append(forms, k)
		}
	}
	if len(forms) == 1 {
		return forms[0].String()
	}
	return name.String()
}

// partners pairs the groups among the members by the names in them, best
// first.
func (m *matcher) partners(o, n []*node) map[*node]*node {
	type candidate struct {
		old, new *node
		score    int
	}
	var all []candidate
	for _, a := range o {
		for _, b := range n {
			if a.isGroup() && b.isGroup() {
				if score := m.overlap(a, b); score >= 30 {
					all = append(all, candidate{a, b, score})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return b.score - a.score })
	pairs, taken := map[*node]*node{}, map[*node]bool{}
	for _, c := range all {
		if pairs[c.old] == nil && !taken[c.new] {
			pairs[c.old], taken[c.new] = c.new, true
		}
	}
	return pairs
}

// overlap returns how many of the names in two groups are in both, in percent,
// with a little more for the same compositor.
func (m *matcher) overlap(a, b *node) int {
	old, either, both := map[string]bool{}, 0, 0
	a.elements(func(k *node) { old[m.names.name(k.elem.Name).String()] = true })
	either = len(old)
	seen := map[string]bool{}
	b.elements(func(k *node) {
		name := k.elem.Name.String()
		switch {
		case seen[name]:
		case old[name]:
			both++
		default:
			either++
		}
		seen[name] = true
	})
	if either == 0 {
		return 50 // wildcards alone
	}
	score := 100 * both / either
	if score > 0 && a.compositor == b.compositor {
		score += 10
	}
	return score
}

// byName pairs the elements of two content models by name alone.
func (m *matcher) byName(o, n *node) {
	byName := map[xsd.QName]*node{}
	n.elements(func(k *node) {
		if byName[k.elem.Name] == nil {
			byName[k.elem.Name] = k
		}
	})
	o.elements(func(k *node) {
		name := m.names.name(k.elem.Name)
		if to := byName[name]; to != nil {
			m.pairUp(k, to)
			delete(byName, name)
		}
	})
}

// nodeText writes a content model as a DTD would: (a, b?)*, (a | b), (a & b).
func nodeText(n *node) *text {
	var show, key string
	switch {
	case n.elem != nil:
		show, key = n.elem.Name.Local, n.elem.Name.String()
	case n.any != nil:
		show = "any(" + n.any.Namespaces.String() + ")"
		key = show
	default:
		var parts []*text
		for _, k := range n.kids {
			parts = append(parts, nodeText(k))
		}
		all := joinText([...]string{", ", " | ", " & "}[n.compositor], parts...)
		show, key = "("+all.show+")", "("+all.key+")"
	}
	mark := occursMark(n)
	return &text{show: show + mark, key: key + mark}
}

func occursMark(n *node) string {
	switch n.occurs() {
	case "1..1":
		return ""
	case "0..1":
		return "?"
	case "0..*":
		return "*"
	case "1..*":
		return "+"
	}
	return "{" + strings.Replace(n.occurs(), "..", ",", 1) + "}"
}
