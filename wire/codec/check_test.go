package codec_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
	"github.com/wbxgen/wbxgen/wire/datatype"
)

// checkFunc makes a [codec.Checked] of a function.
type checkFunc func(c *codec.Checker)

func (f checkFunc) CheckXML(c *codec.Checker) { f(c) }
func (f checkFunc) Validate() error           { return wire.Validate(f) }

func TestCheckerSaysWhatIsWrongAndWhere(t *testing.T) {
	short := codec.Facets{MinLength: 2, MaxLength: 4, Bounded: true}
	day := codec.Facets{Min: "1", Max: "31"}
	open := codec.Facets{Above: "0", Below: "10.5"}
	flag := codec.Facets{Patterns: []codec.Pattern{{Text: "true|TRUE", Any: []string{`\A(?:true|TRUE)\z`}}}}
	money := codec.Facets{TotalDigits: 4, FractionDigits: 2, Fractioned: true}
	dates := codec.Facets{Min: "2020-01-01Z", Below: "2021-01-01Z"}
	decimal := func(s string) datatype.Decimal { v, _ := datatype.ParseDecimal(s); return v }
	date := func(s string) datatype.Date { v, _ := datatype.ParseDate(s); return v }
	for _, c := range []struct {
		name  string
		check func(c *codec.Checker)
		want  string
	}{
		{"fine", func(c *codec.Checker) { c.String("a", -1, "äöü", &short); c.Int("b", -1, 31, &day) }, ""},
		{"too long", func(c *codec.Checker) { c.String("a", -1, "12345", &short) }, "a: has 5 characters, at most 4 are allowed"},
		{"too short", func(c *codec.Checker) { c.String("a", 2, "1", &short) }, "a[3]: has 1 character, at least 2 are needed"},
		{"below", func(c *codec.Checker) { c.Int("d", -1, 0, &day) }, "d: is 0, but must be at least 1"},
		{"above", func(c *codec.Checker) { c.Uint("d", -1, 32, &day) }, "d: is 32, but must be at most 31"},
		{"exclusive", func(c *codec.Checker) { c.Float("f", -1, 10.5, &open) }, "f: is 10.5, but must be less than 10.5"},
		{"pattern", func(c *codec.Checker) { c.String("s", -1, "yes", &flag) }, `s: "yes" does not match the pattern true|TRUE`},
		{"digits", func(c *codec.Checker) { c.Value("m", -1, decimal("123.45"), &money) }, "m: has 5 digits, at most 4 are allowed"},
		{"fraction", func(c *codec.Checker) { c.Value("m", -1, decimal("1.234"), &money) }, "m: has 3 digits behind the point, at most 2 are allowed"},
		{"date", func(c *codec.Checker) { c.Value("t", -1, date("2019-12-31Z"), &dates) }, "t: is 2019-12-31Z, but must be at least 2020-01-01Z"},
		{"no order", func(c *codec.Checker) { c.Value("t", -1, date("2020-01-01"), &dates) }, "t: is 2020-01-01, but must be at least 2020-01-01Z"},
		{"items", func(c *codec.Checker) { c.Items("x", 6, 1, 5) }, "x: has 6 items, at most 5 are allowed"},
		{"choice", func(c *codec.Checker) { c.Choice("Choice", false) }, "Choice: is not set, but the schema asks for one of its branches"},
		{"path", func(c *codec.Checker) {
			c.Object("outer", 0, checkFunc(func(c *codec.Checker) {
				c.Object("inner", -1, checkFunc(func(c *codec.Checker) { c.List("", -1, 9, &short) }))
			}))
		}, "outer[1]/inner: has 9 items, at most 4 are allowed"},
	} {
		err := wire.Validate(checkFunc(c.check))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestValidateReportsAllAtOnce(t *testing.T) {
	f := codec.Facets{MaxLength: 1, Bounded: true}
	err := wire.Validate(checkFunc(func(c *codec.Checker) {
		c.String("a", -1, "xx", &f)
		c.String("b", -1, "yy", &f)
	}))
	if err == nil || strings.Count(err.Error(), "\n") != 1 {
		t.Fatalf("got %v", err)
	}
	if e, ok := errors.AsType[*wire.InvalidError](err); !ok || e.Path != "a" {
		t.Errorf("got %#v", e)
	}
}
