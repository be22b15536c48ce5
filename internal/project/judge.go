package project

import (
	"fmt"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/accept"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/policy"
	"github.com/wbxgen/wbxgen/internal/diff/traffic"
	"github.com/wbxgen/wbxgen/internal/plan"
)

// Terms are what a comparison is asked for, and what its changes are judged by.
type Terms struct {
	diff.Options
	// Code is the configuration by which the Go code of the versions is planned
	// and compared; nil to say nothing of Go.
	Code *config.Config
	// Usage is what captured documents show; nil for none.
	Usage *traffic.Usage
	// Accepted is the list of accepted changes, on a day as 2027-05-01; nil for
	// none.
	Accepted *accept.List
	Today    string
	Policy   policy.List
	Filter   change.Filter
}

// Outcome is what became of a comparison on some terms.
type Outcome struct {
	Result *change.Result
	// Stale entries of the accepted list fit no change, Expired ones have had
	// their time.
	Stale, Expired []accept.Entry
	// NoCode says why there is no Go code to compare, nil where there is.
	NoCode *NoCodeError
}

// Judge compares two versions and judges what it finds, stage by stage.
func (t Terms) Judge(s *Sides) (*Outcome, error) {
	var out Outcome
	r := Compare(s.List[0], s.List[1], t.Options)
	if t.Code != nil && !r.Identical() {
		plans, none, err := plansOf(t.Code, s)
		if err != nil {
			return nil, err
		}
		if out.NoCode = none; none == nil {
			CompareGo(r, plans[0], plans[1])
		}
	}
	if t.Usage != nil {
		t.Usage.Mark(r)
	}
	if t.Accepted != nil {
		out.Stale, out.Expired = t.Accepted.Mark(r, t.Today)
	}
	var err error
	out.Result, err = t.counting(r)
	return &out, err
}

// JudgeChain does the same for each step of a chain, and for the whole: there is
// no list of accepted changes and no usage of several versions.
func (t Terms) JudgeChain(s *Sides) (*change.Chain, *NoCodeError, error) {
	chain := CompareChain(s.List, t.Options)
	var none *NoCodeError
	if t.Code != nil {
		var plans []*plan.Plan
		var err error
		if plans, none, err = plansOf(t.Code, s); err != nil {
			return nil, nil, err
		}
		if none == nil {
			CompareGoChain(chain, plans)
		}
	}
	var err error
	for i, step := range chain.Steps {
		if chain.Steps[i], err = t.counting(step); err != nil {
			return nil, nil, err
		}
	}
	chain.Direct, err = t.counting(chain.Direct)
	return chain, none, err
}

// counting leaves what counts, with the levels that it has here.
func (t Terms) counting(r *change.Result) (*change.Result, error) {
	return t.Filter.Apply(t.Policy.Apply(r))
}

// NoCodeError says that no Go code can be made of a version, so that the levels
// of its changes are those of the rules.
type NoCodeError struct {
	Label string // of the version
	Err   error
}

func (e *NoCodeError) Error() string { return fmt.Sprintf("there is no Go code of %s", e.Label) }

func (e *NoCodeError) Unwrap() error { return e.Err }

// plansOf plans the Go code of all sides. Their import path is the same: where
// the code will be is no difference.
func plansOf(cfg *config.Config, s *Sides) ([]*plan.Plan, *NoCodeError, error) {
	lock, err := ReadLock(cfg.Path(cfg.Names))
	if err != nil {
		return nil, nil, err
	}
	var list []*plan.Plan
	for i, schema := range s.Schemas {
		st := NewSettings(cfg)
		code, notes := PlanCode(st, st.Keep(schema), Place{ImportPath: "api"}, lock)
		if err := notes.Err(); err != nil {
			return nil, &NoCodeError{s.List[i].Label, err}, nil
		}
		list = append(list, code)
	}
	return list, nil, nil
}
