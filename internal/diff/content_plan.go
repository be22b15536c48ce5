package diff

import (
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// modelPlan is what two content models differ in, before anything of it is
// reported: a plan that inclusion contradicts can be dropped.
type modelPlan struct {
	edits []edit
	// pairs are the particles of one element in both.
	pairs []elementPair
	// irregular is set where no rule describes a difference.
	irregular bool
}

// elementPair is an element in both content models, with the steps to it.
type elementPair struct {
	old, new      *content.Node
	oldStep, step string
}

func (p *modelPlan) pairUp(o, n *content.Node) {
	p.pairs = append(p.pairs, elementPair{o, n, stepOf(o), stepOf(n)})
}

// edit is a planned finding.
type edit struct {
	id               change.ID
	old, new         change.Anchor
	oldText, newText *text
	oldStep, step    string
	confidence       int
	also             []any
	besides          change.ID // the rule that it is one of as well
	loose            bool      // within what may be absent
}

// anchorOf is what findings about a particle point at.
func anchorOf(n *content.Node) change.Anchor {
	if n.Particle == nil {
		return change.Anchor{}
	}
	return change.Anchor{At: n.Particle, Pos: n.Particle.Pos}
}

// stepOf returns the path step to a particle.
func stepOf(n *content.Node) string {
	switch {
	case n.Elem != nil:
		return n.Elem.Name.Local
	case n.Any != nil:
		return "*"
	}
	return ""
}

// byName pairs the elements of two content models by name alone.
func (p *modelPlan) byName(names *inclusion.Names, o, n *content.Node) {
	byName := map[xsd.QName]*content.Node{}
	n.Elements(func(k *content.Node) {
		if byName[k.Elem.Name] == nil {
			byName[k.Elem.Name] = k
		}
	})
	o.Elements(func(k *content.Node) {
		name := names.Name(k.Elem.Name)
		if to := byName[name]; to != nil {
			p.pairUp(k, to)
			delete(byName, name)
		}
	})
}
