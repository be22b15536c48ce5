package diff

import (
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/fact"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// matchNames finds namespaces and types that have another name, so that what
// is in them can be compared.
func (c *comparer) matchNames() {
	c.names = &inclusion.Names{Spaces: map[string]string{}, Types: map[xsd.QName]xsd.QName{}}
	c.matchSpaces()
	for c.matchTypes() {
		// A type that refers to a renamed one is equal only now.
	}
}

// matchSpaces pairs the namespaces that one side alone has: those that the user
// names, then those that are most alike, the best first.
func (c *comparer) matchSpaces() {
	lost, found := beyondStrings(c.old.Schema.Namespaces(), c.new.Schema.Namespaces()), beyondStrings(c.new.Schema.Namespaces(), c.old.Schema.Namespaces())
	taken := map[string]bool{}
	for from, to := range c.options.Namespaces {
		if slices.Contains(c.old.Schema.Namespaces(), from) && slices.Contains(c.new.Schema.Namespaces(), to) {
			c.names.Spaces[from], taken[to] = to, true
		}
	}
	type candidate struct {
		from, to string
		score    int
	}
	var all []candidate
	for _, from := range lost {
		for _, to := range found {
			if score := c.likeness(from, to); score >= enoughAlike {
				all = append(all, candidate{from, to, score})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return b.score - a.score })
	for _, k := range all {
		if c.names.Spaces[k.from] == "" && !taken[k.to] {
			c.names.Spaces[k.from], taken[k.to] = k.to, true
		}
	}
}

// enoughAlike is the likeness from which on two namespaces are one.
const enoughAlike = 50

// likeness returns how sure it is that a namespace has another name now, by
// what is in both, by the elements that start documents, and by the names: a
// version is most of what a name that comes with each release differs in.
func (c *comparer) likeness(from, to string) int {
	score := c.sharedNames(from, to)
	if score == 0 {
		return 0
	}
	if c.sharedRoots(from, to) {
		score += 35
	}
	if unversioned(from) == unversioned(to) {
		score += 35
	}
	return score
}

// sharedRoots reports whether an element can start documents in both.
func (c *comparer) sharedRoots(from, to string) bool {
	return slices.ContainsFunc(c.old.Schema.Elements(), func(o *xsd.ElementDecl) bool {
		if o.Name.Space != from || !c.old.StartsDocuments(o) {
			return false
		}
		n := c.new.Schema.Element(xsd.QName{Space: to, Local: o.Name.Local})
		return n != nil && c.new.StartsDocuments(n)
	})
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
func (c *comparer) sharedNames(from, to string) int {
	a, b := localNames(c.old.Schema, from), localNames(c.new.Schema, to)
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

// matchTypes pairs types that one side alone has: those that are equal but for
// the name, and those whose every use has gone over to the other. It reports
// whether it found any.
func (c *comparer) matchTypes() bool {
	lost, found := c.unmatched()
	if len(lost) == 0 || len(found) == 0 {
		return false
	}
	pairs := c.equalTypes(lost, found)
	if len(pairs) == 0 {
		pairs = c.movedUses(lost, found)
	}
	for _, p := range pairs {
		c.names.Types[p.old.TypeName()] = p.new.TypeName()
	}
	return len(pairs) > 0
}

// unmatched returns the global types that one side alone has.
func (c *comparer) unmatched() (lost, found []xsd.Type) {
	known := map[xsd.QName]bool{}
	for _, t := range c.old.Schema.Types() {
		name := c.names.TypeName(t.TypeName())
		known[name] = true
		if c.new.Schema.Type(name) == nil {
			lost = append(lost, t)
		}
	}
	for _, t := range c.new.Schema.Types() {
		if !known[t.TypeName()] {
			found = append(found, t)
		}
	}
	return lost, found
}

// equalTypes pairs types that alone on each side are so and have names alike.
func (c *comparer) equalTypes(lost, found []xsd.Type) []typePair {
	olds, news := map[sum][]xsd.Type{}, map[sum][]xsd.Type{}
	for _, t := range lost {
		s := c.ownSum(c.old.Schema, c.names, t)
		olds[s] = append(olds[s], t)
	}
	for _, t := range found {
		s := c.ownSum(c.new.Schema, nil, t)
		news[s] = append(news[s], t)
	}
	var pairs []typePair
	for _, t := range lost {
		s := c.ownSum(c.old.Schema, c.names, t)
		if len(olds[s]) != 1 || len(news[s]) != 1 || !substantial(t) {
			continue
		}
		if to := news[s][0]; similarity(t.TypeName().Local, to.TypeName().Local) >= minSimilar {
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

func (c *comparer) ownSum(s *xsd.Schema, names *inclusion.Names, t xsd.Type) sum {
	return c.hash(canon{schema: s, names: names}, t)
}

// movedUses pairs types by who uses them: each element of the old type, in
// types that both sides have, is now of the new type.
func (c *comparer) movedUses(lost, found []xsd.Type) []typePair {
	votes := map[xsd.Type]map[xsd.Type]bool{}
	back := map[xsd.Type]map[xsd.Type]bool{}
	for _, o := range c.old.Schema.Types() {
		n := c.new.Schema.Type(c.names.TypeName(o.TypeName()))
		if n == nil {
			continue
		}
		uses := elementTypes(n, nil)
		for name, t := range elementTypes(o, c.names) {
			if to := uses[name]; to != nil && slices.Contains(lost, t) {
				vote(votes, t, to)
				vote(back, to, t)
			}
		}
	}
	var pairs []typePair
	for _, t := range lost {
		to := only(votes[t])
		if to != nil && slices.Contains(found, to) && only(back[to]) == t && c.alike(t, to) {
			pairs = append(pairs, typePair{t, to})
		}
	}
	return pairs
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

// elementTypes returns the types of the elements that a type declares in its
// own document, by name.
func elementTypes(t xsd.Type, names *inclusion.Names) map[xsd.QName]xsd.Type {
	out := map[xsd.QName]xsd.Type{}
	if ct, ok := t.(*xsd.ComplexType); ok {
		content.Tree(ct.Own).Elements(func(k *content.Node) { out[names.Name(k.Elem.Name)] = k.Elem.Type })
	}
	return out
}

// alike reports whether two types share half of what they consist of.
func (c *comparer) alike(o, n xsd.Type) bool {
	switch o := o.(type) {
	case *xsd.ComplexType:
		nc, ok := n.(*xsd.ComplexType)
		if !ok {
			return false
		}
		m := &matcher{comparer: c}
		return m.overlap(content.Tree(o.Content.Particle), content.Tree(nc.Content.Particle)) >= 50
	case *xsd.SimpleType:
		ns, ok := n.(*xsd.SimpleType)
		if !ok || o.Variety != ns.Variety || primitiveName(o) != primitiveName(ns) {
			return false
		}
		old, now := fact.Enumeration(o), fact.Enumeration(ns)
		shared := len(old) - len(beyond(old, now))
		return 2*shared >= max(len(old), len(now)) && similarity(o.Name.Local, ns.Name.Local) >= minSimilar
	}
	return false
}

// renamedSpaces reports the namespaces that have another name.
func (c *comparer) renamedSpaces() {
	for _, from := range slices.Sorted(maps.Keys(c.names.Spaces)) {
		to := c.names.Spaces[from]
		f := c.reportAt(change.Holder{}, change.NamespaceChanged, spaceAnchor(c.old.Schema, from), spaceAnchor(c.new.Schema, to), plain(from), plain(to))
		f.component = &change.Component{Kind: change.KindSchema, Name: xsd.QName{Space: to}, Label: to}
		f.holders = nil
		for _, t := range c.old.Schema.Types() {
			if n := c.paired[t]; n != nil && t.TypeName().Space == from {
				f.holders = append(f.holders, change.Holder{Old: t, New: n})
			}
		}
		for _, e := range c.old.Schema.Elements() {
			if n := c.new.Schema.Element(c.names.Name(e.Name)); n != nil && e.Name.Space == from {
				f.holders = append(f.holders, change.Holder{Old: e, New: n})
			}
		}
	}
}

// namespaceAt is what a finding about a namespace points at.
type namespaceAt string

func spaceAnchor(s *xsd.Schema, space string) change.Anchor {
	for _, d := range s.Documents() {
		if d.Namespace == space {
			return change.Anchor{At: namespaceAt(space), Pos: diag.Pos{File: d.File, Line: 1, Col: 1}}
		}
	}
	return change.Anchor{At: namespaceAt(space), Pos: diag.Pos{}}
}
