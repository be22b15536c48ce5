package binding

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// scope gives out identifiers, each once: those of a package, or the fields
// and methods of a struct. The order of claims follows from the schema's names
// and from the content model, never from files or chance.
type scope struct {
	key    string // in the lock
	lock   *Lock
	chosen *chosen
	taken  map[string]string   // identifier → thing
	given  map[string]int      // thing → how many identifiers it was given
	held   map[string][]string // identifier → things that the lock keeps it for
	fresh  map[string]string   // identifier → thing that the lock has no name for
	had    []string            // things whose identifier another thing wanted
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
	s := &scope{
		key: key, lock: lock, fresh: map[string]string{}, chosen: ss.chosen, taken: map[string]string{}, given: map[string]int{}, held: map[string][]string{},
	}
	for _, r := range reserved {
		s.taken[r] = "reserved"
	}
	for thing, name := range s.lock.names[clean(key)] {
		if !ss.absent[lockKey{clean(key), thing}] {
			s.held[name] = append(s.held[name], thing)
		}
	}
	ss.all = append(ss.all, s)
	return s
}

// claim returns the identifier of a thing: the one it had before, else the
// first of the wanted ones that is free, else the first of them with a number.
// Of several things with one name, as two branches of a choice can be, each
// further one has its number behind it.
func (s *scope) claim(thing string, wanted ...string) string {
	for i, w := range wanted {
		wanted[i] = s.chosen.capitals.Apply(w)
	}
	return s.claimed(thing, wanted)
}

func (s *scope) claimed(thing string, wanted []string) string {
	if s.given[thing]++; s.given[thing] > 1 {
		thing += "#" + strconv.Itoa(s.given[thing])
	}
	name, known := s.lock.get(s.key, thing)
	if !known || s.taken[name] != "" {
		name = s.firstFree(clean(thing), wanted)
	}
	s.taken[name] = cmp.Or(clean(thing), noThing)
	if !known {
		s.fresh[name] = thing
	}
	s.lock.set(s.key, thing, name)
	return name
}

// noThing stands for the thing that has no name of its own: no namespace.
const noThing = "\x00"

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
	if s.taken[name] != "" {
		return false
	}
	for _, holder := range s.held[name] {
		if holder != thing {
			s.had = append(s.had, holder)
			return false
		}
	}
	return true
}

// absentees returns the things of the lock for which an identifier was held in
// vain: another thing wanted it, and they never came.
func (s *scope) absentees() []lockKey {
	came := map[string]bool{}
	for _, thing := range s.taken {
		came[strings.TrimPrefix(thing, noThing)] = true
	}
	var list []lockKey
	for _, thing := range s.had {
		if k := (lockKey{clean(s.key), thing}); !came[thing] && !slices.Contains(list, k) {
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
