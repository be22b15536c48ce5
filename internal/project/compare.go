package project

import (
	"maps"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/reach"
	"github.com/wbxgen/wbxgen/internal/diff/witness"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Compare says how the new version differs from the old one, what each
// difference means for clients, and proves the breaks.
func Compare(old, new *diff.Side, o diff.Options) *change.Result {
	c := diff.Compare(old, new, o)
	if len(c.Changes) > 0 {
		m := reach.NewMap(c)
		m.Mark(c.Changes)
		witness.Prove(c, m)
	}
	r := change.NewResult(old.Version(), new.Version(), operations(c), c.Changes)
	if r.Documents = len(r.Operations) == 0 && !old.Enveloped() && !new.Enveloped(); r.Documents {
		r.Roots = change.SumUp(roots(old, new), r.Changes)
		r.OldHold, r.NewHold = rootsHold(c)
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

// rootsHold reports whether the new version accepts all documents of the old
// one, and the old one all of the new one, as far as that can be shown. One prover
// serves all roots, as they share most of their types.
func rootsHold(c *diff.Comparison) (forward, backward bool) {
	there, back := c.Prover(false), c.Prover(true)
	forward, backward = true, true
	known := map[xsd.QName]bool{}
	for _, o := range c.Old.Schema.Elements() {
		if !c.Old.StartsDocuments(o) {
			continue
		}
		n := c.New.Schema.Element(o.Name)
		if n == nil {
			return false, false
		}
		known[n.Name] = true
		forward = forward && there.Types(o.Type, n.Type) == inclusion.Holds
		backward = backward && back.Types(n.Type, o.Type) == inclusion.Holds
	}
	for _, n := range c.New.Schema.Elements() {
		backward = backward && (known[n.Name] || !c.New.StartsDocuments(n))
	}
	return forward, backward
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

// Names returns what a filter can name in some versions: their operations or
// roots, and their namespaces.
func Names(sides []*diff.Side) (operations []change.Reach, namespaces []string) {
	for _, s := range sides {
		operations = append(operations, s.Starts()...)
		namespaces = append(namespaces, s.Schema.Namespaces()...)
	}
	return operations, namespaces
}
