package inclusion

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// ValuesOf returns values that an attribute allows: the fixed one, those that are
// listed, or some.
func ValuesOf(u *xsd.AttributeUse) []string {
	if v := u.Effective(); v != nil && v.Fixed {
		return []string{v.Lexical}
	}
	return ValidTexts(u.Decl.Type.Datatype)
}

// NoCommonValue reports whether no text is a value of both attributes, as far as one
// of them lists all that it allows.
func NoCommonValue(a, b *xsd.AttributeUse) bool {
	return noneAllowed(a, b) || noneAllowed(b, a)
}

// noneAllowed reports whether an attribute lists its values and another one allows
// none of them.
func noneAllowed(a, b *xsd.AttributeUse) bool {
	list := enumTexts(a.Decl.Type.Datatype)
	if v := a.Effective(); v != nil && v.Fixed {
		list = []string{v.Lexical}
	}
	return len(list) > 0 && writtenAlike(a.Decl.Type.Datatype, b.Decl.Type.Datatype) &&
		!slices.ContainsFunc(list, func(text string) bool { return allows(b, text) })
}

// writtenAlike reports whether one text of a value of a type tells for all its texts
// whether they are values of another one: a number can be written as 1 and as 1.0,
// which are two strings. What names mean depends on where they stand.
func writtenAlike(a, b *datatype.Type) bool {
	if a.Primitive() == nil || b.Primitive() == nil {
		return false
	}
	switch a.Primitive().Name() {
	case "string":
		return b.Primitive().Name() != "QName" && b.Primitive().Name() != "NOTATION"
	case "QName", "NOTATION":
		return false
	}
	return a.Primitive() == b.Primitive() && len(b.Facets().Patterns) == 0
}

// allows reports whether a text is a value of an attribute.
func allows(u *xsd.AttributeUse, text string) bool {
	value, err := u.Decl.Type.Datatype.Parse(text, nil)
	if v := u.Effective(); err == nil && v != nil && v.Fixed && !v.Value.IsZero() {
		return value.Key() == v.Value.Key()
	}
	return err == nil
}
