package report

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

func TestJUnitHasACaseForEachOperation(t *testing.T) {
	r := webexChain(t, "40.6.0", "40.4.8").Direct
	var out bytes.Buffer
	if err := JUnit(&out, r, Options{}); err != nil {
		t.Fatal(err)
	}
	var suites junitSuites
	if err := xml.Unmarshal(out.Bytes(), &suites); err != nil {
		t.Fatal(err)
	}
	s := suites.Suites[0]
	if s.Tests < len(r.Operations) || s.Tests != len(s.Cases) {
		t.Errorf("%d cases for %d operations", s.Tests, len(r.Operations))
	}
	red := map[string]bool{}
	for _, c := range s.Cases {
		red[c.Name] = c.Failure != nil
	}
	if !red["SetMeeting"] || red["CreateMeeting"] || red["LstMeetingType"] {
		t.Errorf("SetMeeting, CreateMeeting and LstMeetingType fail: %v, %v, %v", red["SetMeeting"], red["CreateMeeting"], red["LstMeetingType"])
	}
}

func TestAcceptedBreakIsNoFailure(t *testing.T) {
	r := sample()
	r.Changes[0].Accepted = &change.Acceptance{Reason: "known"}
	var junit, github bytes.Buffer
	if JUnit(&junit, r, Options{}) != nil || GitHub(&github, r, Options{}) != nil {
		t.Fatal("no report")
	}
	if strings.Contains(junit.String(), "<failure") || strings.Contains(github.String(), "::error") {
		t.Error("an accepted break fails")
	}
}

func TestWorkflowCommandsAreEscaped(t *testing.T) {
	r := sample()
	r.Changes = r.Changes[:1]
	r.Changes[0].New.Pos.File = "a:b,c%.xsd"
	r.Changes[0].New.Text = "one\ntwo::error::three"
	var out bytes.Buffer
	if err := GitHub(&out, r, Options{}); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); strings.Count(got, "\n") != 1 || !strings.HasPrefix(got, "::error file=a%3Ab%2Cc%25.xsd,line=214,col=7,title=element-added-required::element-added-required ") {
		t.Errorf("got %s", got)
	}
}

func TestEveryRuleHasAPage(t *testing.T) {
	for _, r := range change.Rules() {
		page := RuleMarkdown(r)
		for _, part := range []string{"# " + string(r.ID), "## Why"} {
			if !strings.Contains(page, part) {
				t.Errorf("the page of %s lacks %q", r.ID, part)
			}
		}
		if e, ok := r.Example(); ok && (!strings.Contains(page, e.After) || e.Before == e.After || strings.Count(e.Before, "\n") > 40) {
			t.Errorf("the example of %s is missing, the same before and after, or long:\n%s", r.ID, e.Before)
		}
		if r.Severity.Wire(false) >= change.Risk && r.Advice() == "" {
			t.Errorf("%s has no advice", r.ID)
		}
	}
}

func TestRulesFormats(t *testing.T) {
	rules := change.Rules()[:3]
	for _, format := range RuleFormats() {
		var out bytes.Buffer
		if err := Rules(&out, format, rules); err != nil || !strings.Contains(out.String(), string(rules[2].ID)) {
			t.Errorf("%s: %v\n%s", format, err, out.String())
		}
	}
	if Rules(&bytes.Buffer{}, "yaml", rules) == nil {
		t.Error("an unknown format has no error")
	}
}
