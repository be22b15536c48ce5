package binding

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// A Go number or date is written in one spelling, and a pattern may ask for
// another: two digits behind the point, zeros in front, fractions of a second.
// Values of such a type would be written in a way that is not valid, so they
// stay text.

// spellings are shapes of texts that are not how values of a primitive type are
// written. A pattern that allows such a text is asked whether it allows too how
// the runtime writes that value.
var spellings = map[string][]string{
	"decimal": {
		`[+\-]?[0-9]*\.[0-9]*[1-9]0+`, `[+\-]?[0-9]+\.0+`, `[+\-]?0[0-9][0-9.]*`, `\+[0-9.]+`, `[+\-]?\.[0-9]+`, `[+\-]?[0-9]+\.`,
		`[+\-]?0+`, `[+\-]?0+[1-9][0-9]*`, `[+\-]?[0-9]*[1-9][0-9]*\.0+`, `[+\-]?0+\.[0-9]*[1-9]0*`, `-0+(\.0*)?`,
	},
	"boolean":    {`0`, `1`},
	"dateTime":   {date + `T` + clock + zone, date + `T` + tenths + zone, date + `T` + whole + nought, date + `T` + clock + nought, date + `T24:00:00(\.0+)?` + zone},
	"time":       {clock + zone, tenths + zone, whole + nought, clock + nought, `24:00:00(\.0+)?` + zone},
	"date":       {date + nought},
	"gYear":      {`[1-9][0-9]{3}` + nought},
	"gYearMonth": {`[1-9][0-9]{3}-(0[1-9]|1[0-2])` + nought},
	"gMonth":     {`--(0[1-9]|1[0-2])` + nought, `--(0[1-9]|1[0-2])--` + zone},
	"gMonthDay":  {`--(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])` + nought},
	"gDay":       {`---(0[1-9]|[12][0-9])` + nought},
	"hexBinary":  {`([0-9a-fA-F]{2})*[a-f]([0-9a-fA-F]{2})*[0-9a-fA-F]`, `([0-9a-fA-F]{2})*[0-9a-fA-F][a-f]([0-9a-fA-F]{2})*`},
}

// Parts of texts: a date, a time of day, one with a fraction that says nothing,
// one with a fraction that could be shorter, a time zone, and that of Greenwich
// written in digits. Where zeros would be cut off, no zero stands before them
// that a pattern could take for them.
const (
	date   = `[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])`
	whole  = `[01][0-9]:[0-5][0-9]:[0-5][0-9]`
	clock  = `[01][1-9]:[0-5][1-9]:[0-5][1-9]\.0+`
	tenths = whole + `\.[0-9]*[1-9]0+`
	zone   = `(Z|[+\-]0[0-9]:00)?`
	nought = `[+\-]00:00`
)

// everySpelling are the primitive types whose values are written in one of very
// many ways: with a pattern they are text without further questions.
var everySpelling = map[string]bool{"duration": true, "float": true, "double": true, "base64Binary": true}

// longestSample is the length up to which texts of each length are looked for:
// a shorter one may be right where a longer one is not.
const longestSample = 24

// speller finds the types whose values must keep their spelling, and notes each
// once.
type speller struct {
	diags   *diag.List
	spelled map[*xsd.SimpleType]bool // those that were asked about
}

// isSpelled reports whether a type's patterns allow a text that would be written
// in another spelling, which they do not allow.
func (sp *speller) isSpelled(t *xsd.SimpleType) bool {
	if t.IsBuiltin() || t.Variety != datatype.AtomicVariety {
		return false
	}
	yes, known := sp.spelled[t]
	if !known {
		yes = !hasOwnSpelling(t)
		sp.spelled[t] = yes
		if yes {
			sp.diags.Note(t.Pos, "wbxgen-spelling", "the patterns ask for a spelling of %s that numbers and dates do not keep: the Go type is text", t.Builtin().Name.Local)
		}
	}
	return yes
}

// hasOwnSpelling reports whether values may be written as Go values are.
func hasOwnSpelling(t *xsd.SimpleType) bool {
	primitive, f := t.Datatype.Primitive(), t.Datatype.Facets()
	steps := f.Patterns[len(t.Builtin().Datatype.Facets().Patterns):]
	switch {
	case primitive == nil || len(steps) == 0:
		return true
	case everySpelling[primitive.Name()]:
		return false
	}
	for _, shape := range spellings[primitive.Name()] {
		p, err := datatype.ParsePattern(shape)
		if err == nil && !keeps(primitive.Name(), steps, p) {
			return false
		}
	}
	return true
}

// keeps reports whether patterns that allow texts of the shape allow too how
// their values are written. Other facets do not count: they look at the value.
func keeps(primitive string, steps [][]*datatype.Pattern, shape *datatype.Pattern) bool {
	search := datatype.TextSearch{Match: append(slices.Clip(steps), []*datatype.Pattern{shape})}
	text, outcome := search.Find()
	for ; outcome == datatype.Found; text, outcome = search.Find() {
		if !matches(steps, written(primitive, text)) {
			return false
		}
		longer := uint64(utf8.RuneCountInString(text)) + 1
		if longer > longestSample {
			break
		}
		search.MinLength = &longer
	}
	return true
}

func matches(steps [][]*datatype.Pattern, text string) bool {
	return !slices.ContainsFunc(steps, func(step []*datatype.Pattern) bool {
		return !slices.ContainsFunc(step, func(p *datatype.Pattern) bool { return p.MatchString(text) })
	})
}

// written is how the runtime writes a value of the primitive type.
func written(primitive, text string) string {
	switch primitive {
	case "boolean":
		return strconv.FormatBool(text == "1")
	case "hexBinary":
		return strings.ToUpper(text)
	case "decimal":
		return shortest(text)
	}
	return instant(text)
}

// instant is the text of a moment without what could be left out.
func instant(text string) string {
	for _, z := range []string{"+00:00", "-00:00"} {
		if rest, ok := strings.CutSuffix(text, z); ok {
			text = rest + "Z"
		}
	}
	if strings.HasPrefix(text, "--") && strings.Count(text, "--") == 2 {
		return text[:len("--MM")] + text[len("--MM--"):] // the form that was an error of the first edition
	}
	text = strings.Replace(text, "24:00:00", "00:00:00", 1)
	at := strings.IndexByte(text, '.')
	if at < 0 {
		return text
	}
	end := at + 1
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	return text[:at] + strings.TrimRight(strings.TrimRight(text[at:end], "0"), ".") + text[end:]
}

// shortest is the text of a decimal without what could be left out.
func shortest(text string) string {
	text = strings.TrimPrefix(text, "+")
	digits := strings.TrimPrefix(text, "-")
	sign := text[:len(text)-len(digits)]
	whole, fraction, _ := strings.Cut(digits, ".")
	whole, fraction = strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
	switch {
	case whole == "" && fraction == "":
		return "0" // -0 too
	case whole == "":
		whole = "0"
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole
}
