package webex

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// TimeLayout is the form of dates in the API, MM/DD/YYYY HH:mm:ss, as package time wants it. It has no zone: a date is
// in that of the timeZoneID beside it (where that is -1, in the zone of the user or site), and in GMT where there is
// none.
const TimeLayout = "01/02/2006 15:04:05"

// FormatTime returns t as a date of the API in the zone loc, which is what the timeZoneID of the request stands for.
// A nil loc is UTC.
func FormatTime(t time.Time, loc *time.Location) string {
	if loc == nil {
		loc = time.UTC
	}
	return t.In(loc).Format(TimeLayout)
}

// ParseTime reads a date of the API that is in the zone loc. Leading zeros may be missing, as in 9/29/2019 8:0:0, and
// white space around it does not count. A nil loc is UTC. An hour that a change of daylight saving time leaves out or
// repeats is taken as [time.Date] takes it.
func ParseTime(text string, loc *time.Location) (time.Time, error) {
	if loc == nil {
		loc = time.UTC
	}
	text = strings.TrimSpace(text)
	t, err := time.ParseInLocation("1/2/2006 15:4:5", text, loc)
	if err == nil && strings.ContainsAny(text, ".,") {
		err = errors.New("a fraction of a second")
	}
	if err != nil {
		return time.Time{}, fmt.Errorf("webex: %q is not a date of the form MM/DD/YYYY HH:mm:ss", text)
	}
	return t, nil
}
