package change

import (
	"strings"
	"testing"
)

func TestRulesAreSound(t *testing.T) {
	seen := map[ID]bool{}
	for _, r := range Rules() {
		t.Run(string(r.ID), func(t *testing.T) {
			if seen[r.ID] {
				t.Error("the ID is taken")
			}
			seen[r.ID] = true
			if r.What == "" || r.Why == "" || strings.HasSuffix(r.What, ".") {
				t.Error("what or why is missing, or ends with a full stop")
			}
			s := r.Severity
			if s.Strict < s.Response {
				t.Errorf("strict readers fare better than tolerant ones: %s, %s", s.Strict, s.Response)
			}
			risk := s.Request == Risk || s.Response == Risk || s.Strict == Risk
			if risk && r.Reason == "" {
				t.Error("a risk without a reason")
			}
			if r.Reason != "" && !risk && r.Varies == "" {
				t.Error("a reason without a risk")
			}
		})
	}
	if len(seen) < 100 {
		t.Errorf("there are %d rules", len(seen))
	}
}

func TestRulesHaveMirrors(t *testing.T) {
	for _, r := range Rules() {
		m, ok := RuleByID(r.Mirror)
		if !ok {
			t.Errorf("the mirror %q of %s is no rule", r.Mirror, r.ID)
		}
		// One rule tells of attributes that go; two tell of those that come.
		if m.Mirror != r.ID && r.ID != "attribute-added-required" {
			t.Errorf("the mirror of %s is %s, whose mirror is %s", r.ID, m.ID, m.Mirror)
		}
	}
}

func TestUnknownRule(t *testing.T) {
	if _, ok := RuleByID("no-such-rule"); ok {
		t.Error("found a rule that does not exist")
	}
}
