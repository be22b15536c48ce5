package binding

import (
	"fmt"
	"slices"
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
func (b *builder) facetChecks(t *xsd.SimpleType) []plan.Check {
	var list []plan.Check
	for _, f := range t.Facets {
		if kind, ok := lengthChecks[f.Name]; ok {
			if n, err := strconv.ParseUint(strings.TrimLeft(t.Base.Datatype.Normalize(f.Value), "+"), 10, 64); err == nil && !isQName(t) {
				list = append(list, plan.Check{Kind: kind, Number: n})
			}
		}
		if kind, ok := boundChecks[f.Name]; ok {
			if v, err := t.Base.Datatype.Parse(f.Value, nil); err == nil {
				list = append(list, plan.Check{Kind: kind, Text: v.Canonical()})
			}
		}
	}
	if slices.ContainsFunc(t.Facets, func(f xsd.Facet) bool { return f.Name == datatype.EnumerationFacet }) && !isEnum(t) {
		list = append(list, enumCheck(t)...)
	}
	return append(list, b.patternChecks(t)...)
}

// patternChecks returns the check for the patterns of one step of derivation.
func (b *builder) patternChecks(t *xsd.SimpleType) []plan.Check {
	var patterns []string
	for _, f := range t.Facets {
		if f.Name == datatype.PatternFacet {
			patterns = append(patterns, f.Value)
		}
	}
	if len(patterns) == 0 {
		return nil
	}
	return b.patternCheck(t, patterns)
}

// allChecks returns the checks for all facets in force for a type, those that
// the built-in type has included, as far as a Go value of the scalar can break
// them.
func (b *builder) allChecks(t *xsd.SimpleType, scalar plan.Scalar) []plan.Check {
	list := b.lexicalCheck(t, scalar)
	f := t.Datatype.Facets()
	if !isQName(t) {
		list = append(list, counts(f, t)...)
	}
	list = append(list, limits(f, t, scalar)...)
	if len(f.Enum) > 0 && !isEnum(t) {
		list = append(list, enumCheck(t)...)
	}
	if t.Variety == datatype.UnionVariety {
		list = append(list, b.memberChecks(t)...)
	}
	for step := t; step != nil && !step.IsBuiltin(); step = step.Base {
		list = append(list, b.patternChecks(step)...)
	}
	return list
}

// words are the built-in types derived from string that do not take every
// text.
var words = map[string]bool{
	"language": true, "Name": true, "NCName": true, "NMTOKEN": true, "ID": true, "IDREF": true, "ENTITY": true,
}

// lexicalCheck asks for the lexical form of a built-in type where the Go type
// is text that could be any.
func (b *builder) lexicalCheck(t *xsd.SimpleType, scalar plan.Scalar) []plan.Check {
	switch scalar {
	case plan.StringScalar, plan.NormalizedScalar, plan.TokenScalar, plan.EnumScalar:
	default:
		return nil
	}
	if name := lexicalName(t); name != "" {
		return []plan.Check{{Kind: plan.CheckLexical, Text: name}}
	}
	return nil
}

// lexicalName names the built-in type that says what texts of an atomic type
// look like and which of them are equal; "" where all are allowed and none are.
func lexicalName(t *xsd.SimpleType) string {
	p := t.Datatype.Primitive()
	if t.Variety != datatype.AtomicVariety || p == nil {
		return ""
	}
	name := t.Builtin().Name.Local
	switch {
	case name == "ID" || name == "IDREF" || name == "ENTITY":
		return "NCName"
	case words[name]:
		return name
	case p.Name() == "string" || p.Name() == "anyURI":
		return ""
	case p.Name() == "decimal" && t.Datatype.DerivesFrom(datatype.Builtin("integer")):
		return "integer"
	}
	return p.Name()
}

// counts are the checks of lengths and digits in force.
func counts(f datatype.Facets, t *xsd.SimpleType) []plan.Check {
	var list []plan.Check
	add := func(kind plan.CheckKind, n *uint64) {
		if n != nil {
			list = append(list, plan.Check{Kind: kind, Number: *n})
		}
	}
	add(plan.CheckLength, f.Length)
	add(plan.CheckMinLength, f.MinLength)
	add(plan.CheckMaxLength, f.MaxLength)
	add(plan.CheckTotalDigits, f.TotalDigits)
	if lexicalName(t) != "integer" {
		add(plan.CheckFractionDigits, f.FractionDigits)
	}
	return list
}

// limits are the checks of the bounds in force, but for those that a machine
// word has by itself.
func limits(f datatype.Facets, t *xsd.SimpleType, scalar plan.Scalar) []plan.Check {
	var list []plan.Check
	own := t.Builtin().Datatype.Facets()
	add := func(kind plan.CheckKind, v, builtin *datatype.Value) {
		switch {
		case v == nil:
		case builtin != nil && v.Equal(*builtin) && machineWord(t.Builtin().Name.Local) && (scalar == plan.IntScalar || scalar == plan.UintScalar):
		case kind == plan.CheckMinInclusive && scalar == plan.UintScalar && v.Canonical() == "0":
		default:
			list = append(list, plan.Check{Kind: kind, Text: v.Canonical()})
		}
	}
	add(plan.CheckMinInclusive, f.MinInclusive, own.MinInclusive)
	add(plan.CheckMinExclusive, f.MinExclusive, own.MinExclusive)
	add(plan.CheckMaxInclusive, f.MaxInclusive, own.MaxInclusive)
	add(plan.CheckMaxExclusive, f.MaxExclusive, own.MaxExclusive)
	return list
}

// machineWord reports whether the built-in type has the bounds of a Go type.
func machineWord(name string) bool {
	switch name {
	case "long", "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte":
		return true
	}
	return false
}

// enumCheck asks for one of the values in force.
func enumCheck(t *xsd.SimpleType) []plan.Check {
	c := plan.Check{Kind: plan.CheckEnum}
	for _, v := range t.Datatype.Facets().Enum {
		if text := v.Lexical(); isQName(t) || isScoped(t) {
			c.Values = append(c.Values, v.Canonical()) // prefixes are free to change
		} else {
			c.Values = append(c.Values, text)
		}
	}
	return []plan.Check{c}
}

// memberChecks asks for a text that some member of the union has; nothing
// where a member takes all.
func (b *builder) memberChecks(t *xsd.SimpleType) []plan.Check {
	c := plan.Check{Kind: plan.CheckMembers}
	for len(t.Members) == 0 && t.Base != nil {
		t = t.Base
	}
	for _, m := range t.Members {
		checks := b.textChecks(m)
		if len(checks) == 0 {
			return nil
		}
		c.Types = append(c.Types, checks)
	}
	return []plan.Check{c}
}

// textChecks are the checks of a text of the type.
func (b *builder) textChecks(t *xsd.SimpleType) []plan.Check {
	if t.Variety != datatype.ListVariety {
		list := append(b.allChecks(t, plan.TokenScalar), spaceCheck(t)...)
		if p := t.Datatype.Primitive(); p != nil && p.Name() == "anyURI" {
			list = append(list, plan.Check{Kind: plan.CheckLexical, Text: "anyURI"})
		}
		if isEnum(t) {
			list = append(list, enumCheck(t)...)
		}
		return list
	}
	list := []plan.Check{{Kind: plan.CheckItem, Types: [][]plan.Check{b.textChecks(itemOf(t))}}}
	return append(list, b.allChecks(t, plan.NoScalar)...)
}

// spaceCheck says what the type does with white space, where its lexical form
// does not and there is something that it could matter to.
func spaceCheck(t *xsd.SimpleType) []plan.Check {
	if lexicalName(t) != "" || t.Variety != datatype.AtomicVariety || len(t.Facets) == 0 {
		return nil
	}
	switch t.Datatype.WhiteSpace() {
	case datatype.Collapse:
		return []plan.Check{{Kind: plan.CheckSpace, Text: "collapse"}}
	case datatype.Replace:
		return []plan.Check{{Kind: plan.CheckSpace, Text: "replace"}}
	}
	return nil
}

// itemOf returns the type of a list's items.
func itemOf(t *xsd.SimpleType) *xsd.SimpleType {
	for t.Item == nil {
		t = t.Base
	}
	return t.Item
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
