package diff

import (
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// pair compares two types that stand for each other. What it finds belongs to
// them, so that it is found once for all who use them.
func (c *comparer) pair(o, n xsd.Type) {
	key := typePair{o, n}
	if differ, known := c.compared[key]; known {
		c.reports += b2i(differ) // told before
		return
	}
	c.compared[key] = false
	if c.oldSum(o) == c.newSum(n) {
		return
	}
	c.compared[key] = true
	c.within(change.Holder{Old: o, New: n}, func() {
		before := c.reports
		c.bodies(o, n)
		// A type that itself says the same differs by its base, which tells.
		if c.reports == before && ownSum(c.old.Schema, c.names, o) != ownSum(c.new.Schema, nil, n) {
			f := c.report(change.TypeEquivalent, at(o), at(n), c.oldType(o), c.newType(n))
			f.severity.Go = change.GoNone // its name is the same
		}
	})
}

func (c *comparer) bodies(o, n xsd.Type) {
	os, oldSimple := o.(*xsd.SimpleType)
	ns, newSimple := n.(*xsd.SimpleType)
	switch {
	case oldSimple && newSimple:
		c.simplePair(os, ns)
	case !oldSimple && !newSimple:
		c.complexPair(o.(*xsd.ComplexType), n.(*xsd.ComplexType))
	default:
		c.mixed(slot{old: at(o), new: at(n)}, o, n)
	}
}

func (c *comparer) complexPair(o, n *xsd.ComplexType) {
	c.abstractType(o, n)
	c.limits(at(o), at(n), "", o.Block, n.Block, o.Final, n.Final)
	c.base(o, n, o.Method, n.Method)
	c.content(o, n)
	c.attributes(o, n)
	c.attributeWildcard(o, n)
}

func (c *comparer) abstractType(o, n *xsd.ComplexType) {
	switch {
	case n.Abstract && !o.Abstract:
		c.report(change.TypeBecameAbstract, at(o), at(n), plain("concrete"), plain("abstract"))
	case o.Abstract && !n.Abstract:
		c.report(change.TypeBecameConcrete, at(o), at(n), plain("abstract"), plain("concrete"))
	}
}

// limits compares {block} and {final} of types and elements.
func (c *comparer) limits(o, n change.Anchor, step string, oldBlock, newBlock, oldFinal, newFinal xsd.DerivationSet) {
	if oldBlock != newBlock {
		f := c.reportAt(c.stepped(step), change.BlockChanged, o, n, setText(oldBlock), setText(newBlock))
		if newBlock&^oldBlock == 0 {
			f.severity = levels(change.Info, change.Risk, change.Break, change.GoNone)
		} else if oldBlock&^newBlock != 0 {
			f.severity = f.severity.Merge(levels(change.Info, change.Risk, change.Break, change.GoNone))
		}
	}
	if oldFinal != newFinal {
		c.reportAt(c.stepped(step), change.FinalChanged, o, n, setText(oldFinal), setText(newFinal))
	}
}

func setText(s xsd.DerivationSet) *text {
	if s == 0 {
		return plain("none")
	}
	return plain(s.String())
}

// base compares what types are derived from. That the content differs with it
// is found by itself.
func (c *comparer) base(o, n xsd.Type, oldMethod, newMethod xsd.DerivationSet) {
	if c.sameRef(o.BaseType(), n.BaseType()) && oldMethod == newMethod {
		return
	}
	oldText := joinText(" of ", plain(oldMethod.String()), c.oldType(o.BaseType()))
	newText := joinText(" of ", plain(newMethod.String()), c.newType(n.BaseType()))
	c.report(change.BaseTypeReparented, at(o), at(n), oldText, newText)
}

// sameRef reports whether two references are to one type by name, or both to
// anonymous ones.
func (c *comparer) sameRef(o, n xsd.Type) bool {
	oldGlobal, newGlobal := c.old.Schema.IsGlobal(o), c.new.Schema.IsGlobal(n)
	if !oldGlobal || !newGlobal {
		return oldGlobal == newGlobal
	}
	return c.names.TypeName(o.TypeName()) == n.TypeName()
}

// slot is where a type is used: an element, an attribute, a list's item.
type slot struct {
	old, new change.Anchor
	step     string
}

// typeUse compares the types that an element or attribute has in both
// versions.
func (c *comparer) typeUse(s slot, o, n xsd.Type) {
	oldGlobal, newGlobal := c.old.Schema.IsGlobal(o), c.new.Schema.IsGlobal(n)
	os, oldSimple := o.(*xsd.SimpleType)
	ns, newSimple := n.(*xsd.SimpleType)
	switch {
	case oldGlobal && newGlobal && c.names.TypeName(o.TypeName()) == n.TypeName():
	case !oldGlobal && !newGlobal:
		c.pair(o, n)
	case oldSimple && newSimple:
		c.simpleUse(s, os, ns)
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
func (c *comparer) mixed(s slot, o, n xsd.Type) {
	oldText, oldUses := inclusion.TextContent(o)
	newText, newUses := inclusion.TextContent(n)
	if oldText == nil || newText == nil {
		c.reportAt(c.stepped(s.step), change.ContentKindChanged, s.old, s.new, plain(contentWord(o)), plain(contentWord(n)))
		return
	}
	c.simpleUse(s, oldText, newText)
	c.within(c.stepped(s.step), func() {
		c.attributes(oldUses, newUses)
		c.attributeWildcard(oldUses, newUses)
	})
}

func contentWord(t xsd.Type) string {
	if ct, ok := t.(*xsd.ComplexType); ok {
		return ct.Content.Kind.String()
	}
	return "simple"
}

// bracketed compares a complex type with a name and one without.
func (c *comparer) bracketed(s slot, o, n xsd.Type) {
	id := change.TypeExtracted
	if c.old.Schema.IsGlobal(o) {
		id = change.TypeInlined
		c.claimed[o] = true
	} else {
		c.claimed[n] = true
	}
	f := c.reportAt(c.stepped(s.step), id, s.old, s.new, c.oldType(o), c.newType(n))
	f.also = append(f.also, o, n)
	c.pair(o, n)
}

// replaced compares two named types of which one has taken the place of the
// other in a slot. What differs between types that have much in common is told
// as if it had been edited in place.
func (c *comparer) replaced(s slot, o, n *xsd.ComplexType) {
	pair := typePair{o, n}
	if o == xsd.AnyType || n == xsd.AnyType || c.replacing[pair] || !alike(o, n, c.names) || c.forward(o, n) == inclusion.Holds && c.backward(o, n) == inclusion.Holds {
		c.retyped(s, o, n)
		return
	}
	c.replacing[pair] = true
	defer delete(c.replacing, pair)
	before := c.reports
	c.within(c.stepped(s.step), func() {
		c.abstractType(o, n)
		c.content(o, n)
		c.attributes(o, n)
		c.attributeWildcard(o, n)
	})
	if c.reports == before {
		c.retyped(s, o, n)
		return
	}
	c.reportAt(c.stepped(s.step), change.TypeReplaced, s.old, s.new, c.oldType(o), c.newType(n))
}

// retyped reports that another named type is used, judged by inclusion.
func (c *comparer) retyped(s slot, o, n xsd.Type) *finding {
	forward, back := c.forward(o, n), c.backward(o, n)
	id := change.TypeIncompatible
	switch {
	case forward == inclusion.Holds && back == inclusion.Holds:
		id = change.TypeEquivalent
	case forward == inclusion.Holds && back == inclusion.Fails:
		id = change.TypeWidened
	case forward == inclusion.Fails && back == inclusion.Holds:
		id = change.TypeNarrowed
	}
	f := c.reportAt(c.stepped(s.step), id, s.old, s.new, c.oldType(o), c.newType(n))
	if id == change.TypeIncompatible {
		f.unproven(forward, back)
	}
	switch {
	case id == change.TypeWidened && bothText(o, n):
		f.severity.Response = change.Info
	case id == change.TypeWidened && !bothSimple(o, n):
		f.severity.Response, f.reason = change.Risk, change.DataLoss
	}
	return f
}

// unproven lowers breaks that no failed inclusion backs to risks.
func (f *finding) unproven(forward, back inclusion.Verdict) {
	if forward != inclusion.Fails && f.severity.Request == change.Break {
		f.severity.Request, f.reason = change.Risk, change.Unproven
	}
	if back != inclusion.Fails {
		f.severity.Response = min(f.severity.Response, change.Risk)
		if f.severity.Strict == change.Break {
			f.severity.Strict, f.reason = change.Risk, change.Unproven
		}
	}
}

func bothSimple(o, n xsd.Type) bool {
	_, oldSimple := o.(*xsd.SimpleType)
	_, newSimple := n.(*xsd.SimpleType)
	return oldSimple && newSimple
}

// bothText reports whether both types are read as text, so that a reader can
// hold any value of either.
func bothText(o, n xsd.Type) bool {
	return isText(o) && isText(n)
}

func isText(t xsd.Type) bool {
	s, ok := t.(*xsd.SimpleType)
	if !ok || s.Datatype.Primitive() == nil {
		return false
	}
	switch s.Datatype.Primitive().Name() {
	case "string", "anyURI":
		return true
	}
	return false
}
