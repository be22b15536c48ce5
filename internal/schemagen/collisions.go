package schemagen

import "strings"

const (
	twoValues  = `<xs:restriction base="xs:string"><xs:enumeration value="on"/><xs:enumeration value="values"/></xs:restriction>`
	shortText  = `<xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>`
	shortTexts = `<xs:simpleType><xs:list>` + shortText + `</xs:list></xs:simpleType>`
)

// Collisions returns schemas in which a name of generated code meets another: of
// types, constants, functions, tables, facets, items, members, choices, branches,
// groups, root elements, fields and methods.
func Collisions() []Set {
	var all []Set
	add := func(name string, parts ...string) { all = append(all, one("names "+name, strings.Join(parts, "\n"))) }
	element := func(name, content string) string {
		return `<xs:element name="` + name + `"><xs:complexType>` + content + `</xs:complexType></xs:element>`
	}
	simple := func(name, inside string) string {
		return `<xs:simpleType name="` + name + `">` + inside + `</xs:simpleType>`
	}
	complex := func(name, content string) string {
		return `<xs:complexType name="` + name + `">` + content + `</xs:complexType><xs:element name="` + name + `" type="t:` + name + `"/>`
	}
	seq := func(inside string) string { return "<xs:sequence>" + inside + "</xs:sequence>" }
	text := func(name string) string { return `<xs:element name="` + name + `">` + shortText + `</xs:element>` }

	add("types of items and methods", itemsNamed("AppendXML", "DecodeXML", "DecodeXMLElement", "XMLType", "XMLTable", "XMLExtra", "Validate", "CheckXML", "MarshalXML", "UnmarshalXML", "XMLItem", "String"))
	add("values of an enumeration", simple("Status", twoValues), complex("StatusValues", seq(`<xs:element name="status" type="t:Status"/>`)), complex("StatusAllValues", ""))
	add("values of texts", simple("Price", `<xs:restriction base="xs:decimal"><xs:maxInclusive value="9"/></xs:restriction>`), complex("MustPrice", seq(`<xs:element name="price" type="t:Price"/>`)), complex("Namespace", ""), complex("NamespaceName", ""))
	add("facets of fields", complex("A", seq(text("BC"))), complex("AB", seq(text("C"))), complex("ABC", seq(text("D"))))
	add("facets of items", complex("a", seq(`<xs:element name="b">`+shortTexts+`</xs:element>`+text("bItem"))), simple("aItem", `<xs:restriction base="xs:string"><xs:maxLength value="2"/></xs:restriction>`), simple("aB", `<xs:list>`+shortText+`</xs:list>`), complex("u", seq(`<xs:element name="v" type="t:aItem"/><xs:element name="w" type="t:aB"/>`)))
	add("constants", simple("a", twoValues), simple("aO", `<xs:restriction base="xs:string"><xs:enumeration value="n"/><xs:enumeration value="N"/></xs:restriction>`), complex("aOn", ""), complex("aValues", seq(`<xs:element name="x" type="t:a"/><xs:element name="y" type="t:aO"/>`)))
	add("one spelling", complex("aType", ""), complex("a", ""), complex("A", ""), complex("AType", ""), complex("ATypeType", ""), simple("a-type", twoValues), simple("a.type", twoValues), simple("a_type", twoValues), complex("x", seq(`<xs:element name="a" type="t:a-type"/><xs:element name="A" type="t:a.type"/><xs:element name="_a" type="t:a_type"/>`)+`<xs:attribute name="a"/><xs:attribute name="A"/>`))
	add("choices", complex("a", `<xs:choice><xs:element name="b" type="xs:int"/><xs:sequence><xs:element name="c" type="xs:int"/><xs:element name="d" type="xs:int"/></xs:sequence></xs:choice>`), complex("aChoice", ""), complex("ab", ""), complex("aB", ""), complex("AcGroup", ""), complex("ACGroup", ""), complex("AChoiceB", ""))
	add("groups", complex("a", `<xs:sequence maxOccurs="unbounded"><xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:int"/></xs:sequence>`), complex("aGroup", ""), complex("AGroup", ""), `<xs:group name="aGroup"><xs:sequence><xs:sequence maxOccurs="unbounded"><xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:int"/></xs:sequence></xs:sequence></xs:group>`, complex("x", `<xs:group ref="t:aGroup"/>`))
	add("root elements", element("a", ""), element("A", ""), complex("Elementa", ""), complex("ElementA", ""), complex("ElementAName", ""), `<xs:element name="head" type="xs:int"/><xs:element name="member" substitutionGroup="t:head"/>`, complex("headElement", seq(`<xs:element ref="t:head"/>`)))
	add("anonymous types", complex("a", seq(`<xs:element name="bc"><xs:complexType><xs:attribute name="x"/></xs:complexType></xs:element>`)), complex("aBc", ""), complex("ABc", ""), complex("ab", seq(`<xs:element name="c"><xs:complexType/></xs:element>`)), complex("AElement", ""), complex("abcElement", ""))
	add("members of structs", complex("a", seq(text("XMLExtra")+text("validate")+text("Validate")+text("checkXML")+text("xMLType")+text("xMLTable")+text("appendXML")+text("decodeXML")+text("decodeXMLElement")+text("marshalXML")+text("unmarshalXML")+text("value")+text("any")+text("content")+text("choice")+text("group"))+`<xs:attribute name="value"/><xs:attribute name="XMLExtra"/><xs:attribute name="anyAttrs"/><xs:anyAttribute/>`), `<xs:element name="v"><xs:complexType><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="value"/><xs:attribute name="Value"/><xs:attribute name="valueText"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>`)
	add("package names", complex("Client", ""), complex("NewClient", ""), complex("Operations", ""), complex("RegisterTypes", ""), complex("Registry", ""), complex("wire", ""), complex("init", ""), complex("main", ""), complex("string", seq(text("int")+text("error"))), complex("error", ""), complex("nil", ""))
	add("union members", simple("a", `<xs:union memberTypes="xs:int t:int t:known t:bool xs:boolean"><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:union>`), simple("int", `<xs:restriction base="xs:int"><xs:maxInclusive value="7"/></xs:restriction>`), simple("known", twoValues), simple("bool", `<xs:restriction base="xs:boolean"/>`), complex("x", seq(`<xs:element name="a" type="t:a"/>`)))
	add("twelve members", simple("a", `<xs:union>`+strings.Repeat(`<xs:simpleType>`+twoValues+`</xs:simpleType>`, 12)+`</xs:union>`), complex("x", seq(`<xs:element name="a" type="t:a"/>`)))
	add("value types", simple("Decimal", `<xs:restriction base="xs:decimal"><xs:minInclusive value="1"/></xs:restriction>`), simple("Date", `<xs:restriction base="xs:date"/>`), simple("String", `<xs:restriction base="xs:string"/>`), complex("Node", seq(`<xs:element name="Decimal" type="t:Decimal"/><xs:element name="Date" type="t:Date"/><xs:element name="String" type="t:String" nillable="true"/>`)))
	return append(all, manyPackages(), crossed())
}

// itemsNamed is an element for each name, with two sorts of items whose type has the name.
func itemsNamed(names ...string) string {
	var b strings.Builder
	for _, n := range names {
		b.WriteString(`<xs:complexType name="` + n + `"><xs:sequence><xs:element name="v" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType>`)
		b.WriteString(`<xs:element name="list` + n + `"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">`)
		b.WriteString(`<xs:element name="first` + n + `" type="t:` + n + `"/><xs:element name="second` + n + `" type="t:` + n + `"/>`)
		b.WriteString(`</xs:choice></xs:complexType></xs:element>`)
	}
	return b.String()
}
