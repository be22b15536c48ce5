package wire

import (
	"math/big"
	"strings"
)

// Decimal is an exact value of xs:decimal (XSD 1.0 Part 2 §3.2.3) of up to 100,000 digits. The zero Decimal is 0. Equal
// values are equal under ==, and a Decimal may be a map key. For arithmetic there is [Decimal.Rat].
type Decimal struct {
	// text is the shortest text of the value, and empty for 0.
	text string
}

const decimalForm = "12.5"

// ParseDecimal returns the value of the text; white space around it does not count.
func ParseDecimal(s string) (Decimal, error) {
	var d Decimal
	err := d.UnmarshalText([]byte(s))
	return d, err
}

// DecimalOf returns coefficient · 10^-scale. It reports false where the text would have more than 100,000 digits.
func DecimalOf(coefficient *big.Int, scale int) (d Decimal, ok bool) {
	if coefficient.BitLen() > maxDigits*4 || scale > maxDigits || scale < -maxDigits {
		return d, false
	}
	digits := new(big.Int).Abs(coefficient).String()
	if scale < 0 {
		digits += strings.Repeat("0", -scale)
		scale = 0
	}
	if missing := scale + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	sign := ""
	if coefficient.Sign() < 0 {
		sign = "-"
	}
	cut := len(digits) - scale
	d, err := ParseDecimal(sign + digits[:cut] + "." + digits[cut:])
	return d, err == nil
}

// UnmarshalText reads the lexical form: an optional sign, digits, and at most one point among or around them.
func (d *Decimal) UnmarshalText(b []byte) error {
	t := trim(b)
	negative := len(t) > 0 && t[0] == '-'
	if negative || len(t) > 0 && t[0] == '+' {
		t = t[1:]
	}
	whole, fraction, _ := strings.Cut(string(t), ".")
	if len(whole)+len(fraction) == 0 || len(whole)+len(fraction) > maxDigits || !allDigits(whole) || !allDigits(fraction) {
		return notOfForm(b, decimalForm)
	}
	whole = strings.TrimLeft(whole, "0")
	fraction = strings.TrimRight(fraction, "0")
	d.text = ""
	if whole+fraction == "" {
		return nil
	}
	if whole == "" {
		whole = "0"
	}
	if negative {
		whole = "-" + whole
	}
	d.text = whole
	if fraction != "" {
		d.text += "." + fraction
	}
	return nil
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// AppendText appends the shortest text of the value, which for an integer has no point.
func (d Decimal) AppendText(b []byte) ([]byte, error) { return append(b, d.String()...), nil }

// String returns the shortest text of the value.
func (d Decimal) String() string {
	if d.text == "" {
		return "0"
	}
	return d.text
}

// Sign returns -1, 0 or 1.
func (d Decimal) Sign() int {
	switch {
	case d.text == "":
		return 0
	case d.text[0] == '-':
		return -1
	}
	return 1
}

// Compare returns -1, 0 or 1 as d is less than, equal to or greater than o.
func (d Decimal) Compare(o Decimal) int {
	if s, t := d.Sign(), o.Sign(); s != t || s == 0 {
		return cmpInt(s, t)
	}
	if d.Sign() < 0 {
		return comparePositive(o.text[1:], d.text[1:])
	}
	return comparePositive(d.text, o.text)
}

// comparePositive compares two shortest texts without sign.
func comparePositive(a, b string) int {
	aw, af, _ := strings.Cut(a, ".")
	bw, bf, _ := strings.Cut(b, ".")
	if len(aw) != len(bw) {
		return cmpInt(len(aw), len(bw))
	}
	if c := strings.Compare(aw, bw); c != 0 {
		return c
	}
	return strings.Compare(af, bf)
}

func cmpInt(a, b int) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Rat returns the value as a new rational number.
func (d Decimal) Rat() *big.Rat {
	r, _ := new(big.Rat).SetString(d.String())
	return r
}

// Int returns the value as a new integer. It reports false where it has a fraction.
func (d Decimal) Int() (*big.Int, bool) {
	if strings.Contains(d.text, ".") {
		return nil, false
	}
	return new(big.Int).SetString(d.String(), 10)
}

// Int64 returns the value as an integer. It reports false where it has a fraction or is too large.
func (d Decimal) Int64() (int64, bool) {
	n, fault := parseInt([]byte(d.String()), 64)
	return n, fault == ""
}

// Float64 returns the nearest float64. It reports whether that is exactly the value.
func (d Decimal) Float64() (f float64, exact bool) { return d.Rat().Float64() }
