package diff

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// content compares what may stand in two complex types, inherited parts
// included.
func (c *comparer) content(o, n *xsd.ComplexType) {
	oldSimple, newSimple := o.Content.Kind == xsd.SimpleContent, n.Content.Kind == xsd.SimpleContent
	switch {
	case oldSimple && newSimple:
		c.typeUse(slot{old: at(o), new: at(n)}, o.Content.Simple, n.Content.Simple)
		return
	case oldSimple != newSimple:
		c.report(change.ContentKindChanged, at(o), at(n), plain(o.Content.Kind.String()), plain(n.Content.Kind.String()))
		return
	}
	oldMixed, newMixed := o.Content.Kind == xsd.MixedContent, n.Content.Kind == xsd.MixedContent
	switch {
	case newMixed && !oldMixed:
		c.report(change.MixedAdded, at(o), at(n), plain(o.Content.Kind.String()), plain("mixed"))
	case oldMixed && !newMixed:
		c.report(change.MixedRemoved, at(o), at(n), plain("mixed"), plain(n.Content.Kind.String()))
	}
	if !c.emptied(o, n) {
		c.particles(o, n)
	}
}

// particles compares two content models. What both have from one base is
// compared as the base's, so that its changes are told once.
func (c *comparer) particles(o, n *xsd.ComplexType) {
	l := c.lineage(o, n)
	if !l.split {
		c.models(o, n, o.Content.Particle, n.Content.Particle)
		return
	}
	c.particles(l.oldBase, l.newBase)
	if !l.same {
		c.models(o, n, o.Own, n.Own)
	}
}

// lineage says how two types come from their bases: split where both extend
// types that stand for each other and no element has moved between a base and
// what extends it, and same where what they add is.
type lineage struct {
	oldBase, newBase *xsd.ComplexType
	split, same      bool
}

// lineage looks once at each pair: in a chain of derivation all that come
// after ask for those before.
func (c *comparer) lineage(o, n *xsd.ComplexType) lineage {
	key := typePair{o, n}
	l, known := c.lineages[key]
	if !known {
		l.oldBase, l.newBase, l.split = c.extended(o, n)
		l.same = l.split && particleSum(c.old.Schema, c.names, o.Own) == particleSum(c.new.Schema, nil, n.Own)
		c.lineages[key] = l
	}
	return l
}

// particleSum hashes all that a content model is.
func particleSum(s *xsd.Schema, names *inclusion.Names, p *xsd.Particle) sum {
	w := &canon{schema: s, names: names, whole: true}
	w.particle(p)
	return w.sum()
}

// extended returns the bases of two types that extend types which stand for
// each other, unless an element has moved between a base and what extends it.
func (c *comparer) extended(o, n *xsd.ComplexType) (oldBase, newBase *xsd.ComplexType, ok bool) {
	if o.Method != xsd.Extension || n.Method != xsd.Extension || !c.sameRef(o.Base, n.Base) {
		return nil, nil, false
	}
	oldBase, _ = o.Base.(*xsd.ComplexType)
	newBase, _ = n.Base.(*xsd.ComplexType)
	if oldBase == nil || newBase == nil || oldBase == xsd.AnyType || newBase == xsd.AnyType {
		return nil, nil, false
	}
	oldOwn, newOwn := elementTypes(o, c.names), elementTypes(n, nil)
	return oldBase, newBase, !declares(oldBase, c.names, newOwn) && !declares(newBase, nil, oldOwn)
}

// declares reports whether the content of a type has an element of those names.
func declares(t *xsd.ComplexType, names *inclusion.Names, own map[xsd.QName]xsd.Type) bool {
	return slices.ContainsFunc(inclusion.Leaves(t.Content.Particle), func(p *xsd.Particle) bool {
		e, ok := p.Term.(*xsd.ElementDecl)
		return ok && own[names.Name(e.Name)] != nil
	})
}

// models compares two content models of types, or parts of them.
func (c *comparer) models(o, n *xsd.ComplexType, oldModel, newModel *xsd.Particle) {
	a, b := content.Tree(oldModel), content.Tree(newModel)
	m := &matcher{comparer: c}
	if shapeSum(c.old.Schema, c.names, oldModel) != shapeSum(c.new.Schema, nil, newModel) {
		m.rearranged(o, n, a, b)
	} else {
		m.group(a, b)
	}
	for _, p := range m.pairs {
		if !p.old.Elem.Global || !p.new.Elem.Global { // global ones are compared by themselves
			c.declaration(p.step, p.old.Elem, p.new.Elem)
		}
	}
}

