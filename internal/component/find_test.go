package component_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/component"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

func schema(t *testing.T, documents ...string) *xsd.Schema {
	t.Helper()
	dir := t.TempDir()
	for i, text := range documents {
		if err := os.WriteFile(filepath.Join(dir, string(rune('a'+i))+".xsd"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	set, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	return s
}

const first = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="urn:a" targetNamespace="urn:a">
<xs:element name="root" type="a:Root"/><xs:attribute name="lang" type="xs:language"/>
<xs:attributeGroup name="g"><xs:attribute name="z" type="xs:int"/></xs:attributeGroup>
<xs:complexType name="Root"><xs:choice><xs:element name="x" type="a:Size"/><xs:sequence><xs:element name="y"><xs:complexType><xs:sequence><xs:element name="x" type="xs:int"/></xs:sequence></xs:complexType></xs:element><xs:element name="x" type="a:Size"/></xs:sequence></xs:choice>
<xs:attribute name="kind"><xs:simpleType><xs:restriction base="xs:token"><xs:enumeration value="a = b"/></xs:restriction></xs:simpleType></xs:attribute><xs:attribute ref="a:lang"/></xs:complexType>
<xs:simpleType name="Size"><xs:restriction base="xs:token"><xs:enumeration value="S"/><xs:enumeration value="XL"/></xs:restriction></xs:simpleType></xs:schema>`

const second = `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://example.com/books/v2"><element name="root" type="string"/><element name="only" type="string"/></schema>`

func TestFind(t *testing.T) {
	s := schema(t, first, second)
	for _, c := range []struct {
		name string
		n    int
		want string // what the first is, or why there is none
	}{
		{"type a:Root", 1, "complex type definition"},
		{"element a:root/x", 2, "element declaration"},
		{"element a:root/y/x", 1, "element declaration"},
		{"type a:Root/@lang", 1, "attribute declaration"},
		{"attribute a:lang", 1, "attribute declaration"},
		{"attributeGroup g/@z", 1, "attribute declaration"},
		{"type xs:decimal", 1, "simple type definition"},
		{"element a:Root/y", 1, "element declaration"},
		{"element only", 1, "element declaration"},
		{"element books:only", 1, "element declaration"},
		{"element {http://example.com/books/v2}root", 1, "element declaration"},
		{"enum a:Size=XL", 1, "constraining facet"},
		{"enum a:root/@kind=a = b", 1, "constraining facet"},
		{"enum a:root/x=S", 1, "constraining facet"},
		{"element root", 0, `"root" is the name of several; write {http://example.com/books/v2}root or {urn:a}root`},
		{"element a:rot", 0, `no schema has the element "a:rot"; did you mean "a:root"?`},
		{"element {urn:a}rot", 0, `did you mean "{urn:a}root"?`},
		{"type xs:decmal", 0, `no schema has the type "xs:decmal"; did you mean "xs:decimal"?`},
		{"element a:root/z", 0, `a:root has no element "z" (it has @kind, @lang, x, y)`},
		{"element a:root/@knd", 0, `a:root has no attribute "knd" (it has @kind, @lang, x, y); did you mean "@kind"?`},
		{"element a:root/@books:lang", 0, `a:root has no attribute "lang"`},
		{"enum a:Size=XXL", 0, `a:Size does not list "XXL"; did you mean "XL"?`},
		{"element xs:string", 0, `no schema has the element "xs:string"`},
		{"attribute {http://www.w3.org/2001/XMLSchema}int", 0, `no schema has the attribute`},
		{"attributeGroup xs:int", 0, `no schema has the attribute group "xs:int"`},
		{"enum xs:int=1", 0, `xs:int lists no values`},
	} {
		n, err := component.Parse(c.name, false, component.Kinds...)
		if err != nil {
			t.Error(err)
			continue
		}
		list, why := n.Find(s)
		if len(list) != c.n || c.n > 0 && string(list[0].Kind()) != c.want || !strings.Contains(why, c.want) && c.n == 0 {
			t.Errorf("%s: %d, %s", c.name, len(list), why)
		}
	}
}

// TestParseAgreesWithThePattern: what one takes the other takes.
func TestParseAgreesWithThePattern(t *testing.T) {
	pieces := []string{"type ", "element ", "enum ", "xyz ", "", "a:", "{urn:x y=z}", "{urn", ":", "b", "ü", "/", "/@", "@", "=", "=v w/x", " ", "c:d"}
	taken := 0
	for _, defaults := range []bool{false, true} {
		for _, kinds := range [][]component.Kind{{component.Type, component.Element}, {component.Enum}, {component.Element, component.Enum, component.Attribute}} {
			if defaults && kinds[0] == component.Enum {
				continue
			}
			pattern := regexp.MustCompile(component.Pattern(defaults, kinds...))
			for i := range len(pieces) * len(pieces) * len(pieces) * len(pieces) {
				text := pieces[i%18] + pieces[i/18%18] + pieces[i/18/18%18] + pieces[i/18/18/18]
				_, err := component.Parse(text, defaults, kinds...)
				if pattern.MatchString(text) != (err == nil) {
					t.Fatalf("%q: %v, %s", text, err, pattern)
				}
				if err == nil {
					taken++
				}
			}
		}
	}
	if taken < 1000 {
		t.Errorf("%d are taken", taken)
	}
}

func TestWhatIsWrongWithAName(t *testing.T) {
	for text, want := range map[string]string{
		"ord:order":          `does not say of what kind it is; start it with "type" or "element" or "enum"`,
		"typ ord:order":      `starts with "typ", which is no kind that fits here (type, element, enum); did you mean "type"?`,
		"type ord:a b":       "has no name of a component behind its kind",
		"type {urn:a":        "has a namespace without its closing brace",
		"element a:b/@":      `has a step "@", which is no name of an element`,
		"enum a:b":           "names no value; write enum TYPE=VALUE",
		"element a:b=c":      `has a value, which only names of the kind "enum" have`,
		"element a:b//@c":    `has a step ""`,
		"element {urn:x}a:b": "has no name of a component",
	} {
		if _, err := component.Parse(text, false, component.Type, component.Element, component.Enum); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
