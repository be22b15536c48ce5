package corpora_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/validate"
)

// nameTypes are types T whose texts have qualified names in them, with values: the
// prefixes p and q stand for one namespace, o for another.
var nameTypes = []struct{ name, types, values string }{
	{"name", `<xs:simpleType name="T"><xs:restriction base="xs:QName"/></xs:simpleType>`, "p:a,q:a,o:a,a,p:b"},
	{"namepattern", `<xs:simpleType name="T"><xs:restriction base="xs:QName"><xs:pattern value="(p:|q:)?[a-f]"/></xs:restriction></xs:simpleType>`, "p:a,q:a,o:a,a,p:b,p:z"},
	{"nameblank", `<xs:simpleType name="T"><xs:restriction base="xs:QName"><xs:pattern value="[a-z: ]*"/></xs:restriction></xs:simpleType>`, "p:a,,a b"},
	{"nameenum", `<xs:simpleType name="T"><xs:restriction base="xs:QName"><xs:enumeration value="p:a"/><xs:enumeration value="o:b"/></xs:restriction></xs:simpleType>`, "p:a,q:a,o:a,o:b,p:b"},
	{"list", `<xs:simpleType name="T"><xs:list itemType="xs:QName"/></xs:simpleType>`, "p:a,q:a o:b,,a p:a,p:b p:a"},
	{"listlength", `<xs:simpleType name="L"><xs:list itemType="xs:QName"/></xs:simpleType><xs:simpleType name="T"><xs:restriction base="L"><xs:length value="2"/></xs:restriction></xs:simpleType>`, "p:a o:b,p:a,q:a o:b,,a p:a p:b"},
	{"listpattern", `<xs:simpleType name="L"><xs:list itemType="xs:QName"/></xs:simpleType><xs:simpleType name="T"><xs:restriction base="L"><xs:pattern value="[p-q]:[a-z]( [a-z:]+)?"/></xs:restriction></xs:simpleType>`, "p:a,q:a,p:a o:b,q:a o:b,o:b p:a,a p:a"},
	{"listenum", `<xs:simpleType name="L"><xs:list itemType="xs:QName"/></xs:simpleType><xs:simpleType name="T"><xs:restriction base="L"><xs:enumeration value="p:a o:b"/><xs:enumeration value="p:a"/></xs:restriction></xs:simpleType>`, "p:a,q:a,p:a o:b,q:a o:b,o:b p:a,a p:a"},
	{"listboth", `<xs:simpleType name="L"><xs:list itemType="xs:QName"/></xs:simpleType><xs:simpleType name="T"><xs:restriction base="L"><xs:pattern value=".*[ab]"/><xs:enumeration value="p:a o:b"/><xs:enumeration value="p:a"/><xs:enumeration value="p:a p:z"/></xs:restriction></xs:simpleType>`, "p:a,q:a,p:a o:b,q:a o:b,o:b p:a,p:a p:z"},
	{"listofpattern", `<xs:simpleType name="I"><xs:restriction base="xs:QName"><xs:pattern value="[pq]:.*"/></xs:restriction></xs:simpleType><xs:simpleType name="L"><xs:list itemType="I"/></xs:simpleType><xs:simpleType name="T"><xs:restriction base="L"><xs:pattern value=".*a"/></xs:restriction></xs:simpleType>`, "p:a,q:a,p:b p:a,o:a p:a,a,p:a p:b"},
	{"listofenum", `<xs:simpleType name="I"><xs:restriction base="xs:QName"><xs:enumeration value="p:a"/><xs:enumeration value="o:b"/></xs:restriction></xs:simpleType><xs:simpleType name="L"><xs:list itemType="I"/></xs:simpleType><xs:simpleType name="T"><xs:restriction base="L"><xs:pattern value=".*[ab]"/></xs:restriction></xs:simpleType>`, "p:a,q:a,o:b p:a,o:a p:a,a"},
	{"union", `<xs:simpleType name="T"><xs:union memberTypes="xs:int xs:QName"/></xs:simpleType>`, "p:a,q:a,12,012,a,-"},
	{"unionpattern", `<xs:simpleType name="U"><xs:union memberTypes="xs:int xs:QName"/></xs:simpleType><xs:simpleType name="T"><xs:restriction base="U"><xs:pattern value="p:.|[0-9]+"/></xs:restriction></xs:simpleType>`, "p:a,q:a,12,012,a,-1"},
	{"unionenum", `<xs:simpleType name="U"><xs:union memberTypes="xs:int xs:QName"/></xs:simpleType><xs:simpleType name="T"><xs:restriction base="U"><xs:enumeration value="p:a"/><xs:enumeration value="12"/></xs:restriction></xs:simpleType>`, "p:a,q:a,o:a,12,012,a,13"},
	{"unionoflist", `<xs:simpleType name="L"><xs:list itemType="xs:QName"/></xs:simpleType><xs:simpleType name="T"><xs:union memberTypes="xs:int L"/></xs:simpleType>`, "p:a,q:a o:b,12,012,a p:a,1 2"},
	{"unionoflistenum", `<xs:simpleType name="L"><xs:list itemType="xs:QName"/></xs:simpleType><xs:simpleType name="U"><xs:union memberTypes="xs:int L"/></xs:simpleType><xs:simpleType name="T"><xs:restriction base="U"><xs:enumeration value="p:a o:b"/><xs:enumeration value="7"/></xs:restriction></xs:simpleType>`, "p:a o:b,q:a o:b,7,07,p:a,8"},
	{"listofunion", `<xs:simpleType name="U"><xs:union memberTypes="xs:int xs:QName"/></xs:simpleType><xs:simpleType name="T"><xs:list itemType="U"/></xs:simpleType>`, "p:a 1,q:a o:b,12,012 p:a,a p:a,1 - 2"},
	{"listofunionpattern", `<xs:simpleType name="U"><xs:union memberTypes="xs:int xs:QName"/></xs:simpleType><xs:simpleType name="L"><xs:list itemType="U"/></xs:simpleType><xs:simpleType name="T"><xs:restriction base="L"><xs:pattern value="[pq]:a .*|[0-9]+"/></xs:restriction></xs:simpleType>`, "p:a 1,q:a o:b,12,012 p:a,a p:a"},
	{"listofunionenum", `<xs:simpleType name="U"><xs:union memberTypes="xs:int xs:QName"/></xs:simpleType><xs:simpleType name="L"><xs:list itemType="U"/></xs:simpleType><xs:simpleType name="T"><xs:restriction base="L"><xs:enumeration value="p:a 1"/><xs:enumeration value="2"/></xs:restriction></xs:simpleType>`, "p:a 1,q:a 01,2,02,o:a 1"},
}

