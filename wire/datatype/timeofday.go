package datatype

import "time"

// Time is a value of xs:time (XSD 1.0 Part 2 §3.2.8): a time that recurs every day, with a [Zone] or without.
// The zero Time is 00:00:00 without zone. 24:00:00 is read as midnight.
type Time struct{ m moment }

// ParseTime returns the value of the text; white space around it does not count.
func ParseTime(s string) (Time, error) {
	var v Time
	err := v.UnmarshalText([]byte(s))
	return v, err
}

// MustTime is [ParseTime] for a text that is known to be right: it panics where it is not.
func MustTime(s string) Time { return must(ParseTime(s)) }

// NewTime returns a time of day without zone; [Time.WithZone] gives it one. What is beyond its range counts on, and hours
// begin again at 24.
func NewTime(hour, minute, second int) Time {
	return TimeOf(time.Date(1, 1, 1, hour, minute, second, 0, time.UTC))
}

// UnmarshalText reads the lexical form.
func (v *Time) UnmarshalText(b []byte) error { return v.m.unmarshal(b, timeForm) }

// AppendText appends the text in the zone that the value has.
func (v Time) AppendText(b []byte) ([]byte, error) { return v.m.appendForm(b, timeForm), nil }

// MarshalText returns what String returns.
func (v Time) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// String returns the text in the zone that the value has.
func (v Time) String() string { return string(v.m.appendForm(nil, timeForm)) }

// Clock returns the time of day.
func (v Time) Clock() (hour, minute, second int) {
	return int(v.m.hour), int(v.m.minute), int(v.m.second)
}

// Fraction returns the digits of the fraction of a second, as they were read.
func (v Time) Fraction() string { return v.m.fraction }

// Zone returns the time zone, which may be none.
func (v Time) Zone() Zone { return v.m.zone }

// WithZone returns the same fields in another zone, or without one.
func (v Time) WithZone(z Zone) Time {
	v.m.zone, v.m.numeric = z, 0
	return v
}

// Equal reports whether v and o are the same value. A value without zone equals none that has one.
func (v Time) Equal(o Time) bool { return v.m.equal(o.m) }

// Compare returns -1, 0 or 1 as v is before, at or after o. It reports false where one of them has no zone and
// the order depends on it.
func (v Time) Compare(o Time) (sign int, ok bool) { return v.m.compare(o.m) }

// TimeOf returns the time of day of t, without zone.
func TimeOf(t time.Time) Time {
	m := momentOf(t, Zone{})
	m.years, m.months, m.days = 0, 0, 0
	return Time{m}
}

// SinceMidnight returns the time of day as a duration. It reports false where fractions finer than nanoseconds are lost.
func (v Time) SinceMidnight() (d time.Duration, exact bool) {
	nanos, exact := v.m.nanos()
	d = time.Duration(v.m.hour)*time.Hour + time.Duration(v.m.minute)*time.Minute + time.Duration(v.m.second)*time.Second
	return d + time.Duration(nanos), exact
}
