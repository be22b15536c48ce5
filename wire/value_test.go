package wire

import (
	"encoding"
	"errors"
	"math/big"
	"reflect"
	"strings"
	"testing"
	"time"
)

// reread parses text as a new value of the same type as v and returns its text.
func reread(v Value, text string) (string, error) {
	fresh := reflect.New(reflect.TypeOf(v).Elem()).Interface().(Value)
	if err := fresh.UnmarshalText([]byte(text)); err != nil {
		return "", err
	}
	b, err := fresh.AppendText(nil)
	return string(b), err
}

func TestValueTexts(t *testing.T) {
	tests := []struct {
		v       Value
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
		{new(Text), "", map[string]string{"": "", " a b ": " a b "}, nil},
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
			if got, want := x.Compare(y), cmpInt(i, j); got != want || (x == y) != (i == j) || x.Rat().Cmp(y.Rat()) != want {
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
	if _, ok := DecimalOf(big.NewInt(1), maxDigits+1); ok {
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

func TestIntegersOfUnions(t *testing.T) {
	for text, want := range map[string]bool{"0": true, " 65535 ": true, "+7": true, "-0": true, "007": true, "-1": false, "65536": false, "": false, "+": false, "+-1": false, "1_0": false, "0x1": false} {
		if n, ok := ParseUint[uint16](text); ok != want {
			t.Errorf("%q: %d, %v", text, n, ok)
		}
	}
	for text, want := range map[string]bool{"-128": true, "+127": true, "-0": true, "128": false, "--1": false, " ": false, "1 2": false} {
		if n, ok := ParseInt[int8](text); ok != want {
			t.Errorf("%q: %d, %v", text, n, ok)
		}
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

// upper is a value type of a caller, whose methods can fail.
type upper string

func (u upper) AppendText(b []byte) ([]byte, error) {
	if u == "BAD" {
		return nil, errors.New("bad value")
	}
	return append(b, u...), nil
}

func (u *upper) UnmarshalText(b []byte) error {
	if strings.ToUpper(string(b)) != string(b) || len(b) == 0 {
		return errors.New("capital letters wanted")
	}
	*u = upper(b)
	return nil
}

var (
	_ Value                    = (*upper)(nil)
	_ Value                    = (*DateTime)(nil)
	_ encoding.TextUnmarshaler = (*Text)(nil)
)

// values has fields of the remaining kinds.
type values struct {
	Attr     DateTime
	OptAttr  *Date
	When     *DateTime
	Days     []Date
	Spans    []Duration
	Price    Decimal
	Big      *big.Int
	Bigs     []*big.Int
	BigList  []*big.Int
	Hex      []byte
	Hexes    [][]byte
	HexList  [][]byte
	Kinds    []QName
	KindList []QName
	Upper    *upper
	Norm     string
	Rows     [][]int16
	Flags    []bool
	FlagList []bool
	Floats   []float32
	Gones    []Nillable[string]
	Places   []Nillable[place]
	Any      *AnyElement
	XMLExtra Extra
}

var valuesTable = func() Table {
	t := Table{Attrs: []Name{{Local: "attr"}, {Local: "optattr"}}}
	for _, n := range []string{"when", "day", "spans", "price", "big", "bigs", "biglist", "hex", "hexes", "hexlist", "kinds", "kindlist", "upper", "norm", "row", "flag", "flags", "floats", "gone", "place", "any"} {
		t.Elements = append(t.Elements, Element{Name: Name{Space: &svc, Local: n}, Many: true})
	}
	return t
}()

func (v *values) DecodeXML(d *Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Attr(&valuesTable); i != End; i = d.Attr(&valuesTable) {
		switch i {
		case 0:
			ReadValue(d, &v.Attr)
		case 1:
			ReadOptValue(d, &v.OptAttr)
		}
	}
	reads := []func(){
		func() { ReadOptValue(d, &v.When) }, func() { ReadValues(d, &v.Days) }, func() { ReadValueList(d, &v.Spans) }, func() { ReadValue(d, &v.Price) },
		func() { ReadBig(d, &v.Big) }, func() { ReadBigs(d, &v.Bigs) }, func() { ReadBigList(d, &v.BigList) },
		func() { ReadHex(d, &v.Hex) }, func() { ReadHexs(d, &v.Hexes) }, func() { ReadHexList(d, &v.HexList) },
		func() { ReadQNames(d, &v.Kinds) }, func() { ReadQNameList(d, &v.KindList) }, func() { ReadOptValue(d, &v.Upper) }, func() { ReadNormalized(d, &v.Norm) },
		func() { ReadEach(d, &v.Rows, ReadIntList) }, func() { ReadBools(d, &v.Flags) }, func() { ReadBoolList(d, &v.FlagList) }, func() { ReadFloatList(d, &v.Floats) },
		func() { ReadNillables(d, &v.Gones, ReadString) }, func() { ReadNillableObjects(d, &v.Places) },
		func() { v.Any = new(AnyElement); d.Object(v.Any) },
	}
	for i := d.Next(&valuesTable); i != End; i = d.Next(&valuesTable) {
		reads[i]()
	}
	return d.Err()
}

func (v *values) AppendXML(e *Encoder) {
	t := valuesTable.Elements
	e.Begin(&v.XMLExtra)
	WriteValueAttr(e, &valuesTable.Attrs[0], v.Attr)
	WriteOptValueAttr(e, &valuesTable.Attrs[1], v.OptAttr)
	WriteOptValue(e, &t[0].Name, v.When)
	WriteValues(e, &t[1].Name, v.Days)
	WriteValueList(e, &t[2].Name, v.Spans)
	WriteValue(e, &t[3].Name, v.Price)
	WriteBig(e, &t[4].Name, v.Big)
	WriteBigs(e, &t[5].Name, v.Bigs)
	WriteBigList(e, &t[6].Name, v.BigList)
	WriteHex(e, &t[7].Name, v.Hex)
	WriteHexs(e, &t[8].Name, v.Hexes)
	WriteHexList(e, &t[9].Name, v.HexList)
	WriteQNames(e, &t[10].Name, v.Kinds)
	WriteQNameList(e, &t[11].Name, v.KindList)
	WriteOptValue(e, &t[12].Name, v.Upper)
	WriteNormalized(e, &t[13].Name, v.Norm)
	WriteEach(e, &t[14].Name, v.Rows, WriteIntList)
	WriteBools(e, &t[15].Name, v.Flags)
	WriteBoolList(e, &t[16].Name, v.FlagList)
	WriteFloatList(e, &t[17].Name, v.Floats)
	WriteNillables(e, &t[18].Name, v.Gones, WriteString)
	WriteNillableObjects(e, &t[19].Name, v.Places)
	if v.Any != nil {
		e.Object(&t[20].Name, v.Any)
	}
}

var valuesName = Name{Space: &svc, Local: "values"}

func TestValueFieldsInBothForms(t *testing.T) {
	when, _ := ParseDateTime("2026-06-30T10:00:00Z")
	day, _ := ParseDate("2026-06-30")
	span, _ := ParseDuration("P1DT1S")
	price, _ := ParseDecimal("12.50")
	huge, _ := new(big.Int).SetString("-123456789012345678901234567890", 10)
	v := &values{
		Attr: when, OptAttr: &day, When: &when, Days: []Date{day, day}, Spans: []Duration{span, {}}, Price: price,
		Big: huge, Bigs: []*big.Int{huge, big.NewInt(1)}, BigList: []*big.Int{big.NewInt(2), huge}, Hex: []byte{0xAB}, Hexes: [][]byte{{1}, {}}, HexList: [][]byte{{2}, {3, 4}},
		Kinds: []QName{{"urn:k", "a", "k"}, {"", "b", ""}}, KindList: []QName{{"urn:l", "a", "k"}, {"urn:k", "c", "k"}}, Upper: new(upper("ABC")), Norm: "a b",
		Rows: [][]int16{{1, -2}, {}}, Flags: []bool{true, false}, FlagList: []bool{false}, Floats: []float32{0.1, 2}, Gones: []Nillable[string]{{Nil: true}, {Value: new("x")}},
		Places: []Nillable[place]{{Value: &place{Value: "p"}}, {Nil: true}},
		Any:    &AnyElement{Attrs: []Attr{{QName{Local: "a"}, "k:v"}}, Children: []Node{TextNode("t"), {Name: QName{Local: "e"}}}, Bindings: []Binding{{"k", "urn:k"}}},
	}
	for name, opts := range map[string][]Option{"qualified": nil, "unqualified": {Unqualified()}} {
		doc, err := Marshal(valuesName, v, opts...)
		if err != nil {
			t.Fatal(err)
		}
		var back values
		if err := Unmarshal(doc, valuesName, &back, opts...); err != nil {
			t.Fatalf("%s: %v in\n%s", name, err, doc)
		}
		again, err := Marshal(valuesName, &back, opts...)
		if err != nil || string(again) != string(doc) {
			t.Errorf("%s: got\n%s\nwant\n%s\nerror %v", name, again, doc, err)
		}
		back.KindList[0].Prefix = "k"
		if !reflect.DeepEqual(&back, v) {
			t.Errorf("%s: got %+v\nfrom %s", name, back, doc)
		}
	}
}

func TestEmptyValuesAreKeptInLenientReading(t *testing.T) {
	doc := `<svc:values xmlns:svc="http://example.com/service" attr="" optattr=""><svc:when/><svc:day/><svc:price/><svc:big/><svc:kinds/><svc:upper/><svc:norm/></svc:values>`
	var v values
	if err := Unmarshal([]byte(doc), valuesName, &v, Lenient()); err != nil {
		t.Fatal(err)
	}
	if v.When != nil || v.Days != nil || v.Big != nil || v.Upper != nil || v.OptAttr != nil || v.Kinds != nil {
		t.Errorf("got %+v", v)
	}
	got, err := Marshal(valuesName, &v)
	if err != nil || string(got) != doc {
		t.Errorf("got\n%s\nwant\n%s\nerror %v", got, doc, err)
	}
	if err := Unmarshal([]byte(doc), valuesName, &v); err == nil || !strings.Contains(err.Error(), `/values@attr: "" is not of the form 2006-01-02T15:04:05`) {
		t.Error(err)
	}
}

func TestAnEmptyValueGivesWayToAnother(t *testing.T) {
	doc := `<svc:values xmlns:svc="http://example.com/service" attr=""><svc:price/></svc:values>`
	var v values
	if err := Unmarshal([]byte(doc), valuesName, &v, Lenient()); err != nil {
		t.Fatal(err)
	}
	v.Attr, _ = ParseDateTime("2026-06-30T10:00:00Z")
	v.Price, _ = ParseDecimal("2.5")
	want := `<svc:values xmlns:svc="http://example.com/service" attr="2026-06-30T10:00:00Z"><svc:price>2.5</svc:price><svc:norm/></svc:values>`
	if got, err := Marshal(valuesName, &v); err != nil || string(got) != want {
		t.Errorf("got\n%s\nwant\n%s\nerror %v", got, want, err)
	}
}

// gones has nillable elements of which one is empty where a number belongs.
type gones struct {
	One      Nillable[int64]
	Many     []Nillable[int64]
	Text     string
	XMLExtra Extra
}

var gonesTable = Table{Elements: []Element{{Name: Name{Space: &svc, Local: "one"}}, {Name: Name{Space: &svc, Local: "many"}, Many: true}, {Name: Name{Space: &svc, Local: "text"}}}}

func (v *gones) DecodeXML(d *Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&gonesTable); i != End; i = d.Next(&gonesTable) {
		switch i {
		case 0:
			d.Default("7")
			ReadNillable(d, &v.One, ReadInt)
		case 1:
			ReadNillables(d, &v.Many, ReadInt)
		case 2:
			ReadString(d, &v.Text)
		}
	}
	return d.Err()
}

func (v *gones) AppendXML(e *Encoder) {
	e.Begin(&v.XMLExtra)
	WriteNillable(e, &gonesTable.Elements[0].Name, v.One, WriteInt)
	WriteNillables(e, &gonesTable.Elements[1].Name, v.Many, WriteInt)
	WriteString(e, &gonesTable.Elements[2].Name, v.Text)
}

func TestNillableNumbers(t *testing.T) {
	const head = `<svc:gones xmlns:svc="http://example.com/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`
	tests := []struct {
		content string
		want    gones
		opts    []Option
	}{
		{`<svc:one>1</svc:one><svc:many xsi:nil="true"/><svc:many>2</svc:many><svc:text>t</svc:text>`,
			gones{One: Nillable[int64]{Value: new(int64(1))}, Many: []Nillable[int64]{{Nil: true}, {Value: new(int64(2))}}, Text: "t"}, nil},
		// The default of an element that is nil is not that of the next one.
		{`<svc:one xsi:nil="true"/><svc:text/>`, gones{One: Nillable[int64]{Nil: true}}, nil},
		{`<svc:many xsi:nil="1"/><svc:many> </svc:many><svc:text/>`, gones{Many: []Nillable[int64]{{Nil: true}}}, []Option{Lenient()}},
	}
	for _, tt := range tests {
		var v gones
		err := Unmarshal([]byte(head+tt.content+"</svc:gones>"), Name{Space: &svc, Local: "gones"}, &v, tt.opts...)
		if empty := len(v.XMLExtra.Empty()); empty != len(tt.opts) {
			t.Errorf("%s: %d empty elements", tt.content, empty)
		}
		v.XMLExtra = Extra{}
		if err != nil || !reflect.DeepEqual(v, tt.want) {
			t.Errorf("%s: got %+v, error %v", tt.content, v, err)
		}
	}
}

func TestEmptyNillableNumbersAreWrittenAgain(t *testing.T) {
	const doc = `<svc:gones xmlns:svc="http://example.com/service"><svc:many/><svc:text>t</svc:text></svc:gones>`
	var v gones
	if err := Unmarshal([]byte(doc), Name{Space: &svc, Local: "gones"}, &v, Lenient()); err != nil || v.Many != nil {
		t.Errorf("got %+v, error %v", v, err)
	}
	if got, err := Marshal(Name{Space: &svc, Local: "gones"}, &v); err != nil || string(got) != doc {
		t.Errorf("got %s, error %v", got, err)
	}
}

func TestErrorsOfValueMethods(t *testing.T) {
	_, err := Marshal(valuesName, &values{Upper: new(upper("BAD"))})
	if err == nil || err.Error() != "/values/upper: bad value" {
		t.Error(err)
	}
	doc := `<svc:values xmlns:svc="http://example.com/service"><svc:upper>low</svc:upper></svc:values>`
	if err := Unmarshal([]byte(doc), valuesName, new(values)); err == nil || err.Error() != `1:52: /values/upper: "low" is not valid: capital letters wanted` {
		t.Error(err)
	}
}
