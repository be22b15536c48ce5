package schemagen

import "strings"

// itemTypes are the types of a namespace whose elements stand in lists.
const itemTypes = `<xs:simpleType name="word"><xs:restriction base="xs:token"><xs:enumeration value="one"/><xs:enumeration value="two"/></xs:restriction></xs:simpleType>` +
	`<xs:simpleType name="words"><xs:list itemType="c:word"/></xs:simpleType>` +
	`<xs:simpleType name="either"><xs:union memberTypes="xs:int c:word"/></xs:simpleType>` +
	`<xs:complexType name="shared"><xs:sequence><xs:element name="in" type="xs:int" minOccurs="0"/></xs:sequence><xs:attribute name="n"/></xs:complexType>` +
	`<xs:complexType name="lone"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="unit" use="required"/></xs:extension></xs:simpleContent></xs:complexType>` +
	`<xs:complexType name="open" abstract="true"/>` +
	`<xs:complexType name="closed"><xs:complexContent><xs:extension base="c:open"><xs:attribute name="n" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType>`

// itemElements are an element of each kind that can be an item.
const itemElements = `<xs:element name="text" type="xs:string"/>` +
	`<xs:element name="number" type="xs:int"/>` +
	`<xs:element name="date" type="xs:date"/>` +
	`<xs:element name="bytes" type="xs:hexBinary"/>` +
	`<xs:element name="word" type="c:word"/>` +
	`<xs:element name="words" type="c:words"/>` +
	`<xs:element name="either" type="c:either"/>` +
	`<xs:element name="defaulted" type="xs:string" default="none"/>` +
	`<xs:element name="fixed" type="xs:int" fixed="7"/>` +
	`<xs:element name="nothing" type="xs:date" nillable="true"/>` +
	`<xs:element name="any"/>` +
	`<xs:element name="first" type="c:shared"/>` +
	`<xs:element name="second" type="c:shared"/>` +
	`<xs:element name="nilled" type="c:shared" nillable="true"/>` +
	`<xs:element name="lone" type="c:lone"/>` +
	`<xs:element name="amount" type="c:lone" fixed="1.5"/>` +
	`<xs:element name="open" type="c:open"/>` +
	`<xs:element name="anonymous"><xs:complexType><xs:choice minOccurs="0"><xs:element name="a"/><xs:element name="b"/></xs:choice><xs:attribute name="n"/></xs:complexType></xs:element>` +
	`<xs:element name="empty"><xs:complexType/></xs:element>` +
	`<xs:element name="prose"><xs:complexType mixed="true"><xs:attribute name="n"/></xs:complexType></xs:element>` +
	`<xs:element name="nested"><xs:complexType mixed="true"><xs:group ref="c:all" minOccurs="0" maxOccurs="unbounded"/></xs:complexType></xs:element>` +
	`<xs:element name="head" type="c:shared"/>` +
	`<xs:element name="member" type="c:shared" substitutionGroup="c:head"/>`

// refs are references to elements, by names with spaces between.
func refs(names string) string {
	var b strings.Builder
	for name := range strings.FieldsSeq(names) {
		b.WriteString(`<xs:element ref="c:` + name + `"/>`)
	}
	return b.String()
}

const (
	someItems  = "text number words first second anonymous prose"
	otherItems = "date bytes word either defaulted fixed nothing any nilled lone amount open empty nested head"
)

// itemGroups are named groups of them: a choice, one of groups, one that shares
// elements with another, one with a wildcard, one of sequences, one of elements of its own.
func itemGroups() string {
	group := func(name, inside string) string { return `<xs:group name="` + name + `">` + inside + `</xs:group>` }
	choice := func(inside string) string { return `<xs:choice>` + inside + `</xs:choice>` }
	return group("some", choice(refs(someItems))) +
		group("other", choice(refs(otherItems))) +
		group("all", choice(`<xs:group ref="c:some"/><xs:group ref="c:other"/>`)) +
		group("few", choice(refs("text first date"))) +
		group("wild", choice(refs("number second")+`<xs:any namespace="##other" processContents="lax"/>`)) +
		group("pairs", choice(`<xs:sequence>`+refs("text number")+`</xs:sequence><xs:sequence>`+refs("date word")+`</xs:sequence>`)) +
		group("local", choice(`<xs:element name="text" type="xs:int"/><xs:element name="own"><xs:complexType><xs:attribute name="n"/></xs:complexType></xs:element><xs:element name="same" type="c:shared"/>`))
}

