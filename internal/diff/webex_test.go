package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/project"
)

// releases are the schema sets, oldest first.
var releases = []string{"40.1.0", "40.1.2", "40.2.0", "40.4.3", "40.4.8", "40.6.0"}

// steps are what the release notes say of each step between two sets: the
// operation, the direction, and the element that is new (+) or may be left out
// now (~).
var steps = map[string][]string{
	"40.1.2": {
		"CreateEvent response +eventPassword",
		"CreateMeeting response +meetingPassword",
		"CreateTeleconferenceSession response +sessionPassword",
		"CreateTrainingSession response +sessionPassword",
	},
	"40.2.0": nil,
	"40.4.3": {
		"CreateUser request +isHTMLEmail",
	},
	"40.4.8": {
		"GetEvent response +accessControl/audioPassword",
		"GetEvent response +accessControl/isEnforceAudioLogin",
		"GetEvent response +accessControl/isEnforceAudioPassword",
		"GetMeeting response +accessControl/audioPassword",
		"GetMeeting response +accessControl/isEnforceAudioLogin",
		"GetMeeting response +accessControl/isEnforceAudioPassword",
		"GetTeleconferenceSession response +accessControl/audioPassword",
		"GetTeleconferenceSession response +accessControl/isEnforceAudioLogin",
		"GetTeleconferenceSession response +accessControl/isEnforceAudioPassword",
		"GetTrainingSession response +accessControl/audioPassword",
		"GetTrainingSession response +accessControl/isEnforceAudioLogin",
		"GetTrainingSession response +accessControl/isEnforceAudioPassword",
	},
	"40.6.0": {
		"CreateMeeting response +meetingUUID",
		"CreateUser request +privilege/umSiteAdmin",
		"DelMeeting request +meetingUUID",
		"DelMeeting request ~meetingKey",
		"GetMe response +privilege/umSiteAdmin",
		"GetMeeting request +meetingUUID",
		"GetMeeting request ~meetingKey",
		"GetMeeting response +meetingUUID",
		"GetSessionInfo request +meetingUUID",
		"GetSessionInfo response +meetingUUID",
		"GetSite response +siteInstance/siteCommonOptions/SupportXMLAPIReturnScheduledPMR",
		"GethosturlMeeting request +meetingUUID",
		"GetjoinurlMeeting request +meetingUUID",
		"LstCalendarSession request +meetingUUID",
		"LstCalendarSession response +session/meetingUUID",
		"LstMeetingAttendee request +meetingUUID",
		"LstMeetingAttendee response +attendee/meetingUUID",
		"LstRecording request +meetingUUID",
		"LstRecording response +recording/meetingUUID",
		"LstsummarySession request +meetingUUID",
		"LstsummarySession request +returnScheduledPMR",
		"LstsummarySession response +session/isScheduledPMR",
		"LstsummarySession response +session/meetingUUID",
		"LstsummaryUser response +user/umSiteAdmin",
		"SetMeeting request +meetingUUID",
		"SetMeeting request ~meetingkey",
		"SetUser request +privilege/umSiteAdmin",
	},
}

func TestEachReleaseChangesWhatItsNotesSay(t *testing.T) {
	for i, to := range releases[1:] {
		from := releases[i]
		t.Run(from+" to "+to, func(t *testing.T) {
			checkReaches(t, project.Compare(webex(t, from), webex(t, to), diff.Options{Docs: false}), steps[to])
		})
	}
}

func TestAllReleasesTogetherChangeWhatTheStepsDo(t *testing.T) {
	var want []string
	for _, to := range releases[1:] {
		want = append(want, steps[to]...)
	}
	slices.Sort(want)
	checkReaches(t, project.Compare(webex(t, "40.1.0"), webex(t, "40.6.0"), diff.Options{}), want)
}

