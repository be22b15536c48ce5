package plan

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Kind says what a field holds.
type Kind uint8

// The kinds of field.
const (
	ScalarField Kind = iota
	ListField        // an XML list without a name: a slice of scalars in one text
	StructField
	TypedField    // any type derived from the declared one, told by xsi:type
	AnyField      // an element of type xs:anyType: attributes and content as they are
	WildcardField // elements that a wildcard matches, as they are
	AttrsField    // attributes that a wildcard matches
	MixedField    // text and elements in document order
	ChoiceField   // one of several branches
	GroupField    // a group of elements that repeats, a struct each
	OpaqueField   // elements of a substitution group that no type here covers, as they are
	ItemsField    // items of a group or of mixed content: one, or a list in document order
)

// Shape says how often a field's item occurs.
type Shape uint8

// The shapes of field.
const (
	Required Shape = iota
	Optional
	Repeated
)

// Default is the default or fixed value of a root element.
type Default struct {
	Text  string
	Names []DefaultName
	Fixed []Check // where the value is fixed: what says which texts are that value
}

// DefaultName is what a prefix in a default stands for.
type DefaultName struct{ Prefix, URI string }

// Field is a field of a struct.
type Field struct {
	Name string
	Doc  []string
	Tag  string
	Kind Kind
	// Shape, for a ChoiceField, is Repeated for an ordered slice.
	Shape    Shape
	Type     Type
	Pointer  bool // a required struct that is held by pointer, to end a circle of types
	Nillable bool
	Scalar   Scalar
	// Element is the index of the element, attribute or wildcard in the
	// table; for a choice or group that of its first element.
	Element int
	// Last is the index of a choice's or group's last element.
	Last    int
	Default *string // the default of an element, or of an attribute
	// DefaultNames says what the prefixes in the default of an element stand for, and
	// those in the fixed value of an attribute.
	DefaultNames []DefaultName
	// DefaultVaries, of an attribute, says that a type derived from the
	// struct's has another default, none, or no such attribute.
	DefaultVaries bool
	Checks        []Check
	// ListItem are the facets of each item of a ListField.
	ListItem []Check
	// FacetsVar and ItemFacetsVar are the variables that hold Checks and
	// ListItem, "" where those have no facets.
	FacetsVar, ItemFacetsVar string
	Choice                   *Choice // of a ChoiceField
	// Branches say where the branches of a choice stand in the table.
	Branches  []ChoiceBranch
	Wildcards []ChoiceWildcard // those branches that are wildcards; of an ItemsField, those that bring raw nodes
	Mixed     bool             // of an ItemsField: it is all of a mixed content
	Group     *Struct          // of a GroupField
	// Declared is what the schema calls it, for messages: an element or
	// attribute name.
	Declared xsd.QName
	Struct   *Struct // of a StructField
	Simple   *Simple // the named or enumerated type of a scalar, or of a list
	Own      *Own    // of an OwnScalar
	ListOf   *Simple // that of the items of a list without a name
	Base     *Base   // of a TypedField
	Slot     *Slot   // of a TypedField: what the package knows of Base
}

// GoType is the field's Go type.
func (f *Field) GoType() GoType {
	item := f.ItemType()
	switch {
	case f.Shape == Repeated:
		item.Layers = append([]Layer{Slice}, item.Layers...)
	case f.IsPointer():
		item.Layers = append([]Layer{Pointer}, item.Layers...)
	}
	return item
}

// ItemType is the Go type of one item of the field.
func (f *Field) ItemType() GoType {
	t := GoType{Of: f.Type}
	if f.Nillable {
		t.Layers = append(t.Layers, Nillable)
	}
	if f.Kind == ListField && !f.IsNamedList() {
		t.Layers = append(t.Layers, Slice)
	}
	return t
}

// ListItemType is the Go type of the items of an XML list.
func (f *Field) ListItemType() Type {
	if f.IsNamedList() {
		return f.Simple.Of
	}
	return f.Type
}

