package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
)

// TestWhatAWildcardLetsInShows changes a global element or attribute, or the type of
// one, that only a wildcard lets into a document: the change shows there and is
// proven, unless the wildcard does not look at what it lets in, or lets it not in.
func TestWhatAWildcardLetsInShows(t *testing.T) {
	for _, process := range []string{"strict", "lax", "skip"} {
		for space, allows := range map[string]bool{"##any": true, "##targetNamespace": true, "##other": false, "urn:t": true, "##local urn:u": false} {
			for _, types := range [][2]string{{"xs:int", "xs:long"}, {"xs:long", "xs:int"}} {
				for _, kind := range []string{"element", "attribute", "child"} {
					name := fmt.Sprintf("%s by %s %s, %s to %s", kind, process, space, types[0], types[1])
					of := func(typ string) string { return letInBy(kind, process, space, typ) }
					r := compared(t, of(types[0]), of(types[1]))
					checkLetIn(t, name, kind, r, allows && process != "skip")
				}
			}
		}
	}
}

// letInBy is a schema in which the root r has a wildcard, deep enough that g is
// not nearer to another root.
func letInBy(kind, process, space, typ string) string {
	any := fmt.Sprintf(`<xs:element name="in" minOccurs="0"><xs:complexType><xs:sequence><xs:any namespace=%q processContents=%q minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`, space, process)
	attribute, g := "", fmt.Sprintf(`<xs:element name="g" type=%q/>`, typ)
	switch kind {
	case "attribute":
		any, attribute, g = "", fmt.Sprintf(`<xs:anyAttribute namespace=%q processContents=%q/>`, space, process), fmt.Sprintf(`<xs:attribute name="g" type=%q/>`, typ)
	case "child":
		g = fmt.Sprintf(`<xs:element name="g"><xs:complexType><xs:sequence><xs:element name="c" type=%q/></xs:sequence></xs:complexType></xs:element>`, typ)
	}
	return rooted(`<xs:sequence>`+any+`</xs:sequence>`+attribute, g)
}

func checkLetIn(t *testing.T, name, kind string, r *change.Result, shows bool) {
	t.Helper()
	if len(r.Changes) != 1 {
		t.Errorf("%s: %s", name, pairs.Describe(r))
		return
	}
	c := &r.Changes[0]
	at := map[string]string{"element": "in/g", "attribute": "@g", "child": "in/g/c"}[kind]
	if got := strings.Contains(pairs.Reached(c), "r request /"+at+" x1"); got != shows {
		t.Errorf("%s: %s", name, pairs.Describe(r))
	}
	breaks := c.Severity.Request == change.Break || c.Severity.Strict == change.Break
	if kind == "attribute" && (breaks != shows || breaks != (len(c.Witnesses) > 0)) || kind != "attribute" && len(c.Witnesses) == 0 {
		t.Errorf("%s: not proven: %s", name, pairs.Describe(r))
	}
}

// TestNamespacesAndProcessingAreProvenApart changes both of a wildcard at once: the
// proof of the one is that something may not be there any more, that of the other that
// what may be there is looked at.
func TestNamespacesAndProcessingAreProvenApart(t *testing.T) {
	wildcards := []struct{ space, process string }{{"##any", "skip"}, {"##any", "lax"}, {"##other", "strict"}, {"urn:u", "strict"}, {"##targetNamespace", "lax"}}
	r := func(kind, space, process string) string {
		if kind == "attribute" {
			return rooted(fmt.Sprintf(`<xs:anyAttribute namespace=%q processContents=%q/>`, space, process), `<xs:attribute name="g" type="xs:int"/>`)
		}
		return rooted(fmt.Sprintf(`<xs:sequence><xs:any namespace=%q processContents=%q minOccurs="0"/></xs:sequence>`, space, process), `<xs:element name="g" type="xs:int"/>`)
	}
	proofs := 0
	for _, kind := range []string{"element", "attribute"} {
		for _, wide := range wildcards[:2] {
			for _, narrow := range wildcards[2:] {
				if wide.process == narrow.process {
					continue
				}
				old, now := r(kind, wide.space, wide.process), r(kind, narrow.space, narrow.process)
				for _, result := range []*change.Result{compared(t, old, now), compared(t, now, old)} {
					for _, c := range result.Changes {
						for _, w := range c.Witnesses {
							proofs++
							ofSpaces, shut := strings.HasPrefix(string(c.ID), "wildcard-namespace-"), strings.Contains(w.Error, "[cvc-complex-type.")
							if ofSpaces != shut {
								t.Errorf("%s by %s to %s: %s is proven by\n%s\n%s", kind, wide, narrow, c.ID, w.XML, w.Error)
							}
						}
					}
				}
			}
		}
	}
	if proofs != 2*2*2*5 {
		t.Errorf("%d proofs", proofs)
	}
}

