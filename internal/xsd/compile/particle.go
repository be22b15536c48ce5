package compile

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// contentParticle reads the model group child of a complex type; nil for
// none, and where Part 1 §3.4.2 clause 2.1 says that it counts as none.
func (b *builder) contentParticle(d *document, e *xmltree.Element, scope xsd.Component) *xsd.Particle {
	g := child(e, "group", "all", "choice", "sequence")
	if g == nil {
		return nil
	}
	p := b.particle(d, g, scope)
	if p == nil {
		return nil
	}
	if g.Local != "group" && isBare(g) && (g.Local != "choice" || p.Min == 0) {
		return nil
	}
	return p
}

// isBare reports whether a model group has no children but annotations. A
// child with maxOccurs 0 stands for no particle, but is a child: what has only
// such is element-only content without elements, where white space may be.
func isBare(g *xmltree.Element) bool {
	for ch := range g.Elements() {
		if !isXSD(ch, "annotation") {
			return false
		}
	}
	return true
}

// particle reads a child of a model group or of a complex type; nil where
// maxOccurs is 0 or the child is broken.
func (b *builder) particle(d *document, e *xmltree.Element, scope xsd.Component) *xsd.Particle {
	low, high := occurs(e)
	if high != xsd.Unbounded && low > high {
		b.log.diags.Error(posOf(e, "maxOccurs"), "p-props-correct.2.1", "maxOccurs %d is less than minOccurs %d", high, low)
		high = low
	}
	term := b.term(d, e, scope)
	if term == nil || high == 0 {
		return nil
	}
	p := &xsd.Particle{Min: low, Max: high, Term: term, Pos: e.Pos}
	if _, isRef := e.Attr("", "ref"); isRef {
		p.Annotations = annotations(e)
	}
	return p
}

// term reads what a particle repeats.
func (b *builder) term(d *document, e *xmltree.Element, scope xsd.Component) xsd.Term {
	switch e.Local {
	case "element":
		if el := b.localElement(d, e, scope); el != nil {
			return el
		}
	case "group":
		if g := b.groupRef(d, e); g != nil {
			return g
		}
	case "any":
		return newWildcard(b.log, d, e)
	case "sequence", "choice", "all":
		return b.modelGroup(d, e, scope)
	}
	return nil
}

// modelGroup reads a sequence, choice or all.
func (b *builder) modelGroup(d *document, e *xmltree.Element, scope xsd.Component) *xsd.ModelGroup {
	g := &xsd.ModelGroup{Compositor: compositors[e.Local], Pos: e.Pos, Annotations: annotations(e)}
	if !b.log.count(e.Pos) {
		return g
	}
	for ch := range e.Elements() {
		if ch.Space != xsd.Namespace || !slices.Contains(particleNames, ch.Local) && ch.Local != "all" {
			continue
		}
		if p := b.particle(d, ch, scope); p != nil {
			b.checkAllLimited(g, p)
			g.Particles = append(g.Particles, p)
		}
	}
	return g
}

var compositors = map[string]xsd.Compositor{"sequence": xsd.Sequence, "choice": xsd.Choice, "all": xsd.All}

// checkAllLimited is All Group Limited (Part 1 §3.8.6): an all group stands
// alone as the content of a type, never within another group.
func (b *builder) checkAllLimited(outer *xsd.ModelGroup, p *xsd.Particle) {
	if g, ok := p.Term.(*xsd.ModelGroup); ok && g.Compositor == xsd.All {
		b.log.diags.Error(p.Pos, "cos-all-limited.1.2", "an all group cannot stand within a %s: it must be the whole content of a type", outer.Compositor).
			See(g.Pos, "the all group")
	}
}

// groupRef resolves a group reference to the model group of its definition.
func (b *builder) groupRef(d *document, e *xmltree.Element) *xsd.ModelGroup {
	r, ok := b.sy.reference(d, e, "ref")
	if !ok {
		return nil
	}
	if s := b.sy.redefining(groupSymbol, e); s != nil && r.name == s.name {
		return b.selfReference(s, r, e)
	}
	s := b.sy.lookup(groupSymbol, r)
	if s == nil {
		return nil
	}
	if s.state == building {
		b.log.diags.Error(r.pos(), "mg-props-correct.2", "group %q contains itself", r.text).See(s.e.Pos, "its definition")
		return nil
	}
	if def := b.modelGroupDef(s); def != nil {
		b.log.refersTo(def, r.pos())
		return def.Group
	}
	return nil
}

// selfReference is the reference of a redefined group to what it redefines
// (src-redefine.6.1): at most one, occurring once.
func (b *builder) selfReference(s *symbol, r reference, e *xmltree.Element) *xsd.ModelGroup {
	if low, high := occurs(e); low != 1 || high != 1 {
		b.log.diags.Error(r.pos(), "src-redefine.6.1.2", "the reference of a redefined group to itself must have minOccurs and maxOccurs 1")
	}
	if s.selfRefs++; s.selfRefs == 2 {
		b.log.diags.Error(r.pos(), "src-redefine.6.1.1", "a redefined group must refer to itself only once")
	}
	if def := b.modelGroupDef(s.original); def != nil {
		b.log.refersTo(def, r.pos())
		return def.Group
	}
	return nil
}

// modelGroupDef returns the definition of a symbol; nil while it is being
// built and where it has no group.
func (b *builder) modelGroupDef(s *symbol) *xsd.ModelGroupDef {
	if s.state != unbuilt {
		def, _ := s.built.(*xsd.ModelGroupDef)
		return def
	}
	if !b.log.enter(s.e.Pos) {
		return nil
	}
	defer b.log.leave()
	s.state = building
	defer func() { s.state = built }()
	b.log.count(s.e.Pos)
	def := &xsd.ModelGroupDef{Name: s.name, Pos: s.e.Pos, Annotations: annotations(s.e)}
	e := child(s.e, "all", "choice", "sequence")
	if e == nil {
		return nil
	}
	b.log.chain.groups = append(b.log.chain.groups, def)
	def.Group = b.modelGroup(s.doc, e, def)
	b.log.chain.groups = b.log.chain.groups[:len(b.log.chain.groups)-1]
	def.Group.Def = def
	s.built = def
	return def
}
