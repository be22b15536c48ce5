package diff_test

import (
	"slices"
	"strconv"
)

// foundMutators edit constructs that some documents of the releases have.
var foundMutators = []mutator{
	rare(editing("facet-tightened", numbered("maxLength", "maxInclusive"), counting(-1))),
	rare(editing("facet-loosened", numbered("maxLength", "maxInclusive"), counting(+1))),
	rare(editing("facet-loosened", numbered("minLength", "minInclusive"), counting(-1))),
	rare(editing("choice-branch-removed", func(e, p *xmlElement) bool {
		return e.local() == "element" && p.local() == "choice" && len(p.kids) > 2
	}, removal)),
	rare(editing("choice-branch-added", func(e, _ *xmlElement) bool { return e.local() == "choice" && len(e.kids) > 1 },
		func(_ *mutation, e, _ *xmlElement) { e.add(elementNamed("zyxBranch")) })),
	rare(editing("nillable-added", func(e, p *xmlElement) bool {
		return e.local() == "element" && p.local() == "choice" && e.get("name") != ""
	}, setting("nillable", "true"))),
	rare(editing("attribute-removed", localAttribute, removal)),
	rare(editing("attribute-became-required", func(e, p *xmlElement) bool {
		return localAttribute(e, p) && e.get("use") != "required" && e.get("default") == ""
	}, setting("use", "required"))),
	rare(editing("attribute-became-optional", func(e, p *xmlElement) bool { return localAttribute(e, p) && e.get("use") == "required" }, setting("use", "optional"))),
	rare(editing("default-removed", func(e, _ *xmlElement) bool { return e.get("default") != "" }, func(_ *mutation, e, _ *xmlElement) { e.unset("default") })),
	rare(editing("wildcard-removed", func(e, p *xmlElement) bool {
		return e.local() == "anyAttribute" || e.local() == "any" && len(p.kids) > 1
	}, removal)),
	rare(editing("enum-value-added", func(e, p *xmlElement) bool {
		return e.local() == "restriction" && e.child("enumeration") != nil && p.get("name") == ""
	}, func(_ *mutation, e, _ *xmlElement) { e.add(facet("enumeration", "ZYX")) })),
}

// rare marks a mutator for constructs that not all documents have.
func rare(m mutator) mutator {
	m.rare = true
	return m
}

func localAttribute(e, p *xmlElement) bool {
	return e.local() == "attribute" && p.local() != "schema" && p.local() != "attributeGroup" && e.get("name") != ""
}

// numbered fits facets with a number for a value.
func numbered(names ...string) func(e, p *xmlElement) bool {
	return func(e, _ *xmlElement) bool {
		n, err := strconv.Atoi(e.get("value"))
		return slices.Contains(names, e.local()) && err == nil && n > 0
	}
}

// counting adds to the number that a facet has.
func counting(by int) func(*mutation, *xmlElement, *xmlElement) {
	return func(_ *mutation, e, _ *xmlElement) {
		n, _ := strconv.Atoi(e.get("value"))
		e.set("value", strconv.Itoa(n+by))
	}
}
