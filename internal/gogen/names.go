package gogen

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// names says how a file writes what is declared elsewhere: what is qualified
// there is imported.
type names struct {
	plan *plan.Plan
	pkg  *plan.Package // that of the file; nil in the root package and in all
	// same has the structs of the package whose attributes are described by the table of another.
	same map[*plan.Struct]*plan.Struct
}

// wire is a name of the runtime, in whichever of its packages it lives.
func (in *names) wire(name string) *jen.Statement {
	return jen.Qual(in.plan.RuntimePath(plan.RuntimePackage(name)), name)
}

// api is a name of the API's client package.
func (in *names) api(name string) *jen.Statement { return jen.Qual(in.plan.ClientPath, name) }

// codec is a name of the package that only generated code calls, where another
// package of the runtime has the same name.
func (in *names) codec(name string) *jen.Statement {
	return jen.Qual(in.plan.RuntimePath("codec"), name)
}

// name is an expanded name as tables have it.
func (in *names) name(space, local string) *jen.Statement {
	return in.codec("Name").Values(in.nameFields(space, local)...)
}

// text is an expanded name as people have it, by the constant of its namespace.
func (in *names) text(space, local string) *jen.Statement {
	for _, c := range in.pkg.Consts {
		if c.URI == space {
			return jen.Lit("{").Op("+").Id(c.Name).Op("+").Lit("}" + local)
		}
	}
	if space == "" {
		return jen.Lit(local)
	}
	return jen.Lit("{" + space + "}" + local)
}

func (in *names) nameFields(space, local string) []jen.Code {
	fields := []jen.Code{jen.Id("Local").Op(":").Lit(local)}
	if space != "" {
		fields = append([]jen.Code{jen.Id("Space").Op(":").Add(in.namespace(space))}, fields...)
	}
	return fields
}

// namespace is a pointer to the variable of the package that holds a namespace.
func (in *names) namespace(uri string) *jen.Statement {
	for _, s := range in.pkg.Spaces {
		if s.Space.URI == uri {
			return jen.Op("&").Id(s.Name)
		}
	}
	return jen.Op("&").Add(in.codec("Namespace")).Values(jen.Id("URI").Op(":").Lit(uri))
}

// typ is the use of a type, without pointer or slice for its occurrence.
func (in *names) typ(t plan.Type) *jen.Statement {
	s := &jen.Statement{}
	if t.Slice {
		s.Index()
	}
	switch {
	case t.Runtime:
		return s.Add(in.wire(t.Name))
	case t.Import != "":
		return s.Qual(t.Import, t.Name)
	case t.Package != nil && t.Package != in.pkg:
		return s.Qual(t.Package.ImportPath, t.Name)
	}
	return s.Id(t.Name)
}

// own is the method of the variable with the conversions of a type that the user
// has chosen.
func (in *names) own(o *plan.Own, method string) *jen.Statement {
	return jen.Id(in.pkg.OwnVar(o)).Dot(method)
}

// goType is a Go type with its layers.
func (in *names) goType(t plan.GoType) *jen.Statement {
	s := in.typ(t.Of)
	for _, l := range slices.Backward(t.Layers) {
		switch l {
		case plan.Slice:
			s = jen.Index().Add(s)
		case plan.Pointer:
			s = jen.Op("*").Add(s)
		case plan.Nillable:
			s = in.wire("Nillable").Index(s)
		}
	}
	return s
}

// structRef is the name of a struct, qualified where it is in another package.
func (in *names) structRef(s *plan.Struct) *jen.Statement {
	return in.typ(plan.Type{Package: s.Pkg, Name: s.Name})
}
