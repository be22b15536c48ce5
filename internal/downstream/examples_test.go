package downstream_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/cli"
	"github.com/wbxgen/wbxgen/internal/judge"
)

// examples are the folders of examples with a schema that code is made of.
func examples(t *testing.T) []string {
	t.Helper()
	dirs, err := filepath.Glob(filepath.Join(judge.Root(t), "examples", "*", "*xml"))
	if err != nil || len(dirs) < 9 {
		t.Fatal(err, dirs)
	}
	for i, d := range dirs {
		dirs[i] = filepath.Dir(d)
	}
	return dirs
}

// TestExamplesAreUpToDate generates the bindings of the examples again, as their
// step for go generate does, and compares.
func TestExamplesAreUpToDate(t *testing.T) {
	for _, dir := range examples(t) {
		name := filepath.Base(dir)
		t.Chdir(dir)
		doc, err := os.ReadFile("doc.go")
		_, step, found := strings.Cut(string(doc), "\n//go:generate go tool wbxgen ")
		step, _, _ = strings.Cut(step, "\n")
		if err != nil || !found {
			t.Errorf("examples/%s: doc.go has no step for go generate that runs the tool of its go.mod, %v", name, err)
			continue
		}
		var out strings.Builder
		if code := cli.Main(append(strings.Fields(step), "--check"), nil, &out, &out); code != 0 {
			t.Errorf("exit %d; run go generate ./... in examples/%s\n%s", code, name, out.String())
		}
	}
}

// TestExamplesAreModules: each example is a module of its own, as a user's is,
// which takes this one from the folder around it.
func TestExamplesAreModules(t *testing.T) {
	dirs, err := filepath.Glob(filepath.Join(judge.Root(t), "examples", "*"))
	if err != nil || len(dirs) == 0 {
		t.Fatal(err)
	}
	for _, dir := range dirs {
		mod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		text := string(mod)
		if err != nil || !strings.HasPrefix(text, "module "+module+"/examples/"+filepath.Base(dir)+"\n") || !strings.Contains(text, "replace "+module+" => ../..\n") {
			t.Errorf("%s: %v\n%s", dir, err, text)
		}
	}
}

const module = "github.com/wbxgen/wbxgen"

// copied are the examples that a run which is not long gives a copy of the
// runtime.
var copied = []string{"article", "parcels"}

// TestExamplesWithACopiedRuntime makes a module of each example that has its
// runtime in its own folders, and runs its tests there.
func TestExamplesWithACopiedRuntime(t *testing.T) {
	if testing.Short() {
		t.Skip("builds modules with runtimes of their own")
	}
	for _, dir := range examples(t) {
		name := filepath.Base(dir)
		if os.Getenv("WBXGEN_LONG") == "" && !slices.Contains(copied, name) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			if err := os.CopyFS(".", os.DirFS(dir)); err != nil {
				t.Fatal(err)
			}
			// Package xsd is no part of the runtime.
			for _, gone := range []string{"valid_test.go", name + "xml"} {
				if err := os.RemoveAll(gone); err != nil {
					t.Fatal(err)
				}
			}
			own(t, name)
			var out strings.Builder
			if code := cli.Main([]string{"generate", "--schema", "schema", "--out", name + "xml", "--runtime", "copy"}, nil, &out, &out); code != 0 {
				t.Fatalf("exit %d: %s", code, out.String())
			}
			for _, args := range [][]string{{"vet", "./..."}, {"test", "./..."}, {"list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "."}} {
				cmd := exec.Command("go", args...)
				cmd.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-mod=mod -trimpath", "GOWORK=off")
				out, err := cmd.CombinedOutput()
				if err != nil {
					t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
				}
				if strings.Contains(string(out), module) {
					t.Errorf("it depends on this module still:\n%s", out)
				}
			}
		})
	}
}

// own makes the working folder, which has an example, a module that has all that
// it needs but the module for comparing values of its tests.
func own(t *testing.T, name string) {
	t.Helper()
	err := filepath.WalkDir(".", func(file string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(file) != ".go" && file != "go.mod" {
			return err
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		text := string(data)
		if file == "go.mod" {
			text, _, _ = strings.Cut(text, "replace ")
			text = strings.ReplaceAll(text, "require "+module+" v0.0.0\n", "")
			text = strings.ReplaceAll(text, "\t"+module+" v0.0.0\n", "")
		}
		text = strings.ReplaceAll(text, module+"/examples/"+name, "example.com/own")
		text = strings.ReplaceAll(text, `"`+module+`/wire`, `"example.com/own/`+name+`xml/wire`)
		return os.WriteFile(file, []byte(text), 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}
