package datatype

import (
	"testing"
)

func TestCanonicalForms(t *testing.T) {
	for _, c := range []struct {
		typ   string
		texts []string // of one value
		want  string
	}{
		{"string", []string{" a\tb "}, " a\tb "},
		{"normalizedString", []string{"\ta\nb"}, " a b"},
		{"token", []string{" a \n b ", "a b"}, "a b"},
		{"boolean", []string{"1", "true"}, "true"},
		{"boolean", []string{"0", "false"}, "false"},
		{"decimal", []string{"1", "01", "+1.0", "1.", "1.00"}, "1.0"},
		{"decimal", []string{"0", "-0", ".0", "-0.00"}, "0.0"},
		{"decimal", []string{"-.50", "-00.5"}, "-0.5"},
		{"integer", []string{"-0", "+000"}, "0"},
		{"integer", []string{"+00120"}, "120"},
		{"byte", []string{"-007"}, "-7"},
		{"double", []string{"100", "1E2", "1.0e+2"}, "1.0E2"},
		{"double", []string{"-0", "0", "1e-400"}, "0.0E0"},
		{"double", []string{"12.5"}, "1.25E1"},
		{"double", []string{"1e400", "INF"}, "INF"},
		{"double", []string{"-1e400", "-INF"}, "-INF"},
		{"double", []string{"NaN"}, "NaN"},
		{"float", []string{"16777217", "16777216"}, "1.6777216E7"},
		{"float", []string{"0.1"}, "1.0E-1"},
		{"duration", []string{"P12M", "P1Y", "P0Y12M0D"}, "P1Y"},
		{"duration", []string{"PT86400S", "PT24H", "P1D"}, "P1D"},
		{"duration", []string{"-PT90M", "-PT1H30M"}, "-PT1H30M"},
		{"duration", []string{"P0Y", "-PT0S", "PT0.0S"}, "PT0S"},
		{"duration", []string{"-PT0.250S"}, "-PT0.25S"},
		{"duration", []string{"-P1M1DT1.5S"}, "-P1M1DT1.5S"},
		{"duration", []string{"P14MT61.05S"}, "P1Y2MT1M1.05S"},
		{"dateTime", []string{"2000-03-04T20:00:00-03:00", "2000-03-04T23:00:00Z", "2000-03-04T23:00:00.000+00:00"}, "2000-03-04T23:00:00Z"},
		{"dateTime", []string{"2000-01-01T24:00:00", "2000-01-02T00:00:00"}, "2000-01-02T00:00:00"},
		{"dateTime", []string{"1999-12-31T24:00:00-14:00", "2000-01-01T14:00:00Z"}, "2000-01-01T14:00:00Z"},
		{"dateTime", []string{"-0001-12-31T23:30:00-01:00", "0001-01-01T00:30:00Z"}, "0001-01-01T00:30:00Z"},
		{"dateTime", []string{"0001-01-01T00:30:00.50+01:00"}, "-0001-12-31T23:30:00.5Z"},
		{"dateTime", []string{"12345-06-07T08:09:10"}, "12345-06-07T08:09:10"},
		{"time", []string{"24:00:00", "00:00:00"}, "00:00:00"},
		{"time", []string{"13:20:00-05:00", "18:20:00Z"}, "18:20:00Z"},
		{"date", []string{"2002-10-10+13:00", "2002-10-09-11:00"}, "2002-10-09-11:00"},
		{"date", []string{"2002-10-10-12:00", "2002-10-11+12:00"}, "2002-10-11+12:00"},
		{"date", []string{"2002-10-10+12:00"}, "2002-10-10+12:00"},
		{"date", []string{"2002-10-10-00:00", "2002-10-10Z"}, "2002-10-10Z"},
		{"gYearMonth", []string{"1999-05+00:00"}, "1999-05Z"},
		{"gYear", []string{"-0044+13:30"}, "-0044+13:30"},
		{"gMonthDay", []string{"--12-31"}, "--12-31"},
		{"gMonthDay", []string{"--01-01+13:00"}, "--01-01+13:00"},
		{"gMonthDay", []string{"--05-02+13:00", "--05-01-11:00"}, "--05-01-11:00"},
		{"gDay", []string{"---10+13:00", "---09-11:00"}, "---09-11:00"},
		{"gDay", []string{"---01+13:00"}, "---01+13:00"},
		{"gMonth", []string{"--05Z"}, "--05Z"},
		{"hexBinary", []string{"0fb7", "0FB7"}, "0FB7"},
		{"base64Binary", []string{"Q U\nJ D", "QUJD"}, "QUJD"},
		{"base64Binary", []string{"A A = ="}, "AA=="},
		{"anyURI", []string{" a b "}, "a b"},
		{"QName", []string{"p:a", "other:a"}, "{urn:p}a"},
		{"QName", []string{"a"}, "{urn:default}a"},
		{"NMTOKENS", []string{" a\n b ", "a b"}, "a b"},
	} {
		typ := builtin(t, c.typ)
		first := parsed(t, typ, c.texts[0])
		for _, text := range c.texts {
			v := parsed(t, typ, text)
			if got := v.Canonical(); got != c.want || v.String() != c.want {
				t.Errorf("%q as %s is canonically %q, want %q", text, c.typ, got, c.want)
			}
			if !v.Equal(first) || v.Compare(first) != Equal || v.Key() != first.Key() {
				t.Errorf("%q and %q as %s differ", text, c.texts[0], c.typ)
			}
			if typ.kind.isName() {
				continue
			}
			if again := parsed(t, typ, c.want); !again.Equal(v) {
				t.Errorf("%q as %s differs from its canonical form %q", text, c.typ, c.want)
			}
		}
	}
}

