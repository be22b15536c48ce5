package diff

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
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
	// mayLack is set within what old documents may lack, an optional group or
	// the branch of a choice: what is required there was never guaranteed.
	mayLack bool
	// onward and back say whether each model accepts all of the other's words.
	onward, back inclusion.Verdict
}

// elementPair is an element in both content models, with the step to it in the
// new one.
type elementPair struct {
	old, new *content.Node
	step     string
}

func (m *matcher) pairUp(o, n *content.Node) {
	m.pairs = append(m.pairs, elementPair{o, n, stepOf(n)})
}

// edit is a planned finding.
type edit struct {
	id               change.ID
	old, new         change.Anchor
	oldText, newText *text
	step             string
	confidence       int
	also             []any
	loose            bool // within what may be absent
}

func (m *matcher) plan(id change.ID, o, n *content.Node, oldText, newText *text) {
	e := edit{id: id, oldText: oldText, newText: newText, loose: m.mayLack}
	if o != nil {
		e.old, e.step = anchorOf(o), stepOf(o)
	}
	if n != nil {
		e.new, e.step = anchorOf(n), stepOf(n)
	}
	m.edits = append(m.edits, e)
}

// anchorOf is what findings about a particle point at.
func anchorOf(n *content.Node) change.Anchor {
	if n.Particle == nil {
		return change.Anchor{}
	}
	return change.Anchor{At: n.Particle, Pos: n.Particle.Pos}
}

// stepOf returns the path step to a particle.
func stepOf(n *content.Node) string {
	switch {
	case n.Elem != nil:
		return n.Elem.Name.Local
	case n.Any != nil:
		return "*"
	}
	return ""
}

func (m *matcher) report() {
	for _, e := range m.edits {
		f := m.reportAt(m.stepped(e.step), e.id, e.old, e.new, e.oldText, e.newText)
		f.confidence = e.confidence
		f.also = append(f.also, e.also...)
		if e.loose {
			f.withinOptional()
		}
		if change.RuleOf(e.id).Judged {
			m.judge(f)
		}
	}
}

// withinOptional lowers what a tolerant reader loses where nothing was
// guaranteed.
func (f *finding) withinOptional() {
	switch f.rule.ID {
	case change.ElementBecameOptional:
		f.severity.Response = change.Info
	case change.ElementRemovedRequired:
		f.severity.Response, f.reason = change.Risk, change.DataLoss
	}
}

// judge sets the level of a compositor that has changed by what inclusion
// shows for the whole content model.
func (m *matcher) judge(f *finding) {
	switch m.onward {
	case inclusion.Holds:
		f.severity.Request = change.Info
	case inclusion.Unknown:
		f.severity.Request, f.reason = change.Risk, change.Unproven
	}
}

// contradicted reports whether the plan says more or less than inclusion
// does: a break without one document that breaks, or none where there is.
func (m *matcher) contradicted() bool {
	var worst change.Severity
	for _, e := range m.edits {
		r := change.RuleOf(e.id)
		if r.Judged {
			return false
		}
		worst = worst.Merge(r.Severity)
	}
	return against(worst.Request, m.onward) || against(worst.Strict, m.back)
}

func against(l change.Level, v inclusion.Verdict) bool {
	return l == change.Break && v == inclusion.Holds || l <= change.Info && v == inclusion.Fails
}

