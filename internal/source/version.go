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
	if root == "" {
		return nil
	}
	entries, err := os.ReadDir(root)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() && IsVersion(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names
}

// openVersion returns the set of a version or of the version it is an alias of.
func openVersion(arg string, o Options) (*Set, error) {
	name := strings.TrimPrefix(arg, "v")
	all, err := Versions(o.Root)
	if err != nil {
		return nil, err
	}
	for _, v := range all {
		if v.Name == name || slices.ContainsFunc(v.Aliases, func(a Alias) bool { return a.Name == name }) {
			return openNamed(v, o)
		}
	}
	return nil, failure("", "wbxgen-unknown-version", "version %q is not known (known are %s)%s",
		arg, strings.Join(versionNames(all), ", "), diag.DidYouMean(name, versionNames(all)))
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
