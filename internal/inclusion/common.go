package inclusion

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// ValuesOf returns values that an attribute allows: the fixed one, those that are
// listed, or some.
func ValuesOf(u *xsd.AttributeUse) []string {
	if v := u.Effective(); v != nil && v.Fixed {
		return []string{v.Lexical}
	}
	return ValidTexts(u.Decl.Type.Datatype)
}

// NoCommonValue reports whether two attributes allow no value that is the same, as
// far as one of them lists all that it allows.
func NoCommonValue(a, b *xsd.AttributeUse) bool {
	return noneAllowed(a, b) || noneAllowed(b, a)
}

// noneAllowed reports whether an attribute lists its values and another one allows
// none of them.
func noneAllowed(a, b *xsd.AttributeUse) bool {
	v, w := a.Effective(), b.Effective()
	fixed, other := v != nil && v.Fixed, w != nil && w.Fixed
	list := enumTexts(a.Decl.Type.Datatype)
	switch {
	case fixed && other:
		return ValueKey(v) != ValueKey(w)
	case fixed:
		list = []string{v.Lexical}
	case other:
		return b.Decl.Type.Datatype.Validate([]byte(w.Lexical), nil) == nil && a.Decl.Type.Datatype.Validate([]byte(w.Lexical), nil) != nil
	}
	return len(list) > 0 && !slices.ContainsFunc(list, func(text string) bool { return b.Decl.Type.Datatype.Validate([]byte(text), nil) == nil })
}
