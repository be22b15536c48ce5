package diff_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
)

// stamped is a schema whose root has the attribute and one more element, which the
// new version requires.
func stamped(attribute, least string) string {
	return rooted(`<xs:sequence><xs:element name="e" form="unqualified" type="xs:int" minOccurs="`+least+`"/></xs:sequence>`+attribute, "")
}

// versioned declares an attribute v.
func versioned(use, constraint, of string, values ...string) string {
	if len(values) == 0 {
		return `<xs:attribute name="v" use="` + use + `" ` + constraint + ` type="` + of + `"/>`
	}
	return `<xs:attribute name="v" use="` + use + `" ` + constraint + `><xs:simpleType><xs:restriction base="` + of + `"><xs:enumeration value="` +
		strings.Join(values, `"/><xs:enumeration value="`) + `"/></xs:restriction></xs:simpleType></xs:attribute>`
}

// TestAVersionInAnAttributeSetsAllDocumentsApart: where all documents of a version are
// refused for an attribute of the root, that is said of all of them, and what else
// has changed is proven besides.
func TestAVersionInAnAttributeSetsAllDocumentsApart(t *testing.T) {
	const required, optional, none = "required", "optional", ""
	for name, c := range map[string]struct {
		old, now      string
		before, after bool // old documents, and new ones, are all refused
	}{
		"fixed":                    {versioned(required, `fixed="1.0"`, "xs:string"), versioned(required, `fixed="2.0"`, "xs:string"), true, true},
		"fixed, was optional":      {versioned(optional, `fixed="1.0"`, "xs:string"), versioned(required, `fixed="2.0"`, "xs:string"), true, true},
		"fixed to the same number": {versioned(required, `fixed="1.0"`, "xs:decimal"), versioned(required, `fixed="1"`, "xs:decimal"), false, false},
		"text to the same number":  {versioned(required, `fixed="1.0"`, "xs:string"), versioned(required, `fixed="1"`, "xs:decimal"), false, false},
		"number to one of texts":   {versioned(required, `fixed="1.0"`, "xs:decimal"), versioned(required, none, "xs:string", "1", "2"), false, false},
		"number to other texts":    {versioned(required, `fixed="1.0"`, "xs:decimal"), versioned(required, none, "xs:string", "2", "3"), true, true},
		"names":                    {versioned(required, none, "xs:QName", "xml:a"), versioned(required, none, "xs:QName", "xml:a", "xml:b"), false, false},
		"listed":                   {versioned(required, none, "xs:token", "1.0", "1.1"), versioned(required, none, "xs:token", "2.0"), true, true},
		"one is listed in both":    {versioned(required, none, "xs:token", "1.0", "1.1"), versioned(required, none, "xs:token", "1.1", "2.0"), false, false},
		"the fixed one is listed":  {versioned(required, `fixed="1.1"`, "xs:token"), versioned(required, none, "xs:token", "1.1", "2.0"), false, false},
		"the fixed one is no more": {versioned(required, `fixed="1.0"`, "xs:token"), versioned(required, none, "xs:token", "1.1", "2.0"), true, true},
		"listed, fixed to another": {versioned(required, none, "xs:token", "1.1", "2.0"), versioned(required, `fixed="3"`, "xs:token"), true, true},
		"open":                     {versioned(required, none, "xs:token"), versioned(required, none, "xs:token", "2.0"), false, false},
		"new and required":         {none, versioned(required, none, "xs:token"), true, false},
		"new and required, fixed":  {none, versioned(required, `fixed="2.0"`, "xs:token"), true, false},
		"new, where any was":       {`<xs:anyAttribute namespace="##local" processContents="skip"/>`, versioned(required, none, "xs:token"), false, false},
		"gone":                     {versioned(required, none, "xs:token"), none, false, true},
		"new and optional":         {none, versioned(optional, none, "xs:token"), false, false},
	} {
		r := compared(t, stamped(c.old, "0"), stamped(c.now, "1"))
		want := func(set bool) []string {
			if set {
				return []string{"v"}
			}
			return nil
		}
		if !slices.Equal(r.OldStamps, want(c.before)) || !slices.Equal(r.NewStamps, want(c.after)) {
			t.Errorf("%s: %v and %v\n%s", name, r.OldStamps, r.NewStamps, pairs.Describe(r))
		}
		if name == "names" {
			continue // no document is made with a listed name
		}
		found := find(r, change.ElementBecameRequired)
		if len(found) != 1 || len(found[0].Witnesses) != 1 || !strings.Contains(found[0].Witnesses[0].Error, `expected "e"`) {
			t.Errorf("%s: the other change is not proven\n%s", name, pairs.Describe(r))
		}
	}
}
