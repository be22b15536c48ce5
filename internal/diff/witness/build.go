package witness

import (
	"slices"
	"strconv"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// builder makes small valid elements of one version.
type builder struct {
	side *diff.Side
	// shared reports whether the other version has the type as well: such
	// types are taken where there is a choice.
	shared func(xsd.Type) bool
	costs  map[xsd.Type]int
	active map[xsd.Type]bool
	texts  map[*xsd.SimpleType][]string
	steps  int // left to do
	// turn picks among texts, so that repeated elements differ where they
	// must: with distinct set all texts do, else identifiers.
	turn     int
	distinct bool
	// full adds optional elements and attributes, for as many levels.
	full int
	// keyed are particles that are put in although they are optional, but not
	// within themselves, as a keyref names what they hold.
	keyed, inKey map[*xsd.Particle]bool
	// ids counts the identifiers of the document, so that no two are alike.
	ids int
}

// never is the cost of what cannot be written down.
const never = 1 << 30

// buildSteps bounds the work on one document.
const buildSteps = 100_000

func newBuilder(s *diff.Side, shared func(xsd.Type) bool) *builder {
	return &builder{
		side: s, shared: shared, steps: buildSteps, distinct: len(s.Schema.IdentityConstraints()) > 0,
		keyed: map[*xsd.Particle]bool{}, inKey: map[*xsd.Particle]bool{},
		costs: map[xsd.Type]int{}, active: map[xsd.Type]bool{}, texts: map[*xsd.SimpleType][]string{},
	}
}

// begin makes the builder ready for a document.
func (b *builder) begin() {
	b.steps, b.turn, b.full, b.ids = buildSteps, 0, 0, 0
	clear(b.inKey)
}

// want asks for a particle within a content model.
type want struct {
	particle *xsd.Particle
	count    int
	child    func() *draft // makes the first of them; nil for a minimal one
	alike    bool          // the others repeat the first
}

// element returns a minimal element of a declaration, nil where there is none.
func (b *builder) element(e *xsd.ElementDecl) *draft {
	if e = b.cheapest(e); e == nil {
		return nil
	}
	d := &draft{name: e.Name}
	if !b.fill(d, e.Type, nil) {
		return nil
	}
	if e.Value != nil && e.Value.Fixed {
		d.text = e.Value.Lexical
	}
	return d
}

// cheapest returns the declaration that may stand where e is declared and is
// the smallest.
func (b *builder) cheapest(e *xsd.ElementDecl) *xsd.ElementDecl {
	var best *xsd.ElementDecl
	for _, m := range b.side.Schema.Substitutes(e) {
		if best == nil || b.cost(m.Type) < b.cost(best.Type) {
			best = m
		}
	}
	return best
}

// fill gives an element the content and attributes that its type asks for, and
// what is wanted besides.
func (b *builder) fill(d *draft, t xsd.Type, w *want) bool {
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
			d.as = to.Name
			return b.fill(d, to, w)
		}
		return b.complex(d, t, w)
	}
	return false
}

func (b *builder) simple(d *draft, t *xsd.SimpleType) bool {
	text, ok := b.text(t)
	d.text = text
	return ok
}

// text returns a text of a simple type.
func (b *builder) text(t *xsd.SimpleType) (string, bool) {
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
	return list[b.turn%len(list)], true
}

// identifier returns a text for the next identifier of the document (Part 1
// §3.3.4, Validation Root Valid). A reference is the first of the texts, as the
// first identifier is.
func (b *builder) identifier(t *xsd.SimpleType, list []string) string {
	n := b.ids
	b.ids++
	if text := list[0] + strconv.Itoa(n+1); n > 0 && t.Datatype.Validate([]byte(text), nil) == nil {
		return text
	}
	return list[n%len(list)]
}

// concrete returns the smallest type that xsi:type can put in the place of an
// abstract one.
func (b *builder) concrete(t *xsd.ComplexType) *xsd.ComplexType {
	var best *xsd.ComplexType
	for _, d := range inclusion.Descendants(b.side.Schema, t) {
		if best == nil || b.cost(d) < b.cost(best) {
			best = d
		}
	}
	return best
}

