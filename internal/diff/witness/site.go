package witness

import (
	"cmp"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// site is a place of a change in the version under which documents are to be
// valid, with its counterpart in the other.
type site struct {
	holder      way
	otherHolder xsd.Type // nil for none
	place       way      // where in the holder
	otherPlace  xsd.Type
	part        pair[change.Anchor]
}

// maxStarts bounds the places from which documents start.
const maxStarts = 3

// places knows where in documents of a version changes show.
type places struct {
	here, there *version
	starts      *starts
	back        bool // here is the new version
}

// sites returns the places of a finding, in the operations that show it by the
// shortest ways.
func (p places) sites(f *change.Site, d change.Direction) []site {
	var found shortest
	for _, c := range p.starts.candidates(f, d) {
		if found.beats(c) {
			break
		}
		if s, ok := p.site(f, c); ok {
			found.add(s, c.index)
		}
	}
	list := make([]site, len(found))
	for i, r := range found {
		list[i] = r.site
	}
	return list
}

func (p places) site(f *change.Site, c candidate) (site, bool) {
	holder := turned(p.back, c.holder.Old, c.holder.New)
	target := holder.here
	if f.Whole {
		target = c.start
	}
	to, ok := wayTo(p.here.graph, c.start, target, p.here.hops)
	if !ok {
		return site{}, false
	}
	if to, ok = enveloped(to, c.start, p.here); !ok {
		return site{}, false
	}
	steps := turned(p.back, c.holder.OldStep, c.holder.Step)
	s := site{holder: to, otherHolder: typeOf(holder.there), part: turned(p.back, f.Old, f.New)}
	s.place = s.holder.down(steps.here, p.here.hops)
	s.otherPlace = way{end: s.otherHolder}.down(steps.there, p.there.hops).end
	return s, true
}

// typeOf returns the type of a holder, nil for none.
func typeOf(holder any) xsd.Type {
	switch h := holder.(type) {
	case *xsd.ElementDecl:
		return h.Type
	case *xsd.AttributeDecl:
		return h.Type
	case xsd.Type:
		return h
	}
	return nil
}

// enveloped puts the way from an operation's type behind the one from the
// root of a message to where operations stand.
func enveloped(to way, start any, v *version) (way, bool) {
	if to.root != nil {
		return to, true
	}
	t, ok := start.(xsd.Type)
	envelope := v.side.Profile.Envelope()
	e := v.side.Schema.Element(envelope.Root)
	if !ok || e == nil || envelope.Body.IsZero() {
		return to, false
	}
	front := way{root: e, end: e.Type}
	for _, name := range envelope.Path {
		front = front.down(name, v.hops)
	}
	front = front.plus(hop{as: t}, t)
	front.hops = append(front.hops, to.hops...)
	front.use, front.end = to.use, to.end
	return front, true
}

// shortest are the sites with the shortest ways, of equals those that come first.
type shortest []ranked

type ranked struct {
	site
	index int
}

func (r ranked) length() int { return len(r.place.hops) }

// beats reports whether a candidate, and all that come after it, cannot be among
// the shortest.
func (s shortest) beats(c candidate) bool {
	if len(s) < maxStarts {
		return false
	}
	last := s[len(s)-1]
	return c.steps > last.length() || c.steps == last.length() && c.index > last.index
}

func (s *shortest) add(n site, index int) {
	*s = append(*s, ranked{n, index})
	slices.SortFunc(*s, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.length(), b.length()), cmp.Compare(a.index, b.index))
	})
	*s = (*s)[:min(len(*s), maxStarts)]
}
