package codec_test

import (
	"math"
	"slices"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
	"github.com/wbxgen/wbxgen/wire/datatype"
)

// checked is what one check says.
func checked(check func(c *codec.Checker), opts ...wire.CheckOption) string {
	if err := wire.Validate(checkFunc(check), opts...); err != nil {
		return err.Error()
	}
	return ""
}

// TestTextsOfBuiltInTypes has for each built-in type a text that it takes, and
// texts that just are none of its.
func TestTextsOfBuiltInTypes(t *testing.T) {
	for of, c := range map[string]struct {
		right []string
		wrong []string
		form  string
	}{
		"NCName":       {[]string{"a", "_a-1.b", "é"}, []string{"", "a:b", "1a", "-a", "a b"}, "a name without colon"},
		"Name":         {[]string{"a", "a:b", ":a"}, []string{"", "1a", "a b"}, "a name"},
		"NMTOKEN":      {[]string{"1", "-a:b."}, []string{"", "a b", "a,b"}, "a name token"},
		"language":     {[]string{"en", "en-GB", "x-12345678", "abcdefgh"}, []string{"", "e1", "en-", "en_GB", "abcdefghi", "en-123456789"}, "a language such as en-GB"},
		"anyURI":       {[]string{"", "a#b", "%2f", "http://é/"}, []string{"#a#b", "%", "%2", "%zz", "a%2"}, "a URI"},
		"QName":        {[]string{"a", "a:b"}, []string{"", ":a", "a:", "a:b:c", "1:a"}, "a qualified name"},
		"boolean":      {[]string{"true", "0"}, []string{"", "True", "yes", "2"}, "a boolean"},
		"decimal":      {[]string{"1", "-1.50", ".5", "+1."}, []string{"", ".", "1e2", "INF"}, "a decimal number"},
		"integer":      {[]string{"1", "-01"}, []string{"", "1.0", "+-1"}, "an integer"},
		"double":       {[]string{"1", "1e400", "INF", "NaN"}, []string{"", "inf", "0x1", "1e"}, "a number"},
		"date":         {[]string{"2000-02-29", "2000-01-01Z"}, []string{"", "2001-02-29", "2000-1-1"}, "of the form 2006-01-02"},
		"dateTime":     {[]string{"2000-01-01T24:00:00"}, []string{"2000-01-01", "2000-01-01T24:00:01"}, "of the form 2006-01-02T15:04:05"},
		"duration":     {[]string{"P1D", "-P1Y2M3DT4H5M6.7S"}, []string{"P", "P1DT", "1D"}, "of the form P1DT2H"},
		"hexBinary":    {[]string{"", "0aF1"}, []string{"0", "0g"}, "hexadecimal digits in pairs"},
		"base64Binary": {[]string{"", "YWI=", "YW I="}, []string{"YWI", "YWJ=", "a!b="}, "base64"},
	} {
		f := codec.Facets{Of: of}
		for _, text := range c.right {
			if got := checked(func(k *codec.Checker) { k.String("a", -1, text, &f) }); got != "" {
				t.Errorf("%s: %s", of, got)
			}
		}
		for _, text := range c.wrong {
			if got, want := checked(func(k *codec.Checker) { k.String("a", -1, text, &f) }), `a: "`+text+`" is not `+c.form; got != want {
				t.Errorf("%s: got %q, want %q", of, got, want)
			}
		}
	}
}

