package diag

import (
	"math/rand/v2"
	"testing"
)

// TestDistanceHasAllBounds holds the distance within a bound to the one without.
func TestDistanceHasAllBounds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		b := make([]byte, r.IntN(9))
		for i := range b {
			b[i] = "abc"[r.IntN(3)]
		}
		return string(b)
	}
	for range 20_000 {
		a, b := word(), word()
		whole := Distance(a, b, 100)
		for bound := 1; bound < 10; bound++ {
			if got := Distance(a, b, bound); got != min(whole, bound) {
				t.Fatalf("%q and %q within %d: %d, want %d", a, b, bound, got, min(whole, bound))
			}
		}
	}
}
