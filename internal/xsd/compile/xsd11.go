package compile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
)

// What XSD 1.1 has and 1.0 has not. An author who writes one of them does not
// err, so that what is wrong with the rest by the rules of 1.0 tells nothing.
var (
	newElements   = set("assert", "assertion", "alternative", "override", "openContent", "defaultOpenContent", "explicitTimezone")
	newAttributes = set("defaultAttributes", "defaultAttributesApply", "xpathDefaultNamespace", "notNamespace", "notQName", "inheritable", "targetNamespace", "appliesToEmpty")
	newTypes      = set("anyAtomicType", "dateTimeStamp", "dayTimeDuration", "yearMonthDuration", "error")
)

// versioning is the namespace of vc:minVersion, by which a document says which
// version of the language its parts are in.
const versioning = "http://www.w3.org/2007/XMLSchema-versioning"

func set(names ...string) map[string]bool {
	m := map[string]bool{}
	for _, n := range names {
		m[n] = true
	}
	return m
}

// newerUse is a place where a document uses XSD 1.1.
type newerUse struct {
	pos  diag.Pos
	what string // as the document writes it
	rank int    // elements tell most, then attributes, then types
}

const (
	newElement = iota
	newAttribute
	newType
)

// later notes that a document uses what only XSD 1.1 has.
func (c *compiler) later(pos diag.Pos, what string, rank int) {
	c.newer = append(c.newer, newerUse{pos, what, rank})
}

// asksForXSD11 reports whether a document says that it is in XSD 1.1.
func asksForXSD11(root *xmltree.Element) (at diag.Pos, yes bool) {
	a, ok := root.Attr(versioning, "minVersion")
	return a.Pos, ok && collapse(a.Value) >= "1.1" && !strings.HasPrefix(collapse(a.Value), "1.0")
}

// withoutXSD11 returns what is wrong, or where documents use XSD 1.1 that alone,
// once, with what keeps documents from being read at all. A document that says
// that it is in 1.1 and has nothing in it that is wrong by 1.0 is read as it is.
func (c *compiler) withoutXSD11() *diag.List {
	if len(c.newer) == 0 && c.diags.HasErrors() {
		for _, d := range c.docs {
			if pos, yes := asksForXSD11(d.root); yes {
				c.later(pos, "vc:minVersion", newAttribute)
			}
		}
	}
	if len(c.newer) == 0 {
		return &c.diags
	}
	out := new(diag.List)
	for _, d := range c.diags.Sorted() {
		if d.Cause || d.Code == "wbxgen-limit" {
			out.Add(d)
		}
	}
	slices.SortStableFunc(c.newer, func(a, b newerUse) int { return cmp.Or(cmp.Compare(a.rank, b.rank), a.pos.Compare(b.pos)) })
	out.Error(c.newer[0].pos, "wbxgen-unsupported-xsd11", "this schema uses XSD 1.1 (%s), which wbxgen does not read yet", c.newerWords()).AsCause()
	return out
}

// newerWords lists what is used of XSD 1.1, at most five things.
func (c *compiler) newerWords() string {
	var words []string
	for _, n := range c.newer {
		if !slices.Contains(words, n.what) {
			words = append(words, n.what)
		}
	}
	if len(words) > 5 {
		words = append(words[:5], "…")
	}
	return strings.Join(words, ", ")
}
