package binding

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// lengthChecks are the facets that count.
var lengthChecks = map[datatype.FacetKind]plan.CheckKind{
	datatype.LengthFacet: plan.CheckLength, datatype.MinLengthFacet: plan.CheckMinLength, datatype.MaxLengthFacet: plan.CheckMaxLength,
	datatype.TotalDigitsFacet: plan.CheckTotalDigits, datatype.FractionDigitsFacet: plan.CheckFractionDigits,
}

// boundChecks are the facets that compare.
var boundChecks = map[datatype.FacetKind]plan.CheckKind{
	datatype.MinInclusiveFacet: plan.CheckMinInclusive, datatype.MinExclusiveFacet: plan.CheckMinExclusive,
	datatype.MaxInclusiveFacet: plan.CheckMaxInclusive, datatype.MaxExclusiveFacet: plan.CheckMaxExclusive,
}

// facetChecks returns the checks for the facets that a type itself states.
// Enumerations are not among them: a value that the schema does not list yet
// must survive.
func (b *builder) facetChecks(t *xsd.SimpleType) []plan.Check {
	var list []plan.Check
	var patterns []string
	for _, f := range t.Facets {
		if kind, ok := lengthChecks[f.Kind]; ok {
			if n, err := strconv.ParseUint(strings.TrimLeft(t.Base.Datatype.Normalize(f.Value), "+"), 10, 64); err == nil && !isQName(t) {
				list = append(list, plan.Check{Kind: kind, Number: n})
			}
		}
		if kind, ok := boundChecks[f.Kind]; ok {
			if v, err := t.Base.Datatype.Parse(f.Value, nil); err == nil {
				list = append(list, plan.Check{Kind: kind, Text: v.Canonical()})
			}
		}
		if f.Kind == datatype.PatternFacet {
			patterns = append(patterns, f.Value)
		}
	}
	switch {
	case len(patterns) > 0 && isQName(t):
		b.diags.Note(t.Pos, "wbxgen-unsupported-pattern", "the pattern of a qualified name looks at its prefix, which is free to change; Validate leaves it out")
	case len(patterns) > 0 && t.Variety == datatype.ListVariety:
		b.diags.Note(t.Pos, "wbxgen-unsupported-pattern", "the pattern of a list is about all of its text, which a slice no longer has; Validate leaves it out")
	case len(patterns) > 0:
		list = append(list, b.patternCheck(t, patterns)...)
	}
	return list
}

func isQName(t *xsd.SimpleType) bool {
	p := t.Datatype.Primitive()
	return p != nil && (p.Name() == "QName" || p.Name() == "NOTATION")
}

// patternCheck translates the patterns of one step for Go's regexp package.
func (b *builder) patternCheck(t *xsd.SimpleType, patterns []string) []plan.Check {
	c := plan.Check{Kind: plan.CheckPattern, Text: strings.Join(patterns, "|")}
	for _, src := range patterns {
		p, err := datatype.ParsePattern(src)
		if err != nil {
			return nil // reported by the compiler
		}
		re, ok := p.GoRegexp()
		if !ok {
			b.diags.Add(diag.Diagnostic{Pos: t.Pos, Severity: diag.Note, Code: "wbxgen-unsupported-pattern",
				Message: fmt.Sprintf("pattern %q is beyond what generated code can check; Validate leaves it out", src)})
			return nil
		}
		c.Pattern = append(c.Pattern, re)
	}
	return []plan.Check{c}
}

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
		return "has exactly " + plural(c.Number, unit)
	case plan.CheckMinLength:
		return "has at least " + plural(c.Number, unit)
	case plan.CheckMaxLength:
		return "has at most " + plural(c.Number, unit)
	case plan.CheckTotalDigits:
		return "has at most " + n + " digits"
	case plan.CheckFractionDigits:
		return "has at most " + plural(c.Number, "digit") + " behind the point"
	case plan.CheckMinItems:
		return "has at least " + plural(c.Number, "item")
	case plan.CheckMaxItems:
		return "has at most " + plural(c.Number, "item")
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

func plural(n uint64, unit string) string {
	if n == 1 {
		return "1 " + unit
	}
	return strconv.FormatUint(n, 10) + " " + unit + "s"
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
