package datatype

import (
	"cmp"
	"math"
	"slices"
)

// Facet is a constraining facet as a derivation step states it.
type Facet struct {
	Kind  FacetKind
	Value string
	// Fixed forbids further steps to change the value.
	Fixed bool
	// NS resolves prefixes in enumerations of names; nil: none is declared.
	NS Namespaces
}

// FacetError says what is wrong with a facet of a derivation step.
type FacetError struct {
	// Index is that of the facet among those given to [Type.Restrict].
	Index int
	// Code is the constraint's name: of Part 2 §4.3, such as
	// minLength-valid-restriction, or st-restrict-facets of Part 1 §3.14.6 for
	// a change to a fixed value; a code of [Error] for a text that is no value
	// of the facet; wbxgen-unsupported-pattern for a pattern that is right and
	// too large.
	Code string
	// Msg says it in one line of lower case without a full stop.
	Msg string
}

// Error returns the message without the code.
func (e FacetError) Error() string { return e.Msg }

const (
	codeFixed      = "st-restrict-facets"
	codeApplicable = "cos-applicable-facets"
	codeSingle     = "src-single-facet-value"
)

// restriction is a derivation step while it is checked.
type restriction struct {
	base   *Type
	facets []Facet
	next   *Type
	// at has the index of the facet that stated a kind in this step, or -1.
	at   [facetCount]int
	errs []FacetError
}

// Restrict derives a type from t by one step of restriction (Part 2
// §4.1.2.1): patterns of one step are alternatives, enumerations a set, and
// other facets may be stated once. All errors are returned, in the order of
// the facets; the type leaves out facets with errors and is usable.
func (t *Type) Restrict(facets []Facet) (*Type, []FacetError) {
	next := *t
	next.name, next.base = "", t
	r := restriction{base: t, facets: facets, next: &next}
	for k := range r.at {
		r.at[k] = -1
	}
	for i, f := range facets {
		r.state(i, f)
	}
	r.checkLengths()
	r.checkBounds()
	r.checkDigits()
	r.setPatterns()
	r.setEnum()
	r.next.shorten()
	slices.SortStableFunc(r.errs, func(a, b FacetError) int { return cmp.Compare(a.Index, b.Index) })
	return r.next, r.errs
}

func (r *restriction) fail(index int, code, format string, args ...any) {
	r.errs = append(r.errs, FacetError{Index: index, Code: code, Msg: fail(code, format, args...).Msg})
}

// state notes one facet. Patterns and enumerations wait for the end.
func (r *restriction) state(i int, f Facet) {
	k := f.Kind
	switch {
	case !r.base.kind.applicable().Has(k):
		r.fail(i, codeApplicable, "facet %s does not apply to %s", k, r.base)
	case k == PatternFacet || k == EnumerationFacet:
		r.at[k] = i
	case r.at[k] >= 0:
		r.fail(i, codeSingle, "facet %s is stated twice; one step of restriction states it once", k)
	default:
		r.at[k] = i
		if !r.set(i, f) {
			r.at[k] = -1
		} else if f.Fixed {
			r.next.facets.Fixed.add(k)
		}
	}
}

// set takes over the value of a facet; false if it cannot be used.
func (r *restriction) set(i int, f Facet) bool {
	switch f.Kind {
	case WhiteSpaceFacet:
		return r.setWhiteSpace(i, f)
	case MinInclusiveFacet, MinExclusiveFacet, MaxInclusiveFacet, MaxExclusiveFacet:
		return r.setBound(i, f)
	}
	return r.setCount(i, f)
}

// isFixed reports a change to a fixed value of the base.
func (r *restriction) isFixed(i int, changed bool, was string) bool {
	f := r.facets[i]
	if !changed || !r.base.facets.Fixed.Has(f.Kind) {
		return false
	}
	r.fail(i, codeFixed, "%s is fixed to %s in the base type and cannot become %s", f.Kind, quote(was), quote(f.Value))
	return true
}