// nameRoots are root elements in which a value of T stands: $C is what the schema
// says of it, a fixed value or a default.
const nameRoots = `
	<xs:element name="optional"><xs:complexType><xs:attribute name="a" type="T"$C/></xs:complexType></xs:element>
	<xs:element name="required"><xs:complexType><xs:attribute name="a" type="T" use="required"$R/></xs:complexType></xs:element>
	<xs:element name="element"><xs:complexType><xs:sequence><xs:element name="e" type="T"$C/></xs:sequence></xs:complexType></xs:element>
	<xs:element name="several"><xs:complexType><xs:sequence><xs:element name="e" type="T" maxOccurs="3"$C/></xs:sequence></xs:complexType></xs:element>
	<xs:element name="nillable"><xs:complexType><xs:sequence><xs:element name="e" type="T" nillable="true"$C/></xs:sequence></xs:complexType></xs:element>
	<xs:complexType name="Content"><xs:simpleContent><xs:extension base="T"><xs:attribute name="x"/></xs:extension></xs:simpleContent></xs:complexType>
	<xs:element name="content" type="Content"$C/>
	<xs:complexType name="Void"><xs:simpleContent><xs:extension base="T"/></xs:simpleContent></xs:complexType>
	<xs:element name="void" type="Void" nillable="true"$C/>
	<xs:element name="within"><xs:complexType><xs:sequence><xs:element name="e" type="Content"$C/></xs:sequence></xs:complexType></xs:element>
	<xs:element name="among"><xs:complexType><xs:choice maxOccurs="unbounded"><xs:element name="e" type="T"$C/><xs:element name="f" type="xs:int"/></xs:choice></xs:complexType></xs:element>`

// nameDocs are documents for the roots with a value.
func nameDocs(value string) (docs []string) {
	const scope = ` xmlns="urn:c" xmlns:p="urn:p" xmlns:q="urn:p" xmlns:o="urn:o" ` + xsiDeclared
	for _, doc := range []string{
		`<optional a="V"/>`, `<optional/>`, `<required a="V"/>`, `<element><e>V</e></element>`, `<several><e>V</e><e>V</e></several>`,
		`<nillable><e>V</e></nillable>`, `<nillable><e xsi:nil="true"/></nillable>`, `<content x="1">V</content>`, `<void>V</void>`, `<void xsi:nil="true"/>`,
		`<within><e>V</e></within>`, `<among><f>1</f><e>V</e></among>`,
	} {
		at := strings.IndexAny(doc, " />")
		docs = append(docs, doc[:at]+scope+strings.ReplaceAll(doc[at:], "V", value))
	}
	return docs
}

// emptyNameDocs are documents whose elements are empty, and in which the prefixes of the
// schema stand for something else.
func emptyNameDocs() (docs []string) {
	const scope = ` xmlns="urn:c" xmlns:p="urn:o" xmlns:q="urn:p" xmlns:o="urn:z"`
	for _, doc := range []string{
		`<element><e/></element>`, `<several><e/><e>q:a</e><e></e></several>`, `<nillable><e/></nillable>`, `<content/>`, `<void/>`,
		`<within><e/></within>`, `<among><e/><f>1</f><e/></among>`,
	} {
		at := strings.IndexAny(doc, " />")
		docs = append(docs, doc[:at]+scope+doc[at:])
	}
	return docs
}

