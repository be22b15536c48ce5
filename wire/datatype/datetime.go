package datatype

import "time"

// DateTime is a value of xs:dateTime (XSD 1.0 Part 2 §3.2.7): a date and a time of day, with a [Zone] or without.
// The zero DateTime is 0001-01-01T00:00:00 without zone. 24:00:00 is read as the beginning of the next day.
type DateTime struct{ m moment }

// ParseDateTime returns the value of the text; white space around it does not count.
func ParseDateTime(s string) (DateTime, error) {
	var v DateTime
	err := v.UnmarshalText([]byte(s))
	return v, err
}

// MustDateTime is [ParseDateTime] for a text that is known to be right: it panics where it is not.
func MustDateTime(s string) DateTime { return must(ParseDateTime(s)) }

// NewDateTime returns a date and a time of day without zone; [DateTime.WithZone] gives it one. As with [time.Date], what is
// beyond its range counts on, and year 0 is the one before year 1.
func NewDateTime(year int, month time.Month, day, hour, minute, second int) DateTime {
	return LocalDateTimeOf(time.Date(year, month, day, hour, minute, second, 0, time.UTC))
}

// UnmarshalText reads the lexical form.
func (v *DateTime) UnmarshalText(b []byte) error { return v.m.unmarshal(b, dateTimeForm) }

// AppendText appends the text in the zone that the value has.
func (v DateTime) AppendText(b []byte) ([]byte, error) { return v.m.appendForm(b, dateTimeForm), nil }

// MarshalText returns what String returns.
func (v DateTime) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// String returns the text in the zone that the value has.
func (v DateTime) String() string { return string(v.m.appendForm(nil, dateTimeForm)) }

// Year returns the year; there is no year 0, and -1 comes before 1.
func (v DateTime) Year() int64 { return v.m.year() }

// Month returns the month.
func (v DateTime) Month() time.Month { return time.Month(v.m.months) + 1 }

// Day returns the day of the month, from 1.
func (v DateTime) Day() int { return int(v.m.days) + 1 }

// Clock returns the time of day.
func (v DateTime) Clock() (hour, minute, second int) {
	return int(v.m.hour), int(v.m.minute), int(v.m.second)
}

// Fraction returns the digits of the fraction of a second, as they were read.
func (v DateTime) Fraction() string { return v.m.fraction }

// Zone returns the time zone, which may be none.
func (v DateTime) Zone() Zone { return v.m.zone }

// WithZone returns the same clock and calendar fields in another zone, or without one.
func (v DateTime) WithZone(z Zone) DateTime {
	v.m.zone, v.m.numeric = z, 0
	return v
}

// Equal reports whether v and o are the same value. A value without zone equals none that has one.
func (v DateTime) Equal(o DateTime) bool { return v.m.equal(o.m) }

// Compare returns -1, 0 or 1 as v is before, at or after o. It reports false where one of them has no zone and
// the order depends on it.
func (v DateTime) Compare(o DateTime) (sign int, ok bool) { return v.m.compare(o.m) }

// DateTimeOf returns t in its zone. Where the offset is no whole minutes or beyond 14 hours, which XSD has no text for,
// it is the same moment in the zone next to it.
func DateTimeOf(t time.Time) DateTime {
	z := zoneOfTime(t)
	return DateTime{momentOf(t.In(z.location(nil)), z)}
}

// LocalDateTimeOf returns the clock and calendar fields of t, without zone.
func LocalDateTimeOf(t time.Time) DateTime { return DateTime{momentOf(t, Zone{})} }

// Time returns the value for package time; a value without zone is taken to be in the location none. It reports false
// where something is lost: fractions finer than nanoseconds, and the leap days of years before 1, which are counted otherwise.
func (v DateTime) Time(none *time.Location) (t time.Time, exact bool) { return v.m.time(none) }
