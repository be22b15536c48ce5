package binding

import (
	"maps"
	"slices"
	"strings"
)

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
