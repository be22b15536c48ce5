package reach_test

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/diff/reach"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// marked compares two sides as far as the operations that show each change.
func marked(old, now *diff.Side, o diff.Options) *change.Result {
	c := diff.Compare(old, now, o)
	reach.NewMap(c).Mark(c.Changes)
	return change.NewResult(old.Version(), now.Version(), nil, c.Changes)
}

// TestWhereThePairsShow holds the operations and levels of each pair against
// what is kept with it.
func TestWhereThePairsShow(t *testing.T) {
	for _, p := range pairs.All(t, "../change/testdata") {
		if got := pairs.Describe(marked(p.Old, p.New, p.Options)); got != p.Wants("want") {
			t.Errorf("%s: got\n%swant\n%s", p.ID, got, p.Wants("want"))
		}
		if strings.Contains(p.Wants("near"), "(unproven)") {
			continue // the level is lowered by what comes behind
		}
		if got := pairs.Describe(marked(p.Old, p.Near, p.Options)); got != p.Wants("near") {
			t.Errorf("%s: the near miss gives\n%swant\n%s", p.ID, got, p.Wants("near"))
		}
	}
}

// TestWaysToAType changes a simple type and asks by which ways documents show
// it: the shortest one, and how many there are.
func TestWaysToAType(t *testing.T) {
	root := func(inner string) string {
		return `<xs:element name="r"><xs:complexType>` + inner + `</xs:complexType></xs:element>`
	}
	seq := func(inner string) string { return `<xs:sequence>` + inner + `</xs:sequence>` }
	typed := func(name, inner string) string {
		return `<xs:complexType name="` + name + `">` + inner + `</xs:complexType>`
	}
	el := func(name, of string) string {
		return `<xs:element name="` + name + `" type="` + of + `" minOccurs="0"/>`
	}
	doubling := root(seq(el("a", "n0") + el("b", "n0")))
	for i, c := range strings.Split("0 1 2 3 4 5 6 7 8", " ") {
		doubling += typed("n"+c, seq(el("a", "n"+string(rune('1'+i)))+el("b", "n"+string(rune('1'+i)))))
	}
	doubling += typed("n9", seq(el("x", "v")))
	for _, c := range []struct{ name, schema, want string }{
		{"one", root(seq(el("a", "v"))), "/a x1"},
		{"two", root(seq(el("a", "v") + el("b", "v"))), "/a x2"},
		{"the shortest", root(seq(el("long", "p")+el("z", "v"))) + typed("p", seq(el("a", "v"))), "/z x2"},
		{"an attribute", root(`<xs:attribute name="n" type="v"/>`), "/@n x1"},
		{"a global attribute", root(`<xs:attribute ref="g"/>`) + `<xs:attribute name="g" type="v"/>`, "/@g x1"},
		{"text", root(`<xs:simpleContent><xs:extension base="v"/></xs:simpleContent>`), "/ x1"},
		{"a list", root(seq(el("a", "l"))) + `<xs:simpleType name="l"><xs:list itemType="v"/></xs:simpleType>`, "/a x1"},
		{"a union", root(seq(el("a", "u"))) + `<xs:simpleType name="u"><xs:union memberTypes="xs:int v"/></xs:simpleType>`, "/a x1"},
		{"a restriction of a union", root(seq(el("a", "w"))) + `<xs:simpleType name="u"><xs:union memberTypes="xs:int v"/></xs:simpleType><xs:simpleType name="w"><xs:restriction base="u"/></xs:simpleType>`, "/a x1"},
		{"a type of itself", root(seq(el("a", "p"))) + typed("p", seq(el("again", "p")+el("b", "v"))), "/a/b x1"},
		{"types in a circle", root(seq(el("a", "p"))) + typed("p", seq(el("q", "q"))) + typed("q", seq(el("p", "p")+el("b", "v"))), "/a/q/b x1"},
		{"ways that double", doubling, "/a/a/a/a/a/a/a/a/a/a/x x1024"},
		{"by a derived type", root(seq(el("a", "p"))) + typed("p", "") + typed("q", `<xs:complexContent><xs:extension base="p">`+seq(el("b", "v"))+`</xs:extension></xs:complexContent>`), "/a/b x1 by xsi:type"},
		{"both ways", root(seq(el("a", "p")+el("deep", "d"))) + typed("d", seq(el("c", "v"))) + typed("p", "") + typed("q", `<xs:complexContent><xs:extension base="p">`+seq(el("b", "v"))+`</xs:extension></xs:complexContent>`), "/deep/c x1"},
	} {
		side := func(label, facet string) *diff.Side {
			return pairs.Side(t, label, c.schema+`<xs:simpleType name="v"><xs:restriction base="xs:string">`+facet+`</xs:restriction></xs:simpleType>`)
		}
		r := marked(side("old", `<xs:maxLength value="3"/>`), side("new", `<xs:maxLength value="4"/>`), diff.Options{})
		if len(r.Changes) != 1 {
			t.Errorf("%s: %s", c.name, pairs.Describe(r))
			continue
		}
		want := "r request " + c.want + ", r response " + c.want
		if got := pairs.Reached(&r.Changes[0]); got != want {
			t.Errorf("%s: got %s, want %s", c.name, got, want)
		}
	}
}

