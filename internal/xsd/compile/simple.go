package compile

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// globalSimple returns the simple type of a symbol, or nil while it is being
// built: then it is defined by way of itself.
func (c *compiler) globalSimple(s *symbol) *xsd.SimpleType {
	switch s.state {
	case building:
		return nil
	case built:
		return s.built.(*xsd.SimpleType)
	}
	if !c.enter(s.e.Pos) {
		return nil
	}
	defer c.leave()
	s.state = building
	t := c.simple(s.doc, s.e, nil, s)
	s.state, s.built = built, t
	return t
}

// simple reads a simpleType element (Part 2 §4.1.2). sym is set for a global
// one.
func (c *compiler) simple(d *document, e *xmltree.Element, enclosing xsd.Component, sym *symbol) *xsd.SimpleType {
	c.count(e.Pos)
	// #all also rules out the extension to a complex type with simple content
	// (Part 1 §3.14.1), which the attribute cannot name by itself.
	t := &xsd.SimpleType{
		Pos: e.Pos, Enclosing: enclosing, Annotations: annotations(e),
		Final: derivationOr(e, "final", d.final, xsd.Extension|xsd.Restriction|xsd.ListDerivation|xsd.UnionDerivation),
	}
	if sym != nil {
		t.Name = sym.name
	}
	// What is broken still is a type, so that those who refer to it do not
	// fail too.
	t.Base, t.Method, t.Datatype = xsd.AnySimpleType, xsd.Restriction, xsd.AnySimpleType.Datatype
	how := child(e, "restriction", "list", "union")
	if how == nil {
		return t
	}
	t.Annotations = append(t.Annotations, annotations(how)...)
	switch how.Local {
	case "restriction":
		c.simpleRestriction(d, how, t, sym)
	case "list":
		c.simpleList(d, how, t)
	case "union":
		c.simpleUnion(d, how, t)
	}
	t.Variety = t.Datatype.Variety()
	return t
}

// simpleRestriction reads the restriction of a simple type.
func (c *compiler) simpleRestriction(d *document, e *xmltree.Element, t *xsd.SimpleType, sym *symbol) {
	base := c.simpleBase(d, e, t, sym)
	if base == nil {
		return
	}
	if base == xsd.AnySimpleType {
		c.diags.Error(posOf(e, "base"), "cos-st-restricts.1.1", "a simple type cannot restrict xs:anySimpleType; name one of its built-in descendants")
		return
	}
	if base.Final.Has(xsd.Restriction) {
		c.diags.Error(posOf(e, "base"), "st-props-correct.3", "the base type %s is final: it must not be restricted", d.typeLabel(base))
	}
	c.follows(t, base, e.Pos)
	t.Base, t.Item, t.Members = base, base.Item, base.Members
	t.Facets, t.Datatype = c.facets(d, e, base)
}

// simpleBase returns the base type of a restriction: named or in place.
func (c *compiler) simpleBase(d *document, e *xmltree.Element, t *xsd.SimpleType, sym *symbol) *xsd.SimpleType {
	inner := child(e, "simpleType")
	if _, named := e.Attr("", "base"); named == (inner != nil) {
		c.diags.Error(e.Pos, "src-simple-type.2", "a restriction has either the attribute base or a simpleType child, not both and not neither")
		if !named {
			return nil
		}
	}
	if inner != nil {
		return c.simple(d, inner, t, nil)
	}
	r, ok := c.reference(d, e, "base")
	if !ok {
		return nil
	}
	if sym != nil && sym.original != nil {
		return c.redefinedSimpleBase(r, sym)
	}
	return c.simpleRef(r)
}

// redefinedSimpleBase is the base of a type within redefine: the type of the
// same name that is being redefined (src-redefine.5).
func (c *compiler) redefinedSimpleBase(r reference, sym *symbol) *xsd.SimpleType {
	if r.name != sym.name {
		c.diags.Error(r.pos(), "src-redefine.5", "a redefined type restricts itself: base must be %q", r.doc.Label(sym.name))
		return nil
	}
	if sym.original.e.Local != "simpleType" {
		c.diags.Error(r.pos(), "src-redefine.5", "%q is a complex type in the redefined document", r.text).See(sym.original.e.Pos, "defined here")
		return nil
	}
	return c.globalSimple(sym.original)
}

