package diff

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// attributes compares the attribute uses of two types, inherited ones
// included: what they share is found once.
func (c *comparer) attributes(o, n []*xsd.AttributeUse) {
	left := sortedUses(n)
	for _, ou := range sortedUses(o) {
		i := slices.IndexFunc(left, func(nu *xsd.AttributeUse) bool { return nu.Decl.Name == c.names.name(ou.Decl.Name) })
		if i < 0 {
			i = slices.IndexFunc(left, func(nu *xsd.AttributeUse) bool { return c.otherForm(ou.Decl.Name, nu.Decl.Name) })
		}
		if i < 0 {
			c.attributeRemoved(ou)
			continue
		}
		c.attributeUse(ou, left[i])
		left = slices.Delete(left, i, i+1)
	}
	for _, nu := range left {
		id := "attribute-added-optional"
		if nu.Required {
			id = "attribute-added-required"
		}
		c.reportAt(c.stepped("@"+nu.Decl.Name.Local), id, anchor{}, at(nu), nil, useText(nu, c.newType(nu.Decl.Type)))
	}
}

// otherForm reports whether two names differ in that one has a namespace and
// the other has none.
func (c *comparer) otherForm(o, n xsd.QName) bool {
	o = c.names.name(o)
	return o.Local == n.Local && o.Space != n.Space && (o.Space == "" || n.Space == "")
}

func (c *comparer) attributeRemoved(u *xsd.AttributeUse) {
	f := c.reportAt(c.stepped("@"+u.Decl.Name.Local), "attribute-removed", at(u), anchor{}, useText(u, c.oldType(u.Decl.Type)), nil)
	if u.Required {
		f.severity, f.reason = sev("BBB", GoMajor), ""
	}
}

func useText(u *xsd.AttributeUse, of *text) *text { return use(requiredWord(u.Required), of) }

func requiredWord(required bool) string {
	if required {
		return "required"
	}
	return "optional"
}

func (c *comparer) attributeUse(o, n *xsd.AttributeUse) {
	step := "@" + n.Decl.Name.Local
	if c.names.name(o.Decl.Name) != n.Decl.Name {
		c.reportAt(c.stepped(step), "attribute-form-changed", at(o), at(n), formText(o.Decl.Name), formText(n.Decl.Name))
	}
	if o.Required != n.Required {
		id := "attribute-became-optional"
		if n.Required {
			id = "attribute-became-required"
		}
		c.reportAt(c.stepped(step), id, at(o), at(n), plain(requiredWord(o.Required)), plain(requiredWord(n.Required)))
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
		n := c.new.Schema.Attribute(c.names.name(o.Name))
		if n == nil {
			c.reportAt(holder{old: o}, "global-attribute-removed", at(o), anchor{}, c.oldType(o.Type), nil)
			continue
		}
		c.within(holder{old: o, new: n}, func() {
			c.values("", at(o), at(n), o.Value, n.Value)
			c.typeUse(slot{old: at(o), new: at(n)}, o.Type, n.Type)
		})
		c.claimed[n] = true
	}
	for _, n := range c.new.Schema.Attributes() {
		if !c.claimed[n] {
			c.reportAt(holder{new: n}, "global-attribute-added", anchor{}, at(n), nil, c.newType(n.Type))
		}
	}
}

// values compares default and fixed.
func (c *comparer) values(step string, o, n anchor, ov, nv *xsd.ValueConstraint) {
	id := valueRule(ov, nv)
	if id == "" {
		return
	}
	if ov != nil {
		o.pos = ov.Pos
	}
	if nv != nil {
		n.pos = nv.Pos
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
func valueRule(o, n *xsd.ValueConstraint) string {
	wasFixed, isFixed := o != nil && o.Fixed, n != nil && n.Fixed
	switch {
	case o == nil && n == nil:
		return ""
	case isFixed && !wasFixed:
		return "fixed-added"
	case wasFixed && !isFixed:
		return "fixed-removed"
	case o == nil:
		return "default-added"
	case n == nil:
		return "default-removed"
	case constraintKey(o) == constraintKey(n):
		return ""
	case isFixed:
		return "fixed-changed"
	default:
		return "default-changed"
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
func originOf(t *xsd.ComplexType) anchor {
	w := t.AttributeWildcard
	if w == nil {
		return anchor{}
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
func (c *comparer) wildcardEdits(o, n *xsd.Wildcard, oldAt, newAt anchor) []edit {
	one := func(id string, oldText, newText *text) []edit {
		return []edit{{id: id, old: oldAt, new: newAt, oldText: oldText, newText: newText}}
	}
	switch {
	case o == nil && n == nil:
		return nil
	case o == nil:
		return one("wildcard-added", nil, wildcardText(n))
	case n == nil:
		return one("wildcard-removed", wildcardText(o), nil)
	}
	edits := c.namespaceEdits(o, n, one)
	oldWord, newWord := plain(o.Process.String()), plain(n.Process.String())
	switch {
	case o.Process < n.Process:
		edits = append(edits, one("process-contents-loosened", oldWord, newWord)...)
	case o.Process > n.Process:
		edits = append(edits, one("process-contents-tightened", oldWord, newWord)...)
	}
	return edits
}

func (c *comparer) namespaceEdits(o, n *xsd.Wildcard, one func(string, *text, *text) []edit) []edit {
	a, b := constraint(o.Namespaces, c.names), constraint(n.Namespaces, nil)
	id := "wildcard-namespace-changed"
	switch wider, narrower := a.SubsetOf(b), b.SubsetOf(a); {
	case wider && narrower:
		return nil
	case wider:
		id = "wildcard-namespace-widened"
	case narrower:
		id = "wildcard-namespace-narrowed"
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
	a, b := constraint(o.Namespaces, c.names), constraint(n.Namespaces, nil)
	return a.Equal(b) && o.Process == n.Process
}