// TestSubstitutesShowAChange: by the member's own name, at the place of its
// head; each of the elements starts documents too.
func TestSubstitutesShowAChange(t *testing.T) {
	side := func(label, of string) *diff.Side {
		return pairs.Side(t, label, `<xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h"/></xs:sequence></xs:complexType></xs:element>`+
			`<xs:element name="h" type="xs:anyType" abstract="true"/><xs:element name="m" type="`+of+`" substitutionGroup="h"/>`)
	}
	r := marked(side("old", "xs:int"), side("new", "xs:long"), diff.Options{})
	if len(r.Changes) == 0 {
		t.Fatal("nothing has changed")
	}
	if got := pairs.Reached(&r.Changes[0]); got != "m request / x1, m response / x1, r request /m x1, r response /m x1" {
		t.Errorf("got %s", got)
	}
}

// TestEntriesAreWhatBothVersionsStartWith: an operation or root of one version
// alone is none.
func TestEntriesAreWhatBothVersionsStartWith(t *testing.T) {
	root := func(name string) string { return `<xs:element name="` + name + `" type="xs:int"/>` }
	m := reach.NewMap(diff.Compare(pairs.Side(t, "old", root("a")+root("b")), pairs.Side(t, "new", root("b")+root("c")), diff.Options{}))
	var got []string
	for _, e := range m.Entries {
		got = append(got, e.Reach.Operation+" "+e.Reach.Direction.String())
	}
	if s := strings.Join(got, ", "); s != "b request, b response" {
		t.Errorf("got %s", s)
	}
}

// TestWayByTypeDoesNotCountBesideAnother: a group in two types, one of which
// only xsi:type leads to.
func TestWayByTypeDoesNotCountBesideAnother(t *testing.T) {
	side := func(label, of string) *diff.Side {
		use := `<xs:sequence><xs:group ref="g"/></xs:sequence>`
		return pairs.Side(t, label, `<xs:group name="g"><xs:sequence><xs:element name="x" type="`+of+`"/></xs:sequence></xs:group>`+
			`<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="p"/><xs:element name="deep" type="d" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`+
			`<xs:complexType name="p"/><xs:complexType name="d">`+use+`</xs:complexType>`+
			`<xs:complexType name="q"><xs:complexContent><xs:extension base="p">`+use+`</xs:extension></xs:complexContent></xs:complexType>`)
	}
	r := marked(side("old", "xs:int"), side("new", "xs:long"), diff.Options{})
	if len(r.Changes) != 1 || pairs.Reached(&r.Changes[0]) != "r request /deep/x x1, r response /deep/x x1" {
		t.Errorf("got %s", pairs.Describe(r))
	}
}

