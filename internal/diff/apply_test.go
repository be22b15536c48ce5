package diff_test

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/audit"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// checkComplete checks that the changes make the new version of the old one.
func checkComplete(t *testing.T, r *change.Result, old, now *diff.Side) {
	t.Helper()
	ledger := audit.Account(diff.Compare(old, now, diff.Options{}), r.Changes)
	if ledger.Apply(old.Schema, -1) != r.New.Digest.String() {
		t.Errorf("the list is not complete:\n%s", strings.Join(ledger.Residue, "\n"))
	}
}

// TestEachChangeIsNeeded leaves out one change at a time: what is left no
// longer makes the new version.
func TestEachChangeIsNeeded(t *testing.T) {
	old, now := webex(t, "40.1.0"), webex(t, "40.6.0")
	r := compareReleases(t, "40.1.0", "40.6.0")
	ledger := audit.Account(diff.Compare(old, now, diff.Options{}), r.Changes)
	for i := 0; i < len(r.Changes); i += long(5, 1) {
		if ledger.Apply(old.Schema, i) == r.New.Digest.String() {
			t.Errorf("%s at %s can be left out", r.Changes[i].ID, r.Changes[i].Component)
		}
	}
	if nothing := audit.Account(diff.Compare(old, now, diff.Options{}), nil); nothing.Apply(old.Schema, -1) != r.Old.Digest.String() {
		t.Error("no changes make another schema")
	}
}
