package datatype

import (
	"math/big"
	"strings"
)

// decimal is an exact decimal number of any size: two strings of digits
// that stay parts of the text they were read from. whole has no leading zeros
// and frac no trailing ones, so that zero has neither and equal numbers have
// equal fields.
type decimal struct {
	neg         bool
	whole, frac string
}

// scanDecimal reads the lexical space of Part 2 §3.2.3.1; with integer that of
// §3.3.13.1, which has no decimal point.
func scanDecimal(s string, integer bool) (d decimal, ok bool) {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		d.neg = s[0] == '-'
		s = s[1:]
	}
	n := leadingDigits(s)
	d.whole = s[:n]
	if rest := s[n:]; rest != "" {
		if integer || rest[0] != '.' || leadingDigits(rest[1:]) != len(rest)-1 {
			return decimal{}, false
		}
		d.frac = rest[1:]
	}
	if d.whole == "" && d.frac == "" {
		return decimal{}, false
	}
	d.whole = strings.TrimLeft(d.whole, "0")
	d.frac = strings.TrimRight(d.frac, "0")
	if d.isZero() {
		d.neg = false
	}
	return d, true
}

func leadingDigits(s string) int {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return i
		}
	}
	return len(s)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func (d decimal) isZero() bool { return d.whole == "" && d.frac == "" }

// compare returns -1, 0 or 1. Its time is linear in the digits.
func (d decimal) compare(e decimal) int {
	if d.neg != e.neg {
		if d.neg {
			return -1
		}
		return 1
	}
	c := compareDigits(d, e)
	if d.neg {
		return -c
	}
	return c
}

func compareDigits(d, e decimal) int {
	if c := len(d.whole) - len(e.whole); c != 0 {
		return sign(c)
	}
	if c := strings.Compare(d.whole, e.whole); c != 0 {
		return c
	}
	// Without trailing zeros, the order of fractions is that of the texts.
	return strings.Compare(d.frac, e.frac)
}

func sign(n int) int { return min(max(n, -1), 1) }

// digits is the least totalDigits that allows d: 0.01 needs two (§4.3.11).
func (d decimal) digits() int { return len(d.whole) + len(d.frac) }

// append writes the canonical form (§3.2.3.2, for integers §3.3.13.2).
func (d decimal) append(dst []byte, integer bool) []byte {
	if d.neg {
		dst = append(dst, '-')
	}
	dst = appendOr(dst, d.whole, "0")
	if integer {
		return dst
	}
	dst = append(dst, '.')
	return appendOr(dst, d.frac, "0")
}

func appendOr(dst []byte, s, otherwise string) []byte {
	if s == "" {
		s = otherwise
	}
	return append(dst, s...)
}

// bigInt returns the number if it is whole.
func (d decimal) bigInt() (*big.Int, bool) {
	if d.frac != "" {
		return nil, false
	}
	return new(big.Int).SetString(string(d.append(nil, true)), 10)
}
