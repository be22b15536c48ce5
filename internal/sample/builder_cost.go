package sample

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// cost returns about how large the smallest element of a type is.
func (b *Builder) cost(t xsd.Type) int {
	if c, ok := b.costs[t]; ok {
		return c
	}
	if b.active[t] {
		return never
	}
	if b.steps--; b.steps < 0 {
		return never
	}
	b.active[t] = true
	c := b.typeCost(t)
	delete(b.active, t)
	if c < never || len(b.active) == 0 {
		b.costs[t] = c // else a type around it may have been in the way
	}
	return c
}

func (b *Builder) typeCost(t xsd.Type) int {
	ct, ok := t.(*xsd.ComplexType)
	if !ok {
		return 1
	}
	if ct.Abstract {
		if to := b.concrete(ct); to != nil {
			return b.cost(to)
		}
		return never
	}
	c := 1
	if !b.shared(t) {
		c += 1000
	}
	for _, u := range ct.AttributeUses {
		if u.Required {
			c++
		}
	}
	return min(c+b.particleCost(ct.Content.Particle), never)
}

func (b *Builder) particleCost(p *xsd.Particle) int {
	if p == nil || p.Min == 0 {
		return 0
	}
	c := 1
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		c = never
		for _, m := range b.schema.Substitutes(t) {
			c = min(c, 1+b.cost(m.Type))
		}
	case *xsd.ModelGroup:
		c = b.groupCost(t)
	}
	return min(c*min(p.Min, maxOccurs), never)
}

func (b *Builder) groupCost(g *xsd.ModelGroup) int {
	if g.Compositor == xsd.Choice && len(g.Particles) > 0 {
		c := never
		for _, p := range g.Particles {
			c = min(c, b.particleCost(p))
		}
		return c
	}
	c := 0
	for _, p := range g.Particles {
		c = min(c+b.particleCost(p), never)
	}
	return c
}
