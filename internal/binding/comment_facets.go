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

// sentences joins the checks of a field or type to one sentence.
func sentences(name string, checks []plan.Check, f *plan.Field) string {
	var parts []string
	for _, c := range checks {
		if s := checkSentence(c, f); s != "" {
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
