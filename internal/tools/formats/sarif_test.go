package formats

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/xeipuuv/gojsonschema"

	"github.com/wbxgen/wbxgen/internal/cli"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/report"
)

// moduleDir is the folder of this package when its tests start: they go to
// others.
var moduleDir, _ = os.Getwd()

// sarifSchema returns the schema of the format, as a library that writes it has
// it: a constant of the package. The library itself cannot leave out what says
// nothing.
func sarifSchema(t *testing.T) gojsonschema.JSONLoader {
	t.Helper()
	list := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif")
	list.Dir = moduleDir
	dir, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && len(lit.Value) > len(text) {
			text = lit.Value
		}
		return true
	})
	if text, err = strconv.Unquote(text); err != nil || !strings.Contains(text, "SARIF") {
		t.Fatalf("there is no schema in the library: %v", err)
	}
	return gojsonschema.NewStringLoader(text)
}

// checkSARIF holds a log to the schema and returns how many results it has.
func checkSARIF(t *testing.T, log []byte) int {
	t.Helper()
	verdict, err := gojsonschema.Validate(sarifSchema(t), gojsonschema.NewBytesLoader(log))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range verdict.Errors() {
		t.Error(e)
	}
	read, err := sarif.FromBytes(log)
	if err != nil {
		t.Fatal(err)
	}
	return len(read.Runs[0].Results)
}

// run runs the program and returns what it prints.
func run(t *testing.T, code int, args ...string) []byte {
	t.Helper()
	var out, problems bytes.Buffer
	if got := cli.Main(args, strings.NewReader(""), &out, &problems); got != code {
		t.Fatalf("%q: exit code %d, want %d\n%s", args, got, code, problems.Bytes())
	}
	return out.Bytes()
}

func TestLogsOfTheProgramFollowTheSchema(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"old.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:int"/></xs:schema>`,
		"bad.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:nothing"/></xs:schema>`,
		"doc.xml": "<a>x</a>", "cut.xml": "<a>",
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run(t, 0, "accept", "--all", "--accepted", "list.json", "--reason", "known", "40.6.0", "40.4.3")
	for _, c := range []struct {
		name    string
		code    int
		results int // at least; 0 is none
		args    []string
	}{
		{"changes", 0, 20, []string{"diff", "--format", "sarif", "40.6.0", "40.4.3"}},
		{"accepted", 0, 20, []string{"diff", "--format", "sarif", "--accepted", "list.json", "40.6.0", "40.4.3"}},
		{"no change", 0, 0, []string{"diff", "--format", "sarif", "old.xsd", "old.xsd"}},
		{"a schema that is right", 0, 0, []string{"check", "--format", "sarif", "old.xsd"}},
		{"a schema that is not", 2, 1, []string{"check", "--format", "sarif", "bad.xsd"}},
		{"a document that is not valid", 1, 1, []string{"validate", "--format", "sarif", "--schema", "old.xsd", "doc.xml"}},
		{"a document that cannot be read", 1, 1, []string{"validate", "--format", "sarif", "--schema", "old.xsd", "cut.xml"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if n := checkSARIF(t, run(t, c.code, c.args...)); n < c.results || c.results == 0 && n > 0 {
				t.Errorf("%d results", n)
			}
		})
	}
}

// TestFindingsOfEveryKindFollowTheSchema: with and without a place, a code and
// other places, twice the same, with text that must be escaped.
func TestFindingsOfEveryKindFollowTheSchema(t *testing.T) {
	var l diag.List
	l.Error(diag.Pos{File: "a b.xsd", Line: 3, Col: 5}, "src-resolve", "type %q is not declared, 100%%", "x:y").See(diag.Pos{File: "c,d.xsd", Line: 1}, "see")
	l.Warning(diag.Pos{File: "a b.xsd", Line: 4}, "wbxgen-x", "two\nlines")
	l.Warning(diag.Pos{File: "a b.xsd", Line: 9}, "wbxgen-x", "two\nlines")
	l.Note(diag.Pos{File: "a b.xsd"}, "xml-well-formed", "a note")
	l.Error(diag.Pos{}, "", "nowhere")
	var out bytes.Buffer
	if err := report.Annotations(&out, "sarif", l.Sorted(), report.Options{ToolVersion: "v1.2.3"}); err != nil {
		t.Fatal(err)
	}
	if n := checkSARIF(t, out.Bytes()); n != 5 {
		t.Errorf("%d results", n)
	}
}
