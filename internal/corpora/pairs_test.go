package corpora_test

import (
	"testing"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/project"
)

// TestWitnessesOfPublicFormats asks Xerces about each document that is to prove a
// break between two versions of a public format: it is valid under the one, and
// not under the other. Fingerprints are unique.
func TestWitnessesOfPublicFormats(t *testing.T) {
	pairs := publicPairs(t)
	xerces := judge.Xerces(t)
	for _, p := range pairs {
		t.Run(p.name, func(t *testing.T) {
			var schemas []*project.Schema
			judges := map[string]*judge.Schema{}
			for i, at := range [][2]string{p.old, p.now} {
				s, err := project.Open(at[0]+"//"+at[1], project.Options{Config: &config.Config{}})
				if err != nil {
					t.Fatal(err)
				}
				schemas = append(schemas, s)
				judges[[]string{"old", "new"}[i]] = compiledBy(t, xerces, at)
			}
			sides := project.NewSides(schemas...)
			sides.List[0].Label, sides.List[1].Label = "old", "new"
			r := project.Compare(sides.List[0], sides.List[1], diff.Options{})
			seen := map[string]bool{}
			breaks, documents := 0, 0
			for _, c := range r.Changes {
				if seen[c.Fingerprint] {
					t.Errorf("two changes have the fingerprint %s", c.Fingerprint)
				}
				seen[c.Fingerprint] = true
				if c.Level(true) == change.Break {
					breaks++
				}
				for _, w := range c.Witnesses {
					documents++
					if err := judges[w.ValidUnder].Validate([]byte(w.XML)); err != nil {
						t.Errorf("%s of %s: under %s: %v\n%s", c.ID, c.Component.Display(), w.ValidUnder, err, w.XML)
					}
					if judges[w.InvalidUnder].Validate([]byte(w.XML)) == nil {
						t.Errorf("%s of %s is valid under %s as well\n%s", c.ID, c.Component.Display(), w.InvalidUnder, w.XML)
					}
				}
			}
			t.Logf("%d changes, %d breaks for readers that validate, %d documents", len(r.Changes), breaks, documents)
		})
	}
}
