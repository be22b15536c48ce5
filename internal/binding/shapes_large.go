package binding

import "github.com/wbxgen/wbxgen/internal/xsd"

// manyItems is how many elements a content model has at most that becomes
// fields. Groups that refer to each other can have more than memory holds.
const manyItems = 20_000

// modelItems flattens a whole content model. One that is too large becomes a
// repeated choice of all that stands in it: nothing is lost, and order is kept.
func (sh *shapes) modelItems(p *xsd.Particle) []item {
	if sh.sizes.of(p) <= manyItems {
		return sh.particleItems(p, false)
	}
	var list []item
	sh.eachLeaf(p, map[*xsd.ModelGroup]bool{}, func(i item) { list = append(list, i) })
	return []item{alternatives(list, p, true)}
}

// sizes are those of named groups that were measured.
type sizes map[*xsd.ModelGroup]int

// of returns how many elements and wildcards a particle has, where each
// reference to a group counts.
func (s sizes) of(p *xsd.Particle) int {
	g, ok := p.Term.(*xsd.ModelGroup)
	if !ok {
		return 1
	}
	n, known := s[g]
	if !known {
		for _, q := range g.Particles {
			n = min(n+s.of(q), manyItems+1)
		}
		s[g] = n
	}
	return n
}

// eachLeaf calls f for the elements and wildcards of a particle, those of a
// group that is referred to again and again once.
func (sh *shapes) eachLeaf(p *xsd.Particle, seen map[*xsd.ModelGroup]bool, f func(item)) {
	g, ok := p.Term.(*xsd.ModelGroup)
	if !ok {
		f(sh.leafItem(p, false))
		return
	}
	if seen[g] {
		return
	}
	seen[g] = true
	for _, q := range g.Particles {
		sh.eachLeaf(q, seen, f)
	}
}
