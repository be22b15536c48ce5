package value

import (
	"math/big"
	"strings"
)

// Decimal is an exact decimal number of any size: two strings of digits
// that stay parts of the text they were read from. Whole has no leading zeros
// and Frac no trailing ones, so that zero has neither and equal numbers have
// equal fields.
type Decimal struct {
	Neg         bool
	Whole, Frac string
}

// ScanDecimal reads the lexical space of Part 2 §3.2.3.1; with integer that of
// §3.3.13.1, which has no decimal point.
func ScanDecimal(s string, integer bool) (d Decimal, ok bool) {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		d.Neg = s[0] == '-'
		s = s[1:]
	}
	n := LeadingDigits(s)
	d.Whole = s[:n]
	if rest := s[n:]; rest != "" {
		if integer || rest[0] != '.' || LeadingDigits(rest[1:]) != len(rest)-1 {
			return Decimal{}, false
		}
		d.Frac = rest[1:]
	}
	if d.Whole == "" && d.Frac == "" {
		return Decimal{}, false
	}
	d.Whole = strings.TrimLeft(d.Whole, "0")
	d.Frac = strings.TrimRight(d.Frac, "0")
	if d.IsZero() {
		d.Neg = false
	}
	return d, true
}

// LeadingDigits returns how many digits s begins with.
func LeadingDigits(s string) int {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return i
		}
	}
	return len(s)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// IsZero reports whether d is 0.
func (d Decimal) IsZero() bool { return d.Whole == "" && d.Frac == "" }

// Compare returns -1, 0 or 1. Its time is linear in the digits.
func (d Decimal) Compare(e Decimal) int {
	if d.Neg != e.Neg {
		if d.Neg {
			return -1
		}
		return 1
	}
	c := compareDigits(d, e)
	if d.Neg {
		return -c
	}
	return c
}

func compareDigits(d, e Decimal) int {
	if c := len(d.Whole) - len(e.Whole); c != 0 {
		return sign(c)
	}
	if c := strings.Compare(d.Whole, e.Whole); c != 0 {
		return c
	}
	// Without trailing zeros, the order of fractions is that of the texts.
	return strings.Compare(d.Frac, e.Frac)
}

func sign(n int) int { return min(max(n, -1), 1) }

// Digits is the least totalDigits that allows d: 0.01 needs two (§4.3.11).
func (d Decimal) Digits() int { return len(d.Whole) + len(d.Frac) }

// Append writes the canonical form (§3.2.3.2, for integers §3.3.13.2).
func (d Decimal) Append(dst []byte, integer bool) []byte {
	if d.Neg {
		dst = append(dst, '-')
	}
	dst = appendOr(dst, d.Whole, "0")
	if integer {
		return dst
	}
	dst = append(dst, '.')
	return appendOr(dst, d.Frac, "0")
}

func appendOr(dst []byte, s, otherwise string) []byte {
	if s == "" {
		s = otherwise
	}
	return append(dst, s...)
}

// BigInt returns the number if it is whole.
func (d Decimal) BigInt() (*big.Int, bool) {
	if d.Frac != "" {
		return nil, false
	}
	return new(big.Int).SetString(string(d.Append(nil, true)), 10)
}
