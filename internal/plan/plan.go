package plan

import (
	"slices"

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
	ClientPath string // import path of the package that methods call, "" without operations
	ClientName string // its name
	Namespaces []*Namespace
	Packages   []*Package
	// EncodingXML says that types have the methods that package encoding/xml
	// calls.
	EncodingXML bool
	// Approximations are components that the code is not wholly faithful to.
	Approximations []Approximation
	// Registered reports whether there is a slot in which types are told
	// apart by xsi:type, so that a registry of types is needed.
	Registered bool
}

// Single reports whether all is in the root package.
func (p *Plan) Single() bool {
	return slices.ContainsFunc(p.Packages, func(pkg *Package) bool { return pkg.ImportPath == p.ImportPath })
}

// ToldByType reports whether there are operations that xsi:type tells.
func (p *Plan) ToldByType() bool {
	for _, pkg := range p.Packages {
		for _, m := range pkg.Operations {
			if !m.Operation.Elements {
				return true
			}
		}
	}
	return false
}

// Approximation says how code differs from what a component says.
type Approximation struct {
	Component xsd.Component
	How       string
}

// Approximate notes one.
func (p *Plan) Approximate(c xsd.Component, how string) {
	p.Approximations = append(p.Approximations, Approximation{c, how})
}

// Namespace is an XML namespace of the schema.
type Namespace struct {
	URI    string
	Prefix string // the prefix that encoders use
	// Qualified says that a document that starts in the namespace has it as its
	// default namespace.
	Qualified bool
}

// SpaceVar is the variable of a package that holds a namespace.
type SpaceVar struct {
	Name  string
	Space *Namespace
}

// SpaceConst is the constant of a package that has the name of a namespace.
type SpaceConst struct{ Name, URI string }

// Package is a Go package: the types of one namespace, or of several that
// refer to each other in a circle.
type Package struct {
	Name       string
	Dir        string // below the root package
	ImportPath string
	// Elsewhere says that the package is generated with another output, and
	// imported by this one.
	Elsewhere  bool
	Namespaces []*Namespace
	// Consts has one constant for each of its namespaces that has a name, Spaces
	// the variables for the namespaces that its tables use.
	Consts     []SpaceConst
	Spaces     []SpaceVar
	SpacesVar  string // the variable that lists them
	Doc        []string
	Types      []Decl // in the order in which a file lists them
	Owns       []OwnVar
	Roots      []*Root
	Slots      []*Slot
	Operations []*Method
	// ItemTables list the members of the interfaces that its tables refer to.
	ItemTables []*ItemTable
	// Text and Raw are what stands for text and raw nodes among items, nil
	// where nothing needs it.
	Text, Raw *ItemPart
}

// Decl is a type declaration: *[Struct], *[Simple], *[Choice], *[Base],
// *[ItemPart].
type Decl interface {
	// TypeName is the Go name.
	TypeName() string
	// InFile is the name of the file, without ending, that it goes to.
	InFile() string
}

// Root is a global element: what a document can start with.
type Root struct {
	Var     string
	Doc     []string
	Name    xsd.QName
	Struct  *Struct // nil where the element has no struct for a type
	Element *xsd.ElementDecl
	Default *Default // what an empty element stands for, nil for nothing
}
