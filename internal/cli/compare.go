package cli

import (
	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/project"
)

// openSides opens the schemas of a comparison.
func openSides(env *environment, args []string, cfg *config.Config) (*project.Sides, error) {
	var list []*project.Schema
	for _, arg := range args {
		s, err := env.open(arg, project.Options{Config: cfg})
		if err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return project.NewSides(list...), nil
}

// compareAll returns all that differs between two schemas, whatever counts, for
// commands that are about single changes.
func compareAll(env *environment, args []string, cfg *config.Config, spaces spaceFlags) (*change.Result, error) {
	s, err := openSides(env, args, cfg)
	if err != nil {
		return nil, err
	}
	pairs, err := spaces.namespaces(s.List)
	if err != nil {
		return nil, err
	}
	return project.Compare(s.List[0], s.List[1], diff.Options{Docs: true, Namespaces: pairs}), nil
}
