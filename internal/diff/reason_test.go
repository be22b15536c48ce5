package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
)

// ownEdits are changes within a type, what each is called, and what the error of
// each witness must name.
var ownEdits = []struct {
	old, now string
	rule     change.ID
	names    string
}{
	{`<xs:element name="x" type="xs:int"/>`, `<xs:element name="x" type="xs:int" minOccurs="0"/>`, change.ElementBecameOptional, `x"`},
	{`<xs:element name="x" type="xs:int" minOccurs="0"/>`, `<xs:element name="x" type="xs:int"/>`, change.ElementBecameRequired, `x"`},
	{`<xs:element name="x" type="xs:int"/>`, `<xs:element name="x" type="xs:int" maxOccurs="4"/>`, change.ElementBecameRepeated, `x"`},
	{`<xs:element name="x" type="xs:int" maxOccurs="4"/>`, `<xs:element name="x" type="xs:int"/>`, change.ElementBecameSingle, `x"`},
	{`<xs:element name="x" type="xs:int"/>`, `<xs:element name="x" type="xs:long"/>`, change.TypeWidened, `x"`},
	{`<xs:element name="x" type="xs:long"/>`, `<xs:element name="x" type="xs:int"/>`, change.TypeNarrowed, `x"`},
	{``, `<xs:element name="x" type="xs:int" minOccurs="0"/>`, change.ElementAddedOptional, `x"`},
	{`<xs:element name="x" type="xs:int" minOccurs="0"/>`, ``, change.ElementRemovedOptional, `x"`},
	{``, `<xs:element name="x" type="xs:int"/>`, change.ElementAddedRequired, `x"`},
	{`<xs:element name="x" type="xs:int"/>`, ``, change.ElementRemovedRequired, `x"`},
}

// surroundings are what else changes on the way to an edit, in the root and in
// the element around it. Each alone is reason enough for one version to refuse
// the smallest document of the other.
var surroundings = []struct{ old, now string }{
	{``, ``},
	{`<xs:element name="s" type="xs:int"/>`, `<xs:element name="s" type="xs:int" minOccurs="0"/>`},
	{`<xs:element name="s" type="xs:int" minOccurs="0"/>`, `<xs:element name="s" type="xs:int"/>`},
	{`<xs:element name="s" type="xs:string"/>`, `<xs:element name="s" type="code"/>`},
	{`<xs:element name="s" type="code"/>`, `<xs:element name="s" type="xs:string"/>`},
	{`<xs:element name="s" type="xs:int" minOccurs="0"/>`, `<xs:choice><xs:element name="s" type="xs:int"/><xs:element name="new" type="xs:int"/></xs:choice>`},
	{`<xs:element name="s" type="xs:string" minOccurs="0" maxOccurs="3"/>`, `<xs:element name="s" type="xs:string" minOccurs="2" maxOccurs="3"/>`},
}

// attributesAround are attributes of the root that change besides.
var attributesAround = []struct{ old, now string }{
	{``, ``},
	{`<xs:attribute name="t" type="xs:int"/>`, `<xs:attribute name="t" type="xs:int" use="required"/>`},
	{`<xs:attribute name="t" type="xs:string"/>`, `<xs:attribute name="t" type="code" use="required"/>`},
	{`<xs:attribute name="t" type="xs:string" use="required"/>`, `<xs:attribute name="t" type="xs:string" fixed="q"/>`},
}

const codeType = `<xs:simpleType name="code"><xs:restriction base="xs:string"><xs:pattern value="[A-Z]{3}"/></xs:restriction></xs:simpleType>`

