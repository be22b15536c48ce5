package cli

import (
	"fmt"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/generate"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/project"
)

// compareGo plans the bindings of both sides and notes in a result what differs
// in them.
func compareGo(env *environment, r *change.Result, s *sides, cfg *config.Config) error {
	if r.Identical() {
		return nil
	}
	plans, err := plansOf(env, s, cfg)
	if len(plans) == 2 {
		project.CompareGo(r, plans[0], plans[1])
	}
	return err
}

// compareGoSteps does the same for each step of a chain, and for the whole.
func compareGoSteps(env *environment, chain *change.Chain, s *sides, cfg *config.Config) error {
	plans, err := plansOf(env, s, cfg)
	if len(plans) > 0 {
		project.CompareGoChain(chain, plans)
	}
	return err
}

// plansOf plans the bindings of all sides. A schema that has none, as no Go can
// be made of it, leaves the verdict to the levels of the rules: then there are
// no plans.
func plansOf(env *environment, s *sides, cfg *config.Config) ([]*plan.Plan, error) {
	lock, err := generate.ReadLock(cfg.Path(cfg.Names))
	if err != nil {
		return nil, err
	}
	var list []*plan.Plan
	for _, side := range s.list {
		// One import path for all: where the code will be is no difference.
		plan, notes := binding.New(side.Schema, binding.Options{
			ImportPath: "api", RootName: generate.RootName(cfg, side.Profile), Profile: side.Profile, Packages: cfg.Packages,
			Lock: lock, Runtime: generate.RuntimePath,
		})
		if err := notes.Err(); err != nil {
			fmt.Fprintf(env.stderr, "%v\nwarning: there is no Go code of %s to compare; its levels are those of the rules\n", err, side.Label)
			return nil, nil
		}
		list = append(list, plan)
	}
	return list, nil
}
