package validate

import "github.com/wbxgen/wbxgen/internal/xsd"

// element is an element declaration as validation needs it.
type element struct {
	decl        *xsd.ElementDecl
	typ         *typeInfo
	constraints []*constraint
}
