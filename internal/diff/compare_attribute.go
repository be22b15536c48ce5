package diff

import (
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/fact"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// attributeComparer compares the attributes of types.
type attributeComparer struct {
	v   *versions
	use typeUse
}

// uses compares the attribute uses of two types, inherited ones
// included: what they share is found once.
func (c *attributeComparer) uses(in scope, o, n *xsd.ComplexType) {
	waiting := usesByName(n.AttributeUses)
	for _, ou := range inclusion.SortedUses(o.AttributeUses) {
		nu := waiting.take(c.v.names.Name(ou.Decl.Name))
		if nu == nil {
			c.removed(in, ou, n)
			continue
		}
		c.both(in, ou, nu)
	}
	for _, nu := range inclusion.SortedUses(n.AttributeUses) {
		if waiting.byName[nu.Decl.Name] == nu {
			c.added(in, nu, o)
		}
	}
}

// waitingUses are attribute uses of the new version that nothing stands for yet.
type waitingUses struct {
	byName  map[xsd.QName]*xsd.AttributeUse
	byLocal map[string][]*xsd.AttributeUse // in the order of their namespaces
}

func usesByName(uses []*xsd.AttributeUse) waitingUses {
	w := waitingUses{map[xsd.QName]*xsd.AttributeUse{}, map[string][]*xsd.AttributeUse{}}
	for _, u := range inclusion.SortedUses(uses) {
		w.byName[u.Decl.Name] = u
		w.byLocal[u.Decl.Name.Local] = append(w.byLocal[u.Decl.Name.Local], u)
	}
	return w
}

// take takes the use of the attribute with a name, or else of one that differs
// from it in that it has a namespace or has none; nil where neither is there.
func (w waitingUses) take(name xsd.QName) *xsd.AttributeUse {
	u := w.byName[name]
	for _, other := range w.byLocal[name.Local] {
		if u == nil && w.byName[other.Decl.Name] == other && otherForm(name, other.Decl.Name) {
			u = other
		}
	}
	if u != nil {
		delete(w.byName, u.Decl.Name)
	}
	return u
}

// otherForm reports whether two names differ in that one has a namespace and
// the other has none.
func otherForm(o, n xsd.QName) bool {
	return o.Local == n.Local && o.Space != n.Space && (o.Space == "" || n.Space == "")
}

// added reports an attribute that was not declared. Where a wildcard
// took it before, readers that validate go on, and old documents may have it
// with values that are not allowed now.
func (c *attributeComparer) added(in scope, u *xsd.AttributeUse, before *xsd.ComplexType) {
	id := change.AttributeAddedOptional
	if u.Required {
		id = change.AttributeAddedRequired
	}
	f := in.below("@"+u.Decl.Name.Local).report(id, change.Anchor{}, at(u), nil, useText(u, c.v.newType(u.Decl.Type)))
	w := before.AttributeWildcard
	if w == nil || !inclusion.Constraint(w.Namespaces, c.v.names).Allows(u.Decl.Name.Space) {
		return
	}
	if c.v.prover(true).Attribute(u, before) == inclusion.Holds {
		f.severity.Strict = f.severity.Response
	}
	anything := xsd.AnySimpleType.Datatype
	if v, _ := inclusion.Text(anything, u.Decl.Type.Datatype); !u.Required && w.Process != xsd.Strict && v == inclusion.Fails {
		f.severity.Request, f.because = change.Break, "a wildcard took it before, with values that are not allowed now"
	}
}

// removed reports an attribute that is no longer declared. A wildcard
// may take it all the same.
func (c *attributeComparer) removed(in scope, u *xsd.AttributeUse, after *xsd.ComplexType) {
	f := in.below("@"+u.Decl.Name.Local).report(change.AttributeRemoved, at(u), change.Anchor{}, useText(u, c.v.oldType(u.Decl.Type)), nil)
	if u.Required {
		f.severity, f.reason = levels(change.Break, change.Break, change.Break, change.GoMajor), ""
	}
	if after.AttributeWildcard != nil && c.v.prover(false).Attribute(u, after) == inclusion.Holds {
		f.severity.Request, f.because = change.Info, "a wildcard takes it now; a reader may have used it"
	}
}

func useText(u *xsd.AttributeUse, of *text) *text { return use(fact.RequiredWord(u.Required), of) }

func (c *attributeComparer) both(in scope, o, n *xsd.AttributeUse) {
	in = in.below("@" + n.Decl.Name.Local)
	if c.v.names.Name(o.Decl.Name) != n.Decl.Name {
		in.report(change.AttributeFormChanged, at(o), at(n), formText(o.Decl.Name), formText(n.Decl.Name))
	}
	if o.Required != n.Required {
		id := change.AttributeBecameOptional
		if n.Required {
			id = change.AttributeBecameRequired
		}
		in.report(id, at(o), at(n), plain(fact.RequiredWord(o.Required)), plain(fact.RequiredWord(n.Required)))
	}
	if o.Decl.Global && n.Decl.Global {
		constraint(in, at(o), at(n), o.Value, n.Value)
		return
	}
	constraint(in, at(o), at(n), o.Effective(), n.Effective())
	c.use(slot{in, at(o), at(n)}, o.Decl.Type, n.Decl.Type)
}

// constraint compares default and fixed.
func constraint(in scope, o, n change.Anchor, ov, nv *xsd.ValueConstraint) {
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
	in.report(id, o, n, valueText(ov), valueText(nv))
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

// wildcard compares the wildcards of two types for attributes.
func (c *attributeComparer) wildcard(in scope, o, n *xsd.ComplexType) {
	ow, nw := o.AttributeWildcard, n.AttributeWildcard
	if sameWildcard(c.v.names, ow, nw) {
		return
	}
	for _, e := range wildcardEdits(c.v.names, ow, nw, originOf(o), originOf(n)) {
		in.below("@*").report(e.id, e.old, e.new, e.oldText, e.newText)
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
