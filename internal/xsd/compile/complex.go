package compile

import (
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// complexType is a complex type on its way: others can point at t before its
// content is known.
type complexType struct {
	t     *xsd.ComplexType
	doc   *document
	e     *xmltree.Element
	sym   *symbol // nil for an anonymous type
	state buildState
	mixed bool
	// broken is set where the derivation is reported as wrong already: its
	// consequences are not.
	broken bool
}

// newComplex enters a complex type whose content is read later.
func (c *compiler) newComplex(d *document, e *xmltree.Element, enclosing xsd.Component) *complexType {
	t := &complexType{doc: d, e: e, t: &xsd.ComplexType{
		Pos: e.Pos, Enclosing: enclosing, Annotations: annotations(e),
		Base: xsd.AnyType, Method: xsd.Restriction,
		Abstract: boolAttr(e, "abstract"),
		Final:    derivationOr(e, "final", d.final, xsd.Restriction|xsd.Extension),
		Block:    derivationOr(e, "block", d.block, xsd.Restriction|xsd.Extension),
	}}
	c.byType[t.t] = t
	if c.count(e.Pos) {
		c.complex = append(c.complex, t)
	}
	return t
}

// complete reads the content of a complex type, its base's first.
func (c *compiler) complete(t *complexType) {
	if t.state != unbuilt || !c.enter(t.e.Pos) {
		return
	}
	defer c.leave()
	t.state = building
	t.mixed = boolAttr(t.e, "mixed")
	body := child(t.e, "simpleContent", "complexContent")
	switch {
	case body == nil:
		c.contentInPlace(t)
	case body.Local == "simpleContent":
		t.t.Annotations = append(t.t.Annotations, annotations(body)...)
		c.simpleContent(t, body)
	default:
		t.t.Annotations = append(t.t.Annotations, annotations(body)...)
		c.complexContent(t, body)
	}
	t.state = built
}

// contentInPlace is a complexType without simpleContent and complexContent:
// short for a restriction of xs:anyType.
func (c *compiler) contentInPlace(t *complexType) {
	t.t.Own = c.contentParticle(t.doc, t.e, t.t)
	t.t.Content = c.contentType(t.t.Own, t.mixed)
	c.attributesOf(t, t.e)
}

// contentType is the content of a type whose particle is complete in itself.
func (c *compiler) contentType(p *xsd.Particle, mixed bool) xsd.ContentType {
	switch {
	case mixed && p == nil:
		empty := &xsd.ModelGroup{Compositor: xsd.Sequence}
		return xsd.ContentType{Kind: xsd.MixedContent, Particle: &xsd.Particle{Min: 1, Max: 1, Term: empty}}
	case mixed:
		return xsd.ContentType{Kind: xsd.MixedContent, Particle: p}
	case p == nil:
		return xsd.ContentType{}
	default:
		return xsd.ContentType{Kind: xsd.ElementOnlyContent, Particle: p}
	}
}

// complexContent reads a complexContent element.
func (c *compiler) complexContent(t *complexType, body *xmltree.Element) {
	if _, ok := body.Attr("", "mixed"); ok {
		t.mixed = boolAttr(body, "mixed")
	}
	how := child(body, "restriction", "extension")
	if how == nil {
		return
	}
	t.t.Annotations = append(t.t.Annotations, annotations(how)...)
	base := c.complexBase(t, how)
	t.broken = base == nil
	if how.Local == "extension" {
		t.t.Method = xsd.Extension
	}
	if base != nil {
		t.t.Base = base
	}
	t.t.Own = c.contentParticle(t.doc, how, t.t)
	if how.Local == "extension" && base != nil {
		t.t.Content = c.extended(t, base)
	} else {
		t.t.Content = c.contentType(t.t.Own, t.mixed)
	}
	c.attributesOf(t, how)
}

// complexBase returns the base of a type with complex content, complete.
func (c *compiler) complexBase(t *complexType, how *xmltree.Element) *xsd.ComplexType {
	base := c.baseType(t, how)
	if base == nil {
		return nil
	}
	ct, ok := base.(*xsd.ComplexType)
	if !ok {
		c.diags.Error(posOf(how, "base"), "src-ct.1", "the base %s is a simple type; complexContent needs a complex type, simpleContent may extend a simple one", t.doc.typeLabel(base))
		return nil
	}
	return ct
}

// baseType resolves the attribute base and completes the type it names. A
// type that is still being completed is its own ancestor.
func (c *compiler) baseType(t *complexType, how *xmltree.Element) xsd.Type {
	r, ok := c.reference(t.doc, how, "base")
	if !ok {
		return nil
	}
	var base xsd.Type
	if t.sym != nil && t.sym.original != nil {
		base = c.redefinedBase(r, t.sym)
	} else {
		base = c.typeRef(r)
	}
	b, ok := base.(*xsd.ComplexType)
	if !ok || b == xsd.AnyType {
		return base
	}
	bt := c.byType[b]
	if bt.state == building {
		c.diags.Error(r.pos(), "ct-props-correct.3", "type %q is its own ancestor by way of %q", t.doc.Label(t.t.Name), r.text).See(bt.e.Pos, "the base")
		return nil
	}
	c.complete(bt)
	c.follows(t.t, b, r.pos())
	return b
}

// redefinedBase is the base of a type within redefine: the type of the same
// name that is being redefined (src-redefine.5).
func (c *compiler) redefinedBase(r reference, sym *symbol) xsd.Type {
	if r.name == sym.name {
		return c.typeOf(sym.original)
	}
	c.diags.Error(r.pos(), "src-redefine.5", "a redefined type derives from itself: base must be %q", r.doc.Label(sym.name))
	return nil
}

// extended is the content of an extension (Part 1 §3.4.2): the base's, then
// the type's own.
func (c *compiler) extended(t *complexType, base *xsd.ComplexType) xsd.ContentType {
	own, bc := t.t.Own, base.Content
	if own == nil && t.mixed && bc.Particle == nil {
		return c.contentType(nil, true)
	}
	if own == nil {
		return bc
	}
	if bc.Particle == nil {
		return c.contentType(own, t.mixed)
	}
	group := &xsd.ModelGroup{Compositor: xsd.Sequence, Pos: t.t.Pos, Particles: []*xsd.Particle{bc.Particle, own}}
	return c.contentType(&xsd.Particle{Min: 1, Max: 1, Term: group, Pos: t.t.Pos}, t.mixed)
}

// simpleContent reads a simpleContent element.
func (c *compiler) simpleContent(t *complexType, body *xmltree.Element) {
	how := child(body, "restriction", "extension")
	if how == nil {
		return
	}
	t.t.Annotations = append(t.t.Annotations, annotations(how)...)
	t.t.Content = xsd.ContentType{Kind: xsd.SimpleContent, Simple: xsd.AnySimpleType}
	base := c.baseType(t, how)
	t.broken = true
	if how.Local == "extension" {
		t.t.Method = xsd.Extension
	}
	if base != nil {
		t.t.Base = base
		if s := c.simpleContentType(t, how, base); s != nil {
			t.t.Content.Simple, t.broken = s, false
		}
	}
	c.attributesOf(t, how)
}

// simpleContentType is the property {content type} of simple content (Part 1
// §3.4.2, src-ct.2).
func (c *compiler) simpleContentType(t *complexType, how *xmltree.Element, base xsd.Type) *xsd.SimpleType {
	s, isSimple := base.(*xsd.SimpleType)
	switch {
	case isSimple && how.Local == "extension":
		return s
	case isSimple:
		c.diags.Error(posOf(how, "base"), "src-ct.2", "the base %s is a simple type: simpleContent can extend it, but not restrict it", t.doc.typeLabel(base))
		return nil
	}
	content := base.(*xsd.ComplexType).Content
	inner := child(how, "simpleType")
	switch {
	case content.Kind == xsd.SimpleContent && how.Local == "extension":
		return content.Simple
	case content.Kind == xsd.SimpleContent:
		return c.restrictedContent(t, how, content.Simple)
	case content.Kind == xsd.MixedContent && content.Particle.Emptiable() && how.Local == "restriction" && inner != nil:
		return c.restrictedContent(t, how, nil)
	case content.Kind == xsd.MixedContent && content.Particle.Emptiable() && how.Local == "restriction":
		c.diags.Error(how.Pos, "src-ct.2", "the base %s is mixed: a simpleType child must say what the content is", t.doc.typeLabel(base))
	default:
		c.diags.Error(posOf(how, "base"), "src-ct.2", "the base %s has %s content; simpleContent needs simple content", t.doc.typeLabel(base), content.Kind)
	}
	return nil
}

// restrictedContent applies the simpleType child and the facets of a
// restriction to the base's content, nil where the base is mixed.
func (c *compiler) restrictedContent(t *complexType, how *xmltree.Element, base *xsd.SimpleType) *xsd.SimpleType {
	from := base
	if inner := child(how, "simpleType"); inner != nil {
		from = c.simple(t.doc, inner, t.t, nil)
		if base != nil && !xsd.DerivesFrom(from, base, 0) {
			c.diags.Error(inner.Pos, "derivation-ok-restriction.5.1.1", "this type does not come from the base's content type %s", t.doc.typeLabel(base))
		}
	}
	facets, value := c.facets(t.doc, how, from)
	if len(facets) == 0 {
		return from
	}
	return &xsd.SimpleType{
		Pos: how.Pos, Base: from, Method: xsd.Restriction, Variety: value.Variety(), Item: from.Item, Members: from.Members,
		Facets: facets, Enclosing: t.t, Datatype: value,
	}
}
