package datatype

import (
	"math/big"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// Integer is an exact value of xs:integer (XSD 1.0 Part 2 §3.3.13) of up to 100,000 digits. The zero Integer is 0.
//
// As a [Decimal] does, an Integer that was read keeps its text: 007 is written as 007 again. Compare with [Integer.Equal],
// and use [Integer.Reduced] for map keys. For arithmetic there is [Integer.Big].
type Integer struct{ d Decimal }

const integerForm = "125"

// IntegerOf returns the value of n.
func IntegerOf(n int64) Integer {
	v, _ := BigIntegerOf(big.NewInt(n))
	return v
}

// BigIntegerOf returns the value of n. It reports false where n has more than 100,000 digits.
func BigIntegerOf(n *big.Int) (v Integer, ok bool) {
	v.d, ok = DecimalOf(n, 0)
	return v, ok
}

// ParseInteger returns the value of the text; white space around it does not count.
func ParseInteger(s string) (Integer, error) {
	var v Integer
	err := v.UnmarshalText([]byte(s))
	return v, err
}

// MustInteger is [ParseInteger] for a text that is known to be right: it panics where it is not.
func MustInteger(s string) Integer { return must(ParseInteger(s)) }

// UnmarshalText reads the lexical form: an optional sign and digits.
func (v *Integer) UnmarshalText(b []byte) error {
	t := chars.Trim(b)
	if !isDecimalText(t, false) {
		return notOfForm(b, integerForm)
	}
	v.d.text = string(t)
	return nil
}

// AppendText appends the text.
func (v Integer) AppendText(b []byte) ([]byte, error) { return v.d.AppendText(b) }

// MarshalText returns the text.
func (v Integer) MarshalText() ([]byte, error) { return v.d.MarshalText() }

// String returns the text: what was read, or what the constructor has made.
func (v Integer) String() string { return v.d.String() }

// Reduced returns the value with the shortest text: 7 for +007. Equal values are then equal under ==.
func (v Integer) Reduced() Integer { return Integer{v.d.Reduced()} }

// Int64 returns the value; it reports false where the value does not fit.
func (v Integer) Int64() (int64, bool) { return v.d.Int64() }

// Big returns the value as a new big.Int.
func (v Integer) Big() *big.Int {
	n, _ := v.d.Int()
	return n
}

// Decimal returns the value as a decimal number.
func (v Integer) Decimal() Decimal { return v.d }

// Sign returns -1, 0 or 1 as v is negative, 0 or positive.
func (v Integer) Sign() int { return v.d.Sign() }

// Equal reports whether v and o are the same number.
func (v Integer) Equal(o Integer) bool { return v.d.Equal(o.d) }

// Compare returns -1, 0 or 1 as v is less than, equal to or greater than o. This is the order of XSD, which is total.
func (v Integer) Compare(o Integer) int { return v.d.Compare(o.d) }
