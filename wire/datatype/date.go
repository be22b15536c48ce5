package datatype

import "time"

// Date is a value of xs:date (XSD 1.0 Part 2 §3.2.9): a calendar day, with a [Zone] or without.
// The zero Date is 0001-01-01 without zone.
type Date struct{ m moment }

// ParseDate returns the value of the text; white space around it does not count.
func ParseDate(s string) (Date, error) {
	var v Date
	err := v.UnmarshalText([]byte(s))
	return v, err
}

// MustDate is [ParseDate] for a text that is known to be right: it panics where it is not.
func MustDate(s string) Date { return must(ParseDate(s)) }

// NewDate returns a day without zone. As with [time.Date], a day or month beyond its range counts on into the next, and
// year 0 is the one before year 1.
func NewDate(year int, month time.Month, day int) Date { return DateOf(dayOf(year, month, day)) }

// UnmarshalText reads the lexical form.
func (v *Date) UnmarshalText(b []byte) error { return v.m.unmarshal(b, dateForm) }

// AppendText appends the text in the zone that the value has.
func (v Date) AppendText(b []byte) ([]byte, error) { return v.m.appendForm(b, dateForm), nil }

// MarshalText returns what String returns.
func (v Date) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// String returns the text in the zone that the value has.
func (v Date) String() string { return string(v.m.appendForm(nil, dateForm)) }

// Year returns the year; there is no year 0, and -1 comes before 1.
func (v Date) Year() int64 { return v.m.year() }

// Month returns the month.
func (v Date) Month() time.Month { return time.Month(v.m.months) + 1 }

// Day returns the day of the month, from 1.
func (v Date) Day() int { return int(v.m.days) + 1 }

// Zone returns the time zone, which may be none.
func (v Date) Zone() Zone { return v.m.zone }

// WithZone returns the same fields in another zone, or without one.
func (v Date) WithZone(z Zone) Date {
	v.m.zone, v.m.numeric = z, 0
	return v
}

// Equal reports whether v and o are the same value. A value without zone equals none that has one.
func (v Date) Equal(o Date) bool { return v.m.equal(o.m) }

// Compare returns -1, 0 or 1 as v is before, at or after o. It reports false where one of them has no zone and
// the order depends on it.
func (v Date) Compare(o Date) (sign int, ok bool) { return v.m.compare(o.m) }

// DateOf returns the calendar day of t, without zone.
func DateOf(t time.Time) Date {
	m := momentOf(t, Zone{})
	m.hour, m.minute, m.second, m.fraction = 0, 0, 0, ""
	return Date{m}
}

// Time returns the beginning of the day for package time; a value without zone is taken to be in the location none.
// It reports false for leap days of years before 1, which are counted otherwise.
func (v Date) Time(none *time.Location) (t time.Time, exact bool) { return v.m.time(none) }
