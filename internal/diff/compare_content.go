package diff

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/likeness"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// contentComparer compares what may stand between the tags of elements.
type contentComparer struct {
	v   *versions
	use typeUse
	// responses are the response types of operations of both versions.
	responses map[typePair]bool
	lineages  map[typePair]lineage
}

// content compares what may stand in two complex types, inherited parts
// included.
func (c *contentComparer) content(in scope, o, n *xsd.ComplexType) {
	oldSimple, newSimple := o.Content.Kind == xsd.SimpleContent, n.Content.Kind == xsd.SimpleContent
	switch {
	case oldSimple && newSimple:
		c.use(slot{in, at(o), at(n)}, o.Content.Simple, n.Content.Simple)
		return
	case oldSimple != newSimple:
		in.report(change.ContentKindChanged, at(o), at(n), plain(o.Content.Kind.String()), plain(n.Content.Kind.String()))
		return
	}
	oldMixed, newMixed := o.Content.Kind == xsd.MixedContent, n.Content.Kind == xsd.MixedContent
	switch {
	case newMixed && !oldMixed:
		in.report(change.MixedAdded, at(o), at(n), plain(o.Content.Kind.String()), plain("mixed"))
	case oldMixed && !newMixed:
		in.report(change.MixedRemoved, at(o), at(n), plain("mixed"), plain(n.Content.Kind.String()))
	}
	if !c.emptied(in, o, n) {
		c.particles(in, o, n)
	}
}

// emptied reports a response that had no content and has some, or the other
// way round, as one finding.
func (c *contentComparer) emptied(in scope, o, n *xsd.ComplexType) bool {
	if !c.responses[typePair{o, n}] {
		return false
	}
	a, b := content.Tree(o.Content.Particle), content.Tree(n.Content.Particle)
	if o.Content.Kind == xsd.SimpleContent || n.Content.Kind == xsd.SimpleContent || (len(a.Kids) == 0) == (len(b.Kids) == 0) {
		return false
	}
	id := change.OperationResponseAdded
	if len(b.Kids) == 0 {
		id = change.OperationResponseRemoved
	}
	in.report(id, contentAnchor(o), contentAnchor(n), nodeText(a), nodeText(b))
	return true
}

