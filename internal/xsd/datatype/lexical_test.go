package datatype

import "testing"

// lexicalCases has texts in and out of the lexical space of each built-in
// type. TestXercesAgrees reads them too.
var lexicalCases = []struct {
	typ            string
	valid, invalid []string
}{
	{"anySimpleType", []string{"", "a", " a\n", "<"}, nil},
	{"string", []string{"", " ", "a\tb", "\U0001F600"}, nil},
	{"normalizedString", []string{"", "a\tb\nc"}, nil},
	{"token", []string{"", "  a   b  "}, nil},
	{
		"boolean",
		[]string{"true", "false", "1", "0", " true\n"},
		[]string{"", "TRUE", "True", "yes", "2", "00", "true false", "t"},
	},
	{
		"decimal",
		[]string{"0", "1", "-1", "+1", "1.", ".1", "-.5", "00.00", "123456789012345678901234567890.12345678901234567890", " 1 "},
		[]string{"", ".", "+", "-", "-.", "1e5", "1,000", "1.2.3", "--1", "+-1", "1 2", "INF", "NaN", "0x1", "1.a", "\u0661"},
	},
	{
		"float",
		[]string{"1", "1.", ".1", "-1E5", "1e+5", "1e-5", "INF", "-INF", "NaN", "1e400", "-1e400", "1e-400", "-0", "0e0", "1e00005"},
		[]string{"", ".", "1e", "e1", "1e1.5", "+INF", "-NaN", "Infinity", "inf", "nan", "0x1p3", "1_0", "1f", "1d", "1 e5", "1e 5", "1e+", "+", "1E5E5"},
	},
	{"double", []string{"1.7976931348623157E308", "4.9e-324", "INF", "1E999999999"}, []string{"1e5L", "NAN", "1.5.e5"}},
	{
		"duration",
		[]string{
			"P1Y", "-P1Y", "P1M", "P1D", "PT1H", "PT1M", "PT1S", "P1Y2M3DT4H5M6.789S", "P0Y", "PT0S", "P1YT1H", "PT1H1S",
			"P1DT1S", "P00001Y", "PT5.0S", "-PT0.001S", "P99999999D", " P1Y ",
		},
		[]string{
			"", "P", "-P", "PT", "P1", "1Y", "+P1Y", "P-1Y", "P1YT", "P1S", "PT1Y", "PT5.S", "PT.5S", "P1.5Y", "PT1.5M", "P1M1Y", "P1D1H",
			"P1Y1Y", "PT1S1M", "p1y", "P1y", "P 1Y", "P1YT1D", "PTT1S", "P1YTT1S", "--P1Y", "PT1.5.5S", "PT.S", "P1W",
		},
	},
	{
		"dateTime",
		[]string{
			"2000-01-01T00:00:00", "2000-01-01T00:00:00Z", "2000-01-01T23:59:59.999+14:00", "2000-01-01T00:00:00-14:00",
			"2000-01-01T00:00:00-00:00", "-0001-01-01T00:00:00", "-0004-02-29T00:00:00", "12345-01-01T00:00:00", "2000-02-29T24:00:00",
			"2000-01-01T24:00:00.000Z", "0001-01-01T00:00:00.123456789012345678901234567890", "\n2000-01-01T00:00:00\n", "2000-01-01T00:00:00+13:59",
		},
		[]string{
			"", "2000-01-01", "T00:00:00", "2000-01-01T00:00", "2000-01-01 00:00:00", "2000-01-01t00:00:00", "2000-01-01T00:00:00z", "0000-01-01T00:00:00",
			"-0000-01-01T00:00:00", "02000-01-01T00:00:00", "200-01-01T00:00:00", "+2000-01-01T00:00:00", "--2000-01-01T00:00:00", "1999-02-29T00:00:00",
			"1900-02-29T00:00:00", "-0005-02-29T00:00:00", "2000-13-01T00:00:00", "2000-00-01T00:00:00", "2000-01-32T00:00:00", "2000-04-31T00:00:00",
			"2000-01-00T00:00:00", "2000-01-01T24:00:01", "2000-01-01T24:01:00", "2000-01-01T24:00:00.1", "2000-01-01T25:00:00", "2000-01-01T00:60:00",
			"2000-01-01T23:59:60", "2000-01-01T00:00:00.", "2000-01-01T00:00:00.1.2", "2000-01-01T00:00:00+14:01", "2000-01-01T00:00:00-15:00",
			"2000-01-01T00:00:00+1:00", "2000-01-01T00:00:00+01", "2000-01-01T00:00:00+0100", "2000-01-01T00:00:00+13:60", "2000-01-01T00:00:00ZZ",
			"2000-1-01T00:00:00", "2000-01-1T00:00:00", "2000-01-01T0:00:00", "2000-01-01T00:00:00 Z", "2000-01-01T00:00:00,5", "2000/01/01T00:00:00",
		},
	},
	{
		"time",
		[]string{"00:00:00", "23:59:59", "24:00:00", "13:20:00-05:00", "13:20:30.5555", "00:00:00Z"},
		[]string{"", "1:20:00", "13:20", "13:20:00.", "25:00:00", "24:00:01", "13:60:00", "13:20:60", "132000", "13:20:00 Z", "-13:20:00", "13:20:00+24:00"},
	},
	{
		"date",
		[]string{"2000-01-01", "2000-02-29", "2000-01-01Z", "2000-01-01+01:00", "-0044-03-15", "20000-01-01", "2004-12-31-14:00"},
		[]string{"", "2000-1-1", "2000-02-30", "2001-02-29", "2000-01-01T00:00:00", "01/02/2000", "2000-01", "0000-01-01", "2000-01-01+1", "99-01-01", "2000-01-01-"},
	},
	{"gYearMonth", []string{"1999-05", "1999-05Z", "-0001-12", "12345-01+02:00"}, []string{"", "1999", "1999-13", "1999-00", "1999-5", "99-05", "1999-05-01", "0000-01"}},
	{"gYear", []string{"1999", "0001", "-0001", "10000", "1999Z", "1999+14:00", "1999-05:00"}, []string{"", "99", "1", "0000", "-1", "01999", "1999-05", "+1999", "19999Y"}},
	{"gMonthDay", []string{"--02-29", "--12-31", "--12-31Z", "--01-01-05:00"}, []string{"", "--02-30", "--04-31", "--13-01", "--1-1", "-01-01", "01-01", "--01-00", "--01", "--01-01T00:00:00"}},
	{"gDay", []string{"---01", "---31", "---31Z", "---01+05:00"}, []string{"", "---32", "---00", "---1", "--01", "01", "----01", "---001"}},
	{"gMonth", []string{"--01", "--12", "--01Z", "--01+01:00", "--01-05:00"}, []string{"", "--13", "--00", "--1", "-01", "01", "--01-", "--01--", "--01--Z", "--05---05:00", "--01-01"}},
	{"hexBinary", []string{"", "0F", "0f", " 0FB7 ", "00"}, []string{"0", "0G", "0F 0F", "0FB", "0x0F"}},
	{
		"base64Binary",
		[]string{"", "AA==", "AAA=", "AAAA", "AAAA AAAA", "AAAA\nAAAA", "A A A A", "A A = =", "AA ==", " QUJD ", "+/+/"},
		[]string{"A", "AA", "AAA", "AAAAA", "=", "====", "A===", "AA=", "AB==", "AAB=", "AAAA=", "AA==AA==", "AAAA====", "AA=A", "A-_A", "AAA!"},
	},
	{
		"anyURI",
		[]string{
			"", "http://www.example.org/a?b=c#d", "mailto:a@example.org", "urn:x:y", "../a", "a b", "é", "#", "?", "{}", "<a>", `C:\x`, "|", "%C3%A9",
			"http://[::1]:80/", "http://user@[1080::8]/", "file:///C:/x", "http://a:b", "a/b:c", "?a:b", "http:///x", "#[", "?[]", "urn:[", "http://?q", "//#x", "http://@/", "http://[::1]:/", "http://[::1.2.3.4]",
		},
		[]string{"%", "%zz", "a%2", "a#b#c", ":", ":a", "1a:b", "http:", "mailto:", "//", "http://", "http://[", "[", "]", "a[1]", "http://a[1]/", "http://[g]/", "http://[]/", "http://[::1]x/", "http://[1.2.3.4]/", "http://[::1]:8a/", "http://[1:2]/", "urn:#"},
	},
	{"QName", []string{"a", "p:a", " p:a ", "_", "é"}, []string{"", "q:a", ":a", "a:", "p:a:b", "p:1", "1:a", "p: a", "a b"}},
	{"language", []string{"e", "en", "en-US", "x-1", "i-klingon", "abcdefgh-abcdefgh-12345678"}, []string{"", "en-", "-en", "abcdefghi", "en-abcdefghi", "1", "e1", "en_US", "en--us", "en us"}},
	{"NMTOKEN", []string{"1", ":", "-", "a.b", " a ", "é", "a\u0300", "\u0300"}, []string{"", "a b", "a/b", "a,b", "\u00D7"}},
	{"NMTOKENS", []string{"a", "a b", " a\n1 "}, []string{"", " ", "a/b", "a b/c"}},
	{"Name", []string{"a", "a:b", ":", ":a", "_1", "a-b.c", "\u0100"}, []string{"", "1", "-a", ".a", "a b", "\u0300a", "a\u2014"}},
	{"NCName", []string{"a", "_a", "a-b.c", "\u00C0", "a\u00B7"}, []string{"", "a:b", ":a", "1a", "-a", "a b", "\u00B7"}},
	{"ID", []string{"a"}, []string{"", "a:b", "1", "a b"}},
	{"IDREF", nil, []string{"", "a:b", "1", "a b"}},
	{"IDREFS", nil, []string{"", "1", "a 1"}},
	{"ENTITY", nil, []string{"", "a:b", "1", "a b"}},
	{"ENTITIES", nil, []string{"", "1", "a 1"}},
	{"integer", []string{"0", "-0", "+1", "00012", "123456789012345678901234567890"}, []string{"", "1.0", "1.", "1e2", "+", "- 1", "0x1", "INF"}},
	{"nonPositiveInteger", []string{"0", "-0", "+0", "-1", "-99999999999999999999"}, []string{"1", "+1"}},
	{"negativeInteger", []string{"-1", "-01"}, []string{"0", "-0", "1"}},
	{"long", []string{"9223372036854775807", "-9223372036854775808", "+0009223372036854775807"}, []string{"9223372036854775808", "-9223372036854775809", "1.0"}},
	{"int", []string{"2147483647", "-2147483648"}, []string{"2147483648", "-2147483649"}},
	{"short", []string{"32767", "-32768"}, []string{"32768", "-32769"}},
	{"byte", []string{"127", "-128", "+127"}, []string{"128", "-129", "1.0", ""}},
	{"nonNegativeInteger", []string{"0", "-0", "+0", "99999999999999999999"}, []string{"-1"}},
	{"unsignedLong", []string{"0", "-0", "18446744073709551615"}, []string{"18446744073709551616", "-1"}},
	{"unsignedInt", []string{"4294967295"}, []string{"4294967296", "-1"}},
	{"unsignedShort", []string{"65535"}, []string{"65536", "-1"}},
	{"unsignedByte", []string{"255", "+1", "-0"}, []string{"256", "-1"}},
	{"positiveInteger", []string{"1", "+1"}, []string{"0", "-0", "-1"}},
}

