package compile

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// elementBuilt is an element declaration with where it was read.
type elementBuilt struct {
	decl *xsd.ElementDecl
	doc  *document
	e    *xmltree.Element
}

// PosOf returns the place of an attribute, or that of the declaration.
func (b *elementBuilt) PosOf(attribute string) diag.Pos { return posOf(b.e, attribute) }

// globalElement returns the element declaration of a symbol. One whose
// substitution group head is being built still has no type.
func (b *builder) globalElement(s *symbol) *xsd.ElementDecl {
	if s.built != nil {
		return s.built.(*xsd.ElementDecl)
	}
	decl := &xsd.ElementDecl{Name: s.name, Global: true, Type: xsd.AnyType}
	if !b.log.enter(s.e.Pos) {
		return decl
	}
	defer b.log.leave()
	s.built, s.state = decl, building
	b.fillElement(s.doc, s.e, decl)
	decl.Abstract = boolAttr(s.e, "abstract")
	decl.Final = derivationOr(s.e, "final", s.doc.final, xsd.Extension|xsd.Restriction)
	s.state = built
	return decl
}

// localElement reads an element within a model group: a declaration or a
// reference to a global one (Part 1 §3.3.2).
func (b *builder) localElement(d *document, e *xmltree.Element, scope xsd.Component) *xsd.ElementDecl {
	_, named := e.Attr("", "name")
	_, referring := e.Attr("", "ref")
	if named == referring {
		b.log.diags.Error(e.Pos, "src-element.2.1", "an element has either the attribute name or the attribute ref, not both and not neither")
		if !named {
			return nil
		}
	}
	if referring && !named {
		return b.elementRef(d, e)
	}
	a, _ := e.Attr("", "name")
	decl := &xsd.ElementDecl{Name: xsd.QName{Local: collapse(a.Value)}, Scope: scope}
	if qualified(e, d.elementQualified) {
		decl.Name.Space = d.namespace
	}
	b.fillElement(d, e, decl)
	return decl
}

// qualified reads the attribute form, with the document's default.
func qualified(e *xmltree.Element, fallback bool) bool {
	if _, ok := e.Attr("", "form"); ok {
		return attrIs(e, "form", "qualified")
	}
	return fallback
}

func (b *builder) elementRef(d *document, e *xmltree.Element) *xsd.ElementDecl {
	for _, a := range e.Attrs {
		switch a.Local {
		case "ref", "minOccurs", "maxOccurs", "id":
		default:
			if a.Space == "" {
				b.log.diags.Error(a.Pos, "src-element.2.2", "attribute %q cannot stand beside ref: it belongs to the declaration", a.Local)
			}
		}
	}
	if extra := child(e, "simpleType", "complexType", "key", "keyref", "unique"); extra != nil {
		b.log.diags.Error(extra.Pos, "src-element.2.2", "<%s> cannot stand within an element that has ref: it belongs to the declaration", extra.Local)
	}
	r, ok := b.sy.reference(d, e, "ref")
	if !ok {
		return nil
	}
	s := b.sy.lookup(elementSymbol, r)
	if s == nil {
		return nil
	}
	return b.globalElement(s)
}

// fillElement reads what global and local declarations share.
func (b *builder) fillElement(d *document, e *xmltree.Element, decl *xsd.ElementDecl) {
	decl.Pos, decl.Annotations = e.Pos, annotations(e)
	decl.Nillable = boolAttr(e, "nillable")
	decl.Block = derivationOr(e, "block", d.block, xsd.Extension|xsd.Restriction|xsd.Substitution)
	decl.Value = valueConstraint(b.log, e, "src-element.1")
	decl.Head = b.substitutionHead(d, e, decl)
	decl.Type = b.elementType(d, e, decl)
	decl.IdentityConstraints = b.ids.identityConstraints(d, e)
	if b.log.count(e.Pos) {
		b.elements = append(b.elements, &elementBuilt{decl, d, e})
	}
}

// substitutionHead resolves the attribute substitutionGroup.
func (b *builder) substitutionHead(d *document, e *xmltree.Element, decl *xsd.ElementDecl) *xsd.ElementDecl {
	if !decl.Global {
		return nil
	}
	r, ok := b.sy.reference(d, e, "substitutionGroup")
	if !ok {
		return nil
	}
	s := b.sy.lookup(elementSymbol, r)
	if s == nil {
		return nil
	}
	head := b.globalElement(s)
	for h := head; h != nil; h = h.Head {
		if h == decl {
			b.log.diags.Error(r.pos(), "e-props-correct.6", "element %q is in its own substitution group", d.Label(decl.Name))
			return nil
		}
	}
	b.log.follows(decl, head, r.pos())
	b.log.countAll(r.pos(), b.log.chain.length[decl]) // it is a member of the group of each head
	return head
}

// elementType is the property {type definition} of Part 1 §3.3.2: in place,
// named, that of the substitution group's head, or xs:anyType.
func (b *builder) elementType(d *document, e *xmltree.Element, decl *xsd.ElementDecl) xsd.Type {
	inner := child(e, "simpleType", "complexType")
	if _, named := e.Attr("", "type"); named && inner != nil {
		b.log.diags.Error(inner.Pos, "src-element.3", "an element has either the attribute type or a type in place, not both")
	}
	switch {
	case inner != nil && inner.Local == "simpleType":
		return b.simples.simple(d, inner, decl, nil)
	case inner != nil:
		return b.newComplex(d, inner, decl).t
	}
	if _, named := e.Attr("", "type"); named {
		if r, ok := b.sy.reference(d, e, "type"); ok {
			if t := b.typeRef(r); t != nil {
				return t
			}
		}
		return xsd.AnyType
	}
	if decl.Head != nil && decl.Head.Type != nil {
		return decl.Head.Type
	}
	return xsd.AnyType
}
