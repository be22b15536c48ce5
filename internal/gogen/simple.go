package gogen

import (
	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// simpleDecl prints a simple type.
func (p *printer) simpleDecl(s *plan.Simple) {
	p.comment(s.Doc)
	switch s.Kind {
	case plan.EnumType:
		p.Type().Id(s.Name).String()
		p.enum(s)
	case plan.UnionType:
		p.Type().Id(s.Name).String()
		for _, m := range s.Members {
			p.unionMember(s, m)
		}
	case plan.ListType:
		p.Type().Id(s.Name).Index().Add(p.typ(s.Of))
	case plan.EmbeddedType:
		if s.Scalar == plan.QNameScalar {
			p.Type().Id(s.Name).Op("=").Add(p.typ(s.Of))
		} else {
			p.Type().Id(s.Name).Struct(p.typ(s.Of))
		}
	default:
		p.Type().Id(s.Name).Add(p.typ(s.Of))
	}
	if s.Checked() && !(s.Kind == plan.EmbeddedType && s.Scalar == plan.QNameScalar) {
		p.simpleChecks(s)
	}
}

// enum prints the constants of an enumeration and what goes with them.
func (p *printer) enum(s *plan.Simple) {
	p.Comment("The values of " + s.Name + " that the schema lists.")
	p.Const().DefsFunc(func(g *jen.Group) {
		for _, v := range s.Values {
			for _, line := range commentLines(v.Doc) {
				g.Comment(line)
			}
			g.Id(v.Name).Id(s.Name).Op("=").Lit(v.Value)
		}
	})
	p.comment([]string{s.ValuesFunc + " returns the values that the schema lists, in its order."})
	p.Func().Id(s.ValuesFunc).Params().Index().Id(s.Name).Block(
		jen.Return(jen.Index().Id(s.Name).ValuesFunc(func(g *jen.Group) {
			for _, v := range s.Values {
				g.Line().Id(v.Name)
			}
			g.Line()
		})),
	)
	p.comment([]string{"Known reports whether the schema lists v. Other values are kept as they are."})
	p.Func().Params(jen.Id("v").Id(s.Name)).Id(plan.KnownMethod).Params().Bool().Block(
		jen.Switch(jen.Id("v")).Block(
			jen.CaseFunc(func(g *jen.Group) {
				for _, v := range s.Values {
					g.Id(v.Name)
				}
			}).Block(jen.Return(jen.True())),
		),
		jen.Return(p.otherValues(s)),
	)
}

// otherValues is what Known says of a text that no constant is equal to: it may
// be another spelling of a value.
func (p *printer) otherValues(s *plan.Simple) *jen.Statement {
	if !s.Checked() {
		return jen.False()
	}
	return jen.Id(s.FacetsVar).Dot("Lists").Call(jen.String().Call(jen.Id("v")))
}

// unionMember prints the method that reads a union's text as a member type.
func (p *printer) unionMember(s *plan.Simple, m plan.UnionMember) {
	p.comment([]string{m.Method + " reads the text as a member of the union. It reports false for a text that the member does not have."})
	p.Func().Params(jen.Id("v").Id(s.Name)).Id(m.Method).Params().Params(p.typ(m.Type), jen.Bool()).BlockFunc(func(b *jen.Group) {
		if m.Scalar == plan.EnumScalar && m.Simple.Kind == plan.EnumType {
			b.Id("m").Op(":=").Add(p.typ(m.Type)).Call(jen.Id("v"))
			b.Return(jen.Id("m"), jen.Id("m").Dot(plan.KnownMethod).Call())
			return
		}
		b.Return(p.wire("Parse" + scalarNames[m.Scalar]).Index(p.typ(m.Type)).Call(jen.String().Call(jen.Id("v"))))
	})
}