// TestOneValueHasManySpellings is about what is listed or fixed: values count,
// not texts (XSD 1.0 Part 2 §4.3.5).
func TestOneValueHasManySpellings(t *testing.T) {
	for _, c := range []struct {
		of, listed string
		same       []string
		other      []string
	}{
		{"boolean", "true", []string{"1", " true "}, []string{"0", "false"}},
		{"decimal", "1.5", []string{"+01.50", "1.5"}, []string{"1.51", "-1.5"}},
		{"integer", "7", []string{"007", "+7"}, []string{"8"}},
		{"float", "0.1", []string{"1e-1", "0.1000000001"}, []string{"0.2", "NaN"}},
		{"double", "NaN", []string{"NaN"}, []string{"1"}},
		{"double", "0.1", []string{"1E-1"}, []string{"0.1000000001"}},
		{"dateTime", "2000-01-01T00:00:00Z", []string{"2000-01-01T01:00:00+01:00", "1999-12-31T24:00:00Z"}, []string{"2000-01-01T00:00:00", "2000-01-01T00:00:01Z"}},
		{"duration", "P1Y", []string{"P12M"}, []string{"P365D", "P13M"}},
		{"gDay", "---01Z", []string{"---01+00:00"}, []string{"---02Z"}},
		{"hexBinary", "0a", []string{"0A"}, []string{"0b", ""}},
		{"base64Binary", "YWI=", []string{"Y W I ="}, []string{"YWE="}},
		{"NCName", "a", []string{" a"}, []string{"A"}},
		{"", "a", []string{"a"}, []string{" a", "A"}},
	} {
		enum, fixed := codec.Facets{Of: c.of, Enum: []string{"", c.listed}}, codec.Facets{Of: c.of, IsFixed: true, Fixed: c.listed}
		if c.of != "" && c.of != "hexBinary" {
			enum.Enum = enum.Enum[1:]
		}
		for _, text := range c.same {
			if !enum.Lists(text) || checked(func(k *codec.Checker) { k.String("a", -1, text, &fixed) }) != "" {
				t.Errorf("%s: %q is not taken for %q", c.of, text, c.listed)
			}
		}
		for _, text := range c.other {
			if text != "" && enum.Lists(text) || checked(func(k *codec.Checker) { k.String("a", -1, text, &fixed) }) == "" {
				t.Errorf("%s: %q is taken for %q", c.of, text, c.listed)
			}
		}
	}
}

// TestTextsAreMeasuredAsTheirTypeSays: bytes of binary values, items of lists,
// and bounds by the order of the type.
func TestTextsAreMeasuredAsTheirTypeSays(t *testing.T) {
	words := &codec.Facets{Of: "NCName", MaxLength: 3, Bounded: true}
	number, flag := &codec.Facets{Of: "integer", Max: "9"}, &codec.Facets{Of: "boolean"}
	many := []string{"a", "b", "c", "d", "e", "f", "g", "h", "i"}
	for _, c := range []struct {
		name, text string
		f          *codec.Facets
		want       string
	}{
		{"bytes", "0a0b0c", &codec.Facets{Of: "hexBinary", MaxLength: 2, Bounded: true}, "has 3 bytes, at most 2 are allowed"},
		{"bytes of base64", "YWI=", &codec.Facets{Of: "base64Binary", MinLength: 3}, "has 2 bytes, at least 3 are needed"},
		{"characters", "äöü", &codec.Facets{MaxLength: 3, Bounded: true}, ""},
		{"a bound", "10", &codec.Facets{Of: "decimal", Below: "10.0"}, "is 10, but must be less than 10.0"},
		{"a bound that is met", "10", &codec.Facets{Of: "decimal", Max: "10.0"}, ""},
		{"an exclusive bound", "1", &codec.Facets{Of: "integer", Above: "1"}, "is 1, but must be more than 1"},
		{"a time", "2000-01-02", &codec.Facets{Of: "date", Max: "2000-01-01"}, "is 2000-01-02, but must be at most 2000-01-01"},
		{"no order", "NaN", &codec.Facets{Of: "double", Max: "1"}, "is NaN, but must be at most 1"},
		{"digits", "0012.340", &codec.Facets{Of: "decimal", TotalDigits: 3}, "has 4 digits, at most 3 are allowed"},
		{"white space", " a\t b ", &codec.Facets{Space: "collapse", Enum: []string{"a b"}}, ""},
		{"white space that is replaced", "a\tb", &codec.Facets{Space: "replace", Enum: []string{"a b"}}, ""},
		{"white space that is kept", "a\tb", &codec.Facets{Enum: []string{"a b"}}, "\"a\tb\" is not \"a b\""},
		{"a list", "a bc def", &codec.Facets{Item: words, MaxLength: 3, Bounded: true}, ""},
		{"an item", "a bcde", &codec.Facets{Item: words}, "has 4 characters, at most 3 are allowed"},
		{"items", "a b c", &codec.Facets{Item: words, MaxLength: 2, Bounded: true}, "has 3 items, at most 2 are allowed"},
		{"a list's pattern", "a b", &codec.Facets{Item: words, Patterns: []codec.Pattern{{Text: "a", Any: []string{`\Aa\z`}}}}, `"a b" does not match the pattern a`},
		{"a listed list", "01  2", &codec.Facets{Item: number, Enum: []string{"1 2"}}, ""},
		{"a list that is not listed", "2 1", &codec.Facets{Item: number, Enum: []string{"1 2"}}, `"2 1" is not "1 2"`},
		{"a member", "true", &codec.Facets{Members: []*codec.Facets{number, flag}}, ""},
		{"no member", "10", &codec.Facets{Members: []*codec.Facets{number, flag}}, `"10" fits no member of the union: it is 10, but must be at most 9; it is not a boolean`},
		{"a value of a member", "01", &codec.Facets{Members: []*codec.Facets{number, flag}, Enum: []string{"1"}}, ""},
		{"the value of another member", "true", &codec.Facets{Members: []*codec.Facets{number, flag}, Enum: []string{"1"}}, `"true" is not "1"`},
		{"exactly so many", "1234", &codec.Facets{MinLength: 1, MaxLength: 1, Bounded: true}, "has 4 characters, exactly 1 is needed"},
		{"none", "", &codec.Facets{MinLength: 2, MaxLength: 2, Bounded: true}, "has no characters, exactly 2 are needed"},
		{"more values", "z", &codec.Facets{Enum: append(slices.Clone(many), "j")}, `"z" is not "a", "b", "c", "d", "e", "f", "g", "h" or one of 2 others`},
		{"more members", "z", &codec.Facets{Members: []*codec.Facets{number, flag, {Enum: []string{"a"}}, {Enum: []string{"b"}}, {Enum: []string{"c"}}}}, `"z" fits none of the 5 members of the union`},
		{"many values", "z", &codec.Facets{Enum: many}, `"z" is not "a", "b", "c", "d", "e", "f", "g", "h" or "i"`},
	} {
		got, want := checked(func(k *codec.Checker) { k.String("a", -1, c.text, c.f) }), c.want
		if want != "" {
			want = "a: " + want
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", c.name, got, want)
		}
	}
}

