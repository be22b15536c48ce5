package corpora_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/internal/gogen"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/outdir"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// module is a Go module of generated packages with a program that takes
// documents through them.
type module struct {
	dir   string
	files *source.Set
	set   func(*binding.Options, *xsd.Schema) // of all schemas, nil for nothing
}

// newModule makes a module that uses the runtime of this repository.
func newModule(t *testing.T, files *source.Set) *module {
	t.Helper()
	return newModuleIn(t, t.TempDir(), files)
}

func newModuleIn(t *testing.T, dir string, files *source.Set) *module {
	t.Helper()
	m := &module{dir: dir, files: files}
	m.write(t, "go.mod", fmt.Appendf(nil, "module trips\n\ngo 1.26.0\n\nrequire github.com/wbxgen/wbxgen v0.0.0\n\nrequire (\n\t%s\n\t%s\n)\n\nreplace github.com/wbxgen/wbxgen => %s\n",
		required(t, "golang.org/x/text"), required(t, "github.com/google/go-cmp"), judge.Root(t)))
	sums, err := os.ReadFile(filepath.Join(judge.Root(t), "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	m.write(t, "go.sum", sums)
	for _, name := range []string{"trip.go", "tools.go", "mutate.go"} {
		shared, err := os.ReadFile("testdata/trip/" + name)
		if err != nil {
			t.Fatal(err)
		}
		m.write(t, "trip/"+name, shared)
	}
	return m
}

// required returns a module that this one requires, with its version.
func required(t *testing.T, module string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(judge.Root(t), "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if f := strings.Fields(line); len(f) >= 2 && f[0] == module {
			return f[0] + " " + f[1]
		}
	}
	t.Fatal("go.mod does not require " + module)
	return ""
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

// bound is a schema with the code that was generated from it.
type bound struct {
	name   string
	folder string // of the generated packages within the module
	schema *xsd.Schema
	plan   *plan.Plan
	roots  []*plan.Root // those that have a struct
	first  int          // the number of the first root in the program
	broken bool         // the code was not built
}

// bind generates the packages of an entry.
func (m *module) bind(t *testing.T, e corpora.Entry) *bound {
	t.Helper()
	began := time.Now()
	b, err := m.generate(e.Name(), []string{e.Name()})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s generated in %v", e.Name(), time.Since(began).Round(time.Millisecond))
	return b
}

// generate writes the packages of a schema.
func (m *module) generate(name string, documents []string) (*bound, error) {
	schema, diags := compile.Documents(m.files, documents, compile.Options{})
	if err := diags.Err(); err != nil {
		return nil, err
	}
	b := &bound{name: name, folder: folderName(name), schema: schema}
	options := binding.Options{Source: path.Base(name), ImportPath: "trips/" + b.folder, RootName: "api", Runtime: "github.com/wbxgen/wbxgen/wire"}
	options.Single = os.Getenv("WBXGEN_LAYOUT") == "single"
	if os.Getenv("WBXGEN_EMBED") != "" {
		options.Embed = map[*xsd.AttributeGroupDef]bool{}
		for _, g := range schema.AttributeGroups() {
			options.Embed[g] = true
		}
	}
	if m.set != nil {
		m.set(&options, schema)
	}
	plan, notes := binding.New(schema, options)
	if err := notes.Err(); err != nil {
		return nil, err
	}
	files, err := gogen.Files(plan)
	if err != nil {
		return nil, err
	}
	out, err := outdir.Compare(filepath.Join(m.dir, b.folder), files, outdir.Options{})
	if err != nil {
		return nil, err
	}
	b.plan = plan
	for _, p := range plan.Packages {
		for _, r := range p.Roots {
			if r.Struct != nil && r.Struct.Pkg != nil && !r.Element.Abstract {
				b.roots = append(b.roots, r)
			}
		}
	}
	return b, outdir.Apply(out)
}

func folderName(name string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '_'
	}, name))
}