// orderCases has pairs of values with their order. TestXercesAgrees reads
// them too.
var orderCases = []struct {
	typ, a, b string
	want      Order
}{
	{"decimal", "1", "2", Less},
	{"decimal", "-1", "-2", Greater},
	{"decimal", "-1", "1", Less},
	{"decimal", "10", "9", Greater},
	{"decimal", "0.1", "0.01", Greater},
	{"decimal", "0.1", "0.11", Less},
	{"decimal", "-0.1", "-0.11", Greater},
	{"decimal", "99999999999999999999", "100000000000000000000", Less},
	{"decimal", "0", "-0.000000000000000000001", Greater},
	{"float", "1", "INF", Less},
	{"float", "-INF", "-3.4e38", Less},
	{"float", "NaN", "NaN", Equal},
	{"float", "NaN", "1", Incomparable},
	{"float", "INF", "NaN", Incomparable},
	{"float", "16777217", "16777216", Equal},
	{"double", "16777217", "16777216", Greater},
	{"duration", "P1Y", "P12M", Equal},
	{"duration", "P1M", "P30D", Incomparable},
	{"duration", "P1M", "P31D", Incomparable},
	{"duration", "P1M", "P27D", Greater},
	{"duration", "P1M", "P32D", Less},
	{"duration", "P5M", "P149D", Greater},
	{"duration", "P5M", "P150D", Incomparable},
	{"duration", "P5M", "P153D", Incomparable},
	{"duration", "P5M", "P154D", Less},
	{"duration", "P1Y", "P364D", Greater},
	{"duration", "P1Y", "P365D", Incomparable},
	{"duration", "P1Y", "P366D", Incomparable},
	{"duration", "P1Y", "P367D", Less},
	{"duration", "P400Y", "P146097D", Equal},
	{"duration", "PT0.5S", "PT0.50001S", Less},
	{"duration", "-PT0.5S", "-PT0.50001S", Greater},
	{"duration", "-PT0.5S", "PT0.1S", Less},
	{"duration", "-PT1.5S", "-PT1S", Less},
	{"dateTime", "2000-01-01T00:00:00Z", "2000-01-01T01:00:00+01:00", Equal},
	{"dateTime", "2000-01-01T00:00:00", "2000-01-01T00:00:00.1", Less},
	{"dateTime", "2000-01-01T00:00:00", "2000-01-01T00:00:00Z", Incomparable},
	{"dateTime", "2000-01-01T12:00:00", "1999-12-31T23:00:00Z", Incomparable},
	{"dateTime", "2000-01-16T12:00:00", "2000-01-15T12:00:00Z", Greater},
	{"dateTime", "2000-01-15T00:00:00", "2000-02-15T00:00:00", Less},
	{"dateTime", "2000-01-15T12:00:00", "2000-01-16T12:00:00Z", Less},
	{"dateTime", "2000-01-01T00:00:00Z", "1999-12-31T23:59:59", Incomparable},
	{"dateTime", "2000-01-01T00:00:00Z", "2000-01-01T14:00:00", Incomparable},
	{"dateTime", "2000-01-01T00:00:00Z", "2000-01-01T14:00:00.1", Less},
	{"dateTime", "2000-01-01T00:00:00Z", "1999-12-31T10:00:00", Incomparable},
	{"dateTime", "2000-01-01T00:00:00Z", "1999-12-31T09:59:59.9", Greater},
	{"dateTime", "-0001-12-31T23:59:59", "0001-01-01T00:00:00", Less},
	{"dateTime", "-0002-01-01T00:00:00", "-0001-01-01T00:00:00", Less},
	{"dateTime", "10000-01-01T00:00:00", "9999-12-31T23:59:59", Greater},
	{"time", "12:00:00Z", "13:00:00Z", Less},
	{"time", "12:00:00", "12:00:00Z", Incomparable},
	{"time", "00:00:00+01:00", "23:00:00Z", Less},
	{"time", "12:00:00-14:00", "12:00:00-10:00", Greater},
	{"time", "24:00:00Z", "00:00:00Z", Equal},
	{"date", "2000-01-01", "2000-01-02", Less},
	{"date", "2000-01-01Z", "2000-01-01", Incomparable},
	{"date", "2000-01-01Z", "2000-01-02", Less},
	{"gYear", "1999", "2000", Less},
	{"gYearMonth", "1999-12", "2000-01", Less},
	{"gMonth", "--05", "--04", Greater},
	{"gDay", "---05", "---06", Less},
	{"gMonthDay", "--02-29", "--03-01", Less},
	{"string", "a", "b", Incomparable},
	{"string", "a", "a", Equal},
	{"boolean", "true", "false", Incomparable},
	{"boolean", "true", "1", Equal},
	{"hexBinary", "00", "01", Incomparable},
	{"QName", "p:a", "a", Incomparable},
	{"NMTOKENS", "a b", "b a", Incomparable},
}

