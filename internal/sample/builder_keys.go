package sample

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Ask asks, for the documents to come, for the elements that a key selects,
// seen from the declarations that have it. It reports whether that is more
// than was asked for before.
func (b *Builder) Ask(key *xsd.IdentityConstraint) bool {
	before := len(b.keyed)
	k := keyWalk{b.keyed}
	b.schema.Walk(func(c xsd.Component) bool {
		if e, ok := c.(*xsd.ElementDecl); ok && slices.Contains(e.IdentityConstraints, key) {
			p := key.Selector.Paths[0]
			k.steps(e.Type, p.Steps, p.Descendant, map[xsd.Type]bool{})
		}
		return true
	})
	return len(b.keyed) > before
}

// AskForID asks, for the documents to come, that the first element which can have an
// identifier has one. It reports whether that was not asked for before.
func (b *Builder) AskForID() bool {
	before := b.anchored
	b.anchored = true
	return !before
}

// Forget takes back what [Builder.Ask] and [Builder.AskForID] have asked for.
func (b *Builder) Forget() {
	clear(b.keyed)
	b.anchored = false
}

// keyWalk follows selectors through content models.
type keyWalk struct{ found map[*xsd.Particle]bool }

// steps enters the particles along the steps of a selector, and reports
// whether it leads anywhere. Below seen types it has looked already.
func (k *keyWalk) steps(t xsd.Type, steps []xsd.Step, anywhere bool, seen map[xsd.Type]bool) bool {
	if len(steps) == 0 {
		return true
	}
	ct, ok := t.(*xsd.ComplexType)
	if !ok || anywhere && seen[t] {
		return false
	}
	seen[t] = true
	led := false
	for _, p := range inclusion.Leaves(ct.Content.Particle) {
		e, ok := p.Term.(*xsd.ElementDecl)
		if !ok {
			continue
		}
		here := names(steps[0], e.Name) && k.steps(e.Type, steps[1:], false, map[xsd.Type]bool{})
		if !here && anywhere {
			here = k.steps(e.Type, steps, true, seen)
		}
		if here {
			k.found[p], led = true, true
		}
	}
	return k.groups(ct.Content.Particle) && led
}

// groups enters the groups that hold a particle that is entered, and reports
// whether there is one.
func (k *keyWalk) groups(p *xsd.Particle) bool {
	if p == nil {
		return false
	}
	if g, ok := p.Term.(*xsd.ModelGroup); ok {
		for _, q := range g.Particles {
			if k.groups(q) {
				k.found[p] = true
			}
		}
	}
	return k.found[p]
}

// names reports whether a step of a selector tests for a name.
func names(s xsd.Step, name xsd.QName) bool {
	switch {
	case s.Attribute:
		return false
	case s.AnyName:
		return true
	case s.AnyLocal:
		return s.Name.Space == name.Space
	}
	return s.Name == name
}
