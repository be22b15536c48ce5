package datatype

import (
	"math"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/wire/value"
)

// scanFloat reads the lexical space of xs:float (32 bits) or xs:double (64),
// Part 2 §3.2.4.1 and §3.2.5.1. Numbers beyond the range round to an infinity
// or to zero. The second edition has one zero, so that -0 is 0.
func scanFloat(s string, bits int) (float64, bool) {
	switch s {
	case "INF":
		return math.Inf(1), true
	case "-INF":
		return math.Inf(-1), true
	case "NaN":
		return math.NaN(), true
	}
	if !isFloatText(s) {
		return 0, false
	}
	// The only error left is one of range, and its result is the right one.
	f, _ := strconv.ParseFloat(s, bits)
	if f == 0 {
		return 0, true
	}
	return f, true
}

// isFloatText keeps out what Go reads and XML Schema doesn't: hexadecimal
// numbers, underscores, "inf".
func isFloatText(s string) bool {
	mantissa := s
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mantissa = s[:i]
		if _, ok := value.ScanDecimal(s[i+1:], true); !ok {
			return false
		}
	}
	_, ok := value.ScanDecimal(mantissa, false)
	return ok
}

// compareFloats follows §3.2.4: NaN equals itself and is not comparable with
// anything else.
func compareFloats(a, b float64) Order {
	switch {
	case a < b:
		return Less
	case a > b:
		return Greater
	case a == b || a != a && b != b:
		return Equal
	}
	return Incomparable
}

// appendFloat writes the canonical form (§3.2.4.2): 1.0E0, -INF, NaN.
func appendFloat(dst []byte, f float64, bits int) []byte {
	switch {
	case math.IsInf(f, 1):
		return append(dst, "INF"...)
	case math.IsInf(f, -1):
		return append(dst, "-INF"...)
	case f != f:
		return append(dst, "NaN"...)
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'E', -1, bits), "E")
	dst = append(dst, mantissa...)
	if !strings.Contains(mantissa, ".") {
		dst = append(dst, ".0"...)
	}
	n, _ := strconv.Atoi(exponent)
	return strconv.AppendInt(append(dst, 'E'), int64(n), 10)
}
