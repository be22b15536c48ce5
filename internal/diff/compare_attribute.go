package diff

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/fact"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// attributes compares the attribute uses of two types, inherited ones
// included: what they share is found once.
func (c *comparer) attributes(o, n *xsd.ComplexType) {
	left := inclusion.SortedUses(n.AttributeUses)
	for _, ou := range inclusion.SortedUses(o.AttributeUses) {
		i := slices.IndexFunc(left, func(nu *xsd.AttributeUse) bool { return nu.Decl.Name == c.names.Name(ou.Decl.Name) })
		if i < 0 {
			i = slices.IndexFunc(left, func(nu *xsd.AttributeUse) bool { return c.otherForm(ou.Decl.Name, nu.Decl.Name) })
		}
		if i < 0 {
			c.attributeRemoved(ou, n)
			continue
		}
		c.attributeUse(ou, left[i])
		left = slices.Delete(left, i, i+1)
	}
	for _, nu := range left {
		c.attributeAdded(nu, o)
	}
}

// otherForm reports whether two names differ in that one has a namespace and
// the other has none.
func (c *comparer) otherForm(o, n xsd.QName) bool {
	o = c.names.Name(o)
	return o.Local == n.Local && o.Space != n.Space && (o.Space == "" || n.Space == "")
}

// attributeAdded reports an attribute that was not declared. Where a wildcard
// took it before, readers that validate go on, and old documents may have it
// with values that are not allowed now.
func (c *comparer) attributeAdded(u *xsd.AttributeUse, before *xsd.ComplexType) {
	id := change.AttributeAddedOptional
	if u.Required {
		id = change.AttributeAddedRequired
	}
	f := c.reportAt(c.stepped("@"+u.Decl.Name.Local), id, change.Anchor{}, at(u), nil, useText(u, c.newType(u.Decl.Type)))
	w := before.AttributeWildcard
	if w == nil || !inclusion.Constraint(w.Namespaces, c.names).Allows(u.Decl.Name.Space) {
		return
	}
	if c.prover(true).Attribute(u, before) == inclusion.Holds {
		f.severity.Strict = f.severity.Response
	}
	anything := xsd.AnySimpleType.Datatype
	if v, _ := inclusion.Text(anything, u.Decl.Type.Datatype); !u.Required && w.Process != xsd.Strict && v == inclusion.Fails {
		f.severity.Request, f.because = change.Break, "a wildcard took it before, with values that are not allowed now"
	}
}

// attributeRemoved reports an attribute that is no longer declared. A wildcard
// may take it all the same.
func (c *comparer) attributeRemoved(u *xsd.AttributeUse, after *xsd.ComplexType) {
	f := c.reportAt(c.stepped("@"+u.Decl.Name.Local), change.AttributeRemoved, at(u), change.Anchor{}, useText(u, c.oldType(u.Decl.Type)), nil)
	if u.Required {
		f.severity, f.reason = levels(change.Break, change.Break, change.Break, change.GoMajor), ""
	}
	if after.AttributeWildcard != nil && c.prover(false).Attribute(u, after) == inclusion.Holds {
		f.severity.Request, f.because = change.Info, "a wildcard takes it now; a reader may have used it"
	}
}

func useText(u *xsd.AttributeUse, of *text) *text { return use(fact.RequiredWord(u.Required), of) }

func (c *comparer) attributeUse(o, n *xsd.AttributeUse) {
	step := "@" + n.Decl.Name.Local
	if c.names.Name(o.Decl.Name) != n.Decl.Name {
		c.reportAt(c.stepped(step), change.AttributeFormChanged, at(o), at(n), formText(o.Decl.Name), formText(n.Decl.Name))
	}
	if o.Required != n.Required {
		id := change.AttributeBecameOptional
		if n.Required {
			id = change.AttributeBecameRequired
		}
		c.reportAt(c.stepped(step), id, at(o), at(n), plain(fact.RequiredWord(o.Required)), plain(fact.RequiredWord(n.Required)))
	}
	if o.Decl.Global && n.Decl.Global {
		c.values(step, at(o), at(n), o.Value, n.Value)
		return
	}
	c.values(step, at(o), at(n), o.Effective(), n.Effective())
	c.typeUse(slot{at(o), at(n), step}, o.Decl.Type, n.Decl.Type)
}

// formText says whether a name has a namespace.
func formText(name xsd.QName) *text {
	if name.Space == "" {
		return plain("unqualified")
	}
	return &text{show: "qualified", key: "qualified " + name.Space}
}

// attributeDecls compares the global attributes.
func (c *comparer) attributeDecls() {
	for _, o := range c.old.Schema.Attributes() {
		n := c.new.Schema.Attribute(c.names.Name(o.Name))
		if n == nil {
			c.reportAt(change.Holder{Old: o}, change.GlobalAttributeRemoved, at(o), change.Anchor{}, c.oldType(o.Type), nil)
			continue
		}
		c.within(change.Holder{Old: o, New: n}, func() {
			c.values("", at(o), at(n), o.Value, n.Value)
			c.typeUse(slot{old: at(o), new: at(n)}, o.Type, n.Type)
		})
		c.claimed[n] = true
	}
	for _, n := range c.new.Schema.Attributes() {
		if !c.claimed[n] {
			c.reportAt(change.Holder{New: n}, change.GlobalAttributeAdded, change.Anchor{}, at(n), nil, c.newType(n.Type))
		}
	}
}

