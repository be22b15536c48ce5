package inclusion

import (
	"cmp"
	"math/big"
	"strconv"

	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// Limit is a number that a facet states, or none.
type Limit struct{ N *uint64 }

func (l Limit) String() string {
	if l.N == nil {
		return ""
	}
	return strconv.FormatUint(*l.N, 10)
}

// Or returns the number, that of none being given.
func (l Limit) Or(none uint64) Number {
	if l.N == nil {
		return Number(none)
	}
	return Number(*l.N)
}

// Number is a count, or the greatest there is.
type Number uint64

// Compare returns -1, 0 or 1 as m is less than, equal to or greater than n.
func (n Number) Compare(m Number) int { return cmp.Compare(m, n) }

// Lengths returns the least and greatest length; length states both.
func Lengths(f datatype.Facets) (low, high Limit) {
	if f.Length != nil {
		return Limit{f.Length}, Limit{f.Length}
	}
	return Limit{f.MinLength}, Limit{f.MaxLength}
}

// Edge is a lower or upper bound on values; none has no value.
type Edge struct {
	Kind  datatype.FacetKind
	Value *datatype.Value
}

// LowerBound returns the lower bound in force; that of whole numbers is
// inclusive.
func LowerBound(f datatype.Facets) Edge {
	switch {
	case f.MinInclusive != nil:
		return Edge{datatype.MinInclusiveFacet, f.MinInclusive}
	case f.MinExclusive != nil:
		return Edge{datatype.MinExclusiveFacet, f.MinExclusive}.whole(f, 1)
	}
	return Edge{}
}

// UpperBound returns the upper bound in force.
func UpperBound(f datatype.Facets) Edge {
	switch {
	case f.MaxInclusive != nil:
		return Edge{datatype.MaxInclusiveFacet, f.MaxInclusive}
	case f.MaxExclusive != nil:
		return Edge{datatype.MaxExclusiveFacet, f.MaxExclusive}.whole(f, -1)
	}
	return Edge{}
}

// whole returns an exclusive bound on whole numbers as the inclusive one that
// says the same.
func (e Edge) whole(f datatype.Facets, step int64) Edge {
	if f.FractionDigits == nil || *f.FractionDigits != 0 {
		return e
	}
	n, ok := e.Value.BigInt()
	if !ok {
		return e
	}
	v, err := datatype.Builtin("integer").Parse(new(big.Int).Add(n, big.NewInt(step)).String(), nil)
	if err != nil {
		return e
	}
	kind := datatype.MinInclusiveFacet
	if step < 0 {
		kind = datatype.MaxInclusiveFacet
	}
	return Edge{kind, &v}
}

func (e Edge) String() string {
	if e.Value == nil {
		return ""
	}
	return e.Value.Canonical()
}

func (e Edge) exclusive() bool {
	return e.Kind == datatype.MinExclusiveFacet || e.Kind == datatype.MaxExclusiveFacet
}

func (e Edge) lower() bool {
	return e.Kind == datatype.MinInclusiveFacet || e.Kind == datatype.MinExclusiveFacet
}

// Looser returns 1 if f accepts more than e, -1 if it accepts less, and 0 if
// they say the same or are in no order.
func (e Edge) Looser(f Edge) int {
	switch {
	case e.Value == nil && f.Value == nil:
		return 0
	case e.Value == nil:
		return -1
	case f.Value == nil:
		return 1
	}
	switch order := f.Value.Compare(*e.Value); {
	case order == datatype.Incomparable || order == datatype.Equal && e.exclusive() == f.exclusive():
		return 0
	case order == datatype.Equal && f.exclusive():
		return -1
	case order == datatype.Equal:
		return 1
	case (order == datatype.Greater) == e.lower():
		return -1
	}
	return 1
}