func TestOrder(t *testing.T) {
	for _, c := range orderCases {
		typ := builtin(t, c.typ)
		a, b := parsed(t, typ, c.a), parsed(t, typ, c.b)
		if got := a.Compare(b); got != c.want {
			t.Errorf("%s: %s is %v than %s, want %v", c.typ, c.a, got, c.b, c.want)
		}
		if got := b.Compare(a); got != reverse(c.want) {
			t.Errorf("%s: %s is %v than %s, want %v", c.typ, c.b, got, c.a, reverse(c.want))
		}
		if a.Equal(b) != (c.want == Equal) || (a.Key() == b.Key()) != (c.want == Equal) {
			t.Errorf("%s: order, equality and keys of %s and %s disagree", c.typ, c.a, c.b)
		}
	}
}

func TestValuesOfDifferentPrimitivesDiffer(t *testing.T) {
	texts := map[string]string{
		"string": "1", "boolean": "1", "decimal": "1", "float": "1", "double": "1", "anyURI": "1", "anySimpleType": "1",
		"hexBinary": "31", "base64Binary": "MQ==", "QName": "a", "NMTOKENS": "1", "gYear": "2000", "gYearMonth": "2000-01", "date": "2000-01-01",
	}
	for a, textA := range texts {
		for b, textB := range texts {
			v, w := parsed(t, Builtin(a), textA), parsed(t, Builtin(b), textB)
			if v.Equal(w) != (a == b) || (v.Key() == w.Key()) != (a == b) {
				t.Errorf("%s %q and %s %q: equal %v", a, textA, b, textB, v.Equal(w))
			}
			if a != b && v.Compare(w) != Incomparable {
				t.Errorf("%s %q and %s %q are in an order", a, textA, b, textB)
			}
		}
	}
}

