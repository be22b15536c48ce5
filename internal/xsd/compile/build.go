package compile

import (
	"maps"
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// builder builds components from what the symbols stand for. Simple types,
// attributes and identity constraints have builders of their own, which do not
// need this one: elements, complex types and model groups refer to one another.
type builder struct {
	log        *ledger
	sy         *symbols
	simples    *simples
	attributes *attributes
	ids        *identities
	out        xsd.Components
	byType     map[*xsd.ComplexType]*complexType
	complex    []*complexType  // all complex types, local ones too
	elements   []*elementBuilt // all element declarations, local ones too
}

func newBuilder(sy *symbols) *builder {
	simples := &simples{log: sy.log, sy: sy}
	return &builder{
		log: sy.log, sy: sy, simples: simples, attributes: &attributes{log: sy.log, sy: sy, simples: simples},
		ids: newIdentities(sy), byType: map[*xsd.ComplexType]*complexType{},
	}
}

// buildAll builds every global component and all that is local to them, and
// returns the schema that they make. Local types come last: one may extend the
// type it stands in.
func (b *builder) buildAll(docs []*document) *xsd.Schema {
	for i := 0; i < len(b.sy.order); i++ {
		if s := b.sy.order[i]; !s.replaced {
			b.emit(s)
		}
	}
	for i := 0; i < len(b.complex) && !b.log.stopped; i++ {
		b.complete(b.complex[i])
	}
	b.ids.resolveKeyRefs()
	b.simples.resolveNotations()
	for _, d := range docs {
		b.out.Documents = append(b.out.Documents, d.component())
	}
	if !b.sy.known[xsd.XMLNamespace] && slices.ContainsFunc(docs, func(d *document) bool { return d.imports[xsd.XMLNamespace] }) {
		b.addXMLAttributes()
	}
	b.out.IdentityConstraints = b.ids.all
	return xsd.New(b.out)
}

// addXMLAttributes enters the attributes of the xml namespace where a document
// imports it and none declares it.
func (b *builder) addXMLAttributes() {
	for _, name := range slices.Sorted(maps.Keys(xmlAttributes())) {
		b.out.Attributes = append(b.out.Attributes, xmlAttributes()[name])
	}
	if g := b.attributes.special; g != nil {
		b.out.AttributeGroups = append(b.out.AttributeGroups, g.def)
	}
}

// emit builds a global component and enters it into the schema.
func (b *builder) emit(s *symbol) {
	switch s.kind {
	case typeSymbol:
		if s.name.Space == xsd.Namespace && xsd.Builtin(s.name.Local) != nil {
			return // the schema for schemas; built-in types are built in
		}
		if t := b.typeOf(s); t != nil {
			b.out.Types = append(b.out.Types, t)
		}
	case elementSymbol:
		b.out.Elements = append(b.out.Elements, b.globalElement(s))
	case attributeSymbol:
		b.out.Attributes = append(b.out.Attributes, b.attributes.globalAttribute(s))
	case groupSymbol:
		if g := b.modelGroupDef(s); g != nil {
			b.out.ModelGroups = append(b.out.ModelGroups, g)
		}
	case attributeGroupSymbol:
		if g := b.attributes.attributeGroup(s); g != nil {
			b.out.AttributeGroups = append(b.out.AttributeGroups, g.def)
		}
	case notationSymbol:
		b.out.Notations = append(b.out.Notations, b.simples.notation(s))
	}
}

// typeOf returns the type of a symbol: a simple type complete, a complex type
// perhaps still without its content. It is nil for a simple type that is
// being built, which is a circle.
func (b *builder) typeOf(s *symbol) xsd.Type {
	if s.e.Local == "simpleType" {
		if t := b.simples.globalSimple(s); t != nil {
			return t
		}
		return nil
	}
	if s.state == unbuilt {
		s.state = built
		t := b.newComplex(s.doc, s.e, nil)
		t.sym = s
		t.t.Name = s.name
		s.built = t
	}
	return s.built.(*complexType).t
}

// typeRef resolves a reference to a type; nil, reported, if there is none.
func (b *builder) typeRef(r reference) xsd.Type {
	if r.name.Space == xsd.Namespace {
		if t := xsd.Builtin(r.name.Local); t != nil {
			return t
		}
	}
	s := b.sy.lookup(typeSymbol, r)
	if s == nil {
		return nil
	}
	t := b.typeOf(s)
	if t == nil {
		b.sy.circular(r, s)
	}
	return t
}
