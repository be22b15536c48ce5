package corpora_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	diffpairs "github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// publicPair is two versions of a public schema: the top folder and the entry
// document of each.
type publicPair struct {
	name     string
	old, now [2]string
}

// publicPairs returns the versions of public schemas that are kept beside the
// repository. Under the race detector, which takes ten times as long, they are the
// small ones; make test compares all of them without it. WBXGEN_PAIRS names another
// list in their place: three columns a line, the name and the paths of both
// versions, folder//document.
func publicPairs(t *testing.T) []publicPair {
	t.Helper()
	if list := os.Getenv("WBXGEN_PAIRS"); list != "" {
		return listedPairs(t, list, "")
	}
	shared := corpora.Folder(t, "corpora")
	dir, err := unpackedPairs(shared)
	if err != nil {
		t.Skip("the versions cannot be unpacked: ", err)
	}
	return slices.DeleteFunc(listedPairs(t, filepath.Join(shared, "pairs.tsv"), dir+"/"), func(p publicPair) bool {
		large := raced && !smallPair.MatchString(p.name)
		if large {
			t.Logf("%s: left to a run without the race detector", p.name)
		}
		return large
	})
}

// listedPairs reads a list of pairs, whose paths come after the name of a folder.
func listedPairs(t *testing.T, list, folder string) []publicPair {
	t.Helper()
	text, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	find := func(location string) [2]string {
		top, document, split := strings.Cut(location, "//")
		if !split {
			top, document = path.Split(location)
		}
		return [2]string{folder + top, document}
	}
	var found []publicPair
	for line := range strings.Lines(string(text)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) == 3 && !strings.HasPrefix(line, "#") {
			found = append(found, publicPair{fields[0], find(fields[1]), find(fields[2])})
		}
	}
	return found
}

// smallPair are pairs whose comparison takes a fraction of a second.
var smallPair = regexp.MustCompile(`^(datacite|camt\.053|mzidentml|neuroml) `)

// unpackedPairs unpacks the versions, once for all tests.
func unpackedPairs(shared string) (string, error) {
	unpacking.Do(func() {
		if unpacking.dir, unpacking.err = os.MkdirTemp("", "wbxgen-pairs"); unpacking.err != nil {
			return
		}
		for folder, archive := range map[string]string{"P": "pairs.tar.xz", "D": "data.tar.xz"} {
			to := filepath.Join(unpacking.dir, folder)
			tar := exec.Command("tar", "-xJf", filepath.Join(shared, archive), "-C", to)
			if err := errors.Join(os.Mkdir(to, 0o755), tar.Run()); err != nil {
				unpacking.err = fmt.Errorf("%s: %w", archive, err)
			}
		}
	})
	return unpacking.dir, unpacking.err
}

var unpacking struct {
	sync.Once
	dir string
	err error
}

// TestMain removes what tests have shared.
func TestMain(m *testing.M) {
	code := m.Run()
	for _, dir := range []string{unpacking.dir, publicOnce.dir} {
		if dir != "" {
			os.RemoveAll(dir)
		}
	}
	os.Exit(code)
}

// inOtherNames reports whether a change gives namespaces or elements other names:
// witnesses of the others are then judged as if they had these, as they are where
// an attribute of roots sets all documents apart.
func inOtherNames(c change.Change) bool {
	return c.ID == change.NamespaceChanged || c.ID == change.ElementRenamed || c.ID == change.ElementCaseChanged
}

func sideOf(t *testing.T, label string, at [2]string) *diff.Side {
	t.Helper()
	s, err := project.Open(at[0]+"//"+at[1], project.Options{Config: config.Default()})
	if err != nil {
		t.Fatal(err)
	}
	side := s.Side()
	side.Label = label
	return side
}

// TestPublicPairsAreJudgedRightly compares the versions of public schemas, both
// ways: each change has a fingerprint of its own and names what is there, each
// witness tells the versions apart, and no level says more or less than
// inclusion does.
func TestPublicPairsAreJudgedRightly(t *testing.T) {
	for _, p := range publicPairs(t) {
		if strings.Contains(p.name, "unlike") && os.Getenv("WBXGEN_LONG") == "" {
			continue
		}
		t.Run(p.name, func(t *testing.T) {
			old, now := sideOf(t, "old", p.old), sideOf(t, "new", p.now)
			there, back := project.Compare(old, now, diff.Options{}), project.Compare(now, old, diff.Options{})
			for _, way := range []struct {
				old, now *diff.Side
				result   *change.Result
			}{{old, now, there}, {now, old, back}} {
				diffpairs.CheckNames(t, way.result, way.old, way.now)
				checkFlips(t, way.old, way.now, way.result)
				if !slices.ContainsFunc(way.result.Changes, inOtherNames) && len(way.result.OldStamps)+len(way.result.NewStamps) == 0 {
					diffpairs.CheckAgreement(t, way.result, way.old, way.now)
				}
				checkLevels(t, way.old, way.now, way.result)
			}
			t.Logf("%d changes, %d on the way back", len(there.Changes), len(back.Changes))
		})
	}
}

