package binding

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// scope gives out identifiers, each once: those of a package, or the fields
// and methods of a struct. The order of claims follows from the schema's names
// and from the content model, never from files or chance.
type scope struct {
	key    string // in the lock, cleaned
	lock   *Lock
	kept   map[string]string // what the lock has for the scope, nil for nothing
	absent map[lockKey]bool  // as of scopes
	chosen *chosen
	// reserved are the identifiers that generated code has for itself.
	reserved []string
	taken    map[string]string   // identifier → thing
	given    map[string]int      // thing → how many identifiers it was given
	held     map[string][]string // identifier → things that the lock keeps it for; nil until somebody asks
	fresh    map[string]string   // identifier → thing that the lock has no name for
	had      []string            // things whose identifier another thing wanted
}

// scopes are those of one plan.
type scopes struct {
	lock   *Lock
	others map[*plan.Package]*Lock // of packages that are generated elsewhere
	chosen *chosen
	all    []*scope
	absent map[lockKey]bool // what the lock has names for and is not in the schema
}

// scope starts a scope. What the lock has for it is held for its things, but
// for those that turned out not to be in this schema.
func (ss *scopes) scope(key string, reserved ...string) *scope {
	return ss.scopeIn(nil, key, reserved...)
}

// scopeIn starts a scope of a package.
func (ss *scopes) scopeIn(p *plan.Package, key string, reserved ...string) *scope {
	lock := ss.lock
	if ss.others[p] != nil {
		lock = ss.others[p]
	}
	key = clean(key)
	kept := lock.names[key]
	s := &scope{
		key: key, lock: lock, kept: kept, absent: ss.absent, chosen: ss.chosen, reserved: reserved,
		taken: make(map[string]string, len(kept)), given: make(map[string]int, len(kept)),
	}
	ss.all = append(ss.all, s)
	return s
}

// claim returns the identifier of a thing: the one it had before, else the
// first of the wanted ones that is free, else the first of them with a number.
// Of several things with one name, as two branches of a choice can be, each
// further one has its number behind it.
func (s *scope) claim(thing string, wanted ...string) string {
	return s.claimed(thing, "", wanted)
}

// claimed is claim with a first wish that is spelled as it is, "" for none.
func (s *scope) claimed(thing, chosen string, wanted []string) string {
	if s.given[thing]++; s.given[thing] > 1 {
		thing += "#" + strconv.Itoa(s.given[thing])
	}
	key := clean(thing)
	old, known := s.locked(key)
	name := old
	if !known || s.has(name) {
		name = s.firstFree(key, s.wishes(chosen, wanted))
	}
	s.taken[name] = cmp.Or(key, noThing)
	if !known {
		s.note(name, thing)
	}
	if !known || name != old {
		s.lock.put(s.key, key, name)
		s.kept = s.lock.names[s.key]
	}
	return name
}

// claimLazily is claimFor with wishes that are made only where the thing does not
// just get the identifier that it had before, as most do.
func (s *scope) claimLazily(c xsd.Component, thing string, wanted func() []string) string {
	if name, had := s.again(c, thing); had {
		return name
	}
	return s.claimFor(c, thing, wanted()...)
}

// again claims for a thing the identifier that it had before, if nothing speaks
// against that.
func (s *scope) again(c xsd.Component, thing string) (name string, had bool) {
	if _, chosen := s.chosen.names[c]; chosen || s.given[thing] > 0 {
		return "", false
	}
	key := clean(thing)
	name, known := s.locked(key)
	if !known || s.has(name) {
		return "", false
	}
	s.given[thing], s.taken[name] = 1, cmp.Or(key, noThing)
	return name, true
}

// locked returns the identifier that the lock has for a cleaned thing.
func (s *scope) locked(thing string) (name string, known bool) {
	name, known = s.kept[thing]
	return name, known
}

// has reports whether an identifier is taken.
func (s *scope) has(name string) bool {
	return s.taken[name] != "" || slices.Contains(s.reserved, name)
}

// isAttribute reports whether an identifier is that of an attribute, as those are
// claimed in the scope of a struct.
func (s *scope) isAttribute(name string) bool { return strings.HasPrefix(s.taken[name], "@") }

// wishes are the identifiers that a thing is to have, the best first.
func (s *scope) wishes(chosen string, wanted []string) []string {
	var list []string
	if chosen != "" {
		list = append(list, chosen)
	}
	for _, w := range wanted {
		list = append(list, s.chosen.capitals.Apply(w))
	}
	return list
}

// note notes a thing that the lock has no name for.
func (s *scope) note(name, thing string) {
	if s.fresh == nil {
		s.fresh = map[string]string{}
	}
	s.fresh[name] = thing
}

// noThing stands for the thing that has no name of its own: no namespace.
const noThing = "\x00"

// reserve sets an identifier aside.
func (s *scope) reserve(name string) { s.taken[name] = "reserved" }

// helper returns an identifier that nobody outside the package sees. What it is
// called matters to no one, so the lock does not keep it.
func (s *scope) helper(wanted string) string {
	name := s.firstFree("", []string{wanted})
	s.taken[name] = "helper"
	return name
}

func (s *scope) firstFree(thing string, wanted []string) string {
	for _, w := range wanted {
		if s.isFree(w, thing) {
			return w
		}
	}
	for n := 2; ; n++ {
		if w := wanted[0] + strconv.Itoa(n); s.isFree(w, thing) {
			return w
		}
	}
}

// isFree reports whether a thing may have an identifier: no other has it, or is
// to have it again.
func (s *scope) isFree(name, thing string) bool {
	if s.has(name) {
		return false
	}
	for _, holder := range s.holders(name) {
		if holder != thing {
			s.had = append(s.had, holder)
			return false
		}
	}
	return true
}

// holders returns the things that the lock keeps an identifier for. Most scopes
// are never asked: all of their things have names in it.
func (s *scope) holders(name string) []string {
	if s.held == nil {
		s.held = map[string][]string{}
		for thing, name := range s.kept {
			if !s.absent[lockKey{s.key, thing}] {
				s.held[name] = append(s.held[name], thing)
			}
		}
	}
	return s.held[name]
}

// absentees returns the things of the lock for which an identifier was held in
// vain: another thing wanted it, and they never came.
func (s *scope) absentees() []lockKey {
	if len(s.had) == 0 {
		return nil
	}
	came := map[string]bool{}
	for _, thing := range s.taken {
		came[strings.TrimPrefix(thing, noThing)] = true
	}
	var list []lockKey
	for _, thing := range s.had {
		if k := (lockKey{s.key, thing}); !came[thing] && !slices.Contains(list, k) {
			list = append(list, k)
		}
	}
	return list
}

// markAbsent adds to the absent things of the lock those that held a name in
// vain, and reports whether there were any.
func (ss *scopes) markAbsent() bool {
	found := false
	for _, s := range ss.all {
		for _, k := range s.absentees() {
			ss.absent[k], found = true, true
		}
	}
	return found
}
