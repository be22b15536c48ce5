package datatype

import "time"

// GYearMonth is a value of xs:gYearMonth (XSD 1.0 Part 2 §3.2.10): a month of one year, with a [Zone] or without.
// The zero GYearMonth is 0001-01 without zone.
type GYearMonth struct{ m moment }

// ParseGYearMonth returns the value of the text; white space around it does not count.
func ParseGYearMonth(s string) (GYearMonth, error) {
	var v GYearMonth
	err := v.UnmarshalText([]byte(s))
	return v, err
}

// MustGYearMonth is [ParseGYearMonth] for a text that is known to be right: it panics where it is not.
func MustGYearMonth(s string) GYearMonth { return must(ParseGYearMonth(s)) }

// NewGYearMonth returns a month without zone. As with [time.Date], a month beyond its range counts on, and year 0 is the
// one before year 1.
func NewGYearMonth(year int, month time.Month) GYearMonth {
	return GYearMonthOf(dayOf(year, month, 1))
}

// GYearMonthOf returns the month of t, without zone.
func GYearMonthOf(t time.Time) GYearMonth {
	m := momentOf(t, Zone{})
	return GYearMonth{moment{years: m.years, months: m.months}}
}

// UnmarshalText reads the lexical form.
func (v *GYearMonth) UnmarshalText(b []byte) error { return v.m.unmarshal(b, yearMonthForm) }

// AppendText appends the text in the zone that the value has.
func (v GYearMonth) AppendText(b []byte) ([]byte, error) {
	return v.m.appendForm(b, yearMonthForm), nil
}

// MarshalText returns what String returns.
func (v GYearMonth) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// String returns the text in the zone that the value has.
func (v GYearMonth) String() string { return string(v.m.appendForm(nil, yearMonthForm)) }

// Year returns the year; there is no year 0, and -1 comes before 1.
func (v GYearMonth) Year() int64 { return v.m.year() }

// Month returns the month.
func (v GYearMonth) Month() time.Month { return time.Month(v.m.months) + 1 }

// Zone returns the time zone, which may be none.
func (v GYearMonth) Zone() Zone { return v.m.zone }

// WithZone returns the same fields in another zone, or without one.
func (v GYearMonth) WithZone(z Zone) GYearMonth {
	v.m.zone, v.m.numeric = z, 0
	return v
}

// Equal reports whether v and o are the same value. A value without zone equals none that has one.
func (v GYearMonth) Equal(o GYearMonth) bool { return v.m.equal(o.m) }

// Compare returns -1, 0 or 1 as v is before, at or after o. It reports false where one of them has no zone and
// the order depends on it.
func (v GYearMonth) Compare(o GYearMonth) (sign int, ok bool) { return v.m.compare(o.m) }

// GYear is a value of xs:gYear (XSD 1.0 Part 2 §3.2.11): a calendar year, with a [Zone] or without.
// The zero GYear is 0001 without zone.
type GYear struct{ m moment }

// ParseGYear returns the value of the text; white space around it does not count.
func ParseGYear(s string) (GYear, error) {
	var v GYear
	err := v.UnmarshalText([]byte(s))
	return v, err
}

// MustGYear is [ParseGYear] for a text that is known to be right: it panics where it is not.
func MustGYear(s string) GYear { return must(ParseGYear(s)) }

// NewGYear returns a year without zone; year 0 is the one before year 1, as with [time.Date].
func NewGYear(year int) GYear { return GYearOf(dayOf(year, 1, 1)) }

// GYearOf returns the year of t, without zone.
func GYearOf(t time.Time) GYear { return GYear{moment{years: int64(t.Year()) - 1}} }

// UnmarshalText reads the lexical form.
func (v *GYear) UnmarshalText(b []byte) error { return v.m.unmarshal(b, yearForm) }

// AppendText appends the text in the zone that the value has.
func (v GYear) AppendText(b []byte) ([]byte, error) { return v.m.appendForm(b, yearForm), nil }

