package compile

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// simples builds simple types.
type simples struct {
	log *ledger
	sy  *symbols
	// notationNames are the names of notations that enumerations list.
	notationNames []reference
}

// globalSimple returns the simple type of a symbol, or nil while it is being
// built: then it is defined by way of itself.
func (st *simples) globalSimple(s *symbol) *xsd.SimpleType {
	switch s.state {
	case building:
		return nil
	case built:
		return s.built.(*xsd.SimpleType)
	}
	if !st.log.enter(s.e.Pos) {
		return nil
	}
	defer st.log.leave()
	s.state = building
	t := st.simple(s.doc, s.e, nil, s)
	s.state, s.built = built, t
	return t
}

// simple reads a simpleType element (Part 2 §4.1.2). sym is set for a global
// one.
func (st *simples) simple(d *document, e *xmltree.Element, enclosing xsd.Component, sym *symbol) *xsd.SimpleType {
	st.log.count(e.Pos)
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
		st.simpleRestriction(d, how, t, sym)
	case "list":
		st.simpleList(d, how, t)
	case "union":
		st.simpleUnion(d, how, t)
	}
	t.Variety = t.Datatype.Variety()
	return t
}

// simpleRestriction reads the restriction of a simple type.
func (st *simples) simpleRestriction(d *document, e *xmltree.Element, t *xsd.SimpleType, sym *symbol) {
	base := st.simpleBase(d, e, t, sym)
	if base == nil {
		return
	}
	if base == xsd.AnySimpleType {
		st.log.diags.Error(posOf(e, "base"), "cos-st-restricts.1.1", "a simple type cannot restrict xs:anySimpleType; name one of its built-in descendants")
		return
	}
	if base.Final.Has(xsd.Restriction) {
		st.log.diags.Error(posOf(e, "base"), "st-props-correct.3", "the base type %s is final: it must not be restricted", d.typeLabel(base))
	}
	st.log.follows(t, base, e.Pos)
	t.Base, t.Item, t.Members = base, base.Item, base.Members
	t.Facets, t.Datatype = st.facets(d, e, base)
}

// simpleBase returns the base type of a restriction: named or in place.
func (st *simples) simpleBase(d *document, e *xmltree.Element, t *xsd.SimpleType, sym *symbol) *xsd.SimpleType {
	inner := child(e, "simpleType")
	if _, named := e.Attr("", "base"); named == (inner != nil) {
		st.log.diags.Error(e.Pos, "src-simple-type.2", "a restriction has either the attribute base or a simpleType child, not both and not neither")
		if !named {
			return nil
		}
	}
	if inner != nil {
		return st.simple(d, inner, t, nil)
	}
	r, ok := st.sy.reference(d, e, "base")
	if !ok {
		return nil
	}
	if sym != nil && sym.original != nil {
		return st.redefinedSimpleBase(r, sym)
	}
	return st.ref(r)
}

// redefinedSimpleBase is the base of a type within redefine: the type of the
// same name that is being redefined (src-redefine.5).
func (st *simples) redefinedSimpleBase(r reference, sym *symbol) *xsd.SimpleType {
	if r.name != sym.name {
		st.log.diags.Error(r.pos(), "src-redefine.5", "a redefined type restricts itself: base must be %q", r.doc.Label(sym.name))
		return nil
	}
	if sym.original.e.Local != "simpleType" {
		st.log.diags.Error(r.pos(), "src-redefine.5", "%q is a complex type in the redefined document", r.text).See(sym.original.e.Pos, "defined here")
		return nil
	}
	return st.globalSimple(sym.original)
}

// ref resolves a reference to a simple type; nil, reported, if there is none.
func (st *simples) ref(r reference) *xsd.SimpleType {
	if r.name.Space == xsd.Namespace {
		switch t := xsd.Builtin(r.name.Local).(type) {
		case *xsd.SimpleType:
			return t
		case *xsd.ComplexType:
			return st.notSimple(r)
		}
	}
	s := st.sy.lookup(typeSymbol, r)
	switch {
	case s == nil:
		return nil
	case s.e.Local != "simpleType":
		return st.notSimple(r)
	}
	t := st.globalSimple(s)
	if t == nil {
		st.sy.circular(r, s)
	}
	return t
}

func (st *simples) notSimple(r reference) *xsd.SimpleType {
	st.log.diags.Error(r.pos(), "src-resolve", "type %q is a complex type, but a simple type is needed here", r.text)
	return nil
}

// simpleList reads the list of a simple type.
func (st *simples) simpleList(d *document, e *xmltree.Element, t *xsd.SimpleType) {
	inner := child(e, "simpleType")
	if _, named := e.Attr("", "itemType"); named == (inner != nil) {
		st.log.diags.Error(e.Pos, "src-list-itemType-or-simpleType", "a list has either the attribute itemType or a simpleType child, not both and not neither")
		if !named {
			return
		}
	}
	var item *xsd.SimpleType
	if inner != nil {
		item = st.simple(d, inner, t, nil)
	} else if r, ok := st.sy.reference(d, e, "itemType"); ok {
		item = st.ref(r)
	}
	if item == nil {
		return
	}
	if item.Final.Has(xsd.ListDerivation) {
		st.log.diags.Error(posOf(e, "itemType"), "cos-st-restricts.2.3.1.1", "the item type %s is final: no list may be made of it", d.typeLabel(item))
	}
	if !listable(item.Datatype) {
		st.log.diags.Error(posOf(e, "itemType"), "cos-list-of-atomic", "the item type %s is or has a list itself; items must be atomic", d.typeLabel(item))
		return
	}
	st.log.follows(t, item, e.Pos)
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
func (st *simples) simpleUnion(d *document, e *xmltree.Element, t *xsd.SimpleType) {
	members, complete := st.unionMembers(d, e, t)
	if len(members) == 0 && complete {
		st.log.diags.Error(e.Pos, "src-union-memberTypes-or-simpleTypes", "a union needs a member: the attribute memberTypes or simpleType children")
	}
	if len(members) == 0 {
		return
	}
	var values []*datatype.Type
	for _, m := range members {
		st.log.follows(t, m, e.Pos)
		if m.Final.Has(xsd.UnionDerivation) {
			st.log.diags.Error(e.Pos, "cos-st-restricts.3.3.1.1", "the member type %s is final: it must not be part of a union", d.typeLabel(m))
		}
		values = append(values, m.Datatype)
	}
	t.Method, t.Members, t.Datatype = xsd.UnionDerivation, members, datatype.Union(values...)
}

// unionMembers returns the member types; complete is false if a reference
// among them failed.
func (st *simples) unionMembers(d *document, e *xmltree.Element, t *xsd.SimpleType) (members []*xsd.SimpleType, complete bool) {
	complete = true
	named, _ := e.Attr("", "memberTypes")
	for _, text := range datatype.Words(named.Value) {
		r, ok := st.sy.qname(d, e, "memberTypes", text)
		if !ok {
			complete = false
			continue
		}
		if m := st.ref(r); m != nil {
			members = append(members, m)
		} else {
			complete = false
		}
	}
	for inner := range e.Elements() {
		if isXSD(inner, "simpleType") {
			members = append(members, st.simple(d, inner, t, nil))
		}
	}
	return members, complete
}
