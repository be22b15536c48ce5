package canon_test

import (
	"testing"
	"testing/fstest"

	"github.com/wbxgen/wbxgen/internal/diff/canon"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// TestFormsTellTypesApart compares a type with others: with all that it has, with
// what it adds, and with how it is arranged.
func TestFormsTellTypesApart(t *testing.T) {
	base := compiled(t, `<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence><xs:attribute name="x" use="required"/></xs:complexType>`)
	for name, c := range map[string]struct {
		schema             string
		whole, own, shaped bool
	}{
		"the same, annotated":         {`<xs:complexType name="T"><xs:annotation/><xs:sequence><xs:element name="a" type="xs:string"/><xs:element minOccurs="0" name="b" type="xs:int"/></xs:sequence><xs:attribute name="x" use="required"/></xs:complexType>`, true, true, true},
		"content of a base":           {`<xs:complexType name="B"><xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType><xs:complexType name="T"><xs:complexContent><xs:extension base="B"><xs:attribute name="x" use="required"/></xs:extension></xs:complexContent></xs:complexType>`, false, false, true},
		"another element":             {`<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="c" type="xs:int" minOccurs="0"/></xs:sequence><xs:attribute name="x" use="required"/></xs:complexType>`, false, false, false},
		"another type":                {`<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:long" minOccurs="0"/></xs:sequence><xs:attribute name="x" use="required"/></xs:complexType>`, false, false, true},
		"a wildcard":                  {`<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:string"/><xs:any minOccurs="0" namespace="##other"/></xs:sequence><xs:attribute name="x" use="required"/></xs:complexType>`, false, false, false},
		"an attribute with a default": {`<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence><xs:attribute name="x" default="1"/><xs:anyAttribute/></xs:complexType>`, false, false, true},
		"another occurrence":          {`<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:int"/></xs:sequence><xs:attribute name="x" use="required"/></xs:complexType>`, false, false, false},
		"another compositor":          {`<xs:complexType name="T"><xs:choice><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:choice><xs:attribute name="x" use="required"/></xs:complexType>`, false, false, false},
		"an optional attribute":       {`<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence><xs:attribute name="x"/></xs:complexType>`, false, false, true},
		"a simple type":               {`<xs:simpleType name="T"><xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>`, false, false, false},
	} {
		other := compiled(t, c.schema)
		form := func(s *xsd.Schema, f canon.Form) canon.Form { f.Schema = s; return f }
		if got := form(base, canon.Form{Whole: true}).Type(typ(base)) == form(other, canon.Form{Whole: true}).Type(typ(other)); got != c.whole {
			t.Errorf("%s: whole types are equal: %v", name, got)
		}
		if got := form(base, canon.Form{}).Type(typ(base)) == form(other, canon.Form{}).Type(typ(other)); got != c.own {
			t.Errorf("%s: what types add is equal: %v", name, got)
		}
		ct, ok := typ(other).(*xsd.ComplexType)
		if !ok {
			continue
		}
		if got := form(base, canon.Form{Shape: true}).Particle(typ(base).(*xsd.ComplexType).Content.Particle) == form(other, canon.Form{Shape: true}).Particle(ct.Content.Particle); got != c.shaped {
			t.Errorf("%s: content is arranged alike: %v", name, got)
		}
	}
}

// TestFormsFollowRenames: a name of the old version is written as that of the
// new one.
func TestFormsFollowRenames(t *testing.T) {
	old := compiled(t, `<xs:simpleType name="S"><xs:restriction base="xs:string"/></xs:simpleType><xs:complexType name="T"><xs:sequence><xs:element name="a" type="S"/></xs:sequence></xs:complexType>`)
	now := compiled(t, `<xs:simpleType name="S2"><xs:restriction base="xs:string"/></xs:simpleType><xs:complexType name="T"><xs:sequence><xs:element name="a" type="S2"/></xs:sequence></xs:complexType>`)
	want := canon.Form{Schema: now}.Type(typ(now))
	if (canon.Form{Schema: old}).Type(typ(old)) == want {
		t.Error("types of other names are equal")
	}
	names := &inclusion.Names{Types: map[xsd.QName]xsd.QName{{Local: "S"}: {Local: "S2"}}}
	if (canon.Form{Schema: old, Names: names}).Type(typ(old)) != want {
		t.Error("a renamed type makes a difference")
	}
}

func typ(s *xsd.Schema) xsd.Type { return s.Type(xsd.QName{Local: "T"}) }

// compiled compiles the content of a schema element without a namespace.
func compiled(t *testing.T, inner string) *xsd.Schema {
	t.Helper()
	document := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">` + inner + `</xs:schema>`
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