// nameSchemas are schemas of each type of names, as it is, with a fixed value and
// with a default, and documents of each.
func nameSchemas() (list []sample) {
	for _, n := range nameTypes {
		values := strings.Split(n.values, ",")
		for _, use := range []string{"", "fixed", "default"} {
			constraint, required := "", ""
			if use != "" {
				constraint = fmt.Sprintf(` %s="%s"`, use, values[0])
			}
			if use == "fixed" {
				required = constraint
			}
			s := sample{name: n.name + use}
			s.schema = strings.Replace(schemaOf(n.types+strings.NewReplacer("$C", constraint, "$R", required).Replace(nameRoots)), "<xs:schema", `<xs:schema xmlns:p="urn:p" xmlns:o="urn:o"`, 1)
			for _, v := range values {
				s.docs = append(s.docs, nameDocs(v)...)
			}
			s.docs = append(s.docs, emptyNameDocs()...)
			list = append(list, s)
		}
	}
	return list
}

// TestNamesInTextAreNames has types of text with qualified names in each place.
// Documents survive with their prefixes, Validate says of them what the schema
// says, and what is written of a new value is valid exactly when Validate says so.
func TestNamesInTextAreNames(t *testing.T) {
	samples := inTurn(nameSchemas(), 2)
	m, list := moduleOf(t, samples)
	news := m.fresh(t, list)
	for i, b := range list {
		t.Run(b.name, func(t *testing.T) {
			if b.broken {
				t.Fatal("not built")
			}
			v := validate.New(b.schema, validate.Options{})
			b.tryBoth(t, m, v, samples[i].docs)
			for _, r := range news[b] {
				valid := r.Error == "" && v.ValidateBytes([]byte(r.Doc), "new").Valid()
				if valid != (r.Invalid == "") {
					t.Errorf("a new %s %s is valid: %v, Validate says: %s\n%s%s", r.Name, r.Item, valid, r.Invalid, r.Error, r.Doc)
				}
			}
		})
	}
}

// tryBoth takes documents on their way: valid ones survive, and Validate finds what
// is wrong with the others, where reading does not.
func (b *bound) tryBoth(t *testing.T, m *module, v *validate.Validator, texts []string) {
	var right, wrong []*document
	for i, text := range texts {
		root := slices.IndexFunc(b.roots, func(r *plan.Root) bool { return r.Name.Local == rootLocal(text) })
		d := &document{name: fmt.Sprint("document ", i), root: root, data: []byte(text)}
		if v.ValidateBytes(d.data, "document").Valid() {
			right = append(right, d)
		} else {
			wrong = append(wrong, d)
		}
	}
	if len(right) == 0 {
		t.Error("no document is valid")
	}
	right = withNotes(right)
	m.travel(t, b, slices.Concat(right, wrong))
	b.judge(t, v, right)
	for _, d := range wrong {
		if d.problem == "" && d.refused == "" && !v.ValidateBytes(d.result, "result").Valid() {
			t.Errorf("neither reading nor Validate finds anything wrong:\n%s\n%s", d.data, d.result)
		}
	}
}

// TestValuesTakeThePrefixOfAttributes has elements in which a value needs, for another
// namespace, the prefix that an attribute before it is written with.
func TestValuesTakeThePrefixOfAttributes(t *testing.T) {
	s := sample{name: "prefixes", schema: schemaOf(`<xs:attribute name="g" type="xs:string"/>
		<xs:simpleType name="U"><xs:union memberTypes="xs:int xs:QName"/></xs:simpleType>
		<xs:complexType name="T"><xs:attribute ref="g"/><xs:attribute name="u" type="U"/><xs:anyAttribute namespace="##other" processContents="lax"/></xs:complexType>
		<xs:complexType name="S"><xs:complexContent><xs:extension base="T"/></xs:complexContent></xs:complexType>
		<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="e" type="T" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element>`)}
	for _, p := range []string{"c", "t", "ns", "cns", "tns", "n0", "n1", "a"} {
		for _, e := range []string{`q:g="1" u="%s:x"`, `q:g="a %[1]s b" u="%[1]s:x"`, `xsi:type="q:S" q:g="1" u="%s:x"`, `q:g="1" z:v="%s:x" xmlns:z="urn:z"`} {
			for _, scope := range []string{` xmlns="urn:c"`, ` xmlns:w="urn:c"`} {
				root := "r"
				inner := "e"
				if strings.Contains(scope, ":w") {
					root, inner = "w:r", "w:e"
				}
				s.docs = append(s.docs, fmt.Sprintf(`<%[1]s%[2]s `+xsiDeclared+`><%[3]s/><%[3]s xmlns:q="urn:c" xmlns:%[4]s="urn:o" %[5]s/><%[3]s/></%[1]s>`, root, scope, inner, p, fmt.Sprintf(e, p)))
			}
		}
	}
	m, list := moduleOf(t, []sample{s})
	for _, b := range list {
		if b.broken {
			t.Fatal("not built")
		}
		b.tryBoth(t, m, validate.New(b.schema, validate.Options{}), s.docs)
	}
}
