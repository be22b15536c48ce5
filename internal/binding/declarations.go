package binding

import (
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// declarations are the types of the plan: what became of each type definition,
// and what each package declares.
type declarations struct {
	structs     map[*xsd.ComplexType]*plan.Struct
	sources     map[*xsd.ComplexType]*structSource
	order       []*structSource // structs of complex types, in the order in which they are named
	simples     map[*xsd.SimpleType]*plan.Simple
	simpleOrder []*xsd.SimpleType // in the order in which they are named
	all         []*plan.Struct    // also branches and groups
	types       map[*plan.Package][]plan.Decl
	bases       map[*xsd.ComplexType]*plan.Base
	baseOrder   []*xsd.ComplexType // in the order in which they are entered
	groups      *attrGroups
}

func newDeclarations() *declarations {
	return &declarations{
		structs: map[*xsd.ComplexType]*plan.Struct{}, sources: map[*xsd.ComplexType]*structSource{},
		simples: map[*xsd.SimpleType]*plan.Simple{}, types: map[*plan.Package][]plan.Decl{},
		bases: map[*xsd.ComplexType]*plan.Base{},
	}
}

// structSource is a struct with the complex type it is made from and where
// that stands: the named type it is within and the elements on the way down.
type structSource struct {
	s    *plan.Struct
	t    *xsd.ComplexType
	root xsd.QName
	path []string
	// global says that root is a global element, which path begins with.
	global bool
	// filled is set once its fields are planned.
	filled bool
}

func (ds *declarations) enter(src *structSource) {
	ds.structs[src.t], ds.sources[src.t] = src.s, src
	ds.order = append(ds.order, src)
	ds.all = append(ds.all, src.s)
	ds.addDecl(src.s.Pkg, src.s)
}

func (ds *declarations) enterSimple(t *xsd.SimpleType, name string, p *plan.Package) *plan.Simple {
	s := &plan.Simple{Name: name, File: valuesFile, XMLName: t.Name, Pkg: p}
	ds.simples[t] = s
	ds.simpleOrder = append(ds.simpleOrder, t)
	ds.addDecl(p, s)
	return s
}

// addDecl enters a type into its package.
func (ds *declarations) addDecl(p *plan.Package, d plan.Decl) {
	if ds.types == nil {
		ds.types = map[*plan.Package][]plan.Decl{}
	}
	ds.types[p] = append(ds.types[p], d)
}

// ownerOf returns the struct around a component.
func (ds *declarations) ownerOf(c xsd.Component) *plan.Struct {
	for {
		switch t := c.(type) {
		case *xsd.ElementDecl:
			c = t.Scope
		case *xsd.ComplexType:
			if s := ds.structs[t]; s != nil && !t.Name.IsZero() {
				return s
			}
			c = t.Enclosing
		case *xsd.SimpleType:
			c = t.Enclosing
		default:
			return nil
		}
	}
}

// moveAnonymous puts anonymous types into the file of the type they stand in.
func (ds *declarations) moveAnonymous() {
	for _, src := range ds.order {
		if owner := ds.ownerOf(src.t.Enclosing); owner != nil {
			src.s.File = owner.File
		}
	}
	for t, s := range ds.simples {
		if owner := ds.ownerOf(t.Enclosing); owner != nil && s.Kind != plan.EnumType {
			s.File = owner.File
		}
	}
}
