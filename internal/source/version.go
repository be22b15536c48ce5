package source

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/version"
)

// Version is a schema set that can be named on the command line.
type Version struct {
	Name     string
	Aliases  []Alias
	After    []string // the versions that it directly follows; trains make it a partial order
	Embedded bool     // in the program rather than under [Options.Root]
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
	slices.SortFunc(all, func(a, b Version) int { return version.Order(a.Name, b.Name) })
	return all, nil
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
