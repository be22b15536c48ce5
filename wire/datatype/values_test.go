package datatype

import (
	"cmp"
	"encoding"
	"math/big"
	"reflect"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/wire"
)

// texted is what all types of this package are.
type texted interface {
	encoding.TextAppender
	encoding.TextUnmarshaler
}

// reread parses text as a new value of the same type as v and returns its text.
func reread(v texted, text string) (string, error) {
	fresh := reflect.New(reflect.TypeOf(v).Elem()).Interface().(texted)
	if err := fresh.UnmarshalText([]byte(text)); err != nil {
		return "", err
	}
	b, err := fresh.AppendText(nil)
	return string(b), err
}

func TestValueTexts(t *testing.T) {
	tests := []struct {
		v       texted
		zero    string
		valid   map[string]string // text to what is written
		invalid []string
	}{
		{new(Decimal), "0", map[string]string{
			"0": "0", "-0": "-0", "+000.000": "+000.000", "1": "1", "01.50": "01.50", ".5": ".5", "-.50": "-.50", "5.": "5.", "100": "100", " \n12 ": "12",
			"123456789012345678901234567890.000000000000000000001": "123456789012345678901234567890.000000000000000000001",
		}, []string{"", ".", "-", "+.", "1e3", "1.2.3", "--1", "1 2", "INF", "٣"}},
		{new(DateTime), "0001-01-01T00:00:00", map[string]string{
			"2026-06-30T10:00:00": "2026-06-30T10:00:00", "2026-06-30T10:00:00Z": "2026-06-30T10:00:00Z", "2026-06-30T10:00:00+00:00": "2026-06-30T10:00:00+00:00", "2026-06-30T10:00:00-00:00": "2026-06-30T10:00:00-00:00",
			"2026-06-30T10:00:00-05:30": "2026-06-30T10:00:00-05:30", "12026-06-30T10:00:00.120": "12026-06-30T10:00:00.120", "-0001-12-31T23:59:59.999999999999": "-0001-12-31T23:59:59.999999999999",
			"2025-12-31T24:00:00": "2026-01-01T00:00:00", "-0001-12-31T24:00:00Z": "0001-01-01T00:00:00Z", "2024-02-29T00:00:00+14:00": "2024-02-29T00:00:00+14:00", "0099-01-01T00:00:00.000": "0099-01-01T00:00:00.000",
		}, []string{"", "2026-06-30", "2026-6-30T10:00:00", "0000-01-01T00:00:00", "02026-06-30T10:00:00", "2026-13-01T00:00:00", "2026-00-01T00:00:00", "2026-02-29T00:00:00", "2026-06-31T00:00:00",
			"2026-06-30T24:00:01", "2026-06-30T24:00:00.1", "2026-06-30T25:00:00", "2026-06-30T10:60:00", "2026-06-30T10:00:60", "2026-06-30T10:00:00.", "2026-06-30T10:00:00z", "2026-06-30T10:00:00+14:01",
			"2026-06-30T10:00:00+1:00", "2026-06-30 10:00:00", "2026-06-30T10:00", "+2026-06-30T10:00:00", "2026-06-30T10:00:00+05:60", "99999999999999999999-01-01T00:00:00"}},
		{new(Date), "0001-01-01", map[string]string{"2026-06-30": "2026-06-30", "2026-06-30+00:00": "2026-06-30+00:00", "2026-06-30Z": "2026-06-30Z", "2026-06-30-08:00": "2026-06-30-08:00", "-12345-02-28": "-12345-02-28"},
			[]string{"", "2026-02-30", "2026-06-30T00:00:00", "26-06-30", "2026-06-3"}},
		{new(Time), "00:00:00", map[string]string{"10:00:00": "10:00:00", "24:00:00": "00:00:00", "23:59:59.5Z": "23:59:59.5Z", "13:20:00-05:00": "13:20:00-05:00"},
			[]string{"", "10:00", "24:00:01", "10:00:00.", "1:00:00", "10:00:61"}},
		{new(GYear), "0001", map[string]string{"2026": "2026", "-2026Z": "-2026Z", "12026+01:00": "12026+01:00"}, []string{"", "26", "0000", "02026", "2026-01"}},
		{new(GYearMonth), "0001-01", map[string]string{"2026-06": "2026-06", "2026-12Z": "2026-12Z"}, []string{"", "2026", "2026-13", "2026-6"}},
		{new(GMonth), "--01", map[string]string{"--06": "--06", "--06--": "--06", "--12Z": "--12Z", "--06--Z": "--06Z", "--06-05:00": "--06-05:00", "--06---05:00": "--06-05:00"}, []string{"", "--13", "--00", "06", "--06-", "---06"}},
		{new(GMonthDay), "--01-01", map[string]string{"--02-29": "--02-29", "--12-31Z": "--12-31Z"}, []string{"", "--02-30", "--04-31", "--13-01", "-02-29", "--02-00"}},
		{new(GDay), "---01", map[string]string{"---31": "---31", "---05+02:00": "---05+02:00"}, []string{"", "---32", "---00", "--31", "---1"}},
		{new(Duration), "PT0S", map[string]string{
			"P1Y": "P1Y", "P13M": "P1Y1M", "P1Y2M3DT4H5M6.70S": "P1Y2M3DT4H5M6.7S", "-PT0S": "PT0S", "P0D": "PT0S", "PT36H": "P1DT12H", "-P1D": "-P1D", "PT0.5S": "PT0.5S", "-PT90M": "-PT1H30M", "PT1.S": "",
		}, []string{"", "P", "PT", "P1", "P1S", "PT1Y", "1Y", "P-1Y", "P1YT", "P1M1Y", "PT1.5M", "P1.5Y", "PT1H1H", "+P1Y", "P99999999999999999999Y", "PT.5S", "P1D2H"}},
		{new(wire.Text), "", map[string]string{"": "", " a b ": " a b "}, nil},
	}
	for _, tt := range tests {
		name := reflect.TypeOf(tt.v).Elem().Name()
		if b, _ := tt.v.AppendText(nil); string(b) != tt.zero {
			t.Errorf("zero %s: %s", name, b)
		}
		for text, want := range tt.valid {
			got, err := reread(tt.v, text)
			if want == "" && text != "" {
				if err == nil {
					t.Errorf("%s %q: got %q", name, text, got)
				}
				continue
			}
			if err != nil || got != want {
				t.Errorf("%s %q: got %q, %v", name, text, got, err)
			}
			if again, err := reread(tt.v, want); err != nil || again != want {
				t.Errorf("%s %q: got %q, %v", name, want, again, err)
			}
		}
		for _, text := range tt.invalid {
			if got, err := reread(tt.v, text); err == nil {
				t.Errorf("%s %q: got %q", name, text, got)
			}
		}
	}
}

