package diff_test

import (
	"slices"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/project"
)

func TestFilter(t *testing.T) {
	r := project.Compare(webex(t, "40.4.3"), webex(t, "40.6.0"), diff.Options{})
	for _, c := range []struct {
		name            string
		filter          change.Filter
		changes, hidden int
		touched         []string
	}{
		{"all", change.Filter{}, 37, 0, nil},
		{"risks", change.Filter{Level: change.Risk}, 0, 37, []string{}},
		{"risks of strict readers", change.Filter{Level: change.Risk, Strict: true}, 23, 14, nil},
		{"one operation", change.Filter{Operation: "GetSite"}, 1, 36, []string{"GetSite"}},
		{"a pattern", change.Filter{Operation: "user.*"}, 2, 35, []string{"CreateUser", "GetMe", "LstsummaryUser", "SetUser"}},
		{"one direction", change.Filter{Directions: []change.Direction{change.Response}, Operation: "*User"}, 1, 36, []string{"LstsummaryUser"}},
		{"a namespace", change.Filter{Namespace: "http://www.webex.com/schemas/2002/06/service/site"}, 1, 36, []string{"GetSite"}},
		{"another level", change.Filter{Level: change.Break, Severity: map[change.ID]change.Level{"element-became-optional": change.Break}}, 3, 34, []string{"DelMeeting", "GetMeeting", "SetMeeting"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.filter.Apply(r)
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Changes) != c.changes || got.Hidden != c.hidden {
				t.Errorf("%d changes and %d hidden, want %d and %d", len(got.Changes), got.Hidden, c.changes, c.hidden)
			}
			var touched []string
			for _, v := range got.Operations {
				if v.Changes > 0 {
					touched = append(touched, v.Operation)
				}
			}
			if slices.Sort(touched); c.touched != nil && !slices.Equal(touched, c.touched) {
				t.Errorf("touched %v, want %v", touched, c.touched)
			}
		})
	}
	if r.Changes[0].Level(false) != change.Info {
		t.Error("a filter changed the result it was applied to")
	}
}

func TestFilterChecksItself(t *testing.T) {
	for _, f := range []change.Filter{{Operation: "["}, {Severity: map[change.ID]change.Level{"no-rule": change.Info}}} {
		if _, err := f.Apply(&change.Result{}); err == nil {
			t.Errorf("%+v has no error", f)
		}
	}
}
