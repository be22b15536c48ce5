package outdir_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/outdir"
)

// TestWhatWasReadIsHeldToTheFolder: a comparison that is given what somebody has read
// of the folder finds what one finds that reads it, whatever has become of the files
// since.
func TestWhatWasReadIsHeldToTheFolder(t *testing.T) {
	dir := t.TempDir()
	wanted := map[string][]byte{}
	for _, name := range []string{"same.go", "p/written.go", "p/replaced.go", "p/gone.go", "p/unread.go", "p/young.go"} {
		wanted[name] = []byte(header + "package p // " + name)
	}
	p, err := outdir.Compare(dir, wanted, outdir.Options{})
	if err != nil || outdir.Apply(p) != nil {
		t.Fatal(err)
	}
	reading := outdir.NewReading(dir)
	for name, text := range wanted {
		if name == "p/unread.go" {
			continue
		}
		written := time.Now().Add(-time.Hour)
		if name == "p/young.go" {
			written = time.Now().Add(time.Hour) // however slow the test is
		}
		if err := os.Chtimes(filepath.Join(dir, name), time.Time{}, written); err != nil {
			t.Fatal(err)
		}
		if got, err := reading.Read(name); err != nil || string(got) != string(text) {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
	before, err := os.Stat(filepath.Join(dir, "p/replaced.go"))
	if err != nil {
		t.Fatal(err)
	}
	// As long as before, one a moment later, the other another file of the same time.
	write(t, dir, map[string]string{"p/written.go": header + "package q // p/written.go", "p/new.go": header + "package q // p/replaced.go"})
	if err := os.Chtimes(filepath.Join(dir, "p/written.go"), time.Time{}, before.ModTime().Add(time.Second)); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(dir, "p/new.go"), filepath.Join(dir, "p/replaced.go")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(filepath.Join(dir, "p/replaced.go"), time.Time{}, before.ModTime()); err != nil {
		t.Fatal(err)
	}
	// Written twice within one step of the clock.
	young, err := os.Stat(filepath.Join(dir, "p/young.go"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, map[string]string{"p/young.go": header + "package q // p/young.go"})
	if err := os.Chtimes(filepath.Join(dir, "p/young.go"), time.Time{}, young.ModTime()); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "p/gone.go")); err != nil {
		t.Fatal(err)
	}
	p, err = outdir.Compare(dir, wanted, outdir.Options{Before: reading})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]any{[]string{"p/replaced.go", "p/written.go", "p/young.go"}, []string{"p/gone.go"}, 3}, []any{p.Changed, p.Missing, p.Same}); diff != "" {
		t.Error(diff)
	}
	if old, _ := p.Content("p/written.go"); string(old) != header+"package q // p/written.go" {
		t.Errorf("the old text is %q", old)
	}
}

// TestOnlyFilesOfTheFolderAreRead: nothing outside, through a link, or that would
// have to be waited for.
func TestOnlyFilesOfTheFolderAreRead(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"out/a.go": "a", "secret": "s"})
	if err := os.Symlink("../secret", filepath.Join(dir, "out", "link.go")); err != nil {
		t.Skip(err)
	}
	reading := outdir.NewReading(filepath.Join(dir, "out"))
	for _, name := range []string{"../secret", "link.go", "none.go", ".", ""} {
		if data, err := reading.Read(name); err == nil {
			t.Errorf("%q: read %q", name, data)
		}
	}
}
