package datatype

import "strings"

// instant is the value of the eight types of points in time. Parts that a
// type lacks are filled in, so that one order serves all of them (Part 2
// §3.2.7.4).
type instant struct {
	// sec counts from the start of year 1: in UTC where zoned, else local.
	sec int64
	// frac are the digits behind the point, without trailing zeros.
	frac  string
	zoned bool
	// zone is the time zone as written, in minutes east.
	zone int
}

// maxZone is the widest time zone, in seconds.
const maxZone = 14 * 3600

// compare follows §3.2.7.4: where one of the two has no time zone, the answer
// must hold for every zone it might be in.
func (t instant) compare(u instant) Order {
	switch {
	case t.zoned == u.zoned:
		return t.compareAt(u, 0)
	case !t.zoned:
		return reverse(u.compare(t))
	case t.compareAt(u, -maxZone) == Less:
		return Less
	case t.compareAt(u, maxZone) == Greater:
		return Greater
	}
	return Incomparable
}

// compareAt compares as if u were that many seconds later.
func (t instant) compareAt(u instant, shift int64) Order {
	switch later := u.sec + shift; {
	case t.sec < later:
		return Less
	case t.sec > later:
		return Greater
	}
	return Order(strings.Compare(t.frac, u.frac))
}

func reverse(o Order) Order {
	if o == Incomparable {
		return o
	}
	return -o
}

// append writes the canonical form: in UTC for xs:dateTime and xs:time
// (§3.2.7.2, §3.2.8.2), with the recoverable time zone for days (§3.2.9.2),
// and with the zone as written for longer periods. A time that is another
// day's in UTC comes before or after all times of this day, as the order is
// that of one day's dateTimes (§3.2.8); its canonical form does not show that.
func (t instant) append(dst []byte, k kind) []byte {
	zone := t.canonicalZone(k)
	sec := t.sec + int64(zone)*60
	year, month, day := dateOf(floorDiv(sec, secondsPerDay))
	form := dateForms[k]
	if form.year {
		dst = appendYear(dst, year)
	}
	dst = form.appendDay(dst, month, day)
	if form.day && form.time {
		dst = append(dst, 'T')
	}
	if form.time {
		dst = appendTime(dst, int(floorMod(sec, secondsPerDay)), t.frac)
	}
	if t.zoned {
		dst = appendZone(dst, zone)
	}
	return dst
}

// appendDay writes month and day, with a hyphen for each part that is missing
// before them.
func (f dateForm) appendDay(dst []byte, month, day int) []byte {
	if !f.year && (f.month || f.day) {
		dst = append(dst, '-')
	}
	if f.month {
		dst = appendPadded(append(dst, '-'), int64(month), 2)
	} else if f.day {
		dst = append(dst, '-')
	}
	if f.day {
		dst = appendPadded(append(dst, '-'), int64(day), 2)
	}
	return dst
}

func (t instant) canonicalZone(k kind) int {
	const half = 12 * 60
	switch {
	case !t.zoned || k == dateTimeKind || k == timeKind:
		return 0
	case k == dateKind, k == gMonthDayKind, k == gDayKind:
	default:
		return t.zone
	}
	zone := t.zone
	if zone > half {
		zone -= 2 * half
	} else if zone <= -half {
		zone += 2 * half
	}
	// A day of a recurring month or year must not move out of it.
	if k != dateKind && t.period(k, zone) != t.period(k, t.zone) {
		return t.zone
	}
	return zone
}

// period is the year of a --MM-DD, the month of a ---DD.
func (t instant) period(k kind, zone int) int64 {
	year, month, _ := dateOf(floorDiv(t.sec+int64(zone)*60, secondsPerDay))
	if k == gMonthDayKind {
		return year
	}
	return year*12 + int64(month)
}

func appendYear(dst []byte, year int64) []byte {
	if year < 0 {
		dst = append(dst, '-')
		year = -year
	}
	return appendPadded(dst, year, 4)
}

func appendTime(dst []byte, sec int, frac string) []byte {
	dst = append(appendPadded(dst, int64(sec/3600), 2), ':')
	dst = append(appendPadded(dst, int64(sec/60%60), 2), ':')
	dst = appendPadded(dst, int64(sec%60), 2)
	if frac == "" {
		return dst
	}
	return append(append(dst, '.'), frac...)
}

func appendZone(dst []byte, minutes int) []byte {
	if minutes == 0 {
		return append(dst, 'Z')
	}
	sign := byte('+')
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	dst = append(appendPadded(append(dst, sign), int64(minutes/60), 2), ':')
	return appendPadded(dst, int64(minutes%60), 2)
}

func appendPadded(dst []byte, n int64, width int) []byte {
	var digits [20]byte
	i := len(digits)
	for ; n > 0 || width > 0; n, width = n/10, width-1 {
		i--
		digits[i] = byte('0' + n%10)
	}
	return append(dst, digits[i:]...)
}
