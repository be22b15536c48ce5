package compile

import (
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// useBuilt is an attribute declaration or use with where it was read, kept for
// the checks of value constraints.
type useBuilt struct {
	decl *xsd.AttributeDecl
	use  *xsd.AttributeUse // nil for a global declaration
	doc  *document
	e    *xmltree.Element
}

// globalAttribute returns the attribute declaration of a symbol.
func (c *compiler) globalAttribute(s *symbol) *xsd.AttributeDecl {
	if s.built != nil {
		return s.built.(*xsd.AttributeDecl)
	}
	decl := &xsd.AttributeDecl{Name: s.name, Global: true}
	s.built, s.state = decl, built
	c.fillAttribute(s.doc, s.e, decl)
	decl.Value = c.valueConstraint(s.e, "src-attribute.1")
	if decl.Value != nil {
		c.uses = append(c.uses, &useBuilt{decl: decl, doc: s.doc, e: s.e})
	}
	return decl
}

func (c *compiler) fillAttribute(d *document, e *xmltree.Element, decl *xsd.AttributeDecl) {
	c.count(e.Pos)
	decl.Pos, decl.Annotations = e.Pos, annotations(e)
	decl.Type = c.attributeType(d, e, decl)
	c.notationType(decl.Type, posOf(e, "type"))
	if decl.Name.Local == "xmlns" {
		c.diags.Error(posOf(e, "name"), "no-xmlns", "an attribute cannot be named xmlns: that declares a namespace")
	}
	if decl.Name.Space == xsd.InstanceNamespace {
		c.diags.Error(posOf(e, "name"), "no-xsi", "no attribute can be declared in the namespace %s", xsd.InstanceNamespace)
	}
}

func (c *compiler) attributeType(d *document, e *xmltree.Element, decl *xsd.AttributeDecl) *xsd.SimpleType {
	inner := child(e, "simpleType")
	_, named := e.Attr("", "type")
	if named && inner != nil {
		c.diags.Error(inner.Pos, "src-attribute.4", "an attribute has either the attribute type or a simpleType child, not both")
	}
	if inner != nil {
		return c.simple(d, inner, decl, nil)
	}
	if r, ok := c.reference(d, e, "type"); ok {
		if t := c.simpleRef(r); t != nil {
			return t
		}
	}
	return xsd.AnySimpleType
}

// attributeUse reads an attribute within a type or attribute group (Part 1
// §3.2.2). prohibited is set where it only takes a use of the base away.
func (c *compiler) attributeUse(d *document, e *xmltree.Element) (use *xsd.AttributeUse, prohibited bool) {
	use = &xsd.AttributeUse{Pos: e.Pos, Required: attrIs(e, "use", "required")}
	use.Decl = c.usedAttribute(d, e)
	if use.Decl == nil {
		return nil, false
	}
	use.Value = c.valueConstraint(e, "src-attribute.1")
	if use.Value != nil && !use.Value.Fixed {
		if a, ok := e.Attr("", "use"); ok && collapse(a.Value) != "optional" {
			c.diags.Error(a.Pos, "src-attribute.2", "an attribute with a default must be optional")
		}
	}
	if _, isRef := e.Attr("", "ref"); isRef {
		use.Annotations = annotations(e)
	}
	if use.Value != nil {
		c.uses = append(c.uses, &useBuilt{decl: use.Decl, use: use, doc: d, e: e})
	}
	return use, attrIs(e, "use", "prohibited")
}

// usedAttribute returns the declaration that an attribute element makes or
// refers to.
func (c *compiler) usedAttribute(d *document, e *xmltree.Element) *xsd.AttributeDecl {
	name, named := e.Attr("", "name")
	_, referring := e.Attr("", "ref")
	if named == referring {
		c.diags.Error(e.Pos, "src-attribute.3.1", "an attribute has either the attribute name or the attribute ref, not both and not neither")
		if !named {
			return nil
		}
	}
	if referring && !named {
		return c.attributeRef(d, e)
	}
	decl := &xsd.AttributeDecl{Name: xsd.QName{Local: collapse(name.Value)}}
	if qualified(e, d.attributeQualified) {
		decl.Name.Space = d.namespace
	}
	c.fillAttribute(d, e, decl)
	return decl
}

func (c *compiler) attributeRef(d *document, e *xmltree.Element) *xsd.AttributeDecl {
	for _, local := range []string{"form", "type"} {
		if a, ok := e.Attr("", local); ok {
			c.diags.Error(a.Pos, "src-attribute.3.2", "attribute %q cannot stand beside ref: it belongs to the declaration", local)
		}
	}
	if inner := child(e, "simpleType"); inner != nil {
		c.diags.Error(inner.Pos, "src-attribute.3.2", "a type cannot stand beside ref: it belongs to the declaration")
	}
	r, ok := c.reference(d, e, "ref")
	if !ok {
		return nil
	}
	if r.name.Space == xsd.XMLNamespace && !c.known[xsd.XMLNamespace] && c.visible(r) {
		if decl := xmlAttributes()[r.name.Local]; decl != nil {
			return decl
		}
	}
	s := c.lookup(attributeSymbol, r)
	if s == nil {
		return nil
	}
	return c.globalAttribute(s)
}

// attributeSet is the attribute uses and wildcard of a type or group.
type attributeSet struct {
	uses       []*xsd.AttributeUse
	byName     map[xsd.QName]*xsd.AttributeUse
	prohibited map[xsd.QName]bool
	wildcard   *xsd.Wildcard
	// own is set if wildcard is the set's own anyAttribute and so decides
	// how contents are processed.
	own bool
	// twiceCode is the constraint that names must differ.
	twiceCode string
}

// attributeSet reads the attribute, attributeGroup and anyAttribute children
// (Part 1 §3.4.2, §3.6.2).
func (c *compiler) attributeSet(d *document, e *xmltree.Element) attributeSet {
	s := attributeSet{twiceCode: "ct-props-correct.4"}
	if e.Local == "attributeGroup" {
		s.twiceCode = "ag-props-correct.2"
	}
	if any := child(e, "anyAttribute"); any != nil {
		s.wildcard, s.own = c.wildcard(d, any), true
	}
	for ch := range e.Elements() {
		switch {
		case isXSD(ch, "attribute"):
			use, prohibited := c.attributeUse(d, ch)
			switch {
			case use == nil:
			case prohibited:
				s.prohibit(use.Decl.Name)
			default:
				c.addUse(d, &s, use)
			}
		case isXSD(ch, "attributeGroup"):
			if g := c.attributeGroupRef(d, ch); g != nil {
				c.addGroup(d, ch, &s, g)
			}
		}
	}
	return s
}

// addUse adds a use to a set, whose names must differ (ct-props-correct.4,
// ag-props-correct.2).
func (c *compiler) addUse(d *document, s *attributeSet, use *xsd.AttributeUse) {
	switch other := s.byName[use.Decl.Name]; other {
	case use:
	case nil:
		s.add(use)
	default:
		c.diags.Error(use.Pos, s.twiceCode, "attribute %q is declared twice", d.Label(use.Decl.Name)).See(other.Pos, "first declared here")
	}
}

func (s *attributeSet) add(uses ...*xsd.AttributeUse) {
	if s.byName == nil {
		s.byName = map[xsd.QName]*xsd.AttributeUse{}
	}
	for _, u := range uses {
		s.byName[u.Decl.Name] = u
	}
	s.uses = append(s.uses, uses...)
}

func (s *attributeSet) prohibit(name xsd.QName) {
	if s.prohibited == nil {
		s.prohibited = map[xsd.QName]bool{}
	}
	s.prohibited[name] = true
}

func (c *compiler) addGroup(d *document, e *xmltree.Element, s *attributeSet, g *attributeGroup) {
	if !c.countAll(e.Pos, len(g.set.uses)) {
		return
	}
	for _, use := range g.set.uses {
		c.addUse(d, s, use)
	}
	switch {
	case g.set.wildcard == nil:
	case s.wildcard == nil:
		s.wildcard = g.set.wildcard
	default:
		both, ok := s.wildcard.Namespaces.Intersect(g.set.wildcard.Namespaces)
		if !ok {
			c.diags.Error(e.Pos, "src-ct.4", "the wildcards of this type and of the group have no common form: %s and %s", s.wildcard.Namespaces, g.set.wildcard.Namespaces)
			return
		}
		s.wildcard = &xsd.Wildcard{Namespaces: both, Process: s.wildcard.Process, Pos: s.wildcard.Pos, Annotations: s.wildcard.Annotations}
	}
}

// attributeGroup is an attribute group on its way.
type attributeGroup struct {
	def *xsd.AttributeGroupDef
	set attributeSet
}

// attributeGroupRef resolves a reference to an attribute group.
func (c *compiler) attributeGroupRef(d *document, e *xmltree.Element) *attributeGroup {
	r, ok := c.reference(d, e, "ref")
	if !ok {
		return nil
	}
	if s := c.redefining(attributeGroupSymbol, e); s != nil && r.name == s.name {
		if s.selfRefs++; s.selfRefs == 2 {
			c.diags.Error(r.pos(), "src-redefine.7.1", "a redefined attribute group must refer to itself only once")
		}
		return c.attributeGroup(s.original)
	}
	if r.name == specialAttrs && !c.known[xsd.XMLNamespace] && c.visible(r) {
		return c.specialAttrs()
	}
	s := c.lookup(attributeGroupSymbol, r)
	if s == nil {
		return nil
	}
	if s.state == building {
		c.diags.Error(r.pos(), "src-attribute_group.3", "attribute group %q contains itself", r.text).See(s.e.Pos, "its definition")
		return nil
	}
	return c.attributeGroup(s)
}

// attributeGroup returns the attribute group of a symbol; nil while it is
// being built.
func (c *compiler) attributeGroup(s *symbol) *attributeGroup {
	if s.state != unbuilt {
		g, _ := s.built.(*attributeGroup)
		return g
	}
	if !c.enter(s.e.Pos) {
		return nil
	}
	defer c.leave()
	s.state = building
	c.count(s.e.Pos)
	set := c.attributeSet(s.doc, s.e)
	g := &attributeGroup{set: set, def: &xsd.AttributeGroupDef{
		Name: s.name, Pos: s.e.Pos, Uses: set.uses, Wildcard: set.wildcard, Annotations: annotations(s.e),
	}}
	s.built, s.state = g, built
	return g
}

// attributesOf combines the attributes that a type's document states with
// those of its base (Part 1 §3.4.2).
func (c *compiler) attributesOf(t *complexType, e *xmltree.Element) {
	set := c.attributeSet(t.doc, e)
	t.t.AttributeUses, t.t.AttributeWildcard = set.uses, set.wildcard
	base, ok := t.t.Base.(*xsd.ComplexType)
	if !ok || base == xsd.AnyType && t.t.Method == xsd.Restriction {
		return
	}
	if t.t.Method == xsd.Extension {
		c.extendAttributes(t, base, set)
		return
	}
	if c.countAll(e.Pos, len(base.AttributeUses)) {
		t.t.AttributeUses = restrictAttributes(base, set)
	}
}

// extendAttributes adds a type's own attributes to those of its base.
func (c *compiler) extendAttributes(t *complexType, base *xsd.ComplexType, set attributeSet) {
	c.extendWildcard(t, base.AttributeWildcard, set.wildcard)
	if len(set.uses) == 0 {
		t.t.AttributeUses = base.AttributeUses
		return
	}
	if !c.countAll(t.e.Pos, len(base.AttributeUses)) {
		return
	}
	all := attributeSet{twiceCode: "ct-props-correct.4"}
	all.add(base.AttributeUses...)
	for _, use := range set.uses {
		c.addUse(t.doc, &all, use)
	}
	t.t.AttributeUses = all.uses
}

// extendWildcard unites the type's own wildcard with that of its base.
func (c *compiler) extendWildcard(t *complexType, base, own *xsd.Wildcard) {
	switch {
	case base == nil:
	case own == nil:
		t.t.AttributeWildcard = base
	default:
		either, ok := own.Namespaces.Union(base.Namespaces)
		if !ok {
			c.diags.Error(own.Pos, "src-ct.5", "the wildcards of this type and of its base cannot be united: %s and %s", own.Namespaces, base.Namespaces)
			return
		}
		t.t.AttributeWildcard = &xsd.Wildcard{Namespaces: either, Process: own.Process, Pos: own.Pos, Annotations: own.Annotations}
	}
}

// restrictAttributes is clause 3 of Part 1 §3.4.2: the base's uses in their
// order, but for those that are replaced or prohibited, then what is new.
func restrictAttributes(base *xsd.ComplexType, set attributeSet) []*xsd.AttributeUse {
	var uses []*xsd.AttributeUse
	inBase := map[xsd.QName]bool{}
	for _, b := range base.AttributeUses {
		inBase[b.Decl.Name] = true
		switch u := set.byName[b.Decl.Name]; {
		case u != nil:
			uses = append(uses, u)
		case !set.prohibited[b.Decl.Name]:
			uses = append(uses, b)
		}
	}
	for _, u := range set.uses {
		if !inBase[u.Decl.Name] {
			uses = append(uses, u)
		}
	}
	return uses
}