// TestAWitnessFailsForItsChangeAlone makes each edit at two depths while things
// around it change too: the document that proves it is fine but for it.
func TestAWitnessFailsForItsChangeAlone(t *testing.T) {
	for _, e := range ownEdits {
		for i, s := range surroundings {
			for j, a := range attributesAround {
				of := func(edit, around, attribute string) string {
					inner := `<xs:element name="in"><xs:complexType><xs:sequence>` + around + `<xs:element name="on" type="xs:int" minOccurs="0"/>` + edit + `</xs:sequence></xs:complexType></xs:element>`
					return rooted(`<xs:sequence>`+around+strings.ReplaceAll(inner, `name="in"`, `name="in" minOccurs="0"`)+`</xs:sequence>`+attribute, codeType)
				}
				r := compared(t, of(e.old, s.old, a.old), of(e.now, s.now, a.now))
				found := find(r, e.rule)
				about := 0
				for _, c := range found {
					if !strings.HasSuffix(c.Component.Path, "x") {
						continue
					}
					about++
					for _, w := range c.Witnesses {
						if w.Path != "/r/in" && w.Path != "/r/in/x" || !strings.Contains(w.Error, e.names) {
							t.Errorf("%s, with %d and %d around: the error of\n%s\nis %s: %s", e.rule, i, j, w.XML, w.Path, w.Error)
						}
					}
					if (c.Severity.Request == change.Break || c.Severity.Strict == change.Break) && len(c.Witnesses) == 0 {
						t.Errorf("%s, with %d and %d around: no witness", e.rule, i, j)
					}
				}
				if about != 1 {
					t.Errorf("%s, with %d and %d around: %d of them\n%s", e.rule, i, j, about, pairs.Describe(r))
				}
			}
		}
	}
}

// TestWaysLeadThroughBothVersions changes a type that the new version reaches by
// a shorter way, which the old one does not have: who reads the old way sees the
// change, and the new way is not told of.
func TestWaysLeadThroughBothVersions(t *testing.T) {
	element := func(name, of string) string {
		return `<xs:element name="` + name + `" type="` + of + `" minOccurs="0"/>`
	}
	complex := func(name, content string) string {
		return `<xs:complexType name="` + name + `"><xs:sequence>` + content + `</xs:sequence></xs:complexType>`
	}
	for _, e := range ownEdits {
		for depth := 1; depth <= 3; depth++ {
			types := func(edit string) string {
				all := complex("t0", `<xs:element name="k" type="xs:int"/>`+edit)
				for i := 1; i <= depth; i++ {
					all += complex(fmt.Sprintf("t%d", i), element(fmt.Sprintf("e%d", i), fmt.Sprintf("t%d", i-1)))
				}
				return all
			}
			top := element("top", fmt.Sprintf("t%d", depth))
			r := compared(t, rooted(`<xs:sequence>`+top+`</xs:sequence>`, types(e.old)), rooted(`<xs:sequence>`+top+element("short", "t0")+`</xs:sequence>`, types(e.now)))
			found := find(r, e.rule)
			if e.rule == change.ElementAddedOptional {
				found = found[:0]
				for _, c := range find(r, e.rule) {
					if c.Component.Name.Local == "t0" {
						found = append(found, c)
					}
				}
			}
			if len(found) != 1 {
				t.Errorf("%s at %d: %s", e.rule, depth, pairs.Describe(r))
				continue
			}
			for _, o := range found[0].Operations {
				if !strings.HasPrefix(found[0].Path(o), "top/") || o.Count != 1 {
					t.Errorf("%s at %d: %s by %q, %d ways", e.rule, depth, o.Direction, found[0].Path(o), o.Count)
				}
			}
			for _, w := range found[0].Witnesses {
				if !strings.HasPrefix(w.Path, "/r/top/") {
					t.Errorf("%s at %d: the error is at %s: %s", e.rule, depth, w.Path, w.Error)
				}
			}
			// By the new way alone nobody sees it.
			alone := compared(t, rooted(`<xs:sequence/>`, types(e.old)), rooted(`<xs:sequence>`+element("short", "t0")+`</xs:sequence>`, types(e.now)))
			for _, c := range find(alone, e.rule) {
				if c.Component.Name.Local == "t0" && len(c.Operations) > 0 {
					t.Errorf("%s: reached at %q, which is new", e.rule, c.Path(c.Operations[0]))
				}
			}
		}
	}
}