// ListScalar is the scalar of the items of an XML list.
func (f *Field) ListScalar() Scalar {
	if f.IsNamedList() {
		return f.Simple.Scalar
	}
	return f.Scalar
}

// IsNamedList reports whether the field is of a list type that has a name.
func (f *Field) IsNamedList() bool { return f.Kind == ListField && f.Simple != nil }

// TextField is the field that holds the text of an element: of one with a struct the field
// of its simple content.
func (f *Field) TextField() *Field {
	if f.Struct != nil && f.Struct.Value != nil {
		return f.Struct.Value
	}
	return f
}

// IsScoped reports whether the field has values of [Type.IsScoped], or lists of such.
func (f *Field) IsScoped() bool {
	return f.Type.IsScoped() || f.Simple != nil && f.Simple.IsScoped() || f.ListOf != nil && f.ListOf.IsScoped()
}

// NilMeansAbsent reports whether a value of the field's type can be nil, so
// that it needs no pointer to be left out.
func (f *Field) NilMeansAbsent() bool {
	switch f.Kind {
	case ListField, TypedField, ChoiceField, ItemsField:
		return true
	}
	return f.Scalar == Base64Scalar || f.Scalar == HexScalar
}

// IsSecret reports whether the field's values are never shown.
func (f *Field) IsSecret() bool {
	return f.Scalar == SecretScalar || f.Scalar == SecretTokenScalar
}

// IsPointer reports whether the field is a pointer to one item.
func (f *Field) IsPointer() bool {
	return f.Shape != Repeated && !f.Nillable && !f.NilMeansAbsent() && !f.IsSecret() && (f.Shape == Optional || f.Pointer)
}

// ChecksItems reports whether items of the field can be wrong in a way that
// their interface does not tell.
func (f *Field) ChecksItems() bool {
	return f.Kind == ItemsField && (f.Choice.Checked() || f.Choice.Raw || f.Choice.Text && !f.Mixed)
}

// Fixed returns the only value that the schema allows the field.
func (f *Field) Fixed() (text string, ok bool) { return FixedIn(f.Checks) }

// FixedIn returns the only value that some checks allow.
func FixedIn(checks []Check) (text string, ok bool) {
	for _, c := range checks {
		if c.Kind == CheckFixed {
			return c.Text, true
		}
	}
	return "", false
}

// NilLacks returns the names of the required attributes that an element with
// xsi:nil needs still, and lacks where the field has no value for it.
func (f *Field) NilLacks() (names []string) {
	s := f.Struct
	if f.Base != nil {
		s = f.Base.Own
	}
	if !f.Nillable || s == nil {
		return nil
	}
	for _, a := range s.Attrs {
		if a.Shape == Required {
			names = append(names, a.Declared.Local)
		}
	}
	return names
}

// WritesFixed reports whether an optional attribute is written with its fixed value
// where the field is nil.
func (f *Field) WritesFixed() bool {
	_, fixed := f.Fixed()
	return fixed && f.Shape == Optional && !f.IsSecret()
}

// IsAbstract reports whether a type that documents name must stand in the place
// of the field's own.
func (f *Field) IsAbstract() bool { return f.Base != nil && f.Base.Own == nil }

// MustBeSet reports whether the field of a required attribute or element can be
// nil, so that it would be missing.
func (f *Field) MustBeSet() bool {
	switch f.Kind {
	case ScalarField, ListField, TypedField:
		_, fixed := f.Fixed()
		return f.Shape == Required && !f.Nillable && f.NilMeansAbsent() && !fixed
	}
	return false
}

// DefaultItems are the items of the default of a list, whose white space is
// collapsed: a space stands between two, and any other character is part of one.
func (f *Field) DefaultItems() []string {
	if *f.Default == "" {
		return nil
	}
	return strings.Split(*f.Default, " ")
}
