package snippet_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/gogen"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/snippet"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// row is an example of docs/xsd-to-go.md: a file of testdata/mapping. Its comment
// is a title and what is to be said; it has the declarations of a schema and a
// document, and may have Go for the value of the document, where the code that
// snippet writes leaves something out, and for the use of that value, v.
type row struct {
	name, title, text string
	schema, document  string
	other             string // a schema document beside, other.xsd
	value, use        string
	types             string // what is generated
	plan              *plan.Plan
	root              *plan.Root
	imported, folder  string
}

func readRow(t *testing.T, file string) *row {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r := &row{name: strings.TrimSuffix(filepath.Base(file), ".txtar")}
	r.title, r.text, _ = strings.Cut(strings.TrimSpace(string(archive.Comment)), "\n")
	parts := map[string]*string{"schema": &r.schema, "other.xsd": &r.other, "document": &r.document, "value": &r.value, "use": &r.use}
	for _, f := range archive.Files {
		into, ok := parts[f.Name]
		if !ok {
			t.Fatalf("%s: %s is nothing that a row has", file, f.Name)
		}
		*into = strings.TrimSpace(string(f.Data))
	}
	return r
}

const schemaStart = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:example:demo" targetNamespace="urn:example:demo" elementFormDefault="qualified">
`

// generate generates from the schema into the program, and finds what the page
// shows.
func (r *row) generate(t *testing.T, p *program) {
	dir := t.TempDir()
	file := filepath.Join(dir, "demo.xsd")
	text := r.schema
	if r.other == "" {
		text = schemaStart + text + "\n</xs:schema>\n"
	} else if err := os.WriteFile(filepath.Join(dir, "other.xsd"), []byte(r.other), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	set, err := source.Open(file, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatalf("%s: %v", r.name, err)
	}
	folder := "m" + strings.ReplaceAll(r.name, "-", "")
	code, notes := binding.New(schema, binding.Options{ImportPath: "snippets/" + folder, RootName: "api", Runtime: "github.com/wbxgen/wbxgen/wire", Lock: binding.NewLock()})
	if err := notes.Err(); err != nil {
		t.Fatal(err)
	}
	files, err := gogen.Files(code)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		p.write(t, path.Join(folder, name), files[name])
		if pkg := path.Dir(name); pkg != "." && pkg != "all" {
			r.types += declarations(t, files[name])
		}
	}
	r.plan, r.imported, r.folder = code, "snippets/"+folder+"/demo", folder
	r.root = rootOf(t, r, code)
}

// rootOf is the root element of the document.
func rootOf(t *testing.T, r *row, code *plan.Plan) *plan.Root {
	doc := r.parse(t)
	for _, pkg := range code.Packages {
		for _, root := range pkg.Roots {
			if root.Element.Name.Local == doc.Root.Local {
				return root
			}
		}
	}
	t.Fatalf("%s: no root element %s", r.name, doc.Root.Local)
	return nil
}

func (r *row) parse(t *testing.T) *xmltree.Document {
	doc, err := xmltree.Parse("document.xml", []byte(r.document), xmltree.Options{})
	if err != nil {
		t.Fatalf("%s: %v", r.name, err)
	}
	return doc
}

// declarations are the types and constants of a generated file, with their
// comments. Methods, tables and the like are left out.
func declarations(t *testing.T, code []byte) string {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "x.go", code, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.TYPE && g.Tok != token.CONST || isHandshake(g) {
			continue
		}
		from := g.Pos()
		if g.Doc != nil {
			from = g.Doc.Pos()
		}
		b.WriteString(string(code[fset.Position(from).Offset:fset.Position(g.End()).Offset]) + "\n\n")
	}
	return b.String()
}

// isHandshake reports whether a declaration only asks for a runtime that fits.
func isHandshake(g *ast.GenDecl) bool {
	v, ok := g.Specs[0].(*ast.ValueSpec)
	return ok && v.Names[0].Name == "_"
}

// add puts the value of the document into the program, as it is written and as
// it is read.
func (r *row) add(t *testing.T, p *program) {
	code := snippet.Code{Text: r.value}
	if r.value == "" {
		var err error
		if code, err = snippet.Of(r.plan, r.root.Struct, r.parse(t).Root); err != nil {
			t.Fatalf("%s: %v", r.name, err)
		}
		if len(code.Left) > 0 {
			t.Errorf("%s: the code leaves out %v: the row needs a value", r.name, code.Left)
		}
		r.value = code.Text
	}
	p.imports[r.imported] = r.folder
	text := replaceName(r.value, "demo", r.folder)
	p.runtime(code.Imports)
	for _, imported := range code.Imports {
		if name := path.Base(imported); strings.HasPrefix(imported, "snippets/") && imported != r.imported {
			p.imports[imported] = r.folder + name
			text = replaceName(text, name, r.folder+name)
		}
	}
	p.list = append(p.list, made{r.document, snippet.Code{Text: text}, r.folder + "." + r.root.Var})
	read := fmt.Sprintf("read(%q, %s.%s, new(%s.%s))", r.document, r.folder, r.root.Var, r.folder, r.root.Struct.Name)
	p.list = append(p.list, made{r.document, snippet.Code{Text: read}, r.folder + "." + r.root.Var})
	if r.use != "" {
		p.write(t, "use_"+r.folder+".go", fmt.Appendf(nil, "package main\n\nimport (\n\t\"fmt\"\n\n\t%q\n\t\"github.com/wbxgen/wbxgen/wire\"\n\t\"github.com/wbxgen/wbxgen/wire/codec\"\n)\n\nvar _ wire.Name\n\nvar _, _ = fmt.Print, codec.Unset[int]\n\nfunc use%s(v *demo.%s) {\n%s\n}\n",
			r.imported, r.folder, r.root.Struct.Name, r.use))
	}
}

// readCode reads a document and holds it to its type.
const readCode = `package main

