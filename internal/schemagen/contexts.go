package schemagen

import (
	"fmt"
	"strings"
)

// typeKind is a kind of type an element can have: what declares it, and how an
// element refers to it.
type typeKind struct{ name, declares, attrs, child string }

const shape = `<xs:complexType name="shape" abstract="true"><xs:attribute name="id" type="xs:int"/></xs:complexType>
<xs:complexType name="circle"><xs:complexContent><xs:extension base="t:shape"><xs:sequence><xs:element name="r" type="xs:int" minOccurs="0"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
`

var typeKinds = []typeKind{
	{"string", "", ` type="xs:string"`, ""},
	{"int", "", ` type="xs:int"`, ""},
	{"decimal", "", ` type="xs:decimal"`, ""},
	{"boolean", "", ` type="xs:boolean"`, ""},
	{"qname", "", ` type="xs:QName"`, ""},
	{"hex", "", ` type="xs:hexBinary"`, ""},
	{"nmtokens", "", ` type="xs:NMTOKENS"`, ""},
	{"enumeration", `<xs:simpleType name="s"><xs:restriction base="xs:token"><xs:enumeration value="on"/><xs:enumeration value="off"/></xs:restriction></xs:simpleType>`, ` type="t:s"`, ""},
	{"faceted", `<xs:simpleType name="s"><xs:restriction base="xs:int"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>`, ` type="t:s"`, ""},
	{"anonymous-simple", "", "", `<xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="9"/></xs:restriction></xs:simpleType>`},
	{"anonymous-enumeration", "", "", `<xs:simpleType><xs:restriction base="xs:int"><xs:enumeration value="1"/><xs:enumeration value="2"/></xs:restriction></xs:simpleType>`},
	{"list", `<xs:simpleType name="s"><xs:list itemType="xs:double"/></xs:simpleType>`, ` type="t:s"`, ""},
	{"union", `<xs:simpleType name="s"><xs:union memberTypes="xs:int xs:date xs:NMTOKENS"/></xs:simpleType>`, ` type="t:s"`, ""},
	{"anonymous-list", "", "", `<xs:simpleType><xs:list itemType="xs:date"/></xs:simpleType>`},
	{"anonymous-union", "", "", `<xs:simpleType><xs:union memberTypes="xs:int xs:boolean"/></xs:simpleType>`},
	{"complex", `<xs:complexType name="c"><xs:sequence><xs:element name="in" type="xs:int" minOccurs="0"/></xs:sequence><xs:attribute name="id" type="xs:int"/></xs:complexType>`, ` type="t:c"`, ""},
	{"empty", `<xs:complexType name="c"/>`, ` type="t:c"`, ""},
	{"attributes", `<xs:complexType name="c"><xs:attribute name="id" type="xs:int" use="required"/></xs:complexType>`, ` type="t:c"`, ""},
	{"simple-content", `<xs:complexType name="c"><xs:simpleContent><xs:extension base="xs:date"><xs:attribute name="id" type="xs:int"/></xs:extension></xs:simpleContent></xs:complexType>`, ` type="t:c"`, ""},
	{"list-content", `<xs:complexType name="c"><xs:simpleContent><xs:extension base="xs:NMTOKENS"><xs:attribute name="id" type="xs:int"/></xs:extension></xs:simpleContent></xs:complexType>`, ` type="t:c"`, ""},
	{"mixed", `<xs:complexType name="c" mixed="true"><xs:sequence><xs:element name="b" type="xs:string" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>`, ` type="t:c"`, ""},
	{"anonymous-complex", "", "", `<xs:complexType><xs:sequence><xs:element name="in" type="xs:int"/></xs:sequence></xs:complexType>`},
	{"abstract", shape, ` type="t:shape"`, ""},
	{"derived", shape, ` type="t:circle"`, ""},
	{"abstract-content", `<xs:complexType name="c" abstract="true"><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent></xs:complexType>
<xs:complexType name="d"><xs:simpleContent><xs:extension base="t:c"><xs:attribute name="id"/></xs:extension></xs:simpleContent></xs:complexType>`, ` type="t:c"`, ""},
	{"abstract-mixed", `<xs:complexType name="c" abstract="true" mixed="true"/>
<xs:complexType name="d"><xs:complexContent mixed="true"><xs:extension base="t:c"><xs:attribute name="id"/></xs:extension></xs:complexContent></xs:complexType>`, ` type="t:c"`, ""},
	{"any", "", ` type="xs:anyType"`, ""},
	{"any-simple", "", ` type="xs:anySimpleType"`, ""},
	{"wildcard", `<xs:complexType name="c"><xs:sequence><xs:any namespace="urn:else" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence><xs:anyAttribute namespace="##other" processContents="lax"/></xs:complexType>`, ` type="t:c"`, ""},
	{"recursive", `<xs:complexType name="c"><xs:sequence><xs:element name="in" type="t:c" minOccurs="0"/></xs:sequence></xs:complexType>`, ` type="t:c"`, ""},
}

