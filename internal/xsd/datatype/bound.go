package datatype

// boundRule describes one of the four facets that bound an order.
type boundRule struct {
	lower, inclusive bool
	words            string
	// twin is the other bound on the same side, which one step cannot state
	// too (twinCode).
	twin     FacetKind
	twinCode string
}

// boundKinds has the lower bounds first.
var boundKinds = [...]FacetKind{MinInclusiveFacet, MinExclusiveFacet, MaxInclusiveFacet, MaxExclusiveFacet}

// bounds are by facet kind.
var bounds = [facetCount]boundRule{
	MinInclusiveFacet: {true, true, "at least", MinExclusiveFacet, "minInclusive-minExclusive"},
	MinExclusiveFacet: {true, false, "greater than", MinInclusiveFacet, "minInclusive-minExclusive"},
	MaxInclusiveFacet: {false, true, "at most", MaxExclusiveFacet, "maxInclusive-maxExclusive"},
	MaxExclusiveFacet: {false, false, "less than", MaxInclusiveFacet, "maxInclusive-maxExclusive"},
}

// admits judges by the order of a value to the bound. A value in no order to
// it is refused.
func (b boundRule) admits(order Order) bool {
	switch order {
	case Equal:
		return b.inclusive
	case Greater:
		return b.lower
	case Less:
		return !b.lower
	}
	return false
}

// bound returns a bound in force, nil if there is none.
func (f *Facets) bound(k FacetKind) *Value {
	switch k {
	case MinInclusiveFacet:
		return f.MinInclusive
	case MinExclusiveFacet:
		return f.MinExclusive
	case MaxInclusiveFacet:
		return f.MaxInclusive
	}
	return f.MaxExclusive
}

// setBound also drops the other bound on the same side, which by the rules of
// restriction is no narrower.
func (f *Facets) setBound(k FacetKind, v *Value) {
	if bounds[k].lower {
		f.MinInclusive, f.MinExclusive = nil, nil
	} else {
		f.MaxInclusive, f.MaxExclusive = nil, nil
	}
	switch k {
	case MinInclusiveFacet:
		f.MinInclusive = v
	case MinExclusiveFacet:
		f.MinExclusive = v
	case MaxInclusiveFacet:
		f.MaxInclusive = v
	default:
		f.MaxExclusive = v
	}
}
