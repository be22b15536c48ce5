package inclusion_test

import (
	"slices"
	"testing"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

func TestNamesOfTheOldVersion(t *testing.T) {
	old, now := xsd.QName{Space: "urn:1", Local: "T"}, xsd.QName{Space: "urn:2", Local: "U"}
	names := &inclusion.Names{Spaces: map[string]string{"urn:1": "urn:2"}, Types: map[xsd.QName]xsd.QName{old: now}}
	other := xsd.QName{Space: "urn:9", Local: "T"}
	several := &inclusion.Names{Spaces: map[string]string{"urn:1": "urn:2", "urn:0": "urn:2", "urn:3": "urn:2"}}
	for _, c := range []struct {
		what      string
		got, want xsd.QName
	}{
		{"a type", names.TypeName(old), now},
		{"a type of a namespace", names.TypeName(xsd.QName{Space: "urn:1", Local: "X"}), xsd.QName{Space: "urn:2", Local: "X"}},
		{"an element", names.Name(old), xsd.QName{Space: "urn:2", Local: "T"}},
		{"another namespace", names.Name(other), other},
		{"back", names.Back(now), old},
		{"a type of a namespace, back", names.Back(xsd.QName{Space: "urn:2", Local: "X"}), xsd.QName{Space: "urn:1", Local: "X"}},
		{"another one, back", names.Back(other), other},
		{"an element, back", names.BackName(xsd.QName{Space: "urn:2", Local: "T"}), old},
		{"another element, back", names.BackName(other), other},
		{"an element of one of several namespaces, back", several.BackName(now), xsd.QName{Space: "urn:0", Local: "U"}},
		{"an element without names, back", (*inclusion.Names)(nil).BackName(old), old},
		{"without names", (*inclusion.Names)(nil).TypeName(old), old},
		{"without names, back", (*inclusion.Names)(nil).Back(old), old},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v, want %v", c.what, c.got, c.want)
		}
	}
	got := inclusion.Constraint(xsd.NamespaceConstraint{Not: true, Names: []string{"urn:9", "urn:1"}}, names)
	if !got.Not || got.Any || !slices.Equal(got.Names, []string{"urn:2", "urn:9"}) {
		t.Errorf("of a wildcard: %+v", got)
	}
}

// TestRenamedTypesAreCompared reads the left by its new names.
func TestRenamedTypesAreCompared(t *testing.T) {
	base := func(name string) string {
		return `<xs:complexType name="T" abstract="true"/><xs:complexType name="` + name + `"><xs:complexContent><xs:extension base="T"/></xs:complexContent></xs:complexType>`
	}
	left, right := schemaOf(t, base("Old")), schemaOf(t, base("New"))
	names := &inclusion.Names{Types: map[xsd.QName]xsd.QName{{Local: "Old"}: {Local: "New"}}}
	for want, languages := range map[inclusion.Verdict][2]inclusion.Language{
		inclusion.Holds: {{Schema: left, Names: names}, {Schema: right}},
		inclusion.Fails: {{Schema: left}, {Schema: right}},
	} {
		of := func(l inclusion.Language) xsd.Type { return l.Schema.Type(xsd.QName{Local: "T"}) }
		if got := inclusion.New(languages[0], languages[1], 0).Types(of(languages[0]), of(languages[1])); got != want {
			t.Errorf("got %d, want %d", got, want)
		}
	}
	back := inclusion.New(inclusion.Language{Schema: right}, inclusion.Language{Schema: left, Names: names}, 0)
	if got := back.Types(right.Type(xsd.QName{Local: "T"}), left.Type(xsd.QName{Local: "T"})); got != inclusion.Holds {
		t.Errorf("back: got %d", got)
	}
}

// TestKeysOfIdentityConstraints are the same for what asks the same.
func TestKeysOfIdentityConstraints(t *testing.T) {
	key := func(kind, selector, field string) string {
		s := schemaOf(t, `<xs:element name="r"><xs:complexType>`+sequence(element("a", "")+element("b", ""))+`</xs:complexType>`+
			`<xs:`+kind+` name="k"><xs:selector xpath="`+selector+`"/><xs:field xpath="`+field+`"/></xs:`+kind+`></xs:element>`)
		return inclusion.IdentityKey(s.Element(xsd.QName{Local: "r"}).IdentityConstraints[0], nil)
	}
	base := key("unique", "a|b", "@x")
	if got := key("unique", " b | a ", "@x"); got != base {
		t.Errorf("order and space count: %q, %q", got, base)
	}
	seen := map[string]string{base: "the first"}
	for name, k := range map[string]string{
		"a key":              key("key", "a|b", "@x"),
		"another selector":   key("unique", "a", "@x"),
		"descendants":        key("unique", ".//a|b", "@x"),
		"a field of element": key("unique", "a|b", "x"),
		"any attribute":      key("unique", "a|b", "@*"),
		"a longer path":      key("unique", "a/b", "@x"),
		"of a namespace":     key("unique", "a|b", "@o:x"),
		"all of a namespace": key("unique", "a|b", "@o:*"),
	} {
		if seen[k] != "" {
			t.Errorf("%s has the key of %s", name, seen[k])
		}
		seen[k] = name
	}
}

// TestWhatATypeListsMayStandInItsBase is about lists and unions that are
// restricted.
func TestWhatATypeListsMayStandInItsBase(t *testing.T) {
	s := schemaOf(t, `<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType><xs:simpleType name="U"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType>`+
		`<xs:simpleType name="L2"><xs:restriction base="L"><xs:maxLength value="2"/></xs:restriction></xs:simpleType><xs:simpleType name="U2"><xs:restriction base="U"><xs:pattern value="1"/></xs:restriction></xs:simpleType>`+
		complexType(textual("L2", "")))
	of := func(name string) *xsd.SimpleType { return s.Type(xsd.QName{Local: name}).(*xsd.SimpleType) }
	if got := inclusion.ListItem(of("L2")); got.Name.Local != "int" {
		t.Errorf("items are %v", got.Name)
	}
	if got := inclusion.UnionMembers(of("U2")); len(got) != 2 || got[1].Name.Local != "date" {
		t.Errorf("members are %v", got)
	}
	text, holder := inclusion.TextContent(s.Type(xsd.QName{Local: "T"}))
	if text == nil || inclusion.ListItem(text).Name.Local != "int" || holder.Name.Local != "T" {
		t.Errorf("text is %v in %v", text, holder)
	}
	if text, holder = inclusion.TextContent(of("L")); text != of("L") || len(holder.AttributeUses) > 0 {
		t.Errorf("text of a simple type is %v in %v", text, holder)
	}
}
