package project

import (
	"maps"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/reach"
	"github.com/wbxgen/wbxgen/internal/diff/witness"
)

// Compare says how the new version differs from the old one, what each
// difference means for clients, and proves the breaks.
func Compare(old, new *diff.Side, o diff.Options) *change.Result {
	c := diff.Compare(old, new, o)
	if len(c.Changes) > 0 {
		m := reach.NewMap(c)
		m.Mark(c.Changes)
		if o.Watch != nil {
			witness.ProveWatched(c, m, o.Watch)
		} else {
			witness.Prove(c, m)
		}
	}
	r := change.NewResult(old.Version(), new.Version(), operations(c), c.Changes)
	if r.Documents = len(r.Operations) == 0 && !old.Enveloped() && !new.Enveloped(); r.Documents {
		r.Roots = change.SumUp(roots(old, new), r.Changes)
		r.OldHold, r.NewHold = rootsHold(c, r.Changes)
		r.OldStamps, r.NewStamps = c.StampNames(false), c.StampNames(true)
	}
	return r
}

// CompareChain compares each side with the one before it, and the last with
// the first. There must be two sides at least.
func CompareChain(sides []*diff.Side, o diff.Options) *change.Chain {
	direct := Compare(sides[0], sides[len(sides)-1], o)
	var steps []*change.Result
	for i, s := range sides[1:] {
		steps = append(steps, Compare(sides[i], s, o))
	}
	return change.NewChain(steps, direct)
}

// operations returns the operations of either version.
func operations(c *diff.Comparison) []change.Verdict {
	var list []change.Verdict
	for _, p := range c.Operations {
		op := p.New
		if op == nil {
			op = p.Old
		}
		list = append(list, change.Verdict{Operation: op.Name, Service: op.Service})
	}
	return list
}

// roots returns the elements that documents of either version start with, by
// name.
func roots(sides ...*diff.Side) []change.Verdict {
	names := map[string]bool{}
	for _, s := range sides {
		for _, r := range s.Starts() {
			names[r.Operation] = true
		}
	}
	var list []change.Verdict
	for _, name := range slices.Sorted(maps.Keys(names)) {
		list = append(list, change.Verdict{Operation: name})
	}
	return list
}
