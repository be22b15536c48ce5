package inclusion

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

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
