package project

import (
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

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
