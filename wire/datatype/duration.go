package datatype

import (
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// Duration is a value of xs:duration (XSD 1.0 Part 2 §3.2.6): months and seconds, each of which may be zero, with one sign.
// The zero Duration is PT0S.
// It is written with each part as small as can be: PT90M as PT1H30M.
type Duration struct {
	months, seconds int64
	fraction        string // digits after the point of seconds, without zeros at the end
	negative        bool   // only where the duration is not zero
}

const (
	durationForm    = "P1Y2M3DT4H5M6.7S"
	maxDurationPart = 1 << 53 // months, and seconds
)

// DurationOf returns d as a Duration of seconds.
func DurationOf(d time.Duration) Duration {
	whole, nanos := int64(d/time.Second), int64(d%time.Second)
	v := Duration{negative: d < 0, seconds: max(whole, -whole)}
	if n := max(nanos, -nanos); n > 0 {
		v.fraction = strings.TrimRight(strconv.FormatInt(1_000_000_000+n, 10)[1:], "0")
	}
	return v
}

// MonthsOf returns a Duration of so many months. It reports false beyond 2^53.
func MonthsOf(months int64) (d Duration, ok bool) {
	if months > maxDurationPart || months < -maxDurationPart {
		return d, false
	}
	return Duration{months: max(months, -months), negative: months < 0}, true
}

// ParseDuration returns the value of the text; white space around it does not count.
func ParseDuration(s string) (Duration, error) {
	var d Duration
	err := d.UnmarshalText([]byte(s))
	return d, err
}

// durationParts are the designators in order, with what one of them is worth.
var durationParts = []struct {
	letter          byte
	time            bool
	months, seconds int64
}{
	{'Y', false, 12, 0}, {'M', false, 1, 0}, {'D', false, 0, 24 * 60 * 60},
	{'H', true, 0, 60 * 60}, {'M', true, 0, 60}, {'S', true, 0, 1},
}

// MustDuration is [ParseDuration] for a text that is known to be right: it panics where it is not.
func MustDuration(s string) Duration { return must(ParseDuration(s)) }

// NewDuration returns months and a time of one sign. It reports false where one of them is negative and the other is
// positive, which no duration is, and beyond 2^53 months.
func NewDuration(months int64, t time.Duration) (d Duration, ok bool) {
	v, ok := MonthsOf(months)
	if !ok || months < 0 && t > 0 || months > 0 && t < 0 {
		return d, false
	}
	d = DurationOf(t)
	d.months, d.negative = v.months, d.negative || v.negative
	return d, true
}

// UnmarshalText reads the lexical form. Months and seconds may be up to 2^53 each.
func (d *Duration) UnmarshalText(b []byte) error {
	v, ok := parseDuration(chars.Trim(b))
	if !ok {
		return notOfForm(b, durationForm)
	}
	*d = v
	return nil
}

func parseDuration(b []byte) (d Duration, ok bool) {
	if len(b) > 0 && b[0] == '-' {
		d.negative, b = true, b[1:]
	}
	if len(b) < 3 || b[0] != 'P' {
		return d, false
	}
	b = b[1:]
	next, inTime := 0, false
	for len(b) > 0 {
		if b[0] == 'T' && !inTime {
			inTime, b = true, b[1:]
			if len(b) == 0 {
				return d, false
			}
		}
		if b, next, ok = d.part(b, next, inTime); !ok {
			return d, false
		}
	}
	if d.months == 0 && d.seconds == 0 && d.fraction == "" {
		d.negative = false
	}
	return d, true
}

// part reads a number and its designator, which is not before the next one.
func (d *Duration) part(b []byte, next int, inTime bool) (rest []byte, after int, ok bool) {
	n := 0
	for n < len(b) && (b[n]-'0' <= 9 || b[n] == '.') {
		n++
	}
	if n == len(b) {
		return nil, 0, false
	}
	whole, fraction, point := strings.Cut(string(b[:n]), ".")
	count, digits, fits := chars.ParseDigits([]byte(whole))
	if !digits || !fits || point && (b[n] != 'S' || fraction == "" || !allDigits(fraction)) {
		return nil, 0, false
	}
	for i := next; i < len(durationParts); i++ {
		if p := durationParts[i]; p.letter == b[n] && p.time == inTime {
			d.fraction = strings.TrimRight(fraction, "0")
			return b[n+1:], i + 1, addPart(&d.months, count, p.months) && addPart(&d.seconds, count, p.seconds)
		}
	}
	return nil, 0, false
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// addPart adds count·worth to the sum, which must stay in range.
func addPart(sum *int64, count uint64, worth int64) bool {
	if worth == 0 {
		return true
	}
	if count > uint64(maxDurationPart/worth) {
		return false
	}
	*sum += int64(count) * worth
	return *sum <= maxDurationPart
}

// AppendText appends the text, in which seconds make minutes, hours and days, and months make years.
func (d Duration) AppendText(b []byte) ([]byte, error) {
	if d.negative {
		b = append(b, '-')
	}
	b = append(b, 'P')
	b = appendPart(b, d.months/12, 'Y')
	b = appendPart(b, d.months%12, 'M')
	b = appendPart(b, d.seconds/(24*60*60), 'D')
	seconds := d.seconds % (24 * 60 * 60)
	if seconds == 0 && d.fraction == "" && (d.months > 0 || d.seconds > 0) {
		return b, nil
	}
	b = append(b, 'T')
	b = appendPart(b, seconds/3600, 'H')
	b = appendPart(b, seconds/60%60, 'M')
	if seconds%60 > 0 || d.fraction != "" || d.months == 0 && d.seconds == 0 {
		b = strconv.AppendInt(b, seconds%60, 10)
		if d.fraction != "" {
			b = append(append(b, '.'), d.fraction...)
		}
		b = append(b, 'S')
	}
	return b, nil
}

func appendPart(b []byte, n int64, letter byte) []byte {
	if n == 0 {
		return b
	}
	return append(strconv.AppendInt(b, n, 10), letter)
}

// MarshalText returns what String returns.
func (d Duration) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// String returns the text.
func (d Duration) String() string {
	b, _ := d.AppendText(nil)
	return string(b)
}

// Months returns the months, with the sign of the duration.
func (d Duration) Months() int64 { return d.signed(d.months) }

// Seconds returns the whole seconds, with the sign of the duration.
func (d Duration) Seconds() int64 { return d.signed(d.seconds) }

// Fraction returns the digits of the fraction of a second, without zeros at the end.
func (d Duration) Fraction() string { return d.fraction }

func (d Duration) signed(n int64) int64 {
	if d.negative {
		return -n
	}
	return n
}

// TimeDuration returns the duration for package time. It reports false where it has months, which have no length
// of their own, fractions finer than nanoseconds, or more than 292 years.
func (d Duration) TimeDuration() (t time.Duration, ok bool) {
	m := moment{fraction: d.fraction}
	nanos, exact := m.nanos()
	const most = int64(1<<63-1)/int64(time.Second) - 1
	if d.months != 0 || !exact || d.seconds > most {
		return 0, false
	}
	return time.Duration(d.signed(d.seconds*int64(time.Second) + int64(nanos))), true
}

// durationOrigins are the four moments that decide the order of durations (§3.2.6.2).
var durationOrigins = [4][2]int64{{1696, 9}, {1697, 2}, {1903, 3}, {1903, 7}}

// Equal reports whether d and o are the same duration from whatever moment they begin: P1Y equals P12M.
func (d Duration) Equal(o Duration) bool {
	sign, ok := d.Compare(o)
	return ok && sign == 0
}

// Compare returns -1, 0 or 1 as d is shorter than, equal to or longer than o. It reports false where
// that depends on the months meant, as with P1M and P30D.
func (d Duration) Compare(o Duration) (sign int, ok bool) {
	if d == o {
		return 0, true
	}
	for i, origin := range durationOrigins {
		s := d.from(origin).Cmp(o.from(origin))
		if i > 0 && s != sign {
			return 0, false
		}
		sign = s
	}
	return sign, true
}

// from returns the seconds, as an exact number, between the first of the month of origin and the end of the duration.
func (d Duration) from(origin [2]int64) *big.Rat {
	month := origin[0]*12 + origin[1] - 1 + d.Months()
	days := daysBefore(floorDiv64(month, 12), int(month-12*floorDiv64(month, 12))+1)
	total := new(big.Rat).SetInt(new(big.Int).Mul(big.NewInt(days), big.NewInt(24*60*60)))
	part, _ := new(big.Rat).SetString(strconv.FormatInt(d.seconds, 10) + "." + d.fraction + "0")
	if d.negative {
		part.Neg(part)
	}
	return total.Add(total, part)
}

// daysBefore counts days of the proleptic Gregorian calendar up to the first of a month.
func daysBefore(year int64, month int) int64 {
	y := year - 1
	days := 365*y + floorDiv64(y, 4) - floorDiv64(y, 100) + floorDiv64(y, 400)
	for m := 1; m < month; m++ {
		days += int64(daysIn(year, m))
	}
	return days
}

func floorDiv64(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
