package webex

import (
	"fmt"
	"strings"
	"time"
)

// Time zone IDs that the release notes and examples name. [TimeZone] knows more, 0 to 61, and the operation LstTimeZone
// returns those of a site.
const (
	TimeZoneDefault  int64 = -1 // the zone of the user or site
	TimeZoneHonolulu int64 = 2
	TimeZoneSanJose  int64 = 4
	TimeZoneChicago  int64 = 7
	TimeZoneBeijing  int64 = 45
)

// zoneNames are the names that the time zone database has for the cities by which the service names its zones. There are
// no 24 and 27. The service's list of offsets is old: where a city has changed its own since, the city counts, so that
// dates come out as people there read them. The first two are places of which the service means the offset.
var zoneNames = []struct {
	id   int64
	name string
}{
	{0, "Etc/GMT+12"},
	{1, "Pacific/Pago_Pago"},
	{2, "Pacific/Honolulu"},
	{3, "America/Anchorage"},
	{4, "America/Los_Angeles"},
	{5, "America/Phoenix"},
	{6, "America/Denver"},
	{7, "America/Chicago"},
	{8, "America/Mexico_City"},
	{9, "America/Regina"},
	{10, "America/Bogota"},
	{11, "America/New_York"},
	{12, "America/Indiana/Indianapolis"},
	{13, "America/Halifax"},
	{14, "America/Caracas"},
	{15, "America/St_Johns"},
	{16, "America/Sao_Paulo"},
	{17, "America/Argentina/Buenos_Aires"},
	{18, "Atlantic/South_Georgia"},
	{19, "Atlantic/Azores"},
	{20, "Africa/Casablanca"},
	{21, "Europe/London"},
	{22, "Europe/Amsterdam"},
	{23, "Europe/Paris"},
	{25, "Europe/Berlin"},
	{26, "Europe/Athens"},
	{28, "Africa/Cairo"},
	{29, "Africa/Johannesburg"},
	{30, "Europe/Helsinki"},
	{31, "Asia/Jerusalem"},
	{32, "Asia/Baghdad"},
	{33, "Europe/Moscow"},
	{34, "Africa/Nairobi"},
	{35, "Asia/Tehran"},
	{36, "Asia/Dubai"},
	{37, "Asia/Baku"},
	{38, "Asia/Kabul"},
	{39, "Asia/Yekaterinburg"},
	{40, "Asia/Karachi"},
	{41, "Asia/Kolkata"},
	{42, "Asia/Colombo"},
	{43, "Asia/Almaty"},
	{44, "Asia/Bangkok"},
	{45, "Asia/Shanghai"},
	{46, "Australia/Perth"},
	{47, "Asia/Singapore"},
	{48, "Asia/Hong_Kong"},
	{49, "Asia/Tokyo"},
	{50, "Asia/Seoul"},
	{51, "Asia/Yakutsk"},
	{52, "Australia/Adelaide"},
	{53, "Australia/Darwin"},
	{54, "Australia/Brisbane"},
	{55, "Australia/Sydney"},
	{56, "Pacific/Guam"},
	{57, "Australia/Hobart"},
	{58, "Asia/Vladivostok"},
	{59, "Pacific/Guadalcanal"},
	{60, "Pacific/Auckland"},
	{61, "Pacific/Fiji"},
}

// TimeZone returns the location that a timeZoneID stands for. It knows 0 to 61 without 24 and 27, and fails for others,
// of which [ParseTimeZone] reads the offset where the service names it, and where the machine has no time zone database
// (see package time/tzdata).
func TimeZone(id int64) (*time.Location, error) {
	for _, z := range zoneNames {
		if z.id == id {
			return time.LoadLocation(z.name)
		}
	}
	return nil, fmt.Errorf("webex: it is not known what timeZoneID %d stands for; LstTimeZone tells", id)
}

// TimeZoneID returns the timeZoneID of a location, told by its name in the time zone database. It reports false where
// that is not one which [TimeZone] returns.
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
