package diff

import (
	"maps"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// types compares the global types that both sides have.
func (c *comparer) types() {
	for _, o := range c.old.Schema.Types() {
		n := c.new.Schema.Type(c.names.TypeName(o.TypeName()))
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
	f := c.reportAt(change.Holder{Old: o, New: n}, change.TypeRenamed, at(o), at(n), c.oldType(o), c.newType(n))
	if c.shown(c.old, o) || c.shown(c.new, n) {
		f.severity = levels(change.Break, change.Break, change.Break, change.GoMajor)
	}
	c.claim(o, n)
}

// typesComeAndGo reports the types that one side alone has, unless another
// finding tells of it.
func (c *comparer) typesComeAndGo() {
	lost, found := unmatched(c.old, c.new, c.names)
	for _, t := range lost {
		if c.claimed[t] {
			continue
		}
		id := change.TypeRemoved
		if c.substitutes(c.old, t) {
			id = change.DerivedTypeRemoved
		}
		c.reportAt(change.Holder{Old: t}, id, at(t), change.Anchor{}, c.kindOf(t, c.oldType), nil)
	}
	for _, t := range found {
		if c.claimed[t] {
			continue
		}
		id := change.TypeAdded
		if c.substitutes(c.new, t) {
			id = change.DerivedTypeAdded
		}
		c.reportAt(change.Holder{New: t}, id, change.Anchor{}, at(t), nil, c.kindOf(t, c.newType))
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
	if !u.schema.IsGlobal(e.Type) {
		u.within(e.Type)
	}
}

// within visits the elements that a type itself declares.
func (u uses) within(t xsd.Type) {
	if ct, ok := t.(*xsd.ComplexType); ok {
		content.Tree(ct.Own).Elements(func(k *content.Node) {
			if !k.Elem.Global {
				u.declared(k.Elem)
			}
		})
	}
}

// elements compares the global elements.
func (c *comparer) elements() {
	for _, o := range c.old.Schema.Elements() {
		if n := c.new.Schema.Element(c.names.Name(o.Name)); n != nil {
			c.claimed[n] = true
			c.within(change.Holder{Old: o, New: n}, func() { c.globalElement(o, n) })
		}
	}
	c.substitutions()
	for _, o := range c.old.Schema.Elements() {
		if !c.claimed[o] && c.new.Schema.Element(c.names.Name(o.Name)) == nil {
			c.root(change.RootElementRemoved, c.old, o, at(o), change.Anchor{}, c.oldType(o.Type), nil)
		}
	}
	for _, n := range c.new.Schema.Elements() {
		if !c.claimed[n] {
			c.root(change.RootElementAdded, c.new, n, change.Anchor{}, at(n), nil, c.newType(n.Type))
		}
	}
}

// root reports a global element of one side. Where it is said what documents
// start with, none starts with another element.
func (c *comparer) root(id change.ID, s *Side, e *xsd.ElementDecl, o, n change.Anchor, oldText, newText *text) {
	f := c.reportAt(change.Holder{}, id, o, n, oldText, newText)
	f.operations = []change.Reach{}
	if !s.StartsDocuments(e) {
		f.severity.Request, f.severity.Response, f.severity.Strict = change.Info, change.Info, change.Info
		return
	}
	for _, d := range []change.Direction{change.Request, change.Response} {
		f.operations = append(f.operations, change.Reach{Operation: s.RootName(e), Direction: d, Count: 1})
	}
}

func (c *comparer) globalElement(o, n *xsd.ElementDecl) {
	switch {
	case n.Abstract && !o.Abstract:
		c.report(change.ElementBecameAbstract, at(o), at(n), plain("concrete"), plain("abstract"))
	case o.Abstract && !n.Abstract:
		c.report(change.ElementBecameConcrete, at(o), at(n), plain("abstract"), plain("concrete"))
	}
	if o.Name == c.old.Profile.Envelope().Root && c.otherType(o.Type, n.Type) {
		c.envelope(o, n)
		return
	}
	c.declaration("", o, n)
}

// otherType reports whether both are global types, of different names.
func (c *comparer) otherType(o, n xsd.Type) bool {
	return c.old.Schema.IsGlobal(o) && c.new.Schema.IsGlobal(n) && !c.sameRef(o, n)
}

// envelope reports that messages are of another type, and compares the two.
func (c *comparer) envelope(o, n *xsd.ElementDecl) {
	f := c.report(change.EnvelopeChanged, at(o), at(n), c.oldType(o.Type), c.newType(n.Type))
	f.judgeDirection(change.Request, c.forward(o.Type, n.Type))
	f.judgeDirection(change.Response, c.backward(o.Type, n.Type))
	f.also = []any{o.Type, n.Type}
	c.claim(f.also...)
	c.pair(o.Type, n.Type)
}

// substitutions compares who may stand for the head of a substitution group.
func (c *comparer) substitutions() {
	for _, head := range c.old.Schema.Elements() {
		to := c.new.Schema.Element(c.names.Name(head.Name))
		if to == nil {
			continue
		}
		h := change.Holder{Old: head, New: to}
		before, after := inclusion.Members(head, c.old.Schema), inclusion.Members(to, c.new.Schema)
		for _, m := range before {
			if !slices.ContainsFunc(after, func(k *xsd.ElementDecl) bool { return k.Name == c.names.Name(m.Name) }) {
				c.claimed[m] = true
				c.reportAt(h, change.SubstitutionMemberRemoved, at(m), change.Anchor{}, nameText(c.old.Schema, head.Name), nil)
			}
		}
		for _, m := range after {
			if !slices.ContainsFunc(before, func(k *xsd.ElementDecl) bool { return c.names.Name(k.Name) == m.Name }) {
				c.claimed[m] = true
				c.reportAt(h, change.SubstitutionMemberAdded, change.Anchor{}, at(m), nil, nameText(c.new.Schema, to.Name))
			}
		}
	}
}

// renamedSpaces reports the namespaces that have another name.
func (c *comparer) renamedSpaces() {
	for _, from := range slices.Sorted(maps.Keys(c.names.Spaces)) {
		to := c.names.Spaces[from]
		f := c.reportAt(change.Holder{}, change.NamespaceChanged, spaceAnchor(c.old.Schema, from), spaceAnchor(c.new.Schema, to), plain(from), plain(to))
		f.component = &change.Component{Kind: change.KindSchema, Name: xsd.QName{Space: to}, Label: to}
		f.holders = nil
		for _, t := range c.old.Schema.Types() {
			if n := c.paired[t]; n != nil && t.TypeName().Space == from {
				f.holders = append(f.holders, change.Holder{Old: t, New: n})
			}
		}
		for _, e := range c.old.Schema.Elements() {
			if n := c.new.Schema.Element(c.names.Name(e.Name)); n != nil && e.Name.Space == from {
				f.holders = append(f.holders, change.Holder{Old: e, New: n})
			}
		}
	}
}

// namespaceAt is what a finding about a namespace points at.
type namespaceAt string

func spaceAnchor(s *xsd.Schema, space string) change.Anchor {
	for _, d := range s.Documents() {
		if d.Namespace == space {
			return change.Anchor{At: namespaceAt(space), Pos: diag.Pos{File: d.File, Line: 1, Col: 1}}
		}
	}
	return change.Anchor{At: namespaceAt(space), Pos: diag.Pos{}}
}
