package reach

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// Entry is where documents of both versions start: a request, a response, the
// envelope, or a global element of a schema without operations.
type Entry struct {
	Reach    change.Reach
	Old, New any
	Index    int // among the entries
}

// entriesOf returns what both versions have, the operations by their new names.
func entriesOf(c *diff.Comparison) []Entry {
	var list []Entry
	both := func(r change.Reach, d change.Direction, old, new any) {
		r.Direction = d
		list = append(list, Entry{r, old, new, len(list)})
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
		if n == nil || !c.Old.StartsDocuments(o) && !c.New.StartsDocuments(n) {
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
	shown                  map[holderKey]*shown
	kept                   int // operations in all of them
}

// NewMap walks both versions.
func NewMap(c *diff.Comparison) *Map {
	m := &Map{
		Entries: entriesOf(c), Old: newGraph(c.Old), New: newGraph(c.New),
		oldEntries: map[int][]int{}, newEntries: map[int][]int{}, shown: map[holderKey]*shown{},
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
			m.mark(c)
			if c.Site.ViaType {
				c.Operations = viaType(c.Operations)
			}
			if c.ID == change.SubstitutionMemberAdded || c.ID == change.SubstitutionMemberRemoved {
				c.Operations = slices.DeleteFunc(slices.Clone(c.Operations), func(r change.Reach) bool { return atRoot(c, r) })
			}
		}
		c.Limit()
	}
}

// viaType returns the operations as those that only xsi:type leads to a change from.
func viaType(list []change.Reach) []change.Reach {
	list = slices.Clone(list)
	for i := range list {
		list[i].ViaType, list[i].Count = true, 1
	}
	return list
}

// atRoot reports whether a change is at what starts a document: nothing stands
// in for a head there, as its members start documents of their own.
func atRoot(c *change.Change, r change.Reach) bool { return c.Path(r) == "" }

// mark tells a change the operations that show it. What has come is looked for
// in the new version, what has gone in the old one, and what has changed in the
// one that writes.
func (m *Map) mark(c *change.Change) {
	holders := c.Site.Holders
	if len(holders) == 0 {
		return
	}
	c.Below = belowOf(holders[0])
	if len(holders) == 1 {
		c.Operations = m.ofHolder(&c.Site, holders[0]).reaches
		return
	}
	if slices.ContainsFunc(holders, func(h change.Holder) bool { return belowOf(h) != c.Below }) {
		c.Below = change.Below{} // the ways lead to the change itself
	}
	c.Operations = m.together(c)
}

// belowOf has the steps from a holder.
func belowOf(h change.Holder) change.Below { return change.Below{Old: h.OldStep, New: h.Step} }

// together returns the operations that show a change which several holders have.
func (m *Map) together(c *change.Change) []change.Reach {
	var all shown
	at := map[int]int{} // by entry
	for _, h := range c.Site.Holders {
		list := m.ofHolder(&c.Site, h)
		for i, r := range list.reaches {
			if c.Below != belowOf(h) {
				r.Way = (&change.Change{Below: belowOf(h)}).Path(r)
			}
			entry := list.entries[i]
			if k, again := at[entry]; again {
				all.reaches[k] = join(c, all.reaches[k], r)
				continue
			}
			at[entry] = len(all.reaches)
			all.add(r, entry)
		}
	}
	sort.Stable(&all)
	return all.reaches
}

// shown is how entries show a holder, in the order of reports.
type shown struct {
	reaches []change.Reach
	entries []int // their places among the entries
}

func (s *shown) add(r change.Reach, entry int) {
	s.reaches, s.entries = append(s.reaches, r), append(s.entries, entry)
}

// Len, Less and Swap sort them.
func (s *shown) Len() int           { return len(s.reaches) }
func (s *shown) Less(i, j int) bool { return s.reaches[i].Compare(s.reaches[j]) < 0 }
func (s *shown) Swap(i, j int) {
	s.reaches[i], s.reaches[j] = s.reaches[j], s.reaches[i]
	s.entries[i], s.entries[j] = s.entries[j], s.entries[i]
}

// holderKey is what the operations that show a change of one holder depend on.
type holderKey struct {
	old, new   any
	come, gone bool
}

// ofHolder returns the operations that show a holder, which many changes can
// have, with the ways to it.
func (m *Map) ofHolder(s *change.Site, h change.Holder) *shown {
	key := holderKey{h.Old, h.New, s.Old.IsZero(), s.New.IsZero()}
	if list := m.shown[key]; list != nil {
		return list
	}
	list := &shown{}
	other := m.elsewhere(s, h)
	for _, i := range m.reaching(h, !s.Old.IsZero(), !s.New.IsZero()) {
		if other != nil && !other[i] {
			continue
		}
		if r := m.Entries[i].either(m, s, h); r.Count >= 0 {
			list.add(r, i)
		}
	}
	sort.Stable(list)
	list.reaches, list.entries = slices.Clip(list.reaches), slices.Clip(list.entries)
	if m.kept += len(list.entries); m.kept > maxShown {
		clear(m.shown)
		m.kept = len(list.entries)
	}
	m.shown[key] = list
	return list
}

// elsewhere returns the places of the entries from which the other version reaches
// what stands for a holder, for what has come or gone there; nil where there is
// nothing to reach. What an element of another type now has in its place is told of
// by the types that stand there.
func (m *Map) elsewhere(s *change.Site, h change.Holder) map[int]bool {
	g, part, entries := m.New, h.New, m.newEntries
	switch {
	case s.Old.IsZero() == s.New.IsZero():
		return nil
	case s.Old.IsZero():
		g, part, entries = m.Old, h.Old, m.oldEntries
	}
	if _, known := g.id[part]; !known {
		return nil
	}
	places := map[int]bool{}
	g.entriesTo(part, entries, places)
	return places
}

// maxShown bounds the operations that are kept for holders.
const maxShown = 1_000_000

// Reaching returns the entries from which a holder is reached in one of the
// versions. There can be thousands that reach none of it.
func (m *Map) Reaching(h change.Holder) []Entry {
	var list []Entry
	for _, i := range m.reaching(h, true, true) {
		list = append(list, m.Entries[i])
	}
	return list
}

// reaching returns the places of the entries from which a holder is reached in
// one of the versions, or both.
func (m *Map) reaching(h change.Holder, inOld, inNew bool) []int {
	if len(m.Entries) == 0 {
		return nil
	}
	places := map[int]bool{}
	if inOld {
		m.Old.entriesTo(h.Old, m.oldEntries, places)
	}
	if inNew {
		m.New.entriesTo(h.New, m.newEntries, places)
	}
	return slices.Sorted(maps.Keys(places))
}

// entriesTo adds the places of the entries, by node, from which a component is
// reached.
func (g *Graph) entriesTo(part any, entries map[int][]int, places map[int]bool) {
	target, known := g.id[part]
	if !known || len(entries) == 0 {
		return
	}
	w := g.waysTo(target)
	if w.entries == nil {
		w.entries = entriesAmong(w.steps, entries)
	}
	for _, i := range w.entries {
		places[i] = true
	}
}

// entriesAmong returns the places of the entries that are among some nodes.
func entriesAmong(nodes map[int]int, entries map[int][]int) []int {
	places := []int{}
	if len(nodes) < len(entries) {
		for node := range nodes {
			places = append(places, entries[node]...)
		}
		return places
	}
	for node, list := range entries {
		if _, reached := nodes[node]; reached {
			places = append(places, list...)
		}
	}
	return places
}

// either looks for a holder in the version that writes the documents of the
// entry's direction, where it has what has changed, or else in the other.
func (e Entry) either(m *Map, s *change.Site, h change.Holder) (r change.Reach) {
	first := !s.Old.IsZero() && (s.New.IsZero() || e.Reach.Direction == change.Request)
	both := !s.Old.IsZero() && !s.New.IsZero()
	for _, inOld := range []bool{first, !first} {
		if inOld {
			r = e.look(m.Old, e.Old, h.Old)
		} else {
			r = e.look(m.New, e.New, h.New)
		}
		r.InOld = inOld
		if r.Count >= 0 || !both {
			break
		}
	}
	return r
}

// look returns how an entry reaches a holder; its count is -1 where it does
// not.
func (e Entry) look(g *Graph, from, to any) change.Reach {
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
	r.Way, r.Count, r.ViaType = path, count, via
	return r
}

// join combines two ways to a change: the shorter path, and both counts. A
// way by xsi:type counts only where there is no other.
func join(c *change.Change, r, s change.Reach) change.Reach {
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
	known, other := c.Path(r), c.Path(s)
	if cmp.Or(cmp.Compare(pathLength(other), pathLength(known)), cmp.Compare(other, known)) < 0 {
		r = s
	}
	r.Count = total
	return r
}

func pathLength(path string) int {
	if path == "" {
		return 0
	}
	return strings.Count(path, "/") + 1
}
