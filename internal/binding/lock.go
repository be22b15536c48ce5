package binding

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Lock remembers the Go names that were given to components, so that a name
// once given stays: whatever a later schema adds, or a later wbxgen would do.
// Keys are made of names of the schema alone. A Lock is not safe for
// concurrent use.
type Lock struct {
	names map[lockKey]string
}

// lockKey is a scope (a namespace, or a type within one) and a thing in it.
type lockKey struct{ scope, thing string }

func (k lockKey) compare(l lockKey) int {
	return cmp.Or(cmp.Compare(k.scope, l.scope), cmp.Compare(k.thing, l.thing))
}

// NewLock returns an empty lock.
func NewLock() *Lock { return &Lock{names: map[lockKey]string{}} }

const lockHeader = "# Go names given by wbxgen, kept so that they stay. One block a scope; do not sort, merge line by line.\n"

// ReadLock reads what [Lock.Bytes] wrote. Lines that start with "#" are
// comments; a scope stands at the margin, its things are indented by one tab,
// with a tab before the Go name.
func ReadLock(r io.Reader) (*Lock, error) {
	l := NewLock()
	scope := ""
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		rest, indented := strings.CutPrefix(line, "\t")
		switch {
		case line == "" || line[0] == '#':
		case !indented:
			scope = line
		default:
			thing, name, ok := strings.Cut(rest, "\t")
			if !ok || scope == "" {
				return nil, fmt.Errorf("line %d: expected a tab, a key, a tab and a Go name", n)
			}
			l.names[lockKey{scope, thing}] = name
		}
	}
	return l, lines.Err()
}

// Bytes returns the text of the lock, in the order of its keys.
func (l *Lock) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString(lockHeader)
	scope := ""
	for _, k := range slices.SortedFunc(maps.Keys(l.names), lockKey.compare) {
		if k.scope != scope {
			scope = k.scope
			b.WriteString(scope + "\n")
		}
		fmt.Fprintf(&b, "\t%s\t%s\n", k.thing, l.names[k])
	}
	return b.Bytes()
}

// get returns the name that was given to a thing before.
func (l *Lock) get(scope, thing string) (string, bool) {
	name, ok := l.names[lockKey{clean(scope), clean(thing)}]
	return name, ok
}

// set remembers a name.
func (l *Lock) set(scope, thing, name string) { l.names[lockKey{clean(scope), clean(thing)}] = name }

// clean keeps a key on its line: values of enumerations can hold anything.
func clean(s string) string {
	if strings.ContainsAny(s, "\t\n\r\\") || strings.HasPrefix(s, "#") {
		s = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`, "#", `\#`).Replace(s)
	}
	return s
}
