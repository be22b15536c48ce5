package audit

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/fact"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Ledger says which change accounts for which facts.
type Ledger struct {
	entries       []entry
	before, after fact.Facts
	// Residue lists the facts that no change accounts for.
	Residue []string
}

// entry is what a change does to the facts of the old version.
type entry struct {
	edits   []edit
	renames []rename
}

// edit is what a change does to a fact: it takes it away or sets its value. An
// edit that several changes make together happens once all have.
type edit struct {
	key   fact.Key
	value string
	gone  bool
	share int // how many changes make it
}

// rename is another name for a namespace or type.
type rename struct {
	space    bool
	from, to xsd.QName
}

// Apply returns the digest of the schema that the changes, less the one with
// the index that is left out (-1 for none), make of the old one: that of the
// new version, if they are complete.
func (l *Ledger) Apply(old *xsd.Schema, leftOut int) string {
	entries := slices.Clone(l.entries)
	if leftOut >= 0 {
		entries = slices.Delete(entries, leftOut, leftOut+1)
	}
	return apply(old, entries)
}

func apply(old *xsd.Schema, entries []entry) string {
	names := &inclusion.Names{Spaces: map[string]string{}, Types: map[xsd.QName]xsd.QName{}}
	for _, c := range entries {
		for _, r := range c.renames {
			if r.space {
				names.Spaces[r.from.Space] = r.to.Space
			} else {
				names.Types[r.from] = r.to
			}
		}
	}
	out := fact.Of(old, names)
	made := map[fact.Key]int{}
	for _, c := range entries {
		for _, e := range c.edits {
			if made[e.key]++; made[e.key] < e.share {
				continue
			}
			if e.gone {
				out.Drop(e.key)
			} else {
				out.Set(e.key, e.value)
			}
		}
	}
	return out.Digest()
}

// Account gives each change the facts that it changes. What no change accounts
// for is left out, so that [Ledger.Apply] shows it.
func Account(c *diff.Comparison, changes []change.Change) *Ledger {
	a := &accountant{
		names: c.Names, claims: c.Claims, old: c.Old.Schema, changes: changes, entries: make([]entry, len(changes)),
		before: fact.Of(c.Old.Schema, c.Names), after: fact.Of(c.New.Schema, nil),
	}
	a.index()
	a.rename()
	keys := a.before.Differing(a.after)
	for _, key := range keys {
		a.charge(key)
	}
	return &Ledger{entries: a.entries, before: a.before, after: a.after, Residue: a.residue(keys)}
}

// accountant finds out which change is behind which fact.
type accountant struct {
	names         *inclusion.Names
	claims        []diff.Claim
	old           *xsd.Schema
	changes       []change.Change
	entries       []entry
	before, after fact.Facts
	byPart        map[any][]int // changes by what they point at
	byHolder      map[any][]int // changes by the types in which they were found
}

func (a *accountant) index() {
	a.byPart, a.byHolder = map[any][]int{}, map[any][]int{}
	for _, claim := range a.claims {
		for i := range a.changes {
			if slices.Contains(a.changes[i].Site.Holders, claim.By) {
				a.byPart[claim.Part] = append(a.byPart[claim.Part], i)
			}
		}
	}
	for i := range a.changes {
		c := &a.changes[i].Site
		for _, part := range append([]any{c.Old.At, c.New.At}, c.Also...) {
			if part != nil {
				a.byPart[part] = append(a.byPart[part], i)
			}
		}
		for _, h := range c.Holders {
			for _, part := range []any{h.Old, h.New} {
				if part != nil {
					a.byHolder[part] = append(a.byHolder[part], i)
				}
			}
		}
	}
}

// rename gives the changes that say so the new names of namespaces and types.
func (a *accountant) rename() {
	for from, to := range a.names.Spaces {
		for i := range a.changes {
			if c := &a.changes[i]; c.ID == change.NamespaceChanged && c.Component.Name.Space == to {
				a.entries[i].renames = append(a.entries[i].renames, rename{true, xsd.QName{Space: from}, xsd.QName{Space: to}})
			}
		}
	}
	for _, from := range slices.SortedFunc(maps.Keys(a.names.Types), xsd.QName.Compare) {
		t := a.old.Type(from)
		for _, i := range append(slices.Clone(a.byPart[t]), a.byHolder[t]...) {
			if renaming[a.changes[i].ID] {
				a.entries[i].renames = append(a.entries[i].renames, rename{false, from, a.names.Types[from]})
				break
			}
		}
	}
}

// charge puts a fact on the account of the changes behind it.
func (a *accountant) charge(key fact.Key) {
	was, _ := a.before.Get(key)
	is, _ := a.after.Get(key)
	if key.Aspect == "shape" {
		a.shape(key, was, is)
		return
	}
	for _, part := range slices.Concat(was.Parts(), is.Parts()) {
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
func (a *accountant) byKind(key fact.Key, was, is fact.Fact) {
	kind, _, _ := strings.Cut(key.Aspect, " ")
	for _, part := range slices.Concat(was.Parts(), is.Parts()) {
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
var wholeSets = map[change.ID]bool{change.FacetTightened: true, change.FacetLoosened: true, change.FacetIncomparable: true, change.EnumIntroduced: true, change.EnumDropped: true}

func facetOf(c *change.Change, kind string) bool {
	for _, a := range []change.Anchor{c.Site.Old, c.Site.New} {
		if f, ok := a.At.(*xsd.Facet); ok && f.Name.String() == kind {
			return true
		}
	}
	return false
}

func (a *accountant) give(to []int, key fact.Key) {
	f, there := a.after.Get(key)
	for _, i := range to {
		a.entries[i].edits = append(a.entries[i].edits, edit{key, f.Value, !there, len(to)})
	}
}

// residue lists the facts that no change accounts for, for tests and reports
// of our own errors.
func (a *accountant) residue(keys []fact.Key) []string {
	given := map[fact.Key]bool{}
	for _, c := range a.entries {
		for _, e := range c.edits {
			given[e.key] = true
		}
	}
	var list []string
	for _, k := range keys {
		if !given[k] {
			was, _ := a.before.Get(k)
			is, _ := a.after.Get(k)
			list = append(list, fmt.Sprintf("%s /%s %s: %q, %q", k.In.Name, k.Path, k.Aspect, was.Value, is.Value))
		}
	}
	return list
}
