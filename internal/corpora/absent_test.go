package corpora_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/source"
)

// requiring is a schema in which much is required, and a document with all of it.
// Where there are many, what is required stands behind 70 optional elements.
func requiring(many bool) (schema, doc string) {
	var elements, attrs, attrValues, values strings.Builder
	if many {
		for i := range 70 {
			fmt.Fprintf(&elements, `<xs:element name="o%d" type="xs:int" minOccurs="0"/>`, i)
		}
	}
	for i, p := range primitives {
		fmt.Fprintf(&elements, `<xs:element name="e%d" type="xs:%s"/>`, i, p.name)
		fmt.Fprintf(&attrs, `<xs:attribute name="a%d" type="xs:%s" use="required"/>`, i, p.name)
		fmt.Fprintf(&values, `<e%d>%s</e%[1]d>`, i, p.usual)
		fmt.Fprintf(&attrValues, ` a%d="%s"`, i, p.usual)
	}
	return schemaOf(`
		<xs:simpleType name="Size"><xs:restriction base="xs:token"><xs:enumeration value="s"/></xs:restriction></xs:simpleType>
		<xs:simpleType name="Amount"><xs:restriction base="xs:decimal"><xs:minInclusive value="0"/></xs:restriction></xs:simpleType>
		<xs:complexType name="Part"><xs:sequence><xs:element name="p" type="xs:int"/><xs:element name="t" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType>
		<xs:complexType name="Text"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="lang" type="xs:language" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
		<xs:element name="r"><xs:complexType><xs:sequence>` + elements.String() + `
			<xs:element name="size" type="Size"/><xs:element name="amount" type="Amount"/><xs:element name="name" type="xs:QName"/>
			<xs:element name="part" type="Part"/><xs:element name="text" type="Text"/><xs:element name="any" type="xs:anyType"/>
			<xs:element name="fix" type="xs:int" fixed="5"/>
			<xs:choice><xs:sequence><xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:string"/><xs:element name="d" type="Part"/></xs:sequence><xs:element name="z" type="xs:int"/></xs:choice>
			<xs:element name="end" type="xs:boolean"/>
		</xs:sequence>` + attrs.String() + `<xs:attribute name="size" type="Size" use="required"/><xs:attribute name="version" type="xs:token" fixed="1" use="required"/></xs:complexType></xs:element>`),
		`<r xmlns="urn:c"` + attrValues.String() + ` size="s" version="1">` + values.String() +
			`<size>s</size><amount>1.50</amount><name>xml:lang</name><part><p>1</p></part><text lang="en">x</text><any/><fix>5</fix><b>1</b><c>x</c><d><p>1</p></d><end>true</end></r>`
}

// piece is an attribute or an element of the documents above.
var piece = regexp.MustCompile(` (\w+)="[^"]*"|<(\w+)[^<>]*>[^<>]*</\w+>|<(\w+)/>|<(part|d)>.*?</(part|d)>`)

// TestWhatIsAbsentStaysAbsent leaves each required element and attribute out of
// a document, and all of them. What is written lacks the same, and Validate names
// it.
func TestWhatIsAbsentStaysAbsent(t *testing.T) {
	dir := t.TempDir()
	docs := map[string]string{}
	for name, many := range map[string]bool{"few": false, "many": true} {
		schema, doc := requiring(many)
		if err := os.WriteFile(filepath.Join(dir, name+".xsd"), []byte(schema), 0o644); err != nil {
			t.Fatal(err)
		}
		docs[name] = doc
	}
	files, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m := newModule(t, files)
	var list []*bound
	for _, name := range []string{"few.xsd", "many.xsd"} {
		b, err := m.generate(name, []string{name})
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, b)
	}
	m.build(t, list)
	for _, b := range list {
		doc := docs[strings.TrimSuffix(b.name, ".xsd")]
		broken := []*document{{name: "", data: []byte(doc)}, {name: "", data: []byte(`<r xmlns="urn:c"/>`)}}
		for _, at := range piece.FindAllStringSubmatchIndex(doc, -1) {
			name := ""
			for g := 2; g < 10 && name == ""; g += 2 {
				if at[g] >= 0 {
					name = doc[at[g]:at[g+1]]
				}
			}
			if name != "xmlns" {
				broken = append(broken, &document{name: name, data: []byte(doc[:at[0]] + doc[at[1]:])})
			}
		}
		m.travel(t, b, broken)
		c := newComparer(b.schema)
		for i, d := range broken {
			diff := ""
			if d.problem == "" {
				diff = c.compare(d.data, d.result)
			}
			switch named := strings.Contains(d.refused, d.name+": is missing") || strings.Contains(d.refused, "/"+d.name+": is missing"); {
			case d.problem != "" || diff != "":
				t.Errorf("%s without %s: %s%s\n%s", b.name, d.name, d.problem, diff, d.result)
			case i == 0 && d.refused != "":
				t.Errorf("%s: %s", b.name, d.refused)
			case i == 1 && (strings.Count(d.refused, "is missing") < 2*len(primitives) || !strings.Contains(string(d.result), "/>")):
				t.Errorf("%s, empty: %s\n%s", b.name, d.refused, d.result)
			case i > 1 && !named:
				t.Errorf("%s without %s: Validate says: %s", b.name, d.name, d.refused)
			}
		}
		t.Logf("%s: %d documents", b.name, len(broken))
	}
}