// rearranged compares content models that are written differently.
func (m *matcher) rearranged(o, n *xsd.ComplexType, a, b *content.Node) {
	if sameProcessing(a, b) { // else words are not all that counts
		m.onward, m.back = m.forwardContent(a, b), m.backwardContent(a, b)
	}
	if m.onward == inclusion.Holds && m.back == inclusion.Holds {
		if !m.derivedAnew(o, n, a, b) {
			m.equivalent(o, n, a, b)
		}
		m.byName(a, b)
		return
	}
	m.group(a, b)
	if m.irregular || m.contradicted() {
		m.unexplained(o, n, a, b)
		m.pairs = nil
		m.byName(a, b)
		return
	}
	m.report()
}

// shapeSum hashes how the elements of a content model are arranged.
func shapeSum(s *xsd.Schema, names *inclusion.Names, p *xsd.Particle) sum {
	w := &canon{schema: s, names: names, shape: true}
	w.particle(p)
	return w.sum()
}

// derivedAnew reports whether two content models differ only in what of them a
// base has, which is said of the base.
func (m *matcher) derivedAnew(o, n *xsd.ComplexType, a, b *content.Node) bool {
	return nodeText(a).show == nodeText(b).show && !(m.sameRef(o.Base, n.Base) && o.Method == n.Method)
}

// sameProcessing reports whether all wildcards of two content models check what
// they take alike.
func sameProcessing(a, b *content.Node) bool {
	all := append(inclusion.Wildcards(a), inclusion.Wildcards(b)...)
	return !slices.ContainsFunc(all, func(w *xsd.Wildcard) bool { return w.Process != all[0].Process })
}

// equivalent reports content models that accept the same.
func (m *matcher) equivalent(o, n *xsd.ComplexType, a, b *content.Node) {
	f := m.comparer.report(change.ContentModelEquivalent, contentAnchor(o), contentAnchor(n), nodeText(a), nodeText(b))
	if repeatsGroup(a) != repeatsGroup(b) {
		f.severity.Go = change.GoMajor
	}
}

// contentAnchor points at the whole content model of a type.
func contentAnchor(t *xsd.ComplexType) change.Anchor {
	if p := t.Content.Particle; p != nil {
		return change.Anchor{At: p, Pos: p.Pos}
	}
	return at(t)
}

// repeatsGroup reports whether a group of several elements repeats.
func repeatsGroup(n *content.Node) bool {
	if n.IsGroup() && len(n.Kids) > 1 && n.Max != 1 {
		return true
	}
	for _, k := range n.Kids {
		if repeatsGroup(k) {
			return true
		}
	}
	return false
}

// unexplained reports content models whose difference no finer rule describes
// rightly.
func (m *matcher) unexplained(o, n *xsd.ComplexType, a, b *content.Node) {
	id := change.ContentModelIncomparable
	switch {
	case m.onward == inclusion.Holds && m.back == inclusion.Fails:
		id = change.ContentModelWidened
	case m.onward == inclusion.Fails && m.back == inclusion.Holds:
		id = change.ContentModelNarrowed
	}
	f := m.comparer.report(id, contentAnchor(o), contentAnchor(n), nodeText(a), nodeText(b))
	if id == change.ContentModelIncomparable {
		f.unproven(m.onward, m.back)
	}
}

// declaration compares two element declarations.
func (c *comparer) declaration(step string, o, n *xsd.ElementDecl) {
	h := c.stepped(step)
	if o.Nillable != n.Nillable {
		id, words := change.NillableAdded, [2]string{"not nillable", "nillable"}
		if o.Nillable {
			id, words = change.NillableRemoved, [2]string{"nillable", "not nillable"}
		}
		c.reportAt(h, id, at(o), at(n), plain(words[0]), plain(words[1]))
	}
	c.limits(at(o), at(n), step, o.Block, n.Block, o.Final, n.Final)
	c.values(step, at(o), at(n), o.Value, n.Value)
	c.identity(h, o, n)
	c.typeUse(slot{at(o), at(n), step}, o.Type, n.Type)
}

// identity compares the identity constraints of an element.
func (c *comparer) identity(h change.Holder, o, n *xsd.ElementDecl) {
	known := map[string]bool{}
	for _, ic := range n.IdentityConstraints {
		known[inclusion.IdentityKey(ic, nil)] = true
	}
	for _, ic := range o.IdentityConstraints {
		if key := inclusion.IdentityKey(ic, c.names); !known[key] {
			c.reportAt(h, change.IdentityConstraintRemoved, at(ic), change.Anchor{}, identityText(ic, key), nil)
		} else {
			delete(known, key)
		}
	}
	for _, ic := range n.IdentityConstraints {
		if key := inclusion.IdentityKey(ic, nil); known[key] {
			c.reportAt(h, change.IdentityConstraintAdded, change.Anchor{}, at(ic), nil, identityText(ic, key))
		}
	}
}

func identityText(ic *xsd.IdentityConstraint, key string) *text {
	show := ic.Category.String() + " " + ic.Name.Local + " " + ic.Selector.Text
	for _, f := range ic.Fields {
		show += " " + f.Text
	}
	return &text{show: show, key: key}
}
