package diff_test

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/project"
)

// TestWhatIsGoneHasAPlaceInTheNewVersion asks it of the pair of every rule: a
// change within a component that both versions have is to be annotated in it.
func TestWhatIsGoneHasAPlaceInTheNewVersion(t *testing.T) {
	gone := 0
	for _, rule := range change.Rules() {
		example, ok := rule.Example()
		if !ok {
			t.Fatalf("%s has no pair", rule.ID)
		}
		now := pairs.Side(t, "new", example.New)
		lines := strings.Count(example.New, "\n") + 1
		for _, c := range project.Compare(pairs.Side(t, "old", example.Old), now, diff.Options{Docs: true}).Changes {
			switch {
			case c.New != nil && c.Lost != (diag.Pos{}):
				t.Errorf("%s: %s is there and lost at %s", rule.ID, c.ID, c.Lost)
			case c.New == nil && c.Component.Path != "":
				gone++
				if c.Lost.Line < 1 || c.Lost.Line > lines {
					t.Errorf("%s: %s of %s has no place: %s", rule.ID, c.ID, c.Component.Display(), c.Lost)
				}
			}
		}
	}
	if gone < 8 {
		t.Errorf("only %d parts are gone", gone)
	}
}
