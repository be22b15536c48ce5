package compile

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// contentParticle reads the model group child of a complex type; nil for
// none, and where Part 1 §3.4.2 clause 2.1 says that it counts as none.
func (c *compiler) contentParticle(d *document, e *xmltree.Element, scope xsd.Component) *xsd.Particle {
	g := child(e, "group", "all", "choice", "sequence")
	if g == nil {
		return nil
	}
	p := c.particle(d, g, scope)
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
func (c *compiler) particle(d *document, e *xmltree.Element, scope xsd.Component) *xsd.Particle {
	low, high := occurs(e)
	if high != xsd.Unbounded && low > high {
		c.diags.Error(posOf(e, "maxOccurs"), "p-props-correct.2.1", "maxOccurs %d is less than minOccurs %d", high, low)
		high = low
	}
	term := c.term(d, e, scope)
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
func (c *compiler) term(d *document, e *xmltree.Element, scope xsd.Component) xsd.Term {
	switch e.Local {
	case "element":
		if el := c.localElement(d, e, scope); el != nil {
			return el
		}
	case "group":
		if g := c.groupRef(d, e); g != nil {
			return g
		}
	case "any":
		return c.wildcard(d, e)
	case "sequence", "choice", "all":
		return c.modelGroup(d, e, scope)
	}
	return nil
}

// modelGroup reads a sequence, choice or all.
func (c *compiler) modelGroup(d *document, e *xmltree.Element, scope xsd.Component) *xsd.ModelGroup {
	g := &xsd.ModelGroup{Compositor: compositors[e.Local], Pos: e.Pos, Annotations: annotations(e)}
	if !c.count(e.Pos) {
		return g
	}
	for ch := range e.Elements() {
		if ch.Space != xsd.Namespace || !slices.Contains(particleNames, ch.Local) && ch.Local != "all" {
			continue
		}
		if p := c.particle(d, ch, scope); p != nil {
			c.checkAllLimited(g, p)
			g.Particles = append(g.Particles, p)
		}
	}
	return g
}

var compositors = map[string]xsd.Compositor{"sequence": xsd.Sequence, "choice": xsd.Choice, "all": xsd.All}

// checkAllLimited is All Group Limited (Part 1 §3.8.6): an all group stands
// alone as the content of a type, never within another group.
func (c *compiler) checkAllLimited(outer *xsd.ModelGroup, p *xsd.Particle) {
	if g, ok := p.Term.(*xsd.ModelGroup); ok && g.Compositor == xsd.All {
		c.diags.Error(p.Pos, "cos-all-limited.1.2", "an all group cannot stand within a %s: it must be the whole content of a type", outer.Compositor).
			See(g.Pos, "the all group")
	}
}

// groupRef resolves a group reference to the model group of its definition.
func (c *compiler) groupRef(d *document, e *xmltree.Element) *xsd.ModelGroup {
	r, ok := c.reference(d, e, "ref")
	if !ok {
		return nil
	}
	if s := c.redefining(groupSymbol, e); s != nil && r.name == s.name {
		return c.selfReference(s, r, e)
	}
	s := c.lookup(groupSymbol, r)
	if s == nil {
		return nil
	}
	if s.state == building {
		c.diags.Error(r.pos(), "mg-props-correct.2", "group %q contains itself", r.text).See(s.e.Pos, "its definition")
		return nil
	}
	if def := c.modelGroupDef(s); def != nil {
		c.refersTo(def, r.pos())
		return def.Group
	}
	return nil
}

// redefining returns the symbol of the redefine child that e stands in.
func (c *compiler) redefining(kind symbolKind, e *xmltree.Element) *symbol {
	for up := e; up.Parent != nil; up = up.Parent {
		if isXSD(up.Parent, "redefine") {
			if s := c.redefinedAt[up]; s != nil && s.kind == kind {
				return s
			}
		}
	}
	return nil
}

// selfReference is the reference of a redefined group to what it redefines
// (src-redefine.6.1): at most one, occurring once.
func (c *compiler) selfReference(s *symbol, r reference, e *xmltree.Element) *xsd.ModelGroup {
	if low, high := occurs(e); low != 1 || high != 1 {
		c.diags.Error(r.pos(), "src-redefine.6.1.2", "the reference of a redefined group to itself must have minOccurs and maxOccurs 1")
	}
	if s.selfRefs++; s.selfRefs == 2 {
		c.diags.Error(r.pos(), "src-redefine.6.1.1", "a redefined group must refer to itself only once")
	}
	if def := c.modelGroupDef(s.original); def != nil {
		c.refersTo(def, r.pos())
		return def.Group
	}
	return nil
}

// modelGroupDef returns the definition of a symbol; nil while it is being
// built and where it has no group.
func (c *compiler) modelGroupDef(s *symbol) *xsd.ModelGroupDef {
	if s.state != unbuilt {
		def, _ := s.built.(*xsd.ModelGroupDef)
		return def
	}
	if !c.enter(s.e.Pos) {
		return nil
	}
	defer c.leave()
	s.state = building
	defer func() { s.state = built }()
	c.count(s.e.Pos)
	def := &xsd.ModelGroupDef{Name: s.name, Pos: s.e.Pos, Annotations: annotations(s.e)}
	e := child(s.e, "all", "choice", "sequence")
	if e == nil {
		return nil
	}
	c.chain.groups = append(c.chain.groups, def)
	def.Group = c.modelGroup(s.doc, e, def)
	c.chain.groups = c.chain.groups[:len(c.chain.groups)-1]
	def.Group.Def = def
	s.built = def
	return def
}

// wildcard reads any and anyAttribute (Part 1 §3.10.2).
func (c *compiler) wildcard(d *document, e *xmltree.Element) *xsd.Wildcard {
	c.count(e.Pos)
	w := &xsd.Wildcard{Pos: e.Pos, Annotations: annotations(e), Namespaces: namespaceConstraint(d, e)}
	switch {
	case attrIs(e, "processContents", "lax"):
		w.Process = xsd.Lax
	case attrIs(e, "processContents", "skip"):
		w.Process = xsd.Skip
	}
	return w
}

func namespaceConstraint(d *document, e *xmltree.Element) xsd.NamespaceConstraint {
	a, ok := e.Attr("", "namespace")
	text := collapse(a.Value)
	switch {
	case !ok || text == "##any":
		return xsd.NamespaceConstraint{Any: true}
	case text == "##other":
		return xsd.NamespaceConstraint{Not: true, Names: []string{d.namespace}}
	}
	names := strings.Fields(text)
	for i, n := range names {
		switch n {
		case "##targetNamespace":
			names[i] = d.namespace
		case "##local":
			names[i] = ""
		}
	}
	slices.Sort(names)
	return xsd.NamespaceConstraint{Names: slices.Compact(names)}
}