func TestLexicalSpaces(t *testing.T) {
	for _, c := range lexicalCases {
		typ := builtin(t, c.typ)
		for _, text := range c.valid {
			if got := judge(t, typ, text); got != "" {
				t.Errorf("%q is of type %s, got %s", text, c.typ, got)
			}
		}
		for _, text := range c.invalid {
			if judge(t, typ, text) == "" {
				t.Errorf("%q is not of type %s", text, c.typ)
			}
		}
	}
}

func TestUnresolvedPrefixWithoutNamespaces(t *testing.T) {
	q := builtin(t, "QName")
	if _, err := q.Parse("p:a", nil); code(err) != codeLexical {
		t.Errorf("p:a without declarations: %v", err)
	}
	v, err := q.Parse("a", nil)
	if err != nil {
		t.Fatal(err)
	}
	if space, local, ok := v.QName(); space != "" || local != "a" || !ok {
		t.Errorf("a is {%s}%s", space, local)
	}
}

func TestValuesBeyondLimitsAreOurFault(t *testing.T) {
	for typ, texts := range map[string][]string{
		"dateTime": {"100000000000-01-01T00:00:00", "-999999999999999999999999-01-01T00:00:00"},
		"gYear":    {"99999999999999999999"},
		"duration": {"P100000000000Y", "P99999999999999999999999999M", "PT99999999999999999999S", "P99999999999Y1M"},
	} {
		for _, text := range texts {
			if got := judge(t, builtin(t, typ), text); got != codeUnsupported {
				t.Errorf("%s as %s: %s", text, typ, got)
			}
		}
	}
}

func TestErrorsSayWhatWouldBeRight(t *testing.T) {
	for _, c := range []struct{ typ, text, want string }{
		{"boolean", "TRUE", `"TRUE" is not of type xs:boolean: write true`},
		{"date", "2000-13-01", `"2000-13-01" is a date that does not exist: the month 13 is not in 01 to 12`},
		{"byte", "128", `"128" is not at most "127"`},
		{"gMonth", "--05--", `"--05--" is not of type xs:gMonth: the form --MM-- is one of the first edition only; write --MM, with a time zone such as Z or +01:00 or without`},
		{"QName", "q:a", `"q:a" is not of type xs:QName: the prefix "q" is not declared`},
		{"IDREFS", "a 1", `list item "1" is wrong: "1" is not of type xs:IDREF: it begins with a letter or _, and goes on with letters, digits, and . - _`},
	} {
		_, err := builtin(t, c.typ).Parse(c.text, nil)
		if err == nil || err.Error() != c.want {
			t.Errorf("%q as %s:\n got %v\nwant %s", c.text, c.typ, err, c.want)
		}
	}
}
