package compile

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// fragments returns the roots that have no target namespace and are included
// by another root: they are parts of that one's namespace, not documents of
// their own. A single root is never a fragment.
func (ld *loader) fragments(roots []string) map[string]bool {
	found := map[string]bool{}
	for _, name := range roots {
		tree, _ := ld.parse(name, diag.Pos{})
		if tree == nil {
			continue
		}
		for e := range tree.Root.Elements() {
			if !isXSD(e, "include") && !isXSD(e, "redefine") {
				continue
			}
			location, _ := e.Attr("", "schemaLocation")
			target, ok := ld.set.Resolve(name, collapse(location.Value))
			if ok && target != name && slices.Contains(roots, target) && ld.isFragment(target) && !ld.isFragment(name) {
				found[target] = true
			}
		}
	}
	return found
}

// isFragment reports whether a document has no target namespace.
func (ld *loader) isFragment(name string) bool {
	tree, _ := ld.parse(name, diag.Pos{})
	if tree == nil {
		return false
	}
	tns, _ := tree.Root.Attr("", "targetNamespace")
	return collapse(tns.Value) == ""
}
