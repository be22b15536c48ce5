package datatype

import (
	"strconv"
	"strings"
	"time"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/value"
)

// Duration is a value of xs:duration (XSD 1.0 Part 2 §3.2.6): months and seconds, each of which may be zero, with one sign.
// The zero Duration is PT0S.
// It is written with each part as small as can be: PT90M as PT1H30M.
type Duration struct{ v value.Duration }

const durationForm = "P1Y2M3DT4H5M6.7S"

// DurationOf returns d as a Duration of seconds.
func DurationOf(d time.Duration) Duration {
	whole, nanos := int64(d/time.Second), int64(d%time.Second)
	v := value.Duration{Sec: max(whole, -whole)}
	if n := max(nanos, -nanos); n > 0 {
		v.Frac = strings.TrimRight(strconv.FormatInt(1_000_000_000+n, 10)[1:], "0")
	}
	if d < 0 {
		v = v.Negate()
	}
	return Duration{v}
}

// MonthsOf returns a Duration of so many months. It reports false beyond those of 99,999,999,999 years.
func MonthsOf(months int64) (d Duration, ok bool) {
	return Duration{value.Duration{Months: months}}, months <= value.MaxMonths && months >= -value.MaxMonths
}

// ParseDuration returns the value of the text; white space around it does not count.
func ParseDuration(s string) (Duration, error) {
	var d Duration
	err := d.UnmarshalText([]byte(s))
	return d, err
}

// MustDuration is [ParseDuration] for a text that is known to be right: it panics where it is not.
func MustDuration(s string) Duration { return must(ParseDuration(s)) }

// NewDuration returns months and a time of one sign. It reports false where one of them is negative and the other is
// positive, which no duration is, and beyond the months of [MonthsOf].
func NewDuration(months int64, t time.Duration) (d Duration, ok bool) {
	v, ok := MonthsOf(months)
	if !ok || months < 0 && t > 0 || months > 0 && t < 0 {
		return d, false
	}
	d = DurationOf(t)
	d.v.Months = v.v.Months
	return d, true
}

// UnmarshalText reads the lexical form. A duration may be some 99,999,999,999 years long.
func (d *Duration) UnmarshalText(b []byte) error {
	v, problem := value.ScanDuration(string(chars.Trim(b)))
	if problem != (value.Problem{}) {
		return notOfForm(b, durationForm)
	}
	d.v = v
	return nil
}

// AppendText appends the text, in which seconds make minutes, hours and days, and months make years.
func (d Duration) AppendText(b []byte) ([]byte, error) { return d.v.Append(b), nil }

// MarshalText returns what String returns.
func (d Duration) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// String returns the text.
func (d Duration) String() string {
	b, _ := d.AppendText(nil)
	return string(b)
}

// Months returns the months, with the sign of the duration.
func (d Duration) Months() int64 { return d.v.Months }

// Seconds returns the whole seconds, with the sign of the duration.
func (d Duration) Seconds() int64 {
	abs, negative := d.v.Abs()
	if negative {
		return -abs.Sec
	}
	return abs.Sec
}

// Fraction returns the digits of the fraction of a second, without zeros at the end.
func (d Duration) Fraction() string {
	abs, _ := d.v.Abs()
	return abs.Frac
}

// TimeDuration returns the duration for package time. It reports false where it has months, which have no length
// of their own, fractions finer than nanoseconds, or more than 292 years.
func (d Duration) TimeDuration() (t time.Duration, ok bool) {
	abs, negative := d.v.Abs()
	m := moment{fraction: abs.Frac}
	nanos, exact := m.nanos()
	const most = int64(1<<63-1)/int64(time.Second) - 1
	if abs.Months != 0 || !exact || abs.Sec > most {
		return 0, false
	}
	t = time.Duration(abs.Sec*int64(time.Second) + int64(nanos))
	if negative {
		t = -t
	}
	return t, true
}

// Equal reports whether d and o are the same duration from whatever moment they begin: P1Y equals P12M.
func (d Duration) Equal(o Duration) bool {
	sign, ok := d.Compare(o)
	return ok && sign == 0
}

// Compare returns -1, 0 or 1 as d is shorter than, equal to or longer than o. It reports false where
// that depends on the months meant, as with P1M and P30D.
func (d Duration) Compare(o Duration) (sign int, ok bool) { return d.v.Compare(o.v) }
