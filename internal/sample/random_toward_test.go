package sample_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// extended is a schema whose root element r has, in some place, a wildcard, and
// whose other elements only that lets in: goal is two elements behind it.
const extended = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">
<xs:element name="r"><xs:complexType mixed="%t"><xs:sequence><xs:element name="other" type="xs:int"/>%s</xs:sequence></xs:complexType></xs:element>
<xs:element name="far"><xs:complexType><xs:sequence><xs:element name="near" minOccurs="0"><xs:complexType><xs:sequence>
	<xs:element name="goal" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
<xs:element name="also" type="xs:int"/>
<xs:element name="abstract" abstract="true"/>
</xs:schema>`

// placesOfWildcards are where a wildcard can stand.
var placesOfWildcards = []string{
	"%s",
	`<xs:choice><xs:sequence>%s</xs:sequence></xs:choice>`,
	`<xs:element name="extensions" minOccurs="0"><xs:complexType><xs:sequence>%s</xs:sequence></xs:complexType></xs:element>`,
	`<xs:sequence minOccurs="0"><xs:element name="first" type="xs:int"/>%s</xs:sequence>`,
}

// TestTowardGoesThroughWildcards looks for an element that only a wildcard lets in:
// each document has it, where somebody looks at what the wildcard lets in.
func TestTowardGoesThroughWildcards(t *testing.T) {
	for i, place := range placesOfWildcards {
		for _, process := range []string{"strict", "lax", "skip"} {
			for _, spaces := range []string{"##any", "##targetNamespace", "##other"} {
				for _, least := range []int{0, 1} {
					wildcard := fmt.Sprintf(`<xs:any namespace="%s" processContents="%s" minOccurs="%d"/>`, spaces, process, least)
					name := fmt.Sprintf("place %d, %s", i, wildcard)
					schema := compiled(t, fmt.Sprintf(extended, least == 0, fmt.Sprintf(place, wildcard)))
					goesToward(t, name, schema, process != "skip" && spaces != "##other")
				}
			}
		}
	}
}

// goesToward makes documents that go to the element goal.
func goesToward(t *testing.T, name string, schema *xsd.Schema, reached bool) {
	t.Helper()
	root, w, v := schema.Element(xsd.QName{Space: "urn:t", Local: "r"}), sample.New(schema), validate.New(schema, validate.Options{})
	var goal xsd.Component
	schema.Walk(func(c xsd.Component) bool {
		if e, ok := c.(*xsd.ElementDecl); ok && e.Name.Local == "goal" {
			goal = e
		}
		return true
	})
	if w.Toward(goal, root) != reached {
		t.Errorf("%s: reached is %t", name, !reached)
	}
	for seed := range uint64(6) {
		if !reached {
			return
		}
		document, ok := w.Document(root, seed)
		if !ok || !bytes.Contains(document, []byte("goal>")) || !v.ValidateBytes(document, "").Valid() {
			t.Errorf("%s: %t, %s", name, ok, document)
		}
	}
}
