package schemaset

import (
	"fmt"
	"slices"
	"strings"
)

// filter returns a copy of the master document root as the release of the
// given rank has it: without the components of other releases, without the
// release notes, and without what neither leaves any use for.
func filter(root *element, rank int) (*element, error) {
	kept, err := keep(root, rank)
	if err != nil {
		return nil, err
	}
	dropUnusedImports(kept)
	return kept, nil
}

// keep copies e without what the release does not have; nil if that is e.
func keep(e *element, rank int) (*element, error) {
	if e.name == "xsd:appinfo" {
		return nil, nil
	}
	life, err := lifetimeOf(e)
	if err != nil {
		return nil, fmt.Errorf("%s %q: %w", e.name, e.get("name"), err)
	}
	if !life.has(rank) {
		return nil, nil
	}
	out := &element{name: e.name, attrs: slices.Clone(e.attrs), text: e.text}
	for _, kid := range e.kids {
		k, err := keep(kid, rank)
		if err != nil {
			return nil, err
		}
		if k != nil {
			out.kids = append(out.kids, k)
		}
	}
	if len(e.kids) > 0 && len(out.kids) == 0 && emptyIsVoid[e.name] {
		return nil, nil
	}
	return out, nil
}

// emptyIsVoid are the elements that say nothing once all they held is gone.
var emptyIsVoid = map[string]bool{
	"xsd:annotation": true,
	"xsd:sequence":   true,
	"xsd:choice":     true,
	"xsd:all":        true,
}

// dropUnusedImports removes the import of, and the prefix for, each namespace
// that no reference of the document uses, and the prefix of the release notes.
func dropUnusedImports(root *element) {
	used := map[string]bool{"xsd": true}
	collectPrefixes(root, used)
	unused := map[string]bool{}
	root.attrs = slices.DeleteFunc(root.attrs, func(a attr) bool {
		prefix, ok := strings.CutPrefix(a.name, "xmlns:")
		if !ok || used[prefix] || a.value == root.get("targetNamespace") {
			return false
		}
		unused[a.value] = true
		return true
	})
	root.kids = slices.DeleteFunc(root.kids, func(e *element) bool {
		return e.name == "xsd:import" && unused[e.get("namespace")]
	})
}

// collectPrefixes adds the prefixes of all QName-valued attributes below e.
func collectPrefixes(e *element, used map[string]bool) {
	for _, a := range e.attrs {
		switch a.name {
		case "type", "base", "ref", "itemType", "memberTypes", "substitutionGroup", "refer":
			for name := range strings.FieldsSeq(a.value) {
				if prefix, _, ok := strings.Cut(name, ":"); ok {
					used[prefix] = true
				}
			}
		}
	}
	for _, kid := range e.kids {
		collectPrefixes(kid, used)
	}
}
