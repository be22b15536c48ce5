package corpora_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/project"
)

// versionPair is two versions of a public format: a folder and an entry document
// each.
type versionPair struct {
	name string
	root [2]string
	path [2]string
}

// versionPairs unpacks the pairs that the corpora folder lists.
func versionPairs(t *testing.T, shared string) []versionPair {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(shared, "pairs.tsv"))
	if err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	for folder, archive := range map[string]string{"P": "pairs.tar.xz", "D": "data.tar.xz"} {
		if err := os.Mkdir(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("tar", "-xJf", filepath.Join(shared, archive), "-C", filepath.Join(dir, folder)).CombinedOutput(); err != nil {
			t.Skipf("tar: %v: %s", err, out)
		}
	}
	var list []versionPair
	for line := range strings.Lines(string(text)) {
		parts := strings.Split(strings.TrimSpace(line), "\t")
		if len(parts) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		p := versionPair{name: parts[0]}
		for i, at := range parts[1:] {
			top, document, inside := strings.Cut(at, "//")
			if !inside {
				top, document = filepath.Dir(at), filepath.Base(at)
			}
			p.root[i], p.path[i] = filepath.Join(dir, top), document
		}
		list = append(list, p)
	}
	return list
}

// TestWitnessesOfPublicFormats asks Xerces about each document that is to prove a
// break between two versions of a public format: it is valid under the one, and
// not under the other. Fingerprints are unique.
func TestWitnessesOfPublicFormats(t *testing.T) {
	pairs := versionPairs(t, corpora.Folder(t, "corpora"))
	xerces := judge.Xerces(t)
	for _, p := range pairs {
		t.Run(p.name, func(t *testing.T) {
			var schemas []*project.Schema
			judges := map[string]*judge.Schema{}
			for i := range p.root {
				s, err := project.Open(p.root[i]+"//"+p.path[i], project.Options{Config: &config.Config{}})
				if err != nil {
					t.Fatal(err)
				}
				schemas = append(schemas, s)
				if judges[[]string{"old", "new"}[i]], err = xerces.Compile(p.root[i], p.path[i]); err != nil {
					t.Skip("Xerces does not compile it:", err)
				}
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
