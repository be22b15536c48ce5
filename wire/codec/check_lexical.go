package codec

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/hex"
	"math"
	"strings"

	"github.com/wbxgen/wbxgen/wire/datatype"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// lexical is what a built-in type says of texts.
type lexical struct {
	form    string                                // what a right text looks like, for messages
	valid   func(text string) bool                // whether the text is one of the type
	compare func(a, b string) (sign int, ok bool) // nil where the type has no order
	same    func(a, b string) bool                // nil where equal texts are equal values
	length  func(text string) int                 // nil where characters count
	isName  bool                                  // texts have prefixes, which stand for something
}

// lexicals are the built-in types by name, as far as not every text is one of theirs.
var lexicals = map[string]*lexical{
	"NCName":       {form: "a name without colon", valid: chars.IsNCName},
	"Name":         {form: "a name", valid: func(s string) bool { return chars.IsNCName(strings.ReplaceAll(s, ":", "_")) }},
	"NMTOKEN":      {form: "a name token", valid: isNameToken},
	"language":     {form: "a language such as en-GB", valid: isLanguage},
	"anyURI":       {form: "a URI", valid: isURIText},
	"QName":        {form: "a qualified name", valid: chars.IsQNameText, isName: true},
	"NOTATION":     {form: "a qualified name", valid: chars.IsQNameText, isName: true},
	"boolean":      {form: "a boolean", valid: func(s string) bool { _, ok := ParseBool[bool](s); return ok }, same: sameBool},
	"decimal":      valued[datatype.Decimal]("a decimal number", compareDecimals),
	"integer":      valued[datatype.Integer]("an integer", compareDecimals),
	"float":        {form: "a number", valid: func(s string) bool { _, ok := ParseFloat[float32](s); return ok }, compare: compareFloats(32), same: sameFloat(32)},
	"double":       {form: "a number", valid: func(s string) bool { _, ok := ParseFloat[float64](s); return ok }, compare: compareFloats(64), same: sameFloat(64)},
	"dateTime":     instant[datatype.DateTime]("2006-01-02T15:04:05"),
	"date":         instant[datatype.Date]("2006-01-02"),
	"time":         instant[datatype.Time]("15:04:05"),
	"gYear":        instant[datatype.GYear]("2006"),
	"gYearMonth":   instant[datatype.GYearMonth]("2006-01"),
	"gMonth":       instant[datatype.GMonth]("--01"),
	"gMonthDay":    instant[datatype.GMonthDay]("--01-02"),
	"gDay":         instant[datatype.GDay]("---02"),
	"duration":     instant[datatype.Duration]("P1DT2H"),
	"hexBinary":    octets("hexadecimal digits in pairs", hex.DecodeString),
	"base64Binary": octets("base64", decodeBase64),
}

func isURIText(s string) bool { return datatype.URIProblem(s) == "" }

func isNameToken(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !chars.IsNameChar(r) && r != ':' }) < 0
}

// isLanguage follows XSD 1.0 Part 2 §3.3.3.
func isLanguage(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if part == "" || len(part) > 8 {
			return false
		}
		for _, c := range []byte(part) {
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}

func sameBool(a, b string) bool {
	v, _ := ParseBool[bool](a)
	w, _ := ParseBool[bool](b)
	return v == w
}

// valued is a type of exact numbers.
func valued[T any, P textPointer[T]](form string, compare func(a, b string) (int, bool)) *lexical {
	return &lexical{form: form, valid: reads[T, P], compare: compare, same: sameBy(compare)}
}

func reads[T any, P textPointer[T]](s string) bool {
	_, ok := ParseValue[T, P](s)
	return ok
}

func sameBy(compare func(a, b string) (int, bool)) func(a, b string) bool {
	return func(a, b string) bool {
		sign, ok := compare(a, b)
		return ok && sign == 0
	}
}

func compareDecimals(a, b string) (int, bool) {
	v, err := datatype.ParseDecimal(a)
	w, other := datatype.ParseDecimal(b)
	return v.Compare(w), err == nil && other == nil
}

// compareFloats compares numbers of so many bits; NaN has no order.
func compareFloats(bits int) func(a, b string) (int, bool) {
	return func(a, b string) (int, bool) {
		v, ok := parseFloat([]byte(a), bits)
		w, other := parseFloat([]byte(b), bits)
		return cmp.Compare(v, w), ok && other && !math.IsNaN(v) && !math.IsNaN(w)
	}
}

// sameFloat compares numbers of so many bits. NaN has one text.
func sameFloat(bits int) func(a, b string) bool {
	return func(a, b string) bool {
		v, ok := parseFloat([]byte(a), bits)
		w, other := parseFloat([]byte(b), bits)
		return ok && other && v == w
	}
}

// instant is a type of points or spans of time.
func instant[T ordered[T], P textPointer[T]](form string) *lexical {
	compare := func(a, b string) (int, bool) {
		v, ok := ParseValue[T, P](a)
		w, other := ParseValue[T, P](b)
		if !ok || !other {
			return 0, false
		}
		return v.Compare(w)
	}
	return &lexical{form: "of the form " + form, valid: reads[T, P], compare: compare, same: sameBy(compare)}
}

// octets is a type of binary values.
func octets(form string, decode func(string) ([]byte, error)) *lexical {
	return &lexical{
		form:  form,
		valid: func(s string) bool { _, err := decode(s); return err == nil },
		same: func(a, b string) bool {
			v, err := decode(a)
			w, other := decode(b)
			return err == nil && other == nil && bytes.Equal(v, w)
		},
		length: func(s string) int { v, _ := decode(s); return len(v) },
	}
}

func decodeBase64(s string) ([]byte, error) {
	return base64.StdEncoding.Strict().DecodeString(strings.ReplaceAll(s, " ", ""))
}
