package diff

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// types compares the global types that both sides have.
func (c *comparer) types() {
	for _, o := range c.old.Schema.Types() {
		n := c.new.Schema.Type(c.names.typeName(o.TypeName()))
		if n == nil {
			continue
		}
		c.paired[o] = n
		if c.renamed(o) && !c.claimed[o] {
			c.typeRenamed(o, n)
		}
		c.pair(o, n)
	}
}

func (c *comparer) typeRenamed(o, n xsd.Type) {
	f := c.reportAt(holder{old: o, new: n}, "type-renamed", at(o), at(n), c.oldType(o), c.newType(n))
	if c.shown(c.old, o) || c.shown(c.new, n) {
		f.severity = sev("BBB", GoMajor)
	}
	c.claim(o, n)
}

// typesComeAndGo reports the types that one side alone has, unless another
// finding tells of it.
func (c *comparer) typesComeAndGo() {
	lost, found := c.unmatched()
	for _, t := range lost {
		if c.claimed[t] {
			continue
		}
		id := "type-removed"
		if c.substitutes(c.old, t) {
			id = "derived-type-removed"
		}
		c.reportAt(holder{old: t}, id, at(t), anchor{}, c.kindOf(t, c.oldType), nil)
	}
	for _, t := range found {
		if c.claimed[t] {
			continue
		}
		id := "type-added"
		if c.substitutes(c.new, t) {
			id = "derived-type-added"
		}
		c.reportAt(holder{new: t}, id, anchor{}, at(t), nil, c.kindOf(t, c.newType))
	}
}

// kindOf says of a type what it is and what it comes from.
func (c *comparer) kindOf(t xsd.Type, name func(xsd.Type) *text) *text {
	return joinText(" ", plain(t.DerivedBy().String()+" of"), name(t.BaseType()))
}

// substitutes reports whether xsi:type can put t in the place of another type:
// a base of it, other than a built-in one, is the type of an element.
func (c *comparer) substitutes(s *Side, t xsd.Type) bool {
	used := c.elementUses(s)
	return anyBase(t, func(b xsd.Type) bool { return used[b] })
}

// shown reports whether documents name t in xsi:type: a base of it is an
// abstract type of an element, or the body of all messages.
func (c *comparer) shown(s *Side, t xsd.Type) bool {
	used := c.elementUses(s)
	return anyBase(t, func(b xsd.Type) bool {
		ct, ok := b.(*xsd.ComplexType)
		return ok && used[b] && (ct.Abstract || s.Profile.Envelope().Holds(ct))
	})
}

func anyBase(t xsd.Type, is func(xsd.Type) bool) bool {
	for b := t.BaseType(); b != nil && b != t && b.TypeName().Space != xsd.Namespace; t, b = b, b.BaseType() {
		if is(b) {
			return true
		}
	}
	return false
}

// elementUses returns the types that elements of a side declare.
func (c *comparer) elementUses(s *Side) map[xsd.Type]bool {
	if c.uses[s] == nil {
		u := uses{schema: s.Schema, of: map[xsd.Type]bool{}}
		for _, t := range s.Schema.Types() {
			u.within(t)
		}
		for _, e := range s.Schema.Elements() {
			u.declared(e)
		}
		c.uses[s] = u.of
	}
	return c.uses[s]
}

// uses collects the types of element declarations.
type uses struct {
	schema *xsd.Schema
	of     map[xsd.Type]bool
}

func (u uses) declared(e *xsd.ElementDecl) {
	if u.of[e.Type] {
		return
	}
	u.of[e.Type] = true
	if !isGlobal(u.schema, e.Type) {
		u.within(e.Type)
	}
}

// within visits the elements that a type itself declares.
func (u uses) within(t xsd.Type) {
	if ct, ok := t.(*xsd.ComplexType); ok {
		contentTree(ct.Own).elements(func(k *node) {
			if !k.elem.Global {
				u.declared(k.elem)
			}
		})
	}
}

