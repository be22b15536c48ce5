package downstream

import (
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"

	"github.com/wbxgen/wbxgen/internal/judge"
)

// Released is what the proxy calls the state of this repository.
var Released = module.Version{Path: "github.com/wbxgen/wbxgen", Version: "v0.0.1"}

// file is one of the module, as package zip asks for it.
type file struct{ name, below string }

func (f file) Path() string                 { return f.below }
func (f file) Lstat() (os.FileInfo, error)  { return os.Lstat(f.name) }
func (f file) Open() (io.ReadCloser, error) { return os.Open(f.name) }

// files are those of the module, without the generated versions: they are nine
// tenths of its bytes, and no package of the program imports them.
func files(t *testing.T, root string) []zip.File {
	t.Helper()
	var list []zip.File
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == root {
			return err
		}
		below, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		if d.IsDir() {
			_, err := os.Stat(filepath.Join(name, "go.mod"))
			if err == nil || strings.HasPrefix(d.Name(), ".") || below == "generated" {
				return filepath.SkipDir
			}
			return nil
		}
		if d.Type().IsRegular() {
			list = append(list, file{name, filepath.ToSlash(below)})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Proxy returns the value of GOPROXY for a proxy that has the module, and for
// all else what the go command has downloaded before.
func Proxy(t *testing.T) string {
	t.Helper()
	root, top := judge.Root(t), t.TempDir()
	dir := filepath.Join(top, filepath.FromSlash(Released.Path), "@v")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"list": Released.Version + "\n", Released.Version + ".mod": string(mod),
		Released.Version + ".info": `{"Version":"` + Released.Version + `","Time":"2026-01-01T00:00:00Z"}`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	archive, err := os.Create(filepath.Join(dir, Released.Version+".zip"))
	if err != nil {
		t.Fatal(err)
	}
	if err := zip.Create(archive, Released, files(t, root)); err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	cache, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	return "file://" + filepath.ToSlash(top) + ",file://" + filepath.ToSlash(filepath.Join(strings.TrimSpace(string(cache)), "cache", "download"))
}
