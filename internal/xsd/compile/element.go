package compile

import (
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// elementBuilt is an element declaration with where it was read.
type elementBuilt struct {
	decl *xsd.ElementDecl
	doc  *document
	e    *xmltree.Element
}

// globalElement returns the element declaration of a symbol. One whose
// substitution group head is being built still has no type.
func (c *compiler) globalElement(s *symbol) *xsd.ElementDecl {
	if s.built != nil {
		return s.built.(*xsd.ElementDecl)
	}
	decl := &xsd.ElementDecl{Name: s.name, Global: true, Type: xsd.AnyType}
	if !c.enter(s.e.Pos) {
		return decl
	}
	defer c.leave()
	s.built, s.state = decl, building
	c.fillElement(s.doc, s.e, decl)
	decl.Abstract = boolAttr(s.e, "abstract")
	decl.Final = derivationOr(s.e, "final", s.doc.final, xsd.Extension|xsd.Restriction)
	s.state = built
	return decl
}

// localElement reads an element within a model group: a declaration or a
// reference to a global one (Part 1 §3.3.2).
func (c *compiler) localElement(d *document, e *xmltree.Element, scope xsd.Component) *xsd.ElementDecl {
	_, named := e.Attr("", "name")
	_, referring := e.Attr("", "ref")
	if named == referring {
		c.diags.Error(e.Pos, "src-element.2.1", "an element has either the attribute name or the attribute ref, not both and not neither")
		if !named {
			return nil
		}
	}
	if referring && !named {
		return c.elementRef(d, e)
	}
	a, _ := e.Attr("", "name")
	decl := &xsd.ElementDecl{Name: xsd.QName{Local: collapse(a.Value)}, Scope: scope}
	if qualified(e, d.elementQualified) {
		decl.Name.Space = d.namespace
	}
	c.fillElement(d, e, decl)
	return decl
}

// qualified reads the attribute form, with the document's default.
func qualified(e *xmltree.Element, fallback bool) bool {
	if _, ok := e.Attr("", "form"); ok {
		return attrIs(e, "form", "qualified")
	}
	return fallback
}

func (c *compiler) elementRef(d *document, e *xmltree.Element) *xsd.ElementDecl {
	for _, a := range e.Attrs {
		switch a.Local {
		case "ref", "minOccurs", "maxOccurs", "id":
		default:
			if a.Space == "" {
				c.diags.Error(a.Pos, "src-element.2.2", "attribute %q cannot stand beside ref: it belongs to the declaration", a.Local)
			}
		}
	}
	if extra := child(e, "simpleType", "complexType", "key", "keyref", "unique"); extra != nil {
		c.diags.Error(extra.Pos, "src-element.2.2", "<%s> cannot stand within an element that has ref: it belongs to the declaration", extra.Local)
	}
	r, ok := c.reference(d, e, "ref")
	if !ok {
		return nil
	}
	s := c.lookup(elementSymbol, r)
	if s == nil {
		return nil
	}
	return c.globalElement(s)
}

// fillElement reads what global and local declarations share.
func (c *compiler) fillElement(d *document, e *xmltree.Element, decl *xsd.ElementDecl) {
	decl.Pos, decl.Annotations = e.Pos, annotations(e)
	decl.Nillable = boolAttr(e, "nillable")
	decl.Block = derivationOr(e, "block", d.block, xsd.Extension|xsd.Restriction|xsd.Substitution)
	decl.Value = c.valueConstraint(e, "src-element.1")
	decl.Head = c.substitutionHead(d, e, decl)
	decl.Type = c.elementType(d, e, decl)
	decl.IdentityConstraints = c.identityConstraints(d, e)
	if c.count(e.Pos) {
		c.elements = append(c.elements, &elementBuilt{decl, d, e})
	}
}

// substitutionHead resolves the attribute substitutionGroup.
func (c *compiler) substitutionHead(d *document, e *xmltree.Element, decl *xsd.ElementDecl) *xsd.ElementDecl {
	if !decl.Global {
		return nil
	}
	r, ok := c.reference(d, e, "substitutionGroup")
	if !ok {
		return nil
	}
	s := c.lookup(elementSymbol, r)
	if s == nil {
		return nil
	}
	head := c.globalElement(s)
	for h := head; h != nil; h = h.Head {
		if h == decl {
			c.diags.Error(r.pos(), "e-props-correct.6", "element %q is in its own substitution group", d.Label(decl.Name))
			return nil
		}
	}
	c.follows(decl, head, r.pos())
	c.countAll(r.pos(), c.chain.length[decl]) // it is a member of the group of each head
	return head
}

// elementType is the property {type definition} of Part 1 §3.3.2: in place,
// named, that of the substitution group's head, or xs:anyType.
func (c *compiler) elementType(d *document, e *xmltree.Element, decl *xsd.ElementDecl) xsd.Type {
	inner := child(e, "simpleType", "complexType")
	if _, named := e.Attr("", "type"); named && inner != nil {
		c.diags.Error(inner.Pos, "src-element.3", "an element has either the attribute type or a type in place, not both")
	}
	switch {
	case inner != nil && inner.Local == "simpleType":
		return c.simple(d, inner, decl, nil)
	case inner != nil:
		return c.newComplex(d, inner, decl).t
	}
	if _, named := e.Attr("", "type"); named {
		if r, ok := c.reference(d, e, "type"); ok {
			if t := c.typeRef(r); t != nil {
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

// valueConstraint reads default and fixed. The value itself is checked once
// all types are complete.
func (c *compiler) valueConstraint(e *xmltree.Element, bothCode string) *xsd.ValueConstraint {
	def, hasDefault := e.Attr("", "default")
	fixed, hasFixed := e.Attr("", "fixed")
	switch {
	case hasDefault && hasFixed:
		c.diags.Error(fixed.Pos, bothCode, "default and fixed cannot both be given")
		return &xsd.ValueConstraint{Fixed: true, Lexical: fixed.Value, Pos: fixed.Pos}
	case hasFixed:
		return &xsd.ValueConstraint{Fixed: true, Lexical: fixed.Value, Pos: fixed.Pos}
	case hasDefault:
		return &xsd.ValueConstraint{Lexical: def.Value, Pos: def.Pos}
	}
	return nil
}
