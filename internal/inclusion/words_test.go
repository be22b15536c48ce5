package inclusion_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// modelled compiles a type T with a content model.
func modelled(t *testing.T, model string) (*xsd.Schema, *xsd.ComplexType) {
	t.Helper()
	document := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="head" abstract="true"/><xs:element name="m" substitutionGroup="head"/><xs:element name="n" substitutionGroup="head"/>
<xs:complexType name="T">` + model + `</xs:complexType></xs:schema>`
	set, err := source.FromFS(fstest.MapFS{"t.xsd": {Data: []byte(document)}}, nil, source.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	schema, problems := compile.Compile(set, compile.Options{})
	if err := problems.Err(); err != nil {
		t.Fatalf("%s\n%v", model, err)
	}
	return schema, schema.Type(xsd.QName{Local: "T"}).(*xsd.ComplexType)
}

func element(name, occurs string) string {
	return `<xs:element name="` + name + `" type="xs:string"` + occurs + `/>`
}

func sequence(inner string) string { return "<xs:sequence>" + inner + "</xs:sequence>" }

func choice(inner string) string { return "<xs:choice>" + inner + "</xs:choice>" }

// TestContentOfTypes asks in both directions whether all that one content model
// accepts the other one does, and for a sequence that tells.
func TestContentOfTypes(t *testing.T) {
	a, b, many := element("a", ""), element("b", ""), ` maxOccurs="1000000"`
	for _, c := range []struct {
		name, left, right string
		there, back       string // what tells, "" where the inclusion holds
	}{
		{"an empty alternative", choice(a + "<xs:sequence/>"), sequence(element("a", ` minOccurs="0"`)), "", ""},
		{"an empty alternative goes", choice(a + "<xs:sequence/>"), sequence(a), "[]", ""},
		{"brackets", sequence(sequence(a) + sequence(sequence(b))), sequence(a + b), "", ""},
		{"order", sequence(a + b), "<xs:all>" + a + b + "</xs:all>", "", "[b a]"},
		{"an optional element more", sequence(a), sequence(a + element("b", ` minOccurs="0"`)), "", "[a b]"},
		{"large counts", sequence(element("a", many)), sequence(element("a", ` maxOccurs="unbounded"`)), "", "unproven"},
		{"counts that multiply", `<xs:sequence minOccurs="2" maxOccurs="3">` + element("a", ` maxOccurs="2"`) + "</xs:sequence>", sequence(element("a", ` minOccurs="2" maxOccurs="6"`)), "", ""},
		{"a substitution group", sequence(`<xs:element ref="head"/>`), choice(`<xs:element ref="m"/><xs:element ref="n"/>`), "", ""},
		{"a member of it", sequence(`<xs:element ref="m"/>`), sequence(`<xs:element ref="head"/>`), "", "[n]"},
		{"a wildcard", sequence(a), sequence(`<xs:any processContents="lax"/>`), "", "[{}*]"},
	} {
		oldSchema, oldType := modelled(t, c.left)
		newSchema, newType := modelled(t, c.right)
		if got := tells(oldSchema, newSchema, oldType, newType); got != c.there {
			t.Errorf("%s: there: got %q, want %q", c.name, got, c.there)
		}
		if got := tells(newSchema, oldSchema, newType, oldType); got != c.back {
			t.Errorf("%s: back: got %q, want %q", c.name, got, c.back)
		}
	}
}

func tells(from, to *xsd.Schema, l, r *xsd.ComplexType) string {
	p := inclusion.New(inclusion.Language{Schema: from}, inclusion.Language{Schema: to}, 1000)
	switch v, word := p.Counterexample(content.Tree(l.Content.Particle), content.Tree(r.Content.Particle)); v {
	case inclusion.Holds:
		return ""
	case inclusion.Fails:
		return fmt.Sprint(word)
	}
	return "unproven"
}