// known is an enumeration.
type known string

func (k known) CheckXML(c *codec.Checker) { codec.CheckListed(c, k, listed) }

func listed() []known { return []known{"a", "c"} }

func TestChecksOfGoValues(t *testing.T) {
	one := codec.Facets{Max: "1", Above: "-2", IsFixed: false}
	fixed := func(text string) *codec.Facets { return &codec.Facets{IsFixed: true, Fixed: text} }
	name := wire.QName{Space: "urn:a", Local: "n", Prefix: "p"}
	for _, c := range []struct {
		name  string
		check func(c *codec.Checker)
		want  string
	}{
		{"a value that is listed", func(c *codec.Checker) { c.Object("e", -1, known("a")) }, ""},
		{"a name", func(c *codec.Checker) { c.QName("q", -1, name, &codec.Facets{Enum: []string{"{urn:a}n"}}) }, ""},
		{"a value that is not", func(c *codec.Checker) { c.Object("e", 1, known("b")) }, `e[2]: "b" is not "a" or "c"`},
		{"another name", func(c *codec.Checker) { c.QName("q", -1, name, &codec.Facets{Enum: []string{"{urn:b}n"}}) }, `q: "{urn:a}n" is not "{urn:b}n"`},
		{"a truth value", func(c *codec.Checker) { c.Bool("b", -1, true, fixed("true")) }, ""},
		{"another truth value", func(c *codec.Checker) { c.Bool("b", -1, false, fixed("true")) }, `b: is "false", but can only be "true"`},
		{"bytes", func(c *codec.Checker) { c.Hex("h", -1, []byte{1}, &codec.Facets{MinLength: 2}) }, "h: has 1 byte, at least 2 are needed"},
		{"a number at its bound", func(c *codec.Checker) { c.Int("i", -1, 1, &one); c.Int("i", -1, -1, &one); c.Uint("u", -1, 0, &one) }, ""},
		{"a number below", func(c *codec.Checker) { c.Int("i", -1, -2, &one) }, "i: is -2, but must be more than -2"},
		{"a bound beyond all numbers", func(c *codec.Checker) {
			c.Int("i", -1, math.MaxInt64, &codec.Facets{Max: "99999999999999999999", Min: "-99999999999999999999"})
			c.Uint("u", -1, math.MaxUint64, &codec.Facets{Max: "99999999999999999999"})
		}, ""},
		{"a bound below all numbers", func(c *codec.Checker) { c.Int("i", -1, 0, &codec.Facets{Max: "-99999999999999999999"}) }, "i: is 0, but must be at most -99999999999999999999"},
		{"no number", func(c *codec.Checker) { c.Float("f", -1, math.NaN(), &one) }, "f: is NaN, but must be at most 1"},
		{"an attribute that is missing", func(c *codec.Checker) { c.Set("n", false); c.Set("m", true) }, "n: is missing"},
	} {
		if got := checked(c.check); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	open := func(c *codec.Checker) {
		c.Object("e", -1, known("b"))
		c.String("s", -1, "b", &codec.Facets{Enum: []string{"a"}})
	}
	if got := checked(open, wire.OpenEnums()); got != "" {
		t.Errorf("values of a later version: %s", got)
	}
}

// TestValuesOfThisPackageAreOrdered: each type's bound is read as one of the
// type.
func TestValuesOfThisPackageAreOrdered(t *testing.T) {
	holds := func(v interface{ AppendText([]byte) ([]byte, error) }, low, high string) {
		t.Helper()
		if got := checked(func(c *codec.Checker) { c.Value("v", -1, v, &codec.Facets{Min: low, Below: high}) }); got != "" {
			t.Error(got)
		}
		if got := checked(func(c *codec.Checker) { c.Value("v", -1, v, &codec.Facets{Below: low}) }); got == "" {
			t.Errorf("%v is below %s", v, low)
		}
	}
	holds(value[datatype.Integer](t, "5"), "05", "6")
	holds(value[datatype.Decimal](t, "1.50"), "1.5", "1.51")
	holds(value[datatype.DateTime](t, "2000-01-01T00:00:00Z"), "2000-01-01T01:00:00+01:00", "2000-01-01T00:00:01Z")
	holds(value[datatype.Date](t, "2000-01-01"), "2000-01-01", "2000-01-02")
	holds(value[datatype.Time](t, "12:00:00"), "12:00:00", "12:00:01")
	holds(value[datatype.GYear](t, "2000"), "2000", "2001")
	holds(value[datatype.GYearMonth](t, "2000-01"), "2000-01", "2000-02")
	holds(value[datatype.GMonth](t, "--01"), "--01", "--02")
	holds(value[datatype.GMonthDay](t, "--01-01"), "--01-01", "--01-02")
	holds(value[datatype.GDay](t, "---01"), "---01", "---02")
	holds(value[datatype.Duration](t, "P1M"), "P1M", "P32D")
}

func value[T any, P interface {
	*T
	UnmarshalText([]byte) error
}](t *testing.T, text string) T {
	t.Helper()
	var v T
	if err := P(&v).UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestTextsOfLists(t *testing.T) {
	date := value[datatype.Date](t, "2000-01-01")
	for want, got := range map[string]string{
		"1 -2": codec.ListText([]int{1, -2}), "true false": codec.ListText([]bool{true, false}), "0.1 INF": codec.ListText([]float64{0.1, math.Inf(1)}),
		"0.1": codec.ListText([]float32{0.1}), "2000-01-01 2000-01-01": codec.ListText([]datatype.Date{date, date}), "": codec.ListText([]string(nil)),
		"{urn:a}n m": codec.ListText([]wire.QName{{Space: "urn:a", Local: "n"}, {Local: "m"}}),
		"0A 00":      codec.HexListText([][]byte{{10}, {0}}), "YWI= AA==": codec.Base64ListText([][]byte{[]byte("ab"), {0}}),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestNamesInScopedText(t *testing.T) {
	text := wire.ScopedText{Text: "p:a b", Bindings: []wire.Binding{{Prefix: "p", URI: "urn:p"}, {Prefix: "", URI: "urn:d"}}}
	for word, want := range map[string]string{"p:a": "{urn:p}a", "b": "{urn:d}b", "q:a": "", "1": "", "p:": "", ":a": ""} {
		got := ""
		if q, ok := text.QName(word); ok {
			got = q.String()
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
	if text.String() != "p:a b" || !text.Equal(text) || text.Equal(wire.ScopedText{Text: "p:a b"}) {
		t.Error("bindings do not count, or the text is another one")
	}
	if got := codec.ScopedWords([]wire.ScopedText{text, {}, text}); len(got) != 2 || !got[1].Equal(text) {
		t.Errorf("an empty text is an item: %v", got)
	}
	name := codec.Facets{Of: "QName"}
	for word, fault := range map[string]bool{"p:a": false, "b": false, "xml:lang": false, "q:a": true, "": true, "p:": true} {
		word := wire.ScopedText{Text: word, Bindings: text.Bindings}
		if got := checked(func(c *codec.Checker) { c.Value("v", -1, word, &name) }); fault != (got != "") {
			t.Errorf("%q: %s", word.Text, got)
		}
	}
	listed := codec.Facets{Enum: []string{"{urn:p}a {urn:d}b"}}
	if got := checked(func(c *codec.Checker) { c.Value("v", -1, text, &listed) }); got != "" {
		t.Error(got)
	}
}
