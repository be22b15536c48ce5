package binding

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// varyingDefaults returns for each complex type the attributes whose default
// does not hold for all types derived from it: a restriction can prohibit an
// attribute or change its default. An element that xsi:type gives such a type
// is read into the struct of its declared type, and must not get a default from
// there. Anonymous types cannot be named so.
func varyingDefaults(s *xsd.Schema) map[*xsd.ComplexType]map[xsd.QName]bool {
	found := map[*xsd.ComplexType]map[xsd.QName]bool{}
	for _, t := range s.Types() {
		c, ok := t.(*xsd.ComplexType)
		if !ok || c.Method != xsd.Restriction {
			continue
		}
		for base, ok := c.Base.(*xsd.ComplexType); ok && base != xsd.AnyType; base, ok = base.Base.(*xsd.ComplexType) {
			for _, u := range base.AttributeUses {
				if v := u.Effective(); v == nil || hasDefault(c, u.Decl.Name, v) {
					continue
				}
				if found[base] == nil {
					found[base] = map[xsd.QName]bool{}
				}
				found[base][u.Decl.Name] = true
			}
		}
	}
	return found
}

// hasDefault reports whether an attribute of the type has that default.
func hasDefault(t *xsd.ComplexType, n xsd.QName, want *xsd.ValueConstraint) bool {
	u := t.AttributeUse(n)
	if u == nil || u.Required {
		return false
	}
	v := u.Effective()
	return v != nil && v.Lexical == want.Lexical
}

// attrDefault returns the default that reading sets where the attribute is
// absent. For binary values and names it only stands in the comment.
func (f *filler) attrDefault(field *plan.Field, t *xsd.SimpleType, v *xsd.ValueConstraint) *string {
	switch {
	case field.IsSecret(), field.Scalar == plan.Base64Scalar, field.Scalar == plan.HexScalar, isQName(t), isScoped(t):
		f.of.diags.Note(v.Pos, "wbxgen-unsupported-default", "the default of attribute %q is not set by generated code", field.Declared.Local)
		return nil
	}
	if field.Scalar == plan.OwnScalar && field.Kind == plan.ListField {
		f.of.diags.Note(v.Pos, "wbxgen-unsupported-default", "the default of attribute %q is not set by generated code", field.Declared.Local)
		return nil
	}
	text := t.Datatype.Normalize(v.Lexical)
	switch field.Scalar {
	case plan.TokenScalar:
		text = datatype.Collapse.Normalize(text) // of a union, as it would be read
	case plan.FloatScalar:
		words := datatype.Words(text)
		for i, w := range words {
			words[i] = floatText(field, w)
		}
		text = strings.Join(words, " ")
	case plan.BoolScalar, plan.IntScalar, plan.UintScalar:
		if !v.Value.IsZero() && field.Kind == plan.ScalarField {
			text = v.Value.Canonical()
		}
	}
	return &text
}

// defaultNames returns what the prefixes of a default stand for that has
// qualified names: those of the schema document, which no reader has.
func defaultNames(v *xsd.ValueConstraint) (names []plan.DefaultName) {
	items := []datatype.Value{v.Value}
	words := datatype.Words(v.Lexical)
	if list := v.Value.Items(); len(list) == len(words) {
		items = list
	}
	for i, item := range items {
		space, _, ok := item.QName()
		if !ok || i >= len(words) {
			continue
		}
		prefix, _, found := strings.Cut(words[i], ":")
		if !found {
			prefix = ""
		}
		if n := (plan.DefaultName{Prefix: prefix, URI: space}); !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return names
}

// floatText is a number as it stands, but for what a Go constant cannot be: one
// too large for the type is infinite (Part 2 §3.2.4), and zero can be negative.
func floatText(field *plan.Field, text string) string {
	of, bits := field.Type, 64
	for _, s := range []*plan.Simple{field.Simple, field.ListOf} {
		if s != nil {
			of = s.Of
		}
	}
	if of.Name == "float32" {
		bits = 32
	}
	switch n, _ := strconv.ParseFloat(text, bits); {
	case math.IsInf(n, 1):
		return "INF"
	case math.IsInf(n, -1):
		return "-INF"
	case n == 0 && math.Signbit(n):
		return "-0"
	}
	return text
}

// fixedChecks asks for the fixed value of an element or attribute, in whatever
// spelling. Of mixed content t is nil: its text is the value.
func (fs *facets) fixedChecks(f *plan.Field, t *xsd.SimpleType, v *xsd.ValueConstraint) []plan.Check {
	if t == nil {
		return []plan.Check{{Kind: plan.CheckFixed, Text: v.Lexical}}
	}
	text := v.Lexical
	if !v.Value.IsZero() && t.Variety != datatype.UnionVariety { // the white space of a union is that of the member
		text = v.Value.Lexical()
	}
	fixed := plan.Check{Kind: plan.CheckFixed, Text: text}
	switch {
	case f.Scalar == plan.QNameScalar || f.Kind == plan.ListField && f.ListScalar() == plan.QNameScalar:
		fixed.Text = expandedText(v.Value)
	case isScoped(t):
		fixed.Values = []string{expandedText(v.Value)}
	}
	list := []plan.Check{fixed}
	if t.Variety == datatype.ListVariety {
		return append(list, fs.itemCheck(t, f.ListScalar()))
	}
	if t.Variety == datatype.UnionVariety {
		return append(list, fs.compared(t)...) // which member a text is of says what counts
	}
	if name := lexicalName(t); name != "" {
		list = append(list, plan.Check{Kind: plan.CheckLexical, Text: name})
	}
	return list
}
