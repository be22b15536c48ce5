package compile_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// small keeps one input of the fuzzer from taking long.
var small = compile.Limits{Documents: 10, Components: 2_000, Depth: 60, Chain: 60, Steps: 5_000}

// FuzzCompile compiles any bytes as a schema document beside another one. It
// must come to an end, say the same whenever it is asked, and give every
// diagnostic a code.
func FuzzCompile(f *testing.F) {
	files, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatal(len(files), err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, doc := range a.Files {
			if strings.HasSuffix(doc.Name, ".xsd") {
				f.Add(doc.Data)
			}
		}
	}
	for _, c := range hostile {
		if len(c.doc) < 20_000 {
			f.Add([]byte(c.doc))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 100_000 {
			return
		}
		set := archive(t, data)
		first := compiled(t, set)
		if second := compiled(t, set); first != second {
			t.Fatalf("two compilations differ:\n%s\n%s", first, second)
		}
	})
}

// archive is a set of the document and another one that it may refer to.
func archive(t *testing.T, data []byte) *source.Set {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	other := document(`<xs:complexType name="t"><xs:sequence><xs:element name="a" minOccurs="0"/></xs:sequence></xs:complexType>`)
	for name, content := range map[string][]byte{"a.xsd": data, "part/own.xsd": []byte(other)} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "a.zip")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	set, err := source.Open(file, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// compiled returns all that compiling says: diagnostics and components.
func compiled(t *testing.T, set *source.Set) string {
	t.Helper()
	s, diags := compile.Documents(set, []string{"a.xsd"}, compile.Options{Lax: true, Limits: small})
	for _, d := range diags.Sorted() {
		if d.Code == "" || d.Message == "" {
			t.Fatalf("a diagnostic without a code or a message: %v", d)
		}
	}
	if diags.Err() != nil {
		return diags.String()
	}
	return diags.String() + "\n" + dump(s)
}
