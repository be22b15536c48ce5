package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// FromFS returns the set of a file system: of the documents that are named, or
// without names of all below its top. References reach all of it.
func FromFS(files fs.FS, names []string, l Limits) (*Set, error) {
	l = l.orDefault()
	set := &Set{Origin: "the file system"}
	set.has = func(name string) bool {
		info, err := fs.Stat(files, name)
		return err == nil && info.Mode().IsRegular()
	}
	set.read = func(name string) ([]byte, error) {
		f, err := files.Open(name)
		if err != nil {
			return nil, failure(name, "wbxgen-unreadable", "cannot read: %v", diag.WithoutPath(err))
		}
		defer f.Close()
		return readAll(f, name, l.Bytes)
	}
	if len(names) > 0 {
		return set, set.take(files, names)
	}
	return set, set.list(files, l)
}

// take makes the named documents those to compile.
func (s *Set) take(files fs.FS, names []string) error {
	for _, name := range names {
		clean := path.Clean(strings.ReplaceAll(name, `\`, "/"))
		if !fs.ValidPath(clean) {
			return failure(name, "wbxgen-outside", "the name leads out of the file system; write it from its top, with / and without ..")
		}
		if _, err := fs.Stat(files, clean); err != nil {
			return failure(name, "wbxgen-unreadable", "cannot read: %v", diag.WithoutPath(err))
		}
		s.names = append(s.names, clean)
	}
	s.roots = slices.Clone(s.names)
	slices.Sort(s.names)
	return nil
}

// list finds the documents of a file system.
func (s *Set) list(files fs.FS, l Limits) error {
	err := fs.WalkDir(files, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return failure(p, "wbxgen-unreadable", "cannot read: %v", diag.WithoutPath(err))
		case d.IsDir():
			return skipHidden(p)
		case isJunk(p):
			return nil
		}
		if len(s.names) >= l.Entries {
			return failure(".", "wbxgen-limit", "the file system has more than %d files; name the documents to compile", l.Entries)
		}
		s.names = append(s.names, p)
		return nil
	})
	if err != nil {
		return err
	}
	slices.Sort(s.names)
	if s.roots = schemaNames(s.names); len(s.roots) == 0 {
		return failure(".", "wbxgen-no-schema", "the file system has no *.xsd file in it")
	}
	return nil
}
