package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// ImportProblem says what is wrong with an import path, nil for nothing.
func ImportProblem(p string) error {
	if e, ok := errors.AsType[*module.InvalidPathError](module.CheckImportPath(p)); ok {
		return e.Err
	}
	return nil
}

// ImportPath returns the import path of a folder, by the go.mod around it.
func ImportPath(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for top := abs; ; top = filepath.Dir(top) {
		data, err := os.ReadFile(filepath.Join(top, "go.mod"))
		if err == nil {
			return importPathIn(modfile.ModulePath(data), top, abs, dir)
		}
		if name, is := fileOnTheWay(top); is {
			return "", fmt.Errorf("%s cannot be a folder, as %s is a file", filepath.ToSlash(dir), name)
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("the go.mod around %s cannot be read: %w", filepath.ToSlash(dir), diag.WithoutPath(err))
		}
		if filepath.Dir(top) == top {
			return "", fmt.Errorf("there is no go.mod around %s, so its import path is not known; make one with go mod init", filepath.ToSlash(dir))
		}
	}
}

// fileOnTheWay returns the name of the file that is where a path has a folder.
func fileOnTheWay(path string) (name string, is bool) {
	for {
		info, err := os.Stat(path)
		if err == nil {
			return filepath.Base(path), !info.IsDir()
		}
		if filepath.Dir(path) == path {
			return "", false
		}
		path = filepath.Dir(path)
	}
}

// importPathIn returns the import path of a folder of a module. shown is the
// folder as the user gave it.
func importPathIn(modulePath, top, dir, shown string) (string, error) {
	if modulePath == "" {
		return "", fmt.Errorf("the go.mod around %s names no module", filepath.ToSlash(shown))
	}
	rest, err := filepath.Rel(top, dir)
	if err != nil {
		return "", err
	}
	imports := path.Join(modulePath, filepath.ToSlash(rest))
	if err := ImportProblem(imports); err != nil && rest != "." {
		return "", fmt.Errorf("the folder %s cannot be imported: %q is no import path of Go: %w", filepath.ToSlash(shown), imports, err)
	}
	return imports, nil
}
