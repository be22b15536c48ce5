package plan

import "testing"

// TestFacetsAreToldFromBounds holds every kind of check against whether it is
// about a value or about how often the value occurs.
func TestFacetsAreToldFromBounds(t *testing.T) {
	bounds := map[CheckKind]bool{CheckMinItems: true, CheckMaxItems: true, CheckChoice: true}
	for k := CheckLength; k <= CheckChoice; k++ {
		if got := (Check{Kind: k}).IsFacet(); got == bounds[k] {
			t.Errorf("check %d: a facet: %v", k, got)
		}
	}
}

func TestWhatOfASimpleTypeIsChecked(t *testing.T) {
	faceted := &Simple{Checks: []Check{{Kind: CheckLength}}}
	for _, c := range []struct {
		name            string
		simple          Simple
		checked, judged bool
	}{
		{"no facets", Simple{}, false, false},
		{"facets", *faceted, true, true},
		{"an enumeration", Simple{Kind: EnumType}, false, true},
		{"facets of items", Simple{Kind: ListType, ItemChecks: []Check{{Kind: CheckLength}}}, true, true},
		{"items of a type with facets", Simple{Kind: ListType, Item: faceted}, true, true},
		{"items of an enumeration", Simple{Kind: ListType, Item: &Simple{Kind: EnumType}}, false, true},
		{"items without facets", Simple{Kind: ListType, Item: &Simple{}}, false, false},
	} {
		if got := c.simple.Checked(); got != c.checked {
			t.Errorf("%s: checked: %v", c.name, got)
		}
		if got := c.simple.Judged(); got != c.judged {
			t.Errorf("%s: judged: %v", c.name, got)
		}
	}
}

func TestChoiceIsCheckedIfABranchIs(t *testing.T) {
	plain, faceted := &Struct{}, &Struct{Checked: true}
	if (&Choice{Branches: []*Struct{plain}}).Checked() || !(&Choice{Branches: []*Struct{plain, faceted}}).Checked() {
		t.Error("the branches do not count")
	}
}

func TestOperationsThatTypesTell(t *testing.T) {
	byElement, byType := &Method{Operation: Operation{Elements: true}}, &Method{}
	with := func(m ...*Method) *Plan { return &Plan{Packages: []*Package{{}, {Operations: m}}} }
	for _, c := range []struct {
		name string
		plan *Plan
		want bool
	}{{"none", with(), false}, {"by element", with(byElement), false}, {"one by type", with(byElement, byType), true}} {
		if got := c.plan.ToldByType(); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}

// TestDeclarationsSayWhereTheyGo is about the two names by which a printer
// sorts declarations.
func TestDeclarationsSayWhereTheyGo(t *testing.T) {
	for _, d := range []Decl{&Struct{Name: "T", File: "types"}, &Simple{Name: "T", File: "types"}, &Choice{Name: "T", File: "types"}} {
		if d.TypeName() != "T" || d.InFile() != "types" {
			t.Errorf("%T is %s in %s", d, d.TypeName(), d.InFile())
		}
	}
}

// TestRunesOfModelsAreApart: names of a table and sets of wildcards share one
// alphabet, which ends with Unicode.
func TestRunesOfModelsAreApart(t *testing.T) {
	if ModelRune(0) != 0xF0000 || ModelRune(3)-ModelRune(0) != 3 || WildcardRune(0) != ModelRune(1<<16) || WildcardRune(0xFFFF) != 0x10FFFF {
		t.Errorf("%x %x %x %x", ModelRune(0), ModelRune(3), WildcardRune(0), WildcardRune(0xFFFF))
	}
}
