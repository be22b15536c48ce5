package codec

import "github.com/wbxgen/wbxgen/wire/internal/chars"

// ParseBool reads a value of xs:boolean, as a member of a union.
func ParseBool[T ~bool](s string) (v T, ok bool) {
	switch string(chars.Trim([]byte(s))) {
	case "true", "1":
		return true, true
	case "false", "0":
		return false, true
	}
	return false, false
}

// ParseInt reads an integer that fits T, as a member of a union.
func ParseInt[T Signed](s string) (v T, ok bool) {
	n, fault := parseInt([]byte(s), bitsOf[T]())
	return T(n), fault == ""
}

// ParseUint reads an integer that fits T and is not negative, as a member of a union.
func ParseUint[T Unsigned](s string) (v T, ok bool) {
	n, fault := parseUint([]byte(s), bitsOf[T]())
	return T(n), fault == ""
}

// ParseFloat reads a value of xs:float or xs:double, as a member of a union.
func ParseFloat[T Floating](s string) (v T, ok bool) {
	f, ok := parseFloat(chars.Trim([]byte(s)), bitsOf[T]())
	return T(f), ok
}

// ParseBase64 reads bytes written as base64, as a member of a union.
func ParseBase64[T ~[]byte](s string) (v T, ok bool) {
	b, ok := parseBase64([]byte(s))
	return T(b), ok
}

// ParseHex reads bytes written as hexadecimal digits, as a member of a union.
func ParseHex[T ~[]byte](s string) (v T, ok bool) {
	b, ok := parseHex([]byte(s))
	return T(b), ok
}

// ParseValue reads a value that reads itself, as a member of a union.
func ParseValue[T any, P textPointer[T]](s string) (v T, ok bool) {
	err := P(&v).UnmarshalText([]byte(s))
	return v, err == nil
}