func TestInvalidValueLeavesTheOldOne(t *testing.T) {
	d, _ := ParseDateTime("2026-06-30T10:00:00Z")
	before := d
	if err := d.UnmarshalText([]byte("nonsense")); err == nil || d != before {
		t.Errorf("%v, %v", d, err)
	}
}

func TestDecimalOrderAndConversions(t *testing.T) {
	ordered := []string{"-100.5", "-100", "-99.999", "-1", "-0.5", "-0.05", "0", "0.05", "0.5", "0.51", "1", "9", "10", "10.01", "123456789012345678901234567890"}
	for i, a := range ordered {
		for j, b := range ordered {
			x, _ := ParseDecimal(a)
			y, _ := ParseDecimal(b)
			if got, want := x.Compare(y), cmp.Compare(i, j); got != want || (x == y) != (i == j) || x.Rat().Cmp(y.Rat()) != want {
				t.Errorf("%s, %s: %d", a, b, got)
			}
		}
	}
	d, ok := DecimalOf(big.NewInt(-1250), 3)
	if !ok || d.String() != "-1.250" {
		t.Errorf("got %v", d)
	}
	if f, exact := d.Float64(); f != -1.25 || !exact {
		t.Errorf("got %v, %v", f, exact)
	}
	if d, _ := DecimalOf(big.NewInt(12), -3); d.String() != "12000" {
		t.Errorf("got %v", d)
	} else if n, ok := d.Int64(); n != 12000 || !ok {
		t.Errorf("got %v, %v", n, ok)
	} else if n, ok := d.Int(); !ok || n.Int64() != 12000 {
		t.Errorf("got %v, %v", n, ok)
	}
	if d, _ := DecimalOf(big.NewInt(5), 3); d.String() != "0.005" {
		t.Errorf("got %v", d)
	}
	if _, ok := d.Int64(); ok {
		t.Error("a fraction is no integer")
	}
	if _, ok := DecimalOf(big.NewInt(1), MaxDigits+1); ok {
		t.Error("too many digits")
	}
	tenth, _ := ParseDecimal("0.1")
	if _, exact := tenth.Float64(); exact {
		t.Error("0.1 is no float64")
	}
}

