package xsd_test

import (
	"testing"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

var (
	anyNS  = xsd.NamespaceConstraint{Any: true}
	notA   = xsd.NamespaceConstraint{Not: true, Names: []string{"a"}}
	notB   = xsd.NamespaceConstraint{Not: true, Names: []string{"b"}}
	notNo  = xsd.NamespaceConstraint{Not: true, Names: []string{""}}
	onlyA  = xsd.NamespaceConstraint{Names: []string{"a"}}
	onlyB  = xsd.NamespaceConstraint{Names: []string{"b"}}
	local  = xsd.NamespaceConstraint{Names: []string{""}}
	localA = xsd.NamespaceConstraint{Names: []string{"", "a"}}
	ab     = xsd.NamespaceConstraint{Names: []string{"a", "b"}}
	none   = xsd.NamespaceConstraint{Names: []string{}}
)

func TestWildcardAllows(t *testing.T) {
	for _, c := range []struct {
		c   xsd.NamespaceConstraint
		yes []string
		no  []string
	}{
		{anyNS, []string{"", "a", "b"}, nil},
		{notA, []string{"b"}, []string{"", "a"}},
		{notNo, []string{"a", "b"}, []string{""}},
		{localA, []string{"", "a"}, []string{"b"}},
		{none, nil, []string{"", "a"}},
	} {
		for _, s := range c.yes {
			if !c.c.Allows(s) {
				t.Errorf("%s does not allow %q", c.c, s)
			}
		}
		for _, s := range c.no {
			if c.c.Allows(s) {
				t.Errorf("%s allows %q", c.c, s)
			}
		}
	}
}

// TestWildcardOperations holds union, intersection and subset to what they
// mean: membership of a namespace, over namespaces that tell all cases apart.
func TestWildcardOperations(t *testing.T) {
	all := []xsd.NamespaceConstraint{anyNS, notA, notB, notNo, onlyA, onlyB, local, localA, ab, none}
	spaces := []string{"", "a", "b", "c"}
	for _, c := range all {
		for _, d := range all {
			both, ok := c.Intersect(d)
			either, ok2 := c.Union(d)
			subset := true
			for _, s := range spaces {
				in := c.Allows(s) && d.Allows(s)
				if ok && both.Allows(s) != in {
					t.Errorf("%s and %s: %s allows %q: %v", c, d, both, s, !in)
				}
				in = c.Allows(s) || d.Allows(s)
				if ok2 && either.Allows(s) != in {
					t.Errorf("%s or %s: %s allows %q: %v", c, d, either, s, !in)
				}
				subset = subset && (!c.Allows(s) || d.Allows(s))
			}
			if got := c.SubsetOf(d); got != subset {
				t.Errorf("%s is within %s: got %v, want %v", c, d, got, subset)
			}
		}
	}
}
