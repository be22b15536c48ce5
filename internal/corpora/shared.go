package corpora

import (
	"archive/tar"
	"archive/zip"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/source"
)

// Folder returns a folder of the material that is kept beside the
// repository, or skips the test where it is absent.
func Folder(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("WBXGEN_SHARED")
	if dir == "" {
		dir = filepath.Join(judge.Root(t), "..", "shared")
	}
	dir = filepath.Join(dir, name)
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no folder %s beside the repository; WBXGEN_SHARED can name another place", name)
	}
	return dir
}

// unpacked are the files of folders that were asked for: unpacking takes far
// longer than most tests with them.
var unpacked sync.Map

// Files returns the files that data.tar.xz of a shared folder holds. It is
// unpacked once for all tests of a package. The test is skipped where nothing
// unpacks xz.
func Files(t testing.TB, shared string) *source.Set {
	t.Helper()
	if set, ok := unpacked.Load(shared); ok {
		return set.(*source.Set)
	}
	set := unpack(t, shared)
	unpacked.Store(shared, set)
	return set
}

// unpack packs the files into one archive again: to make thousands of small
// files takes far longer than to read them.
func unpack(t testing.TB, shared string) *source.Set {
	t.Helper()
	packed := filepath.Join(t.TempDir(), "data.zip")
	xz := exec.Command("xz", "--decompress", "--stdout", filepath.Join(shared, "data.tar.xz"))
	stream, err := xz.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := xz.Start(); err != nil {
		t.Skip("xz cannot be run:", err)
	}
	if err := repack(packed, tar.NewReader(stream)); err != nil {
		t.Fatal(err)
	}
	if err := xz.Wait(); err != nil {
		t.Skip("xz cannot unpack the data:", err)
	}
	set, err := source.Open(packed, source.Options{Limits: source.Limits{Entries: 100_000, Bytes: 1 << 30}})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// repack writes the files of a tar archive to a zip archive, not compressed.
func repack(to string, from *tar.Reader) error {
	f, err := os.Create(to)
	if err != nil {
		return err
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for {
		h, err := from.Next()
		if errors.Is(err, io.EOF) {
			return z.Close()
		}
		if err != nil {
			return err
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: path.Clean(h.Name), Method: zip.Store})
		if err != nil {
			return err
		}
		if _, err := io.Copy(w, from); err != nil {
			return err
		}
	}
}

// Entry is an entry document of a public schema set.
type Entry struct {
	Set  string // its folder in the archive
	Path string // within that folder
}

// Name is the entry's path in the archive.
func (e Entry) Name() string { return e.Set + "/" + e.Path }

// Entries returns the entry documents that the corpora folder lists.
func Entries(t testing.TB, shared string) []Entry {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(shared, "entries.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var list []Entry
	for line := range strings.Lines(string(text)) {
		if set, entry, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			list = append(list, Entry{set, entry})
		}
	}
	return list
}
