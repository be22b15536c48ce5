package judge

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/mod/modfile"
)

// Documents returns the schema documents, files named *.xsd, below the folder
// root: their names below it, with slashes, in order.
func Documents(root string) ([]string, error) {
	var names []string
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && filepath.Ext(name) == ".xsd" {
			names = append(names, name)
		}
		return err
	})
	return names, err
}

// Root returns the folder of this repository: the nearest one above the test's
// package that has the go.mod of this module, which is not that of
// internal/tools.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if mod, err := os.ReadFile(filepath.Join(dir, "go.mod")); err == nil && modfile.ModulePath(mod) == "github.com/wbxgen/wbxgen" {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod of this module above the package")
		}
		dir = parent
	}
}
