package diff

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// identity compares the identity constraints of an element. No document shows
// their names, so that one which asks the same as another did is that one.
func identity(names *inclusion.Names, in scope, o, n *xsd.ElementDecl) {
	c := &constraints{old: o.IdentityConstraints, new: n.IdentityConstraints, taken: map[*xsd.IdentityConstraint]bool{}}
	identical := func(ic *xsd.IdentityConstraint, names *inclusion.Names) string {
		return inclusion.IdentityKey(ic, names)
	}
	local := func(ic *xsd.IdentityConstraint, _ *inclusion.Names) string { return ic.Name.Local }
	c.pairUp(names, identical, func(was, is *xsd.IdentityConstraint) {
		if c.refersElsewhere(names, was, is) {
			f := in.report(change.IdentityConstraintChanged, at(was), at(is), identityText(was, names), identityText(is, nil))
			f.because = "the key that it referred to has another name, and another key has that name now"
		}
	})
	c.pairUp(names, inclusion.IdentityContent, func(was, is *xsd.IdentityConstraint) {
		in.report(change.IdentityConstraintRenamed, at(was), at(is), identityText(was, names), identityText(is, nil))
	})
	changed := func(was, is *xsd.IdentityConstraint) { changedIdentity(names, in, was, is) }
	c.pairUp(names, local, changed)
	c.pairUp(names, inclusion.IdentityCompared, changed)
	for _, ic := range c.left(c.new) {
		in.report(change.IdentityConstraintAdded, change.Anchor{}, at(ic), nil, identityText(ic, nil))
	}
	for _, ic := range c.left(c.old) {
		in.report(change.IdentityConstraintRemoved, at(ic), change.Anchor{}, identityText(ic, names), nil)
	}
}

// constraints are those of an element in both versions, taken where they are
// paired.
type constraints struct {
	old, new []*xsd.IdentityConstraint
	taken    map[*xsd.IdentityConstraint]bool
}

// pairUp pairs those that are left and have the same key, and calls found for
// each pair.
func (c *constraints) pairUp(names *inclusion.Names, key func(*xsd.IdentityConstraint, *inclusion.Names) string, found func(was, is *xsd.IdentityConstraint)) {
	before := map[string][]*xsd.IdentityConstraint{}
	for _, ic := range c.left(c.old) {
		k := key(ic, names)
		before[k] = append(before[k], ic)
	}
	for _, is := range c.left(c.new) {
		k := key(is, nil)
		if len(before[k]) == 0 {
			continue
		}
		was := before[k][0]
		before[k] = before[k][1:]
		c.taken[was], c.taken[is] = true, true
		found(was, is)
	}
}

// refersElsewhere reports whether a reference is to a key of the same name which is
// another one, as the key that it was to has another name now. Where that key itself
// has changed, it is told there.
func (c *constraints) refersElsewhere(names *inclusion.Names, was, is *xsd.IdentityConstraint) bool {
	if was.Refer == nil || is.Refer == nil {
		return false
	}
	key := inclusion.IdentityContent(was.Refer, names)
	return key != inclusion.IdentityContent(is.Refer, nil) &&
		slices.ContainsFunc(c.new, func(ic *xsd.IdentityConstraint) bool { return inclusion.IdentityContent(ic, nil) == key })
}

func (c *constraints) left(of []*xsd.IdentityConstraint) []*xsd.IdentityConstraint {
	var list []*xsd.IdentityConstraint
	for _, ic := range of {
		if !c.taken[ic] {
			list = append(list, ic)
		}
	}
	return list
}

// changedIdentity reports a constraint that asks for something else. Where it
// asks for less than before, as a unique after a key, no old document breaks it.
func changedIdentity(names *inclusion.Names, in scope, was, is *xsd.IdentityConstraint) {
	f := in.report(change.IdentityConstraintChanged, at(was), at(is), identityText(was, names), identityText(is, nil))
	if inclusion.IdentityCompared(was, names) != inclusion.IdentityCompared(is, nil) {
		return
	}
	switch {
	case was.Category == xsd.Key && is.Category == xsd.Unique:
		f.severity.Request, f.because = change.Info, "values are unique as before, but need not be there; a validating reader still asks for them"
	case was.Category == xsd.Unique && is.Category == xsd.Key:
		f.severity.Strict, f.because = change.Info, "values are unique as before, and have to be there"
	}
}

func identityText(ic *xsd.IdentityConstraint, names *inclusion.Names) *text {
	show := ic.Category.String() + " " + ic.Name.Local
	if ic.Refer != nil {
		show += " to " + ic.Refer.Name.Local
	}
	show += " " + ic.Selector.Text
	for _, f := range ic.Fields {
		show += " " + f.Text
	}
	return &text{show: show, key: inclusion.IdentityKey(ic, names)}
}
