package diff

import (
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/likeness"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// typeComparer compares types that stand for each other, and those that one
// slot has.
type typeComparer struct {
	v      *versions
	met    *typePairs
	claims *claims
	values *valueComparer
	// What is between the tags of elements, and in the tags.
	contents   *contentComparer
	attributes *attributeComparer
	// replacing has the pairs of named types that are being compared in a slot.
	replacing map[typePair]bool
}

// pair compares two types that stand for each other. What it finds belongs to
// them, so that it is found once for all who use them.
func (c *typeComparer) pair(o, n xsd.Type) {
	os, oldSimple := o.(*xsd.SimpleType)
	ns, newSimple := n.(*xsd.SimpleType)
	switch {
	case oldSimple && newSimple:
		c.values.pair(os, ns)
	case !oldSimple && !newSimple:
		c.met.first(o, n, func(in scope) { c.complexPair(in, o.(*xsd.ComplexType), n.(*xsd.ComplexType)) })
	default:
		c.met.first(o, n, func(in scope) { c.mixed(slot{in, at(o), at(n)}, o, n) })
	}
}

func (c *typeComparer) complexPair(in scope, o, n *xsd.ComplexType) {
	abstractType(in, o, n)
	limits(in, at(o), at(n), pair[xsd.DerivationSet]{o.Block, n.Block}, pair[xsd.DerivationSet]{o.Final, n.Final})
	derivation(c.v, in, o, n)
	c.parts(in, o, n)
}

// parts compares what makes up two complex types.
func (c *typeComparer) parts(in scope, o, n *xsd.ComplexType) {
	c.contents.content(in, o, n)
	c.attributes.uses(in, o, n)
	c.attributes.wildcard(in, o, n)
}

func abstractType(in scope, o, n *xsd.ComplexType) {
	switch {
	case n.Abstract && !o.Abstract:
		in.report(change.TypeBecameAbstract, at(o), at(n), plain("concrete"), plain("abstract"))
	case o.Abstract && !n.Abstract:
		in.report(change.TypeBecameConcrete, at(o), at(n), plain("abstract"), plain("concrete"))
	}
}

// use compares the types that an element or attribute has in both versions.
func (c *typeComparer) use(s slot, o, n xsd.Type) {
	oldGlobal, newGlobal := c.v.global(o, n)
	os, oldSimple := o.(*xsd.SimpleType)
	ns, newSimple := n.(*xsd.SimpleType)
	switch {
	case oldGlobal && newGlobal && c.v.sameName(o, n):
	case !oldGlobal && !newGlobal:
		c.pair(o, n)
	case oldSimple && newSimple:
		c.values.use(s, os, ns)
	case oldSimple != newSimple:
		c.mixed(s, o, n)
	case oldGlobal && newGlobal:
		c.replaced(s, o.(*xsd.ComplexType), n.(*xsd.ComplexType))
	default:
		c.bracketed(s, o, n)
	}
}

// mixed compares a simple type with a complex one: with simple content that
// is the same text, with attributes.
func (c *typeComparer) mixed(s slot, o, n xsd.Type) {
	oldText, oldUses := inclusion.TextContent(o)
	newText, newUses := inclusion.TextContent(n)
	if oldText == nil || newText == nil {
		s.in.report(change.ContentKindChanged, s.old, s.new, plain(contentWord(o)), plain(contentWord(n)))
		return
	}
	c.values.use(s, oldText, newText)
	c.attributes.uses(s.in, oldUses, newUses)
	c.attributes.wildcard(s.in, oldUses, newUses)
}

func contentWord(t xsd.Type) string {
	if ct, ok := t.(*xsd.ComplexType); ok {
		return ct.Content.Kind.String()
	}
	return "simple"
}

// bracketed compares a complex type with a name and one without.
func (c *typeComparer) bracketed(s slot, o, n xsd.Type) {
	id := change.TypeExtracted
	if c.v.old.Schema.IsGlobal(o) {
		id = change.TypeInlined
		c.claims.take(o)
	} else {
		c.claims.take(n)
	}
	f := s.in.report(id, s.old, s.new, c.v.oldType(o), c.v.newType(n))
	f.also = append(f.also, o, n)
	c.pair(o, n)
}

// replaced compares two named types of which one has taken the place of the
// other in a slot. What differs between types that have much in common is told
// as if it had been edited in place.
func (c *typeComparer) replaced(s slot, o, n *xsd.ComplexType) {
	key := typePair{o, n}
	if o == xsd.AnyType || n == xsd.AnyType || c.replacing[key] || !likeness.Types(o, n, c.v.names) || c.v.equivalent(o, n) {
		retyped(c.v, s, o, n)
		return
	}
	c.replacing[key] = true
	defer delete(c.replacing, key)
	before := s.in.found.reports
	abstractType(s.in, o, n)
	c.parts(s.in, o, n)
	if s.in.found.reports == before {
		retyped(c.v, s, o, n)
		return
	}
	s.in.report(change.TypeReplaced, s.old, s.new, c.v.oldType(o), c.v.newType(n))
}
