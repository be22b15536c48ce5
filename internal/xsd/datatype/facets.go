package datatype

import (
	"slices"
	"strconv"
)

// FacetKind is one of the twelve constraining facets (Part 2 §4.3).
type FacetKind uint8

// The constraining facets, in the recommendation's order.
const (
	LengthFacet FacetKind = iota
	MinLengthFacet
	MaxLengthFacet
	PatternFacet
	EnumerationFacet
	WhiteSpaceFacet
	MaxInclusiveFacet
	MaxExclusiveFacet
	MinExclusiveFacet
	MinInclusiveFacet
	TotalDigitsFacet
	FractionDigitsFacet
	facetCount = iota
)

var facetNames = [facetCount]string{
	"length", "minLength", "maxLength", "pattern", "enumeration", "whiteSpace",
	"maxInclusive", "maxExclusive", "minExclusive", "minInclusive", "totalDigits", "fractionDigits",
}

// String returns the name of the facet's element, such as minLength.
func (k FacetKind) String() string {
	if k >= facetCount {
		return "facet number " + strconv.Itoa(int(k))
	}
	return facetNames[k]
}

// FacetKindOf returns the facet whose element has that local name.
func FacetKindOf(local string) (k FacetKind, ok bool) {
	i := slices.Index(facetNames[:], local)
	return FacetKind(max(i, 0)), i >= 0
}

// FacetSet is a set of facet kinds.
type FacetSet uint16

// Has reports whether k is in the set.
func (s FacetSet) Has(k FacetKind) bool { return s&(1<<k) != 0 }

func (s *FacetSet) add(k FacetKind) { *s |= 1 << k }

// Facets are the constraining facets in force for a type. A nil pointer or
// slice means that there is none.
type Facets struct {
	// Length, MinLength and MaxLength count characters, octets of a binary
	// type, items of a list. A number beyond 64 bits is the greatest one.
	Length, MinLength, MaxLength *uint64
	// Patterns has the patterns of each derivation step, the oldest first: a
	// text must match one of every step.
	Patterns [][]*Pattern
	// Enum are the values of the last step that enumerates, which are all
	// values of the earlier ones.
	Enum []Value
	// Of an inclusive and an exclusive bound the narrower remains.
	MinInclusive, MinExclusive, MaxInclusive, MaxExclusive *Value
	TotalDigits, FractionDigits                            *uint64
	// Fixed has the facets that no further step may change.
	Fixed FacetSet
}

// applicable has the facets that a kind may be restricted by (Part 2 §4.1.5,
// cos-applicable-facets).
func (k kind) applicable() FacetSet {
	var s FacetSet
	if k == anyKind {
		return s
	}
	s.add(PatternFacet)
	if k != booleanKind {
		s.add(EnumerationFacet)
	}
	if k != unionKind {
		s.add(WhiteSpaceFacet)
	}
	if k == stringKind || k == listKind || hexBinaryKind <= k && k <= notationKind {
		s |= 1<<LengthFacet | 1<<MinLengthFacet | 1<<MaxLengthFacet
	}
	if k.isOrdered() {
		s |= 1<<MaxInclusiveFacet | 1<<MaxExclusiveFacet | 1<<MinExclusiveFacet | 1<<MinInclusiveFacet
	}
	if k == decimalKind {
		s |= 1<<TotalDigitsFacet | 1<<FractionDigitsFacet
	}
	return s
}

// check judges a value of t that was read from text.
func (t *Type) check(text string, a *atom) *Error {
	f := &t.facets
	for _, step := range f.Patterns[t.ruled:] {
		if !matchesAny(step, text) {
			return patternError(text, step)
		}
	}
	if err := f.checkLength(text, a); err != nil {
		return err
	}
	if err := f.checkDigits(text, a); err != nil {
		return err
	}
	if err := f.checkBounds(text, a); err != nil {
		return err
	}
	return t.checkEnum(text, a)
}

func matchesAny(patterns []*Pattern, text string) bool {
	for _, p := range patterns {
		if p.MatchString(text) {
			return true
		}
	}
	return false
}

func patternError(text string, step []*Pattern) *Error {
	sources := make([]string, len(step))
	for i, p := range step {
		sources[i] = quote(p.String())
	}
	return fail("cvc-pattern-valid", "%s does not match the pattern %s", quote(text), oneOf(sources))
}

func (f *Facets) checkLength(text string, a *atom) *Error {
	if f.Length == nil && f.MinLength == nil && f.MaxLength == nil {
		return nil
	}
	n, unit, ok := a.length()
	switch {
	case !ok:
	case f.Length != nil && n != *f.Length:
		return fail("cvc-length-valid", "%s has %s instead of %d", quote(text), plural(n, unit), *f.Length)
	case f.MinLength != nil && n < *f.MinLength:
		return fail("cvc-minLength-valid", "%s has %s, fewer than %d", quote(text), plural(n, unit), *f.MinLength)
	case f.MaxLength != nil && n > *f.MaxLength:
		return fail("cvc-maxLength-valid", "%s has %s, more than %d", quote(text), plural(n, unit), *f.MaxLength)
	}
	return nil
}

func (f *Facets) checkDigits(text string, a *atom) *Error {
	if f.TotalDigits != nil && uint64(a.number.Digits()) > *f.TotalDigits {
		return fail("cvc-totalDigits-valid", "%s has %s, more than %d", quote(text),
			plural(uint64(a.number.Digits()), "digit"), *f.TotalDigits)
	}
	if f.FractionDigits != nil && uint64(len(a.number.Frac)) > *f.FractionDigits {
		return fail("cvc-fractionDigits-valid", "%s has %s behind the point, more than %d", quote(text),
			plural(uint64(len(a.number.Frac)), "digit"), *f.FractionDigits)
	}
	return nil
}

func (f *Facets) checkBounds(text string, a *atom) *Error {
	for _, k := range boundKinds {
		bound := f.bound(k)
		if bound == nil {
			continue
		}
		order := a.compare(bound.atom)
		if bounds[k].admits(order) {
			continue
		}
		why := "is not " + bounds[k].words
		if order == Incomparable {
			why += ", as the two are in no order:"
		}
		return fail("cvc-"+k.String()+"-valid", "%s %s %s", quote(text), why, quote(bound.text))
	}
	return nil
}

func (t *Type) checkEnum(text string, a *atom) *Error {
	if t.enum == nil || t.enum.has(a) {
		return nil
	}
	return enumError(text, t.facets.Enum)
}

// enumSet has the keys of an enumeration's values.
type enumSet map[string]struct{}

func newEnumSet(values []Value) enumSet {
	set := make(enumSet, len(values))
	for _, v := range values {
		set[v.atom.key()] = struct{}{}
	}
	return set
}

func (s enumSet) has(a *atom) bool {
	if a.kind == listKind {
		_, ok := s[a.key()]
		return ok
	}
	var room [64]byte
	_, ok := s[string(a.appendKey(room[:0]))]
	return ok
}

func enumError(text string, enum []Value) *Error {
	words := make([]string, 0, mostWords)
	for _, v := range enum[:min(len(enum), mostWords)] {
		words = append(words, quote(v.text))
	}
	return fail("cvc-enumeration-valid", "%s is not one of the values allowed: %s", quote(text), oneOfAll(words, len(enum)))
}