// checkReaches compares where changes show with what is wanted: no more, no
// less.
func checkReaches(t *testing.T, r *change.Result, want []string) {
	t.Helper()
	var got []string
	for _, c := range r.Changes {
		mark, known := map[string]string{"element-added-optional": "+", "element-became-optional": "~"}[string(c.ID)]
		if !known {
			t.Errorf("unexpected %s at %s", c.ID, c.Component.Display())
		}
		if c.Level(false) != change.Info {
			t.Errorf("%s at %s is %s, want info", c.ID, c.Component.Display(), c.Level(false))
		}
		for _, o := range c.Operations {
			if !o.ViaType {
				got = append(got, fmt.Sprintf("%s %s %s%s", o.Operation, o.Direction, mark, c.Path(o)))
			}
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestReleaseWithoutSchemaChangeIsIdentical(t *testing.T) {
	r := project.Compare(webex(t, "40.1.2"), webex(t, "40.2.0"), diff.Options{Docs: true})
	if len(r.Changes) != 0 || !r.Identical() {
		t.Errorf("got %d changes, identical %v", len(r.Changes), r.Identical())
	}
}

func TestSharedTypeIsOneChange(t *testing.T) {
	r := project.Compare(webex(t, "40.4.8"), webex(t, "40.6.0"), diff.Options{})
	var found []change.Change
	for _, c := range r.Changes {
		if c.Component.Path == "umSiteAdmin" && c.Component.Name.Local == "privilegeType" {
			found = append(found, c)
		}
	}
	if len(found) != 1 || len(found[0].Operations) != 3 {
		t.Fatalf("got %+v, want one change in three operations", found)
	}
	if s := found[0].Severity; s != (change.Severity{Request: change.Info, Response: change.Info, Strict: change.Break, Go: change.GoMinor}) {
		t.Errorf("severity is %v", s)
	}
}

var comparedReleases = map[[2]string]*change.Result{}

// compareReleases compares two releases, once.
func compareReleases(t *testing.T, from, to string) *change.Result {
	t.Helper()
	key := [2]string{from, to}
	if comparedReleases[key] == nil {
		comparedReleases[key] = project.Compare(webex(t, from), webex(t, to), diff.Options{})
	}
	return comparedReleases[key]
}

func TestWayBackIsTheMirror(t *testing.T) {
	for i, from := range releases {
		for _, to := range releases[i+1:] {
			there, back := compareReleases(t, from, to), compareReleases(t, to, from)
			checkMirror(t, there, back)
			checkComplete(t, there, webex(t, from), webex(t, to))
			checkComplete(t, back, webex(t, to), webex(t, from))
		}
	}
}

// checkMirror checks that each change has its mirror on the way back, at the
// same component.
func checkMirror(t *testing.T, there, back *change.Result) {
	t.Helper()
	var want, got []string
	for _, c := range there.Changes {
		want = append(want, mirrorOf(&c)+" "+c.Component.String())
	}
	for _, c := range back.Changes {
		got = append(got, string(c.ID)+" "+c.Component.String())
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("on the way back got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// mirrorOf returns the rule for the way back. Attributes have one rule for
// going, whether they were required or not.
func mirrorOf(c *change.Change) string {
	if c.ID == "attribute-removed" && strings.HasPrefix(c.Old.Text, "required") {
		return "attribute-added-required"
	}
	return string(c.Rule().Mirror)
}

func TestTwoRunsAreEqual(t *testing.T) {
	first := project.Compare(webex(t, "40.1.0"), webex(t, "40.6.0"), diff.Options{Docs: true})
	second := project.Compare(webex(t, "40.1.0"), webex(t, "40.6.0"), diff.Options{Docs: true})
	if a, b := fmt.Sprintf("%+v", plainResult(first)), fmt.Sprintf("%+v", plainResult(second)); a != b {
		t.Error("two comparisons differ")
	}
}

// plainResult leaves out what points into schemas.
func plainResult(r *change.Result) change.Result {
	out := *r
	out.Changes = nil
	for _, c := range r.Changes {
		c.Site = change.Site{}
		if c.Old != nil {
			c.Component.Path += c.Old.Text + c.Old.Pos.String()
		}
		if c.New != nil {
			c.Component.Path += c.New.Text + c.New.Pos.String()
		}
		c.Old, c.New = nil, nil
		out.Changes = append(out.Changes, c)
	}
	return out
}
