package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// listField plans a field that holds an XML list without a name.
func (vs *values) listField(f *plan.Field, t *xsd.SimpleType) {
	var inner plan.Field
	vs.listItem(&inner, t)
	f.Kind, f.Scalar, f.Type = plan.ListField, inner.Scalar, inner.Type
	f.ListOf, f.Own = inner.Simple, inner.Own
	f.ListItem = inner.Checks
	f.Checks = append(f.Checks, vs.facets.allChecks(t, plan.NoScalar)...)
	whole := slices.ContainsFunc(f.Checks, func(c plan.Check) bool { return c.Kind == plan.CheckEnum || c.Kind == plan.CheckPattern })
	if isText := inner.Simple == nil && (inner.Scalar == plan.TokenScalar || inner.Scalar == plan.StringScalar || inner.Scalar == plan.NormalizedScalar); whole || isText && len(f.ListItem) > 0 {
		// White space within an item makes two of it.
		f.ListItem = nil
		f.Checks = append(f.Checks, vs.facets.itemCheck(t, inner.Scalar))
	}
}

// itemCheck asks for the items of a list in its text.
func (fs *facets) itemCheck(t *xsd.SimpleType, scalar plan.Scalar) plan.Check {
	item := fs.textChecks(itemOf(t))
	if scalar == plan.QNameScalar {
		// The text that is checked has names expanded, not as they are written.
		item = slices.DeleteFunc(item, func(c plan.Check) bool { return c.Kind == plan.CheckLexical })
	}
	return plan.Check{Kind: plan.CheckItem, Types: [][]plan.Check{item}}
}

// listItem plans an item of a list. Where a pattern looks at the text of the
// list, its items keep their spelling.
func (vs *values) listItem(f *plan.Field, t *xsd.SimpleType) {
	item := itemOf(t)
	vs.scalar(f, item)
	switch f.Scalar {
	case plan.StringScalar, plan.NormalizedScalar, plan.TokenScalar, plan.EnumScalar, plan.OwnScalar:
		return
	}
	switch {
	case len(t.Datatype.Facets().Patterns) == 0 || isScoped(item):
	case f.Scalar == plan.QNameScalar:
		*f = plan.Field{Kind: plan.ScalarField, Scalar: plan.ValueScalar, Type: scopedText, Checks: vs.facets.textChecks(item)}
	default:
		*f = plan.Field{Kind: plan.ScalarField, Scalar: plan.TokenScalar, Type: plan.Type{Name: "string"}, Checks: vs.facets.textChecks(item)}
	}
}

// fillList plans a slice type.
func (vs *values) fillList(t *xsd.SimpleType, s *plan.Simple) {
	var f plan.Field
	vs.listField(&f, t)
	s.Own = f.Own
	s.Kind, s.Of, s.Scalar, s.Item, s.Checks, s.ItemChecks = plan.ListType, f.Type, f.Scalar, f.ListOf, f.Checks, f.ListItem
}
