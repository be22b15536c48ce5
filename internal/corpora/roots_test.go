package corpora_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/validate"
)

// fixedRoots are schemas with root elements of fixed value, of each built-in type:
// nillable, with simple content of the type and of a list of it. Their documents
// have the value in each spelling, none, another one, and nil.
func fixedRoots() (list []sample) {
	for _, p := range primitives {
		s := sample{name: "root" + strings.ToLower(p.name), schema: schemaOf(fmt.Sprintf(`
			<xs:simpleType name="S"><xs:restriction base="xs:%[1]s"/></xs:simpleType><xs:simpleType name="L"><xs:list itemType="S"/></xs:simpleType>
			<xs:complexType name="A"><xs:simpleContent><xs:extension base="xs:%[1]s"><xs:attribute name="x"/></xs:extension></xs:simpleContent></xs:complexType>
			<xs:complexType name="B"><xs:simpleContent><xs:extension base="S"><xs:attribute name="x"/></xs:extension></xs:simpleContent></xs:complexType>
			<xs:complexType name="C"><xs:simpleContent><xs:extension base="L"><xs:attribute name="x"/></xs:extension></xs:simpleContent></xs:complexType>
			<xs:element name="a" type="A" nillable="true" fixed="%[2]s"/><xs:element name="b" type="B" nillable="true" fixed="%[2]s"/><xs:element name="c" type="C" nillable="true" fixed="%[2]s"/>
			<xs:element name="within"><xs:complexType><xs:sequence><xs:element name="e" type="A" nillable="true" fixed="%[2]s"/><xs:element name="l" type="C" nillable="true" fixed="%[2]s" minOccurs="0" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>`, p.name, p.usual))}
		for _, text := range []string{p.usual, p.odd, p.usual2, p.odd2, ""} {
			for _, root := range []string{"a", "b", "c"} {
				s.docs = append(s.docs, fmt.Sprintf(`<%s xmlns="urn:c" x="1">%s</%[1]s>`, root, text))
			}
			s.docs = append(s.docs, fmt.Sprintf(`<within xmlns="urn:c"><e>%s</e><l>%[1]s</l></within>`, text))
		}
		for _, root := range []string{"a", "b", "c"} {
			s.docs = append(s.docs, fmt.Sprintf(`<%s xmlns="urn:c" %s xsi:nil="true"/>`, root, xsiDeclared))
		}
		s.docs = append(s.docs, `<within xmlns="urn:c" `+xsiDeclared+`><e xsi:nil="true"/></within>`, `<within xmlns="urn:c" `+xsiDeclared+`><e/><l xsi:nil="true"/></within>`)
		list = append(list, s)
	}
	return list
}

// TestFixedRootsAreHeldToTheirValue reads root elements whose value is fixed: those
// with it survive, and Validate refuses others, and those that are nil.
func TestFixedRootsAreHeldToTheirValue(t *testing.T) {
	samples := inTurn(fixedRoots(), 2)
	m, list := moduleOf(t, samples)
	for i, b := range list {
		if b.broken {
			continue
		}
		t.Run(b.name, func(t *testing.T) { b.tryBoth(t, m, validate.New(b.schema, validate.Options{}), samples[i].docs) })
	}
}
