package value

import (
	"fmt"
	"strings"
)

// Form says which parts the text of one of the eight types of points in time has (Part 2 §3.2.7 to §3.2.14).
type Form struct {
	Year, Month, Day, Time bool
	Shape, Noun            string // for messages
}

// The forms.
var (
	DateTime   = &Form{true, true, true, true, "YYYY-MM-DDThh:mm:ss", "a date and time"}
	Time       = &Form{false, false, false, true, "hh:mm:ss", "a time"}
	Date       = &Form{true, true, true, false, "YYYY-MM-DD", "a date"}
	GYearMonth = &Form{true, true, false, false, "YYYY-MM", "a month"}
	GYear      = &Form{true, false, false, false, "YYYY", "a year"}
	GMonthDay  = &Form{false, true, true, false, "--MM-DD", "a day of the year"}
	GDay       = &Form{false, false, true, false, "---DD", "a day of the month"}
	GMonth     = &Form{false, true, false, false, "--MM", "a month"}
)

// fillYear stands for a missing year. It is a leap year, so that --02-29 is a
// day.
const fillYear = 1972

// dateScan reads a point in time from the front of rest. Once there is a
// problem with the form, the steps that are left do nothing.
type dateScan struct {
	rest    string
	form    *Form
	quote   func(string) string
	problem string // with the form
	absent  string // why what the text names does not exist, such as February 30

	year               int64
	month, day         int
	hour, minute, secs int
	frac               string
	zoned              bool
	zone               int
}

// Problem says what is wrong with a text.
type Problem struct {
	Form   string // it is not of the form, and in what
	Absent string // why what it names does not exist, such as February 30
	Beyond bool   // it is more than this package holds
}

// ScanMoment reads the text of a point in time into m, unless it returns what is wrong. quote is for parts of it in a message.
func ScanMoment(s string, form *Form, quote func(string) string, m *Moment) *Problem {
	d := dateScan{rest: s, form: form, quote: quote, year: fillYear, month: 1, day: 1}
	d.scanYear()
	d.scanMonth()
	d.scanDay()
	d.scanTime()
	d.scanZone()
	if d.rest != "" {
		d.fail("%s is left over", d.rest)
	}
	switch {
	case d.problem != "":
		return &Problem{Form: d.problem}
	case d.absent != "":
		return &Problem{Absent: d.absent}
	case d.year > MaxYear || d.year < -MaxYear:
		return &Problem{Beyond: true}
	}
	d.put(m)
	return nil
}

func (d *dateScan) put(m *Moment) {
	sec := dayNumber(d.year, d.month, d.day) * secondsPerDay
	sec += int64(d.hour*3600 + d.minute*60 + d.secs)
	if d.form == Time && d.hour == 24 {
		sec -= secondsPerDay // the canonical form of midnight is 00:00:00 (§3.2.8.2)
	}
	m.Sec, m.Frac, m.Zoned, m.Zone = sec-int64(d.zone)*60, d.frac, d.zoned, d.zone
}

// fail keeps the first problem. Its %s are parts of the text, quoted here.
func (d *dateScan) fail(format string, parts ...string) {
	if d.problem != "" {
		return
	}
	args := make([]any, len(parts))
	for i, p := range parts {
		args[i] = d.quote(p)
	}
	d.problem = fmt.Sprintf(format, args...)
}

// lacks keeps the first reason why what the text names does not exist.
func (d *dateScan) lacks(reason string) {
	if d.absent == "" {
		d.absent = reason
	}
}

func (d *dateScan) scanYear() {
	if !d.form.Year {
		return
	}
	negative := d.skip("-")
	digits := d.rest[:LeadingDigits(d.rest)]
	d.rest = d.rest[len(digits):]
	switch {
	case len(digits) < 4:
		d.fail("the year needs at least four digits")
	case len(digits) > 4 && digits[0] == '0':
		d.fail("year %s begins with 0 and has more than four digits", digits)
	case digits == "0000":
		d.lacks("there is no year 0000")
	}
	d.year = 0
	for i := range len(digits) {
		d.year = min(d.year*10+int64(digits[i]-'0'), MaxYear+1)
	}
	if negative {
		d.year = -d.year
	}
}

func (d *dateScan) scanMonth() {
	if !d.form.Month {
		return
	}
	d.expect("-")
	if !d.form.Year {
		d.expect("-")
	}
	d.month = d.two("month", 1, 12)
	if !d.form.Year && !d.form.Day && d.skip("--") {
		d.fail("the form --MM-- is one of the first edition only")
	}
}

func (d *dateScan) scanDay() {
	if !d.form.Day {
		return
	}
	d.expect("-")
	if !d.form.Month {
		d.expect("--")
	}
	if d.problem == "" {
		d.scanDayOfMonth()
	}
}

func (d *dateScan) scanDayOfMonth() {
	if !d.form.Month || d.absent != "" {
		d.day = d.two("day", 1, 31)
		return
	}
	last := daysInMonth(d.year, d.month)
	switch d.day = d.two("day", 1, 31); {
	case d.day <= last:
	case d.form.Year && last == 28:
		d.lacks(fmt.Sprintf("February of the year %d has 28 days", d.year))
	default:
		d.lacks(fmt.Sprintf("month %02d has %d days", d.month, last))
	}
}

func (d *dateScan) scanTime() {
	if !d.form.Time {
		return
	}
	if d.form.Day {
		d.expect("T")
	}
	d.hour = d.two("hour", 0, 24)
	d.expect(":")
	d.minute = d.two("minute", 0, 59)
	d.expect(":")
	d.secs = d.two("second", 0, 59)
	d.scanFraction()
	if d.hour == 24 && (d.minute != 0 || d.secs != 0 || d.frac != "") {
		d.lacks("hour 24 is for 24:00:00 alone")
	}
}

func (d *dateScan) scanFraction() {
	if !d.skip(".") {
		return
	}
	n := LeadingDigits(d.rest)
	if n == 0 {
		d.fail("no digit follows the point")
	}
	d.frac = strings.TrimRight(d.rest[:n], "0")
	d.rest = d.rest[n:]
}

// scanZone follows §3.2.7.3: Z, or up to 14 hours east or west.
func (d *dateScan) scanZone() {
	switch {
	case d.skip("Z"):
		d.zoned = true
		return
	case d.skip("+"):
		d.zone = 1
	case d.skip("-"):
		d.zone = -1
	default:
		return
	}
	d.zoned = true
	hours := d.two("time zone hour", 0, 14)
	d.expect(":")
	minutes := d.two("time zone minute", 0, 59)
	if hours == 14 && minutes > 0 {
		d.lacks("a time zone is at most 14:00 from UTC")
	}
	d.zone *= hours*60 + minutes
}

// skip takes s off the front if it is there.
func (d *dateScan) skip(s string) bool {
	rest, ok := strings.CutPrefix(d.rest, s)
	if ok {
		d.rest = rest
	}
	return ok
}

func (d *dateScan) expect(s string) {
	if !d.skip(s) {
		d.fail("%s is missing", s)
	}
}

// two reads a part of exactly two digits within limits.
func (d *dateScan) two(part string, least, most int) int {
	if len(d.rest) < 2 || !isDigit(d.rest[0]) || !isDigit(d.rest[1]) {
		d.fail("two digits for the " + part + " are missing")
		return least
	}
	n := int(d.rest[0]-'0')*10 + int(d.rest[1]-'0')
	d.rest = d.rest[2:]
	if n < least || n > most {
		d.lacks(fmt.Sprintf("the %s %02d is not in %02d to %02d", part, n, least, most))
		return least
	}
	return n
}
