package pairs

import (
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// CheckNames checks that fingerprints are unique, that changes name what one of the
// versions has, and that the ways to them are there.
func CheckNames(t *testing.T, r *change.Result, old, now *diff.Side) {
	t.Helper()
	known, seen := map[string]bool{}, map[string]bool{}
	for _, s := range []*diff.Side{old, now} {
		for _, c := range s.Components() {
			known[c.String()], known[c.Display()] = true, true
		}
	}
	for _, c := range r.Changes {
		if seen[c.Fingerprint] {
			t.Errorf("two changes have the fingerprint %s", c.Fingerprint)
		}
		seen[c.Fingerprint] = true
		if c.Component.Kind != change.KindSchema && (!known[c.Component.String()] || !known[c.Component.Display()]) {
			t.Errorf("%s: neither version has %s, %s", c.ID, c.Component, c.Component.Display())
		}
		checkWays(t, &c, old, now)
	}
}
