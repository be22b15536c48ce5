package diff

import (
	"cmp"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// simplePair compares two simple types that stand for each other, bases
// included.
func (c *comparer) simplePair(o, n *xsd.SimpleType) {
	s := slot{old: at(o), new: at(n)}
	c.limits(s.old, s.new, "", 0, 0, o.Final, n.Final)
	before := c.reports
	c.simpleValues(s, o, n)
	if o.Method == n.Method && (c.reports == before || !isBuiltin(o.Base) || !isBuiltin(n.Base)) {
		c.base(o, n, o.Method, n.Method)
	}
}

// simpleUse compares two simple types in one slot. Unless both have names of
// the schema's own, what the slot accepts has changed, not a type.
func (c *comparer) simpleUse(s slot, o, n *xsd.SimpleType) {
	oldGlobal, newGlobal := c.old.Schema.IsGlobal(o), c.new.Schema.IsGlobal(n)
	if oldGlobal && newGlobal && c.names.TypeName(o.Name) == n.Name {
		return
	}
	before := c.reports
	if oldGlobal && newGlobal && !o.IsBuiltin() && !n.IsBuiltin() {
		c.retyped(s, o, n)
	} else {
		c.ofSlot(s, func() { c.within(c.stepped(s.step), func() { c.simpleValues(slot{old: s.old, new: s.new}, o, n) }) })
		c.bracketClaims(s, o, n, oldGlobal, newGlobal)
	}
	if c.reports == before {
		c.reportAt(c.stepped(s.step), c.sameValues(o, n, oldGlobal, newGlobal), s.old, s.new, c.oldType(o), c.newType(n))
	}
}

// ofSlot makes the slot the component of what find finds. The anchors can be
// facets of a type that only one of the versions uses there: named after that
// type, the change of one slot would look like that of all its slots.
func (c *comparer) ofSlot(s slot, find func()) {
	before := len(c.all)
	find()
	here, ok := c.place(1).of[s.new.At]
	if !ok {
		return
	}
	in := here.component()
	for _, f := range c.all[before:] {
		if !f.old.IsZero() && !f.new.IsZero() {
			f.component = cmp.Or(f.component, &in)
		}
	}
}

// sameValues returns the rule for two types whose values do not differ.
func (c *comparer) sameValues(o, n *xsd.SimpleType, oldGlobal, newGlobal bool) change.ID {
	switch {
	case oldGlobal && !o.IsBuiltin() && !newGlobal:
		return change.TypeInlined
	case newGlobal && !n.IsBuiltin() && !oldGlobal:
		return change.TypeExtracted
	}
	return change.TypeEquivalent
}

// bracketClaims claims the coming or going of a named type that stands for one
// without a name on the other side.
func (c *comparer) bracketClaims(s slot, o, n *xsd.SimpleType, oldGlobal, newGlobal bool) {
	switch {
	case oldGlobal && !newGlobal:
		c.claimed[o] = true
		c.claims = append(c.claims, Claim{o, c.stepped(s.step)})
	case newGlobal && !oldGlobal:
		c.claimed[n] = true
		c.claims = append(c.claims, Claim{n, c.stepped(s.step)})
	}
}

// simpleValues compares what two simple types accept.
func (c *comparer) simpleValues(s slot, o, n *xsd.SimpleType) {
	switch {
	case o.Variety != n.Variety:
		c.variety(s, o, n)
	case o.Variety == datatype.UnionVariety:
		c.unions(s, o, n)
		c.facets(s, o, n)
	case o.Variety == datatype.ListVariety:
		c.typeUse(s, inclusion.ListItem(o), inclusion.ListItem(n))
		c.facets(s, o, n)
	case primitiveName(o) != primitiveName(n):
		c.retyped(s, o, n)
	default:
		c.builtins(s, o.Builtin(), n.Builtin())
		c.facets(s, o, n)
	}
}

func primitiveName(t *xsd.SimpleType) string {
	if p := t.Datatype.Primitive(); p != nil {
		return p.Name()
	}
	return ""
}

// variety reports a change between single values, lists and unions.
func (c *comparer) variety(s slot, o, n *xsd.SimpleType) {
	oldText := joinText(" ", plain(o.Variety.String()), c.oldType(o))
	newText := joinText(" ", plain(n.Variety.String()), c.newType(n))
	f := c.reportAt(c.stepped(s.step), change.VarietyChanged, s.old, s.new, oldText, newText)
	f.reason = ""
	switch forward := c.forward(o, n); forward {
	case inclusion.Holds:
		f.severity.Request = change.Info
	case inclusion.Unknown:
		f.severity.Request, f.reason = change.Risk, change.Unproven
	}
}

// builtins compares the built-in types that two types of one primitive type
// come from.
func (c *comparer) builtins(s slot, o, n *xsd.SimpleType) {
	if o == n {
		return
	}
	if hasIdentity(o) != hasIdentity(n) {
		f := c.reportAt(c.stepped(s.step), change.IdSemanticsChanged, s.old, s.new, c.oldType(o), c.newType(n))
		if hasIdentity(o) {
			f.severity = levels(change.Info, change.Info, change.Break, change.GoNone)
		}
	}
	if ow, nw := o.Datatype.WhiteSpace(), n.Datatype.WhiteSpace(); ow != nw {
		c.reportAt(c.stepped(s.step), change.WhiteSpaceChanged, s.old, s.new, plain(ow.String()), plain(nw.String()))
	}
	if c.forward(o, n) != inclusion.Holds || c.backward(o, n) != inclusion.Holds {
		c.retyped(s, o, n)
	}
}

// hasIdentity reports whether values of a built-in type name things in the
// document (Part 2 §3.3.8 to §3.3.11).
func hasIdentity(t *xsd.SimpleType) bool {
	switch t.Name.Local {
	case "ID", "IDREF", "ENTITY":
		return true
	}
	return false
}

// unions compares the members of two unions.
func (c *comparer) unions(s slot, o, n *xsd.SimpleType) {
	oldMembers, newMembers := slices.Clone(inclusion.UnionMembers(o)), slices.Clone(inclusion.UnionMembers(n))
	var order []int
	for i, m := range oldMembers {
		j := slices.IndexFunc(newMembers, func(k *xsd.SimpleType) bool { return k != nil && c.sameMember(m, k) })
		if j >= 0 {
			order = append(order, j)
			oldMembers[i], newMembers[j] = nil, nil
		}
	}
	if !slices.IsSorted(order) {
		f := c.reportAt(c.stepped(s.step), change.VarietyChanged, s.old, s.new, memberText(c.oldType, o), memberText(c.newType, n))
		f.severity = levels(change.Risk, change.Risk, change.Risk, change.GoNone)
	}
	c.anonymousMembers(oldMembers, newMembers)
	c.lostMembers(s, oldMembers)
	c.newMembers(s, newMembers)
}

// sameMember reports whether two members are one: the same name, or both
// without a name and equal.
func (c *comparer) sameMember(o, n *xsd.SimpleType) bool {
	return c.sameRef(o, n) && (c.old.Schema.IsGlobal(o) || c.oldSum(o) == c.newSum(n))
}

// anonymousMembers compares the members without names in their order.
func (c *comparer) anonymousMembers(o, n []*xsd.SimpleType) {
	for i, m := range o {
		if m == nil || c.old.Schema.IsGlobal(m) {
			continue
		}
		j := slices.IndexFunc(n, func(k *xsd.SimpleType) bool { return k != nil && !c.new.Schema.IsGlobal(k) })
		if j < 0 {
			return
		}
		c.pair(m, n[j])
		o[i], n[j] = nil, nil
	}
}

// lostMembers and newMembers report the members that one side alone has.
func (c *comparer) lostMembers(s slot, members []*xsd.SimpleType) {
	for _, m := range members {
		if m != nil {
			c.reportAt(c.stepped(s.step), change.TypeNarrowed, s.old, s.new, c.oldType(m), nil)
		}
	}
}

func (c *comparer) newMembers(s slot, members []*xsd.SimpleType) {
	for _, m := range members {
		if m != nil {
			f := c.reportAt(c.stepped(s.step), change.TypeWidened, s.old, s.new, nil, c.newType(m))
			f.severity.Response = change.Info // the Go type keeps the text
		}
	}
}

func memberText(name func(xsd.Type) *text, t *xsd.SimpleType) *text {
	var parts []*text
	for _, m := range inclusion.UnionMembers(t) {
		parts = append(parts, name(m))
	}
	return joinText(" | ", parts...)
}

func isBuiltin(t xsd.Type) bool {
	s, ok := t.(*xsd.SimpleType)
	return ok && s.IsBuiltin()
}
