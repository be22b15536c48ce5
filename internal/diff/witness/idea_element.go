package witness

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// particle yields documents with as many of a particle as the other version
// does not take.
func (i ideas) particle(p *xsd.Particle, yield func(attempt) bool) {
	owner := i.site.holder
	if n := len(i.site.place.hops); n > len(owner.hops) && i.site.place.hops[n-1].particle == p {
		owner = i.site.place.above()
	}
	other, _ := i.site.part.there.At.(*xsd.Particle)
	if wild, ok := p.Term.(*xsd.Wildcard); ok {
		for _, d := range anyElements(wild, wildcardsOf(other), i.here, i.there) {
			if !yield(attempt{owner, occurring(p, d)}) {
				return
			}
		}
		return
	}
	if f := i.besideOvertaken(p, other); f != nil && !yield(attempt{owner, f}) {
		return
	}
	for _, n := range telling(p, other) {
		if !yield(attempt{owner, wanting(sample.Want{Particle: p, Count: n})}) {
			return
		}
	}
}

// besideOvertaken is the filler that has an element of a particle with one that
// it has passed, nil where there is none: it occurs as often as before.
func (i ideas) besideOvertaken(p, other *xsd.Particle) filler {
	e, ok := p.Term.(*xsd.ElementDecl)
	if !ok || other == nil || p.Min != other.Min || p.Max != other.Max {
		return nil
	}
	here, there := i.here.order(i.site.holder.end), i.there.order(i.site.otherHolder)
	if q := here.overtaken(e, there, i.here.names.across); q != nil {
		return beside(q, i.here.order, occurring(p, nil))
	}
	return nil
}

// telling returns numbers of occurrences that a particle allows and the other
// does not; nil is a particle that is not there.
func telling(p, other *xsd.Particle) []int {
	if other == nil {
		other = &xsd.Particle{}
	}
	var list []int
	if n := max(other.Max+1, p.Min); other.Max != xsd.Unbounded && (p.Max == xsd.Unbounded || n <= p.Max) {
		list = append(list, n)
	}
	if p.Min < other.Min {
		list = append(list, other.Min-1, p.Min)
	}
	return append(list, max(p.Min, 1))
}

// declared yields documents about what an element declaration says: nil, and
// who may stand in.
func (i ideas) declared(e *xsd.ElementDecl, yield func(attempt) bool) {
	if e.Nillable && !yield(attempt{i.site.place, nothing}) {
		return
	}
	if to, ok := i.site.place.instead(e); ok && !yield(attempt{to, minimal}) {
		return
	}
	i.standIns(i.site.place, yield)
}

// instead returns the way on which a member of a substitution group stands at
// its end; ok is false where it stands there already, or may not.
func (w way) instead(e *xsd.ElementDecl) (to way, ok bool) {
	last := w.last()
	if last == nil || last.decl == e || !last.decl.Global || !e.Global {
		return w, false
	}
	at := slices.IndexFunc(w.hops, func(h hop) bool { return h.particle == last.particle })
	w.hops = slices.Clone(w.hops[:at+1])
	w.hops[at].decl, w.end = e, e.Type
	return w, true
}

// standIns yields documents in which a derived type or a member of a
// substitution group stands at the end of a way.
func (i ideas) standIns(to way, yield func(attempt) bool) {
	if to.use != nil || to.end == nil {
		return
	}
	for _, t := range i.here.side.Schema.Derived(to.end) {
		if !yield(attempt{to, typed(t)}) {
			return
		}
	}
	last := to.last()
	if last == nil || !last.decl.Global {
		return
	}
	for _, m := range inclusion.Members(last.decl, i.here.side.Schema) {
		other := to
		other.hops = slices.Clone(to.hops)
		other.hops[len(other.hops)-1].decl, other.end = m, m.Type
		if !yield(attempt{other, minimal}) {
			return
		}
	}
}
