package cli

import (
	"fmt"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diff"
)

// compareGo plans the bindings of both sides and notes in a result what differs
// in them. A schema that has none, as no Go can be made of it, leaves it to the
// levels of the rules.
func (a *app) compareGo(r *diff.Result, s *sides, cfg *config.Config) error {
	if r.Identical() {
		return nil
	}
	lock, err := readLock(cfg.Path(cfg.Names))
	if err != nil {
		return err
	}
	var plans [2]*binding.Plan
	for i, side := range s.list {
		// One import path for both: where the code will be is no difference.
		plan, notes := binding.New(side.Schema, binding.Options{
			ImportPath: "api", RootName: cfg.Root, Profile: side.Profile, Packages: cfg.Packages,
			Lock: lock, Runtime: runtimePath, Client: clientPath,
		})
		if err := notes.Err(); err != nil {
			fmt.Fprintf(a.stderr, "%v\nwarning: there is no Go code of %s to compare; its levels are those of the rules\n", err, side.Label)
			return nil
		}
		plans[i] = plan
	}
	verdict := diff.CompareGo(plans[0], plans[1])
	r.Go = &verdict
	return nil
}
