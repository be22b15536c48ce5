package value

import (
	"math"
	"strconv"
	"strings"
)

// Duration is the value of xs:duration. Of its six parts (Part 2 §3.2.6) two
// remain, as twelve months are a year and 86400 seconds a day wherever the
// duration starts. All of its fields are negative in a negative one, except
// that Frac always counts up: -0.25 is second -1 and fraction 75.
type Duration struct {
	Months int64
	Sec    int64
	Frac   string // without trailing zeros
}

// The longest duration.
const (
	MaxMonths  = MaxYear * 12
	MaxSeconds = math.MaxInt64 / 4
)

// durationParts are the designators in their order, with what they stand for.
var durationParts = [...]struct {
	designator      byte
	inTime          bool
	months, seconds int64
}{
	{'Y', false, 12, 0},
	{'M', false, 1, 0},
	{'D', false, 0, secondsPerDay},
	{'H', true, 0, 3600},
	{'M', true, 0, 60},
	{'S', true, 0, 1},
}

// durationScan reads a duration from the front of rest.
type durationScan struct {
	rest   string
	inTime bool
	next   int // the first of durationParts that may follow
	value  Duration
	why    string // what is wrong
}

// ScanDuration reads the lexical form of §3.2.6.1.
func ScanDuration(s string) (Duration, Problem) {
	text, negative := strings.CutPrefix(s, "-")
	text, ok := strings.CutPrefix(text, "P")
	c := durationScan{rest: text}
	if !ok {
		c.why = "it begins with P, or with -P where it is negative"
	}
	for ok && c.rest != "" {
		ok = c.part()
	}
	d := c.value
	switch {
	case !ok || c.next == 0:
		if c.why != "" {
			c.why += "; "
		}
		return Duration{}, Problem{Form: c.why + "write PnYnMnDTnHnMnS with at least one number, such as P1DT12H or -P2M"}
	case d.Months > MaxMonths || d.Sec > MaxSeconds:
		return Duration{}, Problem{Beyond: true}
	case negative:
		return d.Negate(), Problem{}
	}
	return d, Problem{}
}

// part reads a number with its designator, and the T that may stand before it.
func (c *durationScan) part() bool {
	if !c.inTime && c.rest[0] == 'T' {
		c.inTime, c.rest = true, c.rest[1:]
	}
	digits, frac, ok := c.number()
	if !ok {
		return c.fail("each letter follows a number without a sign")
	}
	if frac != "" && c.rest[0] != 'S' {
		return c.fail("only seconds have a fraction")
	}
	for ; c.next < len(durationParts); c.next++ {
		p := durationParts[c.next]
		if p.designator != c.rest[0] || p.inTime != c.inTime {
			continue
		}
		c.value.add(digits, p.months, p.seconds)
		c.value.Frac = strings.TrimRight(frac, "0")
		c.next, c.rest = c.next+1, c.rest[1:]
		return true
	}
	if !c.inTime && strings.IndexByte("HS", c.rest[0]) >= 0 {
		return c.fail("T stands before hours, minutes and seconds")
	}
	return c.fail("the letters are Y, M, D and behind T H, M, S, each once and in this order")
}

// fail keeps what is wrong.
func (c *durationScan) fail(why string) bool {
	c.why = why
	return false
}

// number leaves the designator at the front. Only seconds have a fraction.
func (c *durationScan) number() (digits, frac string, ok bool) {
	n := LeadingDigits(c.rest)
	digits, c.rest = c.rest[:n], c.rest[n:]
	if rest, point := strings.CutPrefix(c.rest, "."); point {
		n := LeadingDigits(rest)
		frac, c.rest = rest[:n], rest[n:]
		if frac == "" {
			return "", "", false
		}
	}
	return digits, frac, digits != "" && c.rest != ""
}

