package datatype

import "strconv"

// shortcut tells of most texts that are of a type that they are, at a glance:
// what it does not take is judged by the rules. The zero shortcut takes
// nothing.
type shortcut struct {
	// all is set where every text is of the type.
	all bool
	// A number without a sign is of the type where its digits are no more
	// than these, and its whole part is at least from and below below.
	digits, fraction int
	from, below      int64
}

// plainDigits is how many digits always fit an int64.
const plainDigits = 18

// shorten makes the shortcut of a type that is otherwise done.
func (t *Type) shorten() {
	t.quick = shortcut{}
	f := &t.facets
	if len(f.Patterns) > t.ruled || t.enum != nil {
		return
	}
	switch {
	case t.kind == stringKind && t.rule == noRule:
		t.quick.all = f.Length == nil && f.MinLength == nil && f.MaxLength == nil
	case t.kind == decimalKind:
		t.quick = shortcut{
			digits: atMost(f.TotalDigits), fraction: atMost(f.FractionDigits),
			from: f.plainFrom(), below: f.plainBelow(),
		}
		if t.rule == integerRule {
			t.quick.fraction = -1 // and no point
		}
	}
}

// atMost is a number of digits that a facet lets in, as far as we look.
func atMost(n *uint64) int {
	if n == nil {
		return plainDigits
	}
	return int(min(*n, plainDigits))
}

// maxPlain is above all numbers that are looked at.
const maxPlain int64 = 1_000_000_000_000_000_000

func wholePart(digits string) int64 {
	n, _ := strconv.ParseInt("0"+digits, 10, 64)
	return n
}

// plainFrom returns a whole part from which on numbers are above the lower
// bound.
func (f *Facets) plainFrom() int64 {
	bound, exclusive := f.MinInclusive, false
	if bound == nil {
		bound, exclusive = f.MinExclusive, true
	}
	switch {
	case bound == nil || bound.atom.number.Neg:
		return 0
	case len(bound.atom.number.Whole) > plainDigits:
		return maxPlain
	case exclusive || bound.atom.number.Frac != "":
		return wholePart(bound.atom.number.Whole) + 1
	}
	return wholePart(bound.atom.number.Whole)
}

// plainBelow returns a whole part below which numbers are below the upper
// bound.
func (f *Facets) plainBelow() int64 {
	bound := f.MaxInclusive
	if bound == nil {
		bound = f.MaxExclusive
	}
	switch {
	case bound == nil:
		return maxPlain
	case bound.atom.number.Neg:
		return 0
	case len(bound.atom.number.Whole) > plainDigits:
		return maxPlain
	}
	return wholePart(bound.atom.number.Whole)
}

// takes reports whether a text is of the type for certain.
func (q *shortcut) takes(s string) bool {
	if q.all {
		return true
	}
	var whole int64
	i := 0
	for ; i < len(s) && i < q.digits && s[i]-'0' <= 9; i++ {
		whole = 10*whole + int64(s[i]-'0')
	}
	if i == 0 || whole < q.from || whole >= q.below {
		return false
	}
	return i == len(s) || s[i] == '.' && q.takesFraction(s[i+1:], q.digits-i)
}

// takesFraction is takes for what stands behind the point.
func (q *shortcut) takesFraction(s string, digits int) bool {
	if len(s) > min(q.fraction, digits) {
		return false
	}
	for i := range len(s) {
		if s[i]-'0' > 9 {
			return false
		}
	}
	return true
}
