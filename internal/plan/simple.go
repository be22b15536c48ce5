package plan

import "github.com/wbxgen/wbxgen/internal/xsd"

// SimpleKind says what a simple type becomes.
type SimpleKind uint8

// The kinds of simple type declaration.
const (
	DefinedType  SimpleKind = iota // a type defined as another
	EnumType                       // a string type with constants
	ListType                       // a slice of its items
	UnionType                      // a string type with a method for each member
	EmbeddedType                   // a struct around a value type of the runtime
)

// Simple is a named simple type, or an enumeration without a name.
type Simple struct {
	Name    string
	File    string
	Doc     []string
	Kind    SimpleKind
	Of      Type // the underlying type or item
	Scalar  Scalar
	Own     *Own   // of an OwnScalar: the type is another name for it, or a list of it
	ReadAs  Scalar // of an enumeration: how white space in its text is read
	Values  []EnumValue
	Members []UnionMember
	Checks  []Check
	// Item is the item's named type, ItemChecks are the facets of an item
	// that has none.
	Item       *Simple
	ItemChecks []Check
	// FacetsVar and ItemFacetsVar are the variables that hold Checks and
	// ItemChecks, "" where there are none.
	FacetsVar, ItemFacetsVar string
	ValuesFunc               string // of an enumeration: the function that lists the values
	ParseFunc, MustFunc      string // of a value type: the functions that make a value of a text
	XMLName                  xsd.QName
	Pkg                      *Package
}

// TypeName returns the Go name.
func (s *Simple) TypeName() string { return s.Name }

// InFile returns the file that the type goes to.
func (s *Simple) InFile() string { return s.File }

// IsValue reports whether the type is a struct around one of the runtime's value
// types.
func (s *Simple) IsValue() bool {
	return s.Kind == EmbeddedType && s.Of.Runtime && RuntimePackage(s.Of.Name) == "datatype"
}

// IsScoped reports whether the type is one of [Type.IsScoped], or a list of such.
func (s *Simple) IsScoped() bool { return s.Of.IsScoped() || s.Item != nil && s.Item.IsScoped() }

// EnumValue is a constant of an enumeration.
type EnumValue struct {
	Name  string
	Value string
	Doc   []string
}

// UnionMember is a member of a union that is read from the text on demand.
type UnionMember struct {
	Method string
	Type   Type
	Scalar Scalar
	Simple *Simple
}

// IsAlias reports whether the type is another name of one of the runtime's or the
// user's, which can have no methods of its own.
func (s *Simple) IsAlias() bool {
	return s.Kind == EmbeddedType && (s.Scalar == QNameScalar || s.Scalar == OwnScalar)
}

// Checked reports whether the type has facets beyond an enumeration.
func (s *Simple) Checked() bool {
	return len(s.Checks) > 0 || len(s.ItemChecks) > 0 || s.Item != nil && s.Item.Checked()
}

// Judged reports whether there is something to check at all, be it only whether
// an enumeration lists the value.
func (s *Simple) Judged() bool {
	return s.Checked() || s.Kind == EnumType || s.Item != nil && s.Item.Judged()
}
