package inclusion

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// Verdict is the outcome of a test whether one language includes another.
type Verdict uint8

// The verdicts.
const (
	Unknown Verdict = iota // no proof within bounds
	Holds
	Fails
)

// And returns the verdict on two conditions that must both hold.
func (v Verdict) And(w Verdict) Verdict {
	switch {
	case v == Fails || w == Fails:
		return Fails
	case v == Unknown || w == Unknown:
		return Unknown
	}
	return Holds
}

// Language is a schema as a language of elements, with its names as the new
// version has them.
type Language struct {
	Schema *xsd.Schema
	Names  *Names
	// Body is the type of the slot that operations fill. What stands there is
	// judged by operation.
	Body xsd.QName

	leaves *content.Grammar // once asked for
}

// Prover tests whether all that the left types accept is accepted by the right
// ones. A type that an element declares counts as it stands; by xsi:type only
// the types derived from an abstract one count.
//
// Types are pairs on a work list: the first pair that fails in itself refutes
// the whole, as each pair is met on the way to some document. Where no pair
// fails, the inclusion holds, recursion included, since a document is finite.
type Prover struct {
	left, right Language
	alphabet    *content.Alphabet // of both
	steps       int               // left to do
	queue       []typePair
	seen        map[typePair]bool
	doubt       bool
	refuted     bool
	known       *Known
}

// DefaultSteps is the bound on a single proof: states looked at.
const DefaultSteps = 20_000

// New returns a prover of whether the left language is within the right one,
// for one proof of so many steps; 0 stands for [DefaultSteps].
func New(left, right Language, steps int) *Prover {
	if steps <= 0 {
		steps = DefaultSteps
	}
	return &Prover{left: left, right: right, alphabet: content.NewAlphabet(), steps: steps, seen: map[typePair]bool{}, known: &Known{}}
}

// Share makes the prover use what others have shown of the same two languages,
// and add to it.
func (p *Prover) Share(k *Known) *Prover {
	p.known = k
	return p
}

type typePair struct{ left, right xsd.Type }

// Types tests a pair and all that it leads to.
func (p *Prover) Types(l, r xsd.Type) Verdict {
	p.push(l, r)
	return p.run()
}

// run tests the pairs on the list and those that they lead to.
func (p *Prover) run() Verdict {
	if p.refuted {
		return Fails
	}
	for len(p.queue) > 0 {
		next := p.queue[0]
		p.queue = p.queue[1:]
		switch p.pair(next.left, next.right) {
		case Fails:
			return Fails
		case Unknown:
			p.doubt = true
		}
		if p.refuted {
			return Fails
		}
	}
	if p.doubt {
		return Unknown
	}
	return Holds
}

