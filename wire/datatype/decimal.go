package datatype

import (
	"bytes"
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/value"
)

// Decimal is an exact value of xs:decimal (XSD 1.0 Part 2 §3.2.3) of up to 100,000 digits. The zero Decimal is 0.
//
// A Decimal that was read keeps its text, so that 19.90 is written as 19.90 again. Equal values can therefore differ
// under ==: compare them with [Decimal.Equal], and use [Decimal.Reduced] for map keys. For arithmetic there is [Decimal.Rat].
type Decimal struct {
	// text is of the lexical form, and empty for the zero Decimal.
	text string
}

const decimalForm = "12.5"

// MaxDigits bounds the digits of integers and decimals, whose arithmetic takes more than linear time.
const MaxDigits = 100_000

// ParseDecimal returns the value of the text; white space around it does not count.
func ParseDecimal(s string) (Decimal, error) {
	var d Decimal
	err := d.UnmarshalText([]byte(s))
	return d, err
}

// MustDecimal is [ParseDecimal] for a text that is known to be right: it panics where it is not.
func MustDecimal(s string) Decimal { return must(ParseDecimal(s)) }

// DecimalOf returns coefficient · 10^-scale, with as many digits behind the point as scale says: 1990 and 2 are 19.90.
// It reports false where the text would have more than 100,000 digits.
func DecimalOf(coefficient *big.Int, scale int) (d Decimal, ok bool) {
	if coefficient.BitLen() > MaxDigits*4 || scale > MaxDigits || scale < -MaxDigits {
		return d, false
	}
	digits := new(big.Int).Abs(coefficient).String()
	if scale < 0 && digits != "0" {
		digits += strings.Repeat("0", -scale)
	}
	scale = max(scale, 0)
	if missing := scale + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	if len(digits) > MaxDigits {
		return d, false
	}
	cut := len(digits) - scale
	d.text = digits[:cut]
	if scale > 0 {
		d.text += "." + digits[cut:]
	}
	if coefficient.Sign() < 0 {
		d.text = "-" + d.text
	}
	return d, true
}

// DecimalOfInt returns n · 10^-scale, as [DecimalOf] does: DecimalOfInt(1990, 2) is 19.90. It reports false for a scale
// beyond 100,000 in either direction.
func DecimalOfInt(n int64, scale int) (d Decimal, ok bool) { return DecimalOf(big.NewInt(n), scale) }

// DecimalOfFloat returns the shortest decimal that package strconv reads as f: 0.1 for 0.1, which is not exactly that.
// It reports false for infinities and NaN.
func DecimalOfFloat(f float64) (d Decimal, ok bool) {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return d, false
	}
	return Decimal{strconv.FormatFloat(f, 'f', -1, 64)}, true
}

// DecimalOfRat returns the value of r with as few digits as it takes. It reports false where no number of digits is
// enough, as for 1/3, or 100,000 are not.
func DecimalOfRat(r *big.Rat) (d Decimal, ok bool) {
	scale, exact := r.FloatPrec()
	if !exact || scale > MaxDigits {
		return d, false
	}
	n := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil)
	n.Mul(n, r.Num())
	return DecimalOf(n.Quo(n, r.Denom()), scale)
}

// UnmarshalText reads the lexical form: an optional sign, digits, and at most one point among or around them.
func (d *Decimal) UnmarshalText(b []byte) error {
	t := chars.Trim(b)
	if !isDecimalText(t, true) {
		return notOfForm(b, decimalForm)
	}
	d.text = string(t)
	return nil
}

// isDecimalText reports whether the text is of the lexical form, which for integers has no point, and not too long.
func isDecimalText(b []byte, point bool) bool {
	_, ok := value.ScanDecimal(chars.View(b), !point)
	return ok && len(b) <= MaxDigits+len("-.") && (len(b) <= MaxDigits || countDigits(b) <= MaxDigits)
}

func countDigits(b []byte) int {
	return len(b) - bytes.Count(b, []byte(".")) - bytes.Count(b[:1], []byte("-")) - bytes.Count(b[:1], []byte("+"))
}

// AppendText appends the text.
func (d Decimal) AppendText(b []byte) ([]byte, error) { return append(b, d.String()...), nil }

// MarshalText returns the text.
func (d Decimal) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// String returns the text: what was read, or what the constructor has made.
func (d Decimal) String() string {
	if d.text == "" {
		return "0"
	}
	return d.text
}

// value returns the number itself.
func (d Decimal) value() value.Decimal {
	v, _ := value.ScanDecimal(d.text, false)
	return v
}

// Reduced returns the value with the shortest text: 19.9 for +19.90. Equal values are then equal under ==.
func (d Decimal) Reduced() Decimal {
	v := d.value()
	if v.IsZero() {
		return Decimal{}
	}
	return Decimal{string(v.Append(nil, v.Frac == ""))}
}

// Scale returns how many digits stand behind the point, zeros at the end included: 2 for 19.90.
func (d Decimal) Scale() int {
	_, fraction, _ := strings.Cut(d.text, ".")
	return len(fraction)
}

// Sign returns -1, 0 or 1 as d is negative, 0 or positive.
func (d Decimal) Sign() int {
	switch v := d.value(); {
	case v.IsZero():
		return 0
	case v.Neg:
		return -1
	}
	return 1
}

// Equal reports whether d and o are the same number: 19.90 equals 19.9.
func (d Decimal) Equal(o Decimal) bool { return d.text == o.text || d.Compare(o) == 0 }

// Compare returns -1, 0 or 1 as d is less than, equal to or greater than o. This is the order of XSD, which is total.
func (d Decimal) Compare(o Decimal) int { return d.value().Compare(o.value()) }

// Rat returns the value as a new rational number.
func (d Decimal) Rat() *big.Rat {
	r, _ := new(big.Rat).SetString(d.String())
	return r
}

// Int returns the value as a new integer. It reports false where it has a fraction.
func (d Decimal) Int() (*big.Int, bool) {
	return d.value().BigInt()
}

// Int64 returns the value as an integer. It reports false where it has a fraction or is too large.
func (d Decimal) Int64() (int64, bool) {
	n, err := strconv.ParseInt(d.Reduced().String(), 10, 64)
	if err != nil {
		return 0, false
	}
	return n, true
}

// Float64 returns the nearest float64. It reports whether that is exactly the value.
func (d Decimal) Float64() (f float64, exact bool) { return d.Rat().Float64() }
