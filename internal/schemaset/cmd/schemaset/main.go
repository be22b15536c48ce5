// Command schemaset writes the schema sets and the manifest under schemas/
// from the master in internal/schemaset, and removes documents of a set that
// the master no longer has. Run it in the root of the repository:
//
//	go run ./internal/schemaset/cmd/schemaset
package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/wbxgen/wbxgen/internal/schemaset"
)

func main() {
	if err := run("schemas"); err != nil {
		fmt.Fprintln(os.Stderr, "schemaset:", err)
		os.Exit(1)
	}
}

// run brings the folder dir up to date and says how many files that touched.
func run(dir string) error {
	files, err := schemaset.Files()
	if err != nil {
		return err
	}
	written := 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		changed, err := write(filepath.Join(dir, filepath.FromSlash(name)), files[name])
		if err != nil {
			return err
		}
		if changed {
			written++
		}
	}
	removed, err := removeStale(dir, files)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d files, %d written, %d removed\n", dir, len(files), written, removed)
	return nil
}

// write leaves a file that already holds data alone.
func write(name string, data []byte) (changed bool, err error) {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, data) {
		return false, nil
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return false, err
	}
	return true, os.WriteFile(name, data, 0o666)
}

// removeStale removes the files of the release folders that are not in files.
func removeStale(dir string, files map[string][]byte) (removed int, err error) {
	for _, release := range schemaset.Releases() {
		err := filepath.WalkDir(filepath.Join(dir, release), func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			rel, err := filepath.Rel(dir, name)
			if err != nil {
				return err
			}
			if _, ok := files[filepath.ToSlash(rel)]; ok {
				return nil
			}
			removed++
			return os.Remove(name)
		})
		if err != nil {
			return removed, err
		}
	}
	return removed, nil
}
