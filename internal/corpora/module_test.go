package corpora_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/internal/gogen"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/outdir"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// module is a Go module of generated packages, each with a program that takes
// documents through them.
type module struct {
	dir   string
	files *source.Set
}

// newModule makes a module that uses the runtime of this repository.
func newModule(t *testing.T, files *source.Set) *module {
	t.Helper()
	m := &module{t.TempDir(), files}
	m.write(t, "go.mod", fmt.Appendf(nil, "module trips\n\ngo 1.26.0\n\nrequire github.com/wbxgen/wbxgen v0.0.0\n\nreplace github.com/wbxgen/wbxgen => %s\n", judge.Root(t)))
	shared, err := os.ReadFile("testdata/trip/trip.go")
	if err != nil {
		t.Fatal(err)
	}
	m.write(t, "trip/trip.go", shared)
	return m
}

func (m *module) write(t *testing.T, name string, data []byte) {
	t.Helper()
	file := filepath.Join(m.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// bound is an entry with the code that was generated from it.
type bound struct {
	entry  corpora.Entry
	folder string // of the generated packages within the module
	schema *xsd.Schema
	roots  []*binding.Root // those that have a struct
	plan   *binding.Plan
}

// bind generates the packages of an entry and its program.
func (m *module) bind(t *testing.T, e corpora.Entry) *bound {
	t.Helper()
	began := time.Now()
	schema, diags := compile.Documents(m.files, []string{e.Name()}, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	b := &bound{entry: e, folder: folderName(e), schema: schema}
	plan, notes := binding.New(schema, binding.Options{
		Source: filepath.Base(e.Path), ImportPath: "trips/" + b.folder, RootName: "api", Runtime: "github.com/wbxgen/wbxgen/wire",
	})
	if err := notes.Err(); err != nil {
		t.Fatal(err)
	}
	files, err := gogen.Files(plan)
	if err != nil {
		t.Fatal(err)
	}
	out, err := outdir.Compare(filepath.Join(m.dir, b.folder), files)
	if err != nil {
		t.Fatal(err)
	}
	if err := out.Apply(); err != nil {
		t.Fatal(err)
	}
	b.plan = plan
	m.write(t, b.folder+"/program/main.go", b.program())
	t.Logf("%s generated in %v", e.Name(), time.Since(began).Round(time.Millisecond))
	return b
}

func folderName(e corpora.Entry) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '_'
	}, e.Name()))
}

// program is the source of the program that knows all root elements.
func (b *bound) program() []byte {
	var imports, roots bytes.Buffer
	for i, p := range b.plan.Packages {
		used := false
		for _, r := range p.Roots {
			if r.Struct == nil || r.Struct.Pkg == nil {
				continue
			}
			used = true
			b.roots = append(b.roots, r)
			fmt.Fprintf(&roots, "\t\t{p%d.%s, func() wire.Object { return new(p%d.%s) }},\n", i, r.Var, b.number(r.Struct.Pkg), r.Struct.Name)
		}
		if used || b.holdsRoot(p) {
			fmt.Fprintf(&imports, "\tp%d %q\n", i, p.ImportPath)
		}
	}
	types := "nil"
	if b.plan.Registered {
		types = "all.Registry()"
		fmt.Fprintf(&imports, "\t%q\n", b.plan.ImportPath+"/all")
	}
	return fmt.Appendf(nil, "// The program takes documents through generated types.\npackage main\n\nimport (\n%s\t\"github.com/wbxgen/wbxgen/wire\"\n\t\"trips/trip\"\n)\n\nfunc main() {\n\ttrip.Run([]trip.Root{\n%s\t}, %s)\n}\n\nvar _ wire.Name\n", &imports, &roots, types)
}

func (b *bound) number(p *binding.Package) int {
	for i, q := range b.plan.Packages {
		if p == q {
			return i
		}
	}
	return -1
}

// holdsRoot reports whether the type of some root element is in the package.
func (b *bound) holdsRoot(p *binding.Package) bool {
	for _, q := range b.plan.Packages {
		for _, r := range q.Roots {
			if r.Struct != nil && r.Struct.Pkg == p {
				return true
			}
		}
	}
	return false
}

// build compiles the programs of entries.
func (m *module) build(t *testing.T, list []*bound) {
	t.Helper()
	began := time.Now()
	for _, b := range list {
		cmd := exec.Command("go", "build", "-ldflags=-s -w", "-o", filepath.Join(m.dir, "bin", b.folder), "./"+b.folder+"/program")
		cmd.Dir = m.dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%.3000s", b.entry.Name(), err, out)
		}
	}
	t.Logf("%d programs built in %v", len(list), time.Since(began).Round(time.Millisecond))
}

// travel has the program of an entry read and write documents. It returns what
// was written, by the name of the document.
func (m *module) travel(t *testing.T, b *bound, docs []*document) {
	t.Helper()
	in, out := filepath.Join(m.dir, "in", b.folder), filepath.Join(m.dir, "out", b.folder)
	if err := os.MkdirAll(out, 0o755); err != nil {
		t.Fatal(err)
	}
	var list bytes.Buffer
	byName := map[string]*document{}
	for i, d := range docs {
		name := fmt.Sprintf("%04d.xml", i)
		byName[name] = d
		m.write(t, "in/"+b.folder+"/"+name, d.data)
		fmt.Fprintf(&list, "%d %s\n", d.root, filepath.Join(in, name))
	}
	m.write(t, "in/"+b.folder+"/list", list.Bytes())
	answer, err := exec.Command(filepath.Join(m.dir, "bin", b.folder), filepath.Join(in, "list"), out).Output()
	if err != nil {
		t.Fatal(err)
	}
	reports := json.NewDecoder(bytes.NewReader(answer))
	for reports.More() {
		var r struct{ Name, Error string }
		if err := reports.Decode(&r); err != nil {
			t.Fatal(err)
		}
		d := byName[r.Name]
		d.problem, d.travelled = r.Error, true
		d.result, _ = os.ReadFile(filepath.Join(out, r.Name))
	}
}
