package snippet_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/gogen"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/schemagen"
	"github.com/wbxgen/wbxgen/internal/snippet"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// made is a document and the code that makes it.
type made struct {
	document string
	code     snippet.Code
	element  string // the variable of its root
}

// program collects code of many schemas.
type program struct {
	dir     string
	imports map[string]string // path → name
	list    []made
}

func (p *program) write(t *testing.T, name string, data []byte) {
	t.Helper()
	file := filepath.Join(p.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// add generates from a schema, and makes documents of each root element: the
// smallest one and one with what is optional.
func (p *program) add(t *testing.T, folder, schemaDir string) {
	t.Helper()
	set, err := source.Open(schemaDir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, diags := compile.Compile(set, compile.Options{})
	if diags.HasErrors() {
		return // made by chance
	}
	code, notes := binding.New(schema, binding.Options{ImportPath: "snippets/" + folder, RootName: "api", Runtime: "github.com/wbxgen/wbxgen/wire", Lock: binding.NewLock()})
	if err := notes.Err(); err != nil {
		t.Fatal(err)
	}
	files, err := gogen.Files(code)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		p.write(t, path.Join(folder, name), data)
	}
	for _, pkg := range code.Packages {
		for _, root := range pkg.Roots {
			for _, full := range []int{0, 3} {
				b := sample.NewBuilder(schema, func(xsd.Type) bool { return true })
				b.Begin()
				b.Full = full
				if root.Struct == nil || root.Element.Abstract {
					continue
				}
				d := b.Exactly(root.Element)
				if d == nil {
					continue
				}
				text := d.Document(schema)
				doc, err := xmltree.Parse("sample.xml", []byte(text), xmltree.Options{})
				if err != nil {
					t.Fatal(err)
				}
				c, err := snippet.Of(code, root.Struct, doc.Root)
				if err != nil {
					t.Errorf("%s: %v\n%s", folder, err, text)
					continue
				}
				p.runtime(c.Imports)
				// Packages of one name get the folder's before theirs.
				for _, imported := range append(c.Imports, pkg.ImportPath) {
					if strings.HasPrefix(imported, "snippets/") {
						alias := strings.ReplaceAll(strings.TrimPrefix(imported, "snippets/"), "/", "_")
						c.Text = replaceName(c.Text, path.Base(imported), alias)
						p.imports[imported] = alias
					}
				}
				p.list = append(p.list, made{text, c, p.imports[pkg.ImportPath] + "." + root.Var})
			}
		}
	}
}

// replaceName gives a package another name in an expression.
func replaceName(text, name, alias string) string {
	for _, before := range []string{"&", "[", "]", "\t", " ", "(", "{", "*"} {
		text = strings.ReplaceAll(text, before+name+".", before+alias+".")
	}
	return text
}

// runtime imports what of the runtime an expression names.
func (p *program) runtime(imports []string) {
	for _, imported := range imports {
		if name := path.Base(imported); strings.HasPrefix(imported, "github.com/") && name != "wire" {
			p.imports[imported] = name
		}
	}
}

// run builds the program and returns what it writes for each document.
func (p *program) run(t *testing.T) []string {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("package main\n\nimport (\n\t\"encoding/json\"\n\t\"os\"\n\n\t\"github.com/wbxgen/wbxgen/wire\"\n")
	var paths []string
	for imported := range p.imports {
		paths = append(paths, imported)
	}
	sort.Strings(paths)
	for _, imported := range paths {
		fmt.Fprintf(&b, "\t%s %q\n", p.imports[imported], imported)
	}
	b.WriteString(")\n\nfunc must[T any](v T, err error) T {\n\tif err != nil {\n\t\tpanic(err)\n\t}\n\treturn v\n}\n\nfunc main() {\n\tvar all []string\n")
	for _, m := range p.list {
		fmt.Fprintf(&b, "\tall = append(all, string(must(wire.Marshal(%s, wire.Root(%s)))))\n", m.code.Text, m.element)
	}
	b.WriteString("\tjson.NewEncoder(os.Stdout).Encode(all)\n}\n")
	p.write(t, "main.go", b.Bytes())
	p.write(t, "go.mod", fmt.Appendf(nil, "module snippets\n\ngo 1.26.0\n\nrequire github.com/wbxgen/wbxgen v0.0.0\n\nreplace github.com/wbxgen/wbxgen => %s\n", judge.Root(t)))
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = p.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off")
	out, err := cmd.Output()
	if err != nil {
		stderr := ""
		if e, ok := err.(*exec.ExitError); ok {
			stderr = string(e.Stderr)
		}
		t.Fatalf("%v\n%s", err, stderr)
	}
	var list []string
	if err := json.Unmarshal(out, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

// value is a text without what is spelling alone: of truth values, numbers and
// white space.
func value(text string) string {
	words := strings.Fields(text)
	for i, word := range words {
		if n, err := strconv.ParseFloat(word, 64); err == nil {
			words[i] = strconv.FormatFloat(n, 'g', -1, 64)
		}
		switch word {
		case "false":
			words[i] = "0"
		case "true":
			words[i] = "1"
		}
	}
	return strings.Join(words, " ")
}

// outline is a document as text without prefixes and the order of attributes.
func outline(t *testing.T, text string) string {
	t.Helper()
	doc, err := xmltree.Parse("x.xml", []byte(text), xmltree.Options{})
	if err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	var b strings.Builder
	var walk func(e *xmltree.Element, depth int)
	walk = func(e *xmltree.Element, depth int) {
		fmt.Fprintf(&b, "%s{%s}%s", strings.Repeat(" ", depth), e.Space, e.Local)
		var attrs []string
		for _, a := range e.Attrs {
			if prefix, local, both := strings.Cut(a.Value, ":"); a.Local == "type" && both {
				space, _ := e.Lookup(prefix)
				a.Value = "{" + space + "}" + local
			}
			attrs = append(attrs, fmt.Sprintf(" {%s}%s=%q", a.Space, a.Local, value(a.Value)))
		}
		sort.Strings(attrs)
		b.WriteString(strings.Join(attrs, ""))
		kids := 0
		for kid := range e.Elements() {
			if kids++; kids == 1 {
				b.WriteString("\n")
			}
			walk(kid, depth+1)
		}
		if kids == 0 {
			fmt.Fprintf(&b, " %q\n", value(e.Text()))
		}
	}
	walk(doc.Root, 0)
	return b.String()
}

// TestTheCodeMakesTheDocument builds what is written for schemas of every kind
// and runs it: where nothing is left out or added, it is the document.
func TestTheCodeMakesTheDocument(t *testing.T) {
	sets := append(schemagen.Contexts(), schemagen.ListsAndUnions()...)
	seeds := 20
	if os.Getenv("WBXGEN_LONG") == "" {
		sets, seeds = sets[:min(len(sets), 3)], 3
	}
	for seed := range seeds {
		sets = append(sets, schemagen.Random(uint64(seed)))
	}
	// One program of all of them would take the compiler too long.
	for some := range slices.Chunk(sets, 6) {
		t.Run(some[0].Files[0].Name, func(t *testing.T) { makeDocuments(t, some) })
	}
}

func makeDocuments(t *testing.T, sets []schemagen.Set) {
	p := &program{dir: t.TempDir(), imports: map[string]string{}}
	p.add(t, "shop", filepath.Join(judge.Root(t), "examples", "shop", "schema"))
	for i, set := range sets {
		dir := t.TempDir()
		for _, f := range set.Files {
			if err := os.WriteFile(filepath.Join(dir, f.Name), []byte(f.Text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		p.add(t, fmt.Sprintf("set%d", i), dir)
	}
	whole := 0
	for i, got := range p.run(t) {
		m := p.list[i]
		if len(m.code.Left)+len(m.code.Added) > 0 {
			continue
		}
		whole++
		if d := cmp.Diff(outline(t, m.document), outline(t, got)); d != "" {
			t.Errorf("%s\n%s\n%s", m.document, m.code.Text, d)
		}
	}
	t.Logf("%d documents, %d of them whole", len(p.list), whole)
	if whole < len(p.list)/2 {
		t.Errorf("only %d of %d documents are whole", whole, len(p.list))
	}
}
