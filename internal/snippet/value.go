package snippet

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xmltree"
)

// words are what stands between the white space of XML, of which a no-break space
// is none.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' })
}

// simple returns the expression of a simple value, "" where it has none.
func (w *writer) simple(f *plan.Field, text string, e *xmltree.Element) string {
	if f.Kind != plan.ListField {
		return w.scalar(f.Type, f.Scalar, f.Simple, text, e)
	}
	item, of := f.ListOf, f.ListItemType()
	if f.IsNamedList() {
		item = f.Simple.Item
	}
	var items []string
	for _, word := range words(text) {
		v := w.scalar(of, f.Scalar, item, word, e)
		if v == "" {
			return ""
		}
		items = append(items, v)
	}
	t := f.ItemType()
	t.Layers = slices.DeleteFunc(t.Layers, func(l plan.Layer) bool { return l == plan.Nillable })
	return t.Text(w.name) + "{" + strings.Join(items, ", ") + "}"
}

// scalar returns the expression of one value of a type.
func (w *writer) scalar(t plan.Type, kind plan.Scalar, named *plan.Simple, text string, e *xmltree.Element) string {
	switch kind {
	case plan.StringScalar:
		return strconv.Quote(text)
	case plan.SecretScalar:
		return w.secret(text)
	case plan.NormalizedScalar:
		return strconv.Quote(strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(text))
	}
	text = strings.Join(words(text), " ")
	switch kind {
	case plan.TokenScalar:
		return strconv.Quote(text)
	case plan.SecretTokenScalar:
		return w.secret(text)
	case plan.EnumScalar:
		return w.constant(named, text)
	case plan.BoolScalar:
		return strconv.FormatBool(text == "true" || text == "1")
	case plan.IntScalar, plan.UintScalar:
		return integer(text)
	case plan.FloatScalar:
		return float(text)
	case plan.Base64Scalar:
		data, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(text, " ", ""))
		return w.bytes(t, data, err)
	case plan.HexScalar:
		data, err := hex.DecodeString(text)
		return w.bytes(t, data, err)
	case plan.QNameScalar:
		return w.qname(text, e)
	case plan.ValueScalar:
		return w.value(t, named, text)
	}
	return ""
}

// constant returns the constant of a value that the schema lists.
func (w *writer) constant(s *plan.Simple, text string) string {
	if s == nil {
		return strconv.Quote(text)
	}
	for _, v := range s.Values {
		if v.Value == text {
			return w.in(s.Pkg, v.Name)
		}
	}
	return strconv.Quote(text)
}

func integer(text string) string {
	n, ok := new(big.Int).SetString(strings.TrimPrefix(text, "+"), 10)
	if !ok {
		return ""
	}
	return n.String()
}

func float(text string) string {
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return ""
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}

func (w *writer) bytes(t plan.Type, data []byte, err error) string {
	if err != nil {
		return ""
	}
	name := "[]byte"
	if t.Package != nil {
		name = w.name(t)
	}
	return fmt.Sprintf("%s(%q)", name, string(data))
}

func (w *writer) qname(text string, e *xmltree.Element) string {
	prefix, local, both := strings.Cut(text, ":")
	if !both {
		prefix, local = "", prefix
	}
	space, _ := e.Lookup(prefix)
	return w.name(plan.Type{Runtime: true, Name: "QName"}) + fmt.Sprintf("{Space: %q, Local: %q, Prefix: %q}", space, local, prefix)
}

// parsed are the types of the runtime that a function of their name makes of a
// text.
var parsed = strings.Fields("Date DateTime Time Duration Decimal Integer GYear GYearMonth GMonth GMonthDay GDay")

// value returns the expression of a type that reads itself.
func (w *writer) value(t plan.Type, named *plan.Simple, text string) string {
	switch {
	case t.Runtime && slices.Contains(parsed, t.Name):
		return fmt.Sprintf("%s(%q)", w.name(plan.Type{Runtime: true, Name: "Must" + t.Name}), text)
	case named == nil:
		return ""
	case named.Kind == plan.UnionType:
		return strconv.Quote(text)
	case named.MustFunc != "":
		return w.in(named.Pkg, named.MustFunc) + "(" + strconv.Quote(text) + ")"
	}
	return ""
}

// secret is the expression of a text that is not shown.
func (w *writer) secret(text string) string {
	return w.name(plan.Type{Runtime: true, Name: "SecretOf"}) + "(" + strconv.Quote(text) + ")"
}
