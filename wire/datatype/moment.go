package datatype

import (
	"strconv"
	"strings"
	"time"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/value"
)

// moment is what the seven date and time types of XSD 1.0 Part 2 §3.2.7 have in common.
// Fields that a type lacks hold those of 1 January of year 1, midnight, so that the zero value is that moment, without zone.
type moment struct {
	years                int64 // since year 1: year 1 is 0, and year -1, before which there is no year 0, is -1
	months, days         uint8 // since January and since the first
	hour, minute, second uint8
	fraction             string // digits after the point
	zone                 Zone
	numeric              byte // the sign of a zone that is UTC and was read as +00:00 or -00:00
}

// The forms of the types; letters stand for fields, and a zone may follow.
const (
	dateTimeForm   = "Y-M-DTh:m:s"
	dateForm       = "Y-M-D"
	timeForm       = "h:m:s"
	yearForm       = "Y"
	yearMonthForm  = "Y-M"
	monthForm      = "--M"
	monthDayForm   = "--M-D"
	dayForm        = "---D"
	oldMonthSuffix = "--" // of gMonth in the first edition
)

// The same for who reads them.
var valueForms = map[string]*value.Form{
	dateTimeForm: value.DateTime, dateForm: value.Date, timeForm: value.Time, yearForm: value.GYear,
	yearMonthForm: value.GYearMonth, monthForm: value.GMonth, monthDayForm: value.GMonthDay, dayForm: value.GDay,
}

// The same for people.
var formNames = map[string]string{
	dateTimeForm: "2006-01-02T15:04:05", dateForm: "2006-01-02", timeForm: "15:04:05", yearForm: "2006",
	yearMonthForm: "2006-01", monthForm: "--01", monthDayForm: "--01-02", dayForm: "---02",
}

// year returns the year as XSD 1.0 counts, without a year 0.
func (m *moment) year() int64 {
	if m.years >= 0 {
		return m.years + 1
	}
	return m.years
}

// unmarshal reads text of the form.
func (m *moment) unmarshal(text []byte, form string) error {
	v, ok := parseMoment(string(chars.Trim(text)), form)
	if !ok {
		return notOfForm(text, formNames[form]+", with a zone or without")
	}
	*m = v
	return nil
}

func parseMoment(text, form string) (m moment, ok bool) {
	if form == monthForm && len(text) >= 6 && text[4:6] == oldMonthSuffix {
		text = text[:4] + text[6:]
	}
	of := valueForms[form]
	var v value.Moment
	if problem := value.ScanMoment(text, of, strconv.Quote, &v); problem != nil {
		return m, false
	}
	year, month, day, second := v.Fields()
	if of.Year {
		m.setYear(year)
	}
	if of.Month {
		m.months = uint8(month - 1)
	}
	if of.Day {
		m.days = uint8(day - 1)
	}
	m.hour, m.minute, m.second = uint8(second/3600), uint8(second/60%60), uint8(second%60)
	if _, behind, found := strings.Cut(text, "."); found {
		m.fraction = behind[:value.LeadingDigits(behind)]
	}
	if v.Zoned {
		m.zone = Zone{true, int16(v.Zone)}
	}
	if m.zone == UTC && !strings.HasSuffix(text, "Z") {
		m.numeric = text[len(text)-len("+00:00")]
	}
	return m, true
}

// setYear sets a year as XSD 1.0 counts.
func (m *moment) setYear(year int64) {
	if m.years = year; year > 0 {
		m.years--
	}
}

// appendForm appends the text of the form.
func (m *moment) appendForm(b []byte, form string) []byte {
	for _, field := range []byte(form) {
		switch field {
		case 'Y':
			b = value.AppendYear(b, m.year())
		case 'M':
			b = value.AppendTwo(b, int(m.months)+1)
		case 'D':
			b = value.AppendTwo(b, int(m.days)+1)
		case 'h':
			b = value.AppendTwo(b, int(m.hour))
		case 'm':
			b = value.AppendTwo(b, int(m.minute))
		case 's':
			b = value.AppendTwo(b, int(m.second))
			if m.fraction != "" {
				b = append(append(b, '.'), m.fraction...)
			}
		default:
			b = append(b, field)
		}
	}
	if m.numeric != 0 {
		return append(append(b, m.numeric), "00:00"...)
	}
	return m.zone.appendText(b)
}

// digits returns the fraction without zeros at the end.
func (m *moment) digits() string { return strings.TrimRight(m.fraction, "0") }

// value returns the moment as it is compared.
func (m *moment) value() value.Moment {
	second := int(m.hour)*3600 + int(m.minute)*60 + int(m.second)
	return value.MomentOf(m.year(), int(m.months)+1, int(m.days)+1, second, m.digits(), m.zone.known, int(m.zone.minutes))
}

// compare follows XSD 1.0 Part 2 §3.2.7.4: where one side alone has a zone, the other may mean any from -14:00 to +14:00.
func (m moment) compare(o moment) (sign int, ok bool) { return m.value().Compare(o.value()) }

// leap returns the moment in a leap year, so that 29 February has its place.
func (m moment) leap() moment {
	m.years = 3
	return m
}

// equal reports whether both are the same moment, and both have a zone or both have none.
func (m moment) equal(o moment) bool {
	sign, ok := m.compare(o)
	return ok && sign == 0 && m.zone.known == o.zone.known
}

// time converts the moment. It reports whether nothing was lost: package time counts nanoseconds.
func (m *moment) time(none *time.Location) (t time.Time, exact bool) {
	nanos, exact := m.nanos()
	year := m.years + 1
	t = time.Date(int(year), time.Month(m.months)+1, int(m.days)+1, int(m.hour), int(m.minute), int(m.second), nanos, m.zone.location(none))
	return t, exact && t.Day() == int(m.days)+1
}

// nanos returns the fraction as nanoseconds, cut where it is finer.
func (m *moment) nanos() (n int, exact bool) {
	digits := m.digits()
	exact = len(digits) <= 9
	if !exact {
		digits = digits[:9]
	}
	for i := range 9 {
		n *= 10
		if i < len(digits) {
			n += int(digits[i] - '0')
		}
	}
	return n, exact
}

// momentOf takes the clock and calendar fields of t.
func momentOf(t time.Time, zone Zone) moment {
	m := moment{
		years: int64(t.Year()) - 1, months: uint8(t.Month() - 1), days: uint8(t.Day() - 1),
		hour: uint8(t.Hour()), minute: uint8(t.Minute()), second: uint8(t.Second()), zone: zone,
	}
	if n := t.Nanosecond(); n > 0 {
		digits := strconv.Itoa(1_000_000_000 + n)
		m.fraction = strings.TrimRight(digits[1:], "0")
	}
	return m
}

// leapYear is one in which every day of a year is there.
const leapYear = 2000

// dayOf is a day for package time.
func dayOf(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}