// program is the source of a program that knows all root elements of schemas.
func program(list []*bound) []byte {
	var imports, roots bytes.Buffer
	names := map[*plan.Package]string{}
	use := func(p *plan.Package) string {
		if names[p] == "" {
			names[p] = fmt.Sprintf("p%d", len(names))
			fmt.Fprintf(&imports, "\t%s %q\n", names[p], p.ImportPath)
		}
		return names[p]
	}
	for n, b := range list {
		types, home := "nil", map[*plan.Root]*plan.Package{}
		for _, p := range b.plan.Packages {
			for _, r := range p.Roots {
				home[r] = p
			}
		}
		switch {
		case b.plan.Registered && len(b.roots) > 0 && b.plan.Single():
			types = use(b.plan.Packages[0]) + ".Registry()"
		case b.plan.Registered && len(b.roots) > 0:
			types = fmt.Sprintf("all%d.Registry()", n)
			fmt.Fprintf(&imports, "\tall%d %q\n", n, b.plan.ImportPath+"/all")
		}
		fmt.Fprintf(&roots, "\t// %s\n", b.name)
		for _, r := range b.roots {
			fmt.Fprintf(&roots, "\t{%s.%s, func() wire.Object { return new(%s.%s) }, %s},\n", use(home[r]), r.Var, use(r.Struct.Pkg), r.Struct.Name, types)
		}
	}
	return fmt.Appendf(nil, "// The program takes documents through generated types.\npackage main\n\nimport (\n%s\t\"github.com/wbxgen/wbxgen/wire\"\n\t\"trips/trip\"\n)\n\nvar roots = []trip.Root{\n%s}\n\nvar _ wire.Name\n\nfunc main() { trip.Run(roots) }\n", &imports, &roots)
}

// build compiles one program for schemas: to link many takes longer than all
// else. What is not built is told and left out.
func (m *module) build(t *testing.T, list []*bound) {
	t.Helper()
	began := time.Now()
	for range 3 {
		built := slices.DeleteFunc(slices.Clone(list), func(b *bound) bool { return b.broken })
		first := 0
		for _, b := range built {
			b.first = first
			first += len(b.roots)
		}
		m.write(t, "program/main.go", program(built))
		out, err := m.goCommand("build", "-ldflags=-s -w", "-o", filepath.Join(m.dir, "travel"), "./program").CombinedOutput()
		if err == nil {
			t.Logf("built in %v", time.Since(began).Round(time.Millisecond))
			return
		}
		blame(t, built, string(out))
	}
	t.Fatal("the program could not be built")
}

// goCommand is a command of Go in the module. In a short run what was generated is not
// inlined, which halves the time that the compiler takes; the runtime is as ever.
func (m *module) goCommand(verb string, args ...string) *exec.Cmd {
	flags := []string{verb, "-trimpath"}
	if !long() {
		flags = append(flags, "-gcflags=trips/...=-l")
	}
	cmd := exec.Command("go", append(flags, args...)...)
	cmd.Dir = m.dir
	return cmd
}

// blame marks the schemas whose packages the compiler complains of.
func blame(t *testing.T, list []*bound, out string) {
	t.Helper()
	for section := range strings.SplitSeq("\n"+out, "\n# ") {
		for _, b := range list {
			if strings.HasPrefix(section, "trips/"+b.folder+"/") || strings.HasPrefix(section, "trips/"+b.folder+"\n") {
				b.broken = true
				t.Errorf("%s: %.1000s", b.name, section)
			}
		}
	}
	if !slices.ContainsFunc(list, func(b *bound) bool { return b.broken }) {
		t.Fatalf("%.3000s", out)
	}
}

// travel has the program read and write documents of a schema.
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
		if d.noted {
			name = "noted" + name
		}
		byName[name] = d
		m.write(t, "in/"+b.folder+"/"+name, d.data)
		fmt.Fprintf(&list, "%d %s\n", b.first+d.root, filepath.Join(in, name))
	}
	m.write(t, "in/"+b.folder+"/list", list.Bytes())
	answer, err := exec.Command(filepath.Join(m.dir, "travel"), filepath.Join(in, "list"), out).Output()
	if err != nil {
		t.Fatal(err)
	}
	reports := json.NewDecoder(bytes.NewReader(answer))
	for reports.More() {
		var r struct{ Name, Error, Invalid string }
		if err := reports.Decode(&r); err != nil {
			t.Fatal(err)
		}
		d := byName[r.Name]
		d.problem, d.refused, d.travelled = r.Error, r.Invalid, true
		d.result, _ = os.ReadFile(filepath.Join(out, r.Name))
	}
}
