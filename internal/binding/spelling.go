package binding

import (
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// A Go number or date is written in one spelling, and a pattern may ask for
// another: two digits behind the point, zeros in front, fractions of a second.
// Values of such a type would be written in a way that is not valid, so they
// stay text.

// spellings are shapes of texts that are not how values of a primitive type are
// written.
var spellings = map[string][]string{
	"decimal":   {`[+\-]?[0-9]*\.[0-9]*[1-9]0+`, `[+\-]?[0-9]+\.0+`, `[+\-]?0[0-9][0-9.]*`, `\+[0-9.]+`, `[+\-]?\.[0-9]+`},
	"float":     {`[+\-]?[0-9]+\.0+`, `[+\-]?0[0-9][0-9.]*`, `\+[0-9.]+`, `[0-9.]+[eE][0-9]+`, `[0-9.]+[eE]-0?[1-5]`},
	"double":    {`[+\-]?[0-9]+\.0+`, `[+\-]?0[0-9][0-9.]*`, `\+[0-9.]+`, `[0-9.]+[eE][0-9]+`, `[0-9.]+[eE]-0?[1-5]`},
	"boolean":   {`[01]`},
	"dateTime":  {`[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T` + clock},
	"time":      {clock},
	"hexBinary": {`([0-9a-fA-F]{2})*[a-f]([0-9a-fA-F]{2})*[0-9a-fA-F]`},
}

// clock is a time of day with a fraction that could be shorter.
const clock = `[01][0-9]:[0-5][0-9]:[0-5][0-9]\.[0-9]*0(Z|[+\-]0[0-9]:00)?`

// isSpelled reports whether a type's patterns allow a text that would be written
// in another spelling, which they do not allow. A profile decides for itself.
func (b *builder) isSpelled(t *xsd.SimpleType) bool {
	if t.IsBuiltin() || t.Variety != datatype.AtomicVariety || b.options.Profile != nil {
		return false
	}
	yes, known := b.spelled[t]
	if !known {
		yes = !hasOwnSpelling(t)
		b.spelled[t] = yes
		if yes {
			b.diags.Note(t.Pos, "wbxgen-spelling", "the patterns ask for a spelling of %s that numbers and dates do not keep: the Go type is text", t.Builtin().Name.Local)
		}
	}
	return yes
}

// hasOwnSpelling reports whether values may be written as Go values are.
func hasOwnSpelling(t *xsd.SimpleType) bool {
	primitive, f := t.Datatype.Primitive(), t.Datatype.Facets()
	if primitive == nil || len(f.Patterns) == len(t.Builtin().Datatype.Facets().Patterns) {
		return true
	}
	for _, shape := range spellings[primitive.Name()] {
		p, err := datatype.ParsePattern(shape)
		if err != nil {
			continue
		}
		search := datatype.TextSearch{Match: append(f.Patterns[:len(f.Patterns):len(f.Patterns)], []*datatype.Pattern{p})}
		text, outcome := search.Find()
		if outcome == datatype.Found && fits(t, text) && !fits(t, written(primitive.Name(), text)) {
			return false
		}
	}
	return true
}

func fits(t *xsd.SimpleType, text string) bool { return t.Datatype.Validate([]byte(text), nil) == nil }

// written is how the runtime writes a value of the primitive type.
func written(primitive, text string) string {
	switch primitive {
	case "boolean":
		return strconv.FormatBool(text == "1")
	case "hexBinary":
		return strings.ToUpper(text)
	case "dateTime", "time":
		at := strings.IndexByte(text, '.')
		end := at + 1
		for end < len(text) && text[end] >= '0' && text[end] <= '9' {
			end++
		}
		return text[:at] + strings.TrimRight(strings.TrimRight(text[at:end], "0"), ".") + text[end:]
	case "float", "double":
		f, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return text
		}
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return shortest(text)
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
		return "0"
	case whole == "":
		whole = "0"
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole
}

// textChecks are the checks that make sense for a value that stays text.
func textChecks(list []plan.Check) []plan.Check {
	var left []plan.Check
	for _, c := range list {
		if c.Kind == plan.CheckPattern {
			left = append(left, c)
		}
	}
	return left
}
