package schemagen

import "fmt"

// schemaOf is a document with a namespace that imports others.
func schemaOf(name, space, prefixes, imports, inside string) File {
	return File{name, fmt.Sprintf(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace=%q %s elementFormDefault="qualified">%s%s</xs:schema>`, space, prefixes, imports, inside)}
}

func imports(space, file string) string {
	return fmt.Sprintf(`<xs:import namespace=%q schemaLocation=%q/>`, space, file)
}

// manyPackages has namespaces whose packages want one name, ten of them.
func manyPackages() Set {
	s := Set{Name: "names of packages"}
	all := ""
	for i := range 12 {
		space, file := fmt.Sprintf("urn:n%d:thing", i), fmt.Sprintf("n%d.xsd", i)
		s.Files = append(s.Files, schemaOf(file, space, `xmlns:thing="`+space+`"`, "", `<xs:element name="a"><xs:complexType><xs:attribute name="b"/></xs:complexType></xs:element>`))
		all += imports(space, file)
	}
	for i, space := range spaces {
		file := fmt.Sprintf("s%d.xsd", i)
		s.Files = append(s.Files, File{file, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="` + space + `" targetNamespace="` + space + `"><xs:element name="a"><xs:complexType><xs:attribute name="b" type="xs:double" default="INF"/></xs:complexType></xs:element></xs:schema>`})
		all += `<xs:import namespace="` + space + `" schemaLocation="` + file + `"/>`
	}
	s.Files = append(s.Files, schemaOf("z.xsd", "urn:z", "", all, ""))
	return s
}

// crossed has one local name from two namespaces, and in none, in one type.
func crossed() Set {
	other := schemaOf("b.xsd", "urn:b", `xmlns:b="urn:b"`, "", `<xs:element name="a" type="xs:int"/><xs:attribute name="a" type="xs:int"/><xs:element name="A" type="xs:int"/>`)
	main := File{"a.xsd", `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" xmlns:b="urn:b" targetNamespace="urn:t">` + imports("urn:b", "b.xsd") +
		`<xs:element name="a" type="xs:int"/><xs:attribute name="a" type="xs:int"/><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int"/><xs:element ref="t:a"/><xs:element ref="b:a"/><xs:element name="A" type="xs:int" minOccurs="0"/><xs:element ref="b:A" minOccurs="0"/></xs:sequence><xs:attribute name="a"/><xs:attribute ref="t:a"/><xs:attribute ref="b:a"/></xs:complexType></xs:element></xs:schema>`}
	return Set{"one name from three namespaces", []File{main, other}}
}

