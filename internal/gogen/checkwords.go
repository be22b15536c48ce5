package gogen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// checkWord is a word of a table's description of what is checked: a field, and how its values are.
type checkWord struct {
	number int
	how    string
	facets []plan.Check // those that have no short form
}

// tableChecks prints what a table says of the checks of its struct.
func tableChecks(g *jen.Group, in *names, s *plan.Struct) {
	if !s.Checked {
		return
	}
	list := checkedWords(s)
	var facets []jen.Code
	for i := range list {
		if w := &list[i]; len(w.facets) > 0 {
			w.how += fmt.Sprintf(":%d", len(facets))
			facets = append(facets, jen.Line().Values(facetFields(in, w.facets)...))
		}
	}
	if len(list) > 0 {
		g.Line().Id("Checks").Op(":").Lit(joinWords(list))
	}
	if len(facets) > 0 {
		g.Id("Facets").Op(":").Index().Add(in.codec("Facets")).Values(append(facets, jen.Line())...)
	}
	if s.Of == nil && s.Model != nil {
		g.Line().Id("Model").Op(":").Op("&").Add(model(in, s.Model))
	}
}

// joinWords writes words, those of neighbours that are alike as one.
func joinWords(list []checkWord) string {
	var words []string
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].number == list[0].number+n && list[n].how == list[0].how {
			n++
		}
		word := strconv.Itoa(list[0].number)
		if n > 1 {
			word += "-" + strconv.Itoa(list[n-1].number)
		}
		words, list = append(words, word+list[0].how), list[n:]
	}
	return strings.Join(words, " ")
}

// checkedWords are the words of those fields that the table has checked in another way than by the letter of their kind.
func checkedWords(s *plan.Struct) (words []checkWord) {
	for i, g := range s.Groups {
		if g.Checked {
			words = append(words, checkWord{number: i})
		}
	}
	for i, f := range allFields(s) {
		attr := i < len(s.Attrs)
		if !checksAny(f) || checkedByLetter(s, f, attr) || !checkedByTable(s, f) {
			continue
		}
		words = append(words, wordOf(s, f, len(s.Groups)+i))
	}
	return words
}

// checkedByLetter reports whether a table says of a field that its values check themselves, by a capital.
func checkedByLetter(s *plan.Struct, f *plan.Field, attr bool) bool {
	return f != s.Value && fieldWord(s, f, attr) != "" && checksItself(f, attr)
}

// checkedByTable reports whether a table can say what is to be checked of a field.
func checkedByTable(s *plan.Struct, f *plan.Field) bool {
	whole := s.Item != nil && s.Item.Whole
	switch {
	case f.Kind == plan.TypedField:
		return !f.Nillable && !whole
	case !checkedItem(f):
		return true
	case f.Kind == plan.ListField:
		return !whole && checksListByTable(f) // an item is written, be its list nil or not
	case f.Nillable:
		return !whole && !f.IsAbstract() && len(f.NilLacks()) == 0 && checksValueByTable(f)
	}
	return checksValueByTable(f)
}

// checksListByTable is checkedByTable for a list: one whose items have nothing to check that their list's text does not show.
func checksListByTable(f *plan.Field) bool {
	items := f.ListOf
	if f.IsNamedList() && !f.Simple.Checked() {
		items = f.Simple.Item
	}
	switch f.ListScalar() {
	case plan.OwnScalar, plan.Base64Scalar, plan.HexScalar:
		return false
	}
	return !f.Nillable && f.Shape != plan.Repeated && !f.IsScoped() && !hasEmptyValue(f) && !isFixed(f) && f.ItemFacetsVar == "" && !isJudged(items)
}

// checksValueByTable is checkedByTable for one value of a field.
func checksValueByTable(f *plan.Field) bool {
	switch {
	case f.Kind == plan.StructField:
		return f.FacetsVar == ""
	case f.Kind != plan.ScalarField || f.Simple != nil && f.Simple.IsAlias() || hasEmptyValue(f) && (f.IsScoped() || !isText(f.Scalar)):
		return false
	}
	switch f.Scalar {
	case plan.OwnScalar, plan.Base64Scalar, plan.HexScalar:
		return false
	}
	return true
}

