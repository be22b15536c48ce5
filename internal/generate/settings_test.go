package generate_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/generate"
	"github.com/wbxgen/wbxgen/internal/project"
)

// module is a fresh module with some files, which the test works in.
func module(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	write(t, "go.mod", "module example.com/x\n")
	for name, text := range files {
		write(t, name, text)
	}
}

// settled is the configuration of a file.
func settled(t *testing.T, text string) *config.Config {
	t.Helper()
	write(t, "wbxgen.yaml", text)
	cfg, err := config.Load("")
	if err != nil {
		t.Fatal(err)
	}
	return cfg
}

// made generates, and returns what was noted and what was wrong.
func made(cfg *config.Config, o generate.Options) (notes, wrong string) {
	r, err := generate.Make(cfg, o)
	if err != nil {
		return "", err.Error()
	}
	return r.Notes.String(), ""
}

// TestSettingsThatFitNothing has a setting each that is about nothing in the
// schemas or the module, and what is said.
func TestSettingsThatFitNothing(t *testing.T) {
	circle := func(name, other string) string {
		return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:` + other + `" targetNamespace="urn:` + name + `" elementFormDefault="qualified"><xs:import namespace="urn:` + other + `" schemaLocation="` + other + `.xsd"/>` +
			`<xs:complexType name="` + name + `"><xs:sequence><xs:element name="e" type="o:` + other + `" minOccurs="0"/></xs:sequence></xs:complexType></xs:schema>`
	}
	one := map[string]string{"schemas/1/a.xsd": schemaOf("order")}
	for _, c := range []struct {
		name, settings string
		files          map[string]string
		want           string // "" for nothing wrong
	}{
		{"a package", "packages:\n  urn:order: orders\n", one, ""},
		{"a namespace that no schema has", "packages:\n  urn:ordr: orders\n", one, `wbxgen.yaml:2:3: error: no schema has the namespace "urn:ordr" (there are "urn:order"); did you mean "urn:order"?`},
		{"the root package's name", "root: orders\npackages:\n  urn:order: orders\n", one, ""},
		{"two names of a shared package", "packages:\n  urn:a: first\n  urn:b: second\n", map[string]string{"schemas/1/a.xsd": circle("a", "b"), "schemas/1/b.xsd": circle("b", "a")}, `"urn:a" and "urn:b" refer to each other, so they share a package, which can have one name only`},
		{"a version", "versions: ['1', '3']\n", map[string]string{"schemas/1/a.xsd": schemaOf("order"), "schemas/2/a.xsd": schemaOf("order")}, `wbxgen.yaml:1:17: error: there is no version "3" below schemas, nor in the program`},
		{"no folder of versions", "schemas: nowhere\n", one, `wbxgen.yaml:1:10: error: there is no folder "nowhere" to look for versions in`},
		{"documents instead of versions", "schemas: flat\n", map[string]string{"flat/a.xsd": schemaOf("order")}, `there are no versions in the folder "flat", but documents`},
		{"an empty folder", "schemas: empty\n", map[string]string{"empty/x.txt": ""}, `there are no versions in the folder "empty"; set schemas`},
		{"an import path", "package: a b\n", one, `wbxgen.yaml:1:10: error: "a b" is no import path of Go`},
		{"a file on the way to out", "out: go.mod/api\n", one, `wbxgen.yaml:1:6: error: go.mod/api cannot be a folder, as go.mod is a file`},
		{"an out without go.mod", "out: ../../nowhere\n", one, `wbxgen.yaml:1:6: error: there is no go.mod around ../../nowhere, so its import path is not known; make one with go mod init, or set package in wbxgen.yaml [wbxgen-config]`},
		{"a folder as lock", "names: schemas\n", one, `schemas: error: cannot read the names lock: is a directory [wbxgen-unreadable]`},
		{"a lock of others", "names: go.mod\n", one, `go.mod:1: error: this is no names lock`},
	} {
		module(t, c.files)
		if _, got := made(settled(t, c.settings), generate.Options{}); !strings.Contains(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if _, err := os.Stat("generated"); (err == nil) != (c.want == "") {
			t.Errorf("%s: there is an output: %v", c.name, err == nil)
		}
	}
}

// TestWhatIsWorthANote: that others would be surprised by.
func TestWhatIsWorthANote(t *testing.T) {
	one := schemaOf("order")
	for _, c := range []struct {
		name, settings string
		files          map[string]string
		want           string
	}{
		{"nothing", "", map[string]string{"schemas/1/a.xsd": one, "schemas/2/a.xsd": one}, ""},
		{"a folder that is no version", "", map[string]string{"schemas/1/a.xsd": one, "schemas/notes/x.txt": ""}, "schemas/notes: note: this folder has no *.xsd file, and so is no version"},
		{"an order of words", "", map[string]string{"schemas/may/a.xsd": one, "schemas/june/a.xsd": one}, "the versions below schemas are taken in the order june, may; list them under versions for another"},
		{"another import path", "package: example.com/y/generated\n", map[string]string{"schemas/1/a.xsd": one}, `wbxgen.yaml:1:10: warning: by the go.mod around generated the import path is "example.com/x/generated"`},
		{"a file of another package", "", map[string]string{"schemas/1/a.xsd": one, "generated/v1/order/mine.go": "package mine\n"}, "generated/v1/order/mine.go:1:9: warning: this is of package mine, and package order is generated into the same folder"},
		{"a test of the package", "", map[string]string{"schemas/1/a.xsd": one, "generated/v1/order/mine_test.go": "package order_test\n"}, ""},
		{"a file that is built elsewhere", "", map[string]string{"schemas/1/a.xsd": one, "generated/v1/order/mine.go": "//go:build ignore\n\npackage mine\n"}, ""},
	} {
		module(t, c.files)
		notes, wrong := made(settled(t, c.settings), generate.Options{})
		if wrong != "" || !strings.Contains(notes, c.want) || (notes == "") != (c.want == "") {
			t.Errorf("%s: got %q, %q, want %q", c.name, notes, wrong, c.want)
		}
	}
}

// TestCopyOfTheRuntime goes into the output, imports itself, has no tests, and
// is dropped only by who says so.
func TestCopyOfTheRuntime(t *testing.T) {
	module(t, map[string]string{"in/a.xsd": schemaOf("order")})
	o := generate.Options{Schema: "in", Out: "gen", Runtime: "copy"}
	if _, wrong := made(config.Default(), o); wrong != "" {
		t.Fatal(wrong)
	}
	for _, dir := range []string{"wire", "wire/codec", "wire/datatype", "wire/xmltext", "wire/internal/door"} {
		entries, err := filepath.Glob(filepath.Join("gen", dir, "*.go"))
		if err != nil || len(entries) == 0 {
			t.Fatal(dir, err)
		}
		for _, e := range entries {
			if strings.HasSuffix(e, "_test.go") {
				t.Errorf("there is %s", e)
			}
			data, err := os.ReadFile(e)
			if err != nil || !strings.HasPrefix(string(data), "// Code generated by wbxgen from github.com/wbxgen/wbxgen/"+dir+". DO NOT EDIT.\n\n") {
				t.Errorf("%s begins with %.80q", e, data)
			}
			if strings.Contains(string(data), "\""+project.RuntimePath) {
				t.Errorf("%s imports the other runtime", e)
			}
		}
	}
	types, err := os.ReadFile("gen/order/types.go")
	if err != nil || !strings.Contains(string(types), `"example.com/x/gen/wire"`) || strings.Contains(string(types), project.RuntimePath) {
		t.Errorf("types.go imports another runtime, %v", err)
	}
	o.Runtime = ""
	if _, wrong := made(config.Default(), o); !strings.Contains(wrong, "gen: error: this output has a copy of the runtime (") || strings.Contains(wrong, "--") {
		t.Errorf("got %q", wrong)
	}
	o.DropCopy = true
	if _, wrong := made(config.Default(), o); wrong != "" {
		t.Error(wrong)
	}
	if _, err := os.Stat("gen/wire"); err == nil {
		t.Error("the copy is still there")
	}
}

// TestCheckWritesNothing, and says whether all is as it should be.
func TestCheckWritesNothing(t *testing.T) {
	module(t, map[string]string{"schemas/1/a.xsd": schemaOf("order"), "schemas/2/a.xsd": schemaOf("order")})
	o := generate.Options{Check: true}
	clean := func() bool {
		r, err := generate.Make(config.Default(), o)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Outputs[0].Counts(); got != "1 package, 1 type" || r.Outputs[1].Name != "v2" {
			t.Errorf("counted %s", got)
		}
		return r.Clean()
	}
	if clean() {
		t.Error("nothing is there, and that is fine")
	}
	if _, err := os.Stat("generated"); err == nil {
		t.Error("a check has written")
	}
	if _, wrong := made(config.Default(), generate.Options{}); wrong != "" || !clean() {
		t.Errorf("what was just made is not fine; %s", wrong)
	}
	write(t, "generated/names.lock", "")
	if clean() {
		t.Error("another names lock is fine")
	}
	page, err := os.ReadFile("generated/v2/MIGRATION.md")
	if _, first := os.Stat("generated/v1/MIGRATION.md"); err != nil || len(page) == 0 || first == nil {
		t.Errorf("migration notes: %v, and of the first version: %v", err, first)
	}
}

// TestPlaceOfASingleSchema: by the folder that it goes to.
func TestPlaceOfASingleSchema(t *testing.T) {
	module(t, map[string]string{"in/a.xsd": schemaOf("order")})
	if _, wrong := made(config.Default(), generate.Options{Schema: "in"}); wrong != generate.ErrNoOut.Error() {
		t.Errorf("got %q", wrong)
	}
	if _, wrong := made(config.Default(), generate.Options{Schema: "in", Out: "my api"}); !strings.Contains(wrong, `the folder my api cannot be imported: "example.com/x/my api" is no import path of Go`) {
		t.Errorf("got %q", wrong)
	}
	if _, wrong := made(config.Default(), generate.Options{Schema: "in", Out: "orders"}); wrong != "" {
		t.Error(wrong)
	}
	entries, err := filepath.Glob("orders/*")
	if err != nil || !slices.Contains(entries, filepath.Join("orders", "names.lock")) || !slices.Contains(entries, filepath.Join("orders", "order")) {
		t.Errorf("there is %v, %v", entries, err)
	}
}
