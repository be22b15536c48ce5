package source

import (
	"cmp"
	"encoding/json"
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

// Version is a schema set that can be named on the command line.
type Version struct {
	Name     string
	Aliases  []Alias
	After    []string // the versions that it directly follows; trains make it a partial order
	Embedded bool     // in the program rather than under [Options.Root]
}

// Alias is another release number that uses the same schema set.
type Alias struct {
	Name string `json:"name"`
	Note string `json:"note,omitempty"` // why it has no set of its own
}

// manifest is the part of schemas/manifest.json that is needed here.
type manifest struct {
	Versions []struct {
		Version string   `json:"version"`
		Aliases []Alias  `json:"aliases"`
		After   []string `json:"after"`
	} `json:"versions"`
}

// Versions returns the versions under root and those embedded in the program,
// oldest first.
func Versions(root string) ([]Version, error) {
	all, err := embeddedVersions()
	if err != nil {
		return nil, err
	}
	for _, name := range localVersions(root) {
		if i := slices.IndexFunc(all, func(v Version) bool { return v.Name == name }); i >= 0 {
			all[i].Embedded = false
			continue
		}
		all = append(all, Version{Name: name})
	}
	slices.SortStableFunc(all, func(a, b Version) int {
		return cmp.Or(version.Compare(a.Name, b.Name), cmp.Compare(a.Name, b.Name))
	})
	return all, nil
}

func embeddedVersions() ([]Version, error) {
	data, err := schemas.FS.ReadFile("manifest.json")
	if err != nil {
		return nil, err
	}
	var m manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, err
	}
	var all []Version
	for _, v := range m.Versions {
		all = append(all, Version{Name: v.Version, Aliases: v.Aliases, After: v.After, Embedded: true})
	}
	return all, nil
}

// localVersions returns the names of the version folders in root.
func localVersions(root string) []string {
	taken, _ := folders(root)
	return taken
}

// PassedOver returns the folders in root that are no versions: hidden ones
// left out, those that have neither a number for a name nor an *.xsd file.
func PassedOver(root string) []string {
	_, passed := folders(root)
	return passed
}

// folders tells the folders in root that are versions from those that are not.
func folders(root string) (taken, passed []string) {
	if root == "" {
		return nil, nil
	}
	entries, err := os.ReadDir(root)
	if err != nil {
		return nil, nil
	}
	for _, e := range entries {
		name := e.Name()
		// A link to a folder is one: "current" often is.
		info, err := os.Stat(filepath.Join(root, name))
		if err != nil || !info.IsDir() || name[0] == '.' || name[0] == '_' {
			continue
		}
		if startsWithDigit(version.Trim(name)) || hasSchema(filepath.Join(root, name)) {
			taken = append(taken, name)
		} else {
			passed = append(passed, name)
		}
	}
	return taken, passed
}

func startsWithDigit(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// hasSchema reports whether there is a schema document somewhere in a folder.
func hasSchema(dir string) bool {
	found := false
	// The slash makes a link a folder to look into.
	err := filepath.WalkDir(dir+string(filepath.Separator), func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.EqualFold(filepath.Ext(d.Name()), ".xsd") {
			found = true
			return fs.SkipAll
		}
		return nil
	})
	return found && err == nil
}

// FindVersion returns the version that a name stands for: with or without the
// "v" before its number, or by an alias.
func FindVersion(name, root string) (v Version, found bool, err error) {
	if strings.ContainsAny(name, `/\`) {
		return Version{}, false, nil
	}
	all, err := Versions(root)
	if err != nil {
		return Version{}, false, err
	}
	for _, means := range []func(Version) bool{
		func(v Version) bool { return v.Name == name },
		func(v Version) bool { return version.Trim(v.Name) == version.Trim(name) },
		func(v Version) bool { return v.hasAlias(version.Trim(name)) },
	} {
		if i := slices.IndexFunc(all, means); i >= 0 {
			return all[i], true, nil
		}
	}
	return Version{}, false, nil
}

func (v Version) hasAlias(name string) bool {
	return slices.ContainsFunc(v.Aliases, func(a Alias) bool { return a.Name == name })
}

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
