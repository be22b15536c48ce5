package inclusion

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// Known is what has been shown of content models. Provers of the same two
// languages can share it, so that nothing is shown twice.
type Known struct {
	models map[modelPair]shown
}

type modelPair struct{ left, right *xsd.Particle }

// shown is a verdict with the word that tells, where there is one.
type shown struct {
	verdict Verdict
	word    []content.Letter
}

// Models is [Prover.Counterexample] for the content models of two types, which
// is looked up where it is known. What no proof was found of is not kept: the
// next prover may have more steps.
func (p *Prover) Models(l, r *xsd.Particle) (Verdict, []content.Letter) {
	key := modelPair{l, r}
	if s, ok := p.known.models[key]; ok {
		return s.verdict, s.word
	}
	v, word := p.Counterexample(content.Tree(l), content.Tree(r))
	if v != Unknown {
		if p.known.models == nil {
			p.known.models = map[modelPair]shown{}
		}
		p.known.models[key] = shown{v, word}
	}
	return v, word
}

// Words tests whether each sequence of children that l accepts is accepted by
// r, as names go.
func (p *Prover) Words(l, r *content.Node) Verdict {
	v, _ := p.Counterexample(l, r)
	return v
}

// Counterexample is [Prover.Words] with a shortest sequence that l accepts and
// r does not, where there is one.
func (p *Prover) Counterexample(l, r *content.Node) (Verdict, []content.Letter) {
	if nestsAll(l) || nestsAll(r) {
		return Unknown, nil
	}
	v, word := content.Compare(p.alphabet, content.New(l, p.left.grammar(p.alphabet)), content.New(r, p.right.grammar(p.alphabet)), &p.steps)
	return [...]Verdict{content.Unproven: Unknown, content.Holds: Holds, content.Fails: Fails}[v], word
}

// nestsAll reports whether a tree has an all group elsewhere than at its top,
// or alone below it.
func nestsAll(n *content.Node) bool {
	for n.IsGroup() && n.Once() && len(n.Kids) == 1 {
		n = n.Kids[0]
	}
	return slices.ContainsFunc(n.Kids, hasAll)
}

func hasAll(n *content.Node) bool {
	return n.IsGroup() && n.Compositor == xsd.All || slices.ContainsFunc(n.Kids, hasAll)
}

// grammar is what the leaves of a content model match, by their new names.
func (l *Language) grammar(a *content.Alphabet) *content.Grammar {
	if l.leaves == nil {
		l.leaves = &content.Grammar{
			Schema: l.Schema, Valid: true,
			Symbol:     func(n xsd.QName) content.Symbol { return a.Add(l.Names.Name(n)) },
			Namespaces: func(c xsd.NamespaceConstraint) xsd.NamespaceConstraint { return Constraint(c, l.Names) },
		}
	}
	return l.leaves
}
