package outdir

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
)

// ErrMeanwhile says that a file is not as it was when it was read.
var ErrMeanwhile = errors.New("another run has changed this file meanwhile; run wbxgen generate again")

// CompareFile plans one file by itself, which no manifest lists: seen is what
// the caller has read of it, nil where it was not there.
func CompareFile(file string, seen, wanted []byte) (*Plan, error) {
	dir, name := filepath.Split(file)
	if dir == "" {
		dir = "."
	}
	t, err := openTree(filepath.Clean(dir))
	if err != nil {
		return nil, err
	}
	defer t.close()
	p := &Plan{Dir: t.dir, files: map[string][]byte{name: wanted}, old: map[string][]byte{}}
	p.again = func() (*Plan, error) { return CompareFile(file, seen, wanted) }
	e, err := t.look(name)
	switch {
	case err != nil:
		return nil, err
	case e.kind == absent && seen == nil:
		p.Missing = []string{name}
		return p, nil
	case e.kind == absent:
		return nil, fmt.Errorf("%s: %w", t.path(name), ErrMeanwhile)
	case e.kind != regular:
		return nil, t.failure(name, "%s", inTheWay(e, t.path(name)))
	}
	old, err := t.read(name)
	switch {
	case err != nil:
		return nil, err
	case bytes.Equal(old, wanted):
		p.Same = 1
	case !bytes.Equal(old, seen) || seen == nil:
		return nil, fmt.Errorf("%s: %w", t.path(name), ErrMeanwhile)
	default:
		p.Changed, p.old[name] = []string{name}, old
	}
	return p, nil
}
