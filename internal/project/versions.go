package project

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/source"
)

// Newest returns the name of the newest version that there is.
func Newest(cfg *config.Config) (string, error) {
	all, err := source.Versions(schemasOf(cfg))
	if err != nil {
		return "", err
	}
	return all[len(all)-1].Name, nil
}

// VersionName returns the version that an argument stands for, "" for none.
func VersionName(cfg *config.Config, arg string) string {
	v, _, err := source.FindVersion(arg, schemasOf(cfg))
	if err != nil {
		return ""
	}
	return v.Name
}

// Between returns the known versions from one to another, both included. Where
// one of them is no version, or they do not follow each other, it is just the
// two.
func Between(cfg *config.Config, first, last string) ([]string, error) {
	all, err := source.Versions(schemasOf(cfg))
	if err != nil {
		return nil, err
	}
	from, to := indexOf(all, VersionName(cfg, first)), indexOf(all, VersionName(cfg, last))
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
