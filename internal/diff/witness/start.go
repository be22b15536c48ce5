package witness

import (
	"cmp"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/reach"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// starts knows where documents of a version start: at operations or roots, and
// which of them are near to the holder of a change.
type starts struct {
	reach *reach.Map
	graph *reach.Graph
	back  bool // the version is the new one
	near  map[nearKey][]candidate
}

func newStarts(m *reach.Map, g *reach.Graph, back bool) *starts {
	return &starts{reach: m, graph: g, back: back, near: map[nearKey][]candidate{}}
}

// candidate is where documents start, with a holder, and how many elements lead
// from the one to the other at least.
type candidate struct {
	start  any
	holder change.Holder
	steps  int
	index  int // in the order in which starts and holders come
}

// candidates returns those of a finding, nearest first: of hundreds of starts
// few are looked at closely.
func (s *starts) candidates(f *change.Site, d change.Direction) []candidate {
	var list []candidate
	if f.Whole {
		for _, start := range s.whole(f) {
			for _, h := range f.Holders {
				list = append(list, candidate{start: start, holder: h, index: len(list)})
			}
		}
		return list
	}
	for n, h := range f.Holders {
		for _, c := range s.nearest(h, d) {
			c.holder, c.index = h, c.index*len(f.Holders)+n
			list = append(list, c)
		}
	}
	slices.SortFunc(list, nearestFirst)
	return list
}

func nearestFirst(a, b candidate) int {
	return cmp.Or(cmp.Compare(a.steps, b.steps), cmp.Compare(a.index, b.index))
}

// maxNearest bounds the starts that are kept for a holder: few are looked at.
const maxNearest = 16

// nearKey is what the nearest starts of a holder depend on.
type nearKey struct {
	old, new  any
	direction change.Direction
}

// nearest returns the starts that are nearest to a holder, which many changes
// can have.
func (s *starts) nearest(h change.Holder, d change.Direction) []candidate {
	key := nearKey{h.Old, h.New, d}
	list, known := s.near[key]
	if known {
		return list
	}
	target := turned(s.back, h.Old, h.New).here
	for _, e := range s.reach.Reaching(h) {
		start := turned(s.back, e.Old, e.New).here
		if el, ok := start.(*xsd.ElementDecl); ok && el.Abstract {
			continue // no document starts with it
		}
		if steps, ok := s.graph.Steps(start, target); ok && e.Reach.Direction == d {
			list = append(list, candidate{start: start, steps: steps, index: e.Index})
		}
	}
	slices.SortFunc(list, nearestFirst)
	list = slices.Clip(list[:min(len(list), maxNearest)])
	s.near[key] = list
	return list
}

// whole returns what starts the documents that a finding about operations or
// roots can show in.
func (s *starts) whole(f *change.Site) []any {
	var list []any
	for _, h := range f.Holders {
		list = append(list, turned(s.back, h.Old, h.New).here)
	}
	switch at := turned(s.back, f.Old, f.New).here.At.(type) {
	case *xsd.ElementDecl:
		list = append(list, at)
	case *xsd.ComplexType:
		list = []any{at}
	}
	return list
}
