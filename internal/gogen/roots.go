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
			fields := in.nameFields(r.Name.Space, r.Name.Local)
			if r.Default != nil {
				fields = append(fields, jen.Id("Default").Op(":").Add(in.rootDefault(r.Default)))
			}
			defs.Id(r.Var).Op("=").Add(in.wire("Name")).Values(fields...)
		}
	})
}
