package validate_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// Each archive has a schema and documents. Behind a document that is not valid
// stands what is said about it.
func TestRules(t *testing.T) {
	files, err := filepath.Glob("testdata/rules/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no archives", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			judged := judgeArchive(t, a)
			if os.Getenv("WBXGEN_GOLDEN") != "" {
				if err := os.WriteFile(file, txtar.Format(judged), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(string(txtar.Format(a)), string(txtar.Format(judged))); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

// judgeArchive returns the archive with the verdicts of today.
func judgeArchive(t *testing.T, a *txtar.Archive) *txtar.Archive {
	t.Helper()
	files := map[string]string{}
	for _, f := range a.Files {
		if filepath.Ext(f.Name) == ".xsd" {
			files[f.Name] = string(f.Data)
		}
	}
	set, err := source.Open(written(t, files), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, problems := compile.Compile(set, compile.Options{})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	v := validate.New(schema, validate.Options{})
	judged := &txtar.Archive{Comment: a.Comment}
	for _, f := range a.Files {
		if filepath.Ext(f.Name) == ".txt" {
			continue
		}
		judged.Files = append(judged.Files, f)
		if filepath.Ext(f.Name) != ".xml" {
			continue
		}
		r := v.ValidateBytes(f.Data, f.Name)
		if r.Valid() != (len(r.Problems) == 0) {
			t.Errorf("%s is %s with %d problems", f.Name, r.Outcome(), len(r.Problems))
		}
		if !r.Valid() {
			said := r.Diagnostics().String() + "\n"
			judged.Files = append(judged.Files, txtar.File{Name: strings.TrimSuffix(f.Name, ".xml") + ".txt", Data: []byte(said)})
		}
	}
	return judged
}

// No verdict depends on whether a document is in memory or arrives byte by
// byte.
func TestRulesAreTheSameForReaders(t *testing.T) {
	files, _ := filepath.Glob("testdata/rules/*.txtar")
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "t.xsd" })
		v := validate.New(compiled(t, "-- t.xsd --\n"+string(a.Files[i].Data)), validate.Options{})
		for _, f := range a.Files {
			if filepath.Ext(f.Name) != ".xml" {
				continue
			}
			want := v.ValidateBytes(f.Data, f.Name).Diagnostics().String()
			got := v.Validate(&slow{data: f.Data}, f.Name).Diagnostics().String()
			if got != want {
				t.Errorf("%s\n got %s\nwant %s", f.Name, got, want)
			}
		}
	}
}