// wordOf is the word of a field with a number.
func wordOf(s *plan.Struct, f *plan.Field, number int) checkWord {
	w := checkWord{number: number}
	if mustBeSet(s, f) || slices.ContainsFunc(f.Checks, isChoiceCheck) {
		w.how += "!"
	}
	if f.Nillable && checkedItem(f) {
		w.how += "?"
	}
	if f.Kind == plan.ListField && checkedItem(f) {
		w.how += "+"
	}
	if f.FacetsVar != "" && passesZero(f) || hasEmptyValue(f) || hasEmptyContent(f) {
		w.how += "~"
	}
	w.how += countsText(f)
	if f.ChecksItems() {
		w.how += fmt.Sprintf("#%d", f.Element)
	}
	if f.FacetsVar == "" {
		return w
	}
	checks := mergeChecks(slices.DeleteFunc(slices.Clone(f.Checks), func(c plan.Check) bool { return !c.IsFacet() }))
	if short, ok := facetsText(checks); ok {
		w.how += short
	} else {
		w.facets = checks
	}
	return w
}

// passesZero reports whether the zero value of a field is no value, to which facets do not apply: an absent secret, or what is
// written as the fixed value.
func passesZero(f *plan.Field) bool {
	if f.Shape == plan.Repeated || f.Nillable || f.IsPointer() {
		return false
	}
	return f.IsSecret() && f.Shape == plan.Optional || isFixed(f)
}

// countsText says how many values a field has, "" for any number.
func countsText(f *plan.Field) string {
	low, high := itemCounts(f)
	if low == 0 && high == 0 {
		return ""
	}
	text := "{" + numberText(low) + "," + numberText(high)
	if name := wireName(f); name != tagName(f) {
		text += "," + name // of items, which their field is named after
	}
	return text + "}"
}

// numberText is a bound, nothing for 0.
func numberText(n uint64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatUint(n, 10)
}

// facetsText is the short form of facets, as far as there is one.
func facetsText(checks []plan.Check) (text string, ok bool) {
	has := map[plan.CheckKind]string{}
	for _, c := range checks {
		has[c.Kind] = c.Text
		switch c.Kind {
		case plan.CheckMinLength, plan.CheckMaxLength:
			has[c.Kind] = strconv.FormatUint(c.Number, 10)
		case plan.CheckFixed:
			if len(c.Values) > 0 {
				has[c.Kind] = c.Values[0]
			}
		case plan.CheckMinInclusive, plan.CheckMaxInclusive, plan.CheckLexical:
		default:
			return "", false
		}
		if strings.ContainsFunc(has[c.Kind], func(r rune) bool { return unicode.IsSpace(r) }) {
			return "", false
		}
	}
	all := func(kinds ...plan.CheckKind) bool {
		n := 0
		for _, k := range kinds {
			if _, found := has[k]; found {
				n++
			}
		}
		return n == len(has)
	}
	switch {
	case all(plan.CheckLexical):
		return "@" + has[plan.CheckLexical], true
	case all(plan.CheckFixed):
		return "=" + has[plan.CheckFixed], true
	case all(plan.CheckMinInclusive, plan.CheckMaxInclusive):
		return "[" + has[plan.CheckMinInclusive] + "," + has[plan.CheckMaxInclusive] + "]", true
	case all(plan.CheckMinLength, plan.CheckMaxLength):
		return "|" + has[plan.CheckMinLength] + "," + has[plan.CheckMaxLength] + "|", true
	}
	return "", false
}

// mustBeSet reports whether a field of a struct is missing where it is nil.
func mustBeSet(s *plan.Struct, f *plan.Field) bool {
	return s.Of == nil && f.MustBeSet() && f.Tag != ",chardata"
}

func isChoiceCheck(c plan.Check) bool { return c.Kind == plan.CheckChoice }

// tagName is the name that the runtime takes from the tag of a field.
func tagName(f *plan.Field) string {
	name, _, _ := strings.Cut(f.Tag, ",")
	if name == "" || name == "-" {
		return f.Name
	}
	return name[strings.LastIndexByte(name, ' ')+1:]
}
