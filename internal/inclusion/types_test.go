package inclusion_test

import (
	"testing"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// complexType writes a type T, whose parts are an attribute to its tag.
func complexType(inner string) string {
	return `<xs:complexType name="T">` + inner + `</xs:complexType>`
}

func holding(name, inner string) string {
	return sequence(`<xs:element name="` + name + `"><xs:complexType>` + inner + `</xs:complexType></xs:element>`)
}

func textual(base, inner string) string {
	return `<xs:simpleContent><xs:extension base="` + base + `">` + inner + `</xs:extension></xs:simpleContent>`
}

// TestDocumentsOfTypes asks in both directions whether all that an element of
// one type can be is what an element of the other one can be.
func TestDocumentsOfTypes(t *testing.T) {
	const holds, fails, unknown = inclusion.Holds, inclusion.Fails, inclusion.Unknown
	a := element("a", "")
	number, required := `<xs:attribute name="n" type="xs:int"/>`, `<xs:attribute name="n" type="xs:int" use="required"/>`
	fixed := func(v string) string { return `<xs:attribute name="n" type="xs:int" fixed="` + v + `"/>` }
	open := func(space, process string) string {
		return `<xs:anyAttribute namespace="` + space + `" processContents="` + process + `"/>`
	}
	mixed := `<xs:complexType name="T" mixed="true">`
	global := `<xs:element name="g" type="xs:int"/><xs:attribute name="h" type="xs:int"/>`
	for _, c := range []struct {
		name, left, right string
		there, back       inclusion.Verdict
	}{
		{"the same", complexType(sequence(a)), complexType(sequence(a)), holds, holds},
		{"a child's type", complexType(sequence(`<xs:element name="a" type="xs:int"/>`)), complexType(sequence(`<xs:element name="a" type="xs:long"/>`)), holds, fails},
		{"a type further below", complexType(holding("a", sequence(`<xs:element name="b" type="xs:int"/>`))), complexType(holding("a", sequence(`<xs:element name="b" type="xs:long"/>`))), holds, fails},
		{"a type of itself", complexType(sequence(`<xs:element name="a" type="T" minOccurs="0"/>`)), complexType(sequence(`<xs:element name="a" type="T" minOccurs="0" maxOccurs="2"/>`)), holds, fails},
		{"nillable", complexType(sequence(a)), complexType(sequence(element("a", ` nillable="true"`))), holds, fails},
		{"a fixed child", complexType(sequence(element("a", ` fixed="x"`))), complexType(sequence(a)), holds, fails},
		{"another fixed child", complexType(sequence(element("a", ` fixed="x"`))), complexType(sequence(element("a", ` fixed="y"`))), fails, fails},
		{"a default", complexType(sequence(element("a", ` default="x"`))), complexType(sequence(element("a", ` default="y"`))), holds, holds},
		{"an attribute", complexType(""), complexType(number), holds, fails},
		{"a required attribute", complexType(required), complexType(number), holds, fails},
		{"an attribute's type", complexType(number), complexType(`<xs:attribute name="n" type="xs:long"/>`), holds, fails},
		{"one fixed value of two spellings", complexType(fixed("1")), complexType(fixed("01")), holds, holds},
		{"two fixed values", complexType(fixed("1")), complexType(fixed("2")), fails, fails},
		{"a wildcard for an attribute", complexType(number), complexType(open("##any", "skip")), holds, fails},
		{"a lax wildcard for an attribute", complexType(number), complexType(open("##any", "lax")), holds, fails},
		{"a strict wildcard for an attribute", complexType(number), complexType(open("##any", "strict")), fails, unknown},
		{"a wildcard of other namespaces", complexType(number), complexType(open("##other", "skip")), fails, fails},
		{"a strict wildcard goes", complexType(open("##any", "strict")), complexType(""), unknown, holds},
		{"a strict wildcard becomes lax", complexType(open("##any", "strict")), complexType(open("##any", "lax")), holds, fails},
		{"a wildcard of fewer namespaces", complexType(open("urn:a", "skip")), complexType(open("urn:a urn:b", "skip")), holds, fails},
		{"a wildcard and an attribute", complexType(open("##any", "skip")), complexType(number + open("##any", "skip")), unknown, holds},
		{"a global attribute for a use", complexType(`<xs:attribute ref="h"/>`) + global, complexType(open("##any", "strict")) + global, holds, unknown},
		{"mixed", complexType(sequence(a)), mixed + sequence(a) + "</xs:complexType>", holds, fails},
		{"text", complexType(textual("xs:int", "")), complexType(textual("xs:long", "")), holds, fails},
		{"text with an attribute", complexType(textual("xs:int", "")), complexType(textual("xs:int", number)), holds, fails},
		{"text in mixed content", complexType(textual("xs:int", "")), mixed + sequence(element("a", ` minOccurs="0"`)) + "</xs:complexType>", holds, fails},
		{"text for children", complexType(textual("xs:int", "")), complexType(sequence(a)), fails, fails},
		{"text for no content", complexType(textual("xs:string", "")), complexType(""), fails, holds},
		{"no content for numbers", complexType(""), complexType(textual("xs:int", "")), fails, fails},
		{"only text in mixed content", mixed + "</xs:complexType>", complexType(textual("xs:string", "")), holds, holds},
		{"a simple type", `<xs:simpleType name="T"><xs:restriction base="xs:int"/></xs:simpleType>`, complexType(textual("xs:long", number)), holds, fails},
		{"a simple type for text", complexType(textual("xs:int", "")), `<xs:simpleType name="T"><xs:restriction base="xs:long"/></xs:simpleType>`, holds, fails},
		{"a simple type with attributes", complexType(textual("xs:int", number)), `<xs:simpleType name="T"><xs:restriction base="xs:int"/></xs:simpleType>`, fails, holds},
		{"an abstract type", `<xs:complexType name="T" abstract="true"/>`, complexType(""), holds, fails},
		{"a descendant of an abstract type", `<xs:complexType name="T" abstract="true"/><xs:complexType name="D"><xs:complexContent><xs:extension base="T">` + number + `</xs:extension></xs:complexContent></xs:complexType>`, `<xs:complexType name="T" abstract="true"/>`, fails, holds},
		{"a descendant of another type", `<xs:complexType name="T" abstract="true"/><xs:complexType name="D"><xs:complexContent><xs:extension base="T">` + number + `</xs:extension></xs:complexContent></xs:complexType>`,
			`<xs:complexType name="T" abstract="true"/><xs:complexType name="D"><xs:complexContent><xs:extension base="T">` + required + `</xs:extension></xs:complexContent></xs:complexType>`, fails, holds},
		{"a wildcard for a child", complexType(sequence(a)), complexType(sequence(`<xs:any processContents="skip"/>`)), holds, fails},
		{"a wildcard for a global child", complexType(sequence(`<xs:element ref="g"/>`)) + global, complexType(sequence(`<xs:any processContents="lax"/>`)) + global, holds, fails},
		{"a wildcard for a child of another type", complexType(sequence(`<xs:element name="g" type="xs:string"/>`)), complexType(sequence(`<xs:any processContents="lax"/>`)) + global, fails, fails},
		{"a child that a wildcard skips", complexType(sequence(`<xs:element name="g" type="xs:string"/>`)), complexType(sequence(`<xs:any processContents="skip"/>`)) + global, holds, fails},
		{"a lax wildcard for one that skips", complexType(sequence(`<xs:any processContents="lax"/>`)), complexType(sequence(`<xs:any processContents="skip"/>`)), holds, unknown},
		{"globals that a wildcard takes", complexType(sequence(`<xs:any processContents="lax"/>`)) + global, complexType(sequence(`<xs:any processContents="lax"/>`)) + `<xs:element name="g" type="xs:long"/>`, holds, fails},
		{"anything", complexType(sequence(a) + number), element("r", ""), holds, fails},
		{"a child that is declared globally", complexType(sequence(`<xs:element name="g" type="xs:string"/>`)), element("r", "") + global, fails, fails},
		{"an attribute that is declared globally", complexType(`<xs:attribute name="h" type="xs:string"/>`), element("r", "") + global, fails, fails},
		{"a wildcard where all is allowed", complexType(sequence(`<xs:any processContents="skip"/>`)), element("r", "") + global, unknown, fails},
		{"identity", complexType(sequence(a)), complexType(sequence(`<xs:element name="a" type="xs:string"><xs:unique name="u"><xs:selector xpath="."/><xs:field xpath="."/></xs:unique></xs:element>`)), unknown, holds},
	} {
		left, right := schemaOf(t, c.left), schemaOf(t, c.right)
		if got := within(left, right); got != c.there {
			t.Errorf("%s: there: got %d, want %d", c.name, got, c.there)
		}
		if got := within(right, left); got != c.back {
			t.Errorf("%s: back: got %d, want %d", c.name, got, c.back)
		}
	}
}

// within asks about the types T, that of xs:anyType where there is no T.
func within(from, to *xsd.Schema) inclusion.Verdict {
	named := func(s *xsd.Schema) xsd.Type {
		if t := s.Type(xsd.QName{Local: "T"}); t != nil {
			return t
		}
		return xsd.AnyType
	}
	return inclusion.New(inclusion.Language{Schema: from}, inclusion.Language{Schema: to}, 0).Types(named(from), named(to))
}

// TestStepsBoundAProof gives a proof fewer steps than it has pairs of types.
func TestStepsBoundAProof(t *testing.T) {
	s := schemaOf(t, complexType(holding("a", holding("b", sequence(element("c", ""))))))
	l := inclusion.Language{Schema: s}
	of := s.Type(xsd.QName{Local: "T"})
	for steps, want := range map[int]inclusion.Verdict{1: inclusion.Unknown, 1000: inclusion.Holds} {
		if got := inclusion.New(l, l, steps).Types(of, of); got != want {
			t.Errorf("in %d steps: got %d, want %d", steps, got, want)
		}
	}
}

// TestVerdictsOnTwoConditions is the truth table of three values.
func TestVerdictsOnTwoConditions(t *testing.T) {
	const holds, fails, unknown = inclusion.Holds, inclusion.Fails, inclusion.Unknown
	for _, c := range [][3]inclusion.Verdict{
		{holds, holds, holds}, {holds, unknown, unknown}, {holds, fails, fails},
		{unknown, unknown, unknown}, {unknown, fails, fails}, {fails, fails, fails},
	} {
		if c[0].And(c[1]) != c[2] || c[1].And(c[0]) != c[2] {
			t.Errorf("%d and %d: got %d and %d, want %d", c[0], c[1], c[0].And(c[1]), c[1].And(c[0]), c[2])
		}
	}
}
