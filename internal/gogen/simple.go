package gogen

import (
	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// printSimple prints a simple type as a person reads it.
func printSimple(out *jen.Group, in *names, s *plan.Simple) {
	printComment(out, s.Doc)
	switch s.Kind {
	case plan.EnumType:
		out.Type().Id(s.Name).String()
		printConstants(out, s)
	case plan.UnionType:
		out.Type().Id(s.Name).String()
	case plan.ListType:
		out.Type().Id(s.Name).Index().Add(in.typ(s.Of))
	case plan.EmbeddedType:
		if s.IsAlias() {
			out.Type().Id(s.Name).Op("=").Add(in.typ(s.Of))
		} else {
			out.Type().Id(s.Name).Struct(in.typ(s.Of))
		}
	default:
		out.Type().Id(s.Name).Add(in.typ(s.Of))
	}
}

// hasMethods reports whether a simple type has anything but its declaration.
func hasMethods(s *plan.Simple) bool {
	return s.Kind == plan.EnumType || s.MustFunc != "" || len(s.Members) > 0 || s.Checked() && !s.IsAlias()
}

// printSimpleMethods prints the functions and methods of a simple type, and its facets.
func printSimpleMethods(out *jen.Group, in *names, s *plan.Simple) {
	if s.Kind == plan.EnumType {
		printKnown(out, in, s)
	}
	if s.MustFunc != "" {
		printComment(out, []string{s.ParseFunc + " returns the value that a text says, or what the schema does not allow of it."})
		out.Func().Id(s.ParseFunc).Params(jen.Id("text").String()).Params(jen.Id(s.Name), jen.Error()).Add(oneLine(jen.Return(in.codec("Parse").Index(jen.Id(s.Name)).Call(jen.Id("text")))))
		printComment(out, []string{s.MustFunc + " is [" + s.ParseFunc + "] for a text that is known to be right. It panics where it is not."})
		out.Func().Id(s.MustFunc).Params(jen.Id("text").String()).Id(s.Name).Add(oneLine(jen.Return(in.codec("Must").Index(jen.Id(s.Name)).Call(jen.Id("text")))))
	}
	for _, m := range s.Members {
		printUnionMember(out, in, s, m)
	}
	if s.Checked() && !s.IsAlias() {
		printSimpleChecks(out, in, s)
	}
}

// printConstants prints the values of an enumeration.
func printConstants(out *jen.Group, s *plan.Simple) {
	out.Const().DefsFunc(func(g *jen.Group) {
		for _, v := range s.Values {
			for _, line := range commentLines(v.Doc) {
				g.Comment(line)
			}
			g.Id(v.Name).Id(s.Name).Op("=").Lit(v.Value)
		}
	})
}

// printKnown prints what asks an enumeration for its values.
func printKnown(out *jen.Group, in *names, s *plan.Simple) {
	list := jen.Index().Id(s.Name).ValuesFunc(func(g *jen.Group) {
		for _, v := range s.Values {
			g.Id(v.Name)
		}
	})
	out.Func().Id(s.ValuesFunc).Params().Index().Id(s.Name).Add(oneLine(jen.Return(list)))
	known := jen.Qual("slices", "Contains").Call(jen.Id(s.ValuesFunc).Call(), jen.Id("v"))
	if s.Checked() {
		known.Op("||").Add(otherValues(s))
	}
	out.Func().Params(jen.Id("v").Id(s.Name)).Id(plan.KnownMethod).Params().Bool().Add(oneLine(jen.Return(known)))
	if isOpenEnum(s) {
		check := in.codec("CheckListed").Call(c(), jen.Id("v"), jen.Id(s.ValuesFunc))
		out.Func().Params(jen.Id("v").Id(s.Name)).Id("CheckXML").Params(jen.Id("c").Op("*").Add(in.wire("Checker"))).Add(oneLine(check))
	}
}

// otherValues is what Known says of a text that no constant is equal to: it may
// be another spelling of a value.
func otherValues(s *plan.Simple) *jen.Statement {
	return jen.Id(s.FacetsVar).Dot("Lists").Call(jen.String().Call(jen.Id("v")))
}

// printUnionMember prints the method that reads a union's text as a member type.
func printUnionMember(out *jen.Group, in *names, s *plan.Simple, m plan.UnionMember) {
	printComment(out, []string{m.Method + " reads the text as a member of the union. It reports false for a text that the member does not have."})
	out.Func().Params(jen.Id("v").Id(s.Name)).Id(m.Method).Params().Params(in.typ(m.Type), jen.Bool()).BlockFunc(func(b *jen.Group) {
		if m.Scalar == plan.EnumScalar && m.Simple.Kind == plan.EnumType {
			b.Id("m").Op(":=").Add(in.typ(m.Type)).Call(jen.Id("v"))
			b.Return(jen.Id("m"), jen.Id("m").Dot(plan.KnownMethod).Call())
			return
		}
		b.Return(in.wire("Parse" + scalarNames[m.Scalar]).Index(in.typ(m.Type)).Call(jen.String().Call(jen.Id("v"))))
	})
}
