package corpora_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/gogen"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/schemagen"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// TestCodeOfRandomSchemasIsRight type-checks what is generated from schemas made
// by chance, in both layouts: far more of them than can be built and run. A short
// run has 30 beside those of TestRandomSchemasSurvive; WBXGEN_LONG=1 has 10,000; WBXGEN_SEEDS=from-to names them.
func TestCodeOfRandomSchemasIsRight(t *testing.T) {
	list := seeds(t, 12, foundFaults)
	if !long() && os.Getenv("WBXGEN_SEEDS") == "" {
		for seed := range uint64(30) {
			list = append(list, 100+seed)
		}
	}
	runtime, checked := runtimeImporter(t), 0
	for i, seed := range list {
		for _, single := range []bool{false, true} {
			set := schemagen.Random(seed)
			if i%2 == 1 {
				set = schemagen.Wide(seed)
			}
			right, err := typeCheck(t, runtime, set, single)
			if err != nil {
				t.Errorf("%s, single %v: %v", set.Name, single, err)
			}
			if right {
				checked++
			}
		}
	}
	t.Logf("%d plans of %d schemas were checked", checked, len(list))
}

// typeCheck generates from a set and type-checks all packages. It is false where the set is wrong.
func typeCheck(t *testing.T, runtime types.Importer, set schemagen.Set, single bool) (bool, error) {
	files := madeFiles(t, []schemagen.Set{set})
	schema, diags := compile.Documents(files, files.Roots(), compile.Options{})
	if diags.Err() != nil {
		return false, nil
	}
	plan, notes := binding.New(schema, binding.Options{Source: "m0", ImportPath: "trips/m0", RootName: "api", Runtime: "github.com/wbxgen/wbxgen/wire", Single: single})
	if err := notes.Err(); err != nil {
		if isRefusal(err) {
			return false, nil
		}
		return true, err
	}
	code, err := gogen.Files(plan)
	if err != nil {
		return true, err
	}
	g := &generated{runtime: runtime, fset: token.NewFileSet(), code: map[string][]string{}, text: code, done: map[string]*types.Package{}}
	for name := range code {
		if path.Ext(name) == ".go" {
			dir := path.Join("trips/m0", path.Dir(name))
			g.code[dir] = append(g.code[dir], name)
		}
	}
	for _, dir := range slices.Sorted(maps.Keys(g.code)) {
		if _, err := g.Import(dir); err != nil {
			return true, err
		}
	}
	return true, nil
}

// generated imports packages that are only in memory.
type generated struct {
	runtime types.Importer
	fset    *token.FileSet
	code    map[string][]string // files by import path
	text    map[string][]byte
	done    map[string]*types.Package
}

// Import type-checks a package, or finds one of the runtime.
func (g *generated) Import(dir string) (*types.Package, error) {
	if p := g.done[dir]; p != nil {
		return p, nil
	}
	names, ok := g.code[dir]
	if !ok {
		return g.runtime.Import(dir)
	}
	slices.Sort(names)
	var files []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(g.fset, name, g.text[name], parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	p, err := (&types.Config{Importer: g, GoVersion: "go1.26"}).Check(dir, g.fset, files, nil)
	g.done[dir] = p
	return p, err
}

// runtimeImporter imports the packages of the runtime and those that it uses.
func runtimeImporter(t *testing.T) types.Importer {
	t.Helper()
	cmd := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}", "./wire/...", "encoding/xml")
	cmd.Dir = judge.Root(t)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	exports := map[string]string{}
	for line := range strings.Lines(string(bytes.TrimSpace(out))) {
		if name, file, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			exports[name] = file
		}
	}
	return importer.ForCompiler(token.NewFileSet(), "gc", func(name string) (io.ReadCloser, error) {
		if exports[name] == "" {
			return nil, fmt.Errorf("%s is not of the runtime", name)
		}
		return os.Open(exports[name])
	})
}