func (b *builder) complex(d *draft, t *xsd.ComplexType, w *want) bool {
	for _, u := range inclusion.SortedUses(t.AttributeUses) {
		if u.Required || b.full > 0 {
			text, ok := b.attributeText(u)
			if !ok {
				return false
			}
			d.set(u.Decl.Name, text)
		}
	}
	if t.Content.Kind == xsd.SimpleContent {
		return b.simple(d, t.Content.Simple)
	}
	b.full--
	kids, ok := b.particle(t.Content.Particle, w)
	b.full++
	d.kids = append(d.kids, kids...)
	return ok
}

func (b *builder) attributeText(u *xsd.AttributeUse) (string, bool) {
	if v := u.Effective(); v != nil && v.Fixed {
		return v.Lexical, true
	}
	return b.text(u.Decl.Type)
}

// particle returns elements that a particle accepts.
func (b *builder) particle(p *xsd.Particle, w *want) ([]*draft, bool) {
	if p == nil {
		return nil, true
	}
	if b.steps--; b.steps < 0 {
		return nil, false
	}
	n := p.Min
	wanted := w != nil && p == w.particle
	switch {
	case wanted:
		n = w.count
	case w != nil && hasParticle(p, w.particle):
		n = max(n, 1)
	case n == 0 && (b.full > 0 || b.keyed[p] && !b.inKey[p]):
		n = 1
	}
	if b.keyed[p] && !b.inKey[p] {
		b.inKey[p] = true
		defer delete(b.inKey, p)
	}
	if n > maxOccurs {
		return nil, false
	}
	var out []*draft
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
func (b *builder) round(p *xsd.Particle, w *want, wanted bool, i int, before []*draft) ([]*draft, bool) {
	switch {
	case wanted && i == 0 && w.child != nil:
		d := w.child()
		return []*draft{d}, d != nil
	case wanted && i > 0 && w.alike:
		return []*draft{before[0]}, true
	case wanted:
		w = nil
	}
	turn := b.turn
	b.turn = i
	kids, ok := b.term(p, w)
	b.turn = turn
	return kids, ok
}

func (b *builder) term(p *xsd.Particle, w *want) ([]*draft, bool) {
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		d := b.element(t)
		return []*draft{d}, d != nil
	case *xsd.Wildcard:
		d := b.any(t)
		return []*draft{d}, d != nil
	case *xsd.ModelGroup:
		return b.group(t, w)
	}
	return nil, true
}

func (b *builder) group(g *xsd.ModelGroup, w *want) ([]*draft, bool) {
	if g.Compositor == xsd.Choice {
		branch := b.branch(g, w)
		if branch == nil {
			return nil, len(g.Particles) == 0
		}
		return b.particle(branch, w)
	}
	var out []*draft
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
func (b *builder) branch(g *xsd.ModelGroup, w *want) *xsd.Particle {
	var best *xsd.Particle
	for _, p := range g.Particles {
		if w != nil && w.count > 0 && hasParticle(p, w.particle) {
			return p
		}
		if w != nil && w.count == 0 && hasParticle(p, w.particle) && len(g.Particles) > 1 {
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
func (b *builder) any(w *xsd.Wildcard) *draft {
	if w.Process == xsd.Strict {
		for _, e := range b.side.Schema.Elements() {
			if w.Namespaces.Allows(e.Name.Space) && !e.Abstract && b.cost(e.Type) < never {
				return b.element(e)
			}
		}
		return nil
	}
	for _, space := range b.spaces(w) {
		if name := (xsd.QName{Space: space, Local: "any"}); w.Namespaces.Allows(space) && b.side.Schema.Element(name) == nil {
			return &draft{name: name}
		}
	}
	return nil
}

// spaces returns namespaces to try for a wildcard: those it names, a foreign
// one, none, and those of the schema.
func (b *builder) spaces(w *xsd.Wildcard) []string {
	return slices.Concat(w.Namespaces.Names, []string{"urn:any", ""}, b.side.Schema.Namespaces())
}

// cost returns about how large the smallest element of a type is.
func (b *builder) cost(t xsd.Type) int {
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

func (b *builder) typeCost(t xsd.Type) int {
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

func (b *builder) particleCost(p *xsd.Particle) int {
	if p == nil || p.Min == 0 {
		return 0
	}
	c := 1
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		c = never
		for _, m := range b.side.Schema.Substitutes(t) {
			c = min(c, 1+b.cost(m.Type))
		}
	case *xsd.ModelGroup:
		c = b.groupCost(t)
	}
	return min(c*min(p.Min, maxOccurs), never)
}

func (b *builder) groupCost(g *xsd.ModelGroup) int {
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

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
