package binding_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

func webexPlan(t *testing.T, lock *binding.Lock) *plan.Plan {
	t.Helper()
	set, err := source.Open("40.6.0", source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	p, notes := binding.New(schema, binding.Options{
		ImportPath: "example.com/api", RootName: "webexapi", Profile: webex.Profile, Lock: lock,
		Runtime: "github.com/wbxgen/wbxgen/wire", Client: "github.com/wbxgen/wbxgen/webex",
	})
	if err := notes.Err(); err != nil {
		t.Fatal(err)
	}
	return p
}

// TestOperationsBecomeMethods looks at the operations of an API: their names and
// files, their requests and responses, and how lists are read.
func TestOperationsBecomeMethods(t *testing.T) {
	p := webexPlan(t, binding.NewLock())
	methods := map[string]*plan.Method{}
	for _, pkg := range p.Packages {
		if !slices.IsSortedFunc(pkg.Operations, func(a, b *plan.Method) int { return strings.Compare(a.Name, b.Name) }) {
			t.Errorf("the operations of %s are not in order", pkg.Name)
		}
		for _, m := range pkg.Operations {
			methods[pkg.Name+"."+m.Name] = m
		}
	}
	if len(methods) < 120 {
		t.Errorf("there are %d methods", len(methods))
	}
	create := methods["meeting.CreateMeeting"]
	if create.File != "op_create_meeting" || create.Var != "opCreateMeeting" || create.Request.File != create.File || create.Response.File != create.File ||
		create.Operation.WireType != "java:com.webex.service.binding.meeting.CreateMeeting" || create.Operation.ReadOnly || create.List != nil {
		t.Errorf("got %+v", create)
	}
	list := methods["meeting.LstsummaryMeeting"]
	if l := list.List; l == nil || l.Items != "LstsummaryMeetingItems" || l.Item.Declared.Local != "meeting" || l.Pages == nil || l.Pages.All != "LstsummaryMeetingAll" ||
		l.Pages.Control.Declared.Local != "listControl" || l.Pages.Start.Declared.Local != "startFrom" || l.Pages.Records.Declared.Local != "matchingRecords" {
		t.Errorf("got %+v", l)
	}
	if !p.Registered || p.ClientPath == "" {
		t.Error("there is no open slot, or no client")
	}
}

// TestEveryIdentifierIsThereOnce holds the identifiers of each package and of
// each struct, helpers included, to one scope.
func TestEveryIdentifierIsThereOnce(t *testing.T) {
	for _, pkg := range webexPlan(t, binding.NewLock()).Packages {
		taken := map[string]bool{}
		claim := func(name string) {
			if name == "" {
				return
			}
			if taken[name] {
				t.Errorf("%s.%s is there twice", pkg.Name, name)
			}
			taken[name] = true
		}
		for _, name := range plan.PackageNames {
			claim(name)
		}
		for _, d := range pkg.Types {
			claim(d.TypeName())
			switch d := d.(type) {
			case *plan.Struct:
				claim(d.TableVar)
				fields := map[string]bool{}
				for _, f := range slices.Concat(d.Attrs, d.Fields) {
					claim(f.FacetsVar)
					claim(f.ItemFacetsVar)
					if fields[f.Name] || slices.Contains(plan.StructMembers, f.Name) {
						t.Errorf("%s.%s.%s is there twice", pkg.Name, d.Name, f.Name)
					}
					fields[f.Name] = true
				}
			case *plan.Simple:
				claim(d.ValuesFunc)
				claim(d.ParseFunc)
				claim(d.MustFunc)
				claim(d.FacetsVar)
				claim(d.ItemFacetsVar)
				for _, v := range d.Values {
					claim(v.Name)
				}
			}
		}
		for _, r := range pkg.Roots {
			claim(r.Var)
		}
		for _, m := range pkg.Operations {
			claim(m.Var)
			if m.List != nil {
				claim(m.List.Var)
			}
		}
	}
}
