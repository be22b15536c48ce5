package xsd

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// Type is a type definition: a [*SimpleType] or a [*ComplexType].
type Type interface {
	Component
	// TypeName is the expanded name; zero for an anonymous type.
	TypeName() QName
	// BaseType is the base type definition. That of xs:anyType is itself.
	BaseType() Type
	// DerivedBy is the way this type comes from its base: restriction or
	// extension; for a simple type also list or union.
	DerivedBy() DerivationSet
	// FinalSet is the property {final}: derivations that are not allowed.
	FinalSet() DerivationSet
	// Notes are the annotations.
	Notes() []*Annotation
}

// SimpleType is a simple type definition (Part 1 §3.14, Part 2 §4.1).
type SimpleType struct {
	Name        QName
	Pos         diag.Pos
	Base        *SimpleType // nil for xs:anySimpleType alone
	Method      DerivationSet
	Variety     datatype.Variety
	Item        *SimpleType   // of a list
	Members     []*SimpleType // of a union, in order
	Facets      []Facet       // those this type's own document states
	Final       DerivationSet
	Annotations []*Annotation
	// Enclosing is the component an anonymous type stands in: an element or
	// attribute declaration, or another type.
	Enclosing Component
	// Datatype has the value space with the facets of all steps applied.
	Datatype *datatype.Type
}

// Kind returns [KindSimpleType].
func (t *SimpleType) Kind() Kind { return KindSimpleType }

// Position returns where the type is defined; the zero value for built-ins.
func (t *SimpleType) Position() diag.Pos { return t.Pos }

// TypeName returns the expanded name, zero for an anonymous type.
func (t *SimpleType) TypeName() QName { return t.Name }

// DerivedBy returns restriction, list or union.
func (t *SimpleType) DerivedBy() DerivationSet { return t.Method }

// FinalSet returns the derivations that the type forbids.
func (t *SimpleType) FinalSet() DerivationSet { return t.Final }

// Notes returns the annotations.
func (t *SimpleType) Notes() []*Annotation { return t.Annotations }

// BaseType returns the base; for xs:anySimpleType that is xs:anyType.
func (t *SimpleType) BaseType() Type {
	if t.Base == nil {
		return AnyType
	}
	return t.Base
}

// IsBuiltin reports whether the recommendation itself defines t.
func (t *SimpleType) IsBuiltin() bool { return t.Name.Space == Namespace && !t.Pos.IsValid() }

// Builtin returns the nearest built-in type that t is or comes from by
// restriction, such as xs:NMTOKEN; for lists and unions of its own document
// xs:anySimpleType.
func (t *SimpleType) Builtin() *SimpleType {
	for !t.IsBuiltin() {
		t = t.Base
	}
	return t
}

// Facet is a constraining facet as a document states it (Part 2 §4.3).
type Facet struct {
	Name        datatype.FacetKind
	Value       string
	Fixed       bool
	Pos         diag.Pos
	Annotations []*Annotation
}

// Kind returns [KindFacet].
func (f *Facet) Kind() Kind { return KindFacet }

// Position returns where the facet is stated.
func (f *Facet) Position() diag.Pos { return f.Pos }

// ComplexType is a complex type definition (Part 1 §3.4).
type ComplexType struct {
	Name     QName
	Pos      diag.Pos
	Base     Type
	Method   DerivationSet // Restriction or Extension
	Abstract bool
	Final    DerivationSet
	Block    DerivationSet // {prohibited substitutions}
	// AttributeUses are those of this type and of its base, as Part 1
	// §3.4.2 combines them, in the order of their names.
	AttributeUses     []*AttributeUse
	AttributeWildcard *Wildcard
	// AttributeGroups are those that this type's document refers to.
	AttributeGroups []*AttributeGroupDef
	Content         ContentType
	// Own is what this type's document adds: for an extension the particle
	// behind the base's, else the whole content; nil if it adds none.
	Own         *Particle
	Annotations []*Annotation
	// Enclosing is the element declaration an anonymous type stands in.
	Enclosing Component
}

// Kind returns [KindComplexType].
func (t *ComplexType) Kind() Kind { return KindComplexType }

// Position returns where the type is defined.
func (t *ComplexType) Position() diag.Pos { return t.Pos }

// TypeName returns the expanded name, zero for an anonymous type.
func (t *ComplexType) TypeName() QName { return t.Name }

// BaseType returns the base type definition.
func (t *ComplexType) BaseType() Type { return t.Base }

// DerivedBy returns restriction or extension.
func (t *ComplexType) DerivedBy() DerivationSet { return t.Method }

// FinalSet returns the derivations that the type forbids.
func (t *ComplexType) FinalSet() DerivationSet { return t.Final }

// Notes returns the annotations.
func (t *ComplexType) Notes() []*Annotation { return t.Annotations }

// AttributeUse returns the use of the attribute with that name, or nil.
func (t *ComplexType) AttributeUse(name QName) *AttributeUse {
	for _, u := range t.AttributeUses {
		if u.Decl.Name == name {
			return u
		}
	}
	return nil
}

// UsesByName returns the attribute uses by the names of their attributes, for who
// asks for many.
func (t *ComplexType) UsesByName() map[QName]*AttributeUse {
	m := make(map[QName]*AttributeUse, len(t.AttributeUses))
	for _, u := range t.AttributeUses {
		m[u.Decl.Name] = u
	}
	return m
}

// ContentKind says what may stand between the tags of an element.
type ContentKind uint8

// The kinds of content of Part 1 §3.4.1.
const (
	EmptyContent ContentKind = iota
	SimpleContent
	ElementOnlyContent
	MixedContent
)

// String returns the recommendation's word: empty, simple, element-only, mixed.
func (k ContentKind) String() string {
	return [...]string{"empty", "simple", "element-only", "mixed"}[k]
}

// ContentType is the property {content type} of a complex type: just one of
// Simple (for simple content) and Particle (for the last two kinds) is set.
type ContentType struct {
	Kind     ContentKind
	Simple   *SimpleType
	Particle *Particle
}
