package check

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// conflicts looks for two leaves of a set that match a common name.
func (a *ambiguity) conflicts(set *next) {
	if set == nil || a.found || a.checked[set] {
		return
	}
	a.checked[set] = true
	var elements, wildcards []*modelNode
	seen := map[*modelNode]bool{}
	a.collect(set, func(leaf *modelNode) {
		switch _, element := leaf.p.Term.(*xsd.ElementDecl); {
		case seen[leaf]:
		case element:
			elements = append(elements, leaf)
		default:
			wildcards = append(wildcards, leaf)
		}
		seen[leaf] = true
	})
	a.elementConflict(elements)
	for i, w := range wildcards {
		a.wildcardConflict(w, elements, wildcards[:i])
	}
}

// collect visits the leaves of a set in the order of the content model.
func (a *ambiguity) collect(set *next, visit func(*modelNode)) {
	for set != nil && a.step(1) {
		if set.leaf != nil {
			visit(set.leaf)
			return
		}
		a.collect(set.left, visit)
		set = set.right
	}
}

// elementConflict looks for two elements that match a common name.
func (a *ambiguity) elementConflict(elements []*modelNode) {
	names := map[xsd.QName]*modelNode{}
	for _, leaf := range elements {
		a.eachName(leaf.p.Term.(*xsd.ElementDecl), func(n xsd.QName) bool {
			other := names[n]
			if other != nil && other != leaf {
				a.report(leaf, other, "element \""+a.doc.Label(n)+"\"")
				return false
			}
			names[n] = leaf
			return a.step(1)
		})
		if a.found {
			return
		}
	}
}

// wildcardConflict looks for an element that the wildcard allows, and for a
// wildcard that allows what it allows.
func (a *ambiguity) wildcardConflict(leaf *modelNode, elements, wildcards []*modelNode) {
	allowed := leaf.p.Term.(*xsd.Wildcard).Namespaces
	for _, other := range elements {
		a.eachName(other.p.Term.(*xsd.ElementDecl), func(n xsd.QName) bool {
			if !a.found && allowed.Allows(n.Space) {
				a.report(leaf, other, "element \""+a.doc.Label(n)+"\"")
			}
			return a.step(1) && !a.found
		})
	}
	for _, other := range wildcards {
		if a.found || !a.step(1) {
			return
		}
		both, ok := allowed.Intersect(other.p.Term.(*xsd.Wildcard).Namespaces)
		if !ok || both.Any || both.Not || len(both.Names) > 0 {
			a.report(leaf, other, "an element that both wildcards allow")
		}
	}
}

// report names the two particles, that of the later place first.
func (a *ambiguity) report(x, y *modelNode, what string) {
	a.found = true
	if x.p.Pos.Compare(y.p.Pos) < 0 {
		x, y = y, x
	}
	a.diags.Error(x.p.Pos, "cos-nonambig", "%s could belong to this particle or to another one: the content model is ambiguous", what).
		See(y.p.Pos, "the other one")
}
