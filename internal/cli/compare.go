package cli

import (
	"fmt"
	"path/filepath"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/traffic"
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

// readUsage reads a folder of captured messages of the old version.
func readUsage(env *environment, dir string, old *diff.Side) (*traffic.Usage, error) {
	u, notes, err := traffic.ReadFolder(old, dir)
	if err != nil {
		return nil, err
	}
	env.printNotes(notes)
	if u.Documents == 0 {
		return nil, fmt.Errorf("the folder %s has no .xml file that is a message of %s; --usage wants captured requests and responses", filepath.ToSlash(dir), old.Label)
	}
	return u, nil
}

// printNoCode says that there is no Go code of a version, and why.
func (env *environment) printNoCode(none *project.NoCodeError) {
	if none != nil {
		fmt.Fprintf(env.stderr, "%v\nwarning: %v to compare; its levels are those of the rules\n", none.Err, none)
	}
}
