package outdir

import (
	"cmp"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Reading is what files of a folder held when somebody read them, so that a
// comparison with them need not read them once more. It is safe for concurrent use.
type Reading struct {
	dir   string
	mutex sync.Mutex
	files map[string]readFile
}

// readFile is the content of a file, and what the file was like just before it was
// read.
type readFile struct {
	info fs.FileInfo
	data []byte
}

// NewReading starts with nothing read of a folder, which need not exist.
func NewReading(dir string) *Reading { return &Reading{dir: dir, files: map[string]readFile{}} }

// settled is how long ago a file must have been written for its time to tell whether
// somebody has written to it since: there are file systems that count in steps of
// two seconds.
const settled = 2 * time.Second

// Read returns the content of a regular file of the folder. The caller does not change it.
func (r *Reading) Read(name string) ([]byte, error) {
	file := filepath.Join(r.dir, filepath.FromSlash(name))
	if at, err := os.Lstat(file); err != nil || !isName(name) || !at.Mode().IsRegular() {
		return nil, cmp.Or(err, fs.ErrInvalid) // opening a pipe would wait for who writes to it
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	old := time.Since(info.ModTime()) > settled
	data := make([]byte, info.Size())
	if _, err := io.ReadFull(f, data); err != nil {
		return nil, err
	}
	if !old {
		return data, nil
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.files[name] = readFile{info, data}
	return data, nil
}

// content returns what was read of a file, if it is that file still and nobody has
// written to it since. A run of ours puts a new file in the place of the old one.
func (r *Reading) content(name string, now fs.FileInfo) ([]byte, bool) {
	if r == nil || now == nil {
		return nil, false
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	f, found := r.files[name]
	if !found || !os.SameFile(f.info, now) || f.info.Size() != now.Size() || !f.info.ModTime().Equal(now.ModTime()) {
		return nil, false
	}
	return f.data, true
}
