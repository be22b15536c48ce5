package gogen

import (
	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// structDecl prints a struct, its table and its codec.
func (p *printer) structDecl(s *plan.Struct) {
	p.comment(s.Doc)
	p.Type().Id(s.Name).StructFunc(func(g *jen.Group) {
		for _, f := range allFields(s) {
			for _, line := range commentLines(f.Doc) {
				g.Comment(line)
			}
			g.Id(f.Name).Add(p.goType(f.GoType())).Tag(map[string]string{"xml": f.Tag})
		}
		if s.Of == nil {
			g.Id(plan.ExtraField).Add(p.wire("Extra")).Tag(map[string]string{"xml": "-"})
		}
	})
	for _, c := range s.BranchOf {
		p.Func().Params(jen.Op("*").Id(s.Name)).Id(c.Method).Params().Block()
	}
	if !s.XMLName.IsZero() {
		p.comment([]string{"XMLType returns the name of the complex type, which is what xsi:type says."})
		p.Func().Params(jen.Op("*").Id(s.Name)).Id("XMLType").Params().Add(p.wire("Name")).Block(
			jen.Return(p.name(s.XMLName.Space, s.XMLName.Local)))
	}
	p.table(s)
	if s.Of == nil {
		p.decodeXML(s)
	} else {
		p.decodeElement(s)
	}
	p.appendXML(s)
	if s.Of == nil {
		p.bridges(s)
	}
	if s.Checked {
		p.checks(s)
	}
}

// bridges prints the methods by which the type fits into a document that
// package encoding/xml reads or writes.
func (p *printer) bridges(s *plan.Struct) {
	start := jen.Id("start").Qual("encoding/xml", "StartElement")
	p.comment([]string{"UnmarshalXML lets v be part of what package encoding/xml reads."})
	p.Func().Params(jen.Id("v").Op("*").Id(s.Name)).Id("UnmarshalXML").Params(jen.Id("d").Op("*").Qual("encoding/xml", "Decoder"), start.Clone()).Error().Block(
		jen.Return(p.wire("UnmarshalXML").Call(jen.Id("d"), jen.Id("start"), jen.Id("v"))))
	p.comment([]string{"MarshalXML lets v be part of what package encoding/xml writes."})
	p.Func().Params(jen.Id("v").Op("*").Id(s.Name)).Id("MarshalXML").Params(jen.Id("e").Op("*").Qual("encoding/xml", "Encoder"), start).Error().Block(
		jen.Return(p.wire("MarshalXML").Call(jen.Id("e"), jen.Id("start"), jen.Id("v"))))
}

// allFields are the fields in the order in which they are declared.
func allFields(s *plan.Struct) []*plan.Field {
	var all []*plan.Field
	all = append(all, s.Attrs...)
	if s.Value != nil {
		all = append(all, s.Value)
	}
	return append(all, s.Fields...)
}

// table prints the table of a struct: the names it knows, in content-model
// order.
func (p *printer) table(s *plan.Struct) {
	t := s.Table
	p.Var().Id(s.TableVar).Op("=").Add(p.wire("Table")).ValuesFunc(func(g *jen.Group) {
		if len(t.Elements) > 0 {
			g.Line().Id("Elements").Op(":").Index().Add(p.wire("Element")).ValuesFunc(func(g *jen.Group) { p.tableElements(g, t) })
		}
		if len(t.Attrs) > 0 {
			g.Line().Id("Attrs").Op(":").Index().Add(p.wire("Name")).ValuesFunc(func(g *jen.Group) {
				for _, a := range t.Attrs {
					g.Line().Values(p.nameFields(a.Space, a.Local)...)
				}
				g.Line()
			})
		}
		p.tableForks(g, t)
		if len(t.Aliases) > 0 {
			g.Line().Id("Aliases").Op(":").Index().Add(p.wire("Alias")).ValuesFunc(func(g *jen.Group) {
				for _, a := range t.Aliases {
					g.Values(jen.Id("Local").Op(":").Lit(a.Local), jen.Id("Index").Op(":").Lit(a.Index))
				}
			})
		}
		if len(t.Wildcards) > 0 {
			g.Line().Id("Wildcards").Op(":").Index().Add(p.wire("Wildcard")).ValuesFunc(func(g *jen.Group) {
				for _, w := range t.Wildcards {
					fields := p.wildcard(w)
					if w.At > 0 && len(t.Wildcards) > 1 {
						fields = append(fields, jen.Id("At").Op(":").Lit(w.At))
					}
					g.Values(fields...)
				}
			})
		}
		if t.AnyAttr != nil {
			g.Line().Id("AnyAttr").Op(":").Op("&").Add(p.wire("Wildcard")).Values(p.wildcard(*t.AnyAttr)...)
		}
		if len(t.Elements)+len(t.Attrs)+len(t.Aliases)+len(t.Wildcards) > 0 || t.AnyAttr != nil {
			g.Line()
		}
	})
}

func (p *printer) tableElements(g *jen.Group, t *plan.Table) {
	for _, e := range t.Elements {
		g.Line().ValuesFunc(func(v *jen.Group) {
			v.Id("Name").Op(":").Add(p.name(e.Name.Space, e.Name.Local))
			if e.Many {
				v.Id("Many").Op(":").True()
			}
			if e.Again {
				v.Id("Again").Op(":").True()
			}
		})
	}
	g.Line()
}

func (p *printer) tableForks(g *jen.Group, t *plan.Table) {
	if len(t.Forks) == 0 {
		return
	}
	g.Line().Id("Forks").Op(":").Index().Add(p.wire("Fork")).ValuesFunc(func(g *jen.Group) {
		for _, f := range t.Forks {
			g.Line().Values(jen.Id("Index").Op(":").Lit(f.Index), jen.Id("After").Op(":").Index().Index(jen.Lit(2)).Int().ValuesFunc(func(g *jen.Group) {
				for _, r := range f.After {
					g.Values(jen.Lit(r[0]), jen.Lit(r[1]))
				}
			}))
		}
		g.Line()
	})
}

// wildcard prints the fields of a wildcard of the runtime.
func (p *printer) wildcard(w plan.TableWildcard) []jen.Code {
	fields := []jen.Code{jen.Id("Index").Op(":").Lit(w.Index)}
	c := w.Namespaces
	spaces := c.Names
	switch {
	case c.Any:
		return append(fields, jen.Id("Kind").Op(":").Add(p.wire("WildcardAny")))
	case c.Not:
		fields = append(fields, jen.Id("Kind").Op(":").Add(p.wire("WildcardExcept")))
		if len(spaces) != 1 || spaces[0] != "" {
			spaces = append([]string{""}, spaces...)
		}
	default:
		fields = append(fields, jen.Id("Kind").Op(":").Add(p.wire("WildcardOnly")))
	}
	return append(fields, jen.Id("Spaces").Op(":").Index().String().ValuesFunc(func(g *jen.Group) {
		for _, s := range spaces {
			g.Lit(s)
		}
	}))
}

// choiceDecl prints the interface of a choice.
func (p *printer) choiceDecl(c *plan.Choice) {
	p.comment(c.Doc)
	p.Type().Id(c.Name).Interface(p.wire("Appender"), jen.Id(c.Method).Params())
}
