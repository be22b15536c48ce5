package binding

import (
	"encoding"
	"encoding/base64"
	"encoding/hex"
	"math"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
	xsdtype "github.com/wbxgen/wbxgen/internal/xsd/datatype"
	"github.com/wbxgen/wbxgen/wire/datatype"
)

// elementDefault is the default of an element as its field's value is written,
// so that writing knows it again and leaves the element empty: PT1H for a
// duration of PT3600S.
func elementDefault(field *plan.Field, e *xsd.ElementDecl) *string {
	at := field.TextField()
	text := e.Value.Lexical
	switch at.Scalar {
	case plan.TokenScalar, plan.SecretTokenScalar, plan.ValueScalar:
		text = xsdtype.Collapse.Normalize(text)
	}
	if e.Value.Value.IsZero() {
		return &text
	}
	if at.Kind != plan.ListField {
		text = writtenText(at.Scalar, valueType(at), text, e.Value.Value)
		return &text
	}
	words, items := xsdtype.Words(e.Value.Lexical), e.Value.Value.Items()
	if len(words) == len(items) {
		for i, item := range items {
			words[i] = writtenText(at.ListScalar(), at.ListItemType(), words[i], item)
		}
		text = strings.Join(words, " ")
	}
	return &text
}

// valueType is the Go type behind that of a field.
func valueType(f *plan.Field) plan.Type {
	if f.Simple != nil {
		return f.Simple.Of
	}
	return f.Type
}

// writtenText is a text as the runtime writes its value, where that is one way.
func writtenText(scalar plan.Scalar, of plan.Type, text string, v xsdtype.Value) string {
	switch scalar {
	case plan.BoolScalar, plan.IntScalar, plan.UintScalar:
		return v.Canonical()
	case plan.FloatScalar:
		return writtenFloat(text, of)
	case plan.HexScalar:
		if octets, ok := v.Octets(); ok {
			return strings.ToUpper(hex.EncodeToString(octets))
		}
	case plan.Base64Scalar:
		if octets, ok := v.Octets(); ok {
			return base64.StdEncoding.EncodeToString(octets)
		}
	case plan.ValueScalar:
		return writtenValue(of.Name, text)
	}
	return text
}

// writtenFloat is a floating-point number without the zeros and signs that its
// value does not have.
func writtenFloat(text string, of plan.Type) string {
	bits := 64
	if of.Name == "float32" {
		bits = 32
	}
	f, err := strconv.ParseFloat(text, bits)
	switch {
	case math.IsInf(f, 1):
		return "INF"
	case math.IsInf(f, -1):
		return "-INF"
	case err != nil || math.IsNaN(f):
		return text
	}
	format := byte('f')
	if a := math.Abs(f); a != 0 && (a < 1e-6 || a >= 1e15) {
		format = 'E'
	}
	return strconv.FormatFloat(f, format, -1, bits)
}

// writtenValue is the text of a value type that does not keep the text it was
// read from.
func writtenValue(name, text string) string {
	var v interface {
		encoding.TextUnmarshaler
		encoding.TextAppender
	}
	switch name {
	case "Duration":
		v = new(datatype.Duration)
	case "Time":
		v = new(datatype.Time)
	case "DateTime":
		v = new(datatype.DateTime)
	default:
		return text
	}
	if err := v.UnmarshalText([]byte(text)); err != nil {
		return text
	}
	written, err := v.AppendText(nil)
	if err != nil {
		return text
	}
	return string(written)
}
