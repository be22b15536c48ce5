package datatype

import "strconv"

func plainCount(n uint64) string { return strconv.FormatUint(n, 10) }

// checkLengths compares the three length facets in force with each other, if
// this step states any of them.
func (r *restriction) checkLengths() {
	f := &r.next.facets
	if f.MinLength != nil && f.MaxLength != nil && *f.MinLength > *f.MaxLength {
		r.failLast("minLength-less-than-equal-to-maxLength", MinLengthFacet, MaxLengthFacet,
			"minLength %d is more than maxLength %d", *f.MinLength, *f.MaxLength)
	}
	if f.Length == nil {
		return
	}
	r.checkWithLength(MinLengthFacet, *f.Length)
	r.checkWithLength(MaxLengthFacet, *f.Length)
}

// checkWithLength follows §4.3.1.4, length-minLength-maxLength: beside length,
// minLength and maxLength only stand if an earlier step had them, and they
// must not contradict it.
func (r *restriction) checkWithLength(k FacetKind, length uint64) {
	const code = "length-minLength-maxLength"
	limit := *r.next.facets.count(k)
	switch {
	case limit == nil:
	case k == MinLengthFacet && *limit > length, k == MaxLengthFacet && *limit < length:
		r.failLast(code, LengthFacet, k, "length %d is beyond %s %d", length, k, *limit)
	case !r.hadAlone(k, *limit):
		r.failLast(code, LengthFacet, k, "length and %s cannot be stated together", k)
	}
}

// hadAlone reports whether a type that this step derives from had the same
// limit and no length.
func (r *restriction) hadAlone(k FacetKind, limit uint64) bool {
	for t := r.base; t != nil; t = t.base {
		if n := *t.facets.count(k); n != nil && *n == limit && t.facets.Length == nil {
			return true
		}
	}
	return false
}

// failLast blames the later of two facets of this step. If the step has
// neither, the fault is the base's and was reported there.
func (r *restriction) failLast(code string, a, b FacetKind, format string, args ...any) {
	if i := max(r.at[a], r.at[b]); i >= 0 {
		r.fail(i, code, format, args...)
	}
}

// checkDigits follows §4.3.12.4.
func (r *restriction) checkDigits() {
	f := &r.next.facets
	if f.TotalDigits != nil && f.FractionDigits != nil && *f.FractionDigits > *f.TotalDigits {
		r.failLast("fractionDigits-less-than-equal-to-totalDigits", TotalDigitsFacet, FractionDigitsFacet,
			"fractionDigits %d is more than totalDigits %d", *f.FractionDigits, *f.TotalDigits)
	}
}
