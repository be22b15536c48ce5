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
	if k, refused := t.refuses(text, a); refused {
		return t.facets.refusal(k, text, a)
	}
	return nil
}

// refuses reports whether a facet of t refuses a value, and which one. That has
// no words yet: of the member types of a union most refuse most texts.
func (t *Type) refuses(text string, a *atom) (k FacetKind, refused bool) {
	f := &t.facets
	for _, step := range f.Patterns[t.ruled:] {
		if !matchesAny(step, text) {
			return PatternFacet, true
		}
	}
	if k, refused = f.refusesLength(a); refused {
		return k, true
	}
	switch {
	case f.TotalDigits != nil && uint64(a.number.Digits()) > *f.TotalDigits:
		return TotalDigitsFacet, true
	case f.FractionDigits != nil && uint64(len(a.number.Frac)) > *f.FractionDigits:
		return FractionDigitsFacet, true
	}
	for _, k := range boundKinds {
		if bound := f.bound(k); bound != nil && !bounds[k].admits(a.compare(bound.atom)) {
			return k, true
		}
	}
	return EnumerationFacet, t.enum != nil && !t.enum.has(a)
}

func matchesAny(patterns []*Pattern, text string) bool {
	for _, p := range patterns {
		if p.MatchString(text) {
			return true
		}
	}
	return false
}

func (f *Facets) refusesLength(a *atom) (k FacetKind, refused bool) {
	if f.Length == nil && f.MinLength == nil && f.MaxLength == nil {
		return 0, false
	}
	n, _, ok := a.length()
	switch {
	case !ok:
	case f.Length != nil && n != *f.Length:
		return LengthFacet, true
	case f.MinLength != nil && n < *f.MinLength:
		return MinLengthFacet, true
	case f.MaxLength != nil && n > *f.MaxLength:
		return MaxLengthFacet, true
	}
	return 0, false
}

// refusal says why a facet refuses a value.
func (f *Facets) refusal(k FacetKind, text string, a *atom) *Error {
	switch k {
	case PatternFacet:
		return f.patternError(text)
	case EnumerationFacet:
		return enumError(text, f.Enum)
	case LengthFacet, MinLengthFacet, MaxLengthFacet:
		return f.lengthError(k, text, a)
	case TotalDigitsFacet:
		return fail("cvc-totalDigits-valid", "%s has %s, more than %d", quote(text), plural(uint64(a.number.Digits()), "digit"), *f.TotalDigits)
	case FractionDigitsFacet:
		return fail("cvc-fractionDigits-valid", "%s has %s behind the point, more than %d", quote(text),
			plural(uint64(len(a.number.Frac)), "digit"), *f.FractionDigits)
	}
	return f.boundError(k, text, a)
}

func (f *Facets) patternError(text string) *Error {
	for _, step := range f.Patterns {
		if matchesAny(step, text) {
			continue
		}
		sources := make([]string, len(step))
		for i, p := range step {
			sources[i] = quote(p.String())
		}
		return fail("cvc-pattern-valid", "%s does not match the pattern %s", quote(text), oneOf(sources))
	}
	return nil
}

func (f *Facets) lengthError(k FacetKind, text string, a *atom) *Error {
	n, unit, _ := a.length()
	switch k {
	case LengthFacet:
		return fail("cvc-length-valid", "%s has %s instead of %d", quote(text), plural(n, unit), *f.Length)
	case MinLengthFacet:
		return fail("cvc-minLength-valid", "%s has %s, fewer than %d", quote(text), plural(n, unit), *f.MinLength)
	}
	return fail("cvc-maxLength-valid", "%s has %s, more than %d", quote(text), plural(n, unit), *f.MaxLength)
}

func (f *Facets) boundError(k FacetKind, text string, a *atom) *Error {
	bound := f.bound(k)
	why := "is not " + bounds[k].words
	if a.compare(bound.atom) == Incomparable {
		why += ", as the two are in no order:"
	}
	return fail("cvc-"+k.String()+"-valid", "%s %s %s", quote(text), why, quote(bound.text))
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
