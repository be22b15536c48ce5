package diff

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	webexprofile "github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

func planOf(t *testing.T, s *xsd.Schema, p profile.Profile) *plan.Plan {
	t.Helper()
	plan, diags := binding.New(s, binding.Options{ImportPath: "example.com/api", RootName: "api", Profile: p, Lock: binding.NewLock()})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return plan
}

func TestGoVerdictOnReleases(t *testing.T) {
	for i, want := range []GoLevel{GoMinor, GoNone, GoMinor, GoMinor, GoMajor} {
		from, to := releases[i], releases[i+1]
		v := CompareGo(planOf(t, webex(t, from).Schema, webexprofile.Profile), planOf(t, webex(t, to).Schema, webexprofile.Profile))
		if v.Step != want {
			t.Errorf("%s to %s is %s, want %s: %+v", from, to, v.Step, want, v.Changes)
		}
		if by := compareReleases(t, from, to).Summary(false).Go; by != v.Step {
			t.Errorf("%s to %s: the rules say %s, the plans %s", from, to, by, v.Step)
		}
	}
}

func TestGoVerdictNamesWhatChanged(t *testing.T) {
	v := CompareGo(planOf(t, webex(t, "40.4.8").Schema, webexprofile.Profile), planOf(t, webex(t, "40.6.0").Schema, webexprofile.Profile))
	var major []string
	for _, c := range v.Changes {
		if c.Step == GoMajor {
			major = append(major, c.Symbol)
		}
	}
	if got := strings.Join(major, " "); got != "meeting.DelMeeting.MeetingKey meeting.GetMeeting.MeetingKey meeting.SetMeeting.Meetingkey" {
		t.Errorf("got %s", got)
	}
}