// contexts are where an element can stand, as the content of a complex type: %s
// is the element with its occurrence, %[2]s that without.
var contexts = []struct{ name, content string }{
	{"local", `<xs:sequence>%s</xs:sequence>`},
	{"between", `<xs:sequence><xs:element name="before" type="xs:int"/>%s<xs:element name="after" type="xs:int" minOccurs="0"/></xs:sequence>`},
	{"choice", `<xs:choice>%s<xs:element name="other" type="xs:int"/></xs:choice>`},
	{"choices", `<xs:choice minOccurs="0" maxOccurs="unbounded">%s<xs:element name="other" type="xs:int"/></xs:choice>`},
	{"branch", `<xs:choice><xs:sequence>%s<xs:element name="more" type="xs:int"/></xs:sequence><xs:element name="other" type="xs:int"/></xs:choice>`},
	{"group", `<xs:sequence maxOccurs="unbounded">%s<xs:element name="more" type="xs:int"/></xs:sequence>`},
	{"optional-group", `<xs:sequence minOccurs="0"><xs:sequence>%s</xs:sequence><xs:element name="more" type="xs:int"/></xs:sequence>`},
	{"deep", `<xs:sequence maxOccurs="unbounded"><xs:choice><xs:sequence maxOccurs="2">%s<xs:element name="more" type="xs:int"/></xs:sequence><xs:element name="other" type="xs:int"/></xs:choice></xs:sequence>`},
	{"twice", `<xs:sequence>%[2]s<xs:element name="other" type="xs:int"/>%[2]s</xs:sequence>`},
}

// Contexts returns every kind of type in every context: as a local element,
// referred to, as the head of a substitution group, in sequences, choices,
// groups, extended, once, optional, repeated, nillable or not. A set has one kind
// of type.
func Contexts() []Set {
	var list []Set
	for _, k := range typeKinds {
		list = append(list, k.set())
	}
	return list
}

func (k typeKind) set() Set {
	var b strings.Builder
	b.WriteString(k.declares)
	for _, nillable := range []string{"", ` nillable="true"`} {
		n := len(nillable) / 10
		fmt.Fprintf(&b, "<xs:element name=\"ref%d\"%s%s>%s</xs:element>\n", n, k.attrs, nillable, k.child)
		fmt.Fprintf(&b, "<xs:element name=\"head%d\"%s%s>%s</xs:element>\n", n, k.attrs, nillable, k.child)
		if k.child == "" {
			fmt.Fprintf(&b, "<xs:element name=\"member%d\"%s substitutionGroup=\"t:head%[1]d\"/>\n", n, k.attrs)
		}
		local := "<xs:element name=\"e\"" + k.attrs + nillable + "%s>" + k.child + "</xs:element>"
		ref := fmt.Sprintf("<xs:element ref=\"t:ref%d\"", n) + "%s/>"
		head := fmt.Sprintf("<xs:element ref=\"t:head%d\"", n) + "%s/>"
		for i, form := range []string{local, ref, head} {
			k.contexts(&b, fmt.Sprintf("%s%d", []string{"local", "ref", "head"}[i], n), form)
		}
	}
	return one("contexts "+k.name, b.String())
}

// contexts writes a type for each context and occurrence, one that extends it,
// and an element of each.
func (k typeKind) contexts(b *strings.Builder, prefix, form string) {
	for _, c := range contexts {
		if c.name == "twice" && k.child != "" {
			continue // two anonymous types are not one
		}
		for i, occurs := range []string{"", ` minOccurs="0"`, ` minOccurs="0" maxOccurs="unbounded"`} {
			if c.name == "twice" && i > 0 {
				continue
			}
			name := fmt.Sprintf("%s-%s-%d", prefix, c.name, i)
			content := strings.ReplaceAll(strings.ReplaceAll(c.content, "%[2]s", fmt.Sprintf(form, "")), "%s", fmt.Sprintf(form, occurs))
			fmt.Fprintf(b, "<xs:complexType name=%q>%s</xs:complexType>\n<xs:element name=%[1]q type=\"t:%[1]s\"/>\n", name, content)
		}
		fmt.Fprintf(b, "<xs:complexType name=\"%s-%s-x\"><xs:complexContent><xs:extension base=\"t:%[1]s-%[2]s-0\"><xs:sequence><xs:element name=\"last\" type=\"xs:int\"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>\n", prefix, c.name)
		fmt.Fprintf(b, "<xs:element name=\"%s-%s-x\" type=\"t:%[1]s-%[2]s-x\"/>\n", prefix, c.name)
	}
	fmt.Fprintf(b, "<xs:group name=\"g-%s\"><xs:sequence>%s</xs:sequence></xs:group>\n", prefix, fmt.Sprintf(form, ""))
	fmt.Fprintf(b, "<xs:element name=\"%s-named\"><xs:complexType><xs:sequence><xs:group ref=\"t:g-%[1]s\" minOccurs=\"0\" maxOccurs=\"unbounded\"/></xs:sequence></xs:complexType></xs:element>\n", prefix)
	fmt.Fprintf(b, "<xs:element name=\"%s-all\"><xs:complexType><xs:all>%s<xs:element name=\"z\" type=\"xs:int\"/></xs:all></xs:complexType></xs:element>\n", prefix, fmt.Sprintf(form, ` minOccurs="0"`))
}
