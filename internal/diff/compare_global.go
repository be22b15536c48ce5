package diff

import (
	"maps"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// globalComparer compares the global components that stand for each other, and
// reports the others.
type globalComparer struct {
	v      *versions
	found  *findings
	claims *claims
	// pair, use and declaration compare what two components are.
	pair        func(o, n xsd.Type)
	use         typeUse
	declaration func(in scope, o, n *xsd.ElementDecl)
	// slots are the types that elements of each version declare.
	slots pair[func() map[xsd.Type]bool]
}

// types compares the global types that both sides have.
func (c *globalComparer) types(m matched[xsd.Type]) {
	for _, t := range m.both {
		if c.v.renamed(t.old) && !c.claims.taken[t.old] {
			c.typeRenamed(t.old, t.new)
		}
		c.pair(t.old, t.new)
	}
}

func (c *globalComparer) typeRenamed(o, n xsd.Type) {
	f := c.found.in(change.Holder{Old: o, New: n}).report(change.TypeRenamed, at(o), at(n), c.v.oldType(o), c.v.newType(n))
	if shown(o, c.slots.old(), c.v.old.Profile) || shown(n, c.slots.new(), c.v.new.Profile) {
		f.severity = levels(change.Break, change.Break, change.Break, change.GoMajor)
	}
	c.claims.take(o, n)
}

// typesComeAndGo reports the types that one side alone has, unless another
// finding tells of it.
func (c *globalComparer) typesComeAndGo(m matched[xsd.Type]) {
	for _, t := range m.gone {
		if c.claims.taken[t] {
			continue
		}
		base, shown := slotFor(t, c.slots.old(), c.v.old.Profile)
		if base == nil {
			c.found.in(change.Holder{Old: t}).report(change.TypeRemoved, at(t), change.Anchor{}, derivationText(c.v.old.Schema, t), nil)
			continue
		}
		in := c.found.in(change.Holder{Old: base, New: c.v.new.Schema.Type(c.v.names.TypeName(base.TypeName()))})
		in.report(change.DerivedTypeRemoved, at(t), change.Anchor{}, derivationText(c.v.old.Schema, t), nil).unnamed = !shown
	}
	for _, t := range m.come {
		if c.claims.taken[t] {
			continue
		}
		base, shown := slotFor(t, c.slots.new(), c.v.new.Profile)
		if base == nil {
			c.found.in(change.Holder{New: t}).report(change.TypeAdded, change.Anchor{}, at(t), nil, derivationText(c.v.new.Schema, t))
			continue
		}
		in := c.found.in(change.Holder{Old: c.v.old.Schema.Type(c.v.names.Back(base.TypeName())), New: base})
		in.report(change.DerivedTypeAdded, change.Anchor{}, at(t), nil, derivationText(c.v.new.Schema, t)).unnamed = !shown
	}
}

// derivationText says of a type what it is and what it comes from.
func derivationText(s *xsd.Schema, t xsd.Type) *text {
	return joinText(" ", plain(t.DerivedBy().String()+" of"), typeText(s, t.BaseType()))
}

// elements compares the global elements.
func (c *globalComparer) elements(m matched[*xsd.ElementDecl]) {
	for _, e := range m.both {
		c.element(c.found.in(change.Holder{Old: e.old, New: e.new}), e.old, e.new)
	}
	for _, e := range m.both {
		c.substitutions(c.found.in(change.Holder{Old: e.old, New: e.new}), e.old, e.new)
	}
	for _, o := range m.gone {
		if !c.claims.taken[o] {
			c.root(change.RootElementRemoved, c.v.old, o, at(o), change.Anchor{}, c.v.oldType(o.Type), nil)
		}
	}
	for _, n := range m.come {
		if !c.claims.taken[n] {
			c.root(change.RootElementAdded, c.v.new, n, change.Anchor{}, at(n), nil, c.v.newType(n.Type))
		}
	}
}

// root reports a global element of one side. Where it is said what documents
// start with, none starts with another element.
func (c *globalComparer) root(id change.ID, s *Side, e *xsd.ElementDecl, o, n change.Anchor, oldText, newText *text) {
	f := c.found.in(change.Holder{}).report(id, o, n, oldText, newText)
	f.operations = []change.Reach{}
	if !s.StartsDocuments(e) {
		f.severity.Request, f.severity.Response, f.severity.Strict = change.Info, change.Info, change.Info
		return
	}
	for _, d := range []change.Direction{change.Request, change.Response} {
		f.operations = append(f.operations, change.Reach{Operation: s.RootName(e), Direction: d, Count: 1})
	}
}

func (c *globalComparer) element(in scope, o, n *xsd.ElementDecl) {
	switch {
	case n.Abstract && !o.Abstract:
		in.report(change.ElementBecameAbstract, at(o), at(n), plain("concrete"), plain("abstract"))
	case o.Abstract && !n.Abstract:
		in.report(change.ElementBecameConcrete, at(o), at(n), plain("abstract"), plain("concrete"))
	}
	if o.Name == c.v.old.Profile.Envelope().Root && c.otherType(o.Type, n.Type) {
		c.envelope(in, o, n)
		return
	}
	c.declaration(in, o, n)
}

// otherType reports whether both are global types, of different names.
func (c *globalComparer) otherType(o, n xsd.Type) bool {
	oldGlobal, newGlobal := c.v.global(o, n)
	return oldGlobal && newGlobal && !c.v.sameName(o, n)
}

// envelope reports that messages are of another type, and compares the two.
func (c *globalComparer) envelope(in scope, o, n *xsd.ElementDecl) {
	f := in.report(change.EnvelopeChanged, at(o), at(n), c.v.oldType(o.Type), c.v.newType(n.Type))
	f.judgeDirection(change.Request, c.v.forward(o.Type, n.Type))
	f.judgeDirection(change.Response, c.v.backward(o.Type, n.Type))
	f.also = []any{o.Type, n.Type}
	c.claims.take(f.also...)
	c.pair(o.Type, n.Type)
}

// substitutions compares who may stand for the head of a substitution group.
func (c *globalComparer) substitutions(in scope, o, n *xsd.ElementDecl) {
	before, after := inclusion.Members(o, c.v.old.Schema), inclusion.Members(n, c.v.new.Schema)
	was, is := map[xsd.QName]bool{}, map[xsd.QName]bool{}
	for _, m := range before {
		was[c.v.names.Name(m.Name)] = true
	}
	for _, m := range after {
		is[m.Name] = true
	}
	for _, m := range before {
		if !is[c.v.names.Name(m.Name)] {
			c.claims.take(m)
			in.report(change.SubstitutionMemberRemoved, at(m), change.Anchor{}, nameText(c.v.old.Schema, o.Name), nil)
		}
	}
	for _, m := range after {
		if !was[m.Name] {
			c.claims.take(m)
			in.report(change.SubstitutionMemberAdded, change.Anchor{}, at(m), nil, nameText(c.v.new.Schema, n.Name))
		}
	}
}

// attributes compares the global attributes.
func (c *globalComparer) attributes(m matched[*xsd.AttributeDecl]) {
	for _, a := range m.both {
		in := c.found.in(change.Holder{Old: a.old, New: a.new})
		constraint(in, at(a.old), at(a.new), a.old.Value, a.new.Value)
		c.use(slot{in, at(a.old), at(a.new)}, a.old.Type, a.new.Type)
	}
	for _, o := range m.gone {
		c.found.in(change.Holder{Old: o}).report(change.GlobalAttributeRemoved, at(o), change.Anchor{}, c.v.oldType(o.Type), nil)
	}
	for _, n := range m.come {
		c.found.in(change.Holder{New: n}).report(change.GlobalAttributeAdded, change.Anchor{}, at(n), nil, c.v.newType(n.Type))
	}
}

// spaces reports the namespaces that have another name.
func (c *globalComparer) spaces(m *matching) {
	for _, from := range slices.Sorted(maps.Keys(c.v.names.Spaces)) {
		to := c.v.names.Spaces[from]
		f := c.found.in(change.Holder{}).report(change.NamespaceChanged, spaceAnchor(c.v.old.Schema, from), spaceAnchor(c.v.new.Schema, to), plain(from), plain(to))
		f.component = &change.Component{Kind: change.KindSchema, Name: xsd.QName{Space: to}, Label: to}
		f.holders = nil
		for _, t := range m.types.both {
			if t.old.TypeName().Space == from {
				f.holders = append(f.holders, change.Holder{Old: t.old, New: t.new})
			}
		}
		for _, e := range m.elements.both {
			if e.old.Name.Space == from {
				f.holders = append(f.holders, change.Holder{Old: e.old, New: e.new})
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
