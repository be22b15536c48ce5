package check

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// findRivals marks the leaves that could be in conflict with another one,
// wherever they stand, and reports whether there are any.
func (a *ambiguity) findRivals() bool {
	names := a.names // the first leaf that matches the name
	spaces := map[string]bool{}
	var wildcards []*modelNode
	found := false
	for _, leaf := range a.leaves {
		e, ok := leaf.p.Term.(*xsd.ElementDecl)
		if !ok {
			wildcards = append(wildcards, leaf)
			continue
		}
		a.eachName(e, func(n xsd.QName) bool {
			spaces[n.Space] = true
			first := names[n]
			if first == nil {
				names[n] = leaf
			} else if first != leaf {
				first.rival, leaf.rival, found = true, true, true
			}
			return a.step(1)
		})
	}
	return a.rivalWildcards(wildcards, spaces) || found
}

// rivalWildcards marks wildcards, if there are several or one allows a
// namespace of an element, and such elements.
func (a *ambiguity) rivalWildcards(wildcards []*modelNode, spaces map[string]bool) bool {
	contested := map[string]bool{}
	for _, w := range wildcards {
		w.rival = len(wildcards) > 1
		for space := range spaces {
			if !a.step(1) {
				return false
			}
			if w.p.Term.(*xsd.Wildcard).Namespaces.Allows(space) {
				w.rival, contested[space] = true, true
			}
		}
	}
	for _, leaf := range a.leaves {
		if e, ok := leaf.p.Term.(*xsd.ElementDecl); ok && len(contested) > 0 {
			a.eachName(e, func(n xsd.QName) bool {
				leaf.rival = leaf.rival || contested[n.Space]
				return a.step(1)
			})
		}
	}
	return len(contested) > 0 || len(wildcards) > 1
}

// eachName calls visit with the names that a leaf for e matches, that of e and
// of all that can stand for it, until visit returns false. An abstract head
// counts too.
func (a *ambiguity) eachName(e *xsd.ElementDecl, visit func(xsd.QName) bool) {
	if !visit(e.Name) {
		return
	}
	for _, m := range a.schema.Group(e) {
		if !visit(m.Name) {
			return
		}
	}
}
