package binding

import (
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// fixedChecks asks for the fixed value of an element or attribute, in whatever
// spelling.
func (fs *facets) fixedChecks(f *plan.Field, t *xsd.SimpleType, v *xsd.ValueConstraint) []plan.Check {
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
		return append(list, fs.memberChecks(t)...) // which member a text is of says what counts
	}
	if name := lexicalName(t); name != "" {
		list = append(list, plan.Check{Kind: plan.CheckLexical, Text: name})
	}
	return list
}
