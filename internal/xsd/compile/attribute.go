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

// attributes builds attribute declarations, uses and groups.
type attributes struct {
	log     *ledger
	sy      *symbols
	simples *simples
	uses    []*useBuilt     // declarations and uses with value constraints
	special *attributeGroup // xml:specialAttrs, once referred to
}

// globalAttribute returns the attribute declaration of a symbol.
func (at *attributes) globalAttribute(s *symbol) *xsd.AttributeDecl {
	if s.built != nil {
		return s.built.(*xsd.AttributeDecl)
	}
	decl := &xsd.AttributeDecl{Name: s.name, Global: true}
	s.built, s.state = decl, built
	at.fillAttribute(s.doc, s.e, decl)
	decl.Value = valueConstraint(at.log, s.e, "src-attribute.1")
	if decl.Value != nil {
		at.uses = append(at.uses, &useBuilt{decl: decl, doc: s.doc, e: s.e})
	}
	return decl
}

func (at *attributes) fillAttribute(d *document, e *xmltree.Element, decl *xsd.AttributeDecl) {
	at.log.count(e.Pos)
	decl.Pos, decl.Annotations = e.Pos, annotations(e)
	decl.Type = at.attributeType(d, e, decl)
	at.simples.notationType(decl.Type, posOf(e, "type"))
	if decl.Name.Local == "xmlns" {
		at.log.diags.Error(posOf(e, "name"), "no-xmlns", "an attribute cannot be named xmlns: that declares a namespace")
	}
	if decl.Name.Space == xsd.InstanceNamespace {
		at.log.diags.Error(posOf(e, "name"), "no-xsi", "no attribute can be declared in the namespace %s", xsd.InstanceNamespace)
	}
}

func (at *attributes) attributeType(d *document, e *xmltree.Element, decl *xsd.AttributeDecl) *xsd.SimpleType {
	inner := child(e, "simpleType")
	_, named := e.Attr("", "type")
	if named && inner != nil {
		at.log.diags.Error(inner.Pos, "src-attribute.4", "an attribute has either the attribute type or a simpleType child, not both")
	}
	if inner != nil {
		return at.simples.simple(d, inner, decl, nil)
	}
	if r, ok := at.sy.reference(d, e, "type"); ok {
		if t := at.simples.ref(r); t != nil {
			return t
		}
	}
	return xsd.AnySimpleType
}

// attributeUse reads an attribute within a type or attribute group (Part 1
// §3.2.2). prohibited is set where it only takes a use of the base away.
func (at *attributes) attributeUse(d *document, e *xmltree.Element) (use *xsd.AttributeUse, prohibited bool) {
	use = &xsd.AttributeUse{Pos: e.Pos, Required: attrIs(e, "use", "required")}
	use.Decl = at.usedAttribute(d, e)
	if use.Decl == nil {
		return nil, false
	}
	use.Value = valueConstraint(at.log, e, "src-attribute.1")
	if use.Value != nil && !use.Value.Fixed {
		if a, ok := e.Attr("", "use"); ok && collapse(a.Value) != "optional" {
			at.log.diags.Error(a.Pos, "src-attribute.2", "an attribute with a default must be optional")
		}
	}
	if _, isRef := e.Attr("", "ref"); isRef {
		use.Annotations = annotations(e)
	}
	if use.Value != nil {
		at.uses = append(at.uses, &useBuilt{decl: use.Decl, use: use, doc: d, e: e})
	}
	return use, attrIs(e, "use", "prohibited")
}

// usedAttribute returns the declaration that an attribute element makes or
// refers to.
func (at *attributes) usedAttribute(d *document, e *xmltree.Element) *xsd.AttributeDecl {
	name, named := e.Attr("", "name")
	_, referring := e.Attr("", "ref")
	if named == referring {
		at.log.diags.Error(e.Pos, "src-attribute.3.1", "an attribute has either the attribute name or the attribute ref, not both and not neither")
		if !named {
			return nil
		}
	}
	if referring && !named {
		return at.attributeRef(d, e)
	}
	decl := &xsd.AttributeDecl{Name: xsd.QName{Local: collapse(name.Value)}}
	if qualified(e, d.attributeQualified) {
		decl.Name.Space = d.namespace
	}
	at.fillAttribute(d, e, decl)
	return decl
}

func (at *attributes) attributeRef(d *document, e *xmltree.Element) *xsd.AttributeDecl {
	for _, local := range []string{"form", "type"} {
		if a, ok := e.Attr("", local); ok {
			at.log.diags.Error(a.Pos, "src-attribute.3.2", "attribute %q cannot stand beside ref: it belongs to the declaration", local)
		}
	}
	if inner := child(e, "simpleType"); inner != nil {
		at.log.diags.Error(inner.Pos, "src-attribute.3.2", "a type cannot stand beside ref: it belongs to the declaration")
	}
	r, ok := at.sy.reference(d, e, "ref")
	if !ok {
		return nil
	}
	if r.name.Space == xsd.XMLNamespace && !at.sy.known[xsd.XMLNamespace] && at.sy.visible(r, at.sy.has(attributeSymbol)) {
		if decl := xmlAttributes()[r.name.Local]; decl != nil {
			return decl
		}
	}
	s := at.sy.lookup(attributeSymbol, r)
	if s == nil {
		return nil
	}
	return at.globalAttribute(s)
}
