package sample

import (
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Builder makes the smallest valid elements of a schema, and larger ones where
// something is wanted in them.
type Builder struct {
	schema *xsd.Schema
	// shared reports whether the other version has the type as well: such
	// types are taken where there is a choice.
	shared func(xsd.Type) bool
	costs  map[xsd.Type]int
	active map[xsd.Type]bool
	texts  map[*xsd.SimpleType][]string
	steps  int // left to do
	// Turn picks among texts, so that repeated elements differ where they
	// must: with distinct set all texts do, else identifiers.
	Turn     int
	distinct bool
	// Full adds optional elements and attributes, for as many levels.
	Full int
	// keyed are particles that are put in although they are optional, but not
	// within themselves, as a keyref names what they hold.
	keyed, inKey map[*xsd.Particle]bool
	// IDs counts the identifiers of the document, so that no two are alike.
	IDs int
	// anchored is set where an element is to have an identifier that it need not
	// have, as something refers to it.
	anchored bool
	larges   map[*xsd.ModelGroup]*largeGroup
	uses     map[typePair]*usesOfType
	// both is the other schema that documents are to be valid under.
	both besides
}

// never is the cost of what cannot be written down.
const never = 1 << 30

// buildSteps bounds the work on one document.
const buildSteps = 100_000

// NewBuilder returns a builder for a schema. Of types that are shared it makes
// elements where there is a choice.
func NewBuilder(s *xsd.Schema, shared func(xsd.Type) bool) *Builder {
	return &Builder{
		schema: s, shared: shared, steps: buildSteps, distinct: len(s.IdentityConstraints()) > 0,
		keyed: map[*xsd.Particle]bool{}, inKey: map[*xsd.Particle]bool{},
		costs: map[xsd.Type]int{}, active: map[xsd.Type]bool{}, texts: map[*xsd.SimpleType][]string{},
		larges: map[*xsd.ModelGroup]*largeGroup{}, uses: map[typePair]*usesOfType{},
	}
}

// Begin makes the builder ready for a document.
func (b *Builder) Begin() {
	b.steps, b.Turn, b.Full, b.IDs = buildSteps, 0, 0, 0
	clear(b.inKey)
	b.both.there, b.both.need = nil, nil
}

// Distinct runs f while all repeated values are to differ where they can.
func (b *Builder) Distinct(f func()) {
	before := b.distinct
	b.distinct = true
	f()
	b.distinct = before
}

// Spent returns how many steps the document that was begun last has taken.
func (b *Builder) Spent() int { return buildSteps - b.steps }

// Want asks for a particle within a content model.
type Want struct {
	Particle *xsd.Particle
	Count    int
	Child    func() *Draft // makes the first of them; nil for a minimal one
	Alike    bool          // the others repeat the first
}

// Element returns a minimal element of a declaration, nil where there is none.
func (b *Builder) Element(e *xsd.ElementDecl) *Draft {
	if e = b.cheapest(e); e == nil {
		return nil
	}
	return b.Exactly(e)
}

// cheapest returns the declaration that may stand where e is declared and is
// the smallest.
func (b *Builder) cheapest(e *xsd.ElementDecl) *xsd.ElementDecl {
	var best *xsd.ElementDecl
	for _, m := range b.schema.Substitutes(e) {
		if best == nil || b.cost(m.Type) < b.cost(best.Type) {
			best = m
		}
	}
	return best
}

// Fill gives an element the content and attributes that its type asks for, and
// what is wanted besides.
func (b *Builder) Fill(d *Draft, t xsd.Type, w *Want) bool {
	if b.steps--; b.steps < 0 {
		return false
	}
	switch t := t.(type) {
	case *xsd.SimpleType:
		return b.simple(d, t)
	case *xsd.ComplexType:
		if t.Abstract {
			to := b.concrete(t)
			if to == nil {
				return false
			}
			d.As = to.Name
			b.As(to)
			return b.Fill(d, to, w)
		}
		return b.complex(d, t, w)
	}
	return false
}

// concrete returns the smallest type that xsi:type can put in the place of an
// abstract one.
func (b *Builder) concrete(t *xsd.ComplexType) *xsd.ComplexType {
	var best *xsd.ComplexType
	for _, d := range inclusion.Descendants(b.schema, t) {
		if best == nil || b.cost(d) < b.cost(best) {
			best = d
		}
	}
	return best
}

// maxOccurs bounds how often an element is repeated.
const maxOccurs = 10_000

// Exactly returns a minimal element of a declaration, and of no other in its
// place.
func (b *Builder) Exactly(e *xsd.ElementDecl) *Draft {
	k := &Draft{Name: e.Name}
	if !b.Within(e, func() bool { return b.Fill(k, e.Type, nil) }) {
		return nil
	}
	if e.Value != nil && e.Value.Fixed {
		k.Text = e.Value.Lexical
	}
	return k
}