// elements compares the global elements.
func (c *comparer) elements() {
	for _, o := range c.old.Schema.Elements() {
		if n := c.new.Schema.Element(c.names.name(o.Name)); n != nil {
			c.claimed[n] = true
			c.within(holder{old: o, new: n}, func() { c.globalElement(o, n) })
		}
	}
	c.substitutions()
	for _, o := range c.old.Schema.Elements() {
		if !c.claimed[o] && c.new.Schema.Element(c.names.name(o.Name)) == nil {
			c.root("root-element-removed", c.old, o, at(o), anchor{}, c.oldType(o.Type), nil)
		}
	}
	for _, n := range c.new.Schema.Elements() {
		if !c.claimed[n] {
			c.root("root-element-added", c.new, n, anchor{}, at(n), nil, c.newType(n.Type))
		}
	}
}

// root reports a global element of one side. Where it is said what documents
// start with, none starts with another element.
func (c *comparer) root(id string, s *Side, e *xsd.ElementDecl, o, n anchor, oldText, newText *text) {
	f := c.reportAt(holder{}, id, o, n, oldText, newText)
	f.operations = []Reach{}
	if !s.startsDocuments(e) {
		f.severity.Request, f.severity.Response, f.severity.Strict = Info, Info, Info
		return
	}
	for _, d := range []Direction{Request, Response} {
		f.operations = append(f.operations, Reach{Operation: s.rootName(e), Direction: d, Count: 1})
	}
}

// rootName returns the name under which an element that starts documents is
// listed as an operation.
func (s *Side) rootName(e *xsd.ElementDecl) string {
	if s.enveloped() {
		return AllOperations
	}
	return e.Name.Local
}

func (c *comparer) globalElement(o, n *xsd.ElementDecl) {
	switch {
	case n.Abstract && !o.Abstract:
		c.report("element-became-abstract", at(o), at(n), plain("concrete"), plain("abstract"))
	case o.Abstract && !n.Abstract:
		c.report("element-became-concrete", at(o), at(n), plain("abstract"), plain("concrete"))
	}
	if o.Name == c.old.Profile.Envelope().Root && c.otherType(o.Type, n.Type) {
		c.envelope(o, n)
		return
	}
	c.declaration("", o, n)
}

// otherType reports whether both are global types, of different names.
func (c *comparer) otherType(o, n xsd.Type) bool {
	return isGlobal(c.old.Schema, o) && isGlobal(c.new.Schema, n) && !c.sameRef(o, n)
}

// envelope reports that messages are of another type, and compares the two.
func (c *comparer) envelope(o, n *xsd.ElementDecl) {
	f := c.report("envelope-changed", at(o), at(n), c.oldType(o.Type), c.newType(n.Type))
	f.judgeDirection(Request, c.forward(o.Type, n.Type))
	f.judgeDirection(Response, c.backward(o.Type, n.Type))
	f.also = []any{o.Type, n.Type}
	c.claim(f.also...)
	c.pair(o.Type, n.Type)
}

// substitutions compares who may stand for the head of a substitution group.
func (c *comparer) substitutions() {
	for _, head := range c.old.Schema.Elements() {
		to := c.new.Schema.Element(c.names.name(head.Name))
		if to == nil {
			continue
		}
		h := holder{old: head, new: to}
		before, after := members(head, c.old.Schema), members(to, c.new.Schema)
		for _, m := range before {
			if !slices.ContainsFunc(after, func(k *xsd.ElementDecl) bool { return k.Name == c.names.name(m.Name) }) {
				c.claimed[m] = true
				c.reportAt(h, "substitution-member-removed", at(m), anchor{}, nameText(c.old.Schema, head.Name), nil)
			}
		}
		for _, m := range after {
			if !slices.ContainsFunc(before, func(k *xsd.ElementDecl) bool { return c.names.name(k.Name) == m.Name }) {
				c.claimed[m] = true
				c.reportAt(h, "substitution-member-added", anchor{}, at(m), nil, nameText(c.new.Schema, to.Name))
			}
		}
	}
}

// members returns the elements that stand for a head other than itself.
func members(head *xsd.ElementDecl, s *xsd.Schema) []*xsd.ElementDecl {
	return slices.DeleteFunc(s.Substitutes(head), func(e *xsd.ElementDecl) bool { return e == head })
}
