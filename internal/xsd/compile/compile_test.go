package compile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// compileFiles compiles documents given by name.
func compileFiles(t *testing.T, o compile.Options, files ...txtar.File) (*xsd.Schema, *diag.List) {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		if filepath.Ext(f.Name) != ".xsd" {
			continue
		}
		p := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	set, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return compile.Compile(set, o)
}

// TestComponents compiles testdata/*.txtar: documents, with what they mean in
// the file "want" and what is wrong with them in "diagnostics". The comment on
// top says why the case exists.
func TestComponents(t *testing.T) {
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
			s, diags := compileFiles(t, compile.Options{}, a.Files...)
			text := ""
			if diags.Len() > 0 {
				text = withoutDir(diags.String()) + "\n"
			}
			golden(t, file, a, "diagnostics", text)
			golden(t, file, a, "want", dump(s))
		})
	}
}

// withoutDir takes the temporary folder out of positions.
func withoutDir(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if before, _, found := strings.Cut(line, ".xsd:"); found {
			lines[i] = filepath.Base(before) + line[len(before):]
		}
		if at := strings.Index(lines[i], os.TempDir()); at >= 0 {
			rest := lines[i][at+len(os.TempDir()):]
			if parts := strings.SplitN(strings.TrimPrefix(rest, "/"), "/", 3); len(parts) == 3 {
				lines[i] = lines[i][:at] + parts[2]
			}
		}
	}
	return strings.Join(lines, "\n")
}

// golden compares a text with a file of the archive, or rewrites that.
func golden(t *testing.T, file string, a *txtar.Archive, name, got string) {
	t.Helper()
	for i := range a.Files {
		if a.Files[i].Name != name {
			continue
		}
		if os.Getenv("WBXGEN_GOLDEN") != "" {
			a.Files[i].Data = []byte(got)
			if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
			return
		}
		if d := cmp.Diff(string(a.Files[i].Data), got); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
		return
	}
	if got != "" && name == "diagnostics" {
		t.Errorf("unexpected diagnostics:\n%s", got)
	}
}

func TestCompileIsTheSameWhateverTheOrderOfDocuments(t *testing.T) {
	a := []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:b" targetNamespace="urn:a"><xs:import namespace="urn:b" schemaLocation="b.xsd"/>
		<xs:element name="x" type="b:t"/></xs:schema>`)
	b := []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="urn:a" targetNamespace="urn:b"><xs:import namespace="urn:a"/>
		<xs:complexType name="t"><xs:sequence><xs:element ref="a:x" minOccurs="0"/></xs:sequence></xs:complexType></xs:schema>`)
	one, d1 := compileFiles(t, compile.Options{}, txtar.File{Name: "a.xsd", Data: a}, txtar.File{Name: "b.xsd", Data: b})
	two, d2 := compileFiles(t, compile.Options{}, txtar.File{Name: "z.xsd", Data: []byte(strings.ReplaceAll(string(a), "b.xsd", "b.xsd"))}, txtar.File{Name: "b.xsd", Data: b})
	if d1.Len()+d2.Len() > 0 {
		t.Fatalf("%s\n%s", d1, d2)
	}
	if d := cmp.Diff(dump(one), dump(two)); d != "" {
		t.Error(d)
	}
}
