package diff

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/canon"
	"github.com/wbxgen/wbxgen/internal/diff/likeness"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// namer finds namespaces and types that have another name, so that what is in
// them can be compared.
type namer struct {
	old, new *Side
	names    *inclusion.Names
}

// matchNames returns what leads from the names of the old version to those of
// the new one. What the user says of namespaces is given.
func matchNames(old, new *Side, given map[string]string) *inclusion.Names {
	m := &namer{old, new, &inclusion.Names{Spaces: map[string]string{}, Types: map[xsd.QName]xsd.QName{}}}
	m.matchSpaces(given)
	for m.pairTypes() {
		// A type that refers to a renamed one is equal only now.
	}
	return m.names
}

// matchSpaces pairs the namespaces that one side alone has: those that the user
// names, then those that are most alike, the best first.
func (m *namer) matchSpaces(given map[string]string) {
	lost, found := beyondStrings(m.old.Schema.Namespaces(), m.new.Schema.Namespaces()), beyondStrings(m.new.Schema.Namespaces(), m.old.Schema.Namespaces())
	taken := map[string]bool{}
	for from, to := range given {
		if slices.Contains(m.old.Schema.Namespaces(), from) && slices.Contains(m.new.Schema.Namespaces(), to) {
			m.names.Spaces[from], taken[to] = to, true
		}
	}
	type candidate struct {
		from, to string
		score    int
	}
	var all []candidate
	for _, from := range lost {
		for _, to := range found {
			if score := m.likeness(from, to); score >= enoughAlike {
				all = append(all, candidate{from, to, score})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return b.score - a.score })
	for _, k := range all {
		if m.names.Spaces[k.from] == "" && !taken[k.to] {
			m.names.Spaces[k.from], taken[k.to] = k.to, true
		}
	}
}

// enoughAlike is the likeness from which on two namespaces are one.
const enoughAlike = 50

// likeness returns how sure it is that a namespace has another name now, by
// what is in both, by the elements that start documents, and by the names: a
// version is most of what a name that comes with each release differs in.
func (m *namer) likeness(from, to string) int {
	score := m.sharedNames(from, to)
	if score == 0 {
		return 0
	}
	score += m.sharedRoots(from, to)
	if unversioned(from) == unversioned(to) {
		score += 35
	}
	return score
}

// sharedRoots returns how much it says that elements can start documents in
// both: where it is most of those that did, documents of one version are meant to
// be ones of the other.
func (m *namer) sharedRoots(from, to string) int {
	all, shared := 0, 0
	for _, o := range m.old.Schema.Elements() {
		if o.Name.Space != from || !m.old.StartsDocuments(o) {
			continue
		}
		all++
		if n := m.new.Schema.Element(xsd.QName{Space: to, Local: o.Name.Local}); n != nil && m.new.StartsDocuments(n) {
			shared++
		}
	}
	switch {
	case shared == 0:
		return 0
	case 2*shared >= all:
		return enoughAlike
	}
	return 35
}

// unversioned returns a namespace without what tells versions apart: digits,
// and what stands between them.
func unversioned(space string) string {
	var b strings.Builder
	for part := range strings.FieldsFuncSeq(space, func(r rune) bool { return strings.ContainsRune("0123456789._-/:#", r) }) {
		if strings.ToLower(part) != "v" {
			b.WriteString(strings.ToLower(part) + " ")
		}
	}
	return b.String()
}

func beyondStrings(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

// sharedNames returns how many of the names that two namespaces define are in
// both, in percent.
func (m *namer) sharedNames(from, to string) int {
	a, b := localNames(m.old.Schema, from), localNames(m.new.Schema, to)
	both := 0
	for name := range a {
		if b[name] {
			both++
		}
	}
	either := len(a) + len(b) - both
	if either == 0 {
		return 0
	}
	return 100 * both / either
}

// localNames returns the names that a namespace defines, with their kinds.
func localNames(s *xsd.Schema, space string) map[string]bool {
	names := map[string]bool{}
	add := func(kind string, q xsd.QName) {
		if q.Space == space {
			names[kind+q.Local] = true
		}
	}
	for _, t := range s.Types() {
		add("t", t.TypeName())
	}
	for _, e := range s.Elements() {
		add("e", e.Name)
	}
	for _, a := range s.Attributes() {
		add("a", a.Name)
	}
	return names
}

// pairTypes pairs types that one side alone has: those that are equal but for
// the name, and those whose every use has gone over to the other. It reports
// whether it found any.
func (m *namer) pairTypes() bool {
	types := matchTypes(m.old, m.new, m.names)
	lost, found := types.gone, types.come
	if len(lost) == 0 || len(found) == 0 {
		return false
	}
	pairs := m.equalTypes(lost, found)
	if len(pairs) == 0 {
		pairs = m.movedUses(lost, found)
	}
	for _, p := range pairs {
		m.names.Types[p.old.TypeName()] = p.new.TypeName()
	}
	return len(pairs) > 0
}

// matchTypes pairs the global types by name.
func matchTypes(old, new *Side, names *inclusion.Names) matched[xsd.Type] {
	return matchBy(old.Schema.Types(), new.Schema.Types(), func(o xsd.Type) (xsd.Type, bool) {
		n := new.Schema.Type(names.TypeName(o.TypeName()))
		return n, n != nil
	})
}

// equalTypes pairs types that alone on each side are so and have names alike.
func (m *namer) equalTypes(lost, found []xsd.Type) []typePair {
	olds, news := map[canon.Sum][]xsd.Type{}, map[canon.Sum][]xsd.Type{}
	for _, t := range lost {
		s := canon.Form{Schema: m.old.Schema, Names: m.names}.Type(t)
		olds[s] = append(olds[s], t)
	}
	for _, t := range found {
		s := canon.Form{Schema: m.new.Schema}.Type(t)
		news[s] = append(news[s], t)
	}
	var pairs []typePair
	for _, t := range lost {
		s := canon.Form{Schema: m.old.Schema, Names: m.names}.Type(t)
		if len(olds[s]) != 1 || len(news[s]) != 1 || !substantial(t) {
			continue
		}
		if to := news[s][0]; likeness.Names(t.TypeName().Local, to.TypeName().Local) >= likeness.Similar {
			pairs = append(pairs, typePair{t, to})
		}
	}
	return pairs
}

// substantial reports whether a type has enough in it that another one equal
// to it is no coincidence.
func substantial(t xsd.Type) bool {
	switch t := t.(type) {
	case *xsd.ComplexType:
		return t.Own != nil || len(t.AttributeUses) > 0
	case *xsd.SimpleType:
		return len(t.Facets) > 0 || t.Method != xsd.Restriction
	}
	return false
}

// movedUses pairs types by who uses them: each element of the old type, in
// types that both sides have, is now of the new type.
func (m *namer) movedUses(lost, found []xsd.Type) []typePair {
	isLost, isFound := setOf(lost), setOf(found)
	votes := map[xsd.Type]map[xsd.Type]bool{}
	back := map[xsd.Type]map[xsd.Type]bool{}
	for _, o := range m.old.Schema.Types() {
		n := m.new.Schema.Type(m.names.TypeName(o.TypeName()))
		if n == nil {
			continue
		}
		was, is := likeness.ElementTypes(o, m.names), likeness.ElementTypes(n, nil)
		for name, t := range was {
			if to := is[successorName(name, was, is)]; to != nil && isLost[t] {
				vote(votes, t, to)
				vote(back, to, t)
			}
		}
	}
	var pairs []typePair
	for _, t := range lost {
		to := only(votes[t])
		if to != nil && isFound[to] && only(back[to]) == t && likeness.Types(t, to, m.names) {
			pairs = append(pairs, typePair{t, to})
		}
	}
	return pairs
}

// successorName returns the name that an element of a type has in the new
// version: its own, or the one that is much like it and like no other.
func successorName(name xsd.QName, was, is map[xsd.QName]xsd.Type) xsd.QName {
	if is[name] != nil {
		return name
	}
	var found xsd.QName
	for other := range is {
		if was[other] != nil || other.Space != name.Space {
			continue
		}
		if s := likeness.Names(name.Local, other.Local); s < likeness.Surely && (s < likeness.Similar || !likeness.SameStem(was[name].TypeName().Local, is[other].TypeName().Local)) {
			continue
		}
		if !found.IsZero() {
			return name
		}
		found = other
	}
	return found
}

func setOf(types []xsd.Type) map[xsd.Type]bool {
	set := make(map[xsd.Type]bool, len(types))
	for _, t := range types {
		set[t] = true
	}
	return set
}

func vote(votes map[xsd.Type]map[xsd.Type]bool, from, to xsd.Type) {
	if votes[from] == nil {
		votes[from] = map[xsd.Type]bool{}
	}
	votes[from][to] = true
}

// only returns the member of a set of one.
func only(set map[xsd.Type]bool) xsd.Type {
	if len(set) != 1 {
		return nil
	}
	for t := range set {
		return t
	}
	return nil
}
