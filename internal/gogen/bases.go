package gogen

import (
	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// printBase prints the interface of a base and the type that holds what nobody
// has a type for.
func printBase(out *jen.Group, in *names, b *plan.Base) {
	printComment(out, b.Doc)
	out.Type().Id(b.Name).Interface(in.wire("Typed"), jen.Id(b.Method).Params())
	printComment(out, []string{b.Unknown + " stands for a [" + b.Name + "] of a type that the decoder does not know. It keeps all that the document has."})
	out.Type().Id(b.Unknown).Struct(in.wire("RawTyped"))
}

// printBaseMarkers prints the methods that make a struct a member of bases.
func printBaseMarkers(out *jen.Group, s *plan.Struct) {
	for _, b := range s.Bases {
		printBaseMarker(out, s.Name, b)
	}
}

func printBaseMarker(out *jen.Group, of string, b *plan.Base) {
	out.Func().Params(jen.Op("*").Id(of)).Id(b.Method).Params().Block()
}

// printSlot prints the variable with the types that a package knows of a base.
func printSlot(out *jen.Group, in *names, s *plan.Slot) {
	base := func() *jen.Statement { return in.baseRef(s.Base) }
	out.Comment(s.Var + " has the types that can be told apart where a document has a " + s.Base.Name + ".")
	out.Var().Id(s.Var).Op("=").Add(in.wire("Slot")).Index(base()).ValuesFunc(func(g *jen.Group) {
		if len(s.Known) > 0 {
			g.Line().Id("Types").Op(":").Index().Add(in.wire("SlotType")).Index(base()).ValuesFunc(func(g *jen.Group) {
				for _, m := range s.Known {
					g.Line().Values(jen.Id("Name").Op(":").Add(in.name(m.XMLName.Space, m.XMLName.Local)),
						jen.Id("New").Op(":").Add(constructor(base(), in.structRef(m))))
				}
				g.Line()
			})
		}
		if s.Base.Own != nil {
			g.Line().Id("Declared").Op(":").Op("&").Add(in.name(s.Base.XMLName.Space, s.Base.XMLName.Local))
		}
		g.Line().Id("Unknown").Op(":").Add(constructor(base(), in.typ(plan.Type{Package: s.Base.Pkg, Name: s.Base.Unknown})))
		g.Line()
	})
}

// constructor is a function that returns a new value as an interface.
func constructor(result, of *jen.Statement) *jen.Statement {
	return jen.Func().Params().Add(result).Add(oneLine(jen.Return(jen.New(of))))
}

// baseRef is the name of a base, qualified where it is in another package.
func (in *names) baseRef(b *plan.Base) *jen.Statement {
	return in.typ(plan.Type{Package: b.Pkg, Name: b.Name})
}