func TestDateTimeOrder(t *testing.T) {
	tests := []struct {
		a, b string
		sign int
		ok   bool
	}{
		{"2000-01-15T00:00:00", "2000-02-15T00:00:00", -1, true},
		{"2000-01-15T12:00:00", "2000-01-16T12:00:00Z", -1, true},
		{"2000-01-16T12:00:00Z", "2000-01-15T12:00:00", 1, true},
		{"2000-01-01T12:00:00", "1999-12-31T23:00:00Z", 0, false},
		{"2000-01-16T12:00:00", "2000-01-16T12:00:00Z", 0, false},
		{"2000-01-16T00:00:00", "2000-01-16T12:00:00Z", 0, false},
		{"2000-03-04T23:00:00+03:00", "2000-03-04T20:00:00Z", 0, true},
		{"2000-03-01T00:30:00+01:00", "2000-02-29T23:30:00Z", 0, true},
		{"-0001-12-31T23:00:00-02:00", "0001-01-01T01:00:00Z", 0, true},
		{"2000-01-01T00:00:00.1", "2000-01-01T00:00:00.09", 1, true},
		{"-2000-01-01T00:00:00", "-1999-01-01T00:00:00", -1, true},
		{"12000-01-01T00:00:00", "9999-01-01T00:00:00", 1, true},
	}
	for _, tt := range tests {
		a, err1 := ParseDateTime(tt.a)
		b, err2 := ParseDateTime(tt.b)
		sign, ok := a.Compare(b)
		back, okBack := b.Compare(a)
		if err1 != nil || err2 != nil || sign != tt.sign || ok != tt.ok || back != -tt.sign || okBack != ok || a.Equal(b) != (ok && sign == 0) {
			t.Errorf("%s, %s: %d, %v", tt.a, tt.b, sign, ok)
		}
	}
	feb, _ := ParseGMonthDay("--02-29Z")
	mar, _ := ParseGMonthDay("--03-01+01:00")
	if sign, ok := feb.Compare(mar); sign != -1 || !ok {
		t.Errorf("29 February: %d, %v", sign, ok)
	}
}

func TestConversionsToPackageTime(t *testing.T) {
	berlin := time.FixedZone("", 2*60*60)
	v, _ := ParseDateTime("2026-06-30T10:00:00.123456789")
	if got, exact := v.Time(berlin); !exact || !got.Equal(time.Date(2026, 6, 30, 8, 0, 0, 123456789, time.UTC)) {
		t.Errorf("got %v", got)
	}
	v, _ = ParseDateTime("2026-06-30T10:00:00.1234567891-05:00")
	if got, exact := v.Time(berlin); exact || !got.Equal(time.Date(2026, 6, 30, 15, 0, 0, 123456789, time.UTC)) {
		t.Errorf("got %v", got)
	}
	at := time.Date(2026, 6, 30, 10, 0, 0, 500, berlin)
	if got := DateTimeOf(at).String(); got != "2026-06-30T10:00:00.0000005+02:00" {
		t.Error(got)
	}
	for zone, want := range map[*time.Location]string{
		time.FixedZone("", -17762):   "2026-06-30T03:04:00.0000005-04:56", // New York before 1883, 4:56:02
		time.FixedZone("", 15*60*60): "2026-06-30T22:00:00.0000005+14:00",
	} {
		if got := DateTimeOf(at.In(zone)); got.String() != want {
			t.Errorf("got %v, want %s", got, want)
		} else if back, exact := got.Time(nil); !exact || !back.Equal(at) {
			t.Errorf("%v is not %v", got, at)
		}
	}
	if got := LocalDateTimeOf(at).String(); got != "2026-06-30T10:00:00.0000005" {
		t.Error(got)
	}
	if got := DateOf(at).String(); got != "2026-06-30" {
		t.Error(got)
	}
	if got := TimeOf(at).WithZone(UTC).String(); got != "10:00:00.0000005Z" {
		t.Error(got)
	}
	if d, exact := TimeOf(at).SinceMidnight(); d != 10*time.Hour+500 || !exact {
		t.Error(d)
	}
	before, _ := ParseDate("-0001-03-04")
	if got, _ := before.Time(time.UTC); got.Year() != 0 || got.Month() != 3 || got.Day() != 4 {
		t.Error(got)
	}
	if minutes, ok := v.Zone().Offset(); minutes != -300 || !ok {
		t.Error(minutes)
	}
	if _, ok := ZoneOf(841); ok {
		t.Error("a zone beyond 14 hours")
	}
	if v.Year() != 2026 || v.Month() != time.June || v.Day() != 30 || v.Fraction() != "1234567891" {
		t.Error(v)
	}
}

// calendar is what the date and time types have in common.
type calendar[T any] interface {
	Zone() Zone
	WithZone(Zone) T
	Equal(T) bool
	Compare(T) (int, bool)
	String() string
}

