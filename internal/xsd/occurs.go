package xsd

import (
	"math"
	"strconv"
)

// Times multiplies two bounds of occurrence, of what is repeated within what
// is repeated. Nothing times [Unbounded] is nothing; what is too large for an
// int is the largest one.
func Times(a, b int) int {
	switch {
	case a == 0 || b == 0:
		return 0
	case a == Unbounded || b == Unbounded:
		return Unbounded
	case a > math.MaxInt/b:
		return math.MaxInt
	}
	return a * b
}

// Plus adds two bounds of occurrence, with the limits of [Times].
func Plus(a, b int) int {
	switch {
	case a == Unbounded || b == Unbounded:
		return Unbounded
	case a > math.MaxInt-b:
		return math.MaxInt
	}
	return a + b
}

// Range is how many elements something can match: Low to High, which may be
// [Unbounded].
type Range struct{ Low, High int }

// String returns the range as min..max, with * for no upper bound.
func (r Range) String() string {
	if r.High == Unbounded {
		return strconv.Itoa(r.Low) + "..*"
	}
	return strconv.Itoa(r.Low) + ".." + strconv.Itoa(r.High)
}

// Then is the range of one thing and another (Part 1 §3.8.6, Effective Total
// Range (all and sequence)).
func (r Range) Then(s Range) Range { return Range{Plus(r.Low, s.Low), Plus(r.High, s.High)} }

// Or is the range of one thing or another (Effective Total Range (choice)).
func (r Range) Or(s Range) Range {
	high := max(r.High, s.High)
	if r.High == Unbounded || s.High == Unbounded {
		high = Unbounded
	}
	return Range{min(r.Low, s.Low), high}
}

// Within is Occurrence Range OK (Part 1 §3.9.6): r allows no other number than
// s does.
func (r Range) Within(s Range) bool {
	return r.Low >= s.Low && (s.High == Unbounded || r.High != Unbounded && r.High <= s.High)
}

// Total is the Effective Total Range of particles that a compositor combines
// and that occur as often as bounds says. No particles at all match nothing.
func (c Compositor) Total(bounds Range, parts []Range) Range {
	var sum Range
	for i, r := range parts {
		switch {
		case i == 0:
			sum = r
		case c == Choice:
			sum = sum.Or(r)
		default:
			sum = sum.Then(r)
		}
	}
	return Range{Times(sum.Low, bounds.Low), Times(sum.High, bounds.High)}
}