func (r *restriction) setWhiteSpace(i int, f Facet) bool {
	w, ok := parseWhiteSpace(Collapse.Normalize(f.Value))
	base := r.base.space
	switch {
	case !ok:
		r.fail(i, codeLexical, "%s is not a value of whiteSpace; write preserve, replace or collapse", quote(f.Value))
		return false
	case r.isFixed(i, w != base, base.String()):
		return false
	case w < base:
		r.fail(i, "whiteSpace-valid-restriction", "whiteSpace %s is weaker than %s of the base type", w, base)
		return false
	}
	r.next.space = w
	return true
}

// count is where a facet of a plain number is kept.
func (f *Facets) count(k FacetKind) **uint64 {
	switch k {
	case LengthFacet:
		return &f.Length
	case MinLengthFacet:
		return &f.MinLength
	case MaxLengthFacet:
		return &f.MaxLength
	case TotalDigitsFacet:
		return &f.TotalDigits
	}
	return &f.FractionDigits
}

// setCount takes over a number and compares it with the base's.
func (r *restriction) setCount(i int, f Facet) bool {
	n, err := parseCount(f)
	if err != nil {
		r.fail(i, err.Code, "%s", err.Msg)
		return false
	}
	base := *r.base.facets.count(f.Kind)
	if base != nil {
		if r.isFixed(i, n != *base, plainCount(*base)) {
			return false
		}
		if word := widens(f.Kind, n, *base); word != "" {
			r.fail(i, f.Kind.String()+"-valid-restriction", "%s %d is %s %d of the base type", f.Kind, n, word, *base)
			return false
		}
	}
	*r.next.facets.count(f.Kind) = &n
	return true
}

// parseCount reads a nonNegativeInteger, for totalDigits a positiveInteger.
func parseCount(f Facet) (uint64, *Error) {
	name := "nonNegativeInteger"
	if f.Kind == TotalDigitsFacet {
		name = "positiveInteger"
	}
	v, err := builtins[name].parse(f.Value, nil)
	if err != nil {
		return 0, fail(err.Code, "the value of %s is wrong: %s", f.Kind, err.Msg)
	}
	n, _ := v.BigInt()
	if !n.IsUint64() {
		return math.MaxUint64, nil
	}
	return n.Uint64(), nil
}

// widens says how n would let in more than the base does, or "".
func widens(k FacetKind, n, base uint64) string {
	switch {
	case k == LengthFacet && n != base:
		return "not"
	case k == MinLengthFacet && n < base:
		return "less than"
	case k != LengthFacet && k != MinLengthFacet && n > base:
		return "more than"
	}
	return ""
}

// setPatterns adds the step's patterns as alternatives. A step of which none
// can be used adds nothing.
func (r *restriction) setPatterns() {
	if r.at[PatternFacet] < 0 {
		return
	}
	var step []*Pattern
	for i, f := range r.facets {
		if f.Kind != PatternFacet {
			continue
		}
		p, err := parsePattern(f.Value)
		if err != nil {
			r.fail(i, err.Code, "%s", err.Msg)
			continue
		}
		step = append(step, p)
	}
	if step != nil {
		r.next.facets.Patterns = append(slices.Clone(r.base.facets.Patterns), step)
	}
}

// setEnum reads the enumeration's values as values of the base type
// (enumeration-valid-restriction).
func (r *restriction) setEnum() {
	if r.at[EnumerationFacet] < 0 {
		return
	}
	var enum []Value
	for i, f := range r.facets {
		if f.Kind != EnumerationFacet {
			continue
		}
		v, err := r.base.parse(f.Value, f.NS)
		if err != nil {
			r.fail(i, "enumeration-valid-restriction", "the base type does not have the value: %s", err.Msg)
			continue
		}
		enum = append(enum, v)
	}
	if len(enum) == 0 {
		return
	}
	r.next.facets.Enum = enum
	r.next.enum, r.next.mostItems = newEnumSet(enum), 0
	for _, v := range enum {
		r.next.mostItems = max(r.next.mostItems, v.atom.size)
	}
}
