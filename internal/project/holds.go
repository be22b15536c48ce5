package project

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// rootsHold reports whether the new version accepts all documents of the old
// one, and the old one all of the new one, as far as that can be shown. One prover
// serves all roots, as they share most of their types. Nothing is shown of a version
// with errors: some of what its documents can hold is missing.
func rootsHold(c *diff.Comparison, changes []change.Change) (forward, backward bool) {
	if c.Old.Errors+c.New.Errors > 0 {
		return false, false
	}
	there, back := c.Prover(false), c.Prover(true)
	forward, backward = !refuted(changes, c.Old, c.New), !refuted(changes, c.New, c.Old)
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

// refuted reports whether a witness is valid under one version and not under
// the other.
func refuted(changes []change.Change, valid, invalid *diff.Side) bool {
	return valid.Label != invalid.Label && slices.ContainsFunc(changes, func(c change.Change) bool {
		return slices.ContainsFunc(c.Witnesses, func(w change.Witness) bool {
			return w.ValidUnder == valid.Label && w.InvalidUnder == invalid.Label
		})
	})
}