// MarshalText returns what String returns.
func (v GYear) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// String returns the text in the zone that the value has.
func (v GYear) String() string { return string(v.m.appendForm(nil, yearForm)) }

// Year returns the year; there is no year 0, and -1 comes before 1.
func (v GYear) Year() int64 { return v.m.year() }

// Zone returns the time zone, which may be none.
func (v GYear) Zone() Zone { return v.m.zone }

// WithZone returns the same fields in another zone, or without one.
func (v GYear) WithZone(z Zone) GYear {
	v.m.zone, v.m.numeric = z, 0
	return v
}

// Equal reports whether v and o are the same value. A value without zone equals none that has one.
func (v GYear) Equal(o GYear) bool { return v.m.equal(o.m) }

// Compare returns -1, 0 or 1 as v is before, at or after o. It reports false where one of them has no zone and
// the order depends on it.
func (v GYear) Compare(o GYear) (sign int, ok bool) { return v.m.compare(o.m) }

// GMonthDay is a value of xs:gMonthDay (XSD 1.0 Part 2 §3.2.12): a day that recurs every year, with a [Zone] or without.
// The zero GMonthDay is --01-01 without zone.
type GMonthDay struct{ m moment }

// ParseGMonthDay returns the value of the text; white space around it does not count.
func ParseGMonthDay(s string) (GMonthDay, error) {
	var v GMonthDay
	err := v.UnmarshalText([]byte(s))
	return v, err
}

// MustGMonthDay is [ParseGMonthDay] for a text that is known to be right: it panics where it is not.
func MustGMonthDay(s string) GMonthDay { return must(ParseGMonthDay(s)) }

// NewGMonthDay returns a day of the year without zone. February has 29 days; what is beyond its range counts on.
func NewGMonthDay(month time.Month, day int) GMonthDay {
	return GMonthDayOf(dayOf(leapYear, month, day))
}

// GMonthDayOf returns month and day of t, without zone.
func GMonthDayOf(t time.Time) GMonthDay {
	m := momentOf(t, Zone{})
	return GMonthDay{moment{months: m.months, days: m.days}}
}

// UnmarshalText reads the lexical form.
func (v *GMonthDay) UnmarshalText(b []byte) error { return v.m.unmarshal(b, monthDayForm) }

// AppendText appends the text in the zone that the value has.
func (v GMonthDay) AppendText(b []byte) ([]byte, error) { return v.m.appendForm(b, monthDayForm), nil }

// MarshalText returns what String returns.
func (v GMonthDay) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// String returns the text in the zone that the value has.
func (v GMonthDay) String() string { return string(v.m.appendForm(nil, monthDayForm)) }

// Month returns the month.
func (v GMonthDay) Month() time.Month { return time.Month(v.m.months) + 1 }

// Day returns the day of the month, from 1.
func (v GMonthDay) Day() int { return int(v.m.days) + 1 }

// Zone returns the time zone, which may be none.
func (v GMonthDay) Zone() Zone { return v.m.zone }

// WithZone returns the same fields in another zone, or without one.
func (v GMonthDay) WithZone(z Zone) GMonthDay {
	v.m.zone, v.m.numeric = z, 0
	return v
}

// Equal reports whether v and o are the same value. A value without zone equals none that has one.
func (v GMonthDay) Equal(o GMonthDay) bool { return v.m.leap().equal(o.m.leap()) }

// Compare returns -1, 0 or 1 as v is before, at or after o. It reports false where one of them has no zone and
// the order depends on it.
func (v GMonthDay) Compare(o GMonthDay) (sign int, ok bool) { return v.m.leap().compare(o.m.leap()) }

// GDay is a value of xs:gDay (XSD 1.0 Part 2 §3.2.13): a day that recurs every month, with a [Zone] or without.
// The zero GDay is ---01 without zone.
type GDay struct{ m moment }

// ParseGDay returns the value of the text; white space around it does not count.
func ParseGDay(s string) (GDay, error) {
	var v GDay
	err := v.UnmarshalText([]byte(s))
	return v, err
}