func (p *Prover) push(l, r xsd.Type) {
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
func (p *Prover) pair(l, r xsd.Type) Verdict {
	if p.steps--; p.steps < 0 {
		return Unknown
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
		return Fails
	case leftComplex && rightComplex:
		return p.attributes(lc, rc).And(p.contents(lc, rc))
	case leftComplex:
		return p.attributes(lc, &xsd.ComplexType{}).And(p.textOf(lc, r.(*xsd.SimpleType)))
	case rightComplex:
		return p.attributes(&xsd.ComplexType{}, rc).And(p.inText(l.(*xsd.SimpleType), rc))
	}
	v, _ := Text(l.(*xsd.SimpleType).Datatype, r.(*xsd.SimpleType).Datatype)
	return v
}

// anything is the pair with xs:anyType on the right, which takes all that is
// valid laxly: what is declared globally on the right must be as it says.
func (p *Prover) anything(l xsd.Type) Verdict {
	lc, ok := l.(*xsd.ComplexType)
	if !ok || len(p.right.Schema.Elements())+len(p.right.Schema.Attributes()) == 0 {
		return Holds
	}
	if lc.Abstract {
		return p.substitutes(lc, xsd.AnyType)
	}
	if lc.AttributeWildcard != nil || len(Wildcards(content.Tree(lc.Content.Particle))) > 0 {
		return Unknown // what it takes may be declared on the right
	}
	for _, u := range lc.AttributeUses {
		if decl := p.globalAttribute(p.left.Names.Name(u.Decl.Name)); decl != nil {
			p.push(u.Decl.Type, decl.Type)
			if fixedIncluded(u.Effective(), decl.Value) == Fails {
				return Fails
			}
		}
	}
	left := p.declared(content.Tree(lc.Content.Particle), p.left)
	for _, name := range left.names {
		if to := p.globalElement(name); to != nil {
			p.declarations(left.byName[name], to)
		} else {
			p.push(left.byName[name].Type, xsd.AnyType)
		}
	}
	return Holds
}

// globalElement finds a global element of the right by its new name.
func (p *Prover) globalElement(name xsd.QName) *xsd.ElementDecl {
	for _, e := range p.right.Schema.Elements() {
		if p.right.Names.Name(e.Name) == name {
			return e
		}
	}
	return nil
}

// substitutes tests the types that stand in for an abstract one.
func (p *Prover) substitutes(l *xsd.ComplexType, r xsd.Type) Verdict {
	for _, t := range Descendants(p.left.Schema, l) {
		name := p.rename(t.TypeName())
		with := p.right.Schema.Type(name)
		if with == nil || !xsd.DerivesFrom(with, r, 0) {
			return Fails
		}
		p.push(t, with)
	}
	return Holds
}

// rename translates a type's name from the left to the right.
func (p *Prover) rename(q xsd.QName) xsd.QName {
	if p.left.Names != nil {
		return p.left.Names.TypeName(q)
	}
	return p.right.Names.Back(q)
}

// Descendants returns the concrete global complex types derived from t at any
// remove, in the order of a walk.
func Descendants(s *xsd.Schema, t xsd.Type) []*xsd.ComplexType {
	var all []*xsd.ComplexType
	for _, d := range s.Derived(t) {
		ct, ok := d.(*xsd.ComplexType)
		if !ok {
			continue
		}
		if !ct.Abstract {
			all = append(all, ct)
		}
		all = append(all, Descendants(s, d)...)
	}
	return all
}

// contents tests the content of two complex types.
func (p *Prover) contents(l, r *xsd.ComplexType) Verdict {
	if r.Content.Kind == xsd.SimpleContent {
		return p.textOf(l, r.Content.Simple)
	}
	if l.Content.Kind == xsd.SimpleContent {
		return p.inText(l.Content.Simple, r)
	}
	if l.Content.Kind == xsd.MixedContent && r.Content.Kind != xsd.MixedContent {
		return Fails
	}
	a, b := content.Tree(l.Content.Particle), content.Tree(r.Content.Particle)
	p.children(a, b)
	v, _ := p.Models(l.Content.Particle, r.Content.Particle)
	return v
}

// textOf tests complex content against text.
func (p *Prover) textOf(l *xsd.ComplexType, r *xsd.SimpleType) Verdict {
	switch {
	case l.Content.Kind == xsd.SimpleContent:
		v, _ := Text(l.Content.Simple.Datatype, r.Datatype)
		return v
	case len(content.Tree(l.Content.Particle).Kids) > 0:
		return Fails
	case l.Content.Kind == xsd.MixedContent:
		v, _ := Text(xsd.Builtin("string").(*xsd.SimpleType).Datatype, r.Datatype)
		return v
	case r.Datatype.Validate(nil, nil) != nil:
		return Fails
	}
	return Holds
}

// inText tests text against complex content.
func (p *Prover) inText(l *xsd.SimpleType, r *xsd.ComplexType) Verdict {
	switch {
	case r.Content.Kind == xsd.SimpleContent:
		v, _ := Text(l.Datatype, r.Content.Simple.Datatype)
		return v
	case !content.Tree(r.Content.Particle).Emptiable():
		return Fails
	case r.Content.Kind == xsd.MixedContent:
		return Holds
	}
	return Fails
}
