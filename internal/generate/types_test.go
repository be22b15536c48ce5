package generate_test

import (
	"os"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/generate"
)

const money = `package money

import "errors"

type Amount int64

func Parse(text string) (Amount, error) { return 0, errors.New("no") }
func Format(a Amount) string            { return "" }
func FormatOrFail(a Amount) (string, error) { return "", nil }
func Wrong(a int) string { return "" }

type Plain struct{}

type Texty struct{}

func (t *Texty) UnmarshalText(b []byte) error { return nil }
func (t Texty) MarshalText() ([]byte, error) { return nil, nil }
`

func TestTypes(t *testing.T) {
	testFiles := map[string]string{"money/money.go": money}
	functions := "{type: example.com/x/money.Amount, parse: example.com/x/money.Parse, format: example.com/x/money.Format}"
	for _, c := range []rightUse{
		{"times and numbers", "types: {xs:dateTime: time.Time, xs:decimal: float64}\n", map[string][]string{
			"v1/orders/types.go":     {"Placed time.Time", "ChangedAt *time.Time", "Rate *float64"},
			"v1/orders/doc_xml.go":   {"var ownTime = codec.OwnDateTime()", "var ownFloat64 = codec.OwnNumber[float64]()"},
			"v1/orders/types_xml.go": {"ownTime.Read(d, &v.Placed)", "ownFloat64.ReadOpt(d, &v.Rate)", "ownTime.WriteOptAttr(e, tableOrder.Attr("},
			"v1/common/values.go":    {"type Money = float64"},
			"v1/common/types.go":     {"Value float64"},
			"v1/common/types_xml.go": {"ownFloat64.Text(v.Value)"},
			"v1/orders/values.go":    {"type Status string"},
		}},
		{"a named type, by functions", "types: {com:MoneyType: " + functions + "}\n", map[string][]string{
			"v1/common/types.go":   {"Value money.Amount", `"example.com/x/money"`},
			"v1/common/doc_xml.go": {"codec.Own[money.Amount]{Parse: money.Parse, Format: codec.PlainFormat(money.Format)}"},
			"v1/orders/types.go":   {"Rate *datatype.Decimal"},
		}},
		{"by a function that can fail", "types: {com:MoneyType: " + strings.Replace(functions, "money.Format}", "money.FormatOrFail}", 1) + "}\n", map[string][]string{"v1/common/doc_xml.go": {"Format: money.FormatOrFail}"}}},
		{"one element", "types: {element ord:order/rate: example.com/x/money.Texty}\n", map[string][]string{
			"v1/orders/types.go": {"Rate *money.Texty"}, "v1/orders/doc_xml.go": {"codec.OwnText[money.Texty]()"}, "v1/common/types.go": {"!money"},
		}},
		{"one attribute", "types: {element ord:order/@id: int}\n", map[string][]string{"v1/orders/types.go": {"ID int `xml", "Sku string"}}},
		{"not other built-in types", "types: {xs:decimal: float64}\n", map[string][]string{"v1/orders/types.go": {"Rate *float64", "ID int64"}}},
		{"an enumeration itself", "types: {ord:StatusType: string}\n", map[string][]string{"v1/orders/types.go": {"Status *string"}}},
		{"a text", "types: {xs:token: string}\n", map[string][]string{"v1/orders/types.go": {"ID string"}, "v1/orders/values.go": {"StatusNew"}}},
	} {
		ordersModule(t)
		for name, text := range testFiles {
			write(t, name, text)
		}
		if _, wrong := made(settled(t, c.settings), generate.Options{}); wrong != "" {
			t.Errorf("%s: %s", c.name, wrong)
			continue
		}
		wantIn(t, c)
	}
	for _, c := range []wrongUse{
		{"types: {xs:dateTme: time.Time}\n", `wbxgen.yaml:1:9: error: no schema has the type "xs:dateTme"; did you mean "xs:dateTime"? [wbxgen-config]`},
		{"types: {xs:decimal: float}\n", `wbxgen.yaml:1:21: error: the name "float" is neither a type of Go such as float64 nor`},
		{"types: {xs:token: time.Time}\n", `wbxgen.yaml:1:19: error: time.Time stands for xs:dateTime and xs:date; for another type say by which functions`},
		{"types: {xs:decimal: example.com/x/mony.Amount}\n", `wbxgen.yaml:1:21: error: there is no package example.com/x/mony in this module or those that it requires`},
		{"types: {xs:decimal: example.com/x/money.Amout}\n", `package example.com/x/money has no type Amout; did you mean "Amount"?`},
		{"types: {xs:decimal: example.com/x/money.Plain}\n", `example.com/x/money.Plain has no methods UnmarshalText and MarshalText; say by which functions it is parsed and formatted`},
		{"types: {xs:decimal: {type: example.com/x/money.Amount, parse: example.com/x/money.Parse, format: example.com/x/money.Wrong}}\n",
			`wbxgen.yaml:1:98: error: example.com/x/money.Wrong is func(a int) string, and has to be func(example.com/x/money.Amount) (string, error) or func(example.com/x/money.Amount) string`},
		{"types: {xs:decimal: {type: example.com/x/money.Amount, parse: example.com/x/money.Pars, format: example.com/x/money.Format}}\n",
			`wbxgen.yaml:1:63: error: package example.com/x/money has no function Pars; did you mean "Parse"?`},
		{"types: {xs:decimal: {type: example.com/x/money.Amount, parse: example.com/x/money.Parse}}\n", `the functions parse and format go together`},
		{"types: {ord:OrderType: float64}\n", `wbxgen.yaml:1:9: error: ord:OrderType has a complex type; only what has text alone can be of another Go type`},
		{"types: {xs:QName: string}\n", `xs:QName has values that prefixes of the document are part of`},
		{"types: {xs:NMTOKENS: string}\n", `xs:NMTOKENS is a list; choose a type for its items`},
	} {
		ordersModule(t)
		write(t, "money/money.go", money)
		if got := refused(t, c.settings); !strings.Contains(got, c.want) {
			t.Errorf("%s:\n got %s\nwant %s", c.settings, got, c.want)
		}
		if _, err := os.Stat("generated"); err == nil {
			t.Errorf("%q: there is an output", c.settings)
		}
	}
}