// MustGDay is [ParseGDay] for a text that is known to be right: it panics where it is not.
func MustGDay(s string) GDay { return must(ParseGDay(s)) }

// NewGDay returns a day of the month without zone. Behind 31 comes 1.
func NewGDay(day int) GDay { return GDayOf(dayOf(leapYear, 1, day)) }

// GDayOf returns the day of the month of t, without zone.
func GDayOf(t time.Time) GDay { return GDay{moment{days: uint8(t.Day() - 1)}} }

// UnmarshalText reads the lexical form.
func (v *GDay) UnmarshalText(b []byte) error { return v.m.unmarshal(b, dayForm) }

// AppendText appends the text in the zone that the value has.
func (v GDay) AppendText(b []byte) ([]byte, error) { return v.m.appendForm(b, dayForm), nil }

// MarshalText returns what String returns.
func (v GDay) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// String returns the text in the zone that the value has.
func (v GDay) String() string { return string(v.m.appendForm(nil, dayForm)) }

// Day returns the day of the month, from 1.
func (v GDay) Day() int { return int(v.m.days) + 1 }

// Zone returns the time zone, which may be none.
func (v GDay) Zone() Zone { return v.m.zone }

// WithZone returns the same fields in another zone, or without one.
func (v GDay) WithZone(z Zone) GDay {
	v.m.zone, v.m.numeric = z, 0
	return v
}

// Equal reports whether v and o are the same value. A value without zone equals none that has one.
func (v GDay) Equal(o GDay) bool { return v.m.equal(o.m) }

// Compare returns -1, 0 or 1 as v is before, at or after o. It reports false where one of them has no zone and
// the order depends on it.
func (v GDay) Compare(o GDay) (sign int, ok bool) { return v.m.compare(o.m) }

// GMonth is a value of xs:gMonth (XSD 1.0 Part 2 §3.2.14): a month that recurs every year, with a [Zone] or without.
// The zero GMonth is --01 without zone. The form --01-- of the first edition is read too.
type GMonth struct{ m moment }

// ParseGMonth returns the value of the text; white space around it does not count.
func ParseGMonth(s string) (GMonth, error) {
	var v GMonth
	err := v.UnmarshalText([]byte(s))
	return v, err
}

// MustGMonth is [ParseGMonth] for a text that is known to be right: it panics where it is not.
func MustGMonth(s string) GMonth { return must(ParseGMonth(s)) }

// NewGMonth returns a month without zone. Behind December comes January.
func NewGMonth(month time.Month) GMonth { return GMonthOf(dayOf(leapYear, month, 1)) }

// GMonthOf returns the month of t, without zone.
func GMonthOf(t time.Time) GMonth { return GMonth{moment{months: uint8(t.Month() - 1)}} }

// UnmarshalText reads the lexical form.
func (v *GMonth) UnmarshalText(b []byte) error { return v.m.unmarshal(b, monthForm) }

// AppendText appends the text in the zone that the value has.
func (v GMonth) AppendText(b []byte) ([]byte, error) { return v.m.appendForm(b, monthForm), nil }

// MarshalText returns what String returns.
func (v GMonth) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// String returns the text in the zone that the value has.
func (v GMonth) String() string { return string(v.m.appendForm(nil, monthForm)) }

// Month returns the month.
func (v GMonth) Month() time.Month { return time.Month(v.m.months) + 1 }

// Zone returns the time zone, which may be none.
func (v GMonth) Zone() Zone { return v.m.zone }

// WithZone returns the same fields in another zone, or without one.
func (v GMonth) WithZone(z Zone) GMonth {
	v.m.zone, v.m.numeric = z, 0
	return v
}

// Equal reports whether v and o are the same value. A value without zone equals none that has one.
func (v GMonth) Equal(o GMonth) bool { return v.m.equal(o.m) }

// Compare returns -1, 0 or 1 as v is before, at or after o. It reports false where one of them has no zone and
// the order depends on it.
func (v GMonth) Compare(o GMonth) (sign int, ok bool) { return v.m.compare(o.m) }