// values compares default and fixed.
func (c *comparer) values(step string, o, n change.Anchor, ov, nv *xsd.ValueConstraint) {
	id := valueRule(ov, nv)
	if id == "" {
		return
	}
	if ov != nil {
		o.Pos = ov.Pos
	}
	if nv != nil {
		n.Pos = nv.Pos
	}
	c.reportAt(c.stepped(step), id, o, n, valueText(ov), valueText(nv))
}

func valueText(v *xsd.ValueConstraint) *text {
	switch {
	case v == nil:
		return plain("none")
	case v.Fixed:
		return plain("fixed " + v.Lexical)
	default:
		return plain("default " + v.Lexical)
	}
}

// valueRule returns the rule for two value constraints, "" where they say the
// same. Between default and fixed, it is fixed that limits documents.
func valueRule(o, n *xsd.ValueConstraint) change.ID {
	wasFixed, isFixed := o != nil && o.Fixed, n != nil && n.Fixed
	switch {
	case o == nil && n == nil:
		return ""
	case isFixed && !wasFixed:
		return change.FixedAdded
	case wasFixed && !isFixed:
		return change.FixedRemoved
	case o == nil:
		return change.DefaultAdded
	case n == nil:
		return change.DefaultRemoved
	case inclusion.ValueKey(o) == inclusion.ValueKey(n):
		return ""
	case isFixed:
		return change.FixedChanged
	default:
		return change.DefaultChanged
	}
}

// attributeWildcard compares the wildcards of two types for attributes.
func (c *comparer) attributeWildcard(o, n *xsd.ComplexType) {
	ow, nw := o.AttributeWildcard, n.AttributeWildcard
	if c.sameWildcard(ow, nw) {
		return
	}
	for _, e := range c.wildcardEdits(ow, nw, originOf(o), originOf(n)) {
		c.reportAt(c.stepped("@*"), e.id, e.old, e.new, e.oldText, e.newText)
	}
}

// originOf points at the wildcard of the furthest base that has the same, so
// that derived types share what is found of it.
func originOf(t *xsd.ComplexType) change.Anchor {
	w := t.AttributeWildcard
	if w == nil {
		return change.Anchor{}
	}
	for {
		base, ok := t.Base.(*xsd.ComplexType)
		if !ok || base == xsd.AnyType || base == t {
			return at(w)
		}
		b := base.AttributeWildcard
		if b == nil || !b.Namespaces.Equal(w.Namespaces) || b.Process != w.Process {
			return at(w)
		}
		w, t = b, base
	}
}

// wildcardEdits compares two wildcards; either may be nil.
func (c *comparer) wildcardEdits(o, n *xsd.Wildcard, oldAt, newAt change.Anchor) []edit {
	one := func(id change.ID, oldText, newText *text) []edit {
		return []edit{{id: id, old: oldAt, new: newAt, oldText: oldText, newText: newText}}
	}
	switch {
	case o == nil && n == nil:
		return nil
	case o == nil:
		return one(change.WildcardAdded, nil, wildcardText(n))
	case n == nil:
		return one(change.WildcardRemoved, wildcardText(o), nil)
	}
	edits := c.namespaceEdits(o, n, one)
	oldWord, newWord := plain(o.Process.String()), plain(n.Process.String())
	switch {
	case o.Process < n.Process:
		edits = append(edits, one(change.ProcessContentsLoosened, oldWord, newWord)...)
	case o.Process > n.Process:
		edits = append(edits, one(change.ProcessContentsTightened, oldWord, newWord)...)
	}
	return edits
}

func (c *comparer) namespaceEdits(o, n *xsd.Wildcard, one func(change.ID, *text, *text) []edit) []edit {
	a, b := inclusion.Constraint(o.Namespaces, c.names), inclusion.Constraint(n.Namespaces, nil)
	id := change.WildcardNamespaceChanged
	switch wider, narrower := a.SubsetOf(b), b.SubsetOf(a); {
	case wider && narrower:
		return nil
	case wider:
		id = change.WildcardNamespaceWidened
	case narrower:
		id = change.WildcardNamespaceNarrowed
	}
	return one(id, plain(a.String()), plain(b.String()))
}

func wildcardText(w *xsd.Wildcard) *text {
	return plain(w.Namespaces.String() + " " + w.Process.String())
}

func (c *comparer) sameWildcard(o, n *xsd.Wildcard) bool {
	if o == nil || n == nil {
		return o == n
	}
	a, b := inclusion.Constraint(o.Namespaces, c.names), inclusion.Constraint(n.Namespaces, nil)
	return a.Equal(b) && o.Process == n.Process
}
