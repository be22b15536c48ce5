package check

import (
	"iter"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Set is what is to be checked: the components of a schema with what messages
// about them need, in the order in which they are declared.
type Set struct {
	Schema          *xsd.Schema
	Types           iter.Seq[Type]
	Elements        iter.Seq[Element]
	Values          []Value
	AttributeGroups []*xsd.AttributeGroupDef
	Redefined       []Redefinition
	// Steps bound a single check whose cost can grow with the product of two
	// content models; all checks together may take ten times as many.
	Steps int
}

// Type is a complex type, global or local.
type Type struct {
	T   *xsd.ComplexType
	Doc Document
	// Mixed is what the type's own document says, which an extension need not
	// follow.
	Mixed bool
	// Broken says that the derivation is reported as wrong already: its
	// consequences are not.
	Broken bool
}

// Element is an element declaration, global or local.
type Element struct {
	Decl *xsd.ElementDecl
	Doc  Document
	// Source says where the document has an attribute of the declaration.
	Source interface {
		PosOf(attribute string) diag.Pos
	}
	// Names resolves the prefixes in the default; nil where there is none.
	Names func(prefix string) (uri string, ok bool)
}

// Value is a value constraint of an attribute declaration or use.
type Value struct {
	Decl  *xsd.AttributeDecl
	Use   *xsd.AttributeUse // nil where the declaration itself has the value
	Names func(prefix string) (uri string, ok bool)
}

// Redefinition is a group or attribute group within redefine that does not
// refer to what it redefines: it must then restrict it.
type Redefinition struct {
	Name                 xsd.QName
	Pos                  diag.Pos
	Doc                  Document
	Group, Original      *xsd.ModelGroupDef
	Attributes, OldAttrs *xsd.AttributeGroupDef
}
