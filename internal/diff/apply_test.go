package diff

import (
	"slices"
	"strings"
	"testing"
)

// checkComplete checks that the changes make the new version of the old one.
func checkComplete(t *testing.T, r *Result, old, now *Side) {
	t.Helper()
	if Apply(old.Schema, r.Changes) == r.New.Digest {
		return
	}
	c := newComparer(old, now, Options{})
	c.matchNames()
	t.Errorf("the list is not complete:\n%s", strings.Join(residue(old, now, r, c.names), "\n"))
}

// TestEachChangeIsNeeded leaves out one change at a time: what is left no
// longer makes the new version.
func TestEachChangeIsNeeded(t *testing.T) {
	old := webex(t, "40.1.0")
	r := compareReleases(t, "40.1.0", "40.6.0")
	for i := 0; i < len(r.Changes); i += long(5, 1) {
		rest := append(slices.Clone(r.Changes[:i]), r.Changes[i+1:]...)
		if Apply(old.Schema, rest) == r.New.Digest {
			t.Errorf("%s at %s can be left out", r.Changes[i].ID, r.Changes[i].Component)
		}
	}
	if Apply(old.Schema, nil) != r.Old.Digest {
		t.Error("no changes make another schema")
	}
}
