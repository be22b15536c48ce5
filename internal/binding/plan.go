package binding

import (
	"github.com/wbxgen/wbxgen/internal/operation"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Plan is the Go code of one schema version.
type Plan struct {
	// Source names the schema in the header of every file, such as
	// schemas/40.6.0.
	Source string
	// Version is the name of the schema's version, or "".
	Version string
	// ImportPath is that of the root package, which all others are below.
	ImportPath string
	// RootName is the name of the root package.
	RootName   string
	Runtime    string // import path of package wire
	ClientPath string // import path of the API's client package, "" without operations
	Namespaces []*Namespace
	Packages   []*Package
	// Registered reports whether there is a slot in which types are told
	// apart by xsi:type, so that a registry of types is needed.
	Registered bool
}

// Namespace is an XML namespace of the schema.
type Namespace struct {
	URI    string
	Prefix string // the prefix that encoders use
	Var    string // the variable of the root package that holds it
}

// Package is a Go package: the types of one namespace, or of several that
// refer to each other in a circle.
type Package struct {
	Name       string
	Dir        string // below the root package
	ImportPath string
	Namespaces []*Namespace
	Doc        []string
	Types      []Decl // in the order in which a file lists them
	Roots      []*Root
	Operations []*Method
}

// Decl is a type declaration: *[Struct], *[Simple], *[Choice].
type Decl interface {
	// TypeName is the Go name.
	TypeName() string
	// InFile is the name of the file, without ending, that it goes to.
	InFile() string
}

// Type is the use of a Go type.
type Type struct {
	// Package is the package of the plan that declares it; nil for a type of
	// the runtime, if Runtime is set, or of the language.
	Package *Package
	Runtime bool
	Name    string
	// Slice is set for the Go type of an XML list without a name: a slice
	// of the named type; for binary values it is []byte.
	Slice bool
}

// Scalar says how the text of a simple value becomes a Go value.
type Scalar uint8

// The scalars. The first ones have helpers of their own in package wire; the
// types of ValueScalar read and write themselves.
const (
	NoScalar     Scalar = iota
	StringScalar        // white space kept
	NormalizedScalar
	TokenScalar
	EnumScalar
	BoolScalar
	IntScalar
	UintScalar
	FloatScalar
	ValueScalar
	Base64Scalar
	HexScalar
	QNameScalar
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
)

// Shape says how often a field's item occurs.
type Shape uint8

// The shapes of field.
const (
	Required Shape = iota
	Optional
	Repeated
)

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
	// DefaultVaries, of an attribute, says that a type derived from the
	// struct's has another default, none, or no such attribute.
	DefaultVaries bool
	Checks        []Check
	// ListItem are the facets of each item of a ListField.
	ListItem []Check
	Choice   *Choice // of a ChoiceField
	// Branches say where the branches of a choice stand in the table.
	Branches  []ChoiceBranch
	Wildcards []ChoiceWildcard // those branches that are wildcards
	Group     *Struct          // of a GroupField
	// Declared is what the schema calls it, for messages: an element or
	// attribute name.
	Declared xsd.QName
	Struct   *Struct          // of a StructField
	Simple   *Simple          // the named or enumerated type of a scalar
	openType *xsd.ComplexType // of a TypedField: the declared type
	// OpenFallback, of a TypedField, is the type that stands for itself
	// where a document has no xsi:type; nil if that is abstract.
	OpenFallback *Struct
}

// Struct is a Go struct: a complex type, a branch of a choice, or a group that
// repeats.
type Struct struct {
	Name string
	File string
	Doc  []string
	// XMLName is the name of the complex type; zero for an anonymous one and
	// for branches and groups.
	XMLName xsd.QName
	Pkg     *Package
	Attrs   []*Field
	Fields  []*Field
	Value   *Field // the text of simple content
	// Table is nil for branches and groups: they use that of their struct.
	Table    *Table
	TableVar string
	// Of is the struct that a branch or group belongs to.
	Of *Struct
	// Branches are the choices that the struct is a branch of.
	BranchOf []*Choice
	// Checked reports whether there is a facet somewhere below.
	Checked bool
	// Registered reports whether the type can stand in an open slot.
	Registered bool
	Component  xsd.Component
}

