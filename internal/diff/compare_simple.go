package diff

import (
	"cmp"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/likeness"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// valueComparer compares what simple types accept.
type valueComparer struct {
	v      *versions
	met    *typePairs
	claims *claims
	places pair[func() *places]
}

// pair compares two simple types that stand for each other, bases included.
func (c *valueComparer) pair(o, n *xsd.SimpleType) {
	c.met.first(o, n, func(in scope) {
		s := slot{in, at(o), at(n)}
		limits(in, s.old, s.new, pair[xsd.DerivationSet]{}, pair[xsd.DerivationSet]{o.Final, n.Final})
		before := in.found.reports
		c.values(s, o, n)
		if o.Method == n.Method && (in.found.reports == before || !isBuiltin(o.Base) || !isBuiltin(n.Base)) {
			derivation(c.v, in, o, n)
		}
	})
}

// use compares two simple types in one slot. Unless both have names of the
// schema's own, what the slot accepts has changed, not a type.
func (c *valueComparer) use(s slot, o, n *xsd.SimpleType) {
	oldGlobal, newGlobal := c.v.global(o, n)
	if oldGlobal && newGlobal && c.v.sameName(o, n) {
		return
	}
	before := s.in.found.reports
	if oldGlobal && newGlobal && !o.IsBuiltin() && !n.IsBuiltin() {
		retyped(c.v, s, o, n)
	} else {
		c.ofSlot(s, func() { c.values(s, o, n) })
		c.bracketClaims(s, o, n, oldGlobal, newGlobal)
	}
	if s.in.found.reports == before {
		s.in.report(sameValues(o, n, oldGlobal, newGlobal), s.old, s.new, c.v.oldType(o), c.v.newType(n))
	}
}

// ofSlot makes the slot the component of what find finds. The anchors can be
// facets of a type that only one of the versions uses there: named after that
// type, the change of one slot would look like that of all its slots.
func (c *valueComparer) ofSlot(s slot, find func()) {
	found := s.in.found
	before := len(found.all)
	find()
	here, ok := c.places.new().of[s.new.At]
	if !ok {
		return
	}
	in := here.component()
	for _, f := range found.all[before:] {
		if !f.old.IsZero() && !f.new.IsZero() {
			f.component = cmp.Or(f.component, &in)
		}
	}
}

// sameValues returns the rule for two types whose values do not differ.
func sameValues(o, n *xsd.SimpleType, oldGlobal, newGlobal bool) change.ID {
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
func (c *valueComparer) bracketClaims(s slot, o, n *xsd.SimpleType, oldGlobal, newGlobal bool) {
	switch {
	case oldGlobal && !newGlobal:
		c.claims.tell(o, s.in.holder)
	case newGlobal && !oldGlobal:
		c.claims.tell(n, s.in.holder)
	}
}

// values compares what two simple types accept.
func (c *valueComparer) values(s slot, o, n *xsd.SimpleType) {
	switch {
	case o.Variety != n.Variety:
		variety(c.v, s, o, n)
	case o.Variety == datatype.UnionVariety:
		c.unions(s, o, n)
		facets(c.v, s, o, n)
	case o.Variety == datatype.ListVariety:
		c.items(s, inclusion.ListItem(o), inclusion.ListItem(n))
		facets(c.v, s, o, n)
	case likeness.PrimitiveName(o) != likeness.PrimitiveName(n):
		retyped(c.v, s, o, n)
	default:
		builtins(c.v, s, o.Builtin(), n.Builtin())
		facets(c.v, s, o, n)
	}
}

// items compares the types of the items of two lists.
func (c *valueComparer) items(s slot, o, n *xsd.SimpleType) {
	if oldGlobal, newGlobal := c.v.global(o, n); !oldGlobal && !newGlobal {
		c.pair(o, n)
		return
	}
	c.use(s, o, n)
}

// variety reports a change between single values, lists and unions.
func variety(v *versions, s slot, o, n *xsd.SimpleType) {
	oldText := joinText(" ", plain(o.Variety.String()), v.oldType(o))
	newText := joinText(" ", plain(n.Variety.String()), v.newType(n))
	f := s.in.report(change.VarietyChanged, s.old, s.new, oldText, newText)
	f.reason = ""
	switch forward := v.forward(o, n); forward {
	case inclusion.Holds:
		f.severity.Request = change.Info
	case inclusion.Unknown:
		f.severity.Request, f.reason = change.Risk, change.Unproven
	}
}

// builtins compares the built-in types that two types of one primitive type
// come from.
func builtins(v *versions, s slot, o, n *xsd.SimpleType) {
	if o == n {
		return
	}
	if hasIdentity(o) != hasIdentity(n) {
		f := s.in.report(change.IdSemanticsChanged, s.old, s.new, v.oldType(o), v.newType(n))
		if hasIdentity(o) {
			f.severity = levels(change.Info, change.Info, change.Break, change.GoNone)
		}
	}
	if ow, nw := o.Datatype.WhiteSpace(), n.Datatype.WhiteSpace(); ow != nw {
		s.in.report(change.WhiteSpaceChanged, s.old, s.new, plain(ow.String()), plain(nw.String()))
	}
	if !v.equivalent(o, n) {
		retyped(v, s, o, n)
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
func (c *valueComparer) unions(s slot, o, n *xsd.SimpleType) {
	oldMembers, newMembers := slices.Clone(inclusion.UnionMembers(o)), slices.Clone(inclusion.UnionMembers(n))
	var order []int
	for i, m := range oldMembers {
		j := slices.IndexFunc(newMembers, func(k *xsd.SimpleType) bool { return k != nil && c.v.sameType(m, k) })
		if j >= 0 {
			order = append(order, j)
			oldMembers[i], newMembers[j] = nil, nil
		}
	}
	if !slices.IsSorted(order) {
		f := s.in.report(change.VarietyChanged, s.old, s.new, memberText(c.v.oldType, o), memberText(c.v.newType, n))
		f.severity = levels(change.Risk, change.Risk, change.Risk, change.GoNone)
	}
	c.anonymousMembers(oldMembers, newMembers)
	membersGone(c.v, s, oldMembers)
	membersCome(c.v, s, newMembers)
}

// anonymousMembers compares the members without names in their order.
func (c *valueComparer) anonymousMembers(o, n []*xsd.SimpleType) {
	for i, m := range o {
		if m == nil || c.v.old.Schema.IsGlobal(m) {
			continue
		}
		j := slices.IndexFunc(n, func(k *xsd.SimpleType) bool { return k != nil && !c.v.new.Schema.IsGlobal(k) })
		if j < 0 {
			return
		}
		c.pair(m, n[j])
		o[i], n[j] = nil, nil
	}
}

// membersGone and membersCome report the members that one side alone has.
func membersGone(v *versions, s slot, members []*xsd.SimpleType) {
	for _, m := range members {
		if m != nil {
			s.in.report(change.TypeNarrowed, s.old, s.new, v.oldType(m), nil)
		}
	}
}

func membersCome(v *versions, s slot, members []*xsd.SimpleType) {
	for _, m := range members {
		if m != nil {
			f := s.in.report(change.TypeWidened, s.old, s.new, nil, v.newType(m))
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
