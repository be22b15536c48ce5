package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// isEnum reports whether the type itself lists its values and text is enough
// to hold them.
func isEnum(t *xsd.SimpleType) bool {
	if t.Variety != datatype.AtomicVariety && t.Variety != datatype.UnionVariety {
		return false
	}
	if isQName(t) || isScoped(t) {
		return false
	}
	return slices.ContainsFunc(t.Facets, func(f xsd.Facet) bool { return f.Name == datatype.EnumerationFacet })
}

// isScoped reports whether what a text of the type means depends on the
// prefixes in scope, while the text itself must stay: a union with qualified
// names among its members, or a name whose pattern looks at its prefix.
func isScoped(t *xsd.SimpleType) bool {
	switch t.Variety {
	case datatype.UnionVariety:
		for len(t.Members) == 0 && t.Base != nil {
			t = t.Base
		}
		return slices.ContainsFunc(t.Members, func(m *xsd.SimpleType) bool { return isQName(m) || isScoped(m) })
	case datatype.ListVariety:
		item := itemOf(t)
		return isQName(item) || isScoped(item)
	}
	return isQName(t) && len(t.Datatype.Facets().Patterns) > 0
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

// words are the built-in types derived from string that do not take every
// text.
var words = map[string]bool{
	"language": true, "Name": true, "NCName": true, "NMTOKEN": true, "ID": true, "IDREF": true, "ENTITY": true,
}

// readAs is the scalar by which the text of an enumeration is read: its white
// space facet comes before the comparison with the values (Part 2 §4.3.6).
func readAs(t *xsd.SimpleType) plan.Scalar {
	switch t.Datatype.WhiteSpace() {
	case datatype.Collapse:
		return plan.TokenScalar
	case datatype.Replace:
		return plan.NormalizedScalar
	}
	return plan.EnumScalar
}

// isText reports whether a type restricts an enumeration further without
// listing values of its own.
func isText(t *xsd.SimpleType) bool {
	for s := t.Base; s != nil; s = s.Base {
		if isEnum(s) {
			return true
		}
	}
	return false
}

// hasPlainValues reports whether two different texts are never one value.
func hasPlainValues(t *xsd.SimpleType) bool {
	if t.Variety == datatype.UnionVariety {
		for len(t.Members) == 0 {
			t = t.Base
		}
		return !slices.ContainsFunc(t.Members, func(m *xsd.SimpleType) bool { return m.Variety == datatype.ListVariety || !hasPlainValues(m) })
	}
	name := lexicalName(t)
	return name == "" || words[name]
}

// unionScalar says how the text of a union is read: white space counts if it
// does for one of the members (Part 2 §4.3.6).
func unionScalar(t *xsd.SimpleType) plan.Scalar {
	if keepsSpace(t) {
		return plan.StringScalar
	}
	return plan.TokenScalar
}

func keepsSpace(t *xsd.SimpleType) bool {
	if t.Variety == datatype.UnionVariety {
		for len(t.Members) == 0 && t.Base != nil {
			t = t.Base
		}
		return slices.ContainsFunc(t.Members, keepsSpace)
	}
	return t.Variety == datatype.AtomicVariety && t.Datatype.WhiteSpace() != datatype.Collapse
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
