package value

import (
	"math/big"
	"strconv"
	"testing"
)

func TestDecimals(t *testing.T) {
	for text, want := range map[string]string{ // canonical forms as decimal and as integer, "" where it is none
		"0": "0.0 0", "-0": "0.0 0", "+007": "7.0 7", "-10": "-10.0 -10", "1.50": "1.5 ", ".5": "0.5 ", "-.0": "0.0 ", "5.": "5.0 ",
		"00.010": "0.01 ", "": " ", ".": " ", "+": " ", "-.": " ", "1e3": " ", "1.2.3": " ", "--1": " ", " 1": " ", "1,5": " ",
	} {
		got := ""
		if d, ok := ScanDecimal(text, false); ok {
			got = string(d.Append(nil, false))
		}
		got += " "
		if d, ok := ScanDecimal(text, true); ok {
			got += string(d.Append(nil, true))
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	// In ascending order.
	list := []string{"-100", "-20", "-1.6", "-1.5", "-0.01", "0", "0.01", "0.1", "0.11", "0.9", "1", "1.05", "9.99", "10", "123456789012345678901234567890"}
	for i, a := range list {
		for j, b := range list {
			d, _ := ScanDecimal(a, false)
			e, _ := ScanDecimal(b, false)
			if got := d.Compare(e); got != sign(i-j) {
				t.Errorf("%s compared with %s is %d", a, b, got)
			}
		}
	}
	for text, digits := range map[string]int{"0": 0, "0.01": 2, "100": 3, "1.50": 2, "-12.34": 4} {
		if d, _ := ScanDecimal(text, false); d.Digits() != digits {
			t.Errorf("%s has %d digits", text, d.Digits())
		}
	}
	for text, want := range map[string]*big.Int{"-12.0": big.NewInt(-12), "0": new(big.Int), "1.5": nil} {
		d, _ := ScanDecimal(text, false)
		if n, ok := d.BigInt(); ok != (want != nil) || ok && n.Cmp(want) != 0 {
			t.Errorf("%s is %v, %v", text, n, ok)
		}
	}
}

func TestDurations(t *testing.T) {
	for text, want := range map[string]string{
		"P1Y": "P1Y", "P14M": "P1Y2M", "-P1Y2M3DT4H5M6.70S": "-P1Y2M3DT4H5M6.7S", "PT36H": "P1DT12H", "PT0.25S": "PT0.25S", "-PT0.25S": "-PT0.25S", "-PT1.75S": "-PT1.75S",
		"P0D": "PT0S", "-PT0S": "PT0S", "PT61M1S": "PT1H1M1S", "P99999999999Y": "P99999999999Y", "P100000000000Y": "beyond", "PT2305843009213693951S": "P26687997791825DT3H52M31S",
		"PT2305843009213693952S": "beyond", "P99999999999999999999D": "beyond", "P99999999999999999999M": "beyond",
		"1Y": "it begins with P, or with -P where it is negative; ",
		"P":  "", "PT": "each letter follows a number without a sign; ", "P1YT": "each letter follows a number without a sign; ",
		"P-1Y": "each letter follows a number without a sign; ", "PT.5S": "each letter follows a number without a sign; ", "PT1.S": "each letter follows a number without a sign; ", "P1": "each letter follows a number without a sign; ",
		"P1.5D": "only seconds have a fraction; ", "P1H": "T stands before hours, minutes and seconds; ", "P1S": "T stands before hours, minutes and seconds; ",
		"P1M1Y": "the letters are Y, M, D and behind T H, M, S, each once and in this order; ", "PT1H1H": "the letters are Y, M, D and behind T H, M, S, each once and in this order; ", "PT1Y": "the letters are Y, M, D and behind T H, M, S, each once and in this order; ",
	} {
		d, p := ScanDuration(text)
		got := string(d.Append(nil))
		switch {
		case p.Beyond:
			got = "beyond"
		case p.Form != "":
			got = p.Form
			want += "write PnYnMnDTnHnMnS with at least one number, such as P1DT12H or -P2M"
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
		if back := d.Negate().Negate(); p == (Problem{}) && back != d {
			t.Errorf("%s: twice negated it is %v, not %v", text, back, d)
		}
	}
}

// TestOrderOfDurations has the cases of Part 2 §3.2.6.2.
func TestOrderOfDurations(t *testing.T) {
	for _, c := range []struct {
		a, b string
		sign int
		ok   bool
	}{
		{"P1Y", "P364D", 1, true}, {"P1Y", "P365D", 0, false}, {"P1Y", "P366D", 0, false}, {"P1Y", "P367D", -1, true},
		{"P1M", "P27D", 1, true}, {"P1M", "P28D", 0, false}, {"P1M", "P31D", 0, false}, {"P1M", "P32D", -1, true},
		{"P5M", "P149D", 1, true}, {"P5M", "P150D", 0, false}, {"P5M", "P153D", 0, false}, {"P5M", "P154D", -1, true},
		{"P1D", "PT24H", 0, true}, {"P1Y", "P12M", 0, true}, {"PT1.5S", "PT1.25S", 1, true}, {"-PT1.5S", "-PT1.25S", -1, true}, {"-PT0.5S", "PT0S", -1, true}, {"P400Y", "P146097D", 0, true},
	} {
		a, _ := ScanDuration(c.a)
		b, _ := ScanDuration(c.b)
		if sign, ok := a.Compare(b); sign != c.sign || ok != c.ok {
			t.Errorf("%s with %s: %d, %v", c.a, c.b, sign, ok)
		}
		if sign, ok := b.Compare(a); sign != -c.sign || ok != c.ok {
			t.Errorf("%s with %s: %d, %v", c.b, c.a, sign, ok)
		}
		if same := a.Key() == b.Key(); same != (c.ok && c.sign == 0) {
			t.Errorf("%s and %s have the same key: %v", c.a, c.b, same)
		}
	}
}

func TestMoments(t *testing.T) {
	for _, c := range []struct {
		form       *Form
		text, want string // the canonical form, or what is wrong
	}{
		{DateTime, "2026-06-30T10:00:00.120+02:00", "2026-06-30T08:00:00.12Z"}, {DateTime, "2026-12-31T24:00:00", "2027-01-01T00:00:00"}, {DateTime, "-0001-12-31T23:30:00-01:00", "0001-01-01T00:30:00Z"},
		{DateTime, "12026-01-01T00:00:00Z", "12026-01-01T00:00:00Z"}, {DateTime, "-0012-01-01T00:00:00Z", "-0012-01-01T00:00:00Z"},
		{Time, "24:00:00", "00:00:00"}, {Time, "23:30:00-01:00", "00:30:00Z"}, {Time, "10:00:00.000", "10:00:00"},
		{Date, "2026-06-30+13:00", "2026-06-29-11:00"}, {Date, "2026-06-30-12:00", "2026-07-01+12:00"}, {Date, "2026-06-30+12:00", "2026-06-30+12:00"}, {Date, "2026-06-30-08:30", "2026-06-30-08:30"}, {Date, "2024-02-29Z", "2024-02-29Z"},
		{GYearMonth, "2026-06+13:00", "2026-06+13:00"}, {GYear, "-2026", "-2026"}, {GMonth, "--06Z", "--06Z"}, {GDay, "---31", "---31"}, {GDay, "---15+13:00", "---14-11:00"}, {GDay, "---01+13:00", "---01+13:00"},
		{GMonthDay, "--02-29", "--02-29"}, {GMonthDay, "--07-01+13:00", "--06-30-11:00"}, {GMonthDay, "--01-01+13:00", "--01-01+13:00"},

		{Date, "26-06-30", "form: the year needs at least four digits"}, {Date, "02026-06-30", `form: year "02026" begins with 0 and has more than four digits`},
		{Date, "0000-06-30", "absent: there is no year 0000"}, {Date, "2026-13-01", "absent: the month 13 is not in 01 to 12"}, {Date, "2026-00-01", "absent: the month 00 is not in 01 to 12"},
		{Date, "2026-02-29", "absent: February of the year 2026 has 28 days"}, {Date, "2024-02-30", "absent: month 02 has 29 days"}, {Date, "2026-06-31", "absent: month 06 has 30 days"}, {Date, "2026-06-32", "absent: the day 32 is not in 01 to 31"},
		{GMonthDay, "--02-30", "absent: month 02 has 29 days"}, {GDay, "---32", "absent: the day 32 is not in 01 to 31"}, {GDay, "--31", `form: "--" is missing`}, {GMonth, "--06--", "form: the form --MM-- is one of the first edition only"},
		{Date, "2026/06/30", `form: "-" is missing`}, {Date, "2026-6-30", "form: two digits for the month are missing"}, {Date, "2026-06-30T10:00:00", `form: "T10:00:00" is left over`},
		{DateTime, "2026-06-30 10:00:00", `form: "T" is missing`}, {DateTime, "2026-06-30T10:00:00.", "form: no digit follows the point"}, {DateTime, "2026-06-30T10:00", `form: ":" is missing`},
		{Time, "24:00:01", "absent: hour 24 is for 24:00:00 alone"}, {Time, "24:00:00.1", "absent: hour 24 is for 24:00:00 alone"}, {Time, "24:01:00", "absent: hour 24 is for 24:00:00 alone"}, {Time, "25:00:00", "absent: the hour 25 is not in 00 to 24"},
		{Time, "10:60:00", "absent: the minute 60 is not in 00 to 59"}, {Time, "10:00:60", "absent: the second 60 is not in 00 to 59"},
		{Time, "10:00:00+14:01", "absent: a time zone is at most 14:00 from UTC"}, {Time, "10:00:00+15:00", "absent: the time zone hour 15 is not in 00 to 14"}, {Time, "10:00:00-05:60", "absent: the time zone minute 60 is not in 00 to 59"}, {Time, "10:00:00z", `form: "z" is left over`},
		{GYear, "100000000000", "beyond"}, {GYear, "-100000000000", "beyond"}, {GYear, "99999999999999999999", "beyond"}, {GYear, "99999999999", "99999999999"},
	} {
		var m Moment
		p := ScanMoment(c.text, c.form, strconv.Quote, &m)
		got := ""
		switch {
		case p == nil:
			got = string(m.Append(nil, c.form))
		case p.Form != "":
			got = "form: " + p.Form
		case p.Absent != "":
			got = "absent: " + p.Absent
		case p.Beyond:
			got = "beyond"
		}
		if got != c.want {
			t.Errorf("%s %s: got %s, want %s", c.form.Noun, c.text, got, c.want)
		}
	}
}

// TestOrderOfMoments follows §3.2.7.4: what has no zone is anywhere within 14 hours.
func TestOrderOfMoments(t *testing.T) {
	for _, c := range []struct {
		a, b string
		sign int
		ok   bool
	}{
		{"2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", 0, true}, {"2026-01-01T00:00:00.5", "2026-01-01T00:00:00.25", 1, true}, {"2026-01-01T00:00:00", "2026-01-01T00:00:01", -1, true},
		{"2026-01-01T00:00:00Z", "2026-01-01T00:00:00", 0, false}, {"2026-01-01T00:00:00Z", "2026-01-01T14:00:00", 0, false}, {"2026-01-01T00:00:00Z", "2026-01-01T14:00:01", -1, true},
		{"2026-01-01T14:00:00Z", "2026-01-01T00:00:00", 0, false}, {"2026-01-01T14:00:01Z", "2026-01-01T00:00:00", 1, true}, {"2026-01-01T14:00:00.1Z", "2026-01-01T00:00:00", 1, true},
	} {
		var a, b Moment
		if p := ScanMoment(c.a, DateTime, strconv.Quote, &a); p != nil {
			t.Fatal(p)
		}
		if p := ScanMoment(c.b, DateTime, strconv.Quote, &b); p != nil {
			t.Fatal(p)
		}
		if sign, ok := a.Compare(b); sign != c.sign || ok != c.ok {
			t.Errorf("%s with %s: %d, %v", c.a, c.b, sign, ok)
		}
		if sign, ok := b.Compare(a); sign != -c.sign || ok != c.ok {
			t.Errorf("%s with %s: %d, %v", c.b, c.a, sign, ok)
		}
	}
}

func TestMomentsOfFields(t *testing.T) {
	m := MomentOf(2026, 2, 28, 86399, "5", true, -90)
	if got := string(m.Append(nil, DateTime)); got != "2026-03-01T01:29:59.5Z" {
		t.Error(got)
	}
	if y, month, day, second := m.Fields(); y != 2026 || month != 2 || day != 28 || second != 86399 {
		t.Errorf("%d-%d-%d, second %d", y, month, day, second)
	}
}
