package cli

import (
	"path"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/project"
)

// openSides opens the schemas of a comparison. With keepGoing all but the last may
// have errors.
func openSides(env *environment, args []string, cfg *config.Config, keepGoing bool) (*project.Sides, error) {
	var list []*project.Schema
	for i, arg := range args {
		s, err := env.open(arg, project.Options{Config: cfg, KeepGoing: keepGoing && i < len(args)-1})
		if err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	s := project.NewSides(list...)
	shortenLabels(s.List)
	return s, nil
}

// shortenLabels names schemas that were given by paths by the last part of these,
// where that tells them apart: invoice-2.1.xsd, say, which stands in every
// sentence of a report.
func shortenLabels(sides []*diff.Side) {
	var names []string
	for _, s := range sides {
		name := path.Base(s.Label)
		if !strings.Contains(s.Label, "/") || strings.HasPrefix(name, ".") || slices.Contains(names, name) {
			return
		}
		names = append(names, name)
	}
	for i, s := range sides {
		s.Label = names[i]
	}
}

// compareAll returns all that differs between two schemas, whatever counts, for
// commands that are about single changes.
func compareAll(env *environment, args []string, cfg *config.Config, spaces spaceFlags) (*change.Result, error) {
	s, err := openSides(env, args, cfg, false)
	if err != nil {
		return nil, err
	}
	pairs, err := spaces.namespaces(s.List)
	if err != nil {
		return nil, err
	}
	return project.Compare(s.List[0], s.List[1], diff.Options{Docs: true, Namespaces: pairs}), nil
}
