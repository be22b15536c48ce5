package sample

import (
	"slices"
	"strconv"

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
	}
}

// Begin makes the builder ready for a document.
func (b *Builder) Begin() {
	b.steps, b.Turn, b.Full, b.IDs = buildSteps, 0, 0, 0
	clear(b.inKey)
}

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
			return b.Fill(d, to, w)
		}
		return b.complex(d, t, w)
	}
	return false
}

func (b *Builder) simple(d *Draft, t *xsd.SimpleType) bool {
	text, ok := b.Text(t)
	d.Text = text
	return ok
}

// Text returns a text of a simple type.
func (b *Builder) Text(t *xsd.SimpleType) (string, bool) {
	list, known := b.texts[t]
	if !known {
		list = inclusion.ValidTexts(t.Datatype)
		b.texts[t] = list
	}
	switch {
	case len(list) == 0:
		return "", false
	case t.Builtin().Name.Local == "ID":
		return b.identifier(t, list), true
	case !b.distinct:
		return list[0], true
	}
	return list[b.Turn%len(list)], true
}

// identifier returns a text for the next identifier of the document (Part 1
// §3.3.4, Validation Root Valid). A reference is the first of the texts, as the
// first identifier is.
func (b *Builder) identifier(t *xsd.SimpleType, list []string) string {
	n := b.IDs
	b.IDs++
	if text := list[0] + strconv.Itoa(n+1); n > 0 && t.Datatype.Validate([]byte(text), nil) == nil {
		return text
	}
	return list[n%len(list)]
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

func (b *Builder) complex(d *Draft, t *xsd.ComplexType, w *Want) bool {
	for _, u := range inclusion.SortedUses(t.AttributeUses) {
		if u.Required || b.Full > 0 {
			text, ok := b.AttributeText(u)
			if !ok {
				return false
			}
			d.Set(u.Decl.Name, text)
		}
	}
	if t.Content.Kind == xsd.SimpleContent {
		return b.simple(d, t.Content.Simple)
	}
	b.Full--
	kids, ok := b.particle(t.Content.Particle, w)
	b.Full++
	d.Kids = append(d.Kids, kids...)
	return ok
}

// AttributeText returns a text for an attribute: the fixed one where there is
// one.
func (b *Builder) AttributeText(u *xsd.AttributeUse) (string, bool) {
	if v := u.Effective(); v != nil && v.Fixed {
		return v.Lexical, true
	}
	return b.Text(u.Decl.Type)
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
	case w != nil && hasParticle(p, w.Particle):
		n = max(n, 1)
	case n == 0 && (b.Full > 0 || b.keyed[p] && !b.inKey[p]):
		n = 1
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

// maxOccurs bounds how often an element is repeated.
const maxOccurs = 10_000

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
	for _, p := range g.Particles {
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
	var best *xsd.Particle
	for _, p := range g.Particles {
		if w != nil && w.Count > 0 && hasParticle(p, w.Particle) {
			return p
		}
		if w != nil && w.Count == 0 && hasParticle(p, w.Particle) && len(g.Particles) > 1 {
			continue
		}
		if best == nil || b.particleCost(p) < b.particleCost(best) {
			best = p
		}
	}
	return best
}

// hasParticle reports whether a particle is the other one or has it within.
func hasParticle(p, within *xsd.Particle) bool {
	if p == within {
		return true
	}
	g, ok := p.Term.(*xsd.ModelGroup)
	return ok && slices.ContainsFunc(g.Particles, func(q *xsd.Particle) bool { return hasParticle(q, within) })
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
// one, none, and those of the schema.
func (b *Builder) Spaces(w *xsd.Wildcard) []string {
	return slices.Concat(w.Namespaces.Names, []string{"urn:any", ""}, b.schema.Namespaces())
}

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
		c += b2i(u.Required)
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

// Exactly returns a minimal element of a declaration, and of no other in its
// place.
func (b *Builder) Exactly(e *xsd.ElementDecl) *Draft {
	k := &Draft{Name: e.Name}
	if !b.Fill(k, e.Type, nil) {
		return nil
	}
	if e.Value != nil && e.Value.Fixed {
		k.Text = e.Value.Lexical
	}
	return k
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