func TestDerivedTypesShareTheirPrimitivesValues(t *testing.T) {
	small, big := parsed(t, Builtin("byte"), "+01"), parsed(t, Builtin("decimal"), "1.0")
	if !small.Equal(big) || small.Key() != big.Key() {
		t.Error("byte 1 and decimal 1.0 differ")
	}
	if small.Canonical() != "1" || big.Canonical() != "1.0" {
		t.Errorf("canonical forms %s and %s", small.Canonical(), big.Canonical())
	}
}

func TestListsAreComparedItemByItem(t *testing.T) {
	ints := List(Builtin("integer"))
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"1 2", "01 +2", true},
		{"1 2", "2 1", false},
		{"1 2", "1", false},
		{"", " ", true},
		{"12", "1 2", false},
	} {
		a, b := parsed(t, ints, c.a), parsed(t, ints, c.b)
		if a.Equal(b) != c.want || (a.Key() == b.Key()) != c.want {
			t.Errorf("%q and %q: equal %v", c.a, c.b, a.Equal(b))
		}
	}
}

func TestZeroValue(t *testing.T) {
	var none Value
	one := parsed(t, Builtin("int"), "1")
	if !none.IsZero() || one.IsZero() {
		t.Error("IsZero is wrong")
	}
	if !none.Equal(Value{}) || none.Equal(one) || one.Equal(none) {
		t.Error("the zero value is equal to itself alone")
	}
	if none.Compare(Value{}) != Equal || none.Compare(one) != Incomparable {
		t.Error("the zero value is in an order")
	}
	if none.Canonical() != "" || none.Key() != "" || none.Type() != nil || none.Items() != nil {
		t.Error("the zero value has something")
	}
	if _, _, ok := none.QName(); ok {
		t.Error("the zero value has a name")
	}
}

func TestAccessors(t *testing.T) {
	if b, ok := parsed(t, Builtin("boolean"), "1").Bool(); !b || !ok {
		t.Error("1 is not true")
	}
	if n, ok := parsed(t, Builtin("decimal"), "-12.0").BigInt(); !ok || n.String() != "-12" {
		t.Errorf("-12.0 is %v", n)
	}
	if _, ok := parsed(t, Builtin("decimal"), "0.5").BigInt(); ok {
		t.Error("0.5 is whole")
	}
	if f, ok := parsed(t, Builtin("float"), "0.5").Float64(); !ok || f != 0.5 {
		t.Errorf("0.5 is %v", f)
	}
	if b, ok := parsed(t, Builtin("base64Binary"), "Q U J D").Octets(); !ok || string(b) != "ABC" {
		t.Errorf("QUJD is %q", b)
	}
	if b, ok := parsed(t, Builtin("hexBinary"), "414243").Octets(); !ok || string(b) != "ABC" {
		t.Errorf("414243 is %q", b)
	}
	items := parsed(t, Builtin("NMTOKENS"), " a  b ").Items()
	if len(items) != 2 || items[1].Lexical() != "b" || items[1].Type() != Builtin("NMTOKEN") {
		t.Errorf("items %v", items)
	}
	text := parsed(t, Builtin("string"), "1")
	if _, ok := text.Bool(); ok {
		t.Error("a string is a boolean")
	}
	if _, ok := text.BigInt(); ok {
		t.Error("a string is a number")
	}
	if _, ok := text.Float64(); ok {
		t.Error("a string is a float")
	}
	if _, ok := text.Octets(); ok {
		t.Error("a string has octets")
	}
}
