package xsd

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// ProcessContents says how far what a wildcard matches is itself checked.
type ProcessContents uint8

// The values of {process contents} (Part 1 §3.10.1).
const (
	Strict ProcessContents = iota
	Lax
	Skip
)

// String returns strict, lax or skip.
func (p ProcessContents) String() string { return [...]string{"strict", "lax", "skip"}[p] }

// Wildcard matches elements or attributes by namespace (Part 1 §3.10).
type Wildcard struct {
	Namespaces  NamespaceConstraint
	Process     ProcessContents
	Pos         diag.Pos
	Annotations []*Annotation
}

// Kind returns [KindWildcard].
func (w *Wildcard) Kind() Kind { return KindWildcard }

// Position returns where the wildcard stands.
func (w *Wildcard) Position() diag.Pos { return w.Pos }

// NamespaceConstraint is the property {namespace constraint}: any namespace;
// or, with Not set, all but the namespace in Names (and but no namespace,
// unless Names is just ""); or else the namespaces in Names. "" in Names
// stands for no namespace. Names is sorted.
type NamespaceConstraint struct {
	Any   bool
	Not   bool
	Names []string
}

// Allows reports whether an item in the namespace is matched (Part 1 §3.10.4,
// Wildcard allows Namespace Name).
func (c NamespaceConstraint) Allows(space string) bool {
	switch {
	case c.Any:
		return true
	case c.Not:
		return space != "" && !c.lists(space)
	default:
		return c.lists(space)
	}
}

func (c NamespaceConstraint) lists(space string) bool {
	_, found := slices.BinarySearch(c.Names, space)
	return found
}

// Equal reports whether both constraints are the same set of namespaces.
func (c NamespaceConstraint) Equal(d NamespaceConstraint) bool {
	return c.Any == d.Any && c.Not == d.Not && slices.Equal(c.Names, d.Names)
}

// SubsetOf reports whether all that c allows d allows too (Part 1 §3.10.6,
// Wildcard Subset).
func (c NamespaceConstraint) SubsetOf(d NamespaceConstraint) bool {
	switch {
	case d.Any || c.Equal(d):
		return true
	case c.Any:
		return false
	case c.Not:
		return d.Not && slices.Equal(d.Names, []string{""})
	default:
		return !slices.ContainsFunc(c.Names, func(s string) bool { return !d.Allows(s) })
	}
}

// Intersect returns what both constraints allow (Part 1 §3.10.6, Attribute
// Wildcard Intersection); ok is false where that cannot be expressed.
func (c NamespaceConstraint) Intersect(d NamespaceConstraint) (both NamespaceConstraint, ok bool) {
	switch {
	case c.Any || c.Equal(d):
		return d, true
	case d.Any:
		return c, true
	case c.Not && d.Not:
		// not(absent) is wider than not(name), which leaves out absent too.
		if slices.Equal(c.Names, []string{""}) {
			return d, true
		}
		if slices.Equal(d.Names, []string{""}) {
			return c, true
		}
		return NamespaceConstraint{}, false
	case c.Not:
		return d.filter(c), true
	default:
		return c.filter(d), true
	}
}

// filter returns the names of an enumerated c that d allows.
func (c NamespaceConstraint) filter(d NamespaceConstraint) NamespaceConstraint {
	kept := NamespaceConstraint{Names: []string{}}
	for _, s := range c.Names {
		if d.Allows(s) {
			kept.Names = append(kept.Names, s)
		}
	}
	return kept
}

// Union returns what either constraint allows (Part 1 §3.10.6, Attribute
// Wildcard Union); ok is false where that cannot be expressed.
func (c NamespaceConstraint) Union(d NamespaceConstraint) (either NamespaceConstraint, ok bool) {
	switch {
	case c.Any || c.Equal(d):
		return c, true
	case d.Any:
		return d, true
	case !c.Not && !d.Not:
		names := slices.Concat(c.Names, d.Names)
		slices.Sort(names)
		return NamespaceConstraint{Names: slices.Compact(names)}, true
	case c.Not && d.Not:
		return NamespaceConstraint{Not: true, Names: []string{""}}, true
	case c.Not:
		return unionNot(c, d)
	default:
		return unionNot(d, c)
	}
}

// unionNot is clauses 5 and 6 of Attribute Wildcard Union: a negation with an
// enumeration.
func unionNot(not, set NamespaceConstraint) (NamespaceConstraint, bool) {
	absent := set.lists("")
	if slices.Equal(not.Names, []string{""}) {
		if absent {
			return NamespaceConstraint{Any: true}, true
		}
		return not, true
	}
	named := set.lists(not.Names[0])
	switch {
	case named && absent:
		return NamespaceConstraint{Any: true}, true
	case named:
		return NamespaceConstraint{Not: true, Names: []string{""}}, true
	case absent:
		return NamespaceConstraint{}, false
	default:
		return not, true
	}
}

// String returns the constraint in the words of schema documents, with the
// target namespace written out.
func (c NamespaceConstraint) String() string {
	if c.Any {
		return "##any"
	}
	words := make([]string, len(c.Names))
	for i, s := range c.Names {
		words[i] = s
		if s == "" {
			words[i] = "##local"
		}
	}
	text := strings.Join(words, " ")
	if c.Not {
		return "not(" + text + ")"
	}
	return text
}
