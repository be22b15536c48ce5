package codec

import (
	"cmp"
	"encoding"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/datatype"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// textProblem says what is wrong with a text that stands for a value, "" if nothing is. open lets values pass that an
// enumeration does not list.
func (f *Facets) textProblem(text string, l look) string {
	_, problem := f.read(text, l)
	return problem
}

// look is how texts are looked at.
type look struct {
	open bool                // values that an enumeration does not list are no mistake
	full func(string) string // writes names as {namespace}local, nil where no text has names or they are so already
}

// read returns the text with the white space facet applied, that of a union by the member it fits, and what is wrong
// with it.
func (f *Facets) read(text string, l look) (normalized, problem string) {
	switch {
	case f.Item != nil:
		text = string(collapsed([]byte(text)))
		return text, f.wordsProblem(text, l)
	case f.Members != nil:
		m, fitting := f.member(text, l)
		if m == nil {
			return text, f.noMember(text, l)
		}
		text = fitting
	}
	text = f.normalized(text)
	return text, f.problemOf(text, l)
}

// problemOf is textProblem for a text that is normalized and fits a member.
func (f *Facets) problemOf(text string, l look) string {
	kind, unit := lexicals[f.Of], "character"
	length := utf8.RuneCountInString(text)
	if kind != nil {
		if !kind.valid(text) {
			return fmt.Sprintf("%s is not %s", chars.Quoted([]byte(text)), kind.form)
		}
		if prefix, _, found := strings.Cut(text, ":"); found && l.full != nil && kind.isName && prefix != "xml" && l.full(text) == text {
			return fmt.Sprintf("%s has a prefix that stands for no namespace", chars.Quoted([]byte(text)))
		}
		if kind.length != nil {
			length, unit = kind.length(text), "byte"
		}
	}
	if p := f.patternProblem(text); p != "" {
		return p
	}
	if p := f.lengthProblem(length, unit); p != "" {
		return p
	}
	if kind != nil && kind.compare != nil {
		if p := f.boundProblem(text, func(bound string) (int, bool) { return kind.compare(text, bound) }); p != "" {
			return p
		}
	}
	if d, err := datatype.ParseDecimal(text); err == nil && (f.Of == "decimal" || f.Of == "integer") {
		if p := f.digitsProblem(d.String()); p != "" {
			return p
		}
	}
	return f.unlistedProblem(text, l)
}

// normalized is the text with the white space facet applied (XSD 1.0 Part 2 §4.3.6). Of the built-in types that Of names,
// all collapse it.
func (f *Facets) normalized(text string) string {
	switch {
	case f.Of != "" || f.Space == "collapse":
		return string(collapsed([]byte(text)))
	case f.Space == "replace":
		return strings.Map(func(r rune) rune {
			if r == '\t' || r == '\n' || r == '\r' {
				return ' '
			}
			return r
		}, text)
	}
	return text
}

// unlistedProblem says whether the values of an enumeration leave the text out.
func (f *Facets) unlistedProblem(text string, l look) string {
	if f.Enum == nil || l.open || f.Lists(text) || l.full != nil && f.Lists(l.full(text)) {
		return ""
	}
	return unlisted(text, f.Enum)
}

// wordsProblem is textProblem for a list.
func (f *Facets) wordsProblem(text string, l look) string {
	words := strings.Fields(text)
	for _, w := range words {
		if p := f.Item.textProblem(w, l); p != "" {
			return p
		}
	}
	if p := f.lengthProblem(len(words), "item"); p != "" {
		return p
	}
	if p := f.patternProblem(text); p != "" {
		return p
	}
	return f.unlistedProblem(text, l)
}

// noMember says of a text why it fits none of the members of a union, where these are few.
func (f *Facets) noMember(text string, l look) string {
	const few = 4
	var why []string
	for _, m := range f.Members {
		if _, problem := m.read(text, l); !slices.Contains(why, problem) {
			why = append(why, problem)
		}
	}
	if len(why) > few {
		return fmt.Sprintf("%s fits none of the %d members of the union", chars.Quoted([]byte(text)), len(f.Members))
	}
	for i := range why {
		why[i] = strings.TrimPrefix(why[i], chars.Quoted([]byte(text))+" ")
	}
	return fmt.Sprintf("%s fits no member of the union: it %s", chars.Quoted([]byte(text)), strings.Join(why, "; it "))
}

// member returns the first member of a union that the text fits, with the text normalized, or nil.
func (f *Facets) member(text string, l look) (m *Facets, normalized string) {
	for _, m := range f.Members {
		if normalized, problem := m.read(text, l); problem == "" {
			return m, normalized
		}
	}
	return nil, text
}

// Lists reports whether the enumeration has the value of the text (XSD 1.0 Part 2 §4.3.5), in whatever spelling.
func (f *Facets) Lists(text string) bool {
	return slices.ContainsFunc(f.Enum, func(v string) bool { return f.same(text, v) })
}

// same reports whether two texts stand for one value.
func (f *Facets) same(a, b string) bool {
	if f.Item != nil {
		return slices.EqualFunc(strings.Fields(a), strings.Fields(b), f.Item.same)
	}
	if a, b = f.normalized(a), f.normalized(b); a == b {
		return true
	}
	if f.Members != nil {
		m, _ := f.member(a, look{})
		other, _ := f.member(b, look{})
		return m != nil && m == other && m.same(a, b)
	}
	kind := lexicals[f.Of]
	return kind != nil && kind.same != nil && kind.same(a, b)
}

// unlisted says of a text which values it could be instead, or the first of them.
func unlisted(text string, values []string) string {
	const some = 8
	var list []string
	shown := values
	if len(values) > some+1 {
		shown = values[:some]
	}
	for _, v := range shown {
		list = append(list, chars.Quoted([]byte(v)))
	}
	either := strings.Join(list, ", ")
	if n := len(list); len(shown) < len(values) {
		either = fmt.Sprintf("%s or one of %d others", either, len(values)-n)
	} else if n > 1 {
		either = strings.Join(list[:n-1], ", ") + " or " + list[n-1]
	}
	return fmt.Sprintf("%s is not %s", chars.Quoted([]byte(text)), either)
}

// fixedProblem says whether the text is another value than the fixed one.
func (f *Facets) fixedProblem(text string) string { return f.unfixedProblem(text, look{}) }

// unfixedProblem is fixedProblem for a text that may have names in it.
func (f *Facets) unfixedProblem(text string, l look) string {
	if !f.IsFixed || f.same(text, f.Fixed) || l.full != nil && f.same(l.full(text), f.Fixed) {
		return ""
	}
	return fmt.Sprintf("is %s, but can only be %s", chars.Quoted([]byte(text)), chars.Quoted([]byte(f.Fixed)))
}

// Words returns the items that the text of a list has: an item with white space in it is several there, an empty one none.
func Words[T ~string](list []T) []T {
	if !slices.ContainsFunc(list, func(x T) bool { return x == "" || strings.ContainsAny(string(x), " \t\r\n") }) {
		return list
	}
	var words []T
	for _, x := range list {
		for w := range strings.FieldsSeq(string(x)) {
			words = append(words, T(w))
		}
	}
	return words
}

// ScopedWords is [Words] for texts that keep the prefixes of their names: an empty one is no item.
func ScopedWords[T encoding.TextAppender](list []T) []T {
	isEmpty := func(x T) bool { return wordOf(x) == "" }
	if !slices.ContainsFunc(list, isEmpty) {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), isEmpty)
}

