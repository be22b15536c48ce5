package diff

import (
	"cmp"
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

const datatypeList = datatype.ListVariety

// entry is where documents of both versions start: a request, a response, the
// envelope, or a global element of a schema without operations.
type entry struct {
	reach    Reach
	old, new any
}

// entries returns what both versions have, the operations by their new names.
func (c *comparer) entries() []entry {
	var list []entry
	for _, p := range c.operationPairs {
		if p.old == nil || p.new == nil {
			continue
		}
		r := Reach{Operation: p.new.Name, Service: p.new.Service}
		list = append(list, entry{r, p.old.Request.Component(), p.new.Request.Component()})
		r.Direction = Response
		list = append(list, entry{r, p.old.Response.Component(), p.new.Response.Component()})
	}
	for _, o := range c.old.Schema.Elements() {
		n := c.new.Schema.Element(c.names.name(o.Name))
		if n == nil || !c.old.startsDocuments(o) {
			continue
		}
		r := Reach{Operation: c.new.rootName(n)}
		list = append(list, entry{r, o, n})
		r.Direction = Response
		list = append(list, entry{r, o, n})
	}
	return list
}

// reacher finds the operations that findings reach.
type reacher struct {
	entries  []entry
	old, new *graph
}

func (c *comparer) reacher() *reacher {
	return &reacher{c.entries(), newGraph(c.old), newGraph(c.new)}
}

// reach returns the operations in which a finding shows. What has come is
// looked for in the new version, what has gone in the old one, and what has
// changed in both.
func (r *reacher) reach(f *finding) []Reach {
	if f.operations != nil {
		return f.operations
	}
	var list []Reach
	for _, e := range r.entries {
		best := Reach{Count: -1}
		for _, h := range f.holders {
			if !f.new.isZero() {
				best = best.join(e.look(r.new, e.new, h.new, h.step))
			}
			if f.new.isZero() || best.Count < 0 && !f.old.isZero() {
				best = best.join(e.look(r.old, e.old, h.old, h.step))
			}
		}
		if best.Count >= 0 {
			list = append(list, best)
		}
	}
	slices.SortFunc(list, Reach.compare)
	return list
}

// look returns how an entry reaches a holder; its count is -1 where it does
// not.
func (e entry) look(g *graph, from, to any, step string) Reach {
	none := Reach{Count: -1}
	source, known := g.id[from]
	target, there := g.id[to]
	if !known || !there {
		return none
	}
	path, count, via, ok := g.waysTo(target).path(g, source)
	if !ok {
		return none
	}
	r := e.reach
	r.Path, r.Count, r.ViaType = joinSteps(path, step), count, via
	return r
}

// join combines two ways to one change: the shorter path, and both counts. A
// way by xsi:type counts only where there is no other.
func (r Reach) join(s Reach) Reach {
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
