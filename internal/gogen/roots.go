package gogen

import (
	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// printSpaceConsts prints the constants with the names of the package's
// namespaces.
func printSpaceConsts(out *jen.Group, pkg *plan.Package) {
	if len(pkg.Consts) == 1 {
		out.Comment(pkg.Consts[0].Name + " is the XML namespace of the package.")
		out.Const().Id(pkg.Consts[0].Name).Op("=").Lit(pkg.Consts[0].URI)
		return
	}
	out.Comment("The XML namespaces of the package.")
	out.Const().DefsFunc(func(defs *jen.Group) {
		for _, c := range pkg.Consts {
			defs.Id(c.Name).Op("=").Lit(c.URI)
		}
	})
}

// printSpaceVars prints the variables that the package's tables refer to.
func printSpaceVars(out *jen.Group, in *names, pkg *plan.Package) {
	if len(pkg.Spaces) == 0 {
		return
	}
	out.Comment("The namespaces of the names in tables, with the prefixes that encoders write.")
	out.Var().DefsFunc(func(defs *jen.Group) {
		for _, s := range pkg.Spaces {
			defs.Id(s.Name).Op("=").Add(in.codec("Namespace")).ValuesFunc(func(g *jen.Group) {
				g.Id("URI").Op(":").Lit(s.Space.URI)
				g.Id("Prefix").Op(":").Lit(s.Space.Prefix)
				if s.Space.Qualified {
					g.Id("Qualified").Op(":").True()
				}
			})
		}
		if usesSpaces(pkg) {
			defs.Id(pkg.SpacesVar).Op("=").Index().Op("*").Add(in.codec("Namespace")).ValuesFunc(func(g *jen.Group) {
				for _, s := range pkg.Spaces {
					g.Op("&").Id(s.Name)
				}
			})
		}
	})
}

func printRoots(out *jen.Group, in *names, pkg *plan.Package) {
	out.Comment("The elements that a document can start with. ElementX has the type X where nothing else is said.")
	out.Const().DefsFunc(func(defs *jen.Group) {
		for _, r := range pkg.Roots {
			for _, line := range commentLines(r.Doc) {
				defs.Comment(line)
			}
			defs.Id(r.Var).Add(in.wire("Name")).Op("=").Add(in.text(r.Name.Space, r.Name.Local))
		}
	})
}

// printNamed prints the methods that say what a struct is called: the type that it
// stands for, and its table, which has the root elements of that type and what it is
// as an item.
func printNamed(out *jen.Group, in *names, s *plan.Struct) {
	if !s.HasTable() {
		return
	}
	switch {
	case s.Embeds == nil && s.IsNamed():
		out.Func().Params(jen.Op("*").Id(s.Name)).Id("XMLType").Params().Add(in.wire("Name")).Add(oneLine(jen.Return(in.text(s.XMLName.Space, s.XMLName.Local))))
	case s.Embeds != nil:
		w := wordsOf(in.pkg, s)
		fields := append(w.spaceFields(in, w.roots(s)), w.itemFields(s)...)
		out.Var().Id(s.TableVar).Op("=").Add(in.wire("Table")).Values(append(fields, w.defaultFields(in)...)...)
	}
	out.Func().Params(jen.Op("*").Id(s.Name)).Id("XMLTable").Params().Op("*").Add(in.wire("Table")).Add(oneLine(jen.Return(jen.Op("&").Id(s.TableVar))))
}
