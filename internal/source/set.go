package source

import (
	"path"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// Set is a read-only tree of files. Names are relative to its top, with "/"
// between elements and no "..". A Set is safe for concurrent use.
type Set struct {
	// Name is what the user called it: a version, a directory, an archive.
	Name string
	// Origin says where the bytes are in fact: a path, or "embedded 40.6.0".
	Origin string

	display string   // put before a name to show it to people
	names   []string // sorted; nil where has looks a file up when asked
	roots   []string
	local   string  // the folder on disk; "" for an archive, a commit, an embedded set
	inside  string  // the document or folder in it that was asked for; "" for all
	extras  *extras // what a catalog has; nil without one
	has     func(name string) bool
	read    func(name string) ([]byte, error)
}

// Names returns the names of all files, sorted; just the document itself where
// a single one was opened.
func (s *Set) Names() []string { return slices.Clone(s.names) }

// Roots returns the names of the documents to compile: the one document that
// was asked for, or all whose name ends in ".xsd", sorted.
func (s *Set) Roots() []string { return slices.Clone(s.roots) }

// Has reports whether there is a file with that name.
func (s *Set) Has(name string) bool {
	if isExtra(name) {
		return s.extras.has(name)
	}
	if s.has != nil {
		return s.has(name)
	}
	_, found := slices.BinarySearch(s.names, name)
	return found
}

// Read returns the content of a file.
func (s *Set) Read(name string) ([]byte, error) {
	if !s.Has(name) {
		return nil, failure(s.Path(name), "wbxgen-no-file", "there is no such file in %s%s", s.Origin, diag.DidYouMean(name, s.names))
	}
	if isExtra(name) {
		return s.extras.read(name)
	}
	return s.read(name)
}

// Beside returns the document of the set itself that stands where a relative
// reference in one of its files says, whatever a catalog has for that. To ask costs
// nothing: nothing is fetched, and no entry of a catalog counts as used.
func (s *Set) Beside(base, reference string) (name string, ok bool) {
	if isExtra(base) || reference == "" || strings.ContainsAny(reference, `:%?#\`) {
		return "", false
	}
	name = path.Join(path.Dir(base), reference)
	return name, s.Has(name)
}

// Path returns the name of a file as a person can find it: with the directory
// or archive that the user gave before it.
func (s *Set) Path(name string) string {
	if isExtra(name) {
		return s.extras.shown(name)
	}
	return s.display + name
}

// failure returns an error in the one text form.
func failure(file, code, format string, args ...any) error {
	var l diag.List
	l.Error(diag.Pos{File: file}, code, format, args...)
	return l.Err()
}

// schemaNames returns the names that end in .xsd, whatever their case.
func schemaNames(names []string) []string {
	var found []string
	for _, n := range names {
		if strings.EqualFold(path.Ext(n), ".xsd") {
			found = append(found, n)
		}
	}
	return found
}
