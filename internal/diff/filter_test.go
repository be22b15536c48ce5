package diff

import (
	"slices"
	"testing"
)

func TestFilter(t *testing.T) {
	r := Compare(webex(t, "40.4.3"), webex(t, "40.6.0"), Options{})
	for _, c := range []struct {
		name            string
		filter          Filter
		changes, hidden int
		touched         []string
	}{
		{"all", Filter{}, 37, 0, nil},
		{"risks", Filter{Level: Risk}, 0, 37, []string{}},
		{"risks of strict readers", Filter{Level: Risk, Strict: true}, 23, 14, nil},
		{"one operation", Filter{Operation: "GetSite"}, 1, 36, []string{"GetSite"}},
		{"a pattern", Filter{Operation: "user.*"}, 2, 35, []string{"CreateUser", "GetMe", "LstsummaryUser", "SetUser"}},
		{"one direction", Filter{Directions: []Direction{Response}, Operation: "*User"}, 1, 36, []string{"LstsummaryUser"}},
		{"a namespace", Filter{Namespace: "http://www.webex.com/schemas/2002/06/service/site"}, 1, 36, []string{"GetSite"}},
		{"another level", Filter{Level: Break, Severity: map[string]Level{"element-became-optional": Break}}, 3, 34, []string{"DelMeeting", "GetMeeting", "SetMeeting"}},
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
	if r.Changes[0].Level(false) != Info {
		t.Error("a filter changed the result it was applied to")
	}
}

func TestFilterChecksItself(t *testing.T) {
	for _, f := range []Filter{{Operation: "["}, {Severity: map[string]Level{"no-rule": Info}}} {
		if _, err := f.Apply(&Result{}); err == nil {
			t.Errorf("%+v has no error", f)
		}
	}
}