// add stops just beyond the limits, so that nothing overflows.
func (d *Duration) add(digits string, months, seconds int64) {
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		n = math.MaxInt64
	}
	if months > 0 {
		d.Months = min(d.Months+min(n, MaxMonths+1)*months, MaxMonths+1)
		return
	}
	d.Sec = min(d.Sec+min(n, MaxSeconds/seconds+1)*seconds, MaxSeconds+1)
}

// Abs returns the duration without its sign, and whether it is negative. Its Frac counts away from zero then.
func (d Duration) Abs() (abs Duration, negative bool) {
	if d.Months < 0 || d.Sec < 0 {
		return d.Negate(), true
	}
	return d, false
}

// Negate returns the duration with the other sign.
func (d Duration) Negate() Duration {
	n := Duration{Months: -d.Months, Sec: -d.Sec, Frac: d.Frac}
	if d.Frac != "" {
		n.Sec--
		n.Frac = restOfOne(d.Frac)
	}
	return n
}

// restOfOne subtracts a fraction from 1: 25 becomes 75. Its last digit is not 0.
func restOfOne(frac string) string {
	b := []byte(frac)
	for i := range b {
		b[i] = '0' + '9' - b[i]
	}
	b[len(b)-1]++
	return string(b)
}

// durationStarts are the points that decide an order (§3.2.6.2), as months
// since year 0. All of them are the first of a month.
var durationStarts = [...]int64{1696*12 + 8, 1697*12 + 1, 1903*12 + 2, 1903*12 + 6}

// Compare follows §3.2.6.2: the order must be the same from every start. It
// reports false where it is not.
func (d Duration) Compare(e Duration) (order int, ok bool) {
	first := d.compareFrom(e, durationStarts[0])
	for _, start := range durationStarts[1:] {
		if d.compareFrom(e, start) != first {
			return 0, false
		}
	}
	return first, true
}

func (d Duration) compareFrom(e Duration, start int64) int {
	switch a, b := d.end(start), e.end(start); {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return strings.Compare(d.Frac, e.Frac)
}

// end is the whole second, since year 1, at which d is over.
func (d Duration) end(start int64) int64 {
	month := start + d.Months
	year := floorDiv(month, 12)
	days := daysBeforeYear(year) + daysBeforeMonth[floorMod(month, 12)]
	if floorMod(month, 12) > 1 && isLeapYear(year) {
		days++
	}
	return days*secondsPerDay + d.Sec
}

// Key makes equal durations equal: 400 years are 146097 days from anywhere,
// and no shorter span of months has one length.
func (d Duration) Key() Duration {
	cycles := floorDiv(d.Months, 4800)
	return Duration{
		Months: d.Months - cycles*4800,
		Sec:    d.Sec + cycles*146097*secondsPerDay,
		Frac:   d.Frac,
	}
}

// Append writes the canonical form that XML Schema 1.1 gives; 1.0 has none.
func (d Duration) Append(dst []byte) []byte {
	d, negative := d.Abs()
	if negative {
		dst = append(dst, '-')
	}
	if d == (Duration{}) {
		return append(dst, "PT0S"...)
	}
	return d.appendParts(append(dst, 'P'))
}

func (d Duration) appendParts(dst []byte) []byte {
	dst = appendNumber(dst, d.Months/12, 'Y')
	dst = appendNumber(dst, d.Months%12, 'M')
	dst = appendNumber(dst, d.Sec/secondsPerDay, 'D')
	sec := d.Sec % secondsPerDay
	if sec == 0 && d.Frac == "" {
		return dst
	}
	dst = appendNumber(append(dst, 'T'), sec/3600, 'H')
	dst = appendNumber(dst, sec/60%60, 'M')
	if d.Frac == "" {
		return appendNumber(dst, sec%60, 'S')
	}
	dst = strconv.AppendInt(dst, sec%60, 10)
	return append(append(append(dst, '.'), d.Frac...), 'S')
}

func appendNumber(dst []byte, n int64, designator byte) []byte {
	if n == 0 {
		return dst
	}
	return append(strconv.AppendInt(dst, n, 10), designator)
}
