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

// A Go value is written in one spelling, unless it keeps its text as decimals and
// dates do, and a pattern may ask for another: zeros in front of a machine
// integer, 1 for true, small letters in hexadecimal digits. Values of such a type
// would be written in a way that is not valid, so they stay text.

// spellings are shapes of texts that are not how values of a primitive type are
// written; those of decimal count for integers that a machine word holds. A
// pattern that allows such a text is asked whether it allows too how the runtime
// writes that value.
var spellings = map[string][]string{
	"decimal":   {`[+\-]?0[0-9]+`, `\+[0-9]+`, `[+\-]?0+`, `[+\-]?0+[1-9][0-9]*`},
	"boolean":   {`0`, `1`},
	"dateTime":  {`[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T24:00:00(\.0+)?` + zone},
	"time":      {`24:00:00(\.0+)?` + zone},
	"gMonth":    {`--(0[1-9]|1[0-2])--` + zone},
	"hexBinary": {`([0-9a-fA-F]{2})*[a-f]([0-9a-fA-F]{2})*[0-9a-fA-F]`, `([0-9a-fA-F]{2})*[0-9a-fA-F][a-f]([0-9a-fA-F]{2})*`},
}

const zone = `(Z|[+\-]0[0-9]:00)?`

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
// in another spelling, which they do not allow. plain is the type that its values
// have else.
func (sp *speller) isSpelled(t *xsd.SimpleType, plain goType) bool {
	if t.IsBuiltin() || t.Variety != datatype.AtomicVariety || plain.name == "Decimal" || plain.name == "Integer" {
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

// instant is the text of a moment: midnight is that of the next day, and the form
// that was an error of the first edition is not written.
func instant(text string) string {
	if strings.HasPrefix(text, "--") && strings.Count(text, "--") == 2 {
		return text[:len("--MM")] + text[len("--MM--"):]
	}
	return strings.Replace(text, "24:00:00", "00:00:00", 1)
}

// shortest is the text of an integer without what could be left out.
func shortest(text string) string {
	text = strings.TrimPrefix(text, "+")
	digits := strings.TrimPrefix(text, "-")
	whole := strings.TrimLeft(digits, "0")
	if whole == "" {
		return "0" // -0 too
	}
	return text[:len(text)-len(digits)] + whole
}
