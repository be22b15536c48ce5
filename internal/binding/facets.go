package binding

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// lengthChecks are the facets that count.
var lengthChecks = map[datatype.FacetKind]CheckKind{
	datatype.LengthFacet: CheckLength, datatype.MinLengthFacet: CheckMinLength, datatype.MaxLengthFacet: CheckMaxLength,
	datatype.TotalDigitsFacet: CheckTotalDigits, datatype.FractionDigitsFacet: CheckFractionDigits,
}

// boundChecks are the facets that compare.
var boundChecks = map[datatype.FacetKind]CheckKind{
	datatype.MinInclusiveFacet: CheckMinInclusive, datatype.MinExclusiveFacet: CheckMinExclusive,
	datatype.MaxInclusiveFacet: CheckMaxInclusive, datatype.MaxExclusiveFacet: CheckMaxExclusive,
}

// facetChecks returns the checks for the facets that a type itself states.
// Enumerations are not among them: a value that the schema does not list yet
// must survive.
func (b *builder) facetChecks(t *xsd.SimpleType) []Check {
	var list []Check
	var patterns []string
	for _, f := range t.Facets {
		if kind, ok := lengthChecks[f.Kind]; ok {
			if n, err := strconv.ParseUint(strings.TrimLeft(t.Base.Datatype.Normalize(f.Value), "+"), 10, 64); err == nil && !isQName(t) {
				list = append(list, Check{Kind: kind, Number: n})
			}
		}
		if kind, ok := boundChecks[f.Kind]; ok {
			if v, err := t.Base.Datatype.Parse(f.Value, nil); err == nil {
				list = append(list, Check{Kind: kind, Text: v.Canonical()})
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
func (b *builder) patternCheck(t *xsd.SimpleType, patterns []string) []Check {
	c := Check{Kind: CheckPattern, Text: strings.Join(patterns, "|")}
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
	return []Check{c}
}

// sentence says a check in a comment, behind the field's name.
func (c Check) sentence(f *Field) string {
	unit := "character"
	switch {
	case f != nil && (f.Scalar == Base64Scalar || f.Scalar == HexScalar):
		unit = "byte"
	case f != nil && f.Kind == ListField:
		unit = "item"
	}
	n := strconv.FormatUint(c.Number, 10)
	switch c.Kind {
	case CheckLength:
		return "has exactly " + plural(c.Number, unit)
	case CheckMinLength:
		return "has at least " + plural(c.Number, unit)
	case CheckMaxLength:
		return "has at most " + plural(c.Number, unit)
	case CheckTotalDigits:
		return "has at most " + n + " digits"
	case CheckFractionDigits:
		return "has at most " + plural(c.Number, "digit") + " behind the point"
	case CheckMinItems:
		return "has at least " + plural(c.Number, "item")
	case CheckMaxItems:
		return "has at most " + plural(c.Number, "item")
	case CheckMinInclusive:
		return "is at least " + c.Text
	case CheckMaxInclusive:
		return "is at most " + c.Text
	case CheckMinExclusive:
		return "is more than " + c.Text
	case CheckMaxExclusive:
		return "is less than " + c.Text
	case CheckPattern:
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
func sentences(name string, checks []Check, f *Field) string {
	var parts []string
	for _, c := range checks {
		if s := c.sentence(f); s != "" {
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
