package project_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diff/accept"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/policy"
	"github.com/wbxgen/wbxgen/internal/project"
)

// typed is a schema whose element draft has a type.
func typed(of string) string { return strings.ReplaceAll(orders, "xs:string", of) }

// versions are the sides of a module that has a version for each type of draft.
func versions(t *testing.T, types ...string) (*project.Sides, *config.Config) {
	t.Helper()
	files := map[string]string{}
	var names []string
	for i, of := range types {
		names = append(names, "9"+string(rune('1'+i)))
		files["schemas/"+names[i]+"/a.xsd"] = typed(of)
	}
	cfg := module(t, "", files)
	var list []*project.Schema
	for _, name := range names {
		s, err := project.Open(name, project.Options{Config: cfg})
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	return project.NewSides(list...), cfg
}

// TestEachStageTakesWhatTheOneBeforeGives: Go code, accepted changes, policy,
// filter.
func TestEachStageTakesWhatTheOneBeforeGives(t *testing.T) {
	s, cfg := versions(t, "xs:long", "xs:int")
	out, err := project.Terms{}.Judge(s)
	if err != nil || len(out.Result.Changes) != 1 || out.Result.Go != nil {
		t.Fatalf("got %+v, %v", out, err)
	}
	c := out.Result.Changes[0]
	entry := func(print string) accept.Entry {
		return accept.Entry{Fingerprint: print, ID: string(c.ID), Reason: "r"}
	}
	list := &accept.List{Entries: []accept.Entry{entry(c.Fingerprint), entry("000000000000"), {Fingerprint: c.Fingerprint, ID: string(c.ID), Expires: "2020-01-01"}}}
	out, err = project.Terms{Code: cfg, Accepted: list, Today: "2027-05-01"}.Judge(s)
	switch {
	case err != nil:
		t.Fatal(err)
	case out.Result.Go == nil || out.NoCode != nil:
		t.Errorf("nothing is said of Go code: %v", out.NoCode)
	case out.Result.Changes[0].Accepted == nil || len(out.Stale) != 1 || len(out.Expired) != 1:
		t.Errorf("accepted %v, stale %v, expired %v", out.Result.Changes[0].Accepted, out.Stale, out.Expired)
	}
	team := policy.List{{Rule: string(c.ID), Level: change.Info}}
	for level, want := range map[change.Level]int{change.Info: 1, change.Risk: 0} {
		out, err = project.Terms{Policy: team, Filter: change.Filter{Level: level}}.Judge(s)
		if err != nil || len(out.Result.Changes) != want {
			t.Errorf("at %v: got %+v, %v", level, out, err)
		}
	}
	if _, err := (project.Terms{Filter: change.Filter{Operation: "["}}).Judge(s); err == nil {
		t.Error("a pattern that is none is taken")
	}
	if text, err := s.Read("schemas/92/a.xsd"); err != nil || string(text) != typed("xs:int") {
		t.Errorf("read %q, %v", text, err)
	}
	if _, err := s.Read("schemas/93/a.xsd"); err == nil {
		t.Error("a document of no side is read")
	}
}

// TestAChainIsJudgedAtEachStep and from end to end.
func TestAChainIsJudgedAtEachStep(t *testing.T) {
	s, cfg := versions(t, "xs:int", "xs:long", "xs:long", "xs:string")
	chain, none, err := project.Terms{Code: cfg}.JudgeChain(s)
	if err != nil || none != nil {
		t.Fatal(none, err)
	}
	var steps []int
	for _, r := range append(slices.Clone(chain.Steps), chain.Direct) {
		if r.Go == nil {
			t.Errorf("%s to %s: nothing is said of Go code", r.Old.Label, r.New.Label)
		}
		steps = append(steps, len(r.Changes))
	}
	if !slices.Equal(steps, []int{1, 0, 1, 1}) {
		t.Errorf("changes: %v", steps)
	}
}
