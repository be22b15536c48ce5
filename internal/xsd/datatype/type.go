package datatype

import "slices"

// Variety is the property {variety} of a simple type (Part 2 §4.1.1).
type Variety uint8

// The varieties. Only xs:anySimpleType has none.
const (
	AbsentVariety Variety = iota
	AtomicVariety
	ListVariety
	UnionVariety
)

// String returns absent, atomic, list or union.
func (v Variety) String() string {
	return [...]string{"absent", "atomic", "list", "union"}[v]
}

// Type is a simple type: a value space with the texts that stand for it.
// It is immutable and safe for concurrent use.
type Type struct {
	name      string
	base      *Type
	variety   Variety
	kind      kind
	rule      rule
	primitive *Type
	item      *Type
	members   []*Type
	space     WhiteSpace
	facets    Facets
	// ruled is the number of pattern steps that rule already stands for.
	ruled int
	// enum has the enumeration, to look values up.
	enum enumSet
	// mostItems is how many items the longest list in enum has.
	mostItems int
	// quick tells most texts that are of the type.
	quick shortcut
}

// Name returns the local name of a built-in type, "" for any other.
func (t *Type) Name() string { return t.name }

// Base returns the type that t restricts. For a list or union, and for a
// primitive type, that is xs:anySimpleType; for xs:anySimpleType it is nil.
// xs:NMTOKENS and its like restrict lists without a name (Part 2 §3.3.5);
// their base here is xs:anySimpleType at once.
func (t *Type) Base() *Type { return t.base }

// Variety returns whether values are atomic or lists, or those of other types.
func (t *Type) Variety() Variety { return t.variety }

// Primitive returns the primitive type that an atomic type comes from, nil for
// the other varieties.
func (t *Type) Primitive() *Type { return t.primitive }

// Item returns the type of a list's items, nil for the other varieties.
func (t *Type) Item() *Type { return t.item }

// Members returns the member types of a union in order, nil for the other
// varieties. A member that was a union without facets is replaced by its own
// members (Part 2 §2.5.1.3), and no type occurs twice. The slice must not be
// changed.
func (t *Type) Members() []*Type { return t.members }

// WhiteSpace returns how white space is treated before anything else. A union
// leaves it to the member types, so that here it is Preserve (Part 2 §4.3.6).
func (t *Type) WhiteSpace() WhiteSpace { return t.space }

// Facets returns the facets of t and of all its bases together. What it holds
// must not be changed.
func (t *Type) Facets() Facets { return t.facets }

// DerivesFrom reports whether t is base, or comes from it by restriction.
func (t *Type) DerivesFrom(base *Type) bool {
	for ; t != nil; t = t.base {
		if t == base {
			return true
		}
	}
	return false
}

// String returns xs:name for a built-in type; for others a description of it.
func (t *Type) String() string {
	switch {
	case t.name != "":
		return "xs:" + t.name
	case t.variety == ListVariety:
		return "a list of " + t.item.String()
	case t.variety == UnionVariety:
		return "a union"
	}
	return "a restriction of " + t.nearest()
}

// nearest names the built-in type that t comes from.
func (t *Type) nearest() string {
	for t.name == "" {
		t = t.base
	}
	return "xs:" + t.name
}

// List returns the type of lists of item, without facets of its own.
// What may be an item is for the caller to ask [Type.CanBeItem].
func List(item *Type) *Type {
	t := &Type{base: anySimpleType, variety: ListVariety, kind: listKind, item: item, space: Collapse}
	t.facets.Fixed.add(WhiteSpaceFacet)
	return t
}

// Union returns the union of the member types, without facets of its own.
func Union(members ...*Type) *Type {
	t := &Type{base: anySimpleType, variety: UnionVariety, kind: unionKind}
	for _, m := range members {
		if m.variety == UnionVariety && m.facets.Patterns == nil && m.facets.Enum == nil {
			t.join(m.members)
		} else {
			t.join([]*Type{m})
		}
	}
	return t
}

func (t *Type) join(members []*Type) {
	for _, m := range members {
		if !slices.Contains(t.members, m) {
			t.members = append(t.members, m)
		}
	}
}

// CanBeItem reports whether lists of t are allowed: no item may have a list's
// text (Part 1 §3.14.6, cos-list-of-atomic).
func (t *Type) CanBeItem() bool {
	switch t.variety {
	case AtomicVariety:
		return true
	case UnionVariety:
		for _, m := range t.members {
			if !m.CanBeItem() {
				return false
			}
		}
		return true
	}
	return false
}

// RequiresEnumeration reports whether t is xs:NOTATION or a type derived from
// it without an enumeration, which no element or attribute may have (Part 2
// §3.2.19, enumeration-required-notation).
func (t *Type) RequiresEnumeration() bool {
	return t.kind == notationKind && t.facets.Enum == nil
}