// checkCalendar checks the order of two values, the first one earlier, and their zones.
func checkCalendar[T calendar[T]](t *testing.T, parse func(string) (T, error), early, late string) {
	t.Helper()
	a, err1 := parse(early)
	b, err2 := parse(late)
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	if sign, ok := a.Compare(b); sign != -1 || !ok || a.Equal(b) || !a.Equal(a) {
		t.Errorf("%v, %v: %d, %v", a, b, sign, ok)
	}
	east, _ := ZoneOf(60)
	if _, ok := a.Zone().Offset(); ok || a.WithZone(east).String() != early+"+01:00" || a.WithZone(UTC).Zone() != UTC || a.Equal(a.WithZone(UTC)) {
		t.Errorf("%v: %v", a, a.WithZone(east))
	}
	if sign, ok := a.WithZone(east).Compare(a.WithZone(UTC)); sign != -1 || !ok {
		t.Errorf("%v: the east is not earlier", a)
	}
}

func TestCalendarTypes(t *testing.T) {
	checkCalendar(t, ParseDateTime, "2026-06-30T10:00:00", "2026-06-30T10:00:00.5")
	checkCalendar(t, ParseDate, "2026-02-28", "2026-03-01")
	checkCalendar(t, ParseTime, "09:59:59.9", "10:00:00")
	checkCalendar(t, ParseGYear, "-0001", "0001")
	checkCalendar(t, ParseGYearMonth, "2026-12", "2027-01")
	checkCalendar(t, ParseGMonth, "--02", "--03")
	checkCalendar(t, ParseGMonthDay, "--02-29", "--03-01")
	checkCalendar(t, ParseGDay, "---30", "---31")
	date, _ := ParseDate("-0044-03-15")
	yearMonth, _ := ParseGYearMonth("2026-06")
	year, _ := ParseGYear("-0044")
	monthDay, _ := ParseGMonthDay("--12-31")
	month, _ := ParseGMonth("--12")
	day, _ := ParseGDay("---31")
	clock, _ := ParseTime("23:59:58.125")
	h, m, s := clock.Clock()
	if date.Year() != -44 || date.Month() != time.March || date.Day() != 15 || yearMonth.Year() != 2026 || yearMonth.Month() != time.June || year.Year() != -44 ||
		monthDay.Month() != time.December || monthDay.Day() != 31 || month.Month() != time.December || day.Day() != 31 || h != 23 || m != 59 || s != 58 || clock.Fraction() != "125" {
		t.Error("a field is wrong")
	}
	at, _ := ParseDateTime("2026-06-30T10:11:12.5")
	if h, m, s := at.Clock(); h != 10 || m != 11 || s != 12 || at.Fraction() != "5" {
		t.Error("a field is wrong")
	}
	span, _ := ParseDuration("-P1Y1MT61.5S")
	if span.Months() != -13 || span.Seconds() != -61 || span.Fraction() != "5" {
		t.Error("a part is wrong")
	}
}

func TestDurationOrderAndConversions(t *testing.T) {
	tests := []struct {
		a, b string
		sign int
		ok   bool
	}{
		{"P1Y", "P12M", 0, true}, {"P1Y", "P364D", 1, true}, {"P1Y", "P365D", 0, false}, {"P1Y", "P366D", 0, false}, {"P1Y", "P367D", -1, true},
		{"P1M", "P27D", 1, true}, {"P1M", "P28D", 0, false}, {"P1M", "P31D", 0, false}, {"P1M", "P32D", -1, true},
		{"P5M", "P149D", 1, true}, {"P5M", "P150D", 0, false}, {"P5M", "P154D", -1, true},
		{"PT24H", "P1D", 0, true}, {"-P1D", "PT1S", -1, true}, {"PT0.1S", "PT0.09S", 1, true}, {"-PT0.1S", "-PT0.09S", -1, true},
	}
	for _, tt := range tests {
		a, err1 := ParseDuration(tt.a)
		b, err2 := ParseDuration(tt.b)
		sign, ok := a.Compare(b)
		if err1 != nil || err2 != nil || ok != tt.ok || ok && sign != tt.sign {
			t.Errorf("%s, %s: %d, %v", tt.a, tt.b, sign, ok)
		}
	}
	for _, d := range []time.Duration{0, 1, -1, time.Hour, -90 * time.Second, 1<<63 - 1 - time.Second*2, time.Millisecond * 1500} {
		got, ok := DurationOf(d).TimeDuration()
		if !ok || got != d {
			t.Errorf("%v: %v gives %v", d, DurationOf(d), got)
		}
	}
	for _, text := range []string{"P1M", "PT0.1234567891S", "P110000D"} {
		d, _ := ParseDuration(text)
		if got, ok := d.TimeDuration(); ok {
			t.Errorf("%s gives %v", text, got)
		}
	}
	if d, ok := MonthsOf(-14); !ok || d.String() != "-P1Y2M" || d.Months() != -14 {
		t.Errorf("got %v", d)
	}
}
