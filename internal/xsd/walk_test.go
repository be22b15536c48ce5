package xsd_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

const walked = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="root" type="T"><xs:unique name="u"><xs:selector xpath="a"/><xs:field xpath="@x"/></xs:unique></xs:element>
<xs:complexType name="T"><xs:sequence><xs:element name="a"><xs:complexType><xs:group ref="g"/><xs:attribute name="x" type="S"/></xs:complexType></xs:element><xs:element name="t" type="T" minOccurs="0"/></xs:sequence></xs:complexType>
<xs:complexType name="U"><xs:complexContent><xs:extension base="T"><xs:choice><xs:any namespace="##other" processContents="lax"/></xs:choice><xs:attributeGroup ref="ag"/></xs:extension></xs:complexContent></xs:complexType>
<xs:group name="g"><xs:sequence><xs:element name="b" type="L"/></xs:sequence></xs:group>
<xs:attributeGroup name="ag"><xs:attribute name="y" type="xs:int"/><xs:anyAttribute/></xs:attributeGroup>
<xs:simpleType name="S"><xs:restriction base="xs:token"><xs:enumeration value="v"/></xs:restriction></xs:simpleType>
<xs:simpleType name="L"><xs:list><xs:simpleType><xs:union memberTypes="S xs:int"/></xs:simpleType></xs:list></xs:simpleType>
<xs:notation name="n" public="p"/>
</xs:schema>`

// names of what a walk visits, as far as it has one.
func nameOf(c xsd.Component) string {
	switch c := c.(type) {
	case *xsd.ElementDecl:
		return c.Name.Local
	case *xsd.AttributeDecl:
		return "@" + c.Name.Local
	case xsd.Type:
		return c.TypeName().Local
	case *xsd.ModelGroupDef:
		return c.Name.Local
	case *xsd.AttributeGroupDef:
		return c.Name.Local
	case *xsd.Notation:
		return c.Name.Local
	case *xsd.IdentityConstraint:
		return c.Name.Local
	}
	return ""
}

func TestWalkVisitsEachComponentOnce(t *testing.T) {
	schema, err := compiled(t, walked)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[xsd.Component]bool{}
	kinds := map[xsd.Kind]int{}
	var named []string
	schema.Walk(func(c xsd.Component) bool {
		if seen[c] {
			t.Errorf("visits %s %s twice", c.Kind(), nameOf(c))
		}
		seen[c] = true
		kinds[c.Kind()]++
		if name := nameOf(c); name != "" {
			named = append(named, name)
		}
		return true
	})
	for kind, want := range map[xsd.Kind]int{
		xsd.KindElement: 4, xsd.KindAttribute: 2, xsd.KindAttributeUse: 2, xsd.KindModelGroupDef: 1, xsd.KindAttributeGroup: 1,
		xsd.KindNotation: 1, xsd.KindIdentityConstraint: 1, xsd.KindFacet: 1,
	} {
		if kinds[kind] != want {
			t.Errorf("visits %d of kind %s, want %d", kinds[kind], kind, want)
		}
	}
	for _, name := range []string{"root", "a", "t", "b", "@x", "@y", "T", "U", "S", "L", "g", "ag", "n", "u", "token", "int"} {
		if !slices.Contains(named, name) {
			t.Errorf("does not visit %s", name)
		}
	}
	if again := fmt.Sprint(named); again != fmt.Sprint(namesFrom(schema)) {
		t.Error("two walks differ")
	}
}

func namesFrom(s *xsd.Schema) []string {
	var named []string
	s.Walk(func(c xsd.Component) bool {
		if name := nameOf(c); name != "" {
			named = append(named, name)
		}
		return true
	})
	return named
}

func TestWalkStopsWhereItIsTold(t *testing.T) {
	schema, err := compiled(t, walked)
	if err != nil {
		t.Fatal(err)
	}
	var named []string
	xsd.Walk(schema.Element(xsd.QName{Local: "root"}), func(c xsd.Component) bool {
		if name := nameOf(c); name != "" {
			named = append(named, name)
		}
		_, simple := c.(*xsd.SimpleType)
		_, base := c.(xsd.Type)
		return !simple && (!base || nameOf(c) != "anyType")
	})
	if got, want := fmt.Sprint(named), "[root T anyType a @x S b L t u]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
