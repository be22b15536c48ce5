package webex_test

import (
	"strconv"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/wbxgen/wbxgen/webex"
)

func TestTimes(t *testing.T) {
	chicago, err := webex.TimeZone(webex.TimeZoneChicago)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		text string
		loc  *time.Location
		want string // RFC 3339
	}{
		{"05/12/2020 00:35:41", nil, "2020-05-12T00:35:41Z"},
		{"05/12/2020 00:35:41", chicago, "2020-05-12T00:35:41-05:00"},
		{"01/12/2020 00:35:41", chicago, "2020-01-12T00:35:41-06:00"},
		{"9/29/2019 02:42:34", nil, "2019-09-29T02:42:34Z"},
		{"11/01/2019 8:0:0", nil, "2019-11-01T08:00:00Z"},
		{" 1/2/2019 3:4:5\n", nil, "2019-01-02T03:04:05Z"},
	}
	for _, tt := range tests {
		got, err := webex.ParseTime(tt.text, tt.loc)
		if err != nil || got.Format(time.RFC3339) != tt.want {
			t.Errorf("%q: got %v, %v", tt.text, got, err)
		}
		back, err := webex.ParseTime(webex.FormatTime(got, tt.loc), tt.loc)
		if err != nil || !back.Equal(got) {
			t.Errorf("%q: got %v back, %v", tt.text, back, err)
		}
	}
	if got := webex.FormatTime(time.Date(2026, 6, 30, 15, 0, 0, 0, time.UTC), chicago); got != "06/30/2026 10:00:00" {
		t.Errorf("got %s", got)
	}
	for _, text := range []string{
		"", "05/12/2020", "2020-05-12 00:35:41", "13/01/2020 00:00:00", "02/30/2020 00:00:00", "05/12/2020 24:00:00",
		"05/12/2020 00:35:41.5", "05/12/2020 00:35:41,5", "05/12/20 00:35:41", "05/12/2020 00:35:41 GMT", "05/12/2020 0035:41",
	} {
		if got, err := webex.ParseTime(text, nil); err == nil || !strings.Contains(err.Error(), "is not a date of the form MM/DD/YYYY HH:mm:ss") {
			t.Errorf("%q: got %v, %v", text, got, err)
		}
	}
}

func TestTimeZones(t *testing.T) {
	for id, offset := range map[int64]string{
		webex.TimeZoneHonolulu: "-1000", webex.TimeZoneSanJose: "-0800", webex.TimeZoneChicago: "-0600", webex.TimeZoneBeijing: "+0800",
	} {
		loc, err := webex.TimeZone(id)
		if err != nil {
			t.Fatal(err)
		}
		if got := time.Date(2020, 1, 1, 0, 0, 0, 0, loc).Format("-0700"); got != offset {
			t.Errorf("%d is %s, %s", id, loc, got)
		}
		if back, ok := webex.TimeZoneID(loc); !ok || back != id {
			t.Errorf("%s is %d", loc, back)
		}
	}
	for _, loc := range []*time.Location{nil, time.UTC} {
		if id, ok := webex.TimeZoneID(loc); ok || id != webex.TimeZoneDefault {
			t.Errorf("%v is %d", loc, id)
		}
	}
	for _, id := range []int64{webex.TimeZoneDefault, 24, 27, 62, 156} {
		if loc, err := webex.TimeZone(id); err == nil {
			t.Errorf("%d is %s", id, loc)
		}
	}
}

// zoneOffsets are the standard offsets that the service names for its zones, in
// the order of their IDs.
const zoneOffsets = `0-1200 1-1100 2-1000 3-0900 4-0800 5-0700 6-0700 7-0600 8-0600 9-0600 10-0500 11-0500 12-0500 13-0400
14-0400 15-0330 16-0300 17-0300 18-0200 19-0100 20+0000 21+0000 22+0100 23+0100 25+0100 26+0200 28+0200 29+0200 30+0200
31+0200 32+0300 33+0300 34+0300 35+0330 36+0400 37+0400 38+0430 39+0500 40+0500 41+0530 42+0600 43+0600 44+0700 45+0800
46+0800 47+0800 48+0800 49+0900 50+0900 51+0900 52+0930 53+0930 54+1000 55+1000 56+1000 57+1000 58+1000 59+1100 60+1200
61+1200`

// TestAllTimeZones holds the cities against the offsets, as they were in 2017: in the summer or in the winter half of the
// year. Colombo has left its offset of long ago.
func TestAllTimeZones(t *testing.T) {
	known := strings.Fields(zoneOffsets)
	for _, z := range known {
		i := strings.IndexAny(z, "+-")
		id, err := strconv.ParseInt(z[:i], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		loc, err := webex.TimeZone(id)
		if err != nil {
			t.Error(err)
			continue
		}
		january, july := time.Date(2017, 1, 5, 0, 0, 0, 0, loc).Format("-0700"), time.Date(2017, 7, 5, 0, 0, 0, 0, loc).Format("-0700")
		if want := z[i:]; want != january && want != july && id != 42 {
			t.Errorf("%d is %s, %s and %s, not %s", id, loc, january, july, want)
		}
		if back, ok := webex.TimeZoneID(loc); !ok || back != id {
			t.Errorf("%s is %d, not %d", loc, back, id)
		}
	}
	if len(known) != 60 {
		t.Errorf("%d zones", len(known))
	}
}

func TestParseTimeZone(t *testing.T) {
	for text, offset := range map[string]string{
		"GMT-08:00, Pacific (San Jose)":           "-0800",
		" GMT-03:30, Newfoundland (Newfoundland)": "-0330",
		"GMT+00:00, GMT (London)":                 "+0000",
		"GMT+09:30, Australia Central (Darwin)":   "+0930",
		"GMT+12:00":                               "+1200",
	} {
		loc, err := webex.ParseTimeZone(text)
		if err != nil {
			t.Error(err)
			continue
		}
		if got := time.Date(2020, 7, 1, 0, 0, 0, 0, loc).Format("-0700"); got != offset || loc.String() != strings.TrimSpace(text) {
			t.Errorf("%q is %s, %s", text, loc, got)
		}
	}
	for _, text := range []string{"", "GMT", "London (GMT Standard Time, GMT+00:00)", "GMT+8:00", "GMT+99:00", "gmt+08:00"} {
		if loc, err := webex.ParseTimeZone(text); err == nil {
			t.Errorf("%q is %s", text, loc)
		}
	}
}
