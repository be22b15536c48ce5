package reach

import (
	"cmp"
	"maps"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// Entry is where documents of both versions start: a request, a response, the
// envelope, or a global element of a schema without operations.
type Entry struct {
	Reach    change.Reach
	Old, New any
}

// entriesOf returns what both versions have, the operations by their new names.
func entriesOf(c *diff.Comparison) []Entry {
	var list []Entry
	both := func(r change.Reach, d change.Direction, old, new any) {
		r.Direction = d
		list = append(list, Entry{r, old, new})
	}
	for _, p := range c.Operations {
		if p.Old == nil || p.New == nil {
			continue
		}
		r := change.Reach{Operation: p.New.Name, Service: p.New.Service}
		both(r, change.Request, p.Old.Request.Component(), p.New.Request.Component())
		both(r, change.Response, p.Old.Response.Component(), p.New.Response.Component())
	}
	for _, o := range c.Old.Schema.Elements() {
		n := c.New.Schema.Element(c.Names.Name(o.Name))
		if n == nil || !c.Old.StartsDocuments(o) {
			continue
		}
		r := change.Reach{Operation: c.New.RootName(n)}
		both(r, change.Request, o, n)
		both(r, change.Response, o, n)
	}
	return list
}

// Map knows the ways through both versions of a comparison.
type Map struct {
	// Entries are where documents start in both versions.
	Entries  []Entry
	Old, New *Graph
	// The places of the entries, by node of each version.
	oldEntries, newEntries map[int][]int
}

// NewMap walks both versions.
func NewMap(c *diff.Comparison) *Map {
	m := &Map{
		Entries: entriesOf(c), Old: newGraph(c.Old), New: newGraph(c.New),
		oldEntries: map[int][]int{}, newEntries: map[int][]int{},
	}
	pair(c, m.Old, m.New)
	for i, e := range m.Entries {
		if node, known := m.Old.id[e.Old]; known {
			m.oldEntries[node] = append(m.oldEntries[node], i)
		}
		if node, known := m.New.id[e.New]; known {
			m.newEntries[node] = append(m.newEntries[node], i)
		}
	}
	return m
}

// Mark tells each change the operations that show it, and lowers its levels to
// those of the directions in which they do.
func (m *Map) Mark(changes []change.Change) {
	for i := range changes {
		c := &changes[i]
		if !c.Site.Whole {
			c.Operations = m.of(&c.Site)
		}
		c.Limit()
	}
}

// of returns the operations in which a change shows. What has come is looked
// for in the new version, what has gone in the old one, and what has changed
// in the one that writes.
func (m *Map) of(s *change.Site) []change.Reach {
	var list []change.Reach
	for _, e := range m.reaching(s, !s.Old.IsZero(), !s.New.IsZero()) {
		best := change.Reach{Count: -1}
		for _, h := range s.Holders {
			best = join(best, e.either(m, s, h))
		}
		if best.Count >= 0 {
			list = append(list, best)
		}
	}
	slices.SortFunc(list, change.Reach.Compare)
	return list
}

// Reaching returns the entries from which what has a change is reached in one of
// the versions. There can be thousands that reach none of it.
func (m *Map) Reaching(s *change.Site) []Entry { return m.reaching(s, true, true) }

// reaching is [Map.Reaching] in one of the versions, or both.
func (m *Map) reaching(s *change.Site, inOld, inNew bool) []Entry {
	places := map[int]bool{}
	for _, h := range s.Holders {
		if inOld {
			m.Old.entriesTo(h.Old, m.oldEntries, places)
		}
		if inNew {
			m.New.entriesTo(h.New, m.newEntries, places)
		}
	}
	var list []Entry
	for _, i := range slices.Sorted(maps.Keys(places)) {
		list = append(list, m.Entries[i])
	}
	return list
}

// entriesTo adds the places of the entries, by node, from which a component is
// reached.
func (g *Graph) entriesTo(part any, entries map[int][]int, places map[int]bool) {
	target, known := g.id[part]
	if !known || len(entries) == 0 {
		return
	}
	steps := g.waysTo(target).steps
	if len(steps) < len(entries) {
		for node := range steps {
			for _, i := range entries[node] {
				places[i] = true
			}
		}
		return
	}
	for node, list := range entries {
		if _, reached := steps[node]; reached {
			for _, i := range list {
				places[i] = true
			}
		}
	}
}

// either looks for a holder in the version that writes the documents of the
// entry's direction, where it has what has changed, or else in the other.
func (e Entry) either(m *Map, s *change.Site, h change.Holder) change.Reach {
	inOld := func() change.Reach { return e.look(m.Old, e.Old, h.Old, h.OldStep) }
	inNew := func() change.Reach { return e.look(m.New, e.New, h.New, h.Step) }
	switch {
	case s.New.IsZero():
		return inOld()
	case s.Old.IsZero():
		return inNew()
	case e.Reach.Direction == change.Request:
		if r := inOld(); r.Count >= 0 {
			return r
		}
		return inNew()
	}
	if r := inNew(); r.Count >= 0 {
		return r
	}
	return inOld()
}

// look returns how an entry reaches a holder; its count is -1 where it does
// not.
func (e Entry) look(g *Graph, from, to any, step string) change.Reach {
	none := change.Reach{Count: -1}
	source, known := g.id[from]
	target, there := g.id[to]
	if !known || !there {
		return none
	}
	path, count, via, ok := g.waysTo(target).path(g, source)
	if !ok {
		return none
	}
	r := e.Reach
	r.Path, r.Count, r.ViaType = change.JoinSteps(path, step), count, via
	return r
}

// join combines two ways to one change: the shorter path, and both counts. A
// way by xsi:type counts only where there is no other.
func join(r, s change.Reach) change.Reach {
	switch {
	case s.Count < 0:
		return r
	case r.Count < 0:
		return s
	case r.ViaType != s.ViaType:
		if r.ViaType {
			return s
		}
		return r
	}
	total := min(r.Count+s.Count, maxCount)
	if cmp.Or(cmp.Compare(pathLength(s.Path), pathLength(r.Path)), cmp.Compare(s.Path, r.Path)) < 0 {
		r = s
	}
	r.Count = total
	return r
}

func pathLength(path string) int {
	n := 0
	for _, c := range path {
		n += b2i(c == '/')
	}
	return n + b2i(path != "")
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
