package value

import (
	"strconv"
	"strings"
)

// Moment is the value of the eight types of points in time. Parts that a
// type lacks are filled in, so that one order serves all of them (Part 2
// §3.2.7.4).
type Moment struct {
	// Sec counts from the start of year 1: in UTC where Zoned, else local.
	Sec int64
	// Frac are the digits behind the point, without trailing zeros.
	Frac  string
	Zoned bool
	// Zone is the time zone as written, in minutes east.
	Zone int
}

// MomentOf returns a local time of a day, in a zone so many minutes east, or in none.
func MomentOf(year int64, month, day, second int, frac string, zoned bool, zone int) Moment {
	sec := dayNumber(year, month, day)*secondsPerDay + int64(second)
	return Moment{Sec: sec - int64(zone)*60, Frac: frac, Zoned: zoned, Zone: zone}
}

// Fields returns the day in the moment's own zone, and the second of the day.
func (t Moment) Fields() (year int64, month, day, second int) {
	sec := t.Sec + int64(t.Zone)*60
	year, month, day = dateOf(floorDiv(sec, secondsPerDay))
	return year, month, day, int(floorMod(sec, secondsPerDay))
}

// maxZone is the widest time zone, in seconds.
const maxZone = 14 * 3600

// Compare follows §3.2.7.4: where one of the two has no time zone, the answer
// must hold for every zone it might be in. It reports false where it does not.
func (t Moment) Compare(u Moment) (order int, ok bool) {
	switch {
	case t.Zoned == u.Zoned:
		return t.compareAt(u, 0), true
	case !t.Zoned:
		order, ok = u.Compare(t)
		return -order, ok
	case t.compareAt(u, -maxZone) < 0:
		return -1, true
	case t.compareAt(u, maxZone) > 0:
		return 1, true
	}
	return 0, false
}

// compareAt compares as if u were that many seconds later.
func (t Moment) compareAt(u Moment, shift int64) int {
	switch later := u.Sec + shift; {
	case t.Sec < later:
		return -1
	case t.Sec > later:
		return 1
	}
	return strings.Compare(t.Frac, u.Frac)
}

// Append writes the canonical form: in UTC for xs:dateTime and xs:time
// (§3.2.7.2, §3.2.8.2), with the recoverable time zone for days (§3.2.9.2),
// and with the zone as written for longer periods. A time that is another
// day's in UTC comes before or after all times of this day, as the order is
// that of one day's dateTimes (§3.2.8); its canonical form does not show that.
func (t Moment) Append(dst []byte, form *Form) []byte {
	zone := t.canonicalZone(form)
	t.Zone = zone
	year, month, day, second := t.Fields()
	if form.Year {
		dst = AppendYear(dst, year)
	}
	dst = form.appendDay(dst, month, day)
	if form.Day && form.Time {
		dst = append(dst, 'T')
	}
	if form.Time {
		dst = appendTime(dst, second, t.Frac)
	}
	if t.Zoned {
		dst = AppendZone(dst, zone)
	}
	return dst
}

// appendDay writes month and day, with a hyphen for each part that is missing
// before them.
func (f *Form) appendDay(dst []byte, month, day int) []byte {
	if !f.Year && (f.Month || f.Day) {
		dst = append(dst, '-')
	}
	if f.Month {
		dst = AppendTwo(append(dst, '-'), month)
	} else if f.Day {
		dst = append(dst, '-')
	}
	if f.Day {
		dst = AppendTwo(append(dst, '-'), day)
	}
	return dst
}

func (t Moment) canonicalZone(form *Form) int {
	const half = 12 * 60
	switch {
	case !t.Zoned || form.Time:
		return 0
	case form.Day:
	default:
		return t.Zone
	}
	zone := t.Zone
	if zone > half {
		zone -= 2 * half
	} else if zone <= -half {
		zone += 2 * half
	}
	// A day of a recurring month or year must not move out of it.
	if form != Date && t.period(form, zone) != t.period(form, t.Zone) {
		return t.Zone
	}
	return zone
}

// period is the year of a --MM-DD, the month of a ---DD.
func (t Moment) period(form *Form, zone int) int64 {
	year, month, _ := dateOf(floorDiv(t.Sec+int64(zone)*60, secondsPerDay))
	if form == GMonthDay {
		return year
	}
	return year*12 + int64(month)
}

// AppendYear writes a year of four digits or more.
func AppendYear(dst []byte, year int64) []byte {
	if year < 0 {
		dst, year = append(dst, '-'), -year
	}
	for limit := int64(1000); limit > 1 && year < limit; limit /= 10 {
		dst = append(dst, '0')
	}
	return strconv.AppendInt(dst, year, 10)
}

func appendTime(dst []byte, sec int, frac string) []byte {
	dst = append(AppendTwo(dst, sec/3600), ':')
	dst = append(AppendTwo(dst, sec/60%60), ':')
	dst = AppendTwo(dst, sec%60)
	if frac == "" {
		return dst
	}
	return append(append(dst, '.'), frac...)
}

// AppendZone writes a time zone so many minutes east: Z, +hh:mm or -hh:mm.
func AppendZone(dst []byte, minutes int) []byte {
	if minutes == 0 {
		return append(dst, 'Z')
	}
	sign := byte('+')
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	return AppendTwo(append(AppendTwo(append(dst, sign), minutes/60), ':'), minutes%60)
}

// AppendTwo writes a part of a day or time, which has two digits.
func AppendTwo(dst []byte, n int) []byte { return append(dst, byte('0'+n/10), byte('0'+n%10)) }
