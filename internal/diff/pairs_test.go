package diff_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/project"
)

// consequences are the rules that a pair cannot do without: where a whole type
// is another one, what differs in it is listed below.
var consequences = map[string][]string{
	"type-replaced":                   {"attribute-added-optional"},
	"envelope-changed":                {"element-became-required"},
	"operation-request-type-changed":  {"type-renamed", "element-removed-required"},
	"operation-response-type-changed": {"operation-request-type-changed", "element-removed-required", "element-removed-required", "element-added-required"},
}

// TestPairs holds for each rule a pair of schemas against what is wanted of
// it, and a near miss in which the rule must not show.
func TestPairs(t *testing.T) {
	for _, r := range change.Rules() {
		t.Run(string(r.ID), func(t *testing.T) { testPair(t, r.ID) })
	}
}

func testPair(t *testing.T, id change.ID) {
	file := filepath.Join("change", "testdata", string(id)+".txtar")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a := parseArchive(string(data))
	o := diff.Options{Docs: strings.Contains(a.get("options"), "docs")}
	old := pairs.Side(t, "old", a.get("old.xsd"))
	now, beside := pairs.Side(t, "new", a.get("new.xsd")), pairs.Side(t, "near", a.get("near.xsd"))
	r, near := project.Compare(old, now, o), project.Compare(old, beside, o)
	if os.Getenv("WBXGEN_GOLDEN") != "" {
		a.set("want", pairs.Describe(r))
		a.set("near", pairs.Describe(near))
		a.set("witness", pairs.Witnesses(r))
		if err := os.WriteFile(file, []byte(a.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := pairs.Describe(r); got != a.get("want") {
		t.Errorf("got\n%swant\n%s", got, a.get("want"))
	}
	if got := pairs.Describe(near); got != a.get("near") {
		t.Errorf("the near miss gives\n%swant\n%s", got, a.get("near"))
	}
	if got := pairs.Witnesses(r); got != a.get("witness") {
		t.Errorf("the witnesses are\n%swant\n%s", got, a.get("witness"))
	}
	wanted := append([]string{string(id)}, consequences[string(id)]...)
	if got := slices.Sorted(slices.Values(ids(r))); !slices.Equal(got, slices.Sorted(slices.Values(wanted))) {
		t.Errorf("got %v, want %v and nothing else", got, wanted)
	}
	checkMirrorIDs(t, r, project.Compare(now, old, o))
	checkMirrorIDs(t, near, project.Compare(beside, old, o))
	holdLevels(t, r, old, now)
	checkWitnesses(t, r, old, now)
	checkComplete(t, r, old, now)
	holdLevels(t, near, old, beside)
	checkComplete(t, near, old, beside)
	if slices.Contains(ids(near), string(id)) {
		t.Error("the rule shows in the near miss")
	}
}

// checkMirrorIDs checks that the way back has the mirrors of all changes.
func checkMirrorIDs(t *testing.T, there, back *change.Result) {
	t.Helper()
	var want []string
	for _, c := range there.Changes {
		want = append(want, mirrorOf(&c))
	}
	got := ids(back)
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("the way back gives %v, want %v", got, want)
	}
}

// TestScenarios holds pairs of schemas, about more than one rule or none in
// particular, against what is wanted of them.
func TestScenarios(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "scenarios", "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatal(err, "no scenarios")
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { testScenario(t, name) })
	}
}

func testScenario(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a := parseArchive(string(data))
	old, now := pairs.Side(t, "old", a.get("old.xsd")), pairs.Side(t, "new", a.get("new.xsd"))
	r := project.Compare(old, now, diff.Options{})
	shown := slices.ContainsFunc(a.Files, func(f txtar.File) bool { return f.Name == "witness" })
	if got := pairs.Witnesses(r); shown && os.Getenv("WBXGEN_GOLDEN") != "" {
		a.set("witness", got)
	} else if shown && got != a.get("witness") {
		t.Errorf("the witnesses are\n%swant\n%s", got, a.get("witness"))
	}
	if got := pairs.Describe(r); os.Getenv("WBXGEN_GOLDEN") != "" {
		a.set("want", got)
		if err := os.WriteFile(file, []byte(a.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if got != a.get("want") {
		t.Errorf("got\n%swant\n%s", got, a.get("want"))
	}
	checkMirrorIDs(t, r, project.Compare(now, old, diff.Options{}))
	checkWitnesses(t, r, old, now)
	checkComplete(t, r, old, now)
	holdLevels(t, r, old, now)
}

func TestEveryRuleHasAPair(t *testing.T) {
	entries, err := os.ReadDir(filepath.Join("change", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		have[strings.TrimSuffix(e.Name(), ".txtar")] = true
	}
	for _, id := range change.RuleIDs() {
		if !have[id] {
			t.Errorf("%s needs a pair", id)
		}
		delete(have, id)
	}
	for name := range have {
		t.Errorf("testdata/%s.txtar is about no rule", name)
	}
}

// archive is a pair of schemas with what is wanted of it.
type archive struct{ *txtar.Archive }

func parseArchive(text string) archive { return archive{txtar.Parse([]byte(text))} }

// get returns a file's content, "" where there is no such file.
func (a archive) get(name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func (a archive) set(name, text string) {
	for i := range a.Files {
		if a.Files[i].Name == name {
			a.Files[i].Data = []byte(text)
			return
		}
	}
	a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(text)})
}

func (a archive) String() string { return string(txtar.Format(a.Archive)) }
