package likeness

import (
	"testing"
	"testing/fstest"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

func TestNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"colour", "COLOUR", 100},
		{"colour", "color", 83},
		{"ReportV01", "Report", butForANumber},
		{"Report2", "Report_3", butForANumber},
		{"v1", "v2", 50}, // too short a stem to be one name
		{"", "", 0},
		{"a", "", 0},
	} {
		if got := Names(c.a, c.b); got != c.want || got != Names(c.b, c.a) {
			t.Errorf("%q and %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
	long := make([]byte, maxName+1)
	if Names(string(long), string(long)) != 0 {
		t.Error("a name without bounds is compared letter by letter")
	}
}

func TestSameStem(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"TaxInformation2", "TaxInformation3", true},
		{"Tax2Information", "TaxInformation", true},
		{"Tax1", "Tax2", false}, // three letters say too little
		{"TaxInformation", "TaxReport", false},
	} {
		if got := SameStem(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

// TestTypes: types are alike that share half of what they consist of, or a name
// but for its number.
func TestTypes(t *testing.T) {
	schema := compiled(t, `
<xs:complexType name="Order"><xs:sequence><xs:element name="a"/><xs:element name="b"/><xs:element name="c"/></xs:sequence></xs:complexType>
<xs:complexType name="Request"><xs:sequence><xs:element name="a"/><xs:element name="b"/></xs:sequence></xs:complexType>
<xs:complexType name="Other"><xs:sequence><xs:element name="x"/><xs:element name="a"/><xs:element name="z"/></xs:sequence></xs:complexType>
<xs:complexType name="Order2"><xs:sequence><xs:element name="q"/></xs:sequence></xs:complexType>
<xs:simpleType name="Colour"><xs:restriction base="xs:string"><xs:enumeration value="red"/><xs:enumeration value="blue"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Color"><xs:restriction base="xs:string"><xs:enumeration value="red"/><xs:enumeration value="blue"/><xs:enumeration value="green"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Number"><xs:restriction base="xs:int"/></xs:simpleType>
<xs:simpleType name="List"><xs:list itemType="xs:string"/></xs:simpleType>`)
	typ := func(name string) xsd.Type { return schema.Type(xsd.QName{Local: name}) }
	none := &inclusion.Names{}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Order", "Request", true}, {"Order", "Other", false}, {"Order", "Order2", true}, {"Order", "Colour", false},
		{"Colour", "Color", true}, {"Colour", "Number", false}, {"Colour", "List", false}, {"Colour", "Order", false},
	} {
		if got := Types(typ(c.a), typ(c.b), none); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
	if PrimitiveName(typ("List").(*xsd.SimpleType)) != "" || PrimitiveName(typ("Number").(*xsd.SimpleType)) != "decimal" {
		t.Error("primitive names")
	}
	if got := ElementTypes(typ("Request"), none); len(got) != 2 || got[xsd.QName{Local: "a"}] == nil {
		t.Error(got)
	}
	if !Successor(Surely, typ("Order"), typ("Request"), none) || Successor(Surely-1, typ("Order"), typ("Request"), none) || !Successor(Similar, typ("Order"), typ("Order2"), none) {
		t.Error("what may have become another element")
	}
}

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
