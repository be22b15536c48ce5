package validate_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// compiled returns the schema of documents that stand behind one another, each
// under a line with its name, as in txtar. Without a name it is one document
// of the target namespace urn:t, whose content alone is given: t and xs are
// the prefixes.
func compiled(t testing.TB, documents string) *xsd.Schema {
	t.Helper()
	if !strings.HasPrefix(strings.TrimSpace(documents), "-- ") {
		documents = "-- t.xsd --\n" + `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">` + documents + "</xs:schema>"
	}
	var names []string
	files := map[string]string{}
	for part := range strings.SplitSeq("\n"+strings.TrimSpace(documents), "\n-- ") {
		name, content, found := strings.Cut(part, " --\n")
		if !found {
			continue
		}
		names, files[name] = append(names, name), content
	}
	set, err := source.Open(written(t, files), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, problems := compile.Documents(set, names, compile.Options{})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return schema
}

// written writes files to a folder of the test's.
func written(t testing.TB, files map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// release returns the schema of a release.
func release(t testing.TB, version string) *xsd.Schema {
	t.Helper()
	schema, err := releases(version)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

var (
	releaseLock sync.Mutex
	releaseSeen = map[string]*xsd.Schema{}
)

func releases(version string) (*xsd.Schema, error) {
	releaseLock.Lock()
	defer releaseLock.Unlock()
	if s := releaseSeen[version]; s != nil {
		return s, nil
	}
	set, err := source.Open(version, source.Options{Root: "../../schemas"})
	if err != nil {
		return nil, err
	}
	schema, problems := compile.Compile(set, compile.Options{})
	if err := problems.Err(); err != nil {
		return nil, err
	}
	releaseSeen[version] = schema
	return schema, nil
}

// judged returns the problems of a document, a line each, under the name d.
func judged(v *validate.Validator, document string) string {
	return v.ValidateBytes([]byte(document), "d").Diagnostics().String()
}

// slow delivers a document a byte at a time.
type slow struct{ data []byte }

func (s *slow) Read(b []byte) (int, error) {
	if len(s.data) == 0 {
		return 0, io.EOF
	}
	b[0], s.data = s.data[0], s.data[1:]
	return 1, nil
}
