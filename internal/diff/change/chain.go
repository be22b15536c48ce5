package change

import (
	"cmp"
	"slices"
)

// Chain is the comparison of several versions, each with the one before it.
type Chain struct {
	Versions []Version
	// Steps has a result for each pair of neighbours. Each change says in
	// IntroducedIn which version brought it.
	Steps []*Result
	// Direct compares the last version with the first. Its changes say which
	// version brought them last.
	Direct *Result
}

// NewChain makes a chain of the comparisons of neighbours and of the one of the
// last version with the first. There must be one step at least.
func NewChain(steps []*Result, direct *Result) *Chain {
	c := &Chain{Steps: steps, Direct: direct, Versions: []Version{steps[0].Old}}
	for _, step := range steps {
		for i := range step.Changes {
			step.Changes[i].IntroducedIn = step.New.Label
		}
		c.Versions = append(c.Versions, step.New)
	}
	c.date()
	return c
}

// date sets IntroducedIn of the direct changes: to the last step that did the
// same, else the last that changed the same component.
func (c *Chain) date() {
	same, near := map[string]string{}, map[string]string{}
	for _, step := range c.Steps {
		for _, change := range step.Changes {
			same[change.Fingerprint] = change.IntroducedIn
			near[change.Component.String()] = change.IntroducedIn
		}
	}
	for i := range c.Direct.Changes {
		change := &c.Direct.Changes[i]
		change.IntroducedIn = cmp.Or(same[change.Fingerprint], near[change.Component.String()])
	}
}

// Composed is what the steps of a chain amount to at one component.
type Composed struct {
	Component Component
	// Steps are the changes on the way, Direct those that remain between first
	// and last.
	Steps, Direct []Change
}

// Flap reports whether the steps cancel out: what one brought a later one took
// away.
func (c Composed) Flap() bool { return len(c.Direct) == 0 }

// Compose holds the steps against the direct comparison, component by
// component. A component with steps and nothing direct is a flap; one with
// something direct and no steps would contradict the steps.
func (c *Chain) Compose() []Composed {
	byName := map[string]*Composed{}
	var order []string
	at := func(change Change) *Composed {
		key := change.Component.String()
		if byName[key] == nil {
			byName[key] = &Composed{Component: change.Component}
			order = append(order, key)
		}
		return byName[key]
	}
	for _, step := range c.Steps {
		for _, change := range step.Changes {
			at(change).Steps = append(at(change).Steps, change)
		}
	}
	for _, change := range c.Direct.Changes {
		at(change).Direct = append(at(change).Direct, change)
	}
	slices.Sort(order)
	var list []Composed
	for _, key := range order {
		list = append(list, *byName[key])
	}
	return list
}
