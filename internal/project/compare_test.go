package project_test

import (
	"slices"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/project"
)

// TestCompareGoesThroughAllStages: changes have their operations and their
// witnesses.
func TestCompareGoesThroughAllStages(t *testing.T) {
	for _, p := range pairs.All(t, "../diff/change/testdata") {
		r := project.Compare(p.Old, p.New, p.Options)
		if got := pairs.Describe(r); got != p.Wants("want") {
			t.Errorf("%s: got\n%swant\n%s", p.ID, got, p.Wants("want"))
		}
		if got := pairs.Witnesses(r); got != p.Wants("witness") {
			t.Errorf("%s: the witnesses are\n%swant\n%s", p.ID, got, p.Wants("witness"))
		}
	}
}

// TestRootsOfASchemaWithoutOperations: each has a verdict, and the versions
// hold one another as far as that can be shown.
func TestRootsOfASchemaWithoutOperations(t *testing.T) {
	root := func(name, of string) string { return `<xs:element name="` + name + `" type="` + of + `"/>` }
	for _, c := range []struct {
		name, old, new    string
		forward, backward bool
		roots             []string
	}{
		{"the same", root("a", "xs:int"), root("a", "xs:int"), true, true, []string{"a"}},
		{"a wider root", root("a", "xs:int") + root("b", "xs:int"), root("a", "xs:int") + root("b", "xs:long"), true, false, []string{"a", "b"}},
		{"a narrower root", root("a", "xs:long") + root("b", "xs:int"), root("a", "xs:int") + root("b", "xs:int"), false, true, []string{"a", "b"}},
		{"another root", root("a", "xs:int"), root("a", "xs:int") + root("b", "xs:int"), true, false, []string{"a", "b"}},
		{"a root less", root("a", "xs:int") + root("b", "xs:int"), root("a", "xs:int"), false, false, []string{"a", "b"}},
	} {
		r := project.Compare(pairs.Side(t, "old", c.old), pairs.Side(t, "new", c.new), diff.Options{})
		if !r.Documents || r.OldHold != c.forward || r.NewHold != c.backward {
			t.Errorf("%s: documents %v, old ones hold %v, new ones hold %v", c.name, r.Documents, r.OldHold, r.NewHold)
		}
		var names []string
		for _, v := range r.Roots {
			names = append(names, v.Operation)
		}
		if !slices.Equal(names, c.roots) {
			t.Errorf("%s: roots are %v", c.name, names)
		}
	}
}

const service = `<xs:complexType name="body" abstract="true"/><xs:element name="message"><xs:complexType><xs:sequence><xs:element name="body"><xs:complexType><xs:sequence>` +
	`<xs:element name="content" type="body"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>`

func operation(name string) string {
	one := func(name string) string {
		return `<xs:complexType name="` + name + `"><xs:complexContent><xs:extension base="body"/></xs:complexContent></xs:complexType>`
	}
	return one(name) + one(name+"Response")
}

// TestOperationsOfEitherVersionAreListed: one that is gone too.
func TestOperationsOfEitherVersionAreListed(t *testing.T) {
	old, now := pairs.Side(t, "1", service+operation("getA")+operation("getB")), pairs.Side(t, "2", service+operation("getB")+operation("delC"))
	r := project.Compare(old, now, diff.Options{})
	var names []string
	for _, v := range r.Operations {
		names = append(names, v.Operation+" of "+v.Service)
	}
	slices.Sort(names)
	if want := []string{"DelC of t", "GetA of t", "GetB of t"}; !slices.Equal(names, want) || r.Documents {
		t.Errorf("got %v, documents %v", names, r.Documents)
	}
	operations, spaces := project.Names([]*diff.Side{old, now})
	if len(operations) != 4 || !slices.Equal(spaces, []string{"urn:t", "urn:t"}) {
		t.Errorf("a filter can name %v and %v", operations, spaces)
	}
}

// TestChainHasAStepForEachVersion compares neighbours, and the ends.
func TestChainHasAStepForEachVersion(t *testing.T) {
	var sides []*diff.Side
	for i, of := range []string{"xs:byte", "xs:byte", "xs:int", "xs:long"} {
		sides = append(sides, pairs.Side(t, string(rune('1'+i)), `<xs:element name="a" type="`+of+`"/>`))
	}
	c := project.CompareChain(sides, diff.Options{})
	var steps []int
	for _, s := range c.Steps {
		steps = append(steps, len(s.Changes))
	}
	if !slices.Equal(steps, []int{0, 1, 1}) || c.Steps[2].Old.Label != "3" || c.Steps[2].New.Label != "4" {
		t.Errorf("steps are %v", steps)
	}
	if d := c.Direct; d.Old.Label != "1" || d.New.Label != "4" || len(d.Changes) != 1 || d.Changes[0].ID != change.TypeWidened {
		t.Errorf("the ends give %s", pairs.Describe(d))
	}
}
