package schemagen

import (
	"fmt"
	"strings"
)

// item is a simple type as item of lists and member of unions: how an
// attribute refers to them, or their declaration inside.
type item struct {
	name, ref, inside string
	list              bool
}

// simpleItems returns every built-in type as it is, restricted under a name,
// restricted without a name, and listing values; and lists and unions.
func simpleItems(b *strings.Builder) []item {
	var list []item
	for _, t := range builtins {
		if t.name == "ID" || t.name == "IDREF" || t.name == "anySimpleType" {
			continue
		}
		facets := facet("pattern", `[\s\S]*`)
		name := strings.ToLower(t.name)
		fmt.Fprintf(b, "<xs:simpleType name=\"%s-named\"><xs:restriction base=\"xs:%s\">%s</xs:restriction></xs:simpleType>\n", name, t.name, facets)
		isList := t.kind == listFacets
		list = append(list,
			item{name, "xs:" + t.name, "", isList},
			item{name + "-n", "t:" + name + "-named", "", isList},
			item{name + "-a", "", fmt.Sprintf("<xs:restriction base=\"xs:%s\">%s</xs:restriction>", t.name, facets), isList})
		if t.name != "boolean" {
			fmt.Fprintf(b, "<xs:simpleType name=\"%s-listed\"><xs:restriction base=\"xs:%s\">%s</xs:restriction></xs:simpleType>\n", name, t.name, facet("enumeration", t.texts[0]))
			list = append(list, item{name + "-e", "t:" + name + "-listed", "", isList})
		}
	}
	b.WriteString(`<xs:simpleType name="a-union"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType>
<xs:simpleType name="a-narrow-union"><xs:restriction base="t:a-union"><xs:enumeration value="1"/><xs:enumeration value="2026-01-01"/></xs:restriction></xs:simpleType>
<xs:simpleType name="a-list"><xs:list itemType="xs:int"/></xs:simpleType>
<xs:simpleType name="a-short-list"><xs:restriction base="t:a-list"><xs:maxLength value="2"/></xs:restriction></xs:simpleType>
<xs:simpleType name="below"><xs:restriction base="t:token-listed"/></xs:simpleType>
`)
	return append(list,
		item{"union", "t:a-union", "", false}, item{"narrow", "t:a-narrow-union", "", false}, item{"list", "t:a-list", "", true},
		item{"short-list", "t:a-short-list", "", true}, item{"below", "t:below", "", false},
		item{"anonymous-union", "", `<xs:union memberTypes="xs:int xs:hexBinary"/>`, false}, item{"anonymous-list", "", `<xs:list itemType="xs:time"/>`, true})
}

// ListsAndUnions returns lists and unions over every kind of simple type, under a
// name and without, as attributes, elements and simple content: once, repeated
// and nillable.
func ListsAndUnions() []Set {
	var lists, unions strings.Builder
	for _, i := range simpleItems(&lists) {
		if !i.list {
			places(&lists, i.name, i.listed())
		}
	}
	for _, i := range simpleItems(&unions) {
		places(&unions, i.name, i.union())
	}
	return []Set{one("lists", lists.String()), one("unions", unions.String())}
}

func (i item) listed() string {
	if i.inside != "" {
		return "<xs:list><xs:simpleType>" + i.inside + "</xs:simpleType></xs:list>"
	}
	return "<xs:list" + attr("itemType", i.ref) + "/>"
}

func (i item) union() string {
	if i.inside != "" {
		return "<xs:union memberTypes=\"xs:NMTOKEN\"><xs:simpleType>" + i.inside + "</xs:simpleType></xs:union>"
	}
	return "<xs:union" + attr("memberTypes", i.ref+" xs:NMTOKEN") + "/>"
}

// places declares a type and an element that has it in every place.
func places(b *strings.Builder, name, inside string) {
	fmt.Fprintf(b, "<xs:simpleType name=%q>%s</xs:simpleType>\n", "x-"+name, inside)
	anonymous := "<xs:simpleType>" + inside + "</xs:simpleType>"
	fmt.Fprintf(b, `<xs:element name="r-%s"><xs:complexType><xs:sequence>
<xs:element name="one" type="t:x-%[1]s"/><xs:element name="opt" type="t:x-%[1]s" minOccurs="0"/><xs:element name="many" type="t:x-%[1]s" maxOccurs="2"/>
<xs:element name="nil" type="t:x-%[1]s" nillable="true"/><xs:element name="nils" type="t:x-%[1]s" nillable="true" maxOccurs="2"/>
<xs:element name="aone">%[2]s</xs:element><xs:element name="aopt" minOccurs="0">%[2]s</xs:element><xs:element name="amany" maxOccurs="2">%[2]s</xs:element>
<xs:element name="anil" nillable="true">%[2]s</xs:element><xs:element name="anils" nillable="true" maxOccurs="2">%[2]s</xs:element>
<xs:element name="text"><xs:complexType><xs:simpleContent><xs:extension base="t:x-%[1]s"><xs:attribute name="at" type="t:x-%[1]s"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
</xs:sequence><xs:attribute name="at" type="t:x-%[1]s"/><xs:attribute name="must" type="t:x-%[1]s" use="required"/><xs:attribute name="aat">%[2]s</xs:attribute></xs:complexType></xs:element>
`, name, anonymous)
}
