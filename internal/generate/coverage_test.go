package generate_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/coverage"
	"github.com/wbxgen/wbxgen/internal/generate"
)

// rough is a schema with what generated code is not wholly faithful to.
const rough = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:r="urn:r" targetNamespace="urn:r">
<xs:element name="top"><xs:complexType><xs:sequence><xs:element name="e" type="r:price" maxOccurs="9"/></xs:sequence></xs:complexType><xs:key name="k"><xs:selector xpath="e"/><xs:field xpath="."/></xs:key></xs:element>
<xs:simpleType name="price"><xs:restriction base="xs:boolean"><xs:pattern value="0|1"/></xs:restriction></xs:simpleType>
<xs:complexType name="raw"><xs:attribute name="data" type="xs:hexBinary" default="00"/></xs:complexType>
<xs:complexType name="plain"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType>
</xs:schema>`

func TestCoverage(t *testing.T) {
	module(t, map[string]string{"schemas/1/rough.xsd": rough})
	r, err := generate.Make(settled(t, ""), generate.Options{Report: true})
	if err != nil {
		t.Fatal(err)
	}
	var text, data bytes.Buffer
	if err := coverage.WriteText(&text, r.Outputs[0].Coverage); err != nil {
		t.Fatal(err)
	}
	want := `v1: 9 components, 6 faithful, 2 approximated, 1 unsupported
