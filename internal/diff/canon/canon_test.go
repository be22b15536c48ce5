package canon_test

import (
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/canon"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// TestFormsTellTypesApart compares a type with others: with all that it has, with
// what it adds, and with how it is arranged.
func TestFormsTellTypesApart(t *testing.T) {
	base := schemaOf(t, `<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence><xs:attribute name="x" use="required"/></xs:complexType>`)
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
		other := schemaOf(t, c.schema)
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

// TestWhatIsWrittenOfAType changes one thing after the other in what a type is made
// of, with and without a difference in its form.
func TestWhatIsWrittenOfAType(t *testing.T) {
	complexType := func(content string) string {
		return `<xs:complexType name="T"><xs:sequence>` + content + `</xs:sequence></xs:complexType>`
	}
	simple := func(content string) string { return `<xs:simpleType name="T">` + content + `</xs:simpleType>` }
	restricted := func(facets string) string {
		return simple(`<xs:restriction base="xs:token">` + facets + `</xs:restriction>`)
	}
	extended := func(base, attribute string) string {
		return `<xs:simpleType name="S"><xs:restriction base="xs:` + base + `"/></xs:simpleType>` +
			`<xs:complexType name="T"><xs:simpleContent><xs:extension base="S">` + attribute + `</xs:extension></xs:simpleContent></xs:complexType>`
	}
	grouped := func(group, content string) string {
		return `<xs:group name="` + group + `"><xs:sequence>` + content + `</xs:sequence></xs:group>` + complexType(`<xs:group ref="`+group+`"/>`)
	}
	round := func(element string) string {
		return grouped("G", `<xs:element name="in" minOccurs="0"><xs:complexType><xs:group ref="G"/></xs:complexType></xs:element>`+element)
	}
	constrained := func(category, selector, field string) string {
		return complexType(`<xs:element name="e"><xs:complexType><xs:sequence><xs:element name="k" maxOccurs="9"><xs:complexType><xs:attribute name="a"/><xs:attribute name="b"/></xs:complexType></xs:element></xs:sequence></xs:complexType>` +
			`<xs:` + category + ` name="c" xmlns:t="urn:t"><xs:selector xpath="` + selector + `"/><xs:field xpath="` + field + `"/></xs:` + category + `></xs:element>`)
	}
	member := func(head string) string {
		return `<xs:element name="h"/><xs:element name="i"/><xs:element name="m" substitutionGroup="` + head + `"/>` + complexType(`<xs:element ref="m"/>`)
	}
	a, b := `<xs:element name="a"/>`, `<xs:element name="b"/>`
	for _, c := range []struct {
		name, left, right string
		same              bool
	}{
		{"annotated facets", restricted(`<xs:maxLength value="3"/>`), restricted(`<xs:maxLength value="3"><xs:annotation/></xs:maxLength>`), true},
		{"the order of facets", restricted(`<xs:minLength value="1"/><xs:maxLength value="3"/>`), restricted(`<xs:maxLength value="3"/><xs:minLength value="1"/>`), true},
		{"a facet that is fixed", restricted(`<xs:maxLength value="3"/>`), restricted(`<xs:maxLength value="3" fixed="true"/>`), false},
		{"the order of listed values", restricted(`<xs:enumeration value="p"/><xs:enumeration value="q"/>`), restricted(`<xs:enumeration value="q"/><xs:enumeration value="p"/>`), true},
		{"another listed value", restricted(`<xs:enumeration value="p"/>`), restricted(`<xs:enumeration value="q"/>`), false},
		{"an anonymous base", simple(`<xs:restriction><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:restriction>`), simple(`<xs:restriction><xs:simpleType><xs:restriction base="xs:long"/></xs:simpleType></xs:restriction>`), false},
		{"the items of a list", simple(`<xs:list itemType="xs:int"/>`), simple(`<xs:list itemType="xs:long"/>`), false},
		{"a list and its item", simple(`<xs:list itemType="xs:int"/>`), simple(`<xs:union memberTypes="xs:int"/>`), false},
		{"a member of a union", simple(`<xs:union memberTypes="xs:int xs:date"/>`), simple(`<xs:union memberTypes="xs:int xs:time"/>`), false},
		{"the order of members", simple(`<xs:union memberTypes="xs:int xs:date"/>`), simple(`<xs:union memberTypes="xs:date xs:int"/>`), false},
		{"a fixed value", extended("int", `<xs:attribute name="x" fixed="1"/>`), extended("int", `<xs:attribute name="x" default="1"/>`), false},
		{"another attribute of a text", extended("int", `<xs:attribute name="x"/>`), extended("int", `<xs:attribute name="y"/>`), false},
		{"the same text and attribute", extended("int", `<xs:attribute name="x"/>`), extended("int", `<xs:attribute name="x" use="optional"/>`), true},
		{"the name of a group", grouped("G", a), grouped("H", a), false},
		{"what is in a group", grouped("G", a), grouped("G", b), false},
		{"a group in itself", round(a), round(a), true},
		{"what is in such a group", round(a), round(b), false},
		{"the same constraint", constrained("unique", "t:k", "@a"), constrained("unique", "t:k", " @a "), true},
		{"another selector", constrained("unique", "t:k", "@a"), constrained("unique", ".//t:k", "@a"), false},
		{"another field", constrained("unique", "t:k", "@a"), constrained("unique", "t:k", "@b"), false},
		{"another kind of constraint", constrained("unique", "t:k", "@a"), constrained("key", "t:k", "@a"), false},
		{"who refers is not who is referred to", member("h"), member("i"), true},
	} {
		was, is := schemaOf(t, c.left), schemaOf(t, c.right)
		for _, whole := range []bool{true, false} {
			if got := (canon.Form{Schema: was, Whole: whole}).Type(typ(was)) == (canon.Form{Schema: is, Whole: whole}).Type(typ(is)); got != c.same {
				t.Errorf("%s, whole %t: the forms are equal: %t", c.name, whole, got)
			}
		}
	}
}

// TestFormsFollowRenames: a name of the old version is written as that of the
// new one.
func TestFormsFollowRenames(t *testing.T) {
	old := schemaOf(t, `<xs:simpleType name="S"><xs:restriction base="xs:string"/></xs:simpleType><xs:complexType name="T"><xs:sequence><xs:element name="a" type="S"/></xs:sequence></xs:complexType>`)
	now := schemaOf(t, `<xs:simpleType name="S2"><xs:restriction base="xs:string"/></xs:simpleType><xs:complexType name="T"><xs:sequence><xs:element name="a" type="S2"/></xs:sequence></xs:complexType>`)
	want := canon.Form{Schema: now}.Type(typ(now))
	if (canon.Form{Schema: old}).Type(typ(old)) == want {
		t.Error("types of other names are equal")
	}
	names := &inclusion.Names{Types: map[xsd.QName]xsd.QName{{Space: "urn:t", Local: "S"}: {Space: "urn:t", Local: "S2"}}}
	if (canon.Form{Schema: old, Names: names}).Type(typ(old)) != want {
		t.Error("a renamed type makes a difference")
	}
}

func typ(s *xsd.Schema) xsd.Type { return s.Type(xsd.QName{Space: "urn:t", Local: "T"}) }

// schemaOf compiles the content of a schema element.
func schemaOf(t *testing.T, content string) *xsd.Schema {
	t.Helper()
	return pairs.Side(t, "", content).Schema
}
