package binding

import (
	"fmt"
	"go/token"
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/goname"
)

// Lock remembers the Go names that were given to components, so that a name
// once given stays: whatever a later schema adds, or a later wbxgen would do.
// Keys are made of names of the schema alone. A Lock is not safe for
// concurrent use.
type Lock struct {
	names map[string]map[string]string // scope → thing → name
}

// lockKey is a scope (a namespace, or a type within one) and a thing in it.
type lockKey struct{ scope, thing string }

// NewLock returns an empty lock.
func NewLock() *Lock { return &Lock{names: map[string]map[string]string{}} }

const lockHeader = "# Go names given by wbxgen, kept so that they stay. One block a scope; do not sort, merge line by line.\n"

// ReadLock reads a text that [Lock.Bytes] wrote. Lines that start with "#" are
// comments; a scope stands at the margin, its things are indented by one tab,
// with a tab before the Go name.
func ReadLock(text []byte) (*Lock, error) {
	l := NewLock()
	scope, n := "", 0
	for line := range strings.Lines(string(text)) {
		n++
		line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
		rest, indented := strings.CutPrefix(line, "\t")
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "<<<<<<<"), strings.HasPrefix(line, "======="), strings.HasPrefix(line, ">>>>>>>"):
			return nil, &LockError{n, "a merge left its marks here; keep the lines of both sides, and drop the marks"}
		case !indented:
			scope = line
		default:
			thing, name, ok := strings.Cut(rest, "\t")
			if !ok || scope == "" {
				return nil, &LockError{n, "expected a tab, a key, a tab and a Go name"}
			}
			if why := wrongName(scope, name); why != "" {
				return nil, &LockError{n, fmt.Sprintf("the name %q %s", name, why)}
			}
			l.put(scope, thing, name)
		}
	}
	return l, nil
}

// LockError says what is wrong with the text of a lock.
type LockError struct {
	Line int
	Msg  string
}

func (e *LockError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Msg) }

// wrongName says why a name that somebody wrote into a lock is none, "" if it is
// one.
func wrongName(scope, name string) string {
	switch {
	case scope == "packages":
		return goname.PackageProblem(name)
	case !token.IsIdentifier(name):
		return "is no Go identifier"
	case !token.IsExported(name):
		return "is not exported: it starts with no capital"
	}
	return ""
}

// Bytes returns the text of the lock, in the order of its keys.
func (l *Lock) Bytes() []byte {
	size := len(lockHeader)
	for scope, things := range l.names {
		size += len(scope) + 1
		for thing, name := range things {
			size += len(thing) + len(name) + 3
		}
	}
	b := append(make([]byte, 0, size), lockHeader...)
	var list []string // of the scope at hand
	for _, scope := range slices.Sorted(maps.Keys(l.names)) {
		b = append(append(b, scope...), '\n')
		things := l.names[scope]
		list = slices.AppendSeq(list[:0], maps.Keys(things))
		slices.Sort(list)
		for _, thing := range list {
			b = append(append(b, '\t'), thing...)
			b = append(append(append(b, '\t'), things[thing]...), '\n')
		}
	}
	return b
}

// put remembers a name. Scope and thing are cleaned.
func (l *Lock) put(scope, thing, name string) {
	if l.names[scope] == nil {
		l.names[scope] = map[string]string{}
	}
	l.names[scope][thing] = name
}

// clone returns a lock of its own with the same names.
func (l *Lock) clone() *Lock {
	c := NewLock()
	for scope, things := range l.names {
		c.names[scope] = maps.Clone(things)
	}
	return c
}

// clean keeps a key on its line: values of enumerations can hold anything.
func clean(s string) string {
	if strings.ContainsAny(s, "\t\n\r\\") || strings.HasPrefix(s, "#") {
		s = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`, "#", `\#`).Replace(s)
	}
	return s
}

// Package returns the name that the package of a namespace was given, and all
// namespaces that have one.
func (l *Lock) Package(namespace string) (name string, known []string) {
	packages := l.names["packages"]
	return packages[clean(namespace)], slices.Sorted(maps.Keys(packages))
}

// LockEntry is a name in a lock.
type LockEntry struct {
	Scope, Thing, Name string
	Line               int // in the lock's text
}

// Entries returns all names, in the order of the lock's text.
func (l *Lock) Entries() []LockEntry {
	var list []LockEntry
	line := strings.Count(lockHeader, "\n")
	for _, scope := range slices.Sorted(maps.Keys(l.names)) {
		line++
		things := l.names[scope]
		for _, thing := range slices.Sorted(maps.Keys(things)) {
			line++
			list = append(list, LockEntry{scope, thing, things[thing], line})
		}
	}
	return list
}
