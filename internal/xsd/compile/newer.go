package compile

import "github.com/wbxgen/wbxgen/internal/xmltree"

// What XSD 1.1 has and 1.0 has not. An author who writes one of them does not
// err, so that what is wrong with the rest by the rules of 1.0 tells nothing.
var (
	newElements   = set("assert", "assertion", "alternative", "override", "openContent", "defaultOpenContent", "explicitTimezone")
	newAttributes = set("defaultAttributes", "defaultAttributesApply", "xpathDefaultNamespace", "notNamespace", "notQName", "inheritable", "targetNamespace", "appliesToEmpty")
	newTypes      = set("anyAtomicType", "dateTimeStamp", "dayTimeDuration", "yearMonthDuration", "error")
)

func set(names ...string) map[string]bool {
	m := map[string]bool{}
	for _, n := range names {
		m[n] = true
	}
	return m
}

// newerChild reports whether 1.1 allows a child that 1.0 does not: any and
// group within all. Unlike those above it may as well be a slip.
func newerChild(e, child *xmltree.Element) bool {
	return e.Local == "all" && (child.Local == "any" || child.Local == "group")
}

// newerValue reports whether 1.1 allows a value that 1.0 does not: elements
// within all that repeat, and several heads of substitution groups.
func newerValue(e *xmltree.Element, a xmltree.Attr) bool {
	switch a.Local {
	case "minOccurs", "maxOccurs":
		return e.Parent != nil && e.Parent.Local == "all" && formMaxOccurs.problem(collapse(a.Value)) == ""
	case "substitutionGroup":
		return formQNames.problem(collapse(a.Value)) == ""
	}
	return false
}

func newerHint(newer bool) string {
	if newer {
		return "; XSD 1.1 allows it, which wbxgen does not read yet"
	}
	return ""
}
