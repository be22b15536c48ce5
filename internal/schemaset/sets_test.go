package schemaset_test

import (
	"path/filepath"
	"testing"

	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/schemaset"
)

// eachSet calls test for every release with the folder of its set and the
// names of its documents.
func eachSet(t *testing.T, test func(t *testing.T, dir string, documents []string)) {
	for _, release := range schemaset.Releases() {
		t.Run(release, func(t *testing.T) {
			dir := filepath.Join(judge.Root(t), "schemas", release)
			documents, err := judge.Documents(dir)
			if err != nil {
				t.Fatal(err)
			}
			test(t, dir, documents)
		})
	}
}

func TestXercesCompilesEachDocumentAlone(t *testing.T) {
	xerces := judge.Xerces(t)
	eachSet(t, func(t *testing.T, dir string, documents []string) {
		for _, name := range documents {
			if _, err := xerces.Compile(dir, name); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestXercesCompilesEachSet(t *testing.T) {
	xerces := judge.Xerces(t)
	eachSet(t, func(t *testing.T, dir string, documents []string) {
		if _, err := xerces.CompileSet(dir); err != nil {
			t.Error(err)
		}
	})
}

func TestXmllintCompilesEachDocumentAlone(t *testing.T) {
	xmllint := judge.Xmllint(t)
	eachSet(t, func(t *testing.T, dir string, documents []string) {
		for _, name := range documents {
			if err := xmllint.Compile(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestXmllintCompilesEachSet(t *testing.T) {
	xmllint := judge.Xmllint(t)
	eachSet(t, func(t *testing.T, dir string, documents []string) {
		driver, err := xmllint.Driver(dir, documents...)
		if err != nil {
			t.Fatal(err)
		}
		if err := xmllint.Compile(driver); err != nil {
			t.Error(err)
		}
	})
}
