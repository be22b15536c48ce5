package value

// The calendar of Part 2 Appendix E: Gregorian in both directions, a day
// after the other, without a year 0. Whether a year is a leap year follows
// from its number as written, before year 1 too, as in Appendix E and in
// Xerces.

const (
	secondsPerDay = 86400
	// MaxYear bounds what a year may be, so that seconds fit 64 bits.
	MaxYear = 99_999_999_999
	// yearZeroDays are the days that the formula counts for year 0.
	yearZeroDays = 366
)

var daysBeforeMonth = [...]int64{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365}

func isLeapYear(year int64) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

func daysInMonth(year int64, month int) int {
	if month == 2 && isLeapYear(year) {
		return 29
	}
	return int(daysBeforeMonth[month] - daysBeforeMonth[month-1])
}

// daysBeforeYear counts from 1 January of year 1, with a year 0.
func daysBeforeYear(year int64) int64 {
	p := year - 1
	return 365*p + floorDiv(p, 4) - floorDiv(p, 100) + floorDiv(p, 400)
}

// dayNumber counts days from 1 January of year 1, which is day 0.
func dayNumber(year int64, month, day int) int64 {
	n := daysBeforeYear(year) + daysBeforeMonth[month-1] + int64(day) - 1
	if month > 2 && isLeapYear(year) {
		n++
	}
	if year < 0 {
		n += yearZeroDays
	}
	return n
}

// dateOf is the inverse of dayNumber.
func dateOf(n int64) (year int64, month, day int) {
	if n < 0 {
		n -= yearZeroDays
	}
	// 400 years have 146097 days. The estimate is right or a year too low.
	year = floorDiv(n, 146097)*400 + floorMod(n, 146097)*400/146097 + 1
	if daysBeforeYear(year+1) <= n {
		year++
	}
	rest := int(n - daysBeforeYear(year))
	for month = 1; rest >= daysInMonth(year, month); month++ {
		rest -= daysInMonth(year, month)
	}
	return year, month, rest + 1
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int64) int64 { return a - b*floorDiv(a, b) }
