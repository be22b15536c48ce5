package sample

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

func (b *Builder) complex(d *Draft, t *xsd.ComplexType, w *Want) bool {
	uses := b.usesOf(t)
	list := uses.asked
	if b.Full > 0 {
		list = uses.all
	}
	if b.anchored && b.IDs == 0 {
		b.anchor(d, uses)
	}
	for _, u := range list {
		if b.both.to != nil && b.both.to.Except == any(u.here) {
			u.there = nil
		}
		if u.here.Required || b.Full > 0 || u.there != nil && u.there.Required {
			text, ok := b.attributeText(u.here, u.there)
			if !ok {
				return false
			}
			d.Set(u.here.Decl.Name, text)
		}
	}
	if t.Content.Kind == xsd.SimpleContent {
		return b.simple(d, t.Content.Simple)
	}
	b.Full--
	need := b.both.need
	b.both.need = b.both.asked(t)
	kids, ok := b.particle(t.Content.Particle, w)
	b.both.need = need
	b.Full++
	d.Kids = append(d.Kids, kids...)
	return ok
}

// anchor gives an element the identifier that it may have. One that it must have it
// gets anyway.
func (b *Builder) anchor(d *Draft, uses *usesOfType) {
	for _, u := range uses.all {
		if u.here.Required || u.here.Decl.Type.Builtin().Name.Local != "ID" || b.both.to != nil && (u.there == nil || b.both.to.Except == any(u.here)) {
			continue
		}
		if text, ok := b.attributeText(u.here, u.there); ok {
			d.Set(u.here.Decl.Name, text)
			return
		}
	}
}

// particle returns elements that a particle accepts.
func (b *Builder) particle(p *xsd.Particle, w *Want) ([]*Draft, bool) {
	if p == nil {
		return nil, true
	}
	if b.steps--; b.steps < 0 {
		return nil, false
	}
	n := p.Min
	wanted := w != nil && p == w.Particle
	switch {
	case wanted:
		n = w.Count
	case w != nil && b.has(p, w.Particle):
		n = max(n, 1)
	case n == 0 && (b.Full > 0 || b.keyed[p] && !b.inKey[p]):
		n = 1
	default:
		n = max(n, b.both.times(p))
	}
	if b.keyed[p] && !b.inKey[p] {
		b.inKey[p] = true
		defer delete(b.inKey, p)
	}
	if n > maxOccurs {
		return nil, false
	}
	var out []*Draft
	for i := range n {
		kids, ok := b.round(p, w, wanted, i, out)
		if !ok {
			return nil, false
		}
		out = append(out, kids...)
		if i == 0 && !wanted {
			w = nil // once is enough
		}
	}
	return out, true
}

// round returns one repetition of a particle.
func (b *Builder) round(p *xsd.Particle, w *Want, wanted bool, i int, before []*Draft) ([]*Draft, bool) {
	switch {
	case wanted && i == 0 && w.Child != nil:
		d := w.Child()
		return []*Draft{d}, d != nil
	case wanted && i > 0 && w.Alike:
		return []*Draft{before[0]}, true
	case wanted:
		w = nil
	}
	turn := b.Turn
	b.Turn = i
	kids, ok := b.term(p, w)
	b.Turn = turn
	return kids, ok
}

func (b *Builder) term(p *xsd.Particle, w *Want) ([]*Draft, bool) {
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		d := b.Element(t)
		return []*Draft{d}, d != nil
	case *xsd.Wildcard:
		d := b.any(t)
		return []*Draft{d}, d != nil
	case *xsd.ModelGroup:
		return b.group(t, w)
	}
	return nil, true
}

func (b *Builder) group(g *xsd.ModelGroup, w *Want) ([]*Draft, bool) {
	if g.Compositor == xsd.Choice {
		branch := b.branch(g, w)
		if branch == nil {
			return nil, len(g.Particles) == 0
		}
		return b.particle(branch, w)
	}
	var out []*Draft
	for _, p := range b.members(g, w) {
		kids, ok := b.particle(p, w)
		if !ok {
			return nil, false
		}
		out = append(out, kids...)
	}
	return out, true
}

// branch returns the alternative that has what is wanted, else the smallest.
func (b *Builder) branch(g *xsd.ModelGroup, w *Want) *xsd.Particle {
	if w != nil && w.Count > 0 {
		if p := b.holder(g, w.Particle); p != nil {
			return p
		}
	}
	var best *xsd.Particle
	for _, p := range g.Particles {
		if w != nil && w.Count == 0 && b.has(p, w.Particle) && len(g.Particles) > 1 {
			continue
		}
		if best == nil || b.better(p, best) {
			best = p
		}
	}
	return best
}

// better reports whether one branch is to be taken rather than another: for the
// other schema, or as it is smaller.
func (b *Builder) better(p, than *xsd.Particle) bool {
	if n, m := b.both.times(p), b.both.times(than); (n > 0) != (m > 0) {
		return n > 0
	}
	if s, t := b.both.strange(p), b.both.strange(than); s != t {
		return t
	}
	return b.particleCost(p) < b.particleCost(than)
}

// any returns an element that a wildcard takes.
func (b *Builder) any(w *xsd.Wildcard) *Draft {
	if w.Process == xsd.Strict {
		for _, e := range b.schema.Elements() {
			if w.Namespaces.Allows(e.Name.Space) && !e.Abstract && b.cost(e.Type) < never {
				return b.Element(e)
			}
		}
		return nil
	}
	for _, space := range b.Spaces(w) {
		if name := (xsd.QName{Space: space, Local: "any"}); w.Namespaces.Allows(space) && b.schema.Element(name) == nil {
			return &Draft{Name: name}
		}
	}
	return nil
}

// Spaces returns namespaces to try for a wildcard: those it names, a foreign
// one, none, those that others name, with which it is compared, and those of the
// schema.
func (b *Builder) Spaces(w *xsd.Wildcard, others ...*xsd.Wildcard) []string {
	list := slices.Concat(w.Namespaces.Names, []string{"urn:any", ""})
	for _, other := range others {
		list = append(list, other.Namespaces.Names...)
	}
	return append(list, b.schema.Namespaces()...)
}
