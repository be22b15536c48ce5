package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestRunWritesWhatIsMissingAndRemovesWhatIsStale(t *testing.T) {
	dir := t.TempDir()
	if err := run(dir); err != nil {
		t.Fatal(err)
	}
	stale := filepath.Join(dir, "40.6.0", "service", "old.xsd")
	own := filepath.Join(dir, "41.0.0", "own.xsd")
	missing := filepath.Join(dir, "40.6.0", "common", "common.xsd")
	kept := filepath.Join(dir, "40.6.0", "service", "service.xsd")
	before := modified(t, kept)
	put(t, stale)
	put(t, own)
	if err := os.Remove(missing); err != nil {
		t.Fatal(err)
	}
	if err := run(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(stale); err == nil {
		t.Error("a stale document is still there")
	}
	if _, err := os.Stat(own); err != nil {
		t.Error("a document outside the release folders is gone")
	}
	if _, err := os.Stat(missing); err != nil {
		t.Error(err)
	}
	if modified(t, kept) != before {
		t.Error("a document that was right was written again")
	}
}

func put(t *testing.T, name string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte("<x/>"), 0o666); err != nil {
		t.Fatal(err)
	}
}

// modified returns the time of the last write to a file, in nanoseconds.
func modified(t *testing.T, name string) int64 {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info.ModTime().UnixNano()
}
