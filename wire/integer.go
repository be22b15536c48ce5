package wire

import (
	"bytes"
	"math/big"
)

// Integer is an exact value of xs:integer (XSD 1.0 Part 2 §3.3.13) of up to 100,000 digits. The zero Integer is 0. Equal
// values are equal under ==, and an Integer may be a map key. For arithmetic there is [Integer.Big].
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

// UnmarshalText reads the lexical form: an optional sign and digits.
func (v *Integer) UnmarshalText(b []byte) error {
	if bytes.IndexByte(b, '.') >= 0 || v.d.UnmarshalText(b) != nil {
		return notOfForm(b, integerForm)
	}
	return nil
}

// AppendText appends the shortest text.
func (v Integer) AppendText(b []byte) ([]byte, error) { return v.d.AppendText(b) }

// String returns the shortest text.
func (v Integer) String() string { return v.d.String() }

// Int64 returns the value; it reports false where the value does not fit.
func (v Integer) Int64() (int64, bool) { return v.d.Int64() }

// Big returns the value as a new big.Int.
func (v Integer) Big() *big.Int {
	n, _ := v.d.Int()
	return n
}

// Sign returns -1, 0 or 1 as v is negative, 0 or positive.
func (v Integer) Sign() int { return v.d.Sign() }

// Compare returns -1, 0 or 1 as v is less than, equal to or greater than o.
func (v Integer) Compare(o Integer) int { return v.d.Compare(o.d) }
