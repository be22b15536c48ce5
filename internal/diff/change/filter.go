package change

import (
	"fmt"
	"maps"
	"path"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// Filter chooses what of a result counts.
type Filter struct {
	// Level is the least level that a change must have on the wire.
	Level Level
	// Strict lets the level for strict readers count too.
	Strict bool
	// Directions are those that count; none stands for both.
	Directions []Direction
	// Operation is a pattern as of [path.Match] for the names of operations,
	// with or without the service and a dot before it; "" is all.
	Operation string
	// Namespace is the namespace of the component that changes; "" is all.
	Namespace string
	// Severity replaces the levels of rules, by ID.
	Severity map[ID]Level
}

// Check reports a pattern that is none, and a rule that does not exist.
func (f Filter) Check() error {
	if _, err := path.Match(f.Operation, ""); err != nil {
		return fmt.Errorf("pattern %q for operations: %w", f.Operation, err)
	}
	for _, id := range slices.Sorted(maps.Keys(f.Severity)) {
		if rulesBy[id] == nil {
			return UnknownRule(id)
		}
	}
	return nil
}

// CheckNames reports an operation that is none of those given, or a namespace:
// a name with a slip would hide all changes from who relies on the filter.
func (f Filter) CheckNames(operations []Reach, namespaces []string) error {
	var names []string
	found := f.Operation == ""
	for _, r := range operations {
		names = append(names, r.Operation)
		found = found || f.named(r)
	}
	switch {
	case !found:
		return &NameError{OperationName, fmt.Sprintf("no operation matches %q", f.Operation), diag.DidYouMean(f.Operation, names)}
	case f.Namespace != "" && !slices.Contains(namespaces, f.Namespace):
		return &NameError{NamespaceName, fmt.Sprintf("no document has the namespace %q", f.Namespace), diag.DidYouMean(f.Namespace, namespaces)}
	}
	return nil
}

// Apply returns the result that the filter leaves. Changes that it takes away
// are counted in [Result.Hidden], and operations know no more of them. The error
// is about a pattern or a rule that does not exist.
func (f Filter) Apply(r *Result) (*Result, error) {
	if err := f.Check(); err != nil {
		return nil, err
	}
	var kept []Change
	for _, c := range r.Changes {
		if c, ok := f.change(c); ok {
			kept = append(kept, c)
		}
	}
	return r.With(kept), nil
}

// With returns the result with some of its changes, whose levels may be others:
// they are sorted again, those that are missing are counted in [Result.Hidden],
// and operations know no more of them.
func (r *Result) With(changes []Change) *Result {
	out := *r
	out.Changes = changes
	out.Hidden += len(r.Changes) - len(changes)
	out.Operations, out.Roots = SumUp(r.Operations, changes), SumUp(r.Roots, changes)
	slices.SortStableFunc(out.Changes, func(a, b Change) int { return a.compare(&b) })
	return &out
}

func (f Filter) change(c Change) (Change, bool) {
	if level, ok := f.Severity[c.ID]; ok {
		c.Relevel(level)
	}
	if len(f.Directions) > 0 || f.Operation != "" {
		whole := len(c.Operations) > 0
		c.Operations = slices.DeleteFunc(slices.Clone(c.Operations), func(r Reach) bool { return !f.reach(r) })
		if whole && len(c.Operations) == 0 {
			return c, false
		}
		c.dropDirections()
	}
	if f.Namespace != "" && c.Component.Name.Space != f.Namespace {
		return c, false
	}
	return c, c.Level(f.Strict) >= f.Level
}

func (f Filter) reach(r Reach) bool {
	if len(f.Directions) > 0 && !slices.Contains(f.Directions, r.Direction) {
		return false
	}
	return f.Operation == "" || r.Operation == AllOperations || f.named(r)
}

// named reports whether an operation is one of those that count.
func (f Filter) named(r Reach) bool {
	short, _ := path.Match(f.Operation, r.Operation)
	long, _ := path.Match(f.Operation, r.Service+"."+r.Operation)
	return short || long
}

// Relevel sets the level of a change in all directions that it reaches.
func (c *Change) Relevel(l Level) {
	request, response := len(c.Operations) == 0, len(c.Operations) == 0
	for _, o := range c.Operations {
		if o.ViaType {
			continue
		}
		request, response = request || o.Direction == Request, response || o.Direction == Response
	}
	if request {
		c.Severity.Request = l
	}
	if response {
		c.Severity.Response, c.Severity.Strict = l, l
	}
}

// dropDirections takes away the levels of directions that no operation is left
// for.
func (c *Change) dropDirections() {
	has := func(d Direction) bool {
		return slices.ContainsFunc(c.Operations, func(r Reach) bool { return r.Direction == d && !r.ViaType })
	}
	if len(c.Operations) == 0 {
		return
	}
	if !has(Request) {
		c.Severity.Request = None
	}
	if !has(Response) {
		c.Severity.Response, c.Severity.Strict = None, None
	}
	c.Witnesses = slices.DeleteFunc(slices.Clone(c.Witnesses), func(w Witness) bool { return !has(w.Direction) })
}
