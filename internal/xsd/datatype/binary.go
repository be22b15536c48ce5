package datatype

import (
	"encoding/base64"
	"encoding/hex"
	"strings"
)

// hexLength returns the octets of a xs:hexBinary text (Part 2 §3.2.15.1).
func hexLength(s string) (octets int, ok bool) {
	for i := range len(s) {
		if !isHexDigit(s[i]) {
			return 0, false
		}
	}
	return len(s) / 2, len(s)%2 == 0
}

func isHexDigit(c byte) bool {
	return isDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// base64Length returns the octets of a xs:base64Binary text with collapsed
// white space. By the grammar of §3.2.16 a space may stand between any two
// characters, and the bits that no octet takes must be zero.
func base64Length(s string) (octets int, ok bool) {
	digits, padding, last := 0, 0, 0
	for i := range len(s) {
		switch v := base64Digit(s[i]); {
		case s[i] == ' ':
		case s[i] == '=':
			padding++
		case v < 0 || padding > 0:
			return 0, false
		default:
			digits++
			last = v
		}
	}
	spare := [...]int{1, 1, 16, 4}[digits%4] // what the last digit must be a multiple of
	if padding > 2 || (digits+padding)%4 != 0 || padding > 0 && last%spare != 0 {
		return 0, false
	}
	return digits * 6 / 8, true
}

func base64Digit(c byte) int {
	switch {
	case 'A' <= c && c <= 'Z':
		return int(c - 'A')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 26
	case isDigit(c):
		return int(c-'0') + 52
	case c == '+':
		return 62
	case c == '/':
		return 63
	}
	return -1
}

// decodeHex and decodeBase64 take texts that have been found right.
func decodeHex(s string) string {
	b, _ := hex.DecodeString(s)
	return string(b)
}

func decodeBase64(s string) string {
	b, _ := base64.StdEncoding.DecodeString(strings.ReplaceAll(s, " ", ""))
	return string(b)
}

// appendHex writes the canonical form (§3.2.15.2).
func appendHex(dst []byte, octets string) []byte {
	return append(dst, strings.ToUpper(hex.EncodeToString([]byte(octets)))...)
}

// appendBase64 writes the canonical form (§3.2.16).
func appendBase64(dst []byte, octets string) []byte {
	return base64.StdEncoding.AppendEncode(dst, []byte(octets))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
