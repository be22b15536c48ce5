package source

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// walk lists the files below a directory. They are read through an [os.Root],
// so that a symbolic link that leads out of the directory is an error.
func walk(name, top string, l Limits) (*Set, error) {
	root, err := os.OpenRoot(top)
	if err != nil {
		return nil, failure(slash(name), "wbxgen-unreadable", "cannot read: %v", diag.WithoutPath(err))
	}
	set := &Set{Name: slash(name), Origin: slash(top), display: displayPrefix(top), local: top}
	entries, size := 0, int64(0)
	err = fs.WalkDir(root.FS(), ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return failure(set.Path(p), "wbxgen-unreadable", "cannot read: %v", diag.WithoutPath(err))
		case d.IsDir():
			return skipHidden(p)
		case isJunk(p):
			return nil
		}
		if entries++; entries > l.Entries {
			return tooMuch(slash(top), EntriesRemedy, "more than %d files", l.Entries)
		}
		if info, err := d.Info(); err == nil && strings.EqualFold(path.Ext(p), ".xsd") {
			size += info.Size()
		}
		if size > l.Bytes {
			return tooMuch(slash(top), BytesRemedy, "more than %d bytes of schema documents", l.Bytes)
		}
		set.names = append(set.names, p)
		return nil
	})
	if err != nil {
		root.Close()
		return nil, err
	}
	slices.Sort(set.names)
	set.roots = schemaNames(set.names)
	set.read = func(name string) ([]byte, error) { return readFile(root, set.Path(name), name, l.Bytes) }
	return set, nil
}

// skipHidden leaves out version control and editor folders.
func skipHidden(p string) error {
	if p != "." && (strings.HasPrefix(path.Base(p), ".") || isJunk(p)) {
		return fs.SkipDir
	}
	return nil
}

func displayPrefix(top string) string {
	if p := path.Clean(slash(top)); p != "." {
		return p + "/"
	}
	return ""
}

func readFile(root *os.Root, display, name string, limit int64) ([]byte, error) {
	f, err := root.Open(name)
	if err != nil {
		return nil, failure(display, "wbxgen-unreadable", "cannot read: %v", diag.WithoutPath(err))
	}
	defer f.Close()
	return readAll(f, display, limit)
}

// readAll reads at most limit bytes and fails on more, whatever size the file
// system stated: that is only where the buffer begins.
func readAll(f fs.File, display string, limit int64) ([]byte, error) {
	var data bytes.Buffer
	if info, err := f.Stat(); err == nil {
		data.Grow(int(min(info.Size(), limit)) + bytes.MinRead)
	}
	if _, err := data.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return nil, failure(display, "wbxgen-unreadable", "cannot read: %v", diag.WithoutPath(err))
	}
	if int64(data.Len()) > limit {
		return nil, tooMuch(display, BytesRemedy, "the file has more than %d bytes", limit)
	}
	return data.Bytes(), nil
}
