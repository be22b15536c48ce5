package diff_test

import "slices"

func enumerated(e, parent *xmlElement) bool {
	return e.local() == "enumeration" && len(parent.kids) > 2
}

func facet(name, value string) *xmlElement { return tag(name, "value", value) }

// typedLocal fits elements of a built-in type without facets or a default.
func typedLocal(name string) func(e, parent *xmlElement) bool {
	return func(e, parent *xmlElement) bool {
		return inSequence(e, parent) && e.get("type") == name && e.get("default") == "" && e.get("fixed") == ""
	}
}

// restrictTo gives an element of a built-in type a type in place.
func restrictTo(facets ...*xmlElement) func(*mutation, *xmlElement, *xmlElement) {
	return func(_ *mutation, e, _ *xmlElement) { restrict(e, facets...) }
}

func restrict(e *xmlElement, facets ...*xmlElement) {
	base := e.get("type")
	e.unset("type")
	e.add(tag("simpleType").of(tag("restriction", "base", base).of(facets...)))
}

// twice is a change of an attribute of an element that both versions have.
func resetting(name, old, now string) func(*mutation, *xmlElement, *xmlElement) {
	return func(r *mutation, e, _ *xmlElement) {
		e.set(name, old)
		r.agree()
		e.set(name, now)
	}
}

var valueMutators = []mutator{
	editing("enum-value-added", func(e, _ *xmlElement) bool { return e.local() == "restriction" && e.child("enumeration") != nil }, func(_ *mutation, e, _ *xmlElement) {
		e.add(facet("enumeration", "ZYX"))
	}),
	editing("enum-value-removed", enumerated, removal),
	editing("enum-value-case-changed", func(e, p *xmlElement) bool {
		return e.local() == "enumeration" && flipCase(e.get("value")) != e.get("value") && !slices.ContainsFunc(p.kids, func(k *xmlElement) bool { return k.get("value") == flipCase(e.get("value")) })
	}, func(_ *mutation, e, _ *xmlElement) { e.set("value", flipCase(e.get("value"))) }),
	editing("enum-introduced", typedLocal("xsd:string"), restrictTo(facet("enumeration", "A"), facet("enumeration", "B"))),
	editing("enum-dropped", func(e, _ *xmlElement) bool {
		return e.local() == "restriction" && e.child("enumeration") != nil
	}, func(_ *mutation, e, _ *xmlElement) {
		e.kids = slices.DeleteFunc(e.kids, func(k *xmlElement) bool { return k.local() == "enumeration" })
	}),
	editing("facet-tightened", typedLocal("xsd:string"), restrictTo(facet("maxLength", "5"))),
	editing("facet-incomparable", typedLocal("xsd:string"), func(r *mutation, e, _ *xmlElement) {
		pattern := facet("pattern", "[a-m]+")
		restrict(e, pattern)
		r.agree()
		pattern.set("value", "[k-z]+")
	}),
	editing("white-space-changed", typedLocal("xsd:string"), setting("type", "xsd:token")),
	editing("default-added", typedLocal("xsd:string"), setting("default", "zyx")),
	editing("default-changed", typedLocal("xsd:string"), resetting("default", "zyx", "zy")),
	editing("fixed-added", typedLocal("xsd:string"), setting("fixed", "zyx")),
	editing("fixed-changed", typedLocal("xsd:string"), resetting("fixed", "zyx", "zy")),
	editing("variety-changed", typedLocal("xsd:int"), func(_ *mutation, e, _ *xmlElement) {
		e.unset("type")
		e.add(tag("simpleType").of(tag("list", "itemType", "xsd:int")))
	}),
	editing("type-widened", typedLocal("xsd:int"), setting("type", "xsd:long")),
	editing("type-narrowed", typedLocal("xsd:long"), setting("type", "xsd:int")),
	editing("type-incompatible", typedLocal("xsd:int"), setting("type", "xsd:date")),
}
