package likeness_test

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/likeness"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

func TestNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"colour", "COLOUR", 100},
		{"colour", "color", 83},
		{"ReportV01", "Report", 90},
		{"Report2", "Report_3", 90},
		{"v1", "v2", 50}, // too short a stem to be one name
		{"", "", 0},
		{"a", "", 0},
	} {
		if got := likeness.Names(c.a, c.b); got != c.want || got != likeness.Names(c.b, c.a) {
			t.Errorf("%q and %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
	if long := strings.Repeat("a", 257); likeness.Names(long, long) != 0 || likeness.Names(long[1:], long[1:]) != 100 {
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
		if got := likeness.SameStem(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

// TestTypes: types are alike that share half of what they consist of, or a name
// but for its number.
func TestTypes(t *testing.T) {
	schema := pairs.Side(t, "types", `
<xs:complexType name="Order"><xs:sequence><xs:element name="a"/><xs:element name="b"/><xs:element name="c"/></xs:sequence></xs:complexType>
<xs:complexType name="Request"><xs:sequence><xs:element name="a"/><xs:element name="b"/></xs:sequence></xs:complexType>
<xs:complexType name="Other"><xs:sequence><xs:element name="x"/><xs:element name="a"/><xs:element name="z"/></xs:sequence></xs:complexType>
<xs:complexType name="Order2"><xs:sequence><xs:element name="q"/></xs:sequence></xs:complexType>
<xs:simpleType name="Colour"><xs:restriction base="xs:string"><xs:enumeration value="red"/><xs:enumeration value="blue"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Color"><xs:restriction base="xs:string"><xs:enumeration value="red"/><xs:enumeration value="blue"/><xs:enumeration value="green"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Number"><xs:restriction base="xs:int"/></xs:simpleType>
<xs:simpleType name="List"><xs:list itemType="xs:string"/></xs:simpleType>`).Schema
	typ := func(name string) xsd.Type { return schema.Type(xsd.QName{Space: "urn:t", Local: name}) }
	none := &inclusion.Names{}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Order", "Request", true}, {"Order", "Other", false}, {"Order", "Order2", true}, {"Order", "Colour", false},
		{"Colour", "Color", true}, {"Colour", "Number", false}, {"Colour", "List", false}, {"Colour", "Order", false},
	} {
		if got := likeness.Types(typ(c.a), typ(c.b), none); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
	if likeness.PrimitiveName(typ("List").(*xsd.SimpleType)) != "" || likeness.PrimitiveName(typ("Number").(*xsd.SimpleType)) != "decimal" {
		t.Error("primitive names")
	}
	if got := likeness.ElementTypes(typ("Request"), none); len(got) != 2 || got[xsd.QName{Space: "urn:t", Local: "a"}] == nil {
		t.Error(got)
	}
	if !likeness.Successor(likeness.Surely, typ("Order"), typ("Request"), none) || likeness.Successor(likeness.Surely-1, typ("Order"), typ("Request"), none) || !likeness.Successor(likeness.Similar, typ("Order"), typ("Order2"), none) {
		t.Error("what may have become another element")
	}
}