import "github.com/wbxgen/wbxgen/wire"

func read[T wire.Object](text string, root wire.Name, v T) T {
	if err := wire.Unmarshal([]byte(text), v, wire.Root(root)); err != nil {
		panic(err)
	}
	if checked, ok := any(v).(wire.Validator); ok {
		if err := wire.Validate(checked); err != nil {
			panic(err)
		}
	}
	return v
}
`

var tags = regexp.MustCompile(`<[^>]*>`)

func words(text string) string { return value(tags.ReplaceAllString(text, " ")) }

// write writes the row into the page.
func (r *row) write(b *bytes.Buffer) {
	fmt.Fprintf(b, "\n## %s\n\n%s\n\n```xml\n%s\n```\n\n", r.title, strings.TrimSpace(r.text), r.schema)
	if r.other != "" {
		fmt.Fprintf(b, "```xml\n%s\n```\n\n", r.other)
	}
	fmt.Fprintf(b, "```go\n%s\n```\n\n", strings.TrimSpace(r.types))
	fmt.Fprintf(b, "```xml\n%s\n```\n\n```go\nv := %s\n```\n", r.document, r.value)
	if r.use != "" {
		fmt.Fprintf(b, "\n```go\n%s\n```\n", r.use)
	}
}

const mappingHead = `# XSD to Go, by example

<!-- Made from internal/snippet/testdata/mapping by its test; WBXGEN_GOLDEN=1 rewrites it. -->

Each example has what a schema says, the types that come out of it (their methods are left out, ` + "`Validate`" + ` and
those that read and write), a document, the Go value that is written as this document, and
what is done with it. A test compiles and runs all of it, and reads the document back. Where nothing else is said the schema
has the target namespace urn:example:demo, so the package is ` + "`demo`" + `.
`

// TestMappingPageIsUpToDate builds what is generated for each row, writes the
// values as documents, and holds docs/xsd-to-go.md to the rows. WBXGEN_GOLDEN=1
// rewrites it.
func TestMappingPageIsUpToDate(t *testing.T) {
	files, err := filepath.Glob("testdata/mapping/*.txtar")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d rows: %v", len(files), err)
	}
	p := &program{dir: t.TempDir(), imports: map[string]string{}}
	page := bytes.NewBufferString(mappingHead)
	page.WriteString("\n" + builtIns(t))
	for _, file := range files {
		r := readRow(t, file)
		r.generate(t, p)
		r.add(t, p)
		r.write(page)
	}
	p.write(t, "read.go", []byte(readCode))
	for i, got := range p.run(t) {
		want := p.list[i].document
		if d := cmp.Diff(outline(t, want)+words(want), outline(t, got)+words(got)); d != "" {
			t.Errorf("%s\n%s: %s", want, p.list[i].code.Text, d)
		}
	}
	name := filepath.Join(judge.Root(t), "docs", "xsd-to-go.md")
	if os.Getenv("WBXGEN_GOLDEN") != "" && !t.Failed() {
		if err := os.WriteFile(name, page.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(name); err != nil || !bytes.Equal(got, page.Bytes()) {
		t.Errorf("docs/xsd-to-go.md is not what the rows say (%v); WBXGEN_GOLDEN=1 rewrites it", err)
	}
}

// builtInNames are the built-in types as people look for them.
var builtInNames = strings.Fields(`string normalizedString token language NMTOKEN Name NCName ID IDREF ENTITY anyURI
	boolean decimal integer nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger long int short byte
	unsignedLong unsignedInt unsignedShort unsignedByte float double
	dateTime date time duration gYear gYearMonth gMonth gMonthDay gDay
	hexBinary base64Binary QName NMTOKENS IDREFS ENTITIES anySimpleType anyType`)

var builtInField = regexp.MustCompile("(?m)^\t[A-Z]\\w* +(\\S+) +`xml:\"e-(\\w+)\"`")

// builtIns is the table of the built-in types: what a required element of each
// becomes, read off generated code.
func builtIns(t *testing.T) string {
	var elements strings.Builder
	for _, name := range builtInNames {
		fmt.Fprintf(&elements, "<xs:element name=\"e-%s\" type=\"xs:%s\"/>\n", name, name)
	}
	r := &row{name: "built-in", schema: "<xs:element name=\"root\"><xs:complexType><xs:sequence>\n" + elements.String() + "</xs:sequence></xs:complexType></xs:element>", document: "<root/>"}
	r.generate(t, &program{dir: t.TempDir()})
	types := map[string][]string{}
	var order []string
	for _, m := range builtInField.FindAllStringSubmatch(r.types, -1) {
		if types[m[1]] == nil {
			order = append(order, m[1])
		}
		types[m[1]] = append(types[m[1]], "`"+m[2]+"`")
	}
	var b strings.Builder
	b.WriteString("## Built-in types\n\nA required element or attribute of a built-in type; an optional one is a pointer to it, a repeated one a slice.\n\n| XSD | Go |\n|---|---|\n")
	found := 0
	for _, name := range order {
		found += len(types[name])
		fmt.Fprintf(&b, "| %s | `%s` |\n", strings.Join(types[name], ", "), name)
	}
	if found != len(builtInNames) {
		t.Errorf("%d of %d built-in types are in the table:\n%s", found, len(builtInNames), r.types)
	}
	return b.String()
}
