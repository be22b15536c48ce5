package generate_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/generate"
)

// orders is a schema with a bit of everything that settings name.
const orders = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ord="urn:orders" xmlns:com="urn:common" targetNamespace="urn:orders" elementFormDefault="qualified">
  <xs:import namespace="urn:common" schemaLocation="common.xsd"/>
  <xs:element name="order" type="ord:OrderType"/>
  <xs:element name="note" type="xs:string"/>
  <xs:element name="catalogue"><xs:complexType><xs:sequence><xs:element name="entry" type="xs:token" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="OrderType"><xs:sequence>
    <xs:element name="party" type="ord:PartyType"/>
    <xs:element name="placed" type="xs:dateTime"/>
    <xs:element name="total" type="com:AmountType"/>
    <xs:element name="rate" type="xs:decimal" minOccurs="0"/>
    <xs:element name="item" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="sku" type="xs:token"/></xs:sequence><xs:attribute name="id" type="xs:long" use="required"/></xs:complexType></xs:element>
  </xs:sequence><xs:attribute name="id" type="xs:token" use="required"/><xs:attribute name="status" type="ord:StatusType"/><xs:attributeGroup ref="com:audit"/></xs:complexType>
  <xs:complexType name="PartyType"><xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence></xs:complexType>
  <xs:complexType name="CompanyType"><xs:complexContent><xs:extension base="ord:PartyType"><xs:sequence><xs:element name="vat" type="xs:token"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:simpleType name="StatusType"><xs:restriction base="xs:token"><xs:enumeration value="NEW"/><xs:enumeration value="PAID"/></xs:restriction></xs:simpleType>
  <xs:complexType name="UnusedType"><xs:sequence><xs:element name="left" type="com:LeftType"/></xs:sequence></xs:complexType>
</xs:schema>`

const common = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:com="urn:common" targetNamespace="urn:common" elementFormDefault="qualified">
  <xs:complexType name="AmountType"><xs:simpleContent><xs:extension base="com:MoneyType"><xs:attribute name="currency" type="xs:token" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
  <xs:simpleType name="MoneyType"><xs:restriction base="xs:decimal"><xs:minInclusive value="0"/></xs:restriction></xs:simpleType>
  <xs:attributeGroup name="audit"><xs:attribute name="changedBy" type="xs:token"/><xs:attribute name="changedAt" type="xs:dateTime"/></xs:attributeGroup>
  <xs:complexType name="LeftType"/>
</xs:schema>`

// ordersModule is a fresh module with that schema as version 1.
func ordersModule(t *testing.T) {
	module(t, map[string]string{"schemas/1/orders.xsd": orders, "schemas/1/common.xsd": common})
}

// rightUse is a use of a setting, with texts that files of the output then have
// or, with ! before them, do not have. Texts are compared by their words.
type rightUse struct {
	name, settings string
	want           map[string][]string
}

func testRightUses(t *testing.T, uses []rightUse) {
	t.Helper()
	for _, c := range uses {
		ordersModule(t)
		if _, wrong := made(settled(t, c.settings), generate.Options{}); wrong != "" {
			t.Errorf("%s: %s", c.name, wrong)
			continue
		}
		for file, texts := range c.want {
			data, err := os.ReadFile(filepath.Join("generated", file))
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			got := strings.Join(strings.Fields(string(data)), " ")
			for _, text := range texts {
				wanted, without := text, false
				wanted, without = strings.CutPrefix(wanted, "!")
				if strings.Contains(got, wanted) == without {
					t.Errorf("%s: %s: %q\n%s", c.name, file, text, data)
				}
			}
		}
	}
}

// wrongUse is a use of a setting, and what is said of it.
type wrongUse struct{ settings, want string }

func testWrongUses(t *testing.T, uses []wrongUse) {
	t.Helper()
	for _, c := range uses {
		ordersModule(t)
		if _, got := made(settled(t, c.settings), generate.Options{}); !strings.Contains(got, c.want) {
			t.Errorf("%q:\n got %s\nwant %s", c.settings, got, c.want)
		}
		if _, err := os.Stat("generated"); err == nil {
			t.Errorf("%q: there is an output", c.settings)
		}
	}
}

func TestPolymorphic(t *testing.T) {
	typed := map[string][]string{"v1/orders/types.go": {"Party wire.Typed"}}
	testRightUses(t, []rightUse{
		{"no", "", map[string][]string{"v1/orders/types.go": {"!wire.Typed `", "Party Party"}}},
		{"a type", "polymorphic: [type ord:PartyType]\n", typed},
		{"an element", "polymorphic: [element ord:order/party]\n", typed},
		{"without a prefix", "polymorphic: [element order/party]\n", typed},
		{"by the namespace", "polymorphic: ['type {urn:orders}PartyType']\n", typed},
	})
	testWrongUses(t, []wrongUse{
		{"polymorphic:\n  - type ord:PartType\n", `wbxgen.yaml:2:5: error: no schema has the type "ord:PartType"; did you mean "ord:PartyType"? [wbxgen-config]`},
		{"polymorphic: [element ord:order/parti]\n", `wbxgen.yaml:1:15: error: ord:order has no element "parti" (it has @changedAt, @changedBy, @id, @status, item, party, placed, rate and 1 more); did you mean "party"? [wbxgen-config]`},
		{"polymorphic: [element ord:note]\n", `wbxgen.yaml:1:15: error: element ord:note has a simple type, which has text alone: no other type can stand in its place [wbxgen-config]`},
		{"polymorphic: [element ord:note/x]\n", `ord:note has no element "x", as it has neither elements nor attributes`},
		{"polymorphic: [type x:PartyType]\n", `no schema has the type "x:PartyType"; did you mean "ord:PartyType"?`},
	})
}

func TestEncodingXML(t *testing.T) {
	testRightUses(t, []rightUse{
		{"no", "", map[string][]string{"v1/orders/types.go": {"!MarshalXML"}}},
		{"yes", "encodingxml: true\n", map[string][]string{"v1/orders/types.go": {"func (v *Order) MarshalXML(", "func (v *Order) UnmarshalXML("}}},
	})
}

func TestRuntime(t *testing.T) {
	testRightUses(t, []rightUse{
		{"import", "runtime: import\n", map[string][]string{"v1/orders/types.go": {`"github.com/wbxgen/wbxgen/wire"`}}},
		{"copy", "runtime: copy\n", map[string][]string{"v1/orders/types.go": {`"example.com/x/generated/v1/wire"`}, "v1/wire/decoder.go": {"package wire"}}},
	})
}
