package outdir_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/outdir"
)

const header = outdir.Mark + ". DO NOT EDIT.\n"

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		name, _ := filepath.Rel(dir, p)
		got[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestApplyWritesWhatChangedAndDropsWhatIsStale(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"a/same.go":    header + "same",
		"a/edited.go":  header + "edited by hand",
		"old/stale.go": header,
		"a/mine.go":    "package a // hand-written",
	})
	files := map[string][]byte{
		"a/same.go":   []byte(header + "same"),
		"a/edited.go": []byte(header + "new"),
		"b/new.go":    []byte(header),
	}
	plan, err := outdir.Compare(dir, files)
	if err != nil {
		t.Fatal(err)
	}
	got := [][]string{plan.Changed, plan.Missing, plan.Stale}
	want := [][]string{{"a/edited.go"}, {"b/new.go"}, {"old/stale.go"}}
	if d := cmp.Diff(want, got); d != "" || plan.Same != 1 {
		t.Errorf("plan, same %d: %s", plan.Same, d)
	}
	if err := plan.Apply(); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(map[string]string{
		"a/same.go": header + "same", "a/edited.go": header + "new", "b/new.go": header, "a/mine.go": "package a // hand-written",
	}, read(t, dir)); d != "" {
		t.Error(d)
	}
	if _, err := os.Stat(filepath.Join(dir, "old")); err == nil {
		t.Error("the empty folder is still there")
	}
	again, err := outdir.Compare(dir, files)
	if err != nil || !again.Clean() {
		t.Errorf("a second run has something to do: %v %v", again, err)
	}
}

func TestAFailureLeavesTheOldFiles(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.go": header + "old", "b": "a file where a folder is needed"})
	plan, err := outdir.Compare(dir, map[string][]byte{"a.go": []byte("new")})
	if err != nil {
		t.Fatal(err)
	}
	plan.Missing = append(plan.Missing, "b/c.go")
	if plan.Apply() == nil {
		t.Fatal("no error")
	}
	if d := cmp.Diff(map[string]string{"a.go": header + "old", "b": "a file where a folder is needed"}, read(t, dir)); d != "" {
		t.Error(d)
	}
}

func TestNamesThatLeadOutAreRefused(t *testing.T) {
	for _, name := range []string{"../x.go", "/x.go", "a/../../x.go"} {
		if _, err := outdir.Compare(t.TempDir(), map[string][]byte{name: nil}); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}