// TestProcessingIsProvenByWhatIsLetIn: beside an attribute that the type declares, and
// that takes other values now.
func TestProcessingIsProvenByWhatIsLetIn(t *testing.T) {
	version := func(process, typ string) string {
		return rooted(`<xs:attribute name="id" type="`+typ+`"/><xs:anyAttribute namespace="##any" processContents="`+process+`"/>`, `<xs:attribute name="g" type="xs:int"/>`)
	}
	for process, stricter := range map[string]string{"skip": "lax", "lax": "strict"} {
		old, now := version(process, "xs:string"), version(stricter, "xs:int")
		for id, r := range map[change.ID]*change.Result{change.ProcessContentsTightened: compared(t, old, now), change.ProcessContentsLoosened: compared(t, now, old)} {
			list := find(r, id)
			if len(list) != 1 || len(list[0].Witnesses) != 1 || strings.Contains(list[0].Witnesses[0].Error, `"id"`) {
				t.Errorf("%s to %s: %s", process, stricter, pairs.Describe(r))
			}
		}
	}
}

// TestWaysThroughWildcardsAreOfBothVersions: what a wildcard lets in, and one version
// alone declares, is no way to what has changed: documents of the other do not have it.
func TestWaysThroughWildcardsAreOfBothVersions(t *testing.T) {
	const with = `<xs:element name="box"><xs:complexType><xs:sequence><xs:element ref="deep" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`
	schema := func(box string, deep string) string {
		return rooted(`<xs:sequence><xs:any namespace="##targetNamespace" processContents="lax" minOccurs="0"/></xs:sequence>`, box+`<xs:element name="deep"><xs:complexType>`+deep+`</xs:complexType></xs:element>`)
	}
	attribute := `<xs:attribute name="a" use="required"/>`
	for name, c := range map[string]struct {
		old, now string
		ways     int // of the documents of r
	}{
		"both":    {with, with, 2},
		"old":     {with, "", 2},
		"new":     {"", with, 2},
		"neither": {"", "", 2},
	} {
		r := compared(t, schema(c.old, ""), schema(c.now, attribute))
		for _, ch := range find(r, change.AttributeAddedRequired) {
			n := 0
			for _, o := range ch.Operations {
				if o.Operation == "r" {
					n++
					if path := ch.Path(o); path != "deep/@a" {
						t.Errorf("%s: the way is %s", name, path)
					}
				}
			}
			if n != c.ways {
				t.Errorf("%s: %d ways\n%s", name, n, pairs.Describe(r))
			}
		}
	}
	// Through the box alone: not where one version has it.
	inBox := func(box, deep string) string {
		return strings.ReplaceAll(box, `xs:element ref="deep"`, `xs:element name="deep" type="d"`) + `<xs:complexType name="d">` + deep + `</xs:complexType>` +
			`<xs:element name="s"><xs:complexType><xs:sequence><xs:any namespace="##targetNamespace" processContents="lax"/></xs:sequence></xs:complexType></xs:element>`
	}
	for name, boxes := range map[string][2]string{"both": {with, with}, "new": {"", with}} {
		for _, ch := range find(compared(t, inBox(boxes[0], ""), inBox(boxes[1], attribute)), change.AttributeAddedRequired) {
			if got := slices.ContainsFunc(ch.Operations, func(o change.Reach) bool { return o.Operation == "s" }); got != (name == "both") {
				t.Errorf("a box that %s: documents of s show it: %v", name, got)
			}
		}
	}
}
