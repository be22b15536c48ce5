package batch

import (
	"path/filepath"
	"slices"
)

// below returns the name of a file from a folder, and whether it is in there.
func below(folder, file string) (name string, inside bool) {
	if filepath.IsAbs(folder) != filepath.IsAbs(file) {
		folder, file = absolute(folder), absolute(file)
	}
	name, err := filepath.Rel(folder, file)
	return slash(name), err == nil && filepath.IsLocal(name)
}

// absolute returns the path from the root of the file system, or the path
// itself where the working directory is not known.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// common returns the innermost folder that has all the files in it. Where there
// is none, as on two drives, it does not have all of them.
func common(files []string) string {
	if slices.ContainsFunc(files, func(f string) bool { return !filepath.IsLocal(f) }) {
		files = absolutes(files)
	}
	top := filepath.Dir(files[0])
	for _, f := range files[1:] {
		for _, inside := below(top, f); !inside && filepath.Dir(top) != top; _, inside = below(top, f) {
			top = filepath.Dir(top)
		}
	}
	return top
}

func absolutes(files []string) []string {
	list := make([]string, len(files))
	for i, f := range files {
		list[i] = absolute(f)
	}
	return list
}

func slash(p string) string { return filepath.ToSlash(p) }
