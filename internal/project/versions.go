package project

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/source"
)

// Newest returns the name of the newest version that there is, of those in the
// user's folder if it has any.
func Newest(cfg *config.Config) (string, error) {
	all, err := source.Versions(schemasOf(cfg))
	if err != nil {
		return "", err
	}
	list := ownFirst(all)
	return list[len(list)-1].Name, nil
}

// NewestTwo returns the names of the newest version and the one before it, of
// those in the user's folder if it has two; nil where there are no two at all.
func NewestTwo(cfg *config.Config) ([]string, error) {
	all, err := source.Versions(schemasOf(cfg))
	if err != nil {
		return nil, err
	}
	list := ownFirst(all)
	if len(list) < 2 {
		list = all
	}
	if len(list) < 2 {
		return nil, nil
	}
	return []string{list[len(list)-2].Name, list[len(list)-1].Name}, nil
}

// ownFirst returns the versions in the user's folder or, where it has none, those
// that the program brings along: they are of another API than the user's, and
// their numbers say nothing beside its.
func ownFirst(all []source.Version) []source.Version {
	own := slices.DeleteFunc(slices.Clone(all), func(v source.Version) bool { return v.Embedded })
	if len(own) == 0 {
		return all
	}
	return own
}

// VersionName returns the version that an argument stands for, "" for none.
func VersionName(cfg *config.Config, arg string) string {
	v, _, err := source.FindVersion(arg, schemasOf(cfg))
	if err != nil {
		return ""
	}
	return v.Name
}

// Between returns the known versions from one to another, both included. Between
// two in the user's folder those that the program brings along do not count. Where
// one of them is no version, or they do not follow each other, it is just the
// two.
func Between(cfg *config.Config, first, last string) ([]string, error) {
	all, err := source.Versions(schemasOf(cfg))
	if err != nil {
		return nil, err
	}
	start, end := VersionName(cfg, first), VersionName(cfg, last)
	if own := ownFirst(all); indexOf(own, start) >= 0 && indexOf(own, end) >= 0 {
		all = own
	}
	from, to := indexOf(all, start), indexOf(all, end)
	if from < 0 || to < 0 || from >= to {
		return []string{first, last}, nil
	}
	var chain []string
	for _, v := range all[from : to+1] {
		chain = append(chain, v.Name)
	}
	return chain, nil
}

func indexOf(all []source.Version, name string) int {
	return slices.IndexFunc(all, func(v source.Version) bool { return v.Name == name })
}