// TestChangesOfAHolderShareTheirWays: of all that changes in a type, the
// operations and the ways to the type are kept once, or thousands of changes at
// hundreds of roots fill the memory.
func TestChangesOfAHolderShareTheirWays(t *testing.T) {
	side := func(label, of string) *diff.Side {
		return pairs.Side(t, label, `<xs:element name="r" type="p"/><xs:element name="s"><xs:complexType><xs:sequence><xs:element name="in" type="p"/></xs:sequence></xs:complexType></xs:element>`+
			`<xs:complexType name="p"><xs:sequence><xs:element name="a" type="`+of+`"/><xs:element name="b" type="`+of+`"/></xs:sequence></xs:complexType>`)
	}
	r := marked(side("old", "xs:int"), side("new", "xs:long"), diff.Options{})
	if len(r.Changes) != 2 {
		t.Fatal(pairs.Describe(r))
	}
	for i, want := range []string{"r request /a x1, r response /a x1, s request /in/a x1, s response /in/a x1", "r request /b x1, r response /b x1, s request /in/b x1, s response /in/b x1"} {
		if got := pairs.Reached(&r.Changes[i]); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if &r.Changes[0].Operations[0] != &r.Changes[1].Operations[0] {
		t.Error("each change has a list of its own")
	}
}

// TestATextIsNotReplacedByType: xsi:type can put a derived type in the place of an
// element's type, not in that of its text, of an attribute or of an item.
func TestATextIsNotReplacedByType(t *testing.T) {
	derived := func(of string) string {
		return `<xs:simpleType name="s"><xs:restriction base="xs:string"/></xs:simpleType>` +
			`<xs:complexType name="d"><xs:simpleContent><xs:extension base="s"><xs:attribute name="a" type="` + of + `"/></xs:extension></xs:simpleContent></xs:complexType>`
	}
	typed := func(inner string) string {
		return `<xs:element name="r"><xs:complexType>` + inner + `</xs:complexType></xs:element>`
	}
	for _, c := range []struct{ name, root, want string }{
		{"an element's type", `<xs:element name="r" type="s"/>`, "r request /@a x1 by xsi:type, r response /@a x1 by xsi:type"},
		{"that of a child", typed(`<xs:sequence><xs:element name="c" type="s"/></xs:sequence>`), "r request /c/@a x1 by xsi:type, r response /c/@a x1 by xsi:type"},
		{"a text", typed(`<xs:simpleContent><xs:extension base="s"/></xs:simpleContent>`), "unreached"},
		{"an attribute", typed(`<xs:attribute name="b" type="s"/>`), "unreached"},
		{"an item", `<xs:element name="r"><xs:simpleType><xs:list itemType="s"/></xs:simpleType></xs:element>`, "unreached"},
		{"a member", `<xs:element name="r"><xs:simpleType><xs:union memberTypes="s xs:int"/></xs:simpleType></xs:element>`, "unreached"},
	} {
		r := marked(pairs.Side(t, "old", c.root+derived("xs:int")), pairs.Side(t, "new", c.root+derived("xs:long")), diff.Options{})
		if len(r.Changes) != 1 || pairs.Reached(&r.Changes[0]) != c.want {
			t.Errorf("%s: got %s", c.name, pairs.Describe(r))
		}
	}
}

// TestAWayIsThereOrNot asks for ways between components: by elements alone, not by
// xsi:type, and from and to what the schema has.
func TestAWayIsThereOrNot(t *testing.T) {
	const schema = `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="p"/></xs:sequence></xs:complexType></xs:element>` +
		`<xs:complexType name="p"><xs:sequence><xs:element name="b" type="q"/></xs:sequence></xs:complexType><xs:complexType name="q"/><xs:complexType name="lonely"/>` +
		`<xs:complexType name="d"><xs:complexContent><xs:extension base="q"/></xs:complexContent></xs:complexType>`
	old, now := pairs.Side(t, "old", schema), pairs.Side(t, "new", schema)
	m := reach.NewMap(diff.Compare(old, now, diff.Options{}))
	named := func(s *diff.Side, local string) any { return s.Schema.Type(xsd.QName{Space: "urn:t", Local: local}) }
	root := old.Schema.Element(xsd.QName{Space: "urn:t", Local: "r"})
	for _, c := range []struct {
		name     string
		from, to any
		way      string
		ok       bool
	}{
		{"by two elements", root, named(old, "q"), "a b", true},
		{"to itself", root, root, "", true},
		{"by xsi:type", root, named(old, "d"), "", false},
		{"to what nothing leads to", root, named(old, "lonely"), "", false},
		{"upwards", named(old, "q"), named(old, "p"), "", false},
		{"from the other version", named(now, "p"), named(old, "q"), "", false},
		{"to the other version", root, named(now, "q"), "", false},
	} {
		way, ok := m.Old.Way(c.from, c.to)
		var names []string
		for _, step := range way {
			if step.Name != "" {
				names = append(names, step.Name)
			}
		}
		if got := strings.Join(names, " "); ok != c.ok || got != c.way {
			t.Errorf("%s: the way is %q, there: %v", c.name, got, ok)
		}
	}
}

// TestAHolderOfOneVersionIsReached: what has come or gone has no counterpart, and
// is reached where it is.
func TestAHolderOfOneVersionIsReached(t *testing.T) {
	side := func(label, typ string) *diff.Side {
		return pairs.Side(t, label, `<xs:element name="r" type="`+typ+`"/><xs:complexType name="`+typ+`"><xs:attribute name="`+typ+`"/></xs:complexType>`)
	}
	old, now := side("old", "p"), side("new", "q")
	m := reach.NewMap(diff.Compare(old, now, diff.Options{}))
	p, q := old.Schema.Type(xsd.QName{Space: "urn:t", Local: "p"}), now.Schema.Type(xsd.QName{Space: "urn:t", Local: "q"})
	for name, c := range map[string]struct {
		holder change.Holder
		want   int
	}{
		"of the old one": {change.Holder{Old: p}, 2}, "of the new one": {change.Holder{New: q}, 2}, "of both": {change.Holder{Old: p, New: q}, 2},
		"of neither": {change.Holder{Old: q, New: p}, 0},
	} {
		if got := len(m.Reaching(c.holder)); got != c.want {
			t.Errorf("%s: %d entries, want %d", name, got, c.want)
		}
	}
}
