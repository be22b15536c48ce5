package fact_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/fact"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// TestFactsThatDifferMakeTheDifference sets the facts of the old version that
// differ to those of the new one, for the pair of each rule: that must make
// the new version's digest, and each of them must count.
func TestFactsThatDifferMakeTheDifference(t *testing.T) {
	for _, p := range pairs.All(t, "../change/testdata") {
		old, now := fact.Of(p.Old.Schema, nil), fact.Of(p.New.Schema, nil)
		before, after := old.Digest(), now.Digest()
		if before != fact.Digest(p.Old.Schema) {
			t.Errorf("%s: two digests of one schema", p.ID)
		}
		keys := old.Differing(now)
		if !slices.Equal(keys, now.Differing(old)) {
			t.Errorf("%s: what differs is not the same both ways", p.ID)
		}
		if (len(keys) == 0) != (before == after) {
			t.Errorf("%s: %d facts differ, digests %s and %s", p.ID, len(keys), before, after)
		}
		for i, k := range keys {
			if i > 0 && old.Digest() == after {
				t.Errorf("%s: %v makes no difference", p.ID, k)
			}
			if f, there := now.Get(k); there {
				old.Set(k, f.Value)
			} else {
				old.Drop(k)
			}
		}
		if old.Digest() != after || len(old.Differing(now)) > 0 {
			t.Errorf("%s: %d facts do not make the new version", p.ID, len(keys))
		}
	}
}

// TestPartsOfAFact: the innermost one comes first, the component last.
func TestPartsOfAFact(t *testing.T) {
	s := pairs.Side(t, "", `<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType>`).Schema
	component := fact.Component{Kind: xsd.KindComplexType, Name: xsd.QName{Space: "urn:t", Local: "T"}}
	facts := fact.Of(s, nil)
	if facts[component] == nil {
		t.Fatalf("no facts of %v in %v", component, facts)
	}
	longest := 0
	for _, k := range facts.Differing(fact.Facts{}) {
		f, there := facts.Get(k)
		parts := f.Parts()
		if !there || len(parts) == 0 || parts[len(parts)-1] != any(s.Type(component.Name)) {
			t.Errorf("%v is about %v", k, parts)
		}
		longest = max(longest, len(parts))
	}
	if longest < 2 {
		t.Error("no fact is about a part of the type")
	}
	nowhere := fact.Key{In: component, Path: "zz", Aspect: "none"}
	other := fact.Key{In: fact.Component{Kind: "none"}}
	for _, k := range []fact.Key{nowhere, other} {
		if f, there := facts.Get(k); there || f.Value != "" {
			t.Errorf("%v is %q", k, f.Value)
		}
		before := facts.Digest()
		facts.Drop(k)
		if facts.Digest() != before {
			t.Errorf("%v goes, though there is none", k)
		}
	}
	facts.Set(other, "v")
	if f, there := facts.Get(other); !there || f.Value != "v" {
		t.Errorf("got %q", f.Value)
	}
	facts.Drop(other)
	if _, there := facts[other.In]; there {
		t.Error("a component without facts is left")
	}
}

// TestDigestReadsTheOldVersionByItsNewNames is about a namespace and a type of
// another name.
func TestDigestReadsTheOldVersionByItsNewNames(t *testing.T) {
	document := func(space, name string) *xsd.Schema {
		return pairs.Side(t, "", `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="`+space+`" targetNamespace="`+space+`">`+
			`<xs:element name="a" type="t:`+name+`"/><xs:simpleType name="`+name+`"><xs:restriction base="xs:int"/></xs:simpleType>`+
			`<xs:complexType name="c"><xs:sequence><xs:any namespace="##targetNamespace"/></xs:sequence></xs:complexType></xs:schema>`).Schema
	}
	old, now := document("urn:1", "T"), document("urn:2", "U")
	names := &inclusion.Names{Spaces: map[string]string{"urn:1": "urn:2"}, Types: map[xsd.QName]xsd.QName{{Space: "urn:1", Local: "T"}: {Space: "urn:2", Local: "U"}}}
	if fact.Of(old, names).Digest() != fact.Digest(now) {
		t.Error("the new names do not make the new version:", fact.Of(old, names).Differing(fact.Of(now, nil)))
	}
	if fact.Digest(old) == fact.Digest(now) {
		t.Error("names do not count")
	}
}

