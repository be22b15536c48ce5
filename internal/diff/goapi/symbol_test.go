package goapi_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/goapi"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// ofTypes is a plan of a package a with some types.
func ofTypes(types ...plan.Decl) *plan.Plan {
	pkg := &plan.Package{Name: "a", Dir: "a", Types: types}
	return &plan.Plan{RootName: "api", Packages: []*plan.Package{pkg}}
}

func ofField(f *plan.Field) *plan.Plan {
	return ofTypes(&plan.Struct{Name: "T", Fields: []*plan.Field{f}})
}

// TestStepOfASymbol has, for each kind of symbol, what its change asks for.
func TestStepOfASymbol(t *testing.T) {
	text, number := plan.Type{Name: "string"}, plan.Type{Name: "int32"}
	field := func(f plan.Field) *plan.Plan { return ofField(&f) }
	simple := func(s plan.Simple) *plan.Plan { s.Name = "S"; return ofTypes(&s) }
	base := plan.Field{Name: "F", Tag: "f", Type: text}
	checks := []plan.Check{{Kind: plan.CheckLength}}
	operation := func(list *plan.List) *plan.Plan {
		p := ofTypes()
		request := &plan.Struct{Name: "Get", Pkg: p.Packages[0]}
		p.Packages[0].Operations = []*plan.Method{{Name: "Get", Request: request, Response: &plan.Struct{Name: "GetResponse", Pkg: p.Packages[0]}, List: list}}
		return p
	}
	items := &plan.List{Items: "GetItems", Item: &plan.Field{Type: text}}
	paged := &plan.List{Items: "GetItems", Item: items.Item, Pages: &plan.Pages{All: "GetAll"}}
	for _, c := range []struct {
		name     string
		old, new *plan.Plan
		want     string
	}{
		{"nothing", field(base), field(base), "none"},
		{"a tag", field(base), field(plan.Field{Name: "F", Tag: "g", Type: text}), "patch: a.T.F"},
		{"a type", field(base), field(plan.Field{Name: "F", Tag: "f", Type: number}), "major: a.T.F"},
		{"a pointer", field(base), field(plan.Field{Name: "F", Tag: "f", Type: text, Shape: plan.Optional}), "major: a.T.F"},
		{"a name", field(base), field(plan.Field{Name: "G", Tag: "f", Type: text}), "major: a.T.F, minor: a.T.G"},
		{"a type more", ofTypes(), ofTypes(&plan.Struct{Name: "T"}), "minor: a.T, minor: a.T.XMLTable"},
		{"a type that only an element names", ofTypes(&plan.Struct{Name: "T", XMLName: xsd.QName{Local: "T"}}), ofTypes(&plan.Struct{Name: "T", Roots: []*plan.Root{{}}}), "none"},
		{"a type that nothing names", ofTypes(&plan.Struct{Name: "T", XMLName: xsd.QName{Local: "T"}}), ofTypes(&plan.Struct{Name: "T"}), "major: a.T.XMLType"},
		{"a type less", ofTypes(&plan.Choice{Name: "C"}), ofTypes(), "major: a.C"},
		{"a branch", ofTypes(&plan.Struct{Name: "T"}), ofTypes(&plan.Struct{Name: "T", BranchOf: []*plan.Choice{{Name: "C"}}}), "minor: a.T.(C)"},
		{"an enumeration", simple(plan.Simple{Of: text}), simple(plan.Simple{Kind: plan.EnumType, ValuesFunc: "SValues", Values: []plan.EnumValue{{Name: "SA", Value: "A"}}}), "minor: a.S.CheckXML, minor: a.S.Known, minor: a.SA, minor: a.SValues"},
		{"a constant", simple(plan.Simple{Kind: plan.EnumType, Values: []plan.EnumValue{{Name: "SA", Value: "A"}}}), simple(plan.Simple{Kind: plan.EnumType, Values: []plan.EnumValue{{Name: "SA", Value: "B"}}}), "major: a.SA"},
		{"a union's member", simple(plan.Simple{Kind: plan.UnionType, Members: []plan.UnionMember{{Method: "AsInt", Type: number}}}), simple(plan.Simple{Kind: plan.UnionType}), "major: a.S.AsInt"},
		{"a list's item", simple(plan.Simple{Kind: plan.ListType, Of: text}), simple(plan.Simple{Kind: plan.ListType, Of: number}), "major: a.S"},
		{"facets of an alias", simple(plan.Simple{Kind: plan.EmbeddedType, Scalar: plan.QNameScalar}), simple(plan.Simple{Kind: plan.EmbeddedType, Scalar: plan.QNameScalar, Checks: checks}), "none"},
		{"facets", simple(plan.Simple{Of: text}), simple(plan.Simple{Of: text, Checks: checks}), "minor: a.S.CheckXML, minor: a.S.Validate"},
		{"the first operation", ofTypes(), operation(nil), "minor: a.Client, minor: a.Client.Get, minor: a.NewClient, minor: a.Operations"},
		{"items of a list", operation(nil), operation(items), "minor: a.Client.GetItems"},
		{"pages of a list", operation(items), operation(paged), "minor: a.Client.GetAll"},
		{"a registry", ofTypes(), &plan.Plan{Registered: true, Packages: ofTypes().Packages}, "minor: all.Registry"},
	} {
		v := goapi.Compare(c.old, c.new)
		var got []string
		worst := change.GoNone
		for _, s := range v.Changes {
			got = append(got, fmt.Sprintf("%s: %s", s.Step, s.Symbol))
			worst = max(worst, s.Step)
			if s.Tag != (s.Step == change.GoPatch) {
				t.Errorf("%s: a tag: %v", c.name, s.Tag)
			}
		}
		text := strings.Join(got, ", ")
		if text == "" {
			text = "none"
		}
		if text != c.want || v.Step != worst {
			t.Errorf("%s: got %s (%s), want %s", c.name, text, v.Step, c.want)
		}
	}
}