schemas/1/rough.xsd:2:135: unsupported: identity constraint r:k: generated code does not check it; wbxgen validate and package xsd do
schemas/1/rough.xsd:3:1: approximated: simple type r:price: the patterns ask for a spelling of boolean that numbers and dates do not keep: the Go type is text
schemas/1/rough.xsd:4:28: approximated: attribute data in complex type r:raw: the default of attribute "data" is not set by generated code
`
	if text.String() != want {
		t.Errorf("got\n%swant\n%s", text.String(), want)
	}
	if err := coverage.WriteJSON(&data, r.Outputs[0].Coverage); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Format  string
		Outputs []*coverage.Report
	}
	if err := json.Unmarshal(data.Bytes(), &got); err != nil || got.Format != coverage.Format || len(got.Outputs[0].Components) != 9 {
		t.Errorf("%v\n%s", err, data.String())
	}
}

func TestStrict(t *testing.T) {
	module(t, map[string]string{"schemas/1/rough.xsd": rough})
	got := refused(t, "strict: true\n")
	for _, want := range []string{
		"schemas/1/rough.xsd:2:135: error: identity constraint r:k is unsupported: generated code does not check it; wbxgen validate and package xsd do [wbxgen-strict]",
		"schemas/1/rough.xsd:3:1: error: simple type r:price is approximated: the patterns ask for",
		"schemas/1/rough.xsd:4:28: error: attribute data in complex type r:raw is approximated",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if _, err := os.Stat("generated"); err == nil {
		t.Error("there is an output")
	}
	for _, settings := range []string{"strict: true\nkeep: {types: [r:plain]}\n", "strict: false\n"} {
		if got := refused(t, settings); got != "" {
			t.Errorf("%s: %s", settings, got)
		}
	}
	ordersModule(t)
	if got := refused(t, "strict: true\n"); got != "" {
		t.Error(got)
	}
	if got := refused(t, "strict: true\ntypes: {xs:decimal: float64}\n"); !strings.Contains(got, "error: simple type xs:decimal is approximated: its values are float64 in Go: what that does not hold") {
		t.Error(got)
	}
}

// TestAGroupLaidFlatIsReported: a type that cannot embed a group has its
// attributes, wholly faithful.
func TestAGroupLaidFlatIsReported(t *testing.T) {
	module(t, map[string]string{"schemas/1/a.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:r="urn:rr" targetNamespace="urn:rr">
<xs:attributeGroup name="outer"><xs:attributeGroup ref="r:inner"/><xs:attribute name="x"/></xs:attributeGroup>
<xs:attributeGroup name="inner"><xs:attribute name="y"/></xs:attributeGroup>
<xs:attributeGroup name="other"><xs:attribute ref="r:y"/></xs:attributeGroup>
<xs:attribute name="y" type="xs:int"/>
<xs:complexType name="base"><xs:attributeGroup ref="r:outer"/></xs:complexType>
<xs:complexType name="less"><xs:complexContent><xs:restriction base="r:base"><xs:attribute name="x" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType>
<xs:complexType name="same"><xs:complexContent><xs:restriction base="r:base"><xs:attributeGroup ref="r:outer"/></xs:restriction></xs:complexContent></xs:complexType>
<xs:complexType name="both"><xs:attributeGroup ref="r:other"/><xs:attributeGroup ref="r:inner"/></xs:complexType>
</xs:schema>`})
	cfg := settled(t, "strict: true\nembed: [r:outer, r:inner, r:other]\n")
	r, err := generate.Make(cfg, generate.Options{Report: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, wrong := made(cfg, generate.Options{}); wrong != "" {
		t.Fatal(wrong)
	}
	var text bytes.Buffer
	if err := coverage.WriteText(&text, r.Outputs[0].Coverage); err != nil {
		t.Fatal(err)
	}
	want := `v1: 10 components, 10 faithful
schemas/1/a.xsd:7:1: faithful: complex type r:less: the attributes of the group r:outer are fields of Less itself: the attribute x is another one there, or prohibited
schemas/1/a.xsd:9:1: faithful: complex type r:both: the attributes of the group r:inner are fields of Both itself: the name Y is that of something else there already
`
	if text.String() != want {
		t.Errorf("got\n%swant\n%s", text.String(), want)
	}
	wantIn(t, rightUse{"laid flat", "", map[string][]string{"v1/rr/types.go": {
		"type Outer struct { Inner X", "type Base struct { Outer XMLExtra", "type Less struct { Inner XMLExtra", "type Same struct { Outer XMLExtra", "type Both struct { Other YAttr",
	}}})
}

// TestAGroupThatCannotBeImported: the package of the group needs that of the type.
func TestAGroupThatCannotBeImported(t *testing.T) {
	module(t, map[string]string{"schemas/1/a.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:bb" targetNamespace="urn:aa">
<xs:import namespace="urn:bb" schemaLocation="b.xsd"/>
<xs:attributeGroup name="common"><xs:attribute name="size" type="b:size"/></xs:attributeGroup>
<xs:complexType name="own"><xs:attributeGroup ref="a:common" xmlns:a="urn:aa"/></xs:complexType></xs:schema>`,
		"schemas/1/b.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="urn:aa" targetNamespace="urn:bb">
<xs:import namespace="urn:aa" schemaLocation="a.xsd"/>
<xs:simpleType name="size"><xs:restriction base="xs:token"><xs:enumeration value="S"/></xs:restriction></xs:simpleType>
<xs:complexType name="thing"><xs:attributeGroup ref="a:common"/></xs:complexType></xs:schema>`})
	cfg := settled(t, "embed: [common]\n")
	r, err := generate.Make(cfg, generate.Options{Report: true})
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := coverage.WriteText(&text, r.Outputs[0].Coverage); err != nil {
		t.Fatal(err)
	}
	if want := "are fields of Thing itself: its package bb cannot import that of the group, aa\n"; !strings.Contains(text.String(), want) {
		t.Errorf("got\n%swant\n%s", text.String(), want)
	}
	if _, wrong := made(cfg, generate.Options{}); wrong != "" {
		t.Fatal(wrong)
	}
	wantIn(t, rightUse{"not imported", "", map[string][]string{
		"v1/aa/types.go": {"type Own struct { Common XMLExtra"}, "v1/bb/types.go": {"type Thing struct { Size *Size"},
	}})
}
