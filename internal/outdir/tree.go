package outdir

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// tree is the folder of an output. What is read or written through it cannot
// lie outside, whatever symbolic links there are.
type tree struct {
	dir   string
	root  *os.Root // nil while there is no such folder
	known map[string]entry
	// within is the folder inner, which stays open: each folder on the way
	// to a file costs calls of the system, and names come in their order.
	within *os.Root
	inner  string
	before *Reading // files that were read already, nil for none
}

// openTree opens a folder, which need not exist.
func openTree(dir string) (*tree, error) {
	t := &tree{dir: dir, known: map[string]entry{}}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist) && isLink(dir):
		return nil, t.failure("", "is a symbolic link that leads nowhere; make the folder that it names, or remove it")
	case errors.Is(err, fs.ErrNotExist):
		return t, nil
	case errors.Is(err, syscall.ENOTDIR), err == nil && !info.IsDir():
		return nil, t.failure("", "is no folder, nor can there be one while a file has its name")
	case err != nil:
		return nil, t.failure("", "cannot read: %v", diag.WithoutPath(err))
	}
	t.root, err = os.OpenRoot(dir)
	if err != nil {
		return nil, t.failure("", "cannot read: %v", diag.WithoutPath(err))
	}
	return t, nil
}

func isLink(file string) bool {
	info, err := os.Lstat(file)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

func (t *tree) close() error {
	if t.root == nil {
		return nil
	}
	return errors.Join(t.leave(), t.root.Close())
}

// enter returns the folder that a name is in and the name that it has there.
func (t *tree) enter(name string) (*os.Root, string, error) {
	dir, base := path.Split(name)
	if dir == "" {
		return t.root, base, nil
	}
	if t.within == nil || t.inner != dir {
		err := t.leave()
		if err == nil {
			t.within, err = t.root.OpenRoot(dir)
		}
		if err != nil {
			return nil, "", err
		}
		t.inner = dir
	}
	return t.within, base, nil
}

// leave closes the folder that stays open.
func (t *tree) leave() error {
	if t.within == nil {
		return nil
	}
	err := t.within.Close()
	t.within = nil
	return err
}

// path returns a name of the tree as messages show it.
func (t *tree) path(name string) string { return filepath.ToSlash(filepath.Join(t.dir, name)) }

// failure returns an error about a file of the tree.
func (t *tree) failure(name, format string, args ...any) error {
	var l diag.List
	l.Error(diag.Pos{File: t.path(name)}, codeOutput, format, args...)
	return l.Err()
}

// kind is what a name of a tree stands for.
type kind uint8

const (
	absent kind = iota
	regular
	folder
	link
	special // a device, a pipe, a socket
)

// entry is what stands at a name.
type entry struct {
	kind kind
	info fs.FileInfo
	// at is the name itself, or the part of it that is no folder and so is in
	// its way.
	at string
}

// look says what stands at a name, and follows no symbolic link.
func (t *tree) look(name string) (entry, error) {
	for end := 0; end < len(name); {
		next := strings.IndexByte(name[end:], '/')
		if next < 0 {
			break
		}
		e, err := t.lookAt(name[:end+next])
		if err != nil || e.kind != folder {
			return e, err
		}
		end += next + 1
	}
	return t.lookAt(name)
}

// lookAt does so for a name whose parents are folders.
func (t *tree) lookAt(name string) (entry, error) {
	if e, found := t.known[name]; found {
		return e, nil
	}
	e := entry{at: name}
	if t.root == nil {
		return e, nil
	}
	info, err := t.stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return e, t.failure(name, "cannot read: %v", diag.WithoutPath(err))
	default:
		e.info, e.kind = info, kindOf(info.Mode())
	}
	t.known[name] = e
	return e, nil
}

func (t *tree) stat(name string) (fs.FileInfo, error) {
	dir, base, err := t.enter(name)
	if err != nil {
		return nil, err
	}
	return dir.Lstat(base)
}

func kindOf(m fs.FileMode) kind {
	switch {
	case m.IsRegular():
		return regular
	case m.IsDir():
		return folder
	case m&fs.ModeSymlink != 0:
		return link
	}
	return special
}

// read returns the content of a regular file, which was looked at.
func (t *tree) read(name string) ([]byte, error) {
	if data, known := t.before.content(name, t.known[name].info); known {
		return data, nil
	}
	dir, base, err := t.enter(name)
	if err != nil {
		return nil, t.failure(name, "cannot read: %v", diag.WithoutPath(err))
	}
	data, err := dir.ReadFile(base)
	if err != nil {
		return nil, t.failure(name, "cannot read: %v", diag.WithoutPath(err))
	}
	return data, nil
}

// names returns the names of what is in a folder of the tree, and which of
// them are folders.
func (t *tree) names(dir string) (map[string]bool, error) {
	list := map[string]bool{}
	if t.root == nil {
		return list, nil
	}
	f, err := t.root.Open(dir)
	if err != nil {
		return nil, t.failure(dir, "cannot read: %v", diag.WithoutPath(err))
	}
	defer f.Close()
	entries, err := f.ReadDir(-1)
	if err != nil {
		return nil, t.failure(dir, "cannot read: %v", diag.WithoutPath(err))
	}
	for _, e := range entries {
		list[path.Join(dir, e.Name())] = e.IsDir()
	}
	return list, nil
}
