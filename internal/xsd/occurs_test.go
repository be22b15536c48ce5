package xsd_test

import (
	"math"
	"testing"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

func TestBoundsOfOccurrence(t *testing.T) {
	const many, all = xsd.Unbounded, math.MaxInt
	for _, c := range []struct{ a, b, product, sum int }{
		{2, 3, 6, 5},
		{0, many, 0, many},
		{many, 2, many, many},
		{many, many, many, many},
		{all, 2, all, all},
		{1, all, all, all},
		{0, all, 0, all},
	} {
		if got := xsd.Times(c.a, c.b); got != c.product {
			t.Errorf("%d times %d: got %d, want %d", c.a, c.b, got, c.product)
		}
		if got := xsd.Plus(c.a, c.b); got != c.sum {
			t.Errorf("%d plus %d: got %d, want %d", c.a, c.b, got, c.sum)
		}
	}
}

func TestEffectiveTotalRange(t *testing.T) {
	parts := []xsd.Range{{Low: 1, High: 2}, {Low: 0, High: 3}, {Low: 2, High: 2}}
	for _, c := range []struct {
		of     xsd.Compositor
		bounds xsd.Range
		parts  []xsd.Range
		want   xsd.Range
	}{
		{xsd.Sequence, xsd.Range{Low: 1, High: 1}, parts, xsd.Range{Low: 3, High: 7}},
		{xsd.All, xsd.Range{Low: 0, High: 1}, parts, xsd.Range{Low: 0, High: 7}},
		{xsd.Choice, xsd.Range{Low: 2, High: 3}, parts, xsd.Range{Low: 0, High: 9}},
		{xsd.Choice, xsd.Range{Low: 1, High: xsd.Unbounded}, parts[:1], xsd.Range{Low: 1, High: xsd.Unbounded}},
		{xsd.Choice, xsd.Range{Low: 1, High: 2}, []xsd.Range{{Low: 1, High: xsd.Unbounded}, {Low: 0, High: 0}}, xsd.Range{Low: 0, High: xsd.Unbounded}},
		{xsd.Sequence, xsd.Range{Low: 3, High: xsd.Unbounded}, nil, xsd.Range{}},
		{xsd.Choice, xsd.Range{Low: 3, High: 3}, nil, xsd.Range{}},
	} {
		if got := c.of.Total(c.bounds, c.parts); got != c.want {
			t.Errorf("%s of %v occurring %v: got %v, want %v", c.of, c.parts, c.bounds, got, c.want)
		}
	}
	if !(xsd.Range{Low: 1, High: 2}).Within(xsd.Range{Low: 1, High: xsd.Unbounded}) || (xsd.Range{Low: 1, High: xsd.Unbounded}).Within(xsd.Range{Low: 0, High: 5}) {
		t.Error("ranges are not within one another as they should")
	}
}
