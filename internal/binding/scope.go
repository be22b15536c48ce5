package binding

import (
	"strconv"

	"github.com/wbxgen/wbxgen/internal/goname"
)

// scope gives out identifiers, each once: those of a package, or the fields
// and methods of a struct. The order of claims follows from the schema's names
// and from the content model, never from files or chance.
type scope struct {
	key   string // in the lock
	lock  *Lock
	taken map[string]string // identifier → thing
	given map[string]int    // thing → how many identifiers it was given
}

func newScope(key string, lock *Lock, reserved ...string) *scope {
	s := &scope{key: key, lock: lock, taken: map[string]string{}, given: map[string]int{}}
	for _, r := range reserved {
		s.taken[r] = "reserved"
	}
	return s
}

// hold sets aside the names that the lock has for the given things, so that
// no new thing takes one of them.
func (s *scope) hold(things ...string) {
	for _, t := range things {
		if name, ok := s.lock.get(s.key, t); ok && s.taken[name] == "" {
			s.taken[name] = t
		}
	}
}

// claim returns the identifier of a thing: the one it had before, else the
// first of the wanted ones that is free, else the last one with a tag. Of
// several things with one name, as two branches of a choice can be, each
// further one has its number behind it.
func (s *scope) claim(thing string, wanted ...string) string {
	if s.given[thing]++; s.given[thing] > 1 {
		thing += "#" + strconv.Itoa(s.given[thing])
	}
	if name, ok := s.lock.get(s.key, thing); ok && (s.taken[name] == "" || s.taken[name] == thing) {
		s.taken[name] = thing
		return name
	}
	name := wanted[len(wanted)-1] + goname.Tag(s.key+" "+thing)
	for _, w := range wanted {
		if s.taken[w] == "" {
			name = w
			break
		}
	}
	s.taken[name] = thing
	s.lock.set(s.key, thing, name)
	return name
}
