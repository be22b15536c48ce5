package policy

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// Entry is what is said of some changes: of those that fit Rule, Path,
// Namespace and Root, as far as they are given.
type Entry struct {
	// Rule is the ID of a rule.
	Rule string
	// Path is a pattern as of [path.Match] for a component as reports show it,
	// such as use:*Type/phones; what is below the component fits too.
	Path string
	// Namespace is that of the component; a * at its end stands for any rest.
	Namespace string
	// Root is a pattern for the names of operations, or of the elements that
	// documents start with. A change fits if it reaches no others.
	Root string
	// Level is the level that the changes have. With Ignore they are left out.
	Level  change.Level
	Ignore bool
	// Reason says why.
	Reason string
	// Pos is where this is said.
	Pos diag.Pos
}

// List is a policy. Of several entries that fit a change the last one counts.
type List []Entry

// Check reports entries that are about nothing: a rule, component, namespace or
// root that neither side has. A name with a slip would be taken for a policy,
// and be none. That no change fits an entry today is fine.
func (l List) Check(sides ...*diff.Side) error {
	var diags diag.List
	known := names{sides: sides}
	for _, e := range l {
		if what := known.missing(e); what != "" {
			diags.Error(e.Pos, "wbxgen-policy", "the entry fits nothing: %s", what)
		}
	}
	return diags.Err()
}

// names is what there is to be named, collected when it is asked for.
type names struct {
	sides      []*diff.Side
	components []change.Component
}

// missing says what of an entry is nowhere, "" for nothing.
func (n *names) missing(e Entry) string {
	if _, ok := change.RuleByID(change.ID(e.Rule)); e.Rule != "" && !ok {
		return fmt.Sprintf("there is no rule %q%s", e.Rule, diag.DidYouMean(e.Rule, change.RuleIDs()))
	}
	if e.Root != "" && !n.hasRoot(e.Root) {
		return fmt.Sprintf("no operation or root matches %q", e.Root)
	}
	if e.Path+e.Namespace != "" && !n.hasComponent(e) {
		return fmt.Sprintf("no component %s", described(e))
	}
	return ""
}

func described(e Entry) string {
	switch {
	case e.Namespace == "":
		return fmt.Sprintf("matches %q", e.Path)
	case e.Path == "":
		return fmt.Sprintf("has the namespace %q", e.Namespace)
	}
	return fmt.Sprintf("of the namespace %q matches %q", e.Namespace, e.Path)
}

func (n *names) hasRoot(pattern string) bool {
	return slices.ContainsFunc(n.sides, func(s *diff.Side) bool {
		return slices.ContainsFunc(s.StartNames(), func(name string) bool { return matches(pattern, name) })
	})
}

func (n *names) hasComponent(e Entry) bool {
	if n.components == nil {
		for _, s := range n.sides {
			n.components = append(n.components, s.Components()...)
		}
	}
	return slices.ContainsFunc(n.components, e.at)
}

// at reports whether the entry is about a component.
func (e Entry) at(c change.Component) bool {
	return within(e.Path, c.Display()) && inSpace(e.Namespace, c.Name.Space)
}

// within reports whether a component is one that the pattern names, or below it.
func within(pattern, display string) bool {
	if pattern == "" {
		return true
	}
	steps := strings.Split(display, "/")
	n := strings.Count(pattern, "/") + 1
	return len(steps) >= n && matches(pattern, strings.Join(steps[:n], "/"))
}

func inSpace(pattern, space string) bool {
	if rest, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(space, rest)
	}
	return pattern == "" || pattern == space
}

func matches(pattern, name string) bool {
	ok, _ := path.Match(pattern, name)
	return ok
}

// Apply returns the result that the policy makes of another one. Changes that
// it leaves out are counted in [change.Result.Hidden].
func (l List) Apply(r *change.Result) *change.Result {
	if len(l) == 0 {
		return r
	}
	kept := make([]change.Change, 0, len(r.Changes))
	for _, c := range r.Changes {
		e, ok := l.last(&c)
		if ok && e.Ignore {
			continue
		}
		if ok {
			c.Relevel(e.Level)
			c.Policy = e.Reason
		}
		kept = append(kept, c)
	}
	return r.With(kept)
}

// last returns the entry that counts for a change.
func (l List) last(c *change.Change) (Entry, bool) {
	for _, e := range slices.Backward(l) {
		if e.fits(c) {
			return e, true
		}
	}
	return Entry{}, false
}

func (e Entry) fits(c *change.Change) bool {
	return (e.Rule == "" || e.Rule == string(c.ID)) && e.at(c.Component) && (e.Root == "" || e.reachesOnly(c))
}

// reachesOnly reports whether a change reaches roots of the entry and no others.
func (e Entry) reachesOnly(c *change.Change) bool {
	reached := false
	for _, r := range c.Operations {
		if r.ViaType {
			continue
		}
		if !matches(e.Root, r.Operation) {
			return false
		}
		reached = true
	}
	return reached
}
