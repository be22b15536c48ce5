package source

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/version"
	"github.com/wbxgen/wbxgen/schemas"
)

// openVersion returns the set of a version, if arg names one. A word that is
// a version and a file here too is refused: whoever reads it cannot know which.
func openVersion(arg string, o Options) (set *Set, found bool, err error) {
	v, found, err := FindVersion(arg, o.Root)
	switch {
	case err != nil:
		return nil, false, err
	case found && !IsVersion(arg) && isAnother(arg, filepath.Join(o.Root, v.Name)):
		return nil, true, failure(slash(arg), "wbxgen-two-sources", "this is a version (%s) and a file or folder here; write ./%s or %s",
			slash(filepath.Join(o.Root, v.Name)), slash(arg), slash(filepath.Join(o.Root, v.Name)))
	case found:
		set, err = openNamed(v, o)
		return set, true, err
	case !IsVersion(arg):
		return nil, false, nil
	}
	all, err := Versions(o.Root)
	if err != nil {
		return nil, false, err
	}
	return nil, true, failure("", "wbxgen-unknown-version", "version %q is not known (known are %s)%s",
		arg, strings.Join(versionNames(all), ", "), diag.DidYouMean(version.Trim(arg), versionNames(all)))
}

// isAnother reports whether a file of that name exists and is not the folder.
func isAnother(name, folder string) bool {
	a, errA := os.Stat(name)
	b, errB := os.Stat(folder)
	return errA == nil && (errB != nil || !os.SameFile(a, b))
}

func nearestVersion(arg string, o Options) string {
	all, err := Versions(o.Root)
	if err != nil {
		return ""
	}
	return diag.Nearest(arg, versionNames(all))
}

func versionNames(all []Version) []string {
	var names []string
	for _, v := range all {
		names = append(names, v.Name)
	}
	return names
}

func openNamed(v Version, o Options) (*Set, error) {
	if !v.Embedded {
		set, err := openDir(filepath.Join(o.Root, v.Name), o.Limits)
		if err == nil {
			set.Name = v.Name
		}
		return set, err
	}
	set := &Set{Name: v.Name, Origin: "embedded " + v.Name, display: "schemas/" + v.Name + "/"}
	err := fs.WalkDir(schemas.FS, v.Name, func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			set.names = append(set.names, strings.TrimPrefix(p, v.Name+"/"))
		}
		return err
	})
	slices.Sort(set.names)
	set.roots = schemaNames(set.names)
	set.read = func(name string) ([]byte, error) { return schemas.FS.ReadFile(path.Join(v.Name, name)) }
	return set, err
}
