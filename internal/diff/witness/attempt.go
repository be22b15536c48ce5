package witness

import (
	"iter"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// attempts yields documents that may tell the versions apart at a site: first
// those about the very component that has changed, then whatever differs there.
func (w *witnesser) attempts(s site) iter.Seq[attempt] {
	return func(yield func(attempt) bool) {
		for _, list := range []iter.Seq[attempt]{
			w.atAnchor(s), w.values(s), w.differing(s.place, s.otherPlace, s.side),
			w.differing(s.holder, s.other, s.side), plainly(s), w.repeated(s),
		} {
			for a := range list {
				if a.fill != nil && !yield(a) {
					return
				}
			}
		}
	}
}

// minimal is the filler that adds nothing.
func minimal(b *sample.Builder, d *sample.Draft, t xsd.Type) bool { return b.Fill(d, t, nil) }

func plainly(s site) iter.Seq[attempt] {
	return func(yield func(attempt) bool) {
		_ = yield(attempt{s.place, minimal}) && yield(attempt{s.holder, minimal})
	}
}

// wanting is the filler that wants a particle.
func wanting(w sample.Want) filler {
	return func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool { return b.Fill(d, t, &w) }
}

// texting is the filler that sets the text.
func texting(text string) filler {
	return func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool {
		ok := b.Fill(d, t, nil)
		d.Text = text
		return ok
	}
}

// having is the filler that sets an attribute.
func having(name xsd.QName, text string) filler {
	return func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool {
		ok := b.Fill(d, t, nil)
		d.Set(name, text)
		return ok
	}
}

// typed is the filler that names a type by xsi:type.
func typed(as xsd.Type) filler {
	return func(b *sample.Builder, d *sample.Draft, _ xsd.Type) bool {
		d.As = as.TypeName()
		b.As(as)
		return b.Fill(d, as, nil)
	}
}

// nothing is the filler for xsi:nil: attributes and no content.
func nothing(b *sample.Builder, d *sample.Draft, t xsd.Type) bool {
	ok := b.Fill(d, t, nil)
	d.Nil, d.Text, d.Kids = true, "", nil
	return ok
}

// atAnchor yields documents about the component itself.
func (w *witnesser) atAnchor(s site) iter.Seq[attempt] {
	return func(yield func(attempt) bool) {
		if !w.constrained(s, yield) {
			return
		}
		switch a := s.here.At.(type) {
		case nil:
			_ = yield(attempt{s.holder, minimal})
		case *xsd.Particle:
			w.particle(s, a, yield)
		case *xsd.ElementDecl:
			w.declared(s, a, yield)
		case *xsd.AttributeUse:
			w.attribute(s, a, yield)
		case xsd.Type:
			w.standIns(s.place, s.side, yield)
		}
	}
}

// particle yields documents with as many of a particle as the other version
// does not take.
func (w *witnesser) particle(s site, p *xsd.Particle, yield func(attempt) bool) {
	owner := s.holder
	if n := len(s.place.hops); n > len(owner.hops) && s.place.hops[n-1].particle == p {
		owner = s.place
		owner.hops = owner.hops[:n-1]
	}
	if wild, ok := p.Term.(*xsd.Wildcard); ok {
		for _, d := range w.anyElements(wild, s.side) {
			if !yield(attempt{owner, wanting(sample.Want{Particle: p, Count: max(p.Min, 1), Child: func() *sample.Draft { return d }})}) {
				return
			}
		}
		return
	}
	other, _ := s.there.At.(*xsd.Particle)
	if e, ok := p.Term.(*xsd.ElementDecl); ok && other != nil && p.Min == other.Min && p.Max == other.Max {
		if q := w.overtaken(e, s); q != nil && !yield(attempt{owner, w.beside(q, wanting(sample.Want{Particle: p, Count: max(p.Min, 1)}))}) {
			return
		}
	}
	for _, n := range telling(p, other) {
		if !yield(attempt{owner, wanting(sample.Want{Particle: p, Count: n})}) {
			return
		}
	}
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
func (w *witnesser) declared(s site, e *xsd.ElementDecl, yield func(attempt) bool) {
	if e.Nillable && !yield(attempt{s.place, nothing}) {
		return
	}
	if last := s.place.last(); last != nil && last.decl != e && last.decl.Global && e.Global {
		to := s.place
		to.hops = append([]hop(nil), to.hops...)
		for i := range to.hops {
			if to.hops[i].particle == last.particle {
				to.hops = to.hops[:i+1]
				to.hops[i].decl = e
				break
			}
		}
		if to.end = e.Type; !yield(attempt{to, minimal}) {
			return
		}
	}
	w.standIns(s.place, s.side, yield)
}

// standIns yields documents in which a derived type or a member of a
// substitution group stands at the end of a way.
func (w *witnesser) standIns(to way, side int, yield func(attempt) bool) {
	if to.use != nil || to.end == nil {
		return
	}
	for _, t := range w.side(side).Schema.Derived(to.end) {
		if !yield(attempt{to, typed(t)}) {
			return
		}
	}
	last := to.last()
	if last == nil || !last.decl.Global {
		return
	}
	for _, m := range inclusion.Members(last.decl, w.side(side).Schema) {
		other := to
		other.hops = append([]hop(nil), to.hops...)
		other.hops[len(other.hops)-1].decl, other.end = m, m.Type
		if !yield(attempt{other, minimal}) {
			return
		}
	}
}

// attribute yields documents with the attribute, unless it is its absence that
// tells.
func (w *witnesser) attribute(s site, u *xsd.AttributeUse, yield func(attempt) bool) {
	if other, ok := s.there.At.(*xsd.AttributeUse); ok && other.Required && !u.Required && !yield(attempt{s.holder, minimal}) {
		return
	}
	text, ok := w.builder(s.side).AttributeText(u)
	if ok {
		yield(attempt{s.place, having(u.Decl.Name, text)})
	}
}

// maxTexts bounds the texts that are tried for one value.
const maxTexts = 6

// values yields documents with texts that tell the types of a value apart.
func (w *witnesser) values(s site) iter.Seq[attempt] {
	return func(yield func(attempt) bool) {
		try := func(texts []string) bool {
			for _, text := range texts {
				f := texting(text)
				if s.place.use != nil {
					f = having(s.place.use.Decl.Name, text)
				}
				if !yield(attempt{s.place, f}) {
					return false
				}
			}
			return true
		}
		if try(s.listed()) { // looking for other texts takes long
			try(w.texts(s.place.end, s.otherPlace, s.fixed()))
		}
	}
}

// listed returns the value that an enumeration has here and lacks there.
func (s site) listed() []string {
	if f, ok := s.here.At.(*xsd.Facet); ok && f.Name == datatype.EnumerationFacet {
		return []string{f.Value}
	}
	return nil
}

// fixed returns the value that the place must have, "" for any.
func (s site) fixed() string {
	var v *xsd.ValueConstraint
	switch {
	case s.place.use != nil:
		v = s.place.use.Effective()
	case s.place.last() != nil:
		v = s.place.last().decl.Value
	}
	if v == nil || !v.Fixed {
		return ""
	}
	return v.Lexical
}

// texts returns texts of a type that the other refuses, then other ones.
func (w *witnesser) texts(t, other xsd.Type, fixed string) []string {
	a := textOfType(t)
	if a == nil {
		return nil
	}
	var list []string
	if b := textOfType(other); b != nil {
		list = inclusion.TellingTexts(a.Datatype, b.Datatype)
	}
	list = list[:min(len(list), maxTexts)]
	if fixed != "" {
		list = append([]string{fixed}, list...)
	}
	valid := inclusion.ValidTexts(a.Datatype)
	list = append(list, valid[:min(len(valid), maxTexts)]...)
	return append(list, "!", "dangling")
}

// repeated yields documents in which things occur twice with the same values,
// and with all that may be left out: that is what identity constraints and
// identifiers ask about.
func (w *witnesser) repeated(s site) iter.Seq[attempt] {
	return func(yield func(attempt) bool) {
		for _, to := range []way{s.place, s.holder} {
			for _, levels := range []int{1, 2, 3} {
				if !w.twice(to, levels, yield) {
					return
				}
			}
			last := to.last()
			if last == nil || len(to.hops) == 0 || to.hops[len(to.hops)-1].particle == nil {
				continue
			}
			above := to
			above.hops = above.hops[:len(above.hops)-1]
			again := wanting(sample.Want{Particle: last.particle, Count: max(last.particle.Min, 2), Alike: true})
			if !yield(attempt{above, again}) || !yield(attempt{above, full(2, again)}) {
				return
			}
		}
	}
}

// full is the filler that adds what may be left out, for as many levels.
func full(levels int, f filler) filler {
	return func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool {
		b.Full = levels
		ok := f(b, d, t)
		b.Full = 0
		return ok
	}
}

// twice yields documents in which each repeatable element at the end of a way
// occurs twice.
func (w *witnesser) twice(to way, levels int, yield func(attempt) bool) bool {
	ct, ok := to.end.(*xsd.ComplexType)
	if !ok {
		return true
	}
	for _, p := range inclusion.Leaves(ct.Content.Particle) {
		if p.Max == 1 {
			continue
		}
		if !yield(attempt{to, full(levels, wanting(sample.Want{Particle: p, Count: max(p.Min, 2), Alike: true}))}) {
			return false
		}
	}
	return yield(attempt{to, full(levels, minimal)})
}

// textOfType returns the simple type of what stands in elements of t as text,
// nil where none does.
func textOfType(t xsd.Type) *xsd.SimpleType {
	text, _ := inclusion.TextContent(t)
	return text
}
