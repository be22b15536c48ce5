package diff

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// verdict is the outcome of a test whether one language includes another.
type verdict uint8

const (
	unknown verdict = iota // no proof within bounds
	holds
	fails
)

// and returns the verdict on two conditions that must both hold.
func (v verdict) and(w verdict) verdict {
	switch {
	case v == fails || w == fails:
		return fails
	case v == unknown || w == unknown:
		return unknown
	}
	return holds
}

// language is a schema as a language of elements, with its names as the new
// version has them.
type language struct {
	schema *xsd.Schema
	names  *renames
	// body is the type of the slot that operations fill. What stands there is
	// judged by operation.
	body xsd.QName
}

// prover tests whether all that the left types accept is accepted by the right
// ones. A type that an element declares counts as it stands; by xsi:type only
// the types derived from an abstract one count.
//
// Types are pairs on a work list: the first pair that fails in itself refutes
// the whole, as each pair is met on the way to some document. Where no pair
// fails, the inclusion holds, recursion included, since a document is finite.
type prover struct {
	left, right language
	steps       int // left to do
	queue       []typePair
	seen        map[typePair]bool
	doubt       bool
	refuted     bool
}

func (c *comparer) prover(back bool) *prover {
	p := &prover{
		left: c.old.language(c.names), right: c.new.language(nil),
		steps: c.options.Steps, seen: map[typePair]bool{},
	}
	if back {
		p.left, p.right = p.right, p.left
	}
	return p
}

func (s *Side) language(names *renames) language {
	return language{schema: s.Schema, names: names, body: s.Profile.Envelope().Body}
}

// forward tests whether the new type accepts all that the old one does.
func (c *comparer) forward(o, n xsd.Type) verdict { return c.prover(false).types(o, n) }

// backward tests whether the old type accepts all that the new one does.
func (c *comparer) backward(o, n xsd.Type) verdict { return c.prover(true).types(n, o) }

// forwardContent and backwardContent do the same for content models, as far as
// names of elements go.
func (c *comparer) forwardContent(o, n *node) verdict { return c.prover(false).words(o, n) }

func (c *comparer) backwardContent(o, n *node) verdict { return c.prover(true).words(n, o) }

// types tests a pair and all that it leads to.
func (p *prover) types(l, r xsd.Type) verdict {
	p.push(l, r)
	return p.run()
}

// run tests the pairs on the list and those that they lead to.
func (p *prover) run() verdict {
	if p.refuted {
		return fails
	}
	for len(p.queue) > 0 {
		next := p.queue[0]
		p.queue = p.queue[1:]
		switch p.pair(next.old, next.new) {
		case fails:
			return fails
		case unknown:
			p.doubt = true
		}
		if p.refuted {
			return fails
		}
	}
	if p.doubt {
		return unknown
	}
	return holds
}

func (p *prover) push(l, r xsd.Type) {
	pair := typePair{l, r}
	if l == r && l != xsd.Type(xsd.AnyType) && isBuiltin(l) || p.seen[pair] {
		return
	}
	p.seen[pair] = true
	p.queue = append(p.queue, pair)
}

func isBuiltin(t xsd.Type) bool {
	s, ok := t.(*xsd.SimpleType)
	return ok && s.IsBuiltin()
}

// pair tests two types by themselves and notes the pairs below them.
func (p *prover) pair(l, r xsd.Type) verdict {
	if p.steps--; p.steps < 0 {
		return unknown
	}
	if r == xsd.Type(xsd.AnyType) {
		return p.anything(l)
	}
	lc, leftComplex := l.(*xsd.ComplexType)
	rc, rightComplex := r.(*xsd.ComplexType)
	switch {
	case leftComplex && lc.Abstract:
		return p.substitutes(lc, r)
	case rightComplex && rc.Abstract:
		return fails
	case leftComplex && rightComplex:
		return p.attributes(lc, rc).and(p.contents(lc, rc))
	case leftComplex:
		return p.attributes(lc, &xsd.ComplexType{}).and(p.textOf(lc, r.(*xsd.SimpleType)))
	case rightComplex:
		return p.attributes(&xsd.ComplexType{}, rc).and(p.inText(l.(*xsd.SimpleType), rc))
	}
	v, _ := textInclusion(l.(*xsd.SimpleType).Datatype, r.(*xsd.SimpleType).Datatype)
	return v
}

// anything is the pair with xs:anyType on the right: it takes all that is
// valid, unless something in it is declared globally on the right.
func (p *prover) anything(l xsd.Type) verdict {
	if _, ok := l.(*xsd.SimpleType); ok || l == xsd.Type(xsd.AnyType) && len(p.right.schema.Elements()) == 0 {
		return holds
	}
	return unknown
}

// substitutes tests the types that stand in for an abstract one.
func (p *prover) substitutes(l *xsd.ComplexType, r xsd.Type) verdict {
	for _, t := range descendants(p.left.schema, l) {
		name := p.rename(t.TypeName())
		with := p.right.schema.Type(name)
		if with == nil || !xsd.DerivesFrom(with, r, 0) {
			return fails
		}
		p.push(t, with)
	}
	return holds
}

// rename translates a type's name from the left to the right.
func (p *prover) rename(q xsd.QName) xsd.QName {
	if p.left.names != nil {
		return p.left.names.typeName(q)
	}
	return p.right.names.back(q)
}

