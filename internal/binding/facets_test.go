package binding_test

import (
	"testing"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/plan"
)

// simpleNamed finds a simple type of a plan by its name in the schema.
func simpleNamed(t *testing.T, p *plan.Plan, local string) *plan.Simple {
	t.Helper()
	for _, pkg := range p.Packages {
		for _, d := range pkg.Types {
			if s, ok := d.(*plan.Simple); ok && s.XMLName.Local == local {
				return s
			}
		}
	}
	t.Fatalf("there is no %s", local)
	return nil
}

// TestPatternsOfAllStepsCount: of a union that is restricted twice, both.
func TestPatternsOfAllStepsCount(t *testing.T) {
	p, diags := bind(t, binding.NewLock(), binding.Options{},
		`<xs:simpleType name="u"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType>`+
			`<xs:simpleType name="v"><xs:restriction base="t:u"><xs:pattern value="1.*"/></xs:restriction></xs:simpleType>`+
			`<xs:simpleType name="w"><xs:restriction base="t:v"><xs:pattern value=".*2"/></xs:restriction></xs:simpleType>`+
			`<xs:element name="e" type="t:w"/>`)
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]int{"u": 0, "v": 1, "w": 2} {
		got := 0
		for _, c := range simpleNamed(t, p, name).Checks {
			if c.Kind == plan.CheckPattern {
				got++
			}
		}
		if got != want {
			t.Errorf("%s: %d patterns, want %d", name, got, want)
		}
	}
}

// TestMembersThatAreReadOnDemand: numbers and dates, not text, lists or names.
func TestMembersThatAreReadOnDemand(t *testing.T) {
	p, diags := bind(t, binding.NewLock(), binding.Options{},
		`<xs:simpleType name="l"><xs:list itemType="xs:int"/></xs:simpleType>`+
			`<xs:simpleType name="u"><xs:union memberTypes="t:l xs:string xs:int xs:token xs:date"/></xs:simpleType><xs:element name="e" type="t:u"/>`)
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range simpleNamed(t, p, "u").Members {
		got = append(got, m.Method)
	}
	if len(got) != 2 || got[0] != "AsInt" || got[1] != "AsDate" {
		t.Errorf("got %v", got)
	}
}
