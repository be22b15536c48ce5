package gogen

import (
	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

func printRoots(out *jen.Group, in *names, pkg *plan.Package) {
	out.Comment("The elements that a document can start with.")
	out.Var().DefsFunc(func(defs *jen.Group) {
		for _, r := range pkg.Roots {
			for _, line := range commentLines(r.Doc) {
				defs.Comment(line)
			}
			defs.Id(r.Var).Op("=").Add(in.wire("Name")).Values(in.rootFields(r)...)
		}
	})
}

// rootFields are those of the name of a root element.
func (in *names) rootFields(r *plan.Root) []jen.Code {
	fields := in.nameFields(r.Name.Space, r.Name.Local)
	if r.Default != nil {
		fields = append(fields, jen.Id("Default").Op(":").Add(in.rootDefault(r.Default)))
	}
	return fields
}

// printRootsOf prints the method that says which root elements a struct is for.
func printRootsOf(out *jen.Group, in *names, s *plan.Struct) {
	if s.Of != nil || s.XMLName.IsZero() && len(s.Roots) == 0 {
		return
	}
	method := out.Func().Params(jen.Op("*").Id(s.Name)).Id("XMLRoots").Params().Index().Add(in.wire("Name"))
	switch {
	case len(s.Roots) == 0:
		method.Add(oneLine(jen.Return(jen.Nil())))
	case s.Table == nil:
		method.Block(jen.Return(in.rootNames(s)))
	default:
		method.Add(oneLine(jen.Return(jen.Id(s.TableVar).Dot("Roots"))))
	}
}

// rootNames are the names of a struct's root elements.
func (in *names) rootNames(s *plan.Struct) *jen.Statement {
	return jen.Index().Add(in.wire("Name")).ValuesFunc(func(g *jen.Group) {
		for _, r := range s.Roots {
			g.Values(in.rootFields(r)...)
		}
	})
}
