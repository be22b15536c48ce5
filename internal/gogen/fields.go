package gogen

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// allFields are the fields in the order in which they are declared.
func allFields(s *plan.Struct) []*plan.Field {
	var all []*plan.Field
	all = append(all, s.Attrs...)
	if s.Value != nil {
		all = append(all, s.Value)
	}
	return append(all, s.Fields...)
}

// wireName is what messages call a field: the element or attribute; nothing
// for simple content, which is the element itself.
func wireName(f *plan.Field) string {
	if f.Tag == ",chardata" || f.Declared.Local != "" {
		return f.Declared.Local
	}
	return f.Name
}

// itemCounts are the bounds on how often a field occurs; a high of 0 is none.
func itemCounts(f *plan.Field) (low, high uint64) {
	for _, check := range f.Checks {
		switch check.Kind {
		case plan.CheckMinItems:
			low = check.Number
		case plan.CheckMaxItems:
			high = check.Number
		}
	}
	return low, high
}

// checksAny reports whether a field has something to check at all.
func checksAny(f *plan.Field) bool {
	return len(f.Checks) > 0 || f.MustBeSet() && f.Tag != ",chardata" || f.Kind == plan.TypedField || f.Kind == plan.ChoiceField && f.Choice.Checked() || f.ChecksItems() ||
		f.Kind == plan.GroupField && f.Group.Checked || checkedItem(f)
}

// checkedItem reports whether an item of a field has something to check.
func checkedItem(f *plan.Field) bool {
	return f.FacetsVar != "" || f.ItemFacetsVar != "" || isJudged(f.Simple) || isJudged(f.ListOf) || f.Struct != nil && f.Struct.Checked || len(f.NilLacks()) > 0
}

func isJudged(s *plan.Simple) bool { return s != nil && s.Judged() }

// isOpenEnum reports whether a type is an enumeration whose listed values are
// all that there is to check.
func isOpenEnum(s *plan.Simple) bool {
	return s != nil && s.Kind == plan.EnumType && !s.Checked()
}

func isFixed(f *plan.Field) bool {
	_, fixed := f.Fixed()
	return fixed
}

// hasEmptyValue reports whether an element's field can be the empty text, list or
// bytes that stand for the element's default.
func hasEmptyValue(f *plan.Field) bool {
	if f.Default == nil || strings.HasSuffix(f.Tag, ",attr") {
		return false
	}
	return canBeEmpty(f)
}

// canBeEmpty reports whether a value of the field can have an empty text.
func canBeEmpty(f *plan.Field) bool {
	return f.Kind == plan.ListField || f.Kind == plan.ScalarField && (isText(f.Scalar) || f.Scalar == plan.Base64Scalar || f.Scalar == plan.HexScalar || f.IsScoped())
}

// hasEmptyContent is [hasEmptyValue] for a struct with the text and attributes.
func hasEmptyContent(f *plan.Field) bool {
	return f.Struct != nil && f.Struct.Checked && f.Struct.Value != nil && f.Default != nil
}

func isText(s plan.Scalar) bool {
	switch s {
	case plan.StringScalar, plan.NormalizedScalar, plan.TokenScalar, plan.EnumScalar:
		return true
	}
	return false
}
