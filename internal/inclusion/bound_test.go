package inclusion_test

import (
	"testing"

	"github.com/wbxgen/wbxgen/internal/inclusion"
)

// TestEdgesOfNumbers holds what bounds say for whole numbers and for others,
// and which of two is the looser one.
func TestEdgesOfNumbers(t *testing.T) {
	for _, c := range []struct {
		left, right string
		low, high   int    // of right, seen from left
		edges       string // of left
	}{
		{"xs:integer", "xs:integer", 0, 0, ".."},
		{"xs:integer minExclusive=3 maxExclusive=9", "xs:integer minInclusive=4 maxInclusive=8", 0, 0, "4..8"},
		{"xs:integer minInclusive=4 maxInclusive=8", "xs:integer minInclusive=5 maxInclusive=7", -1, -1, "4..8"},
		{"xs:integer minInclusive=4 maxInclusive=8", "xs:integer minInclusive=3 maxInclusive=9", 1, 1, "4..8"},
		{"xs:integer minInclusive=4 maxInclusive=8", "xs:integer", 1, 1, "4..8"},
		{"xs:integer", "xs:integer minInclusive=4 maxInclusive=8", -1, -1, ".."},
		{"xs:decimal minExclusive=3 maxExclusive=9", "xs:decimal minInclusive=3 maxInclusive=9", 1, 1, "3.0..9.0"},
		{"xs:decimal minInclusive=3 maxInclusive=9", "xs:decimal minExclusive=3 maxExclusive=9", -1, -1, "3.0..9.0"},
	} {
		l, r := simple(t, c.left).Facets(), simple(t, c.right).Facets()
		if got := inclusion.LowerBound(l).Looser(inclusion.LowerBound(r)); got != c.low {
			t.Errorf("%s, %s: lower bounds: got %d, want %d", c.left, c.right, got, c.low)
		}
		if got := inclusion.UpperBound(l).Looser(inclusion.UpperBound(r)); got != c.high {
			t.Errorf("%s, %s: upper bounds: got %d, want %d", c.left, c.right, got, c.high)
		}
		if got := inclusion.LowerBound(l).String() + ".." + inclusion.UpperBound(l).String(); got != c.edges {
			t.Errorf("%s: got %s, want %s", c.left, got, c.edges)
		}
	}
}

func TestLengthsOfFacets(t *testing.T) {
	for of, want := range map[string]string{
		"xs:string": "-", "xs:string length=3": "3-3", "xs:string minLength=1": "1-", "xs:string minLength=1 maxLength=4": "1-4",
	} {
		low, high := inclusion.Lengths(simple(t, of).Facets())
		if got := low.String() + "-" + high.String(); got != want {
			t.Errorf("%s: got %s, want %s", of, got, want)
		}
		if low.N == nil && low.Or(7) != 7 {
			t.Errorf("%s: no limit is %d", of, low.Or(7))
		}
	}
	for _, c := range []struct{ n, m, want int }{{1, 2, 1}, {2, 1, -1}, {2, 2, 0}} {
		if got := inclusion.Number(c.n).Compare(inclusion.Number(c.m)); got != c.want {
			t.Errorf("%d to %d: got %d, want %d", c.n, c.m, got, c.want)
		}
	}
}
