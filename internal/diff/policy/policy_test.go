package policy_test

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/diff/policy"
	"github.com/wbxgen/wbxgen/internal/project"
)

func side(t *testing.T, label, elements string) *diff.Side {
	t.Helper()
	text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t:v1" targetNamespace="urn:t:v1" elementFormDefault="qualified">` +
		`<xs:element name="order" type="t:order"/><xs:element name="debug" type="t:debug"/>` + elements + `</xs:schema>`
	return pairs.Side(t, label, text)
}

func typeWith(name string, elements ...string) string {
	text := `<xs:complexType name="` + name + `"><xs:sequence>`
	for _, e := range elements {
		text += `<xs:element name="` + e + `" type="xs:int" minOccurs="0"/>`
	}
	return text + `</xs:sequence></xs:complexType>`
}

// sides has a removal below each of two roots.
func sides(t *testing.T) (old, now *diff.Side) {
	return side(t, "1", typeWith("order", "a", "b")+typeWith("debug", "c", "d")), side(t, "2", typeWith("order", "a")+typeWith("debug", "c"))
}

func TestPolicy(t *testing.T) {
	for _, c := range []struct {
		name string
		list policy.List
		// levels of order/b and debug/d; "-" where they do not count.
		want string
	}{
		{"none", nil, "break break"},
		{"by rule", policy.List{{Rule: "element-removed-optional", Level: change.Info}}, "info info"},
		{"by another rule", policy.List{{Rule: "element-moved", Level: change.Info}}, "break break"},
		{"by path", policy.List{{Path: "t:order/b", Level: change.None}}, "none break"},
		{"below a path", policy.List{{Path: "t:deb*", Level: change.Risk}}, "break risk"},
		{"by namespace", policy.List{{Namespace: "urn:t:*", Ignore: true}}, "- -"},
		{"by another namespace", policy.List{{Namespace: "urn:u", Ignore: true}}, "break break"},
		{"by root", policy.List{{Root: "debug", Ignore: true}}, "break -"},
		{"by rule and root", policy.List{{Rule: "element-moved", Root: "debug", Ignore: true}}, "break break"},
		{"the last one counts", policy.List{{Rule: "element-removed-optional", Ignore: true}, {Path: "t:order", Level: change.Info}}, "info -"},
	} {
		t.Run(c.name, func(t *testing.T) {
			old, now := sides(t)
			r := c.list.Apply(project.Compare(old, now, diff.Options{}))
			if got := levelOf(r, "b") + " " + levelOf(r, "d"); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if len(r.Changes)+r.Hidden != 2 {
				t.Errorf("%d changes and %d hidden", len(r.Changes), r.Hidden)
			}
		})
	}
}

func levelOf(r *change.Result, path string) string {
	for i := range r.Changes {
		if r.Changes[i].Component.Path == path {
			return r.Changes[i].Level(false).String()
		}
	}
	return "-"
}

func TestEntriesThatFitNothing(t *testing.T) {
	old, now := sides(t)
	at := diag.Pos{File: "wbxgen.yaml", Line: 4}
	for _, c := range []struct {
		entry policy.Entry
		want  string // "" for none
	}{
		{policy.Entry{Rule: "element-moved"}, ""},
		{policy.Entry{Rule: "element-mooved"}, `there is no rule "element-mooved"; did you mean "element-moved"?`},
		{policy.Entry{Path: "t:order/b"}, ""},
		{policy.Entry{Path: "t:ordr"}, `no component matches "t:ordr"`},
		{policy.Entry{Path: "["}, `no component matches "["`},
		{policy.Entry{Namespace: "urn:t:v2"}, `no component has the namespace "urn:t:v2"`},
		{policy.Entry{Namespace: "urn:t:v1", Path: "t:x"}, `no component of the namespace "urn:t:v1" matches "t:x"`},
		{policy.Entry{Root: "order"}, ""},
		{policy.Entry{Root: "Order"}, `no operation or root matches "Order"`},
	} {
		c.entry.Pos = at
		err := policy.List{c.entry}.Check(old, now)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), "wbxgen.yaml:4: error: the entry fits nothing: "+c.want)) {
			t.Errorf("%+v: got %v, want %q", c.entry, err, c.want)
		}
	}
}
