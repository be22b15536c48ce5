package corpora_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/internal/generate"
	"github.com/wbxgen/wbxgen/internal/schemagen"
)

// TestEditsGiveWhatAColdRunGives edits documents of large public sets by chance, and
// generates each time with what earlier runs remember, on one processor and on two,
// and from nothing. It runs on request: WBXGEN_LONG.
func TestEditsGiveWhatAColdRunGives(t *testing.T) {
	if os.Getenv("WBXGEN_LONG") == "" {
		t.Skip("WBXGEN_LONG runs it")
	}
	files := corpora.Files(t, corpora.Folder(t, "corpora"))
	for set, from := range map[string]string{
		"netex": "in//NeTEx_publication.xsd", "ubl-2.3": "in//maindoc/UBL-Order-2.3.xsd", "gml-3.2.1": "in//gml/3.2.1/gml.xsd", "siri-sg": "in//siriSg.xsd",
	} {
		for _, layout := range []string{"namespaces", "single"} {
			t.Run(set+" "+layout, func(t *testing.T) {
				dir := unpacked(t, files, set)
				t.Chdir(dir)
				settings := "layout: " + layout + "\nout: out\nprofile: none\nschemas:\n  - {name: e, from: \"" + from + "\"}\n"
				if err := os.WriteFile("wbxgen.yaml", []byte(settings), 0o600); err != nil {
					t.Fatal(err)
				}
				editAndGenerate(t, 6)
			})
		}
	}
}

// editAndGenerate makes so many edits of the documents in the folder "in" that leave a
// schema.
func editAndGenerate(t *testing.T, edits int) {
	random := rand.New(rand.NewPCG(3, 5))
	var names []string
	if err := filepath.WalkDir("in", func(name string, _ os.DirEntry, err error) error {
		if filepath.Ext(name) == ".xsd" {
			names = append(names, name)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	cache := filepath.Join(t.TempDir(), "cache")
	make := func(check bool, remember string) (*generate.Run, error) {
		t.Setenv(generate.CacheVariable, remember)
		cfg, err := config.Load("")
		if err != nil {
			t.Fatal(err)
		}
		return generate.Make(cfg, generate.Options{Check: check})
	}
	if _, err := make(false, cache); err != nil {
		t.Fatal(err)
	}
	done, changed := 0, 0
	for n := 0; done < edits && n < 50*edits; n++ {
		name := names[random.IntN(len(names))]
		before, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		edited, what := schemagen.Edit(random, n, string(before))
		if edited == "" || os.WriteFile(name, []byte(edited), 0o600) != nil {
			continue
		}
		processors := runtime.GOMAXPROCS(1 + n%2)
		run, err := make(false, cache)
		runtime.GOMAXPROCS(processors)
		if err != nil { // no schema any more
			if err := os.WriteFile(name, before, 0o600); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if run.Outputs[0].Files.Clean() {
			continue // a document that the schema does not have, or a comment that nobody prints
		}
		done, changed = done+1, changed+len(run.Outputs[0].Files.Changed)
		if run, err = make(true, "off"); err != nil || !run.Clean() {
			t.Fatalf("%s, %s: the output is not as from nothing: %v", name, what, err)
		}
	}
	t.Logf("%d edits changed %d files", done, changed)
	if done < edits {
		t.Errorf("only %d edits gave a schema", done)
	}
}
