package webex

import (
	"fmt"
	"strings"
	"time"
)

// Time zone IDs of which it is certain what they stand for. There are some sixty; the operation LstTimeZone returns
// those of a site.
const (
	TimeZoneDefault  int64 = -1 // the zone of the user or site
	TimeZoneHonolulu int64 = 2
	TimeZoneSanJose  int64 = 4
	TimeZoneChicago  int64 = 7
	TimeZoneBeijing  int64 = 45
)

// zoneNames are the names of the zones in the time zone database.
var zoneNames = []struct {
	id   int64
	name string
}{
	{TimeZoneHonolulu, "Pacific/Honolulu"},
	{TimeZoneSanJose, "America/Los_Angeles"},
	{TimeZoneChicago, "America/Chicago"},
	{TimeZoneBeijing, "Asia/Shanghai"},
}

// TimeZone returns the location that a timeZoneID stands for. It fails for an ID that is not among the constants of
// this package, and where the machine has no time zone database (see package time/tzdata).
func TimeZone(id int64) (*time.Location, error) {
	for _, z := range zoneNames {
		if z.id == id {
			return time.LoadLocation(z.name)
		}
	}
	return nil, fmt.Errorf("webex: it is not known what timeZoneID %d stands for; LstTimeZone tells", id)
}

// TimeZoneID returns the timeZoneID of a location, told by its name. It reports false where that is not among the
// constants of this package.
func TimeZoneID(loc *time.Location) (int64, bool) {
	for _, z := range zoneNames {
		if loc != nil && loc.String() == z.name {
			return z.id, true
		}
	}
	return TimeZoneDefault, false
}

// ParseTimeZone returns the offset that the text of a timeZone element begins with, as in "GMT-08:00, Pacific (San
// Jose)", as a location named by the text. Servers write the offset with and without daylight saving time, so it is
// right for the date beside it at best, and not for others.
func ParseTimeZone(text string) (*time.Location, error) {
	text = strings.TrimSpace(text)
	offset, _, _ := strings.Cut(text, ",")
	t, err := time.Parse("GMT-07:00", strings.TrimSpace(offset))
	if err != nil {
		return nil, fmt.Errorf("webex: %q does not begin with an offset such as GMT-08:00", text)
	}
	_, seconds := t.Zone()
	return time.FixedZone(text, seconds), nil
}
