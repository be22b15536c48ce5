package generate

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/diag"
)

// ReadLock reads a names lock; one that is not there is empty.
func ReadLock(file string) (*binding.Lock, error) {
	lock, _, err := openLock(file)
	return lock, err
}

// openLock returns a lock and its text, nil where there is no such file.
func openLock(file string) (*binding.Lock, []byte, error) {
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return binding.NewLock(), nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	if len(data) == 0 {
		return binding.NewLock(), []byte{}, nil
	}
	if !bytes.HasPrefix(data, []byte(lockStart)) {
		var l diag.List
		l.Error(diag.Pos{File: filepath.ToSlash(file), Line: 1}, "wbxgen-not-ours", "this is no names lock, as its first line does not start with %q; move it away, or set names in the configuration", lockStart)
		return nil, nil, l.Err()
	}
	lock, err := binding.ReadLock(bytes.NewReader(data))
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", filepath.ToSlash(file), err)
	}
	return lock, data, nil
}

// lockStart starts the first line of a names lock.
const lockStart = "# Go names given by wbxgen"

// lockedPackage returns where the text of a lock names the package of a
// namespace, and how.
func lockedPackage(file string, text []byte, namespace string) (at diag.Pos, name string) {
	inside := false
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if !strings.HasPrefix(line, "\t") {
			inside = line == "packages"
			continue
		}
		thing, name, _ := strings.Cut(line[1:], "\t")
		if inside && thing == namespace {
			return diag.Pos{File: filepath.ToSlash(file), Line: n, Col: 2}, name
		}
	}
	return diag.Pos{}, ""
}
