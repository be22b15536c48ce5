package compile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
)

// versioning is the namespace of vc:minVersion, by which a document says which
// version of the language its parts are in.
const versioning = "http://www.w3.org/2007/XMLSchema-versioning"

// asksForXSD11 reports whether a document says that it is in XSD 1.1.
func asksForXSD11(root *xmltree.Element) (at diag.Pos, yes bool) {
	a, ok := root.Attr(versioning, "minVersion")
	return a.Pos, ok && collapse(a.Value) >= "1.1" && !strings.HasPrefix(collapse(a.Value), "1.0")
}

// withoutXSD11 returns what is wrong, or where documents use XSD 1.1 that alone,
// once, with what keeps documents from being read at all. A document that says
// that it is in 1.1 and has nothing in it that is wrong by 1.0 is read as it is.
func (ld *loader) withoutXSD11() *diag.List {
	if len(ld.log.newer) == 0 && ld.log.diags.HasErrors() {
		for _, d := range ld.docs {
			if pos, yes := asksForXSD11(d.root); yes {
				ld.log.later(pos, "vc:minVersion", newAttribute)
			}
		}
	}
	if len(ld.log.newer) == 0 {
		return &ld.log.diags
	}
	out := new(diag.List)
	for _, d := range ld.log.diags.Sorted() {
		if d.Cause || d.Code == "wbxgen-limit" {
			out.Add(d)
		}
	}
	slices.SortStableFunc(ld.log.newer, func(a, b newerUse) int { return cmp.Or(cmp.Compare(a.rank, b.rank), a.pos.Compare(b.pos)) })
	out.Error(ld.log.newer[0].pos, "wbxgen-unsupported-xsd11", "this schema uses XSD 1.1 (%s), which wbxgen does not read yet", ld.newerWords()).AsCause()
	return out
}

// newerWords lists what is used of XSD 1.1, at most five things.
func (ld *loader) newerWords() string {
	var words []string
	for _, n := range ld.log.newer {
		if !slices.Contains(words, n.what) {
			words = append(words, n.what)
		}
	}
	if len(words) > 5 {
		words = append(words[:5], "…")
	}
	return strings.Join(words, ", ")
}

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
