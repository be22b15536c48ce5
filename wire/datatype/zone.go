package datatype

import (
	"time"

	"github.com/wbxgen/wbxgen/wire/value"
)

// Zone is the time zone of a date or time: none, or an offset from UTC. The zero Zone is none, which is not UTC:
// the reader of the document has to know from elsewhere which time is meant.
type Zone struct {
	known   bool
	minutes int16
}

// UTC is the zone written as Z.
var UTC = Zone{known: true}

const maxOffset = 14 * 60

// ZoneOf returns the zone so many minutes ahead of UTC. It reports false beyond 14 hours.
func ZoneOf(minutes int) (Zone, bool) {
	if minutes < -maxOffset || minutes > maxOffset {
		return Zone{}, false
	}
	return Zone{known: true, minutes: int16(minutes)}, true
}

// Offset returns the minutes that the zone is ahead of UTC. It reports false where there is no zone.
func (z Zone) Offset() (minutes int, ok bool) { return int(z.minutes), z.known }

// Equal reports whether both are the same offset, or both none.
func (z Zone) Equal(o Zone) bool { return z == o }

// String returns Z, +hh:mm, -hh:mm, or nothing where there is no zone.
func (z Zone) String() string { return string(z.appendText(nil)) }

// location returns the zone for package time, or none where the value has no zone.
func (z Zone) location(none *time.Location) *time.Location {
	switch {
	case !z.known:
		return none
	case z.minutes == 0:
		return time.UTC
	}
	return time.FixedZone("", int(z.minutes)*60)
}

// zoneOfTime returns the zone of t, cut to minutes and to 14 hours.
func zoneOfTime(t time.Time) Zone {
	_, seconds := t.Zone()
	z, _ := ZoneOf(min(max(seconds/60, -maxOffset), maxOffset))
	return z
}

// appendText appends Z, +hh:mm, -hh:mm or nothing.
func (z Zone) appendText(b []byte) []byte {
	if !z.known {
		return b
	}
	return value.AppendZone(b, int(z.minutes))
}
