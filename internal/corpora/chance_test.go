package corpora_test

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	diffpairs "github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/project"
)

// TestNoBreakIsFalse holds breaks of the public pairs, of requests and responses,
// against Xerces: their witnesses, and some random documents each that go where the
// change is. It looks at few of each pair; WBXGEN_LONG=1 has more, and more documents.
func TestNoBreakIsFalse(t *testing.T) {
	breaks, documents := 2, 5
	if os.Getenv("WBXGEN_LONG") != "" {
		breaks, documents = 25, 50
	}
	jvm := judge.Xerces(t)
	var all diffpairs.Tally
	for _, p := range publicPairs(t) {
		if strings.Contains(p.name, "unlike") {
			continue // two formats, no versions of one another: for the memory that it takes
		}
		t.Run(p.name, func(t *testing.T) {
			old, now := sideOf(t, "old", p.old), sideOf(t, "new", p.now)
			r := project.Compare(old, now, diff.Options{})
			spaces := diff.Compare(old, now, diff.Options{}).Names.Spaces
			chance := diffpairs.NewChance(old, now, [2]diffpairs.Judges{
				{Own: compiledBy(t, jvm, p.old), Across: compiledBy(t, jvm, renamedSpaces(t, p.old, spaces))},
				{Own: compiledBy(t, jvm, p.now), Across: compiledBy(t, jvm, renamedSpaces(t, p.now, backwards(spaces)))},
			}, documents)
			var here diffpairs.Tally
			for _, i := range rand.New(rand.NewPCG(1, 2)).Perm(len(r.Changes)) {
				if c := &r.Changes[i]; here.Breaks < breaks && c.Level(true) == change.Break {
					here.Add(chance.Check(t, c))
				}
			}
			t.Log(here)
			for _, note := range here.Notes {
				t.Log("all valid: ", note)
			}
			all.Add(here)
		})
	}
	if all.Breaks == 0 || all.Refused == 0 {
		t.Errorf("nothing was looked at: %s", all)
	}
	t.Log(all)
}

func compiledBy(t *testing.T, jvm *judge.JVM, at [2]string) *judge.Schema {
	t.Helper()
	s, err := jvm.Compile(at[0], at[1])
	if err != nil {
		t.Skip("Xerces refuses the schema:", err)
	}
	return s
}

func backwards(spaces map[string]string) map[string]string {
	back := map[string]string{}
	for from, to := range spaces {
		back[to] = from
	}
	return back
}

// renamedSpaces writes a copy of a version in which namespaces have other names.
func renamedSpaces(t *testing.T, at [2]string, names map[string]string) [2]string {
	t.Helper()
	if len(names) == 0 {
		return at
	}
	var pairs []string
	for from, to := range names {
		pairs = append(pairs, `"`+from+`"`, `"`+to+`"`)
	}
	replace, dir := strings.NewReplacer(pairs...), t.TempDir()
	err := fs.WalkDir(os.DirFS(at[0]), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(at[0], name))
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o700); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, name), []byte(replace.Replace(string(text))), 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
	return [2]string{dir, at[1]}
}