// particles compares two content models. What both have from one base is
// compared as the base's, so that its changes are told once.
func (c *contentComparer) particles(in scope, o, n *xsd.ComplexType) {
	l := c.lineage(o, n)
	if !l.split {
		c.models(in, o, n, o.Content.Particle, n.Content.Particle)
		return
	}
	c.particles(in, l.oldBase, l.newBase)
	if !l.same {
		c.models(in, o, n, o.Own, n.Own)
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
func (c *contentComparer) lineage(o, n *xsd.ComplexType) lineage {
	key := typePair{o, n}
	l, known := c.lineages[key]
	if !known {
		l.oldBase, l.newBase, l.split = c.extended(o, n)
		l.same = l.split && c.v.samePart(o.Own, n.Own)
		c.lineages[key] = l
	}
	return l
}

// extended returns the bases of two types that extend types which stand for
// each other, unless an element has moved between a base and what extends it.
func (c *contentComparer) extended(o, n *xsd.ComplexType) (oldBase, newBase *xsd.ComplexType, ok bool) {
	if o.Method != xsd.Extension || n.Method != xsd.Extension || !c.v.sameRef(o.Base, n.Base) {
		return nil, nil, false
	}
	oldBase, _ = o.Base.(*xsd.ComplexType)
	newBase, _ = n.Base.(*xsd.ComplexType)
	if oldBase == nil || newBase == nil || oldBase == xsd.AnyType || newBase == xsd.AnyType {
		return nil, nil, false
	}
	oldOwn, newOwn := likeness.ElementTypes(o, c.v.names), likeness.ElementTypes(n, nil)
	return oldBase, newBase, !declares(oldBase, c.v.names, newOwn) && !declares(newBase, nil, oldOwn)
}

// declares reports whether the content of a type has an element of those names.
func declares(t *xsd.ComplexType, names *inclusion.Names, own map[xsd.QName]xsd.Type) bool {
	return slices.ContainsFunc(inclusion.Leaves(t.Content.Particle), func(p *xsd.Particle) bool {
		e, ok := p.Term.(*xsd.ElementDecl)
		return ok && own[names.Name(e.Name)] != nil
	})
}

// models compares two content models of types, or parts of them.
func (c *contentComparer) models(in scope, o, n *xsd.ComplexType, oldModel, newModel *xsd.Particle) {
	var plan *modelPlan
	if c.v.sameShape(oldModel, newModel) {
		plan = matchModels(c.v, content.Tree(oldModel), content.Tree(newModel))
	} else {
		plan = c.rearranged(in, o, n, oldModel, newModel)
	}
	for _, p := range plan.pairs {
		if !p.old.Elem.Global || !p.new.Elem.Global { // global ones are compared by themselves
			c.declaration(in.belowEach(p.oldStep, p.step), p.old.Elem, p.new.Elem)
		}
	}
}

// rearranged compares content models that are written differently.
func (c *contentComparer) rearranged(in scope, o, n *xsd.ComplexType, oldModel, newModel *xsd.Particle) *modelPlan {
	a, b := content.Tree(oldModel), content.Tree(newModel)
	var h holding
	if sameProcessing(a, b) { // else words are not all that counts
		h = c.v.holding(oldModel, newModel)
	}
	byName := &modelPlan{}
	if h.onward == inclusion.Holds && h.back == inclusion.Holds {
		if !c.derivedAnew(o, n, a, b) {
			equivalentModels(in, o, n, a, b)
		}
		byName.byName(c.v.names, a, b)
		return byName
	}
	plan := matchModels(c.v, a, b)
	if plan.irregular || h.contradict(plan) {
		h.unexplained(in, o, n, a, b)
		byName.byName(c.v.names, a, b)
		return byName
	}
	h.report(in, plan)
	return plan
}

// derivedAnew reports whether two content models differ only in what of them a
// base has, which is said of the base.
func (c *contentComparer) derivedAnew(o, n *xsd.ComplexType, a, b *content.Node) bool {
	return nodeText(a).show == nodeText(b).show && !(c.v.sameRef(o.Base, n.Base) && o.Method == n.Method)
}

// sameProcessing reports whether all wildcards of two content models check what
// they take alike.
func sameProcessing(a, b *content.Node) bool {
	all := append(inclusion.Wildcards(a), inclusion.Wildcards(b)...)
	return !slices.ContainsFunc(all, func(w *xsd.Wildcard) bool { return w.Process != all[0].Process })
}

// equivalent reports content models that accept the same.
func equivalentModels(in scope, o, n *xsd.ComplexType, a, b *content.Node) {
	f := in.report(change.ContentModelEquivalent, contentAnchor(o), contentAnchor(n), nodeText(a), nodeText(b))
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

// declaration compares two element declarations.
func (c *contentComparer) declaration(in scope, o, n *xsd.ElementDecl) {
	if o.Nillable != n.Nillable {
		id, words := change.NillableAdded, pair[string]{"not nillable", "nillable"}
		if o.Nillable {
			id, words = change.NillableRemoved, pair[string]{"nillable", "not nillable"}
		}
		in.report(id, at(o), at(n), plain(words.old), plain(words.new))
	}
	limits(in, at(o), at(n), pair[xsd.DerivationSet]{o.Block, n.Block}, pair[xsd.DerivationSet]{o.Final, n.Final})
	constraint(in, at(o), at(n), o.Value, n.Value)
	identity(c.v.names, in, o, n)
	c.use(slot{in, at(o), at(n)}, o.Type, n.Type)
}