// TestAConstraintIsProvenByWhatItCompares adds constraints of each kind over
// selectors of one to three steps, while the values have got a form.
func TestAConstraintIsProvenByWhatItCompares(t *testing.T) {
	for depth := 1; depth <= 3; depth++ {
		for _, kind := range []string{"unique", "key", "keyref"} {
			for _, typed := range []string{"xs:string", "code"} {
				if kind == "keyref" && typed == "code" {
					continue // one text of a pattern is known, and a dangling reference needs two
				}
				list := `<xs:element name="l1" form="unqualified" maxOccurs="unbounded"><xs:complexType><xs:attribute name="id" type="%s" use="required"/><xs:attribute name="ref" type="%s"/></xs:complexType></xs:element>`
				selector := "l1"
				for i := 2; i <= depth; i++ {
					list = fmt.Sprintf(`<xs:element name="l%d" form="unqualified" minOccurs="0"><xs:complexType><xs:sequence>%s</xs:sequence></xs:complexType></xs:element>`, i, list)
					selector = fmt.Sprintf("l%d/%s", i, selector)
				}
				schema := func(of, constraints string) string {
					return `<xs:element name="r"><xs:complexType><xs:sequence>` + strings.ReplaceAll(list, "%s", of) + `</xs:sequence></xs:complexType>` + constraints + `</xs:element>` + codeType
				}
				key := `<xs:unique name="k"><xs:selector xpath="` + selector + `"/><xs:field xpath="@id"/></xs:unique>`
				added := `<xs:` + kind + ` name="c"><xs:selector xpath="` + selector + `"/><xs:field xpath="@id"/></xs:` + kind + `>`
				if kind == "keyref" {
					added = `<xs:keyref name="c" refer="k"><xs:selector xpath="` + selector + `"/><xs:field xpath="@ref"/></xs:keyref>`
				}
				if kind != "keyref" {
					key = ""
				}
				r := compared(t, schema("xs:string", key), schema(typed, key+added))
				found := find(r, change.IdentityConstraintAdded)
				if len(found) != 1 || found[0].Severity.Request != change.Break || len(found[0].Witnesses) != 1 {
					t.Errorf("%s of %s over %s:\n%s", kind, typed, selector, pairs.Describe(r))
					continue
				}
				if w := found[0].Witnesses[0]; !strings.Contains(w.Error, `c"`) || !strings.Contains(w.Error, "identity-constraint") {
					t.Errorf("%s of %s over %s is proven by %s: %s", kind, typed, selector, w.XML, w.Error)
				}
			}
		}
	}
}

// TestAReferenceIsProvenByWhatItRefersTo: a document with a reference needs an
// identifier, which elements around it may have, or others.
func TestAReferenceIsProvenByWhatItRefersTo(t *testing.T) {
	id := func(at, here, of string) string {
		if at != here {
			return ""
		}
		return `<xs:attribute name="id" type="` + of + `"/>`
	}
	schema := func(at, of, ref string) string {
		to := `<xs:element name="to" form="unqualified"><xs:complexType><xs:attribute name="b" type="xs:string"/>` + ref + id(at, "to", of) + `</xs:complexType></xs:element>`
		in := `<xs:element name="in" form="unqualified" minOccurs="0"><xs:complexType><xs:sequence>` + to + `</xs:sequence>` + id(at, "in", of) + `</xs:complexType></xs:element>`
		return rooted(`<xs:sequence>`+in+`</xs:sequence>`+id(at, "r", of), "")
	}
	for _, at := range []string{"r", "in", "to"} {
		for _, of := range []string{"xs:ID", "xs:string"} {
			for _, kind := range []string{"xs:IDREF", "xs:IDREFS"} {
				r := compared(t, schema(at, "xs:ID", `<xs:attribute name="a" type="`+kind+`"/>`), schema(at, of, ""))
				found := find(r, change.AttributeRemoved)
				if len(found) != 1 || found[0].Severity.Request != change.Break {
					t.Errorf("identifiers of %s, now %s, %s:\n%s", at, of, kind, pairs.Describe(r))
				}
			}
		}
	}
}

// TestAnAttributeThatAWildcardTookIsProvenByItself: an attribute that is declared where
// a wildcard was asks for other values, and a document with one of these tells, not
// what else differs at the element.
func TestAnAttributeThatAWildcardTookIsProvenByItself(t *testing.T) {
	for _, of := range []string{"xs:int", "xs:date", "xs:boolean", "code"} {
		schema := func(attribute, least string) string {
			return rooted(`<xs:sequence><xs:element name="e" form="unqualified" type="xs:int" minOccurs="`+least+`"/></xs:sequence>`+attribute+`<xs:anyAttribute namespace="##any" processContents="lax"/>`, codeType)
		}
		r := compared(t, schema("", "0"), schema(`<xs:attribute name="a" type="`+of+`"/>`, "1"))
		found := find(r, change.AttributeAddedOptional)
		if len(found) != 1 || found[0].Severity.Request != change.Break || len(found[0].Witnesses) == 0 || !strings.Contains(found[0].Witnesses[0].Error, `attribute "a"`) {
			t.Errorf("%s:\n%s", of, pairs.Describe(r))
		}
	}
}
