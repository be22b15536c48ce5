package datatype

// Ordering is the fundamental facet ordered (Part 2 §4.2.2).
type Ordering uint8

// The kinds of order a value space may have.
const (
	NoOrder Ordering = iota
	PartialOrder
	TotalOrder
)

// String returns false, partial or total.
func (o Ordering) String() string {
	return [...]string{"false", "partial", "total"}[o]
}

// Ordered returns how the values of t are ordered. A union takes the order of
// its members' common ancestor; without one it has a partial order, unless no
// member has any.
func (t *Type) Ordered() Ordering {
	switch {
	case t.kind == decimalKind:
		return TotalOrder
	case t.kind.isOrdered():
		return PartialOrder
	case t.variety != UnionVariety:
		return NoOrder
	}
	if ancestor := t.commonPrimitive(); ancestor != nil {
		return ancestor.Ordered()
	}
	for _, m := range t.members {
		if m.Ordered() != NoOrder {
			return PartialOrder
		}
	}
	return NoOrder
}

// commonPrimitive is the primitive type that all members of a union come from,
// nil if there is none.
func (t *Type) commonPrimitive() *Type {
	if len(t.members) == 0 {
		return nil
	}
	first := t.members[0].primitive
	for _, m := range t.members {
		if m.primitive != first {
			return nil
		}
	}
	return first
}

// Bounded reports whether the values of t lie between bounds (§4.2.3). A list
// is bounded by its length.
func (t *Type) Bounded() bool {
	f := &t.facets
	switch {
	case t.variety == ListVariety:
		return f.Length != nil || f.MinLength != nil && f.MaxLength != nil
	case t.variety == UnionVariety:
		return t.commonPrimitive() != nil && all(t.members, (*Type).Bounded)
	case t.kind == floatKind || t.kind == doubleKind:
		return true
	}
	return (f.MinInclusive != nil || f.MinExclusive != nil) && (f.MaxInclusive != nil || f.MaxExclusive != nil)
}

// Finite reports whether the cardinality of the value space is finite by the
// rules of §4.2.4, which look at some facets only; false means countably
// infinite.
func (t *Type) Finite() bool {
	f := &t.facets
	switch t.variety {
	case ListVariety:
		return f.Length != nil || f.MinLength != nil && f.MaxLength != nil
	case UnionVariety:
		return all(t.members, (*Type).Finite)
	}
	switch {
	case t.kind == booleanKind, t.kind == floatKind, t.kind == doubleKind:
		return true
	case f.Length != nil, f.MaxLength != nil, f.TotalDigits != nil:
		return true
	}
	return t.Bounded() && (f.FractionDigits != nil || dateKind <= t.kind && t.kind <= gMonthKind)
}

// Numeric reports whether the values of t are numbers (§4.2.5).
func (t *Type) Numeric() bool {
	if t.variety == UnionVariety {
		return all(t.members, (*Type).Numeric)
	}
	return t.kind.isNumber()
}

func all(types []*Type, has func(*Type) bool) bool {
	for _, t := range types {
		if !has(t) {
			return false
		}
	}
	return len(types) > 0
}