// checkFlips checks each witness with our validator.
func checkFlips(t *testing.T, old, now *diff.Side, r *change.Result) {
	t.Helper()
	judges := map[string]*validate.Validator{old.Label: validate.New(old.Schema, validate.Options{}), now.Label: validate.New(now.Schema, validate.Options{})}
	for _, c := range r.Changes {
		for _, w := range c.Witnesses {
			if got := judges[w.ValidUnder].ValidateBytes([]byte(w.XML), "").Outcome(); got != validate.Valid {
				t.Errorf("%s at %s: under %s the witness is %s", c.ID, c.Component, w.ValidUnder, got)
			}
		}
	}
}

// checkLevels compares the levels of the changes that show at a root with what
// inclusion says of it: a break there is none where all documents hold, and where
// they do not, something says so.
func checkLevels(t *testing.T, old, now *diff.Side, r *change.Result) {
	t.Helper()
	worst := map[string][2]change.Level{}
	for _, c := range r.Changes {
		if c.ID == change.NamespaceChanged {
			continue // inclusion is asked in the names of one version
		}
		for _, o := range c.Operations {
			w := worst[o.Operation]
			if !o.ViaType {
				level := c.Severity.Request
				if o.Direction == change.Response {
					level = c.Severity.Strict
				}
				w[o.Direction] = max(w[o.Direction], level)
			}
			worst[o.Operation] = w
		}
	}
	comparison := diff.Compare(old, now, diff.Options{})
	named := map[string]int{} // roots are listed by their local names
	for _, s := range []*diff.Side{old, now} {
		here := map[string]bool{}
		for _, e := range s.Schema.Elements() {
			if here[e.Name.Local] {
				named[e.Name.Local]++
			}
			here[e.Name.Local] = true
		}
	}
	for _, e := range old.Schema.Elements() {
		n := now.Schema.Element(comparison.Names.Name(e.Name))
		if n == nil || !old.StartsDocuments(e) || !now.StartsDocuments(n) || named[e.Name.Local] > 0 || !plainRoot(e) || !plainRoot(n) {
			continue
		}
		w := worst[now.RootName(n)]
		for d, v := range []inclusion.Verdict{comparison.Prover(false).Declared(e, n), comparison.Prover(true).Declared(n, e)} {
			if v == inclusion.Holds && w[d] == change.Break && !derivedWent[e.Name.Local] {
				t.Errorf("%s: the %s breaks, and inclusion holds", e.Name, change.Direction(d))
			}
			if v == inclusion.Fails && w[d] < change.Risk {
				t.Errorf("%s: inclusion fails, and nothing says so of the %s", e.Name, change.Direction(d))
			}
		}
	}
}

// derivedWent are roots that have gone over from a type that is no more to
// another one that accepts the same: that the type cannot stand in for its base
// is told of them too, as they were declared with it.
var derivedWent = map[string]bool{"pixelInCell": true, "derivedCRSType": true}

// plainRoot reports whether documents can start with an element.
func plainRoot(e *xsd.ElementDecl) bool {
	t, ok := e.Type.(*xsd.ComplexType)
	return !e.Abstract && (!ok || !t.Abstract)
}

// TestXercesConfirmsPublicPairs asks Xerces about each witness of the public
// pairs, and looks whether the first thing that it says is about the change.
func TestXercesConfirmsPublicPairs(t *testing.T) {
	if os.Getenv("WBXGEN_LONG") == "" {
		t.Skip("set WBXGEN_LONG to ask Xerces about thousands of documents")
	}
	jvm := judge.Xerces(t)
	witnesses, named, breaks := 0, 0, 0
	for _, p := range publicPairs(t) {
		if strings.Contains(p.name, "unlike") {
			continue
		}
		t.Run(p.name, func(t *testing.T) {
			judges := map[string]*judge.Schema{}
			for label, at := range map[string][2]string{"old": p.old, "new": p.now} {
				s, err := jvm.Compile(at[0], at[1])
				if err != nil {
					t.Skip("Xerces refuses the schema:", err)
				}
				judges[label] = s
			}
			old, now := sideOf(t, "old", p.old), sideOf(t, "new", p.now)
			r := project.Compare(old, now, diff.Options{})
			renamed := slices.ContainsFunc(r.Changes, func(c change.Change) bool { return c.ID == change.NamespaceChanged })
			for _, c := range r.Changes {
				for _, w := range c.Witnesses {
					if renamed && c.ID != change.NamespaceChanged {
						continue // the other version judges it in its own names
					}
					witnesses++
					if err := judges[w.ValidUnder].Validate([]byte(w.XML)); err != nil {
						t.Errorf("%s at %s: under %s: %v", c.ID, c.Component, w.ValidUnder, err)
					}
					err := judges[w.InvalidUnder].Validate([]byte(w.XML))
					if err == nil {
						t.Errorf("%s at %s: valid under %s as well", c.ID, c.Component, w.InvalidUnder)
						continue
					}
					message, _, _ := strings.Cut(err.Error(), "\n")
					last := path.Base(c.Component.String())
					if strings.Contains(message, strings.TrimPrefix(last, "@")) || strings.Contains(message, path.Base(w.Path)) {
						named++
					}
				}
				if c.Severity.Request == change.Break {
					breaks++
				}
			}
		})
	}
	t.Logf("%d witnesses, the first error of %d is at the change; %d breaks", witnesses, named, breaks)
}
