package corpora_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
)

const (
	listed = `<xs:simpleType><xs:restriction base="xs:token"><xs:enumeration value="on"/><xs:enumeration value="off"/></xs:restriction></xs:simpleType>`
	years  = `<xs:simpleType><xs:restriction base="xs:gYear"><xs:enumeration value="2026"/></xs:restriction></xs:simpleType>`
	graded = `<xs:complexType name="Grade"><xs:simpleContent><xs:restriction base="Word"><xs:enumeration value="good"/><xs:enumeration value="bad"/></xs:restriction></xs:simpleContent></xs:complexType>
		<xs:complexType name="Word"><xs:simpleContent><xs:extension base="xs:token"><xs:attribute name="x"/></xs:extension></xs:simpleContent></xs:complexType>`
)

// judgedKind is a kind of schema with documents.
type judgedKind struct {
	name, schema string
	right, wrong []string
}

// judgedKinds are kinds of schemas with documents that can be read, and are
// valid or not.
var judgedKinds = []judgedKind{
	{
		"the items of a list are an enumeration without a name",
		`<xs:element name="r"><xs:complexType><xs:attribute name="a"><xs:simpleType><xs:list>` + listed + `</xs:list></xs:simpleType></xs:attribute>
			<xs:attribute name="b"><xs:simpleType><xs:restriction><xs:simpleType><xs:list>` + years + `</xs:list></xs:simpleType><xs:maxLength value="2"/></xs:restriction></xs:simpleType></xs:attribute></xs:complexType></xs:element>
		<xs:simpleType name="L"><xs:restriction><xs:simpleType><xs:list>` + listed + `</xs:list></xs:simpleType><xs:minLength value="1"/></xs:restriction></xs:simpleType>
		<xs:element name="l"><xs:complexType><xs:attribute name="a" type="L"/></xs:complexType></xs:element>`,
		[]string{`<r xmlns="urn:c" a="on off on"/>`, `<r xmlns="urn:c" a="" b="2026 2026"/>`, `<l xmlns="urn:c" a="off"/>`},
		[]string{`<r xmlns="urn:c" a="on o"/>`, `<r xmlns="urn:c" b="2026 0001"/>`, `<r xmlns="urn:c" b="2026 2026 2026"/>`, `<l xmlns="urn:c" a="of"/>`, `<l xmlns="urn:c" a=""/>`},
	},
	{
		"an enumeration is within a restriction without a name",
		`<xs:element name="r"><xs:complexType><xs:attribute name="a"><xs:simpleType><xs:restriction>` + listed + `<xs:pattern value="o[nf]"/></xs:restriction></xs:simpleType></xs:attribute></xs:complexType></xs:element>`,
		[]string{`<r xmlns="urn:c" a="on"/>`},
		[]string{`<r xmlns="urn:c" a="of"/>`, `<r xmlns="urn:c" a="off"/>`},
	},
	{
		"an element that is nil needs its attributes",
		`<xs:element name="r"><xs:complexType><xs:sequence>
			<xs:element name="one" nillable="true" minOccurs="0"><xs:complexType><xs:attribute name="a" type="xs:int" use="required"/></xs:complexType></xs:element>
			<xs:element name="many" nillable="true" minOccurs="0" maxOccurs="3"><xs:complexType><xs:attribute name="a" use="required" type="xs:date"/><xs:attribute name="b"/></xs:complexType></xs:element>
		</xs:sequence></xs:complexType></xs:element>`,
		[]string{`<r xmlns="urn:c" ` + xsiDeclared + `><one xsi:nil="true" a="1"/><many xsi:nil="true" a="2026-01-01"/></r>`, `<r xmlns="urn:c"/>`},
		[]string{`<r xmlns="urn:c" ` + xsiDeclared + `><one xsi:nil="true"/></r>`, `<r xmlns="urn:c" ` + xsiDeclared + `><many a="2026-01-01"/><many xsi:nil="true"/></r>`},
	},
	{
		"an element whose value is fixed cannot be nil",
		`<xs:complexType name="C"><xs:simpleContent><xs:extension base="xs:int"><xs:attribute name="x"/></xs:extension></xs:simpleContent></xs:complexType>
		<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int" nillable="true" fixed="1" minOccurs="0"/><xs:element name="b" type="xs:token" nillable="true" fixed="x" minOccurs="0" maxOccurs="2"/>
			<xs:element name="c" type="C" nillable="true" fixed="2" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`,
		[]string{`<r xmlns="urn:c"><a>1</a><b>x</b><b/><c x="1">2</c></r>`, `<r xmlns="urn:c"/>`},
		[]string{`<r xmlns="urn:c" ` + xsiDeclared + `><a xsi:nil="true"/></r>`, `<r xmlns="urn:c" ` + xsiDeclared + `><b>x</b><b xsi:nil="true"/></r>`, `<r xmlns="urn:c" ` + xsiDeclared + `><c xsi:nil="true" x="1"/></r>`, `<r xmlns="urn:c" ` + xsiDeclared + `><c xsi:nil="true"/></r>`},
	},
	{
		"an element that is nil needs a type that is not abstract, and the attributes of its type",
		`<xs:complexType name="Abstract" abstract="true"/><xs:complexType name="Leaf"><xs:complexContent><xs:extension base="Abstract"/></xs:complexContent></xs:complexType>
		<xs:complexType name="Base"><xs:attribute name="a" type="xs:int" use="required"/></xs:complexType><xs:complexType name="More"><xs:complexContent><xs:extension base="Base"/></xs:complexContent></xs:complexType>
		<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="one" type="Abstract" nillable="true" minOccurs="0"/><xs:element name="many" type="Abstract" nillable="true" minOccurs="0" maxOccurs="2"/>
			<xs:element name="base" type="Base" nillable="true" minOccurs="0" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>`,
		[]string{`<r xmlns="urn:c" xmlns:c="urn:c" ` + xsiDeclared + `><one xsi:type="c:Leaf" xsi:nil="true"/><many xsi:type="Leaf"/><base a="1" xsi:nil="true"/><base xsi:type="More" a="1"/></r>`, `<r xmlns="urn:c"/>`},
		[]string{`<r xmlns="urn:c" ` + xsiDeclared + `><one xsi:nil="true"/></r>`, `<r xmlns="urn:c" ` + xsiDeclared + `><many xsi:type="Leaf"/><many xsi:nil="true"/></r>`, `<r xmlns="urn:c" ` + xsiDeclared + `><base xsi:nil="true"/></r>`},
	},
	{
		"text is mixed with elements in any order",
		`<xs:element name="r"><xs:complexType mixed="true"><xs:all><xs:element name="a" type="xs:int"/><xs:element name="b" minOccurs="0"/><xs:element name="c" type="xs:int"/></xs:all></xs:complexType></xs:element>
		<xs:element name="o"><xs:complexType mixed="true"><xs:all minOccurs="0"><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/></xs:all></xs:complexType></xs:element>`,
		[]string{`<r xmlns="urn:c">1<c>1</c>2<a>1</a>3</r>`, `<r xmlns="urn:c"><b/><a>1</a>and<c>1</c></r>`, `<o xmlns="urn:c">none</o>`, `<o xmlns="urn:c"><b>1</b>and<a>1</a></o>`},
		[]string{`<r xmlns="urn:c"><a>1</a></r>`, `<r xmlns="urn:c">text</r>`, `<r xmlns="urn:c"><c>1</c><a>1</a><c>1</c></r>`, `<r xmlns="urn:c"><b/><c>1</c><b/><a>1</a></r>`, `<o xmlns="urn:c"><b>1</b></o>`},
	},
	{
		"an empty element has its default",
		graded + `<xs:simpleType name="Days"><xs:restriction><xs:simpleType><xs:list itemType="xs:date"/></xs:simpleType><xs:minLength value="1"/></xs:restriction></xs:simpleType>
		<xs:simpleType name="Two"><xs:restriction base="xs:hexBinary"><xs:length value="2"/></xs:restriction></xs:simpleType>
		<xs:element name="e"><xs:complexType><xs:sequence><xs:element name="fixed" type="Days" fixed="2026-01-01"/><xs:element name="days" type="Days" default="2026-01-01" minOccurs="0" maxOccurs="2"/><xs:element name="two" type="Two" default="abcd"/><xs:element name="own" type="Days" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
		<xs:element name="g" type="Grade" default="good"/><xs:element name="h" type="Grade"/>
		<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="d" type="Grade" default="bad" maxOccurs="2"/><xs:element name="n" type="Grade" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`,
		[]string{`<e xmlns="urn:c"><fixed/><days/><days>2026-02-02</days><two/></e>`, `<g xmlns="urn:c"/>`, `<g xmlns="urn:c" x="1">bad</g>`, `<r xmlns="urn:c"><d/><d x="1"/></r>`, `<h xmlns="urn:c">bad</h>`},
		[]string{`<e xmlns="urn:c"><fixed>2026-02-02</fixed><two/></e>`, `<e xmlns="urn:c"><fixed/><two>ab</two></e>`, `<e xmlns="urn:c"><fixed/><two/><own/></e>`, `<g xmlns="urn:c">better</g>`, `<r xmlns="urn:c"><d>worse</d></r>`, `<r xmlns="urn:c"><d/><n/></r>`, `<h xmlns="urn:c"/>`},
	},
	{
		"a fixed value of a union that takes all texts",
		`<xs:simpleType name="U"><xs:union memberTypes="xs:NCName xs:gYear xs:string"/></xs:simpleType>
		<xs:element name="r"><xs:complexType><xs:attribute name="a" fixed=" off "><xs:simpleType><xs:restriction base="U"/></xs:simpleType></xs:attribute><xs:attribute name="b" type="U" fixed="2026"/><xs:attribute name="c" type="U" fixed="a b"/></xs:complexType></xs:element>`,
		[]string{`<r xmlns="urn:c" a="off"/>`, `<r xmlns="urn:c" a=" off" b=" 2026 " c="a b"/>`},
		[]string{`<r xmlns="urn:c" a="of"/>`, `<r xmlns="urn:c" b="2027"/>`, `<r xmlns="urn:c" c="a  b"/>`},
	},
	{
		"mixed content that is text alone has a fixed value",
		`<xs:complexType name="N" mixed="true"><xs:attribute name="x"/></xs:complexType>
		<xs:element name="f" type="N" fixed="so  it is"/><xs:element name="g" type="N"/><xs:element name="d" type="N" default="so"/>
		<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="n" type="N" fixed=" so " maxOccurs="2"/><xs:element name="d" type="N" default="so" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`,
		[]string{`<f xmlns="urn:c" x="1">so  it is</f>`, `<f xmlns="urn:c"/>`, `<g xmlns="urn:c">any</g>`, `<d xmlns="urn:c">any</d>`, `<r xmlns="urn:c"><n> so </n><n x="1"/><d/></r>`},
		[]string{`<f xmlns="urn:c">so it is</f>`, `<r xmlns="urn:c"><n> so </n><n>so</n></r>`},
	},
}

