package codec

import (
	"cmp"
	"encoding"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/wbxgen/wbxgen/wire/datatype"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// Facets are the constraining facets of a simple type (XSD 1.0 Part 2 §4.3) that Validate looks at. Generated code
// holds them as package variables.
type Facets struct {
	MinLength uint64 // characters, bytes of a binary value, or items of a list
	MaxLength uint64 // counts only with Bounded
	Bounded   bool

	Min, Max     string // inclusive bounds as texts; "" for none
	Above, Below string // exclusive bounds

	TotalDigits    uint64 // 0 for no limit
	FractionDigits uint64 // counts only with Fractioned
	Fractioned     bool

	Patterns []Pattern // all must match

	// Of names the built-in type that says what a text looks like, which texts are one value, and how they are ordered,
	// where the Go type does not: decimal, integer, NCName, ….
	Of      string
	Space   string    // collapse or replace: what a member of a union does with white space, where Of does not say so
	Enum    []string  // the values allowed, if any; qualified names as {namespace}local
	Members []*Facets // of a union: the text fits one of these
	Item    *Facets   // of a list: each word of the text fits it
	IsFixed bool
	Fixed   string // with IsFixed, the only value allowed

	once     sync.Once
	compiled [][]*regexp.Regexp
}

// Pattern is what one step of derivation says of a text: one of some expressions matches it.
type Pattern struct {
	Text string   // the expression of the schema, for messages
	Any  []string // the same for package regexp
}

// lengthProblem says what is wrong with a length, "" if nothing is.
func (f *Facets) lengthProblem(n int, unit string) string {
	exact := f.Bounded && f.MinLength == f.MaxLength
	switch {
	case exact && uint64(n) != f.MinLength:
		return fmt.Sprintf("has %s, exactly %d %s needed", countOf(n, unit), f.MinLength, be(f.MinLength))
	case uint64(n) < f.MinLength:
		return fmt.Sprintf("has %s, at least %d %s needed", countOf(n, unit), f.MinLength, be(f.MinLength))
	case f.Bounded && uint64(n) > f.MaxLength:
		return fmt.Sprintf("has %s, at most %d %s allowed", countOf(n, unit), f.MaxLength, be(f.MaxLength))
	}
	return ""
}

// countOf is a number with its noun.
func countOf(n int, unit string) string {
	if n == 0 {
		return "no " + unit + "s"
	}
	return chars.Count(n, unit)
}

// be is the verb of a number.
func be(n uint64) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// patternProblem says which pattern a text does not match, "" if it matches all.
func (f *Facets) patternProblem(text string) string {
	if len(f.Patterns) == 0 {
		return ""
	}
	f.once.Do(f.compile)
	for i, step := range f.compiled {
		if !matchesAny(step, text) {
			return fmt.Sprintf("%s does not match the pattern %s", chars.Quoted([]byte(text)), f.Patterns[i].Text)
		}
	}
	return ""
}

func (f *Facets) compile() {
	for _, p := range f.Patterns {
		var step []*regexp.Regexp
		for _, expr := range p.Any {
			step = append(step, regexp.MustCompile(expr))
		}
		f.compiled = append(f.compiled, step)
	}
}

func matchesAny(step []*regexp.Regexp, text string) bool {
	for _, re := range step {
		if re.MatchString(text) {
			return true
		}
	}
	return false
}

// boundProblem says which bound a value crosses. compare returns the order of the value and a bound; it reports false
// where they have none.
func (f *Facets) boundProblem(text string, compare func(bound string) (sign int, ok bool)) string {
	for _, b := range [...]struct {
		bound, words string
		wrong        func(int) bool
	}{
		{f.Min, "at least", func(s int) bool { return s < 0 }},
		{f.Max, "at most", func(s int) bool { return s > 0 }},
		{f.Above, "more than", func(s int) bool { return s <= 0 }},
		{f.Below, "less than", func(s int) bool { return s >= 0 }},
	} {
		if b.bound == "" {
			continue
		}
		if sign, ok := compare(b.bound); !ok || b.wrong(sign) {
			return fmt.Sprintf("is %s, but must be %s %s", text, b.words, b.bound)
		}
	}
	return ""
}

// digitsProblem says which limit on digits the canonical text of a number crosses.
func (f *Facets) digitsProblem(text string) string {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	fraction = strings.TrimRight(fraction, "0")
	if n := len(strings.TrimLeft(whole, "0")) + len(fraction); f.TotalDigits > 0 && uint64(n) > f.TotalDigits {
		return fmt.Sprintf("has %s, at most %d %s allowed", chars.Count(n, "digit"), f.TotalDigits, be(f.TotalDigits))
	}
	if n := len(fraction); f.Fractioned && uint64(n) > f.FractionDigits {
		return fmt.Sprintf("has %s behind the point, at most %d %s allowed", chars.Count(n, "digit"), f.FractionDigits, be(f.FractionDigits))
	}
	return ""
}

// valueProblem checks a value that reads and writes itself.
func (f *Facets) valueProblem(v encoding.TextAppender, open bool) string {
	b, err := v.AppendText(nil)
	if err != nil {
		return err.Error()
	}
	text := string(b)
	l := look{open: open}
	if s, ok := v.(scoped); ok {
		l.full = expands(s)
		return cmp.Or(f.textProblem(text, l), f.unfixedProblem(text, l))
	}
	if p := f.patternProblem(text); p != "" {
		return p
	}
	if p := f.boundProblem(text, func(bound string) (int, bool) { return compareValue(v, bound) }); p != "" {
		return p
	}
	if p := f.lengthProblem(len([]rune(text)), "character"); p != "" {
		return p
	}
	return cmp.Or(f.digitsProblem(text), f.fixedProblem(text), f.unlistedProblem(text, l))
}

// ordered is a value with the order of its XSD type among values of T; ok is false where two have none. Generated types
// that embed a value type are, too.
type ordered[T any] interface {
	Compare(T) (sign int, ok bool)
}

// totally is [ordered] for types whose values all have an order.
type totally[T any] interface {
	Compare(T) int
}

// compareValue compares a value with the text of another one of its type.
func compareValue(v encoding.TextAppender, bound string) (sign int, ok bool) {
	switch v := v.(type) {
	case totally[datatype.Decimal]:
		o, err := datatype.ParseDecimal(bound)
		return v.Compare(o), err == nil
	case totally[datatype.Integer]:
		o, err := datatype.ParseInteger(bound)
		return v.Compare(o), err == nil
	case ordered[datatype.DateTime]:
		return compareWith(v, bound)
	case ordered[datatype.Date]:
		return compareWith(v, bound)
	case ordered[datatype.Time]:
		return compareWith(v, bound)
	case ordered[datatype.GYear]:
		return compareWith(v, bound)
	case ordered[datatype.GYearMonth]:
		return compareWith(v, bound)
	case ordered[datatype.GMonth]:
		return compareWith(v, bound)
	case ordered[datatype.GMonthDay]:
		return compareWith(v, bound)
	case ordered[datatype.GDay]:
		return compareWith(v, bound)
	case ordered[datatype.Duration]:
		return compareWith(v, bound)
	}
	return 0, false
}

func compareWith[T any, P textPointer[T]](v ordered[T], bound string) (sign int, ok bool) {
	var o T
	if P(&o).UnmarshalText([]byte(bound)) != nil {
		return 0, false
	}
	return v.Compare(o)
}
