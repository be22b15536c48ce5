package diff

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/operation"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// withoutPair are the rules that no pair of schemas can show, with where they
// are tested.
var withoutPair = map[string]string{
	"layout-only":           "TestLayoutChangesNothing: equal components have no change to show",
	"schema-invalid":        "the scripts of package cli: a schema that does not compile is not compared",
	"release-note-mismatch": "TestEachReleaseChangesWhatItsNotesSay: it needs a release note",
}

// apiProfile is the profile of the pairs that have operations.
var apiProfile = &operation.Profile{
	Name: "pairs", Body: xsd.QName{Space: "urn:t", Local: "body"}, Envelope: xsd.QName{Space: "urn:t", Local: "message"},
	ResponseSuffix: "Response", ServiceRoot: "urn:",
	Polymorphic: []operation.Slot{{Type: xsd.QName{Space: "urn:t", Local: "message"}, Path: []string{"body", "content"}}},
}

// TestPairs holds for each rule a pair of schemas against what is wanted of
// it, and a near miss in which the rule must not show.
func TestPairs(t *testing.T) {
	for _, r := range Rules() {
		if _, ok := withoutPair[r.ID]; ok {
			continue
		}
		t.Run(r.ID, func(t *testing.T) { testPair(t, r.ID) })
	}
}

func testPair(t *testing.T, id string) {
	file := filepath.Join("testdata", id+".txtar")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a := parseArchive(string(data))
	o := Options{Docs: strings.Contains(a.get("options"), "docs")}
	old := pairSide(t, "old", a.get("old.xsd"))
	r := Compare(old, pairSide(t, "new", a.get("new.xsd")), o)
	near := Compare(old, pairSide(t, "near", a.get("near.xsd")), o)
	if os.Getenv("WBXGEN_GOLDEN") != "" {
		a.set("want", describe(r))
		a.set("near", describe(near))
		if err := os.WriteFile(file, []byte(a.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := describe(r); got != a.get("want") {
		t.Errorf("got\n%swant\n%s", got, a.get("want"))
	}
	if got := describe(near); got != a.get("near") {
		t.Errorf("the near miss gives\n%swant\n%s", got, a.get("near"))
	}
	if !slices.Contains(ids(r), id) {
		t.Error("the rule does not show")
	}
	if slices.Contains(ids(near), id) {
		t.Error("the rule shows in the near miss")
	}
}

func pairSide(t *testing.T, label, text string) *Side {
	t.Helper()
	s := schemaOf(t, text)
	if s.Type(apiProfile.Body) == nil {
		return NewSide(label, s, nil)
	}
	return NewSide(label, s, apiProfile)
}

// describe writes the changes of a result, a line each: rule, place, levels,
// values and where it shows.
func describe(r *Result) string {
	var b strings.Builder
	for _, c := range r.Changes {
		s := c.Severity
		fmt.Fprintf(&b, "%s %s: request %s, response %s, strict %s, go %s", c.ID, c.Component.Display(), s.Request, s.Response, s.Strict, s.Go)
		if c.Reason != "" {
			fmt.Fprintf(&b, " (%s)", c.Reason)
		}
		fmt.Fprintf(&b, "; %s; %s\n", describeValues(&c), describeReach(&c))
	}
	return b.String()
}

func describeValues(c *Change) string {
	text := func(v *Value) string {
		if v == nil {
			return "-"
		}
		return v.Text
	}
	return text(c.Old) + " -> " + text(c.New)
}

func describeReach(c *Change) string {
	var parts []string
	for _, o := range c.Operations {
		via := ""
		if o.ViaType {
			via = " by xsi:type"
		}
		parts = append(parts, fmt.Sprintf("%s %s /%s x%d%s", o.Operation, o.Direction, o.Path, o.Count, via))
	}
	if len(parts) == 0 {
		return "unreached"
	}
	return strings.Join(parts, ", ")
}

func TestEveryRuleHasAPair(t *testing.T) {
	entries, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	for _, e := range entries {
		have[strings.TrimSuffix(e.Name(), ".txtar")] = true
	}
	for _, id := range RuleIDs() {
		if _, elsewhere := withoutPair[id]; have[id] == elsewhere {
			t.Errorf("%s needs a pair, or a word on where it is tested", id)
		}
		delete(have, id)
	}
	for name := range have {
		t.Errorf("testdata/%s.txtar is about no rule", name)
	}
}

// archive is a text with files behind it, each after a line "-- name --".
type archive struct {
	comment string
	names   []string
	content map[string]string
}

func parseArchive(text string) *archive {
	a := &archive{content: map[string]string{}}
	for line := range strings.Lines(text) {
		name, ok := strings.CutPrefix(strings.TrimSpace(line), "-- ")
		if name, end := strings.CutSuffix(name, " --"); ok && end {
			a.names = append(a.names, name)
			continue
		}
		if len(a.names) == 0 {
			a.comment += line
			continue
		}
		a.content[a.names[len(a.names)-1]] += line
	}
	return a
}

func (a *archive) get(name string) string { return a.content[name] }

func (a *archive) set(name, text string) {
	if !slices.Contains(a.names, name) {
		a.names = append(a.names, name)
	}
	a.content[name] = text
}

func (a *archive) String() string {
	text := a.comment
	for _, name := range a.names {
		text += "-- " + name + " --\n" + a.content[name]
	}
	return text
}
