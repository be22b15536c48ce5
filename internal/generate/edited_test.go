package generate_test

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/generate"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/schemagen"
)

// TestEditedSchemasGiveWhatAColdRunGives edits documents of several schemas by
// chance, one after the other, and generates each time: with what earlier runs
// remember, on one processor and on two, and from nothing.
func TestEditedSchemasGiveWhatAColdRunGives(t *testing.T) {
	sets, tries := map[string]map[string]string{"many types": {"a.xsd": manyTypes(enough)}}, 3
	if os.Getenv("WBXGEN_LONG") != "" {
		sets["webex"], tries = documents(t, filepath.Join(judge.Root(t), "schemas", "40.6.0")), 60
	}
	for name, files := range sets {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			write(t, "go.mod", "module example.com/x\n")
			for file, text := range files {
				write(t, filepath.Join("in", file), text)
			}
			checkEdits(t, files, tries)
		})
	}
}

// documents are the schema documents below a folder, by name.
func documents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".xsd" {
			return err
		}
		text, err := os.ReadFile(name)
		below, _ := filepath.Rel(dir, name)
		files[below] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// checkEdits makes so many edits of documents in the folder "in".
func checkEdits(t *testing.T, files map[string]string, tries int) {
	random := rand.New(rand.NewPCG(uint64(tries), 7))
	cache := filepath.Join(t.TempDir(), "cache")
	options := generate.Options{Schema: "in", Out: "api"}
	names := slices.Sorted(maps.Keys(files))
	done := 0
	for n := 0; done < tries && n < 20*tries; n++ {
		t.Setenv(generate.CacheVariable, cache)
		name := names[random.IntN(len(names))]
		edited, what := schemagen.Edit(random, n, files[name])
		if edited == "" {
			continue
		}
		write(t, filepath.Join("in", name), edited)
		processors := runtime.GOMAXPROCS(1 + n%2)
		_, err := generate.Make(config.Default(), options)
		runtime.GOMAXPROCS(processors)
		if err != nil { // no schema any more
			write(t, filepath.Join("in", name), files[name])
			continue
		}
		files[name] = edited
		done++
		t.Setenv(generate.CacheVariable, "off")
		options := options
		options.Check = true
		run, err := generate.New(config.Default(), options)
		if err != nil || !run.Clean() {
			t.Fatalf("%s, %s: the output is not as from nothing: %v, %v", name, what, run.Outputs[0].Files.Changed, err)
		}
	}
	if done < tries {
		t.Errorf("only %d edits gave a schema", done)
	}
}
