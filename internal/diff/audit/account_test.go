package audit_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/audit"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/fact"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
)

// TestChangesOfEachPairMakeTheNewVersion, in both directions of time, and none
// of them can be left out.
func TestChangesOfEachPairMakeTheNewVersion(t *testing.T) {
	for _, p := range pairs.All(t, "../change/testdata") {
		for _, way := range [][2]*diff.Side{{p.Old, p.New}, {p.New, p.Old}, {p.Old, p.Near}, {p.Near, p.Old}} {
			c := diff.Compare(way[0], way[1], diff.Options{})
			ledger, want := audit.Account(c, c.Changes), fact.Digest(way[1].Schema)
			if ledger.Apply(way[0].Schema, -1) != want || len(ledger.Residue) > 0 {
				t.Errorf("%s: %s to %s is not complete:\n%s", p.ID, way[0].Label, way[1].Label, strings.Join(ledger.Residue, "\n"))
			}
			if p.ID == change.TypeReplaced {
				continue // it accounts for all that differs in the type
			}
			for i := range c.Changes {
				if !beside[c.Changes[i].ID] && ledger.Apply(way[0].Schema, i) == want {
					t.Errorf("%s: %s to %s: %s can be left out", p.ID, way[0].Label, way[1].Label, c.Changes[i].ID)
				}
			}
		}
	}
}

// beside are the rules about what is no fact: documentation.
var beside = map[change.ID]bool{change.DeprecationAdded: true, change.DeprecationRemoved: true, change.DocumentationChanged: true}

// TestAMissingChangeIsFound hides a change from the account: its facts are left
// over, and the old version does not become the new one.
func TestAMissingChangeIsFound(t *testing.T) {
	for _, p := range pairs.All(t, "../change/testdata") {
		c := diff.Compare(p.Old, p.New, diff.Options{})
		before, after := fact.Digest(p.Old.Schema), fact.Digest(p.New.Schema)
		if before == after {
			continue
		}
		ledger := audit.Account(c, nil)
		if len(ledger.Residue) == 0 && len(c.Names.Types)+len(c.Names.Spaces) == 0 {
			t.Errorf("%s: nothing is left over", p.ID)
		}
		if ledger.Apply(p.Old.Schema, -1) != before {
			t.Errorf("%s: no changes make another schema", p.ID)
		}
	}
}

// TestOneOfTwoChangesIsMissed: where two parts move, one that is told of does
// not stand for the other.
func TestOneOfTwoChangesIsMissed(t *testing.T) {
	side := func(label, inner string) *diff.Side {
		return pairs.Side(t, label, `<xs:complexType name="t"><xs:sequence>`+inner+`</xs:sequence></xs:complexType>`)
	}
	one := func(name string) string { return `<xs:element name="` + name + `" type="xs:int"/>` }
	old, now := side("old", one("a")), side("new", one("b")+one("a")+one("c"))
	c := diff.Compare(old, now, diff.Options{})
	if len(c.Changes) != 2 {
		t.Fatal(c.Changes)
	}
	for i := range c.Changes {
		ledger := audit.Account(c, c.Changes[i:i+1])
		if shape := slices.ContainsFunc(ledger.Residue, func(r string) bool { return strings.Contains(r, " shape: ") }); !shape {
			t.Errorf("with %s alone, the order of parts is accounted for: %q", c.Changes[i].Component, ledger.Residue)
		}
	}
}
