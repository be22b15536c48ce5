package binding

import (
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Chosen is a Go name that the user has chosen for a component, with where.
type Chosen struct {
	Name string
	Pos  diag.Pos
}

// chosen are the names that the user has chosen. Where they belong in the lock
// comes out while the plan is made; a plan that has met one anew is made once
// more, with the name in the lock from the start, so that nothing else takes it.
type chosen struct {
	names map[xsd.Component]Chosen
	known map[lockKey]string
	met   map[lockKey]Chosen
	anew  bool
	// capitals are the words that names have in capitals.
	capitals goname.Initialisms
}

func newChosen(o Options) *chosen {
	return &chosen{names: o.Rename, known: map[lockKey]string{}, met: map[lockKey]Chosen{}, capitals: goname.NewInitialisms(o.Initialisms)}
}

// name returns the name chosen for a component.
func (ch *chosen) name(c xsd.Component) (string, bool) {
	name, ok := ch.names[c]
	return name.Name, ok
}

// enter puts what is known so far into a lock.
func (ch *chosen) enter(l *Lock) {
	ch.anew, ch.met = false, map[lockKey]Chosen{}
	keys := slices.SortedFunc(maps.Keys(ch.known), lockKey.compare)
	// What a type is called decides where its fields are kept.
	for _, first := range []bool{true, false} {
		for _, k := range keys {
			if strings.HasPrefix(k.scope, "package ") == first {
				l.rename(k, ch.known[k])
			}
		}
	}
}

// again reports whether the plan has to be made once more: something was met
// anew, or at another place than before.
func (ch *chosen) again() bool {
	for k := range ch.known {
		if _, met := ch.met[k]; !met {
			delete(ch.known, k)
			ch.anew = true
		}
	}
	return ch.anew
}

func (k lockKey) compare(o lockKey) int {
	if c := strings.Compare(k.scope, o.scope); c != 0 {
		return c
	}
	return strings.Compare(k.thing, o.thing)
}

// claimFor claims an identifier for a component, which the user may have chosen.
func (s *scope) claimFor(c xsd.Component, thing string, wanted ...string) string {
	return s.claimAs(c, "", thing, wanted...)
}

// claimAs claims one that starts with a text, which the name follows that the
// user may have chosen.
func (s *scope) claimAs(c xsd.Component, start, thing string, wanted ...string) string {
	name, found := s.chosen.names[c]
	if !found || s.given[thing] > 0 {
		return s.claim(thing, wanted...)
	}
	name.Name = start + name.Name
	k := lockKey{s.key, clean(thing)}
	if s.chosen.known[k] != name.Name {
		s.chosen.known[k], s.chosen.anew = name.Name, true
	}
	s.chosen.met[k] = name
	return s.claimed(thing, name.Name, wanted)
}

// check reports chosen names that something else has.
func (ch *chosen) check(given *scopes, diags *diag.List) {
	for _, s := range given.all {
		for _, k := range slices.SortedFunc(maps.Keys(ch.met), lockKey.compare) {
			want := ch.met[k]
			if k.scope != s.key || s.taken[want.Name] == k.thing {
				continue
			}
			has := s.taken[want.Name]
			if has == "" || has == "helper" {
				diags.Error(want.Pos, config.Code, "the name %q is one that generated code has for itself there", want.Name)
			} else {
				diags.Error(want.Pos, config.Code, "the name %q is that of another thing there already: %s; rename that too", want.Name, has)
			}
		}
	}
}

// rename gives a thing another name in the lock, and takes along what is kept
// under the old one: the fields of a type, the constants of an enumeration.
func (l *Lock) rename(k lockKey, name string) {
	old, had := l.names[k.scope][k.thing]
	l.put(k.scope, k.thing, name)
	pkg, inPackage := strings.CutPrefix(k.scope, "package ")
	if !had || old == name || !inPackage {
		return
	}
	l.moveScopes(func(scope string) (string, bool) {
		kind, rest, _ := strings.Cut(scope, " ")
		return kind + " " + pkg + "." + name, rest == pkg+"."+old && kind != "package"
	})
	things := l.names[k.scope]
	for _, thing := range slices.Sorted(maps.Keys(things)) {
		if kind, rest, _ := strings.Cut(thing, " "); kind == "value" || kind == "values" || kind == "branch" {
			if after, found := strings.CutPrefix(rest, old); found && (after == "" || after[0] == ' ') {
				things[kind+" "+name+after] = things[thing]
				delete(things, thing)
			}
		}
	}
}

// moveScopes renames the scopes that move says, but for those whose new name is
// there already.
func (l *Lock) moveScopes(move func(scope string) (string, bool)) {
	for _, scope := range slices.Sorted(maps.Keys(l.names)) {
		to, ok := move(scope)
		if _, taken := l.names[to]; ok && !taken {
			l.names[to] = l.names[scope]
			delete(l.names, scope)
		}
	}
}

// renamePackages gives packages that the user has named the names that they are
// to have, and takes all names in them along: a package that is called something
// else has the same things in it.
func (l *Lock) renamePackages(wanted map[string]string) {
	packages := l.names["packages"]
	for _, space := range slices.Sorted(maps.Keys(wanted)) {
		old, name := packages[space], wanted[space]
		if old == "" || old == name || hasValue(packages, name) {
			continue
		}
		for other, n := range packages {
			if n == old && (wanted[other] == "" || wanted[other] == name) {
				packages[other] = name
			}
		}
		l.moveScopes(func(scope string) (string, bool) {
			kind, rest, _ := strings.Cut(scope, " ")
			after, found := strings.CutPrefix(rest, old)
			return kind + " " + name + after, found && (after == "" && (kind == "package" || kind == "methods") || strings.HasPrefix(after, "."))
		})
	}
}

func hasValue(m map[string]string, value string) bool {
	for _, v := range m {
		if v == value {
			return true
		}
	}
	return false
}

// facetOf returns the facet that lists a value.
func facetOf(t *xsd.SimpleType, value string) xsd.Component {
	for i, f := range t.Facets {
		if t.Datatype.Normalize(f.Value) == value {
			return &t.Facets[i]
		}
	}
	return nil
}

// nameFor is what identifiers that come from a component's local name are made
// of: its name, or the one that the user has chosen.
func (ch *chosen) nameFor(c xsd.Component, local string) string {
	if name, ok := ch.name(c); ok {
		return name
	}
	return exported(local)
}
