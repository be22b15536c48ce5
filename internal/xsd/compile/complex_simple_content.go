package compile

import (
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// simpleContent reads a simpleContent element.
func (b *builder) simpleContent(t *complexType, body *xmltree.Element) {
	how := child(body, "restriction", "extension")
	if how == nil {
		return
	}
	t.t.Annotations = append(t.t.Annotations, annotations(how)...)
	t.t.Content = xsd.ContentType{Kind: xsd.SimpleContent, Simple: xsd.AnySimpleType}
	base := b.baseType(t, how)
	t.broken = true
	if how.Local == "extension" {
		t.t.Method = xsd.Extension
	}
	if base != nil {
		t.t.Base = base
		if s := b.simpleContentType(t, how, base); s != nil {
			t.t.Content.Simple, t.broken = s, false
		}
	}
	b.attributes.attributesOf(t.doc, t.t, how)
}

// simpleContentType is the property {content type} of simple content (Part 1
// §3.4.2, src-ct.2).
func (b *builder) simpleContentType(t *complexType, how *xmltree.Element, base xsd.Type) *xsd.SimpleType {
	s, isSimple := base.(*xsd.SimpleType)
	switch {
	case isSimple && how.Local == "extension":
		return s
	case isSimple:
		b.log.diags.Error(posOf(how, "base"), "src-ct.2", "the base %s is a simple type: simpleContent can extend it, but not restrict it", t.doc.typeLabel(base))
		return nil
	}
	content := base.(*xsd.ComplexType).Content
	inner := child(how, "simpleType")
	switch {
	case content.Kind == xsd.SimpleContent && how.Local == "extension":
		return content.Simple
	case content.Kind == xsd.SimpleContent:
		return b.restrictedContent(t, how, content.Simple)
	case content.Kind == xsd.MixedContent && content.Particle.Emptiable() && how.Local == "restriction" && inner != nil:
		return b.restrictedContent(t, how, nil)
	case content.Kind == xsd.MixedContent && content.Particle.Emptiable() && how.Local == "restriction":
		b.log.diags.Error(how.Pos, "src-ct.2", "the base %s is mixed: a simpleType child must say what the content is", t.doc.typeLabel(base))
	default:
		b.log.diags.Error(posOf(how, "base"), "src-ct.2", "the base %s has %s content; simpleContent needs simple content", t.doc.typeLabel(base), content.Kind)
	}
	return nil
}

// restrictedContent applies the simpleType child and the facets of a
// restriction to the base's content, nil where the base is mixed.
func (b *builder) restrictedContent(t *complexType, how *xmltree.Element, base *xsd.SimpleType) *xsd.SimpleType {
	from := base
	if inner := child(how, "simpleType"); inner != nil {
		from = b.simples.simple(t.doc, inner, t.t, nil)
		if base != nil && !xsd.DerivesFrom(from, base, 0) {
			b.log.diags.Error(inner.Pos, "derivation-ok-restriction.5.1.1", "this type does not come from the base's content type %s", t.doc.typeLabel(base))
		}
	}
	facets, value := b.simples.facets(t.doc, how, from)
	if len(facets) == 0 {
		return from
	}
	return &xsd.SimpleType{
		Pos: how.Pos, Base: from, Method: xsd.Restriction, Variety: value.Variety(), Item: from.Item, Members: from.Members,
		Facets: facets, Enclosing: t.t, Datatype: value,
	}
}
