package diff

import (
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// wildcardEdits compares two wildcards; either may be nil.
func wildcardEdits(names *inclusion.Names, o, n *xsd.Wildcard, oldAt, newAt change.Anchor) []edit {
	one := func(id change.ID, oldText, newText *text) []edit {
		return []edit{{id: id, old: oldAt, new: newAt, oldText: oldText, newText: newText}}
	}
	switch {
	case o == nil && n == nil:
		return nil
	case o == nil:
		return one(change.WildcardAdded, nil, wildcardText(n))
	case n == nil:
		return one(change.WildcardRemoved, wildcardText(o), nil)
	}
	edits := namespaceEdits(names, o, n, one)
	oldWord, newWord := plain(o.Process.String()), plain(n.Process.String())
	switch {
	case o.Process < n.Process:
		edits = append(edits, one(change.ProcessContentsLoosened, oldWord, newWord)...)
	case o.Process > n.Process:
		edits = append(edits, one(change.ProcessContentsTightened, oldWord, newWord)...)
	}
	return edits
}

func namespaceEdits(names *inclusion.Names, o, n *xsd.Wildcard, one func(change.ID, *text, *text) []edit) []edit {
	a, b := inclusion.Constraint(o.Namespaces, names), inclusion.Constraint(n.Namespaces, nil)
	id := change.WildcardNamespaceChanged
	switch wider, narrower := a.SubsetOf(b), b.SubsetOf(a); {
	case wider && narrower:
		return nil
	case wider:
		id = change.WildcardNamespaceWidened
	case narrower:
		id = change.WildcardNamespaceNarrowed
	}
	return one(id, plain(a.String()), plain(b.String()))
}

func sameWildcard(names *inclusion.Names, o, n *xsd.Wildcard) bool {
	if o == nil || n == nil {
		return o == n
	}
	a, b := inclusion.Constraint(o.Namespaces, names), inclusion.Constraint(n.Namespaces, nil)
	return a.Equal(b) && o.Process == n.Process
}
