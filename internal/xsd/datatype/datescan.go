package datatype

import (
	"fmt"
	"strings"
)

// dateForm says which parts the lexical form of a type has.
type dateForm struct {
	year, month, day, time bool
	shape, noun            string // for messages
}

// dateForms has the eight types of Part 2 §3.2.7 to §3.2.14.
var dateForms = [...]dateForm{
	dateTimeKind:   {true, true, true, true, "YYYY-MM-DDThh:mm:ss", "a date and time"},
	timeKind:       {false, false, false, true, "hh:mm:ss", "a time"},
	dateKind:       {true, true, true, false, "YYYY-MM-DD", "a date"},
	gYearMonthKind: {true, true, false, false, "YYYY-MM", "a month"},
	gYearKind:      {true, false, false, false, "YYYY", "a year"},
	gMonthDayKind:  {false, true, true, false, "--MM-DD", "a day of the year"},
	gDayKind:       {false, false, true, false, "---DD", "a day of the month"},
	gMonthKind:     {false, true, false, false, "--MM", "a month"},
}

// fillYear stands for a missing year. It is a leap year, so that --02-29 is a
// day.
const fillYear = 1972

// dateScan reads a point in time from the front of rest. Once there is a
// problem with the form, the steps that are left do nothing.
type dateScan struct {
	rest    string
	form    dateForm
	problem string // with the form
	absent  string // why what the text names does not exist, such as February 30

	year               int64
	month, day         int
	hour, minute, secs int
	frac               string
	zoned              bool
	zone               int
}

// scanInstant reads the lexical form of one of the types of dateForms.
func scanInstant(s string, k kind) (instant, *Error) {
	d := dateScan{rest: s, form: dateForms[k], year: fillYear, month: 1, day: 1}
	d.scanYear()
	d.scanMonth()
	d.scanDay()
	d.scanTime()
	d.scanZone()
	if d.rest != "" {
		d.fail("%s is left over", d.rest)
	}
	if d.problem != "" {
		return instant{}, lexicalError(s, k.String(), d.problem+
			"; write "+d.form.shape+", with a time zone such as Z or +01:00 or without")
	}
	if d.absent != "" {
		return instant{}, fail(codeLexical, "%s is %s that does not exist: %s", quote(s), d.form.noun, d.absent)
	}
	if d.year > maxYear || d.year < -maxYear {
		return instant{}, fail(codeUnsupported, "%s has a year beyond %d, which this program cannot hold", quote(s), int64(maxYear))
	}
	return d.instant(k), nil
}

func (d *dateScan) instant(k kind) instant {
	sec := dayNumber(d.year, d.month, d.day) * secondsPerDay
	sec += int64(d.hour*3600 + d.minute*60 + d.secs)
	t := instant{sec: sec - int64(d.zone)*60, frac: d.frac, zoned: d.zoned, zone: d.zone}
	if k == timeKind && d.hour == 24 {
		t.sec -= secondsPerDay // the canonical form of midnight is 00:00:00 (§3.2.8.2)
	}
	return t
}

// fail keeps the first problem. Its %s are parts of the text, quoted here.
func (d *dateScan) fail(format string, parts ...string) {
	if d.problem != "" {
		return
	}
	args := make([]any, len(parts))
	for i, p := range parts {
		args[i] = quote(p)
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
	if !d.form.year {
		return
	}
	negative := d.skip("-")
	digits := d.rest[:leadingDigits(d.rest)]
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
		d.year = min(d.year*10+int64(digits[i]-'0'), maxYear+1)
	}
	if negative {
		d.year = -d.year
	}
}

func (d *dateScan) scanMonth() {
	if !d.form.month {
		return
	}
	d.expect("-")
	if !d.form.year {
		d.expect("-")
	}
	d.month = d.two("month", 1, 12)
	if !d.form.year && !d.form.day && d.skip("--") {
		d.fail("the form --MM-- is one of the first edition only")
	}
}

func (d *dateScan) scanDay() {
	if !d.form.day {
		return
	}
	d.expect("-")
	if !d.form.month {
		d.expect("--")
	}
	if d.problem == "" {
		d.scanDayOfMonth()
	}
}

func (d *dateScan) scanDayOfMonth() {
	if !d.form.month || d.absent != "" {
		d.day = d.two("day", 1, 31)
		return
	}
	last := daysInMonth(d.year, d.month)
	switch d.day = d.two("day", 1, 31); {
	case d.day <= last:
	case d.form.year && last == 28:
		d.lacks(fmt.Sprintf("February of the year %d has 28 days", d.year))
	default:
		d.lacks(fmt.Sprintf("month %02d has %d days", d.month, last))
	}
}

func (d *dateScan) scanTime() {
	if !d.form.time {
		return
	}
	if d.form.day {
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
	n := leadingDigits(d.rest)
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
