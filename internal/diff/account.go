package diff

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// factEdit is what a change does to a fact: it takes it away or sets its
// value. An edit that several changes make together happens once all have.
type factEdit struct {
	key   factKey
	value string
	gone  bool
	share int // how many changes make it
}

// rename is another name for a namespace or type.
type rename struct {
	space    bool
	from, to xsd.QName
}

// Apply returns the digest of the schema that a list of changes, as [Compare]
// found them, makes of the old one: that of the new version, if the list is
// complete.
func Apply(old *xsd.Schema, changes []Change) string {
	names := &renames{spaces: map[string]string{}, types: map[xsd.QName]xsd.QName{}}
	for _, c := range changes {
		for _, r := range c.renames {
			if r.space {
				names.spaces[r.from.Space] = r.to.Space
			} else {
				names.types[r.from] = r.to
			}
		}
	}
	out := factsOf(old, names)
	made := map[factKey]int{}
	for _, c := range changes {
		for _, e := range c.edits {
			if made[e.key]++; made[e.key] < e.share {
				continue
			}
			out.edit(e)
		}
	}
	return out.digest()
}

// account gives each change the facts that it changes. What no change accounts
// for is left out, so that [Apply] shows it.
func (c *comparer) account(r *Result, before, after facts) {
	a := &accountant{comparer: c, changes: r.Changes, before: before, after: after}
	a.index()
	a.rename()
	for _, key := range a.differing() {
		a.charge(key)
	}
}

// accountant finds out which change is behind which fact.
type accountant struct {
	*comparer
	changes       []Change
	before, after facts
	byPart        map[any][]int // changes by what they point at
	byHolder      map[any][]int // changes by the types in which they were found
}

func (a *accountant) index() {
	a.byPart, a.byHolder = map[any][]int{}, map[any][]int{}
	for _, claim := range a.claims {
		for i := range a.changes {
			if slices.Contains(a.changes[i].holders, claim.by) {
				a.byPart[claim.part] = append(a.byPart[claim.part], i)
			}
		}
	}
	for i := range a.changes {
		c := &a.changes[i]
		for _, part := range append([]any{c.old.at, c.new.at}, c.also...) {
			if part != nil {
				a.byPart[part] = append(a.byPart[part], i)
			}
		}
		for _, h := range c.holders {
			for _, part := range []any{h.old, h.new} {
				if part != nil {
					a.byHolder[part] = append(a.byHolder[part], i)
				}
			}
		}
	}
}

// rename gives the changes that say so the new names of namespaces and types.
func (a *accountant) rename() {
	for from, to := range a.names.spaces {
		for i := range a.changes {
			if c := &a.changes[i]; c.ID == "namespace-changed" && c.Component.Name.Space == to {
				c.renames = append(c.renames, rename{true, xsd.QName{Space: from}, xsd.QName{Space: to}})
			}
		}
	}
	for _, from := range slices.SortedFunc(maps.Keys(a.names.types), xsd.QName.Compare) {
		t := a.comparer.old.Schema.Type(from)
		for _, i := range append(slices.Clone(a.byPart[t]), a.byHolder[t]...) {
			if c := &a.changes[i]; renaming[c.ID] {
				c.renames = append(c.renames, rename{false, from, a.names.types[from]})
				break
			}
		}
	}
}

// renaming are the rules that tell of a type's new name.
var renaming = map[string]bool{
	"type-renamed": true, "operation-renamed": true, "operation-request-type-changed": true, "operation-response-type-changed": true, "envelope-changed": true,
}

// differing returns the keys of facts that the versions do not share.
func (a *accountant) differing() []factKey {
	var keys []factKey
	for k, was := range a.before {
		is := a.after[k]
		if is == nil {
			is = &componentFacts{}
		}
		if was.sum != is.sum {
			keys = append(keys, unshared(k, was.list, is.list)...)
		}
	}
	for k, is := range a.after {
		if a.before[k] == nil {
			keys = append(keys, unshared(k, nil, is.list)...)
		}
	}
	slices.SortFunc(keys, factKey.compare)
	return keys
}

// unshared returns the keys of facts that are not in both lists.
func unshared(in componentKey, was, is []fact) []factKey {
	var keys []factKey
	for len(was) > 0 || len(is) > 0 {
		order := 0
		switch {
		case len(was) == 0:
			order = 1
		case len(is) == 0:
			order = -1
		default:
			order = was[0].compare(is[0])
		}
		f := slices.Concat(was[:b2i(order <= 0)], is[:b2i(order > 0)])[0]
		if order != 0 || was[0].value != is[0].value {
			keys = append(keys, factKey{in, f.path, f.aspect})
		}
		was, is = was[b2i(order <= 0):], is[b2i(order >= 0):]
	}
	return keys
}

