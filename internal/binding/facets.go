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

// facets turns the facets of types into checks, and notes what it cannot.
type facets struct {
	diags    *diag.List
	patterns map[*xsd.SimpleType][]plan.Check // of the steps that were asked about, where there are any
}

// facetChecks returns the checks for the facets that a type itself states.
func (fs *facets) facetChecks(t *xsd.SimpleType) []plan.Check {
	var list []plan.Check
	for _, f := range t.Facets {
		if kind, ok := lengthChecks[f.Name]; ok && !(kind == plan.CheckFractionDigits && lexicalName(t) == "integer") {
			if n, err := strconv.ParseUint(strings.TrimLeft(t.Base.Datatype.Normalize(f.Value), "+"), 10, 64); err == nil && !isQName(t) {
				list = append(list, plan.Check{Kind: kind, Number: n})
			}
		}
		if kind, ok := boundChecks[f.Name]; ok {
			if v, err := t.Base.Datatype.Parse(f.Value, nil); err == nil {
				list = append(list, plan.Check{Kind: kind, Text: boundText(t, &v)})
			}
		}
	}
	if slices.ContainsFunc(t.Facets, func(f xsd.Facet) bool { return f.Name == datatype.EnumerationFacet }) && !isEnum(t) {
		list = append(list, enumCheck(t)...)
	}
	patterns := fs.patternChecks(t)
	if t.Variety == datatype.UnionVariety && len(patterns) > 0 {
		list = append(list, fs.memberChecks(t)...) // a pattern looks at the text as the member normalizes it
	}
	return append(list, patterns...)
}

// patternChecks returns the check for the patterns of one step of derivation.
func (fs *facets) patternChecks(t *xsd.SimpleType) []plan.Check {
	var patterns []string
	for _, f := range t.Facets {
		if f.Name == datatype.PatternFacet {
			patterns = append(patterns, f.Value)
		}
	}
	if len(patterns) == 0 {
		return nil
	}
	known, asked := fs.patterns[t]
	if !asked {
		known = fs.patternCheck(t, patterns)
		if known != nil { // what cannot be checked is noted each time
			fs.patterns[t] = known
		}
	}
	return slices.Clone(known)
}

// allChecks returns the checks for all facets in force for a type, those that
// the built-in type has included, as far as a Go value of the scalar can break
// them.
func (fs *facets) allChecks(t *xsd.SimpleType, scalar plan.Scalar) []plan.Check {
	list := lexicalCheck(t, scalar)
	f := t.Datatype.Facets()
	if !isQName(t) {
		list = append(list, counts(f, t)...)
	}
	list = append(list, limits(f, t, scalar)...)
	if len(f.Enum) > 0 && !isEnum(t) {
		list = append(list, enumCheck(t)...)
	}
	if t.Variety == datatype.UnionVariety {
		list = append(list, fs.memberChecks(t)...)
	}
	for step := t; step != nil && !step.IsBuiltin(); step = step.Base {
		list = append(list, fs.patternChecks(step)...)
	}
	return list
}

// lexicalCheck asks for the lexical form of a built-in type where the Go type
// is text that could be any.
func lexicalCheck(t *xsd.SimpleType, scalar plan.Scalar) []plan.Check {
	switch scalar {
	case plan.StringScalar, plan.NormalizedScalar, plan.TokenScalar, plan.EnumScalar:
	default:
		if !isQName(t) || !isScoped(t) {
			return nil
		}
	}
	name := lexicalName(t)
	if p := t.Datatype.Primitive(); name == "" && p != nil && p.Name() == "anyURI" && len(t.Datatype.Facets().Enum) == 0 {
		name = p.Name() // which texts are equal it does not say
	}
	if name == "" {
		return nil
	}
	return []plan.Check{{Kind: plan.CheckLexical, Text: name}}
}

// counts are the checks of lengths and digits in force.
func counts(f datatype.Facets, t *xsd.SimpleType) []plan.Check {
	var list []plan.Check
	add := func(kind plan.CheckKind, n *uint64) {
		if n != nil {
			list = append(list, plan.Check{Kind: kind, Number: *n})
		}
	}
	if add(plan.CheckLength, f.Length); f.Length == nil { // else bounds of a base say less
		add(plan.CheckMinLength, f.MinLength)
		add(plan.CheckMaxLength, f.MaxLength)
	}
	add(plan.CheckTotalDigits, f.TotalDigits)
	if lexicalName(t) != "integer" {
		add(plan.CheckFractionDigits, f.FractionDigits)
	}
	return list
}

