package compile

import (
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// buildAll builds every global component and all that is local to them. Local
// types come last: one may extend the type it stands in.
func (c *compiler) buildAll() {
	for i := 0; i < len(c.order); i++ {
		if s := c.order[i]; !s.replaced {
			c.emit(s)
		}
	}
	for i := 0; i < len(c.complex) && !c.stopped; i++ {
		c.complete(c.complex[i])
	}
	c.resolveKeyRefs()
	c.resolveNotations()
	c.addXMLAttributes()
}

// emit builds a global component and enters it into the schema.
func (c *compiler) emit(s *symbol) {
	switch s.kind {
	case typeSymbol:
		if s.name.Space == xsd.Namespace && xsd.Builtin(s.name.Local) != nil {
			return // the schema for schemas; built-in types are built in
		}
		if t := c.typeOf(s); t != nil {
			c.out.Types = append(c.out.Types, t)
		}
	case elementSymbol:
		c.out.Elements = append(c.out.Elements, c.globalElement(s))
	case attributeSymbol:
		c.out.Attributes = append(c.out.Attributes, c.globalAttribute(s))
	case groupSymbol:
		if g := c.modelGroupDef(s); g != nil {
			c.out.ModelGroups = append(c.out.ModelGroups, g)
		}
	case attributeGroupSymbol:
		if g := c.attributeGroup(s); g != nil {
			c.out.AttributeGroups = append(c.out.AttributeGroups, g.def)
		}
	case notationSymbol:
		c.out.Notations = append(c.out.Notations, c.notation(s))
	}
}

// typeOf returns the type of a symbol: a simple type complete, a complex type
// perhaps still without its content. It is nil for a simple type that is
// being built, which is a circle.
func (c *compiler) typeOf(s *symbol) xsd.Type {
	if s.e.Local == "simpleType" {
		if t := c.globalSimple(s); t != nil {
			return t
		}
		return nil
	}
	if s.state == unbuilt {
		s.state = built
		t := c.newComplex(s.doc, s.e, nil)
		t.sym = s
		t.t.Name = s.name
		s.built = t
	}
	return s.built.(*complexType).t
}

// typeRef resolves a reference to a type; nil, reported, if there is none.
func (c *compiler) typeRef(r reference) xsd.Type {
	if r.name.Space == xsd.Namespace {
		if t := xsd.Builtin(r.name.Local); t != nil {
			return t
		}
	}
	s := c.lookup(typeSymbol, r)
	if s == nil {
		return nil
	}
	t := c.typeOf(s)
	if t == nil && !c.stopped {
		c.diags.Error(r.pos(), "st-props-correct.2", "type %q is defined by way of itself", r.text).See(posOf(s.e, "name"), "its definition")
	}
	return t
}

// simpleRef resolves a reference to a simple type.
func (c *compiler) simpleRef(r reference) *xsd.SimpleType {
	t := c.typeRef(r)
	if t == nil {
		return nil
	}
	if s, ok := t.(*xsd.SimpleType); ok {
		return s
	}
	c.diags.Error(r.pos(), "src-resolve", "type %q is a complex type, but a simple type is needed here", r.text)
	return nil
}

// child returns the first child with that name.
func child(e *xmltree.Element, names ...string) *xmltree.Element {
	for ch := range e.Elements() {
		if ch.Space != xsd.Namespace {
			continue
		}
		for _, n := range names {
			if ch.Local == n {
				return ch
			}
		}
	}
	return nil
}