// Homes returns schemas of two namespaces in which one uses an anonymous part
// that the other declares: in a base type, a named group or an attribute group, a
// global element or attribute. Each stands in both orders of files and names.
func Homes() []Set {
	var list []Set
	for _, p := range []struct{ name, core, use string }{
		{"group of a base", `<xs:complexType name="base"><xs:sequence minOccurs="0" maxOccurs="unbounded">` + pairOf("") + `</xs:sequence></xs:complexType>`, extends("base")},
		{"choice of a base", `<xs:complexType name="base"><xs:choice>` + pairOf("") + `</xs:choice></xs:complexType>`, extends("base")},
		{"choices of a base", `<xs:complexType name="base"><xs:choice maxOccurs="unbounded">` + pairOf("") + `</xs:choice></xs:complexType>`, extends("base")},
		{"nested groups of a base", `<xs:complexType name="base"><xs:choice><xs:sequence><xs:element name="x"/><xs:sequence maxOccurs="unbounded">` + pairOf("") + `</xs:sequence></xs:sequence><xs:element name="y"/></xs:choice></xs:complexType>`, extends("base")},
		{"alternatives of a base", `<xs:complexType name="base"><xs:sequence maxOccurs="unbounded"><xs:choice>` + pairOf("") + `</xs:choice><xs:element name="z"/></xs:sequence></xs:complexType>`, extends("base")},
		{"a named group", `<xs:group name="g"><xs:sequence>` + pairOf("") + `</xs:sequence></xs:group>`, refersTo("g")},
		{"a group in a named group", `<xs:group name="g"><xs:sequence><xs:sequence maxOccurs="unbounded">` + pairOf("") + `</xs:sequence></xs:sequence></xs:group>`, refersTo("g")},
		{"a choice in a named group", `<xs:group name="g"><xs:sequence><xs:choice>` + pairOf("") + `</xs:choice><xs:sequence maxOccurs="2"><xs:element name="x"/><xs:element name="y"/></xs:sequence></xs:sequence></xs:group>`, refersTo("g")},
		{"groups in groups", `<xs:group name="h"><xs:choice>` + pairOf("") + `</xs:choice></xs:group><xs:group name="g"><xs:sequence><xs:group ref="c:h" maxOccurs="unbounded"/><xs:element name="x"/></xs:sequence></xs:group>`, refersTo("g")},
		{"an attribute group", `<xs:attributeGroup name="g"><xs:attribute name="at"><xs:simpleType>` + twoValues + `</xs:simpleType></xs:attribute></xs:attributeGroup>`, `<xs:complexType name="%s"><xs:attributeGroup ref="c:g"/></xs:complexType>`},
		{"a global attribute", `<xs:attribute name="at"><xs:simpleType>` + twoValues + `</xs:simpleType></xs:attribute>`, `<xs:complexType name="%s"><xs:attribute ref="c:at"/></xs:complexType>`},
		{"a global element", `<xs:element name="el"><xs:complexType>` + `<xs:choice>` + pairOf("") + `</xs:choice></xs:complexType></xs:element>`, `<xs:complexType name="%s"><xs:sequence><xs:element ref="c:el"/></xs:sequence></xs:complexType>`},
		{"a substitution group", `<xs:element name="el" type="c:val"/><xs:element name="em" type="c:val" substitutionGroup="c:el"/>`, `<xs:complexType name="%s"><xs:sequence><xs:element ref="c:el" maxOccurs="2"/></xs:sequence></xs:complexType>`},
		{"simple content", `<xs:complexType name="base"><xs:simpleContent><xs:restriction base="c:wide"><xs:simpleType>` + twoValues + `</xs:simpleType></xs:restriction></xs:simpleContent></xs:complexType><xs:complexType name="wide"><xs:simpleContent><xs:extension base="xs:string"/></xs:simpleContent></xs:complexType>`,
			`<xs:complexType name="%s"><xs:simpleContent><xs:extension base="c:base"><xs:attribute name="more"/></xs:extension></xs:simpleContent></xs:complexType>`},
	} {
		for _, n := range []struct{ core, app, names string }{{"urn:a-core", "urn:z-app", "zz"}, {"urn:z-core", "urn:a-app", "aa"}} {
			list = append(list, home(p.name+" used by "+n.app, n.core, n.app, p.core, fmt.Sprintf(p.use, n.names), n.names))
		}
	}
	return list
}

// pairOf are two elements, one with an anonymous type and one with a named one.
func pairOf(flags string) string {
	return `<xs:element name="k"` + flags + `><xs:complexType><xs:attribute name="n"><xs:simpleType>` + twoValues + `</xs:simpleType></xs:attribute></xs:complexType></xs:element><xs:element name="v" type="c:val"` + flags + `/>`
}

func extends(base string) string {
	return `<xs:complexType name="%s"><xs:complexContent><xs:extension base="c:` + base + `"><xs:sequence><xs:element name="own" type="xs:int" minOccurs="0"/></xs:sequence><xs:attribute name="more"/></xs:extension></xs:complexContent></xs:complexType>`
}

func refersTo(group string) string {
	return `<xs:complexType name="%s"><xs:sequence><xs:group ref="c:` + group + `" maxOccurs="3"/><xs:element name="own" type="xs:int"/></xs:sequence></xs:complexType>`
}

func home(name, core, app, declares, uses, local string) Set {
	c := schemaOf("core.xsd", core, `xmlns:c="`+core+`"`, "", declares+`<xs:complexType name="val"><xs:attribute name="a" type="xs:int"/></xs:complexType>`)
	a := schemaOf("app.xsd", app, `xmlns:c="`+core+`" xmlns:t="`+app+`"`, imports(core, "core.xsd"), uses+`<xs:element name="d" type="t:`+local+`"/><xs:element name="e"><xs:complexType><xs:sequence><xs:element name="in" type="t:`+local+`" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>`)
	return Set{name, []File{a, c}}
}