// charge puts a fact on the account of the changes behind it.
func (a *accountant) charge(key factKey) {
	was, _ := a.before.get(key)
	is, _ := a.after.get(key)
	if key.aspect == "shape" {
		a.shape(key, was, is)
		return
	}
	for _, part := range slices.Concat(was.parts(), is.parts()) {
		for _, i := range a.byPart[part] {
			if covers(&a.changes[i], key) {
				a.give([]int{i}, key)
				return
			}
		}
	}
	a.byKind(key, was, is)
}

// byKind looks for a change of the same kind of facet in the same type: of
// several patterns or values a change points at one.
func (a *accountant) byKind(key factKey, was, is fact) {
	kind, _, _ := strings.Cut(key.aspect, " ")
	for _, part := range slices.Concat(was.parts(), is.parts()) {
		for _, i := range a.byHolder[part] {
			c := &a.changes[i]
			if sets := wholeSets[c.ID]; sets && facetOf(c, kind) || covers(c, key) {
				a.give([]int{i}, key)
				return
			}
		}
	}
}

// wholeSets are the rules about all facets of a kind at once.
var wholeSets = map[string]bool{"facet-tightened": true, "facet-loosened": true, "facet-incomparable": true, "enum-introduced": true, "enum-dropped": true}

func facetOf(c *Change, kind string) bool {
	for _, a := range []anchor{c.old, c.new} {
		if f, ok := a.at.(*xsd.Facet); ok && f.Kind.String() == kind {
			return true
		}
	}
	return false
}

func (a *accountant) give(to []int, key factKey) {
	f, there := a.after.get(key)
	for _, i := range to {
		a.changes[i].edits = append(a.changes[i].edits, factEdit{key, f.value, !there, len(to)})
	}
}

// covers reports whether a rule is about an aspect of the component that the
// change points at, or about all that belongs to it.
func covers(c *Change, key factKey) bool {
	aspects, listed := aspectsOf[c.ID]
	return !listed || slices.ContainsFunc(aspects, func(aspect string) bool {
		return aspect == key.aspect || strings.HasPrefix(key.aspect, aspect+" ")
	})
}

// aspectsOf has what of a component the rules are about that are not about all
// of it.
var aspectsOf = map[string][]string{
	"element-moved":               {},
	"element-became-optional":     {"occurs"},
	"element-became-required":     {"occurs"},
	"element-became-repeated":     {"occurs"},
	"element-became-single":       {"occurs"},
	"min-occurs-increased":        {"occurs"},
	"min-occurs-decreased":        {"occurs"},
	"max-occurs-increased":        {"occurs"},
	"max-occurs-decreased":        {"occurs"},
	"nillable-added":              {"nillable"},
	"nillable-removed":            {"nillable"},
	"element-became-abstract":     {"abstract"},
	"element-became-concrete":     {"abstract"},
	"type-became-abstract":        {"abstract"},
	"type-became-concrete":        {"abstract"},
	"element-form-changed":        {"name"},
	"identity-constraint-added":   {"identity"},
	"identity-constraint-removed": {"identity"},
	"attribute-became-required":   {"use"},
	"attribute-became-optional":   {"use"},
	"default-added":               {"value", "declared"},
	"default-removed":             {"value", "declared"},
	"default-changed":             {"value", "declared"},
	"fixed-added":                 {"value", "declared"},
	"fixed-removed":               {"value", "declared"},
	"fixed-changed":               {"value", "declared"},
	"block-changed":               {"block"},
	"final-changed":               {"final", "fixed"},
	"mixed-added":                 {"mixed"},
	"mixed-removed":               {"mixed"},
	"wildcard-namespace-widened":  {"namespaces"},
	"wildcard-namespace-narrowed": {"namespaces"},
	"wildcard-namespace-changed":  {"namespaces"},
	"process-contents-loosened":   {"process"},
	"process-contents-tightened":  {"process"},
	"type-renamed":                {},
	"namespace-changed":           {},
	"operation-renamed":           {},
	"deprecation-added":           {},
	"deprecation-removed":         {},
	"documentation-changed":       {},
}

// shape accounts for another arrangement of parts: by a change that is about
// the arrangement, or by all that bring, take and move parts.
func (a *accountant) shape(key factKey, was, is fact) {
	var movers []int
	gone, come := map[string]bool{}, map[string]bool{}
	for _, part := range []any{first(was.parts()), first(is.parts())} {
		for _, i := range slices.Concat(a.byPart[part], a.byHolder[part]) {
			c := &a.changes[i]
			switch o, n := a.tokens(c, 0), a.tokens(c, 1); {
			case slices.Contains(movers, i):
			case arranging[c.ID] || arranging[rulesBy[c.ID].Area()]:
				a.give([]int{i}, key)
				return
			case placing[c.ID]:
				movers = append(movers, i)
				maps.Copy(gone, o)
				maps.Copy(come, n)
			}
		}
	}
	if len(movers) > 0 && without(was.value, gone) == without(is.value, come) {
		a.give(movers, key)
		return
	}
	a.whole(key, was, is)
}

