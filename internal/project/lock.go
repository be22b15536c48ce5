package project

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/diag"
)

// ReadLock reads a names lock; one that is not there is empty.
func ReadLock(file string) (*binding.Lock, error) {
	lock, _, err := OpenLock(file)
	return lock, err
}

// OpenLock returns a lock and its text, nil where there is no such file.
func OpenLock(file string) (*binding.Lock, []byte, error) {
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return binding.NewLock(), nil, nil
	}
	if err != nil {
		var l diag.List
		l.Error(diag.Pos{File: filepath.ToSlash(file)}, "wbxgen-unreadable", "cannot read the names lock: %v", diag.WithoutPath(err))
		return nil, nil, l.Err()
	}
	if len(data) == 0 {
		return binding.NewLock(), []byte{}, nil
	}
	if !bytes.HasPrefix(data, []byte(lockStart)) {
		var l diag.List
		l.Error(diag.Pos{File: filepath.ToSlash(file), Line: 1}, "wbxgen-not-ours", "this is no names lock, as its first line does not start with %q; move it away, or set names in the configuration", lockStart)
		return nil, nil, l.Err()
	}
	lock, err := binding.ReadLock(data)
	if wrong, ok := errors.AsType[*binding.LockError](err); ok {
		var l diag.List
		l.Error(diag.Pos{File: filepath.ToSlash(file), Line: wrong.Line}, "wbxgen-names", "%s", wrong.Msg)
		return nil, nil, l.Err()
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", filepath.ToSlash(file), err)
	}
	return lock, data, nil
}

// lockStart starts the first line of a names lock.
const lockStart = "# Go names given by wbxgen"
