package project_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/project"
)

const orders = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:order"><xs:complexType name="order"/><xs:element name="draft" type="xs:string"/></xs:schema>`

// module is a fresh module with a configuration and some files, which the test
// works in.
func module(t *testing.T, settings string, files map[string]string) *config.Config {
	t.Helper()
	t.Chdir(t.TempDir())
	write(t, "go.mod", "module example.com/x\n")
	write(t, config.FileName, settings)
	for name, text := range files {
		write(t, name, text)
	}
	cfg, err := config.Load("")
	if err != nil {
		t.Fatal(err)
	}
	return cfg
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestOpenKnowsTheProfile: that of the configuration, another one that is asked
// for, and none that nobody knows.
func TestOpenKnowsTheProfile(t *testing.T) {
	cfg := module(t, "profile: auto\n", map[string]string{"schemas/1.2/a.xsd": orders})
	for _, c := range []struct{ arg, asked, want, wrong string }{
		{"40.6.0", "", "webex", ""},
		{"1.2", "", profile.None.Name(), ""},
		{"40.6.0", profile.None.Name(), profile.None.Name(), ""},
		{"1.2", "weebex", "", `there is no profile "weebex"`},
		{"schemas/2", "", "", "there is no such file or directory"},
	} {
		s, err := project.Open(c.arg, project.Options{Config: cfg, Profile: c.asked})
		switch {
		case c.wrong != "":
			if err == nil || !strings.Contains(err.Error(), c.wrong) {
				t.Errorf("%s as %s: got %v", c.arg, c.asked, err)
			}
		case err != nil || s.Profile.Name() != c.want:
			t.Errorf("%s as %s: got %+v, %v", c.arg, c.asked, s, err)
		}
	}
}

// TestVersionsBetweenTwo takes the known ones only where both are.
func TestVersionsBetweenTwo(t *testing.T) {
	cfg := module(t, "", map[string]string{"schemas/90/a.xsd": orders, "schemas/91/a.xsd": orders, "schemas/92.1/a.xsd": orders, "schemas/1.0/a.xsd": orders})
	for _, c := range []struct {
		first, last string
		want        []string
	}{
		{"90", "92.1", []string{"90", "91", "92.1"}},
		{"v91", "92.1", []string{"91", "92.1"}},
		{"1.0", "90", []string{"1.0", "90"}}, // none of those that the program has, as 40.6.0
		{"40.4.8", "91", []string{"40.4.8", "40.6.0", "90", "91"}},
		{"92.1", "90", []string{"92.1", "90"}},
		{"90", "schemas/92.1", []string{"90", "schemas/92.1"}},
	} {
		if got, err := project.Between(cfg, c.first, c.last); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s to %s: got %v, %v", c.first, c.last, got, err)
		}
	}
}

// TestNewestOfTheUsersOwn: the versions that the program has count where the user
// has none, whatever their numbers.
func TestNewestOfTheUsersOwn(t *testing.T) {
	for _, c := range []struct {
		own  []string
		want string
		two  []string
	}{
		{nil, "40.6.0", []string{"40.4.8", "40.6.0"}},
		{[]string{"1.0"}, "1.0", []string{"40.4.8", "40.6.0"}},
		{[]string{"1.0", "1.1"}, "1.1", []string{"1.0", "1.1"}},
		{[]string{"92.1", "91"}, "92.1", []string{"91", "92.1"}},
	} {
		files := map[string]string{}
		for _, v := range c.own {
			files["schemas/"+v+"/a.xsd"] = orders
		}
		cfg := module(t, "", files)
		if newest, err := project.Newest(cfg); err != nil || newest != c.want {
			t.Errorf("%v: the newest is %s, %v", c.own, newest, err)
		}
		if two, err := project.NewestTwo(cfg); err != nil || !slices.Equal(two, c.two) {
			t.Errorf("%v: the newest two are %v, %v", c.own, two, err)
		}
	}
}

// TestPlanOfASchema has the import path that is known, in whatever way the schema
// is named, and the names of the lock.
func TestPlanOfASchema(t *testing.T) {
	const listed = "schemas:\n  - {name: old, from: schemas, versions: all}\n  - {name: draft, from: a.xsd, out: internal/drafts}\n" +
		"  - {name: mine, from: b.xsd, out: gen, package: example.com/z, root: things}\nruntime: copy\n"
	for _, c := range []struct{ settings, arg, want, root, runtime string }{
		{"", "1.2", "example.com/x/generated/v1.2", "api", project.RuntimePath},
		{"", "schemas/1.2", "example.com/x/generated/v1.2", "api", project.RuntimePath},
		{"", "./schemas/../schemas/1.2/", "example.com/x/generated/v1.2", "api", project.RuntimePath},
		{"", "a.xsd", "example.com/x/api", "api", project.RuntimePath},
		{"package: example.com/y\n", "1.2", "example.com/y/v1.2", "api", project.RuntimePath},
		{listed, "v1.2", "example.com/x/generated/old/v1.2", "api", "example.com/x/generated/old/v1.2/wire"},
		{listed, "./a.xsd", "example.com/x/internal/drafts", "drafts", "example.com/x/internal/drafts/wire"},
		{listed, "b.xsd", "example.com/z", "things", "example.com/z/wire"},
	} {
		cfg := module(t, c.settings, map[string]string{"schemas/1.2/a.xsd": orders, "a.xsd": orders, "b.xsd": orders})
		s, err := project.Open("schemas/1.2", project.Options{Config: cfg})
		if err != nil {
			t.Fatal(err)
		}
		p, err := project.PlanOf(cfg, s, c.arg)
		if err != nil || p.ImportPath != c.want || p.RootName != c.root || p.Runtime != c.runtime || len(p.Packages) != 1 || p.Packages[0].Types[0].(*plan.Struct).Name != "Order" {
			t.Errorf("%s: got %+v, %v", c.arg, p, err)
		}
	}
	cfg := module(t, "schemas: [{name: old, from: schemas, out: api}]\n", map[string]string{"schemas/a.xsd": orders, "api/names.lock": "mine\n"})
	s, err := project.Open("schemas", project.Options{Config: cfg})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := project.PlanOf(cfg, s, "schemas"); err == nil || !strings.Contains(err.Error(), "this is no names lock") {
		t.Errorf("got %v", err)
	}
	if lock, err := project.ReadLock("nowhere"); err != nil || lock == nil {
		t.Errorf("a lock that is not there: %v", err)
	}
}