// ByteWords is [Words] for bytes: empty ones are no item.
func ByteWords[T ~[]byte](list []T) []T {
	isEmpty := func(x T) bool { return len(x) == 0 }
	if !slices.ContainsFunc(list, isEmpty) {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), isEmpty)
}

// ListText returns the text of a list: its items, with spaces between them.
func ListText[T any](list []T) string {
	var words []string
	for _, x := range list {
		words = append(words, wordOf(x))
	}
	return strings.Join(words, " ")
}

// CheckScopedList checks a list of texts that keep the prefixes of their names: patterns look at the words as they are, while
// of values the names count that they stand for.
func CheckScopedList[T encoding.TextAppender](c *Checker, name string, index int, list []T, f *Facets) {
	text := ListText(list)
	if c.isDefault(name, text) {
		return
	}
	var values []scoped
	for _, x := range list {
		if s, ok := any(x).(scoped); ok {
			values = append(values, s)
		}
	}
	l := look{open: c.open, full: expands(values...)}
	c.report(name, index, cmp.Or(f.textProblem(text, l), f.unfixedProblem(text, l)))
}

// HexListText is [ListText] for byte strings in hexadecimal digits.
func HexListText[T ~[]byte](list []T) string { return bytesText(list, &hexForm) }

// Base64ListText is [ListText] for byte strings in base64.
func Base64ListText[T ~[]byte](list []T) string { return bytesText(list, &base64Form) }

func bytesText[T ~[]byte](list []T, form *byteForm) string {
	var text []byte
	for i, x := range list {
		if i > 0 {
			text = append(text, ' ')
		}
		text = form.append(text, x)
	}
	return string(text)
}

func wordOf(x any) string {
	switch x := x.(type) {
	case encoding.TextAppender:
		b, _ := x.AppendText(nil)
		return string(b)
	case wire.QName:
		return x.String()
	case []byte:
		return string(x)
	}
	switch v := reflect.ValueOf(x); v.Kind() {
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Float32, reflect.Float64:
		return string(appendBits(nil, v.Float(), v.Type().Bits()))
	}
	return fmt.Sprint(x)
}

// textOf is the text of a value, of what a pointer points to, or of a list.
func textOf(v any) string {
	r := reflect.ValueOf(v)
	switch {
	case r.Kind() == reflect.Pointer && r.IsNil():
		return "" // which is written as it is: not at all
	case r.Kind() == reflect.Pointer:
		return textOf(r.Elem().Interface())
	case r.Kind() == reflect.Slice && r.Type().Elem().Kind() == reflect.Uint8:
		return Base64Text(r.Bytes()) // JSON has no other bytes than those of text
	case r.Kind() == reflect.Slice:
		words := make([]string, r.Len())
		for i := range words {
			words[i] = textOf(r.Index(i).Interface())
		}
		return strings.Join(words, " ")
	}
	return wordOf(v)
}

// HexText returns the text of a value of xs:hexBinary.
func HexText(v []byte) string { return strings.ToUpper(hex.EncodeToString(v)) }

// Base64Text returns the text of a value of xs:base64Binary.
func Base64Text(v []byte) string { return base64.StdEncoding.EncodeToString(v) }
