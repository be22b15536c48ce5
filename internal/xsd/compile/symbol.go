package compile

import (
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// symbolKind is a symbol space of Part 1 §2.5. Simple and complex types share
// one.
type symbolKind uint8

const (
	typeSymbol symbolKind = iota
	elementSymbol
	attributeSymbol
	groupSymbol
	attributeGroupSymbol
	notationSymbol
	kindCount
)

func (k symbolKind) String() string {
	return [...]string{"type", "element", "attribute", "group", "attribute group", "notation"}[k]
}

// globalKinds are the children of schema and redefine that define something.
var globalKinds = map[string]symbolKind{
	"simpleType": typeSymbol, "complexType": typeSymbol,
	"element": elementSymbol, "attribute": attributeSymbol,
	"group": groupSymbol, "attributeGroup": attributeGroupSymbol,
	"notation": notationSymbol,
}

// symbol is a global component: where it stands and, once built, what it is.
type symbol struct {
	kind     symbolKind
	name     xsd.QName
	e        *xmltree.Element
	doc      *document
	copies   []*document // others that define the same
	original *symbol     // what this one redefines
	replaced bool        // something redefines this one
	selfRefs int         // references of a redefined group to its original
	state    buildState
	built    any // *xsd.SimpleType, *complexType, … by kind
}

type buildState uint8

const (
	unbuilt buildState = iota
	building
	built
)

// conflict is two components of one name that differ.
type conflict struct{ first, second *symbol }
