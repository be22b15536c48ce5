package inclusion_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// schemaOf compiles the content of a schema element without a namespace.
func schemaOf(t *testing.T, inner string) *xsd.Schema {
	t.Helper()
	document := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:o">` + inner + `</xs:schema>`
	set, err := source.FromFS(fstest.MapFS{"t.xsd": {Data: []byte(document)}}, nil, source.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	schema, problems := compile.Compile(set, compile.Options{})
	if err := problems.Err(); err != nil {
		t.Fatalf("%s\n%v", inner, err)
	}
	return schema
}

// simple compiles a type that is written as a base and facets, such as
// "xs:int maxInclusive=5", as "list" or "union" and types, such as "list xs:int
// maxLength=3", or as xs:int alone.
func simple(t *testing.T, text string) *datatype.Type {
	t.Helper()
	words := strings.Fields(text)
	inner := ""
	switch {
	case words[0] == "list":
		inner = `<xs:simpleType name="L"><xs:list itemType="` + words[1] + `"/></xs:simpleType>`
		words = slices.Concat([]string{"L"}, words[2:])
	case words[0] == "union":
		inner = `<xs:simpleType name="L"><xs:union memberTypes="` + strings.Join(words[1:3], " ") + `"/></xs:simpleType>`
		words = slices.Concat([]string{"L"}, words[3:])
	}
	facets := ""
	for _, w := range words[1:] {
		name, value, _ := strings.Cut(w, "=")
		facets += `<xs:` + name + ` value="` + value + `"/>`
	}
	s := schemaOf(t, inner+`<xs:simpleType name="T"><xs:restriction base="`+words[0]+`">`+facets+`</xs:restriction></xs:simpleType>`)
	return s.Type(xsd.QName{Local: "T"}).(*xsd.SimpleType).Datatype
}

// TestTextsOfTypes asks in both directions whether all texts of one simple
// type are texts of the other one. What is said to fail is shown by a text.
func TestTextsOfTypes(t *testing.T) {
	const holds, fails, unknown = inclusion.Holds, inclusion.Fails, inclusion.Unknown
	for _, c := range []struct {
		left, right string
		there, back inclusion.Verdict
	}{
		{"xs:int", "xs:long", holds, fails},
		{"xs:int", "xs:string", holds, fails},
		{"xs:int", "xs:decimal", holds, fails},
		{"xs:unsignedByte", "xs:positiveInteger", fails, fails},
		{"xs:int maxInclusive=5", "xs:int maxExclusive=6", holds, holds},
		{"xs:int minInclusive=5", "xs:int minExclusive=4", holds, holds},
		{"xs:int minInclusive=5", "xs:int minExclusive=5", fails, holds},
		{"xs:decimal maxInclusive=5", "xs:decimal maxExclusive=5", fails, holds},
		{"xs:decimal minExclusive=5", "xs:decimal minInclusive=5", holds, fails},
		{"xs:date maxInclusive=2000-01-01", "xs:date maxInclusive=2001-01-01", holds, fails},
		{"xs:string maxLength=3", "xs:string maxLength=4", holds, fails},
		{"xs:string length=3", "xs:string minLength=3", holds, fails},
		{"xs:string minLength=2", "xs:string minLength=1", holds, fails},
		{"xs:decimal totalDigits=3", "xs:decimal totalDigits=4", holds, fails},
		{"xs:decimal fractionDigits=1", "xs:decimal fractionDigits=2", holds, fails},
		{"xs:string pattern=a+", "xs:string pattern=[ab]+", holds, fails},
		{"xs:string pattern=a+ pattern=a+", "xs:string pattern=a+", holds, holds},
		{"xs:string pattern=[0-9]{3}", "xs:int", unknown, fails},
		{"xs:boolean", "xs:string pattern=true|false|0|1", holds, unknown},
		{"xs:boolean", "xs:string pattern=true|false", fails, unknown},
		{"xs:hexBinary", "xs:decimal", fails, fails},
		{"xs:NCName", "xs:Name", holds, fails},
		{"xs:ID", "xs:NCName", holds, holds},
		{"xs:token", "xs:string", holds, holds},
		{"xs:string enumeration=a", "xs:string enumeration=a enumeration=b", holds, fails},
		{"xs:int enumeration=1", "xs:int", holds, fails},
		{"xs:int enumeration=1", "xs:int enumeration=1 enumeration=2", unknown, fails}, // 01 is not tried
		{"xs:int", "xs:int enumeration=1", fails, holds},
		{"xs:int enumeration=1", "xs:int pattern=1", unknown, unknown},
		{"xs:string maxLength=1", "xs:string enumeration=a", fails, holds},
		{"list xs:int", "list xs:long", holds, fails},
		{"list xs:int maxLength=2", "list xs:int maxLength=3", holds, fails},
		{"list xs:int", "list xs:int minLength=1", fails, holds},
		{"xs:int", "list xs:int", holds, fails},
		{"xs:int", "list xs:int minLength=1", unknown, fails},
		{"list xs:int", "xs:string", holds, fails},
		{"list xs:string", "list xs:string pattern=a", fails, holds},
		{"xs:int", "union xs:int xs:boolean", holds, fails},
		{"union xs:int xs:boolean", "union xs:long xs:boolean", holds, fails},
		{"union xs:int xs:boolean", "xs:string", holds, fails},
		{"xs:int", "union xs:int xs:boolean pattern=1", fails, unknown},
		{"xs:float", "xs:double", holds, holds},
	} {
		left, right := simple(t, c.left), simple(t, c.right)
		compareTexts(t, c.left+" within "+c.right, left, right, c.there)
		compareTexts(t, c.right+" within "+c.left, right, left, c.back)
	}
}

func compareTexts(t *testing.T, name string, a, b *datatype.Type, want inclusion.Verdict) {
	t.Helper()
	got, text := inclusion.Text(a, b)
	if got != want {
		t.Errorf("%s: got %d, want %d (%q)", name, got, want, text)
	}
	tells := func(s string) bool { return a.Validate([]byte(s), nil) == nil && b.Validate([]byte(s), nil) != nil }
	if got == inclusion.Fails && !tells(text) {
		t.Errorf("%s: %q tells nothing", name, text)
	}
	telling := inclusion.TellingTexts(a, b)
	if (got == inclusion.Fails) != (len(telling) > 0) {
		t.Errorf("%s: telling texts %q", name, telling)
	}
	for i, s := range telling {
		if !tells(s) || slices.Contains(telling[:i], s) || i > 0 && max(len(s), 1) < len(telling[i-1]) {
			t.Errorf("%s: text %d is %q of %q", name, i, s, telling)
		}
	}
}

// TestValidTextsComeThePlainestFirst is about the texts that documents of our
// own are made of.
func TestValidTextsComeThePlainestFirst(t *testing.T) {
	for _, c := range []struct{ of, first string }{
		{"xs:string", "a"},
		{"xs:int", "0"},
		{"xs:int minInclusive=7", "2000"},
		{"xs:string enumeration=x enumeration=y", "x"},
		{"xs:string length=5", "---01"},
		{"xs:string pattern=[A-Z]{2}[0-9]{2}", "AA00"},
		{"xs:dateTime", "2000-01-01T00:00:00"},
		{"xs:string maxLength=0", ""},
	} {
		of := simple(t, c.of)
		texts := inclusion.ValidTexts(of)
		if len(texts) == 0 {
			t.Errorf("%s: none", c.of)
			continue
		}
		if texts[0] != c.first {
			t.Errorf("%s: %q comes first, want %q", c.of, texts[0], c.first)
		}
		for _, s := range texts {
			if err := of.Validate([]byte(s), nil); err != nil {
				t.Errorf("%s: %q: %v", c.of, s, err)
			}
		}
	}
}