// TestWaysToWriteASchemaDownDoNotCount has one schema twice each.
func TestWaysToWriteASchemaDownDoNotCount(t *testing.T) {
	a, b := `<xs:element name="a" type="xs:int"/>`, `<xs:element name="b" type="xs:int"/>`
	typed := func(inner string) string { return `<xs:complexType name="T">` + inner + `</xs:complexType>` }
	simple := func(facets string) string {
		return `<xs:simpleType name="T"><xs:restriction base="xs:string">` + facets + `</xs:restriction></xs:simpleType>`
	}
	for _, c := range []struct {
		name, left, right string
		same              bool
	}{
		{"order of declarations", a + b, b + a, true},
		{"stated defaults", a, `<xs:element name="a" type="xs:int" nillable="false" abstract="false"/>`, true},
		{"annotations", a, `<xs:element name="a" type="xs:int"><xs:annotation><xs:documentation>x</xs:documentation></xs:annotation></xs:element>`, true},
		{"order of attributes", typed(`<xs:attribute name="x"/><xs:attribute name="y"/>`), typed(`<xs:attribute name="y"/><xs:attribute name="x"/>`), true},
		{"order of listed values", simple(`<xs:enumeration value="p"/><xs:enumeration value="q"/>`), simple(`<xs:enumeration value="q"/><xs:enumeration value="p"/>`), true},
		{"a notation", a, a + `<xs:notation name="n" public="p"/>`, true},
		{"a named group", typed("<xs:sequence>" + a + "</xs:sequence>"), `<xs:group name="G"><xs:sequence>` + a + `</xs:sequence></xs:group>` + typed(`<xs:group ref="G"/>`), false},
		{"order of a sequence", typed("<xs:sequence>" + a + b + "</xs:sequence>"), typed("<xs:sequence>" + b + a + "</xs:sequence>"), false},
		{"a facet", simple(`<xs:maxLength value="3"/>`), simple(`<xs:maxLength value="4"/>`), false},
		{"a pattern", simple(`<xs:pattern value="a"/>`), simple(`<xs:pattern value="b"/>`), false},
		{"white space", simple(""), simple(`<xs:whiteSpace value="collapse"/>`), false},
		{"an item type", `<xs:simpleType name="T"><xs:list itemType="xs:int"/></xs:simpleType>`, `<xs:simpleType name="T"><xs:list itemType="xs:long"/></xs:simpleType>`, false},
		{"order of members", `<xs:simpleType name="T"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType>`, `<xs:simpleType name="T"><xs:union memberTypes="xs:date xs:int"/></xs:simpleType>`, false},
	} {
		if got := fact.Digest(pairs.Side(t, "", c.left).Schema) == fact.Digest(pairs.Side(t, "", c.right).Schema); got != c.same {
			t.Errorf("%s: the same digest: %v", c.name, got)
		}
	}
}

// TestAFacetIsStatedByTheLastStep: where it is stated several times, by the one that
// is in force; what no step states is not there.
func TestAFacetIsStatedByTheLastStep(t *testing.T) {
	s := pairs.Side(t, "", `<xs:simpleType name="a"><xs:restriction base="xs:string"><xs:maxLength value="9"/><xs:minLength value="1"/></xs:restriction></xs:simpleType>`+
		`<xs:simpleType name="b"><xs:restriction base="a"><xs:maxLength value="5"/></xs:restriction></xs:simpleType>`+
		`<xs:simpleType name="c"><xs:restriction base="b"/></xs:simpleType>`).Schema
	for _, c := range []struct {
		name  string
		facet datatype.FacetKind
		want  string
	}{
		{"a", datatype.MaxLengthFacet, "9"}, {"b", datatype.MaxLengthFacet, "5"}, {"c", datatype.MaxLengthFacet, "5"},
		{"b", datatype.MinLengthFacet, "1"}, {"c", datatype.MinLengthFacet, "1"}, {"c", datatype.LengthFacet, ""},
	} {
		typ := s.Type(xsd.QName{Space: "urn:t", Local: c.name}).(*xsd.SimpleType)
		got := ""
		if f := fact.StatedFacet(typ, c.facet); f != nil {
			got = f.Value
		}
		if got != c.want {
			t.Errorf("%s of %s is %q, want %q", c.facet, c.name, got, c.want)
		}
	}
	if fact.StatedFacet(nil, datatype.LengthFacet) != nil {
		t.Error("no type has a facet")
	}
}

// TestOnlyWhatATypeAddsIsAFact: attributes and the wildcard that it has of its base
// are told of there.
func TestOnlyWhatATypeAddsIsAFact(t *testing.T) {
	any := `<xs:anyAttribute namespace="##other" processContents="lax"/>`
	s := pairs.Side(t, "", `<xs:complexType name="base"><xs:attribute name="x"/>`+any+`</xs:complexType>`+
		`<xs:complexType name="same"><xs:complexContent><xs:extension base="base"/></xs:complexContent></xs:complexType>`+
		`<xs:complexType name="more"><xs:complexContent><xs:extension base="base"><xs:attribute name="y"/><xs:anyAttribute namespace="##any"/></xs:extension></xs:complexContent></xs:complexType>`+
		`<xs:complexType name="none"><xs:attribute name="z"/></xs:complexType>`).Schema
	facts := fact.Of(s, nil)
	for name, want := range map[string]string{"base": "@* @x", "same": "", "more": "@* @y", "none": "@z"} {
		in := fact.Component{Kind: xsd.KindComplexType, Name: xsd.QName{Space: "urn:t", Local: name}}
		paths := map[string]bool{}
		for _, k := range (fact.Facts{in: facts[in]}).Differing(fact.Facts{}) {
			if strings.HasPrefix(k.Path, "@") {
				paths[k.Path] = true
			}
		}
		if got := strings.Join(slices.Sorted(maps.Keys(paths)), " "); got != want {
			t.Errorf("the attributes of %s are %q, want %q", name, got, want)
		}
	}
}