// simpleList reads the list of a simple type.
func (c *compiler) simpleList(d *document, e *xmltree.Element, t *xsd.SimpleType) {
	inner := child(e, "simpleType")
	if _, named := e.Attr("", "itemType"); named == (inner != nil) {
		c.diags.Error(e.Pos, "src-list-itemType-or-simpleType", "a list has either the attribute itemType or a simpleType child, not both and not neither")
		if !named {
			return
		}
	}
	var item *xsd.SimpleType
	if inner != nil {
		item = c.simple(d, inner, t, nil)
	} else if r, ok := c.reference(d, e, "itemType"); ok {
		item = c.simpleRef(r)
	}
	if item == nil {
		return
	}
	if item.Final.Has(xsd.ListDerivation) {
		c.diags.Error(posOf(e, "itemType"), "cos-st-restricts.2.3.1.1", "the item type %s is final: no list may be made of it", d.typeLabel(item))
	}
	if !listable(item.Datatype) {
		c.diags.Error(posOf(e, "itemType"), "cos-list-of-atomic", "the item type %s is or has a list itself; items must be atomic", d.typeLabel(item))
		return
	}
	c.follows(t, item, e.Pos)
	t.Method, t.Item, t.Datatype = xsd.ListDerivation, item, datatype.List(item.Datatype)
}

// listable reports whether lists of t are allowed: it is atomic, or a union
// of such (Part 1 §3.14.6, cos-list-of-atomic).
func listable(t *datatype.Type) bool {
	switch t.Variety() {
	case datatype.ListVariety:
		return false
	case datatype.UnionVariety:
		return !slices.ContainsFunc(t.Members(), func(m *datatype.Type) bool { return !listable(m) })
	default:
		return true
	}
}

// simpleUnion reads the union of a simple type: the types of the attribute,
// then those in place.
func (c *compiler) simpleUnion(d *document, e *xmltree.Element, t *xsd.SimpleType) {
	members, complete := c.unionMembers(d, e, t)
	if len(members) == 0 && complete {
		c.diags.Error(e.Pos, "src-union-memberTypes-or-simpleTypes", "a union needs a member: the attribute memberTypes or simpleType children")
	}
	if len(members) == 0 {
		return
	}
	var values []*datatype.Type
	for _, m := range members {
		c.follows(t, m, e.Pos)
		if m.Final.Has(xsd.UnionDerivation) {
			c.diags.Error(e.Pos, "cos-st-restricts.3.3.1.1", "the member type %s is final: it must not be part of a union", d.typeLabel(m))
		}
		values = append(values, m.Datatype)
	}
	t.Method, t.Members, t.Datatype = xsd.UnionDerivation, members, datatype.Union(values...)
}

// unionMembers returns the member types; complete is false if a reference
// among them failed.
func (c *compiler) unionMembers(d *document, e *xmltree.Element, t *xsd.SimpleType) (members []*xsd.SimpleType, complete bool) {
	complete = true
	named, _ := e.Attr("", "memberTypes")
	for _, text := range strings.Fields(named.Value) {
		r, ok := c.qname(d, e, "memberTypes", text)
		if !ok {
			complete = false
			continue
		}
		if m := c.simpleRef(r); m != nil {
			members = append(members, m)
		} else {
			complete = false
		}
	}
	for inner := range e.Elements() {
		if isXSD(inner, "simpleType") {
			members = append(members, c.simple(d, inner, t, nil))
		}
	}
	return members, complete
}

// facets reads the facet children of a restriction and applies them to the
// base's value space.
func (c *compiler) facets(d *document, e *xmltree.Element, base *xsd.SimpleType) ([]xsd.Facet, *datatype.Type) {
	facets := make([]xsd.Facet, 0, len(e.Nodes))
	given := make([]datatype.Facet, 0, len(e.Nodes))
	for child := range e.Elements() {
		kind, ok := datatype.FacetKindOf(child.Local)
		if child.Space != xsd.Namespace || !ok {
			continue
		}
		value, ok := child.Attr("", "value")
		if !ok {
			continue
		}
		f := xsd.Facet{Kind: kind, Value: value.Value, Fixed: boolAttr(child, "fixed"), Pos: value.Pos, Annotations: annotations(child)}
		facets = append(facets, f)
		given = append(given, datatype.Facet{Kind: kind, Value: value.Value, Fixed: f.Fixed, NS: valueContext(d, child)})
	}
	broken := base != xsd.AnySimpleType && base.Datatype == xsd.AnySimpleType.Datatype
	if len(given) == 0 || broken {
		return facets, base.Datatype
	}
	if isNotation(base) {
		c.wantNotations(d, e)
	}
	t, problems := base.Datatype.Restrict(given)
	for _, p := range problems {
		c.diags.Error(facets[p.Index].Pos, p.Code, "%s", p.Msg)
	}
	return facets, t
}

// valueContext resolves the prefixes of QNames within values at an element.
func valueContext(d *document, e *xmltree.Element) func(string) (string, bool) {
	return func(prefix string) (string, bool) {
		uri, ok := e.Lookup(prefix)
		if ok && uri == "" && d.chameleon {
			uri = d.namespace
		}
		return uri, ok
	}
}