// Items returns schemas in which elements of each kind stand side by side: in
// named groups that occur once and many times, in choices, in mixed content. The
// groups are at home in the namespace that uses them or in another.
func Items() []Set {
	use := func(p, ref string) string { return `<xs:complexType name="` + p + `">` + ref + `</xs:complexType>` }
	many := ` minOccurs="0" maxOccurs="unbounded"`
	ref := func(name, occurs string) string { return `<xs:group ref="c:` + name + `"` + occurs + `/>` }
	mixed := func(name, inside string) string {
		return `<xs:complexType name="` + name + `" mixed="true">` + inside + `</xs:complexType>`
	}
	types := use("once", `<xs:sequence>`+ref("some", "")+refs("date")+`</xs:sequence>`) +
		use("maybe", `<xs:sequence>`+ref("all", ` minOccurs="0"`)+`</xs:sequence>`) +
		use("list", ref("all", many)) +
		use("bounded", ref("some", ` minOccurs="2" maxOccurs="4"`)) +
		use("between", `<xs:sequence>`+refs("date")+ref("some", many)+refs("word")+ref("some", ` maxOccurs="unbounded"`)+refs("head")+`</xs:sequence>`) +
		use("both", `<xs:choice`+many+`>`+ref("some", "")+refs("head date")+`</xs:choice>`) +
		use("shared", ref("few", many)) +
		use("wildly", ref("wild", many)) +
		use("paired", ref("pairs", many)) +
		use("locally", ref("local", many)) +
		use("heads", `<xs:sequence>`+strings.ReplaceAll(refs("head"), "/>", ` maxOccurs="3"/>`)+`</xs:sequence>`) +
		mixed("prose", ref("all", many)) +
		mixed("ordered", `<xs:sequence>`+refs("date")+ref("some", many)+refs("word")+`</xs:sequence>`) +
		mixed("wild", ref("wild", many)) +
		mixed("local", ref("local", many)) +
		mixed("paired2", ref("pairs", many)) +
		mixed("bare", ``) +
		mixed("base", `<xs:choice`+many+`>`+refs("text first")+`</xs:choice>`) +
		`<xs:complexType name="more" mixed="true"><xs:complexContent><xs:extension base="t:base"><xs:choice` + many + `>` + refs("number prose head") + `</xs:choice></xs:extension></xs:complexContent></xs:complexType>`
	roots := ""
	for _, name := range []string{"once", "maybe", "list", "bounded", "between", "both", "shared", "wildly", "paired", "locally", "heads", "prose", "ordered", "wild", "local", "paired2", "bare", "base", "more"} {
		roots += `<xs:element name="r-` + name + `" type="t:` + name + `"/>`
	}
	// In one namespace the types of both would meet.
	one := strings.NewReplacer(`name="shared"><xs:group`, `name="sharing"><xs:group`, `type="t:shared"`, `type="t:sharing"`, `name="r-shared"`, `name="r-sharing"`).Replace(types + roots)
	return []Set{
		{"items of one namespace", []File{{"a.xsd", `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:a" xmlns:t="urn:a" targetNamespace="urn:a" elementFormDefault="qualified">` + itemTypes + itemElements + itemGroups() + one + `</xs:schema>`}}},
		{"items of another namespace", []File{
			schemaOf("a.xsd", "urn:z-app", `xmlns:c="urn:core" xmlns:t="urn:z-app"`, imports("urn:core", "c.xsd"), types+roots),
			schemaOf("c.xsd", "urn:core", `xmlns:c="urn:core"`, "", itemTypes+itemElements+itemGroups()),
		}},
		{"items of a namespace without a form", []File{{"a.xsd", `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:a" xmlns:t="urn:a" targetNamespace="urn:a">` + itemTypes + itemElements + itemGroups() + one + `</xs:schema>`}}},
	}
}
