package binding

import (
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/plan"
)

// checkSentence says a check in a comment, behind the field's name.
func checkSentence(c plan.Check, f *plan.Field) string {
	unit := "character"
	switch {
	case f != nil && (f.Scalar == plan.Base64Scalar || f.Scalar == plan.HexScalar):
		unit = "byte"
	case f != nil && f.Kind == plan.ListField:
		unit = "item"
	}
	n := strconv.FormatUint(c.Number, 10)
	switch c.Kind {
	case plan.CheckLength:
		return "has exactly " + diag.Count(c.Number, unit)
	case plan.CheckMinLength:
		return "has at least " + diag.Count(c.Number, unit)
	case plan.CheckMaxLength:
		return "has at most " + diag.Count(c.Number, unit)
	case plan.CheckTotalDigits:
		return "has at most " + n + " digits"
	case plan.CheckFractionDigits:
		return "has at most " + diag.Count(c.Number, "digit") + " behind the point"
	case plan.CheckMinItems:
		return "has at least " + diag.Count(c.Number, "item")
	case plan.CheckMaxItems:
		return "has at most " + diag.Count(c.Number, "item")
	case plan.CheckMinInclusive:
		return "is at least " + c.Text
	case plan.CheckMaxInclusive:
		return "is at most " + c.Text
	case plan.CheckMinExclusive:
		return "is more than " + c.Text
	case plan.CheckMaxExclusive:
		return "is less than " + c.Text
	case plan.CheckPattern:
		return "matches the pattern " + c.Text
	}
	return ""
}

// rangeSentence says a lower bound and the upper one behind it together, "" for
// other checks.
func rangeSentence(low, high plan.Check, f *plan.Field) string {
	switch {
	case low.Kind == plan.CheckMinLength && high.Kind == plan.CheckMaxLength, low.Kind == plan.CheckMinItems && high.Kind == plan.CheckMaxItems:
		most := checkSentence(high, f)
		if low.Number == high.Number {
			return strings.Replace(most, "has at most", "has exactly", 1)
		}
		return strings.Replace(most, "has at most", "has "+strconv.FormatUint(low.Number, 10)+" to", 1)
	case low.Kind == plan.CheckMinInclusive && high.Kind == plan.CheckMaxInclusive:
		return "is from " + low.Text + " to " + high.Text
	}
	return ""
}

// sentences joins the checks of a field or type to one sentence.
func sentences(name string, checks []plan.Check, f *plan.Field) string {
	var parts []string
	for i := 0; i < len(checks); i++ {
		s := ""
		if i+1 < len(checks) {
			s = rangeSentence(checks[i], checks[i+1], f)
		}
		if s != "" {
			i++ // said with it
		} else {
			s = checkSentence(checks[i], f)
		}
		if s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	if n := len(parts); n > 1 {
		return name + " " + strings.Join(parts[:n-1], ", ") + " and " + parts[n-1] + "."
	}
	return name + " " + parts[0] + "."
}

// manyMembers is how many types a comment lists at most.
const manyMembers = 12

func orList(names []string) string { return wordList(names, " or ") }

func andList(names []string) string { return wordList(names, " and ") }

func wordList(names []string, last string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + last + names[n-1]
	}
	return strings.Join(names, "")
}
