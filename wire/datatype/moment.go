package datatype

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
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
	v, ok := parseMoment(chars.Trim(text), form)
	if !ok {
		return notOfForm(text, formNames[form]+", with a zone or without")
	}
	*m = v
	return nil
}

func parseMoment(b []byte, form string) (m moment, ok bool) {
	for _, field := range []byte(form) {
		if b, ok = m.field(b, field); !ok {
			return m, false
		}
	}
	if form == monthForm && strings.HasPrefix(chars.View(b), oldMonthSuffix) {
		b = b[len(oldMonthSuffix):]
	}
	if m.zone, ok = parseZone(b); !ok {
		return m, false
	}
	if len(b) > 1 && m.zone == UTC {
		m.numeric = b[0]
	}
	day := int(m.days) + 1
	known := strings.Contains(form, "Y")
	if strings.Contains(form, "M") && day > daysIn(m.year(), int(m.months)+1) && (known || m.months != 1 || day > 29) {
		return m, false
	}
	return m, m.midnight(form)
}

// field reads one field, or the byte that stands for itself.
func (m *moment) field(b []byte, field byte) (rest []byte, ok bool) {
	switch field {
	case 'Y':
		return m.readYear(b)
	case 'M':
		return readField(b, &m.months, 1, 12)
	case 'D':
		return readField(b, &m.days, 1, 31)
	case 'h':
		return readField(b, &m.hour, 0, 24)
	case 'm':
		return readField(b, &m.minute, 0, 59)
	case 's':
		if rest, ok = readField(b, &m.second, 0, 59); !ok {
			return nil, false
		}
		return m.readFraction(rest)
	}
	if len(b) == 0 || b[0] != field {
		return nil, false
	}
	return b[1:], true
}

// readField reads two digits between first and last, and stores the distance from first.
func readField(b []byte, dst *uint8, first, last int) (rest []byte, ok bool) {
	n, ok := two(b)
	if !ok || n < first || n > last {
		return nil, false
	}
	*dst = uint8(n - first)
	return b[2:], true
}

// readYear reads a year of at least four digits, more only without a zero in front, and never 0000.
func (m *moment) readYear(b []byte) (rest []byte, ok bool) {
	negative := len(b) > 0 && b[0] == '-'
	if negative {
		b = b[1:]
	}
	n := 0
	for n < len(b) && b[n]-'0' <= 9 {
		n++
	}
	if n < 4 || n > 15 || n > 4 && b[0] == '0' {
		return nil, false
	}
	y, _, _ := chars.ParseDigits(b[:n])
	if y == 0 {
		return nil, false
	}
	m.years = int64(y) - 1
	if negative {
		m.years = -int64(y)
	}
	return b[n:], true
}

func (m *moment) readFraction(b []byte) (rest []byte, ok bool) {
	if len(b) == 0 || b[0] != '.' {
		return b, true
	}
	n := 1
	for n < len(b) && b[n]-'0' <= 9 {
		n++
	}
	m.fraction = string(b[1:n])
	return b[n:], n > 1
}

// midnight turns 24:00:00 into the beginning of the next day. Other times of hour 24 do not exist.
func (m *moment) midnight(form string) bool {
	if m.hour < 24 {
		return true
	}
	if m.minute > 0 || m.second > 0 || m.digits() != "" {
		return false
	}
	m.hour = 0
	if form == dateTimeForm {
		m.addMinutes(24 * 60)
	}
	return true
}

// addMinutes moves the moment by at most a day and some hours.
func (m *moment) addMinutes(n int) {
	total := int(m.hour)*60 + int(m.minute) + n
	days := floorDiv(total, 24*60)
	total -= days * 24 * 60
	m.hour, m.minute = uint8(total/60), uint8(total%60)
	for ; days > 0; days-- {
		m.nextDay()
	}
	for ; days < 0; days++ {
		m.previousDay()
	}
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func (m *moment) nextDay() {
	if m.days++; int(m.days) < daysIn(m.year(), int(m.months)+1) {
		return
	}
	m.days = 0
	if m.months++; m.months == 12 {
		m.months = 0
		m.years++
	}
}

func (m *moment) previousDay() {
	if m.days > 0 {
		m.days--
		return
	}
	if m.months == 0 {
		m.months = 12
		m.years--
	}
	m.months--
	m.days = uint8(daysIn(m.year(), int(m.months)+1) - 1)
}

// daysIn returns the length of a month (XSD 1.0 Part 2 appendix E, which takes the year as it is written).
func daysIn(year int64, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// appendForm appends the text of the form.
func (m *moment) appendForm(b []byte, form string) []byte {
	for _, field := range []byte(form) {
		switch field {
		case 'Y':
			b = appendYear(b, m.year())
		case 'M':
			b = appendTwo(b, int(m.months)+1)
		case 'D':
			b = appendTwo(b, int(m.days)+1)
		case 'h':
			b = appendTwo(b, int(m.hour))
		case 'm':
			b = appendTwo(b, int(m.minute))
		case 's':
			b = appendTwo(b, int(m.second))
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

func appendYear(b []byte, y int64) []byte {
	if y < 0 {
		b, y = append(b, '-'), -y
	}
	for limit := int64(1000); limit > 1 && y < limit; limit /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, y, 10)
}

// utc returns the moment at zone offset 0, a missing zone standing for so many minutes.
func (m moment) utc(missing int) moment {
	offset := missing
	if m.zone.known {
		offset = int(m.zone.minutes)
	}
	m.addMinutes(-offset)
	m.zone = Zone{}
	return m
}

// compareFields compares two moments at the same offset.
func (m *moment) compareFields(o *moment) int {
	return cmp.Or(
		cmp.Compare(m.years, o.years), cmp.Compare(m.months, o.months), cmp.Compare(m.days, o.days),
		cmp.Compare(m.hour, o.hour), cmp.Compare(m.minute, o.minute), cmp.Compare(m.second, o.second),
		strings.Compare(m.digits(), o.digits()),
	)
}

// compare follows XSD 1.0 Part 2 §3.2.7.4: where one side alone has a zone, the other may mean any from -14:00 to +14:00.
func (m moment) compare(o moment) (sign int, ok bool) {
	low, high := m.utc(maxOffset), m.utc(-maxOffset)
	oLow, oHigh := o.utc(maxOffset), o.utc(-maxOffset)
	if m.zone.known == o.zone.known {
		return low.compareFields(&oLow), true
	}
	switch {
	case high.compareFields(&oLow) < 0:
		return -1, true
	case low.compareFields(&oHigh) > 0:
		return 1, true
	}
	return 0, false
}

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