// boundText is a bound as a person writes it: 0 for the canonical 0.0 of a decimal. The
// canonical form of a time does not say that it is one of the next day:
// 23:00:00-05:00 is later than 04:00:00Z.
func boundText(t *xsd.SimpleType, v *datatype.Value) string {
	if t.Builtin().Name.Local == "time" {
		return v.Lexical()
	}
	text := v.Canonical()
	if whole, found := strings.CutSuffix(text, ".0"); found && isDigits(strings.TrimPrefix(whole, "-")) {
		return whole
	}
	return text
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

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
			list = append(list, plan.Check{Kind: kind, Text: boundText(t, v)})
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
		c.Values = append(c.Values, expandedText(v))
	}
	return []plan.Check{c}
}

// expandedText is the text of a value with its names as {namespace}local, as
// prefixes are free to change. What else a union or list has stays as it is
// written: in canonical form a boolean would look like a name.
func expandedText(v datatype.Value) string {
	if _, _, isName := v.QName(); isName {
		return v.Canonical()
	}
	items, words := v.Items(), datatype.Words(v.Lexical())
	if len(items) == 0 || len(items) != len(words) {
		return v.Lexical()
	}
	for i, item := range items {
		words[i] = expandedText(item)
	}
	return strings.Join(words, " ")
}

// memberChecks asks for a text that some member of the union has. Where a
// member takes all, there is nothing to ask, unless facets of the union compare
// values or look at white space: then which member a text is of says what counts.
func (fs *facets) memberChecks(t *xsd.SimpleType) []plan.Check {
	f := t.Datatype.Facets()
	if _, takesAll := fs.memberTypes(t); takesAll && len(f.Enum) == 0 && len(f.Patterns) == 0 {
		return nil
	}
	return fs.compared(t)
}

// compared asks for the members of a union that say which texts are one value, where
// they say more than that equal texts are.
func (fs *facets) compared(t *xsd.SimpleType) []plan.Check {
	types, takesAll := fs.memberTypes(t)
	if takesAll && len(types) == 1 && len(types[0]) == 0 {
		return nil
	}
	return []plan.Check{{Kind: plan.CheckMembers, Types: types}}
}

// memberTypes are the checks of the members of a union up to the first that
// takes all texts, for which it has those of white space.
func (fs *facets) memberTypes(t *xsd.SimpleType) (types [][]plan.Check, takesAll bool) {
	for len(t.Members) == 0 && t.Base != nil {
		t = t.Base
	}
	for _, m := range t.Members {
		checks := fs.textChecks(m)
		switch {
		case len(checks) > 0:
			types = append(types, checks)
		case m.Variety == datatype.UnionVariety:
			inner, _ := fs.memberTypes(m)
			return append(types, inner...), true
		default:
			return append(types, whiteSpace(m)), true
		}
	}
	return types, false
}

// textChecks are the checks of a text of the type.
func (fs *facets) textChecks(t *xsd.SimpleType) []plan.Check {
	if t.Variety != datatype.ListVariety {
		list := append(fs.allChecks(t, plan.TokenScalar), spaceCheck(t)...)
		if isEnum(t) {
			list = append(list, enumCheck(t)...)
		}
		return list
	}
	list := []plan.Check{{Kind: plan.CheckItem, Types: [][]plan.Check{fs.textChecks(itemOf(t))}}}
	return append(list, fs.allChecks(t, plan.NoScalar)...)
}

// spaceCheck says what the type does with white space, where its lexical form
// does not and there is something that it could matter to.
func spaceCheck(t *xsd.SimpleType) []plan.Check {
	if lexicalName(t) != "" || t.Variety != datatype.AtomicVariety || len(t.Facets) == 0 {
		return nil
	}
	return whiteSpace(t)
}

// whiteSpace says what the type does with white space.
func whiteSpace(t *xsd.SimpleType) []plan.Check {
	switch t.Datatype.WhiteSpace() {
	case datatype.Collapse:
		return []plan.Check{{Kind: plan.CheckSpace, Text: "collapse"}}
	case datatype.Replace:
		return []plan.Check{{Kind: plan.CheckSpace, Text: "replace"}}
	}
	return nil
}

// patternCheck translates the patterns of one step for Go's regexp package.
func (fs *facets) patternCheck(t *xsd.SimpleType, patterns []string) []plan.Check {
	c := plan.Check{Kind: plan.CheckPattern, Text: strings.Join(patterns, "|")}
	for _, src := range patterns {
		p, err := datatype.ParsePattern(src)
		if err != nil {
			return nil // reported by the compiler
		}
		re, ok := p.GoRegexp()
		if !ok {
			fs.diags.Add(diag.Diagnostic{Pos: t.Pos, Severity: diag.Note, Code: "wbxgen-unsupported-pattern",
				Message: fmt.Sprintf("pattern %q is beyond what generated code can check; Validate leaves it out", src)})
			return nil
		}
		c.Pattern = append(c.Pattern, re)
	}
	return []plan.Check{c}
}
