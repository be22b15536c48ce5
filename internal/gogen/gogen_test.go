package gogen_test

import (
	"bytes"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/gogen"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// generate makes the files of the schema documents in an archive.
func generate(t *testing.T, a *txtar.Archive, profile profile.Profile) map[string][]byte {
	t.Helper()
	files, err := gogen.Files(planOf(t, a, profile))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// planOf plans the code of the schema documents in an archive.
func planOf(t *testing.T, a *txtar.Archive, profile profile.Profile) *plan.Plan {
	t.Helper()
	dir := t.TempDir()
	for _, f := range a.Files {
		if filepath.Ext(f.Name) == ".xsd" {
			if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	set, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	code, notes := binding.New(schema, binding.Options{
		Source: "api", ImportPath: "example.com/api", RootName: "api", Profile: profile,
		Runtime: "github.com/wbxgen/wbxgen/wire", Client: "github.com/wbxgen/wbxgen/webex",
	})
	if err := notes.Err(); err != nil {
		t.Fatal(err)
	}
	return code
}

// TestGo generates from testdata/*.txtar and compares each file that the
// archive has. The comment on top says why the case exists.
func TestGo(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal(err, len(cases))
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			files := generate(t, a, nil)
			for name, data := range files {
				if _, err := parser.ParseFile(token.NewFileSet(), name, data, parser.SkipObjectResolution); err != nil {
					t.Error(err)
				}
			}
			compare(t, file, a, files)
			typeCheck(t, files)
		})
	}
}

// checker type-checks generated packages, and the packages that they import.
type checker struct {
	fset  *token.FileSet
	files map[string][]byte
	other types.Importer
	done  map[string]*types.Package
}

// Import returns a package of the output, or one of this module or the standard
// library.
func (c *checker) Import(path string) (*types.Package, error) {
	dir, own := strings.CutPrefix(path, "example.com/api")
	if !own {
		return c.other.Import(path)
	}
	if p := c.done[path]; p != nil {
		return p, nil
	}
	var parsed []*ast.File
	for name, data := range c.files {
		if "/"+name != dir+"/"+filepath.Base(name) {
			continue
		}
		f, err := parser.ParseFile(c.fset, name, data, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		parsed = append(parsed, f)
	}
	p, err := (&types.Config{Importer: c, GoVersion: "go1.26"}).Check(path, c.fset, parsed, nil)
	c.done[path] = p
	return p, err
}

// sources reads the packages that generated code imports, once for all cases.
var sources = sync.OnceValue(func() types.Importer {
	if build.Default.GOROOT == "" { // the test was built with -trimpath
		root, _ := exec.Command("go", "env", "GOROOT").Output()
		build.Default.GOROOT = strings.TrimSpace(string(root))
	}
	return importer.ForCompiler(token.NewFileSet(), "source", nil)
})

// typeCheck holds the generated packages to the language and to the runtime.
func typeCheck(t *testing.T, files map[string][]byte) {
	t.Helper()
	c := &checker{fset: token.NewFileSet(), files: files, other: sources(), done: make(map[string]*types.Package)}
	for name := range files {
		if filepath.Ext(name) != ".go" {
			continue
		}
		if _, err := c.Import(path.Join("example.com/api", filepath.Dir(name))); err != nil {
			t.Error(err)
		}
	}
}

// compare holds the Go files of an archive against what was generated, or
// rewrites them.
func compare(t *testing.T, file string, a *txtar.Archive, files map[string][]byte) {
	t.Helper()
	rewrite := os.Getenv("WBXGEN_GOLDEN") != ""
	for i := range a.Files {
		f := &a.Files[i]
		if filepath.Ext(f.Name) != ".go" {
			continue
		}
		got, ok := files[f.Name]
		switch {
		case !ok:
			t.Errorf("%s is not generated; there are %s", f.Name, strings.Join(slices.Sorted(maps.Keys(files)), ", "))
		case rewrite:
			f.Data = got
		default:
			if d := cmp.Diff(string(f.Data), string(got)); d != "" {
				t.Errorf("%s (-want +got):\n%s", f.Name, d)
			}
		}
	}
	if rewrite {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTwoRunsAreTheSame(t *testing.T) {
	a, err := txtar.ParseFile("testdata/choice.txtar")
	if err != nil {
		t.Fatal(err)
	}
	one, two := generate(t, a, nil), generate(t, a, nil)
	for name := range one {
		if !bytes.Equal(one[name], two[name]) {
			t.Errorf("%s differs between two runs", name)
		}
	}
}
