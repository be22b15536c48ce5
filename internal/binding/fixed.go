package binding

import (
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// fixedChecks asks for the fixed value of an element or attribute, in whatever
// spelling.
func (b *builder) fixedChecks(f *plan.Field, t *xsd.SimpleType, v *xsd.ValueConstraint) []plan.Check {
	text := v.Lexical
	if !v.Value.IsZero() && t.Variety != datatype.UnionVariety { // the white space of a union is that of the member
		text = v.Value.Lexical()
	}
	if f.Scalar == plan.QNameScalar {
		text = v.Value.Canonical()
	}
	list := []plan.Check{{Kind: plan.CheckFixed, Text: text}}
	if t.Variety == datatype.ListVariety {
		item := plan.Check{Kind: plan.CheckLexical, Text: lexicalName(itemOf(t))}
		return append(list, plan.Check{Kind: plan.CheckItem, Types: [][]plan.Check{{item}}})
	}
	if t.Variety == datatype.UnionVariety {
		return append(list, b.memberChecks(t)...) // which member a text is of says what counts
	}
	if name := lexicalName(t); name != "" {
		list = append(list, plan.Check{Kind: plan.CheckLexical, Text: name})
	}
	return list
}

// textType is the simple type of an element's text, nil where it has none.
func textType(t xsd.Type) *xsd.SimpleType {
	switch t := t.(type) {
	case *xsd.SimpleType:
		return t
	case *xsd.ComplexType:
		if t.Content.Kind == xsd.SimpleContent {
			return t.Content.Simple
		}
	}
	return nil
}
