package outdir_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/outdir"
)

func TestReplaceLeavesNothingOfWhatWasThere(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "set")
	for _, files := range []map[string]string{{"a/a.xsd": "1", "b.xsd": "2"}, {"b.xsd": "3"}} {
		in := map[string][]byte{}
		for name, text := range files {
			in[name] = []byte(text)
		}
		if err := outdir.Replace(dir, in); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(files, contents(read(t, dir))); d != "" {
			t.Errorf("-want +got:\n%s", d)
		}
	}
	wantOneEntry(t, top)
}

func TestReplaceKeepsWhatWasThereOnFailure(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "set")
	write(t, dir, map[string]string{"a.xsd": "1"})
	if err := outdir.Replace(dir, map[string][]byte{"b.xsd": nil, "../c.xsd": nil}); err == nil {
		t.Error("a name that leads out is accepted")
	}
	if d := cmp.Diff(map[string]string{"a.xsd": "1"}, read(t, dir)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	wantOneEntry(t, top)
}

func wantOneEntry(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the folder there are %v, %v", entries, err)
	}
}