// TypeName returns the Go name.
func (s *Struct) TypeName() string { return s.Name }

// InFile returns the file that the struct goes to.
func (s *Struct) InFile() string { return s.File }

// Table is the children that a struct knows, in content-model order.
type Table struct {
	Elements  []TableElement
	Forks     []TableFork
	Attrs     []xsd.QName
	Aliases   []TableAlias
	Wildcards []TableWildcard
	AnyAttr   *TableWildcard
}

// TableElement is an element that may occur.
type TableElement struct {
	Name  xsd.QName
	Many  bool // it may follow itself
	Again bool // it is part of a choice or group that repeats
}

// TableFork says which elements of a table can come before one whose name
// stands at several places.
type TableFork struct {
	Index int
	After [][2]int // ranges; -1 is the start of the content
}

// TableAlias is another spelling of an element's local name.
type TableAlias struct {
	Local string
	Index int
}

// TableWildcard is an element or attribute wildcard.
type TableWildcard struct {
	Index      int
	At         int // how many elements stand before it
	Namespaces xsd.NamespaceConstraint
}

// Choice is an interface whose values are the branches of a choice.
type Choice struct {
	Name     string
	File     string
	Doc      []string
	Branches []*Struct
	Method   string // the unexported method that seals it
	Pkg      *Package
	prefix   string // what the names of its branches start with
	// Required reports whether a document needs one of the branches.
	Required bool
}

// ChoiceWildcard is a branch of a choice that a wildcard makes.
type ChoiceWildcard struct {
	Branch  int
	Element int // the wildcard's index in the table
}

// TypeName returns the Go name.
func (c *Choice) TypeName() string { return c.Name }

// InFile returns the file that the choice goes to.
func (c *Choice) InFile() string { return c.File }

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
	Values  []EnumValue
	Members []UnionMember
	Checks  []Check
	// Item is the item's named type, ItemChecks are the facets of an item
	// that has none.
	Item       *Simple
	ItemChecks []Check
	FacetsVar  string // the variable that holds the facets
	XMLName    xsd.QName
	Pkg        *Package
	filled     bool
}

// TypeName returns the Go name.
func (s *Simple) TypeName() string { return s.Name }

// InFile returns the file that the type goes to.
func (s *Simple) InFile() string { return s.File }

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

// CheckKind names a facet check.
type CheckKind uint8

// The facet checks.
const (
	CheckLength CheckKind = iota
	CheckMinLength
	CheckMaxLength
	CheckPattern
	CheckMinInclusive
	CheckMinExclusive
	CheckMaxInclusive
	CheckMaxExclusive
	CheckTotalDigits
	CheckFractionDigits
	CheckMinItems // of a repeated element
	CheckMaxItems
	CheckChoice // a required choice must be set
)

// Check is a facet, or a bound on occurrence, that Validate looks at.
type Check struct {
	Kind    CheckKind
	Number  uint64   // for lengths, digits and items
	Text    string   // for bounds: the canonical value
	Pattern []string // for a pattern: Go expressions, one of which must match
}

// Root is a global element: what a document can start with.
type Root struct {
	Var     string
	Doc     []string
	Name    xsd.QName
	Struct  *Struct // nil where the element has no struct for a type
	Element *xsd.ElementDecl
}

// Method is an operation's method on the package's client.
type Method struct {
	Name      string
	File      string
	Doc       []string
	Var       string // the descriptor
	Operation operation.Operation
	Request   *Struct
	Response  *Struct
	List      *List // how the response's list is read item by item; nil without one
}

// List is a repeated element of a response that can be read item by item.
type List struct {
	Var   string // the variable that holds it
	Items string // the method that reads one answer
	Doc   []string
	Item  *Field
	// Pages is nil for a list that comes in one piece.
	Pages *Pages
}

// Pages is how a list is asked for page by page.
type Pages struct {
	All                   string // the method that reads all pages
	Doc                   []string
	Control               *Field // of the request
	Start                 *Field // of the control
	Records               *Field // of the response
	Total, Returned, From *Field // of the records
}
