// Package apisteps holds the step that plans of Go code give to a change, major
// or minor, to what apidiff says of the generated packages.
package apisteps

import (
	"bytes"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/exp/apidiff"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/goapi"
	"github.com/wbxgen/wbxgen/internal/gogen"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	webexprofile "github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/version"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

const module = "github.com/wbxgen/wbxgen/"

// TestAPIDiffAgreesOnTheStep compares the generated packages of each version
// with those of the next, and holds the step that the plans give for each
// package and symbol to it. A patch is nothing to apidiff, which passes over
// struct tags.
func TestAPIDiffAgreesOnTheStep(t *testing.T) {
	runtime := runtimeImporter(t)
	plans, packages := map[string]*plan.Plan{}, map[string]*apidiff.Module{}
	versions := releases(t)
	for _, v := range versions {
		plans[v] = planOf(t, v, webexprofile.Profile, binding.NewLock())
		packages[v] = apiOf(t, v, runtime)
	}
	for i, to := range versions[1:] {
		for _, pair := range [][2]string{{versions[i], to}, {to, versions[i]}} {
			t.Run(pair[0]+" to "+pair[1], func(t *testing.T) {
				verdict := goapi.Compare(plans[pair[0]], plans[pair[1]])
				report := apidiff.ModuleChanges(packages[pair[0]], packages[pair[1]])
				compareSteps(t, stepsByPlan(verdict), stepsByAPIDiff(report))
				compareSymbols(t, report, verdict)
			})
		}
	}
}

// releases are the versions that there is generated code of, in their order.
func releases(t *testing.T) []string {
	t.Helper()
	dirs, err := filepath.Glob(filepath.Join(judge.Root(t), "generated", "v*"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, dir := range dirs {
		names = append(names, strings.TrimPrefix(filepath.Base(dir), "v"))
	}
	slices.SortFunc(names, version.Order)
	if len(names) < 2 {
		t.Fatalf("there is generated code of %q alone", names)
	}
	return names
}

func compareSteps(t *testing.T, got, want map[string]change.GoLevel) {
	t.Helper()
	for dir, step := range want {
		if got[dir] != step {
			t.Errorf("%s: the plans say %s, apidiff %s", dir, got[dir], step)
		}
	}
	for dir, step := range got {
		if _, ok := want[dir]; !ok && step > change.GoPatch {
			t.Errorf("%s: the plans say %s, apidiff nothing", dir, step)
		}
	}
}

// stepsByPlan returns the greatest step for each package.
func stepsByPlan(v change.GoVerdict) map[string]change.GoLevel {
	steps := map[string]change.GoLevel{}
	for _, c := range v.Changes {
		dir, _, _ := strings.Cut(c.Symbol, ".")
		steps[dir] = max(steps[dir], c.Step)
	}
	return steps
}

// stepsByAPIDiff does the same for a report of apidiff. That the constant
// which names the version is another one is not counted.
func stepsByAPIDiff(r apidiff.Report) map[string]change.GoLevel {
	steps := map[string]change.GoLevel{}
	for _, c := range r.Changes {
		symbol := symbolOf(c.Message)
		if symbol == "webexapi.Version" {
			continue
		}
		dir, _, _ := strings.Cut(symbol, ".")
		steps[dir] = max(steps[dir], stepOf(c))
	}
	return steps
}

func stepOf(c apidiff.Change) change.GoLevel {
	if c.Compatible {
		return change.GoMinor
	}
	return change.GoMajor
}

// symbolOf returns what a message is about, as the plans name it: the message
// begins with ./PACKAGE.Symbol, ./PACKAGE.(*Type).Method, ./..Symbol for the
// package at the top, or package api/PACKAGE.
func symbolOf(message string) string {
	about, _, _ := strings.Cut(message, ": ")
	if dir, ok := strings.CutPrefix(about, "package api/"); ok {
		return dir
	}
	if symbol, ok := strings.CutPrefix(about, "./.."); ok {
		return "webexapi." + symbol
	}
	return strings.NewReplacer("(*", "", ")", "").Replace(strings.TrimPrefix(about, "./"))
}

// compareSymbols checks that the plans say of each symbol what apidiff says.
func compareSymbols(t *testing.T, r apidiff.Report, v change.GoVerdict) {
	t.Helper()
	steps := map[string]change.GoLevel{}
	for _, c := range v.Changes {
		steps[c.Symbol] = c.Step
	}
	for _, c := range r.Changes {
		symbol := symbolOf(c.Message)
		if strings.Contains(symbol, ".") && symbol != "webexapi.Version" && steps[symbol] != stepOf(c) {
			t.Errorf("%s: the plans say %s", c.Message, steps[symbol])
		}
	}
}

func planOf(t testing.TB, arg string, p profile.Profile, lock *binding.Lock) *plan.Plan {
	t.Helper()
	set, err := source.Open(arg, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	plan, diags := binding.New(schema, binding.Options{
		ImportPath: "api", RootName: "webexapi", Profile: p, Lock: lock, Runtime: module + "wire", Client: module + "webex",
	})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	return plan
}

// apiOf returns the packages of a version as if all were imported as api/….
func apiOf(t *testing.T, version string, runtime types.Importer) *apidiff.Module {
	t.Helper()
	top := filepath.Join(judge.Root(t), "generated", "v"+version)
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(top), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") {
			return err
		}
		files[name], err = os.ReadFile(filepath.Join(top, name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	m := checkedModule(t, files, module+"generated/v"+version, runtime)
	if len(m.Packages) < 10 {
		t.Fatalf("version %s has %d packages", version, len(m.Packages))
	}
	return m
}

// checkedModule returns the packages below the top of a tree of files that
// import each other with a prefix.
func checkedModule(t *testing.T, files map[string][]byte, prefix string, runtime types.Importer) *apidiff.Module {
	t.Helper()
	c := &checker{files: token.NewFileSet(), sources: map[string][]string{}, texts: files, runtime: runtime, known: map[string]*types.Package{}, prefix: prefix}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			c.sources[path.Dir(name)] = append(c.sources[path.Dir(name)], name)
		}
	}
	out := &apidiff.Module{Path: "api"}
	for _, dir := range slices.Sorted(maps.Keys(c.sources)) {
		p, err := c.Import(path.Join(prefix, dir))
		if err != nil {
			t.Fatal(err)
		}
		out.Packages = append(out.Packages, p)
	}
	return out
}

// checker reads the declarations of generated packages, without their bodies.
type checker struct {
	files   *token.FileSet
	sources map[string][]string // names of files by folder
	texts   map[string][]byte
	runtime types.Importer
	known   map[string]*types.Package
	prefix  string
}

func (c *checker) Import(name string) (*types.Package, error) {
	dir, ours := strings.CutPrefix(name+"/", c.prefix+"/")
	if !ours {
		return c.runtime.Import(name)
	}
	dir = path.Clean(dir) // . at the top
	if c.known[dir] == nil {
		files, err := c.parse(dir)
		if err != nil {
			return nil, err
		}
		config := types.Config{Importer: c, IgnoreFuncBodies: true}
		if c.known[dir], err = config.Check("api/"+dir, c.files, files, nil); err != nil {
			return nil, err
		}
	}
	return c.known[dir], nil
}

func (c *checker) parse(dir string) ([]*ast.File, error) {
	var list []*ast.File
	for _, name := range c.sources[dir] {
		f, err := parser.ParseFile(c.files, name, c.texts[name], parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		list = append(list, f)
	}
	return list, nil
}

// TestAPIDiffAgreesOnEachRule does the same for the example of each rule.
func TestAPIDiffAgreesOnEachRule(t *testing.T) {
	runtime := runtimeImporter(t)
	for _, r := range change.Rules() {
		e, ok := r.Example()
		if !ok {
			continue
		}
		t.Run(string(r.ID), func(t *testing.T) {
			lock := binding.NewLock()
			oldPlan, old := exampleAPI(t, e.Old, lock, runtime)
			newPlan, now := exampleAPI(t, e.New, lock, runtime)
			report := apidiff.ModuleChanges(old, now)
			verdict := goapi.Compare(oldPlan, newPlan)
			compareSteps(t, stepsByPlan(verdict), stepsByAPIDiff(report))
			compareSymbols(t, report, verdict)
			if t.Failed() {
				t.Logf("apidiff says %v\nthe plans %+v", report, verdict.Changes)
			}
		})
	}
}

// exampleAPI generates the packages of a schema.
func exampleAPI(t *testing.T, text string, lock *binding.Lock, runtime types.Importer) (*plan.Plan, *apidiff.Module) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "t.xsd"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	plan := planOf(t, dir, nil, lock)
	files, err := gogen.Files(plan)
	if err != nil {
		t.Fatal(err)
	}
	return plan, checkedModule(t, files, "api", runtime)
}

// runtimeImporter reads the packages that generated ones import from what the
// compiler has made of them.
func runtimeImporter(t *testing.T) types.Importer {
	t.Helper()
	list := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}", "./wire", "./wire/codec", "./webex")
	list.Dir = judge.Root(t)
	out, err := list.Output()
	if err != nil {
		t.Skip("the go command does not list packages here:", err)
	}
	exports := map[string]string{}
	for line := range bytes.Lines(out) {
		if name, file, ok := strings.Cut(strings.TrimSpace(string(line)), " "); ok {
			exports[name] = file
		}
	}
	return importer.ForCompiler(token.NewFileSet(), "gc", func(name string) (io.ReadCloser, error) { return os.Open(exports[name]) })
}