// whole looks for a change about a component that has the content model as a
// part.
func (a *accountant) whole(key factKey, was, is fact) {
	for _, part := range slices.Concat(was.parts(), is.parts()) {
		for _, i := range a.byPart[part] {
			if _, listed := aspectsOf[a.changes[i].ID]; !listed {
				a.give([]int{i}, key)
				return
			}
		}
	}
}

func first(parts []any) any {
	if len(parts) == 0 {
		return nil
	}
	return parts[0]
}

// arranging are the rules about a content model as a whole; placing those about
// the place of single parts in it.
var (
	arranging = map[string]bool{
		"compositor": true, "content": true, "sequence-to-choice": true, "choice-to-sequence": true, "sequence-to-all": true, "all-to-sequence": true,
		"operation-response-added": true, "operation-response-removed": true, "type-equivalent": true,
	}
	placing = map[string]bool{
		"element-added-optional": true, "element-added-required": true, "element-removed-optional": true, "element-removed-required": true,
		"element-renamed": true, "element-case-changed": true, "element-moved": true, "element-wrapped": true, "element-unwrapped": true,
		"element-form-changed": true, "choice-branch-added": true, "choice-branch-removed": true, "wildcard-added": true, "wildcard-removed": true,
	}
)

// tokens returns the parts that a change places in one version's content
// model.
func (a *accountant) tokens(c *Change, side int) map[string]bool {
	at := [...]anchor{c.old, c.new}[side].at
	names := [...]*renames{a.names, nil}[side]
	out := map[string]bool{}
	if p, ok := at.(*xsd.Particle); ok {
		for _, q := range leaves(p) {
			out[leafToken(q, names)] = true
		}
	}
	if c.ID == "element-wrapped" && side == 0 || c.ID == "element-unwrapped" && side == 1 {
		v := [...]*Value{c.Old, c.New}[side]
		for name := range strings.SplitSeq(v.key, ", ") {
			if side == 0 {
				name = a.names.name(parseName(name)).String()
			}
			out[shapeToken(name)] = true
		}
	}
	return out
}

func parseName(s string) xsd.QName {
	if space, local, ok := strings.Cut(strings.TrimPrefix(s, "{"), "}"); ok {
		return xsd.QName{Space: space, Local: local}
	}
	return xsd.QName{Local: s}
}

func leafToken(p *xsd.Particle, names *renames) string {
	if e, ok := p.Term.(*xsd.ElementDecl); ok {
		return shapeToken(names.name(e.Name).String())
	}
	return shapeToken("*")
}

// without returns a shape less some of its parts, with the groups gone that
// then only bracket.
func without(shape string, tokens map[string]bool) string {
	words := strings.SplitAfter(shape, "\x00")
	p := shapeParser{words: words, skip: tokens}
	return strings.Join(p.members("sequence"), "")
}

// shapeParser reads a shape as a tree and writes it in normal form.
type shapeParser struct {
	words []string
	skip  map[string]bool
}

// members returns the members of a group in normal form, up to its end.
func (p *shapeParser) members(compositor string) []string {
	var out []string
	for len(p.words) > 0 {
		word := p.words[0]
		p.words = p.words[1:]
		switch {
		case word == shapeEnd:
			return ordered(compositor, out)
		case strings.HasPrefix(word, " ("):
			out = append(out, p.group(compositor, word)...)
		case word != "" && !p.skip[word]:
			out = append(out, word)
		}
	}
	return ordered(compositor, out)
}

// group returns a group as a member of one with that compositor.
func (p *shapeParser) group(within, head string) []string {
	compositor, rest, _ := strings.Cut(strings.TrimPrefix(head, " ("), " ")
	inner := p.members(compositor)
	once := strings.HasPrefix(rest, "1..1\x00")
	switch {
	case len(inner) == 0:
		return nil
	case once && (len(inner) == 1 || compositor == within):
		return inner
	case len(inner) == 1 && !strings.HasPrefix(inner[0], " ("):
		return inner // the bounds are those of the member
	}
	return []string{head + strings.Join(inner, "") + shapeEnd}
}

// ordered sorts the members of a group whose order means nothing.
func ordered(compositor string, members []string) []string {
	if compositor != "sequence" {
		slices.Sort(members)
	}
	return members
}

// residue lists the facts that no change accounts for, for tests and reports
// of our own errors.
func residue(old, now *Side, r *Result, names *renames) []string {
	before, after := factsOf(old.Schema, names), factsOf(now.Schema, nil)
	given := map[factKey]bool{}
	for _, c := range r.Changes {
		for _, e := range c.edits {
			given[e.key] = true
		}
	}
	a := &accountant{before: before, after: after}
	var list []string
	for _, k := range a.differing() {
		if !given[k] {
			was, _ := before.get(k)
			is, _ := after.get(k)
			list = append(list, fmt.Sprintf("%s /%s %s: %q, %q", k.in.name, k.path, k.aspect, was.value, is.value))
		}
	}
	return list
}
