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
func (b *builder) newComplex(d *document, e *xmltree.Element, enclosing xsd.Component) *complexType {
	t := &complexType{doc: d, e: e, t: &xsd.ComplexType{
		Pos: e.Pos, Enclosing: enclosing, Annotations: annotations(e),
		Base: xsd.AnyType, Method: xsd.Restriction,
		Abstract: boolAttr(e, "abstract"),
		Final:    derivationOr(e, "final", d.final, xsd.Restriction|xsd.Extension),
		Block:    derivationOr(e, "block", d.block, xsd.Restriction|xsd.Extension),
	}}
	b.byType[t.t] = t
	if b.log.count(e.Pos) {
		b.complex = append(b.complex, t)
	}
	return t
}

// complete reads the content of a complex type, its base's first.
func (b *builder) complete(t *complexType) {
	if t.state != unbuilt || !b.log.enter(t.e.Pos) {
		return
	}
	defer b.log.leave()
	t.state = building
	t.mixed = boolAttr(t.e, "mixed")
	body := child(t.e, "simpleContent", "complexContent")
	switch {
	case body == nil:
		b.contentInPlace(t)
	case body.Local == "simpleContent":
		t.t.Annotations = append(t.t.Annotations, annotations(body)...)
		b.simpleContent(t, body)
	default:
		t.t.Annotations = append(t.t.Annotations, annotations(body)...)
		b.complexContent(t, body)
	}
	t.state = built
}

// contentInPlace is a complexType without simpleContent and complexContent:
// short for a restriction of xs:anyType.
func (b *builder) contentInPlace(t *complexType) {
	t.t.Own = b.contentParticle(t.doc, t.e, t.t)
	t.t.Content = b.contentType(t.t.Own, t.mixed)
	b.attributes.attributesOf(t.doc, t.t, t.e)
}

// contentType is the content of a type whose particle is complete in itself.
func (b *builder) contentType(p *xsd.Particle, mixed bool) xsd.ContentType {
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
func (b *builder) complexContent(t *complexType, body *xmltree.Element) {
	if _, ok := body.Attr("", "mixed"); ok {
		t.mixed = boolAttr(body, "mixed")
	}
	how := child(body, "restriction", "extension")
	if how == nil {
		return
	}
	t.t.Annotations = append(t.t.Annotations, annotations(how)...)
	base := b.complexBase(t, how)
	t.broken = base == nil
	if how.Local == "extension" {
		t.t.Method = xsd.Extension
	}
	if base != nil {
		t.t.Base = base
	}
	t.t.Own = b.contentParticle(t.doc, how, t.t)
	if how.Local == "extension" && base != nil {
		t.t.Content = b.extended(t, base)
	} else {
		t.t.Content = b.contentType(t.t.Own, t.mixed)
	}
	b.attributes.attributesOf(t.doc, t.t, how)
}

// complexBase returns the base of a type with complex content, complete.
func (b *builder) complexBase(t *complexType, how *xmltree.Element) *xsd.ComplexType {
	base := b.baseType(t, how)
	if base == nil {
		return nil
	}
	ct, ok := base.(*xsd.ComplexType)
	if !ok {
		b.log.diags.Error(posOf(how, "base"), "src-ct.1", "the base %s is a simple type; complexContent needs a complex type, simpleContent may extend a simple one", t.doc.typeLabel(base))
		return nil
	}
	return ct
}

// baseType resolves the attribute base and completes the type it names. A
// type that is still being completed is its own ancestor.
func (b *builder) baseType(t *complexType, how *xmltree.Element) xsd.Type {
	r, ok := b.sy.reference(t.doc, how, "base")
	if !ok {
		return nil
	}
	var base xsd.Type
	if t.sym != nil && t.sym.original != nil {
		base = b.redefinedBase(r, t.sym)
	} else {
		base = b.typeRef(r)
	}
	ct, ok := base.(*xsd.ComplexType)
	if !ok || ct == xsd.AnyType {
		return base
	}
	bt := b.byType[ct]
	if bt.state == building {
		b.log.diags.Error(r.pos(), "ct-props-correct.3", "type %q is its own ancestor by way of %q", t.doc.Label(t.t.Name), r.text).See(bt.e.Pos, "the base")
		return nil
	}
	b.complete(bt)
	b.log.follows(t.t, ct, r.pos())
	return ct
}

// redefinedBase is the base of a type within redefine: the type of the same
// name that is being redefined (src-redefine.5).
func (b *builder) redefinedBase(r reference, sym *symbol) xsd.Type {
	if r.name == sym.name {
		return b.typeOf(sym.original)
	}
	b.log.diags.Error(r.pos(), "src-redefine.5", "a redefined type derives from itself: base must be %q", r.doc.Label(sym.name))
	return nil
}

// extended is the content of an extension (Part 1 §3.4.2): the base's, then
// the type's own.
func (b *builder) extended(t *complexType, base *xsd.ComplexType) xsd.ContentType {
	own, bc := t.t.Own, base.Content
	if own == nil && t.mixed && bc.Particle == nil {
		return b.contentType(nil, true)
	}
	if own == nil {
		return bc
	}
	if bc.Particle == nil {
		return b.contentType(own, t.mixed)
	}
	group := &xsd.ModelGroup{Compositor: xsd.Sequence, Pos: t.t.Pos, Particles: []*xsd.Particle{bc.Particle, own}}
	return b.contentType(&xsd.Particle{Min: 1, Max: 1, Term: group, Pos: t.t.Pos}, t.mixed)
}
