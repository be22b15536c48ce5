package sample

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// largeGroup says of a group with many members which of them a document must
// have, and which hold a particle.
type largeGroup struct {
	required []int
	home     map[*xsd.Particle]int
}

// manyMembers is how many members of a group are looked at one by one.
const manyMembers = 64

// large returns what is known of a large group, nil for a small one.
func (b *Builder) large(g *xsd.ModelGroup) *largeGroup {
	if len(g.Particles) <= manyMembers {
		return nil
	}
	l := b.larges[g]
	if l == nil {
		l = &largeGroup{home: map[*xsd.Particle]int{}}
		for i, p := range g.Particles {
			if p.Min > 0 {
				l.required = append(l.required, i)
			}
			l.enter(p, i)
		}
		b.larges[g] = l
	}
	return l
}

func (l *largeGroup) enter(p *xsd.Particle, i int) {
	if _, again := l.home[p]; again {
		return
	}
	l.home[p] = i
	if g, ok := p.Term.(*xsd.ModelGroup); ok {
		for _, q := range g.Particles {
			l.enter(q, i)
		}
	}
}

// members returns the members of a group of which a document may need some: all
// of them, unless they are many and few can be asked for.
func (b *Builder) members(g *xsd.ModelGroup, w *Want) []*xsd.Particle {
	l := b.large(g)
	if l == nil || b.Full > 0 || len(b.keyed) > 0 || len(b.both.need) > manyMembers {
		return g.Particles
	}
	places := slices.Clone(l.required)
	if w != nil {
		places = l.add(places, w.Particle)
	}
	for p := range b.both.need {
		places = l.add(places, p)
	}
	slices.Sort(places)
	var list []*xsd.Particle
	for _, i := range slices.Compact(places) {
		list = append(list, g.Particles[i])
	}
	return list
}

func (l *largeGroup) add(places []int, p *xsd.Particle) []int {
	if i, here := l.home[p]; here {
		return append(places, i)
	}
	return places
}

// holder returns the first member of a group that has a particle within, nil
// for none.
func (b *Builder) holder(g *xsd.ModelGroup, p *xsd.Particle) *xsd.Particle {
	if l := b.large(g); l != nil {
		if i, ok := l.home[p]; ok {
			return g.Particles[i]
		}
		return nil
	}
	if i := slices.IndexFunc(g.Particles, func(q *xsd.Particle) bool { return b.has(q, p) }); i >= 0 {
		return g.Particles[i]
	}
	return nil
}

// has reports whether a particle is the other one or has it within.
func (b *Builder) has(p, within *xsd.Particle) bool {
	if p == within {
		return true
	}
	g, ok := p.Term.(*xsd.ModelGroup)
	return ok && b.holder(g, within) != nil
}
