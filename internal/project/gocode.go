package project

import (
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/goapi"
	"github.com/wbxgen/wbxgen/internal/plan"
)

// CompareGo notes in a result what the plans of both versions say of it.
func CompareGo(r *change.Result, old, new *plan.Plan) {
	v := goapi.Compare(old, new)
	r.Go = &v
}

// CompareGoChain does the same for each step of a chain, and for the whole. There
// is a plan of each version.
func CompareGoChain(c *change.Chain, plans []*plan.Plan) {
	for i, step := range c.Steps {
		CompareGo(step, plans[i], plans[i+1])
	}
	CompareGo(c.Direct, plans[0], plans[len(plans)-1])
}