// group compares two groups.
func (m *matcher) group(o, n *content.Node) {
	before := m.mayLack
	defer func() { m.mayLack = before }()
	m.mayLack = before || o.Min == 0 || o.Compositor == xsd.Choice
	if o.Compositor != n.Compositor {
		m.compositors(o, n)
	}
	if o.Min != n.Min || o.Max != n.Max {
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
}

func (m *matcher) groupOccurs(o, n *content.Node) {
	switch {
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
		if m.names.Name(o.Elem.Name) != n.Elem.Name && o.Elem.Name.Local == n.Elem.Name.Local {
			m.plan(change.ElementFormChanged, o, n, formText(o.Elem.Name), formText(n.Elem.Name))
		}
		m.pairUp(o, n)
	case o.Any != nil && n.Any != nil:
		m.occurs(o, n)
		for _, e := range m.wildcardEdits(o.Any, n.Any, anchorOf(o), anchorOf(n)) {
			e.step = "*"
			m.edits = append(m.edits, e)
		}
	}
}

// occurs compares the bounds of an element or wildcard.
func (m *matcher) occurs(o, n *content.Node) {
	oldText, newText := m.occursText(o, m.comparer.old.Schema), m.occursText(n, m.comparer.new.Schema)
	for _, id := range []change.ID{minRule(o.Min, n.Min), maxRule(o.Max, n.Max)} {
		if to, ok := ofWildcard[id]; ok && n.Any != nil {
			id = to
		}
		if id != "" {
			m.plan(id, o, n, oldText, newText)
		}
	}
}

// occursText is the bounds of a particle, with the type beside them.
func (m *matcher) occursText(n *content.Node, s *xsd.Schema) *text {
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
	keys := m.keys(o.Kids, n.Kids)
	left := slices.Clone(n.Kids)
	rest := &leftovers{matcher: m, within: [2]*content.Node{o, n}}
	for i, k := range o.Kids {
		j := slices.IndexFunc(left, func(l *content.Node) bool { return l != nil && keys.new[l] == keys.old[i] })
		if j < 0 {
			rest.old = append(rest.old, placed{Node: k})
			continue
		}
		m.particle(k, left[j])
		left[j] = nil
	}
	for _, l := range left {
		if l != nil {
			rest.new = append(rest.new, placed{Node: l})
		}
	}
	rest.renamed()
	if o.Compositor == xsd.Choice && n.Compositor == xsd.Choice {
		rest.rearranged()
	}
	rest.report(o.Compositor == xsd.Choice, n.Compositor == xsd.Choice)
}

// sequence compares two sequences with respect to order.
func (m *matcher) sequence(was, is *content.Node) {
	o, n := was.Kids, is.Kids
	keys := m.keys(o, n)
	newKeys := make([]int, len(n))
	for i, k := range n {
		newKeys[i] = keys.new[k]
	}
	rest := &leftovers{matcher: m, within: [2]*content.Node{was, is}}
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

// keyed has a number for each member of two groups: those that stand for each
// other have the same.
type keyed struct {
	old []int
	new map[*content.Node]int
}

func (m *matcher) keys(o, n []*content.Node) keyed {
	numbers := map[string]int{}
	number := func(name string) int {
		if _, ok := numbers[name]; !ok {
			numbers[name] = len(numbers)
		}
		return numbers[name]
	}
	known := map[xsd.QName]bool{}
	for _, k := range n {
		if k.Elem != nil {
			known[k.Elem.Name] = true
		}
	}
	partner := m.partners(o, n)
	out := keyed{new: map[*content.Node]int{}}
	for i, k := range o {
		name := memberName(k, "old", i)
		if k.Elem != nil {
			name = m.spelled(k.Elem.Name, known)
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
func memberName(n *content.Node, side string, i int) string {
	switch {
	case n.Elem != nil:
		return n.Elem.Name.String()
	case n.Any != nil:
		return "*"
	}
	return side + strconv.Itoa(i)
}

// spelled returns the name under which an old element is looked for: its own,
// or that of the other form if only that is known.
func (m *matcher) spelled(name xsd.QName, known map[xsd.QName]bool) string {
	name = m.names.Name(name)
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
func (m *matcher) partners(o, n []*content.Node) map[*content.Node]*content.Node {
	type candidate struct {
		old, new *content.Node
		score    int
	}
	var all []candidate
	for _, a := range o {
		for _, b := range n {
			if a.IsGroup() && b.IsGroup() {
				if score := overlap(a, b, m.names); score >= 30 {
					all = append(all, candidate{a, b, score})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return b.score - a.score })
	pairs, taken := map[*content.Node]*content.Node{}, map[*content.Node]bool{}
	for _, c := range all {
		if pairs[c.old] == nil && !taken[c.new] {
			pairs[c.old], taken[c.new] = c.new, true
		}
	}
	return pairs
}

// overlap returns how many of the names in two groups are in both, in percent,
// with a little more for the same compositor.
func overlap(a, b *content.Node, names *inclusion.Names) int {
	old, either, both := map[string]bool{}, 0, 0
	a.Elements(func(k *content.Node) { old[names.Name(k.Elem.Name).String()] = true })
	either = len(old)
	seen := map[string]bool{}
	b.Elements(func(k *content.Node) {
		name := k.Elem.Name.String()
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
	if score > 0 && a.Compositor == b.Compositor {
		score += 10
	}
	return score
}

// byName pairs the elements of two content models by name alone.
func (m *matcher) byName(o, n *content.Node) {
	byName := map[xsd.QName]*content.Node{}
	n.Elements(func(k *content.Node) {
		if byName[k.Elem.Name] == nil {
			byName[k.Elem.Name] = k
		}
	})
	o.Elements(func(k *content.Node) {
		name := m.names.Name(k.Elem.Name)
		if to := byName[name]; to != nil {
			m.pairUp(k, to)
			delete(byName, name)
		}
	})
}

// nodeText writes a content model as a DTD would: (a, b?)*, (a | b), (a & b).
func nodeText(n *content.Node) *text {
	var show, key string
	switch {
	case n.Elem != nil:
		show, key = n.Elem.Name.Local, n.Elem.Name.String()
	case n.Any != nil:
		show = "any(" + n.Any.Namespaces.String() + ")"
		key = show
	default:
		var parts []*text
		for _, k := range n.Kids {
			parts = append(parts, nodeText(k))
		}
		all := joinText([...]string{", ", " | ", " & "}[n.Compositor], parts...)
		show, key = "("+all.show+")", "("+all.key+")"
	}
	mark := occursMark(n)
	return &text{show: show + mark, key: key + mark}
}

func occursMark(n *content.Node) string {
	switch n.Occurs() {
	case "1..1":
		return ""
	case "0..1":
		return "?"
	case "0..*":
		return "*"
	case "1..*":
		return "+"
	}
	return "{" + strings.Replace(n.Occurs(), "..", ",", 1) + "}"
}
