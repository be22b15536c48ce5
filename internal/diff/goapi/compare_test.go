package goapi_test

import (
	"strings"
	"testing"

	webexprofile "github.com/wbxgen/wbxgen/internal/profile/webex"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/goapi"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// releases are the schema sets, oldest first.
var releases = []string{"40.1.0", "40.1.2", "40.2.0", "40.4.3", "40.4.8", "40.6.0"}

func compiled(t *testing.T, version string) *xsd.Schema {
	t.Helper()
	set, err := source.Open(version, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, diags := compile.Compile(set, compile.Options{})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return s
}

func planOf(t *testing.T, s *xsd.Schema) *plan.Plan {
	t.Helper()
	p, diags := binding.New(s, binding.Options{ImportPath: "example.com/api", RootName: "api", Profile: webexprofile.Profile, Lock: binding.NewLock()})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return p
}

func TestGoVerdictOnReleases(t *testing.T) {
	for i, want := range []change.GoLevel{change.GoMinor, change.GoNone, change.GoMinor, change.GoMinor, change.GoMajor} {
		from, to := compiled(t, releases[i]), compiled(t, releases[i+1])
		v := goapi.Compare(planOf(t, from), planOf(t, to))
		if v.Step != want {
			t.Errorf("to %s is %s, want %s: %+v", releases[i+1], v.Step, want, v.Changes)
		}
		r := project.Compare(diff.NewSide("old", from, webexprofile.Profile), diff.NewSide("new", to, webexprofile.Profile), diff.Options{})
		if by := r.Summary(false).Go; by != v.Step {
			t.Errorf("to %s: the rules say %s, the plans %s", releases[i+1], by, v.Step)
		}
	}
}

func TestGoVerdictNamesWhatChanged(t *testing.T) {
	v := goapi.Compare(planOf(t, compiled(t, "40.4.8")), planOf(t, compiled(t, "40.6.0")))
	var major []string
	for _, c := range v.Changes {
		if c.Step == change.GoMajor {
			major = append(major, c.Symbol)
		}
	}
	if got := strings.Join(major, " "); got != "meeting.DelMeetingRequest.MeetingKey meeting.GetMeetingRequest.MeetingKey meeting.SetMeetingRequest.Meetingkey" {
		t.Errorf("got %s", got)
	}
}