// TestValidateKnowsKinds reads documents of kinds of schemas: Validate says of
// what was read what the validator of documents says.
func TestValidateKnowsKinds(t *testing.T) {
	dir, kinds := t.TempDir(), append(slices.Clip(judgedKinds), boundedKind(), binaryKind(), uriKind())
	for i, k := range kinds {
		if err := os.WriteFile(filepath.Join(dir, string(rune('a'+i))+".xsd"), []byte(schemaOf(k.schema)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m := newModule(t, files)
	var list []*bound
	for _, name := range files.Names() {
		b, err := m.generate(name, []string{name})
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, b)
	}
	m.build(t, list)
	for i, k := range kinds {
		t.Run(k.name, func(t *testing.T) {
			b, v := list[i], validate.New(list[i].schema, validate.Options{})
			for n, texts := range [][]string{k.right, k.wrong} {
				var docs []*document
				for _, text := range texts {
					if v.ValidateBytes([]byte(text), "document").Valid() != (n == 0) {
						t.Errorf("the validator of documents thinks otherwise of %s", text)
					}
					docs = append(docs, &document{name: text, root: b.rootNamed(rootLocal(text)), data: []byte(text)})
				}
				m.travel(t, b, docs)
				for _, d := range docs {
					if right := d.refused == ""; d.problem != "" || right != (n == 0) {
						t.Errorf("%s: %s; Validate: %q", d.name, d.problem, d.refused)
					}
				}
			}
		})
	}
}

// rootNamed returns the number of the root element with that local name.
func (b *bound) rootNamed(local string) int {
	for i, r := range b.roots {
		if r.Name.Local == local {
			return i
		}
	}
	return -1
}
