package schemaset

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// changes are what the release notes say of each step, as the documents show
// it: the named type, then the element added (+), or made optional (~).
var changes = []struct {
	from, to string
	want     []string
}{
	{"40.1.0", "40.1.2", []string{
		"event.xsd createEventResponse +eventPassword",
		"meeting.xsd createMeetingResponse +meetingPassword",
		"teleconferenceonly.xsd createTeleconferenceSessionResponse +sessionPassword",
		"trainingsession.xsd createTrainingSessionResponse +sessionPassword",
	}},
	{"40.1.2", "40.2.0", nil},
	{"40.2.0", "40.4.3", []string{
		"user.xsd createUser +isHTMLEmail",
	}},
	{"40.4.3", "40.4.8", []string{
		"event.xsd accessControlInstanceType +audioPassword",
		"event.xsd accessControlInstanceType +isEnforceAudioLogin",
		"event.xsd accessControlInstanceType +isEnforceAudioPassword",
		"meeting.xsd accessControlInstanceType +audioPassword",
		"meeting.xsd accessControlInstanceType +isEnforceAudioLogin",
		"meeting.xsd accessControlInstanceType +isEnforceAudioPassword",
		"session.xsd accessControlInstanceType +audioPassword",
		"session.xsd accessControlInstanceType +isEnforceAudioLogin",
		"session.xsd accessControlInstanceType +isEnforceAudioPassword",
		"teleconferenceonly.xsd accessControlInstanceType +audioPassword",
		"teleconferenceonly.xsd accessControlInstanceType +isEnforceAudioLogin",
		"teleconferenceonly.xsd accessControlInstanceType +isEnforceAudioPassword",
	}},
	{"40.4.8", "40.6.0", []string{
		"attendee.xsd attendeeInstanceType +meetingUUID",
		"attendee.xsd lstMeetingAttendee +meetingUUID",
		"ep.xsd calendarSessionInstanceType +meetingUUID",
		"ep.xsd getSessionInfo +meetingUUID",
		"ep.xsd getSessionInfoResponse +meetingUUID",
		"ep.xsd lstCalendarSession +meetingUUID",
		"ep.xsd lstRecording +meetingUUID",
		"ep.xsd lstsummarySession +meetingUUID",
		"ep.xsd lstsummarySession +returnScheduledPMR",
		"ep.xsd recordingType +meetingUUID",
		"ep.xsd sessionSummaryInstanceType +isScheduledPMR",
		"ep.xsd sessionSummaryInstanceType +meetingUUID",
		"meeting.xsd createMeetingResponse +meetingUUID",
		"meeting.xsd delMeeting +meetingUUID",
		"meeting.xsd delMeeting ~meetingKey",
		"meeting.xsd getMeeting +meetingUUID",
		"meeting.xsd getMeeting ~meetingKey",
		"meeting.xsd getMeetingResponse +meetingUUID",
		"meeting.xsd gethosturlMeeting +meetingUUID",
		"meeting.xsd getjoinurlMeeting +meetingUUID",
		"meeting.xsd setMeeting +meetingUUID",
		"meeting.xsd setMeeting ~meetingkey",
		"site.xsd siteCommonOptionsType +SupportXMLAPIReturnScheduledPMR",
		"user.xsd privilegeType +umSiteAdmin",
		"user.xsd userSummaryInstanceType +umSiteAdmin",
	}},
}

func TestEachStepChangesWhatTheReleaseNotesSay(t *testing.T) {
	for _, step := range changes {
		t.Run(step.from+" to "+step.to, func(t *testing.T) {
			before, after := components(t, step.from), components(t, step.to)
			var got []string
			for _, key := range slices.Sorted(maps.Keys(after)) {
				if old, ok := before[key]; !ok {
					got = append(got, strings.Replace(key, "\x00", "+", 1))
				} else if old != after[key] {
					// Nothing but an occurrence ever changes, and only so.
					if relaxed := strings.Replace(after[key], ` minOccurs="0"`, "", 1); relaxed != old {
						t.Errorf("%q: %s became %s", key, old, after[key])
					}
					got = append(got, strings.Replace(key, "\x00", "~", 1))
				}
			}
			for key := range before {
				if _, ok := after[key]; !ok {
					t.Errorf("%q is gone", key)
				}
			}
			if slices.Sort(got); !slices.Equal(got, step.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(step.want, "\n"))
			}
		})
	}
}

// components returns all that a set says besides its documentation, as start
// tags by document, top-level component and name. Things of one name in one
// component are told apart by their number.
func components(t *testing.T, release string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name, data := range mustBuild(t, release) {
		root, err := parse(data)
		if err != nil {
			t.Fatal(err)
		}
		file := name[strings.LastIndexByte(name, '/')+1:]
		for i, top := range root.kids {
			owner := top.get("name")
			if owner == "" {
				owner = fmt.Sprint(top.name, i)
			}
			count := map[string]int{}
			collect(top, func(e *element) {
				name := cmp.Or(e.get("name"), e.name+e.get("value"))
				count[name]++
				if n := count[name]; n > 1 {
					name = fmt.Sprint(name, " ", n)
				}
				all[file+" "+owner+" \x00"+name] = startTag(e)
			})
		}
	}
	return all
}

func collect(e *element, visit func(*element)) {
	if e.name == "xsd:annotation" {
		return
	}
	visit(e)
	for _, kid := range e.kids {
		collect(kid, visit)
	}
}

func startTag(e *element) string {
	tag := "<" + e.name
	for _, a := range e.attrs {
		tag += fmt.Sprintf(" %s=%q", a.name, a.value)
	}
	return tag + ">"
}