// descendants returns the concrete global complex types derived from t at any
// remove, in the order of a walk.
func descendants(s *xsd.Schema, t xsd.Type) []*xsd.ComplexType {
	var all []*xsd.ComplexType
	for _, d := range s.Derived(t) {
		ct, ok := d.(*xsd.ComplexType)
		if !ok {
			continue
		}
		if !ct.Abstract {
			all = append(all, ct)
		}
		all = append(all, descendants(s, d)...)
	}
	return all
}

// contents tests the content of two complex types.
func (p *prover) contents(l, r *xsd.ComplexType) verdict {
	if r.Content.Kind == xsd.SimpleContent {
		return p.textOf(l, r.Content.Simple)
	}
	if l.Content.Kind == xsd.SimpleContent {
		return p.inText(l.Content.Simple, r)
	}
	if l.Content.Kind == xsd.MixedContent && r.Content.Kind != xsd.MixedContent {
		return fails
	}
	a, b := contentTree(l.Content.Particle), contentTree(r.Content.Particle)
	p.children(a, b)
	return p.words(a, b)
}

// textOf tests complex content against text.
func (p *prover) textOf(l *xsd.ComplexType, r *xsd.SimpleType) verdict {
	switch {
	case l.Content.Kind == xsd.SimpleContent:
		v, _ := textInclusion(l.Content.Simple.Datatype, r.Datatype)
		return v
	case len(contentTree(l.Content.Particle).kids) > 0:
		return fails
	case l.Content.Kind == xsd.MixedContent:
		v, _ := textInclusion(xsd.Builtin("string").(*xsd.SimpleType).Datatype, r.Datatype)
		return v
	case r.Datatype.Validate(nil, nil) != nil:
		return fails
	}
	return holds
}

// inText tests text against complex content.
func (p *prover) inText(l *xsd.SimpleType, r *xsd.ComplexType) verdict {
	switch {
	case r.Content.Kind == xsd.SimpleContent:
		v, _ := textInclusion(l.Datatype, r.Content.Simple.Datatype)
		return v
	case !contentTree(r.Content.Particle).emptiable():
		return fails
	case r.Content.Kind == xsd.MixedContent:
		return holds
	}
	return fails
}

// attributes tests the attributes of two types.
func (p *prover) attributes(l, r *xsd.ComplexType) verdict {
	out := p.attributeWildcards(l, r)
	for _, lu := range l.AttributeUses {
		out = out.and(p.attributeUse(lu, r))
	}
	for _, ru := range r.AttributeUses {
		if !ru.Required {
			continue
		}
		lu := p.useNamed(l, p.right.names.name(ru.Decl.Name), p.left.names)
		if lu == nil || !lu.Required {
			return fails
		}
	}
	return out
}

// useNamed returns the use of the attribute with a name of the new version.
func (p *prover) useNamed(t *xsd.ComplexType, name xsd.QName, names *renames) *xsd.AttributeUse {
	i := slices.IndexFunc(t.AttributeUses, func(u *xsd.AttributeUse) bool { return names.name(u.Decl.Name) == name })
	if i < 0 {
		return nil
	}
	return t.AttributeUses[i]
}

func (p *prover) attributeUse(lu *xsd.AttributeUse, r *xsd.ComplexType) verdict {
	name := p.left.names.name(lu.Decl.Name)
	ru := p.useNamed(r, name, p.right.names)
	if ru != nil {
		p.push(lu.Decl.Type, ru.Decl.Type)
		return fixedIncluded(lu.Effective(), ru.Effective())
	}
	w := r.AttributeWildcard
	if w == nil || !constraint(w.Namespaces, p.right.names).Allows(name.Space) {
		return fails
	}
	decl := p.globalAttribute(name)
	switch {
	case w.Process == xsd.Skip || decl == nil && w.Process == xsd.Lax:
		return holds
	case decl == nil:
		return fails
	}
	p.push(lu.Decl.Type, decl.Type)
	return fixedIncluded(lu.Effective(), decl.Value)
}

// globalAttribute finds a global attribute of the right by its new name.
func (p *prover) globalAttribute(name xsd.QName) *xsd.AttributeDecl {
	for _, a := range p.right.schema.Attributes() {
		if p.right.names.name(a.Name) == name {
			return a
		}
	}
	return nil
}

// fixedIncluded tests value constraints: a fixed value on the right allows no
// other on the left.
func fixedIncluded(l, r *xsd.ValueConstraint) verdict {
	switch {
	case r == nil || !r.Fixed:
		return holds
	case l == nil || !l.Fixed || constraintKey(l) != constraintKey(r):
		return fails
	}
	return holds
}

func (p *prover) attributeWildcards(l, r *xsd.ComplexType) verdict {
	if l.AttributeWildcard == nil {
		return holds
	}
	if r.AttributeWildcard == nil {
		return p.lostWildcard(l.AttributeWildcard)
	}
	a := constraint(l.AttributeWildcard.Namespaces, p.left.names)
	b := constraint(r.AttributeWildcard.Namespaces, p.right.names)
	switch {
	case !a.SubsetOf(b):
		return p.lostWildcard(l.AttributeWildcard)
	case l.AttributeWildcard.Process > r.AttributeWildcard.Process:
		return fails
	}
	for _, ru := range r.AttributeUses {
		name := p.right.names.name(ru.Decl.Name)
		if p.useNamed(l, name, p.left.names) == nil && a.Allows(name.Space) {
			return unknown
		}
	}
	return holds
}

// lostWildcard is the verdict where nothing takes what the wildcard allowed: a
// strict one may have allowed nothing.
func (p *prover) lostWildcard(w *xsd.Wildcard) verdict {
	if w.Process == xsd.Strict {
		return unknown
	}
	return fails
}
