package source

import (
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Resolve returns the name of the file that a relative reference in the file
// base means. ok is false where it leads out of the set or is no relative
// path at all, as an http URL is not.
//
// A reference is a URI reference (RFC 3986): my%20types.xsd is the file
// "my types.xsd". Where there is no such file, it is taken as people write
// paths, with the file name as it is.
//
// Where a catalog has a document for the reference, that is meant.
func (s *Set) Resolve(base, reference string) (name string, ok bool) {
	if name, ok := s.extras.resolve(base, reference); ok {
		return name, true
	}
	for _, path := range Paths(reference) {
		at, inside := join(base, path)
		if !inside {
			continue
		}
		if !ok {
			name, ok = at, true
		}
		for _, spelled := range spellings(at) {
			if s.Has(spelled) {
				return spelled, true
			}
		}
	}
	return name, ok
}

// Paths returns the relative paths that a reference may mean, with "/" between
// elements and the likeliest first; none for an absolute reference or a URL.
func Paths(reference string) []string {
	if reference == "" || strings.Contains(reference, "://") || strings.HasPrefix(reference, "/") {
		return nil
	}
	written, _, _ := strings.Cut(strings.ReplaceAll(reference, `\`, "/"), "#")
	bare, _, _ := strings.Cut(written, "?")
	paths := []string{written}
	if decoded, err := url.PathUnescape(bare); err == nil && !strings.ContainsRune(decoded, 0) {
		paths = []string{decoded, written}
	}
	return slices.Compact(paths)
}

// join returns the file that a path in the file base leads to.
func join(base, relative string) (name string, inside bool) {
	name = path.Join(path.Dir(base), relative)
	return name, relative != "" && !path.IsAbs(relative) && name != ".." && !strings.HasPrefix(name, "../") && name != "."
}

// spellings returns a name as it is and in the normal forms of Unicode:
// archives made on a Mac have "ü" as two characters, references as one.
func spellings(name string) []string {
	for i := range len(name) {
		if name[i] >= 0x80 {
			return []string{name, norm.NFC.String(name), norm.NFD.String(name)}
		}
	}
	return []string{name}
}

// Wider returns what would have to be opened instead of s so that a reference
// in the file base, which leads out of s, stays inside: a folder further up and
// the document or folder in it, as TOP//INSIDE. It is "" where that is not
// known: for a URL, and for what is in an archive or in the program.
func (s *Set) Wider(base, reference string) (top, inside string) {
	paths := Paths(reference)
	if s.local == "" || len(paths) == 0 {
		return "", ""
	}
	up := 0
	for at := path.Join(path.Dir(base), paths[0]); at == ".." || strings.HasPrefix(at, "../"); at = at[min(3, len(at)):] {
		up++
	}
	full, err := filepath.Abs(s.local)
	if err != nil || up == 0 {
		return "", ""
	}
	top, parts := s.local, []string{}
	for range up {
		parts = append([]string{filepath.Base(full)}, parts...)
		full, top = filepath.Dir(full), filepath.Join(top, "..")
	}
	if filepath.Dir(full) == full {
		return "", ""
	}
	return filepath.ToSlash(top), path.Join(append(parts, s.inside)...)
}
