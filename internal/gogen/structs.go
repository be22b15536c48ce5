package gogen

import (
	"fmt"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// printStruct prints a struct as a person reads it.
func printStruct(out *jen.Group, in *names, s *plan.Struct) {
	printComment(out, s.Doc)
	if s.Embeds != nil {
		out.Type().Id(s.Name).Struct(in.structRef(s.Embeds))
		return
	}
	out.Type().Id(s.Name).StructFunc(func(g *jen.Group) {
		for _, group := range s.Groups {
			g.Add(in.structRef(group))
		}
		for _, f := range allFields(s) {
			for _, line := range commentLines(f.Doc) {
				g.Comment(line)
			}
			g.Id(f.Name).Add(in.goType(f.GoType())).Tag(map[string]string{"xml": f.Tag})
		}
		if s.Of == nil && !s.IsGroup {
			g.Id(plan.ExtraField).Add(in.wire("Extra")).Tag(map[string]string{"xml": "-", "json": ",omitzero"})
		}
	})
}

// printStructCodec prints what a struct's methods are made of: its table, its
// codec and its checks.
func printStructCodec(out *jen.Group, in *names, s *plan.Struct) {
	if s.IsGroup {
		printAttrGroup(out, in, s)
		return
	}
	printMarkers(out, s)
	printItem(out, in, s)
	printNamed(out, in, s)
	if s.Embeds != nil {
		return
	}
	printBaseMarkers(out, s)
	printTable(out, in, s)
	if s.Of == nil {
		printDecodeXML(out, in, s)
	} else {
		printDecodeElement(out, in, s)
	}
	printAppendXML(out, in, s)
	if s.Of == nil && in.plan.EncodingXML {
		printBridges(out, in, s)
	}
	printTools(out, in, s)
	switch {
	case s.Checked:
		printChecks(out, in, s)
	case s.Of == nil:
		printValidate(out, in, jen.Id("v").Op("*").Id(s.Name))
	}
}

// printTools prints what Go's tools ask of a struct. Those that only look take a
// value, so that they see it wherever it stands.
func printTools(out *jen.Group, in *names, s *plan.Struct) {
	value, pointer := jen.Id("v").Id(s.Name), jen.Id("v").Op("*").Id(s.Name)
	if s.Printable {
		out.Func().Params(value.Clone()).Id(plan.StringMethod).Params().String().Add(oneLine(jen.Return(in.wire("Shown").Call(jen.Op("&").Id("v")))))
	}
	if !hasFloat(s) {
		return
	}
	data := jen.Id("data").Index().Byte()
	out.Func().Params(value).Id("MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()).Add(oneLine(jen.Return(in.wire("MarshalJSON").Call(jen.Op("&").Id("v")))))
	out.Func().Params(pointer).Id("UnmarshalJSON").Params(data).Error().Add(oneLine(jen.Return(in.wire("UnmarshalJSON").Call(jen.Id("data"), jen.Id("v")))))
}

// hasFloat reports whether a struct has fields of floating-point numbers, of
// which JSON cannot carry all.
func hasFloat(s *plan.Struct) bool {
	return slices.ContainsFunc(s.Groups, hasFloat) || slices.ContainsFunc(allFields(s), func(f *plan.Field) bool {
		return f.Scalar == plan.FloatScalar || f.Group != nil && hasFloat(f.Group)
	})
}

// printBridges prints the methods by which the type fits into a document that
// package encoding/xml reads or writes.
func printBridges(out *jen.Group, in *names, s *plan.Struct) {
	start := jen.Id("start").Qual("encoding/xml", "StartElement")
	printComment(out, []string{"UnmarshalXML lets v be part of what package encoding/xml reads."})
	out.Func().Params(jen.Id("v").Op("*").Id(s.Name)).Id("UnmarshalXML").Params(jen.Id("d").Op("*").Qual("encoding/xml", "Decoder"), start.Clone()).Error().Block(
		jen.Return(in.wire("UnmarshalXML").Call(jen.Id("d"), jen.Id("start"), jen.Id("v"))))
	printComment(out, []string{"MarshalXML lets v be part of what package encoding/xml writes."})
	out.Func().Params(jen.Id("v").Op("*").Id(s.Name)).Id("MarshalXML").Params(jen.Id("e").Op("*").Qual("encoding/xml", "Encoder"), start).Error().Block(
		jen.Return(in.wire("MarshalXML").Call(jen.Id("e"), jen.Id("start"), jen.Id("v"))))
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

// printTable prints the table of a struct: the names it knows, in content-model
// order.
func printTable(out *jen.Group, in *names, s *plan.Struct) {
	t := s.Table
	out.Var().Id(s.TableVar).Op("=").Add(in.wire("Table")).ValuesFunc(func(g *jen.Group) {
		if space := s.XMLName.Space; space != "" && !t.Has(space) && len(s.Roots) == 0 {
			g.Line().Id("Space").Op(":").Add(in.namespace(space))
		}
		if len(s.Roots) > 0 {
			g.Line().Id("Roots").Op(":").Add(in.rootNames(s))
		}
		if len(t.Elements) > 0 {
			g.Line().Id("Elements").Op(":").Index().Add(in.wire("Element")).ValuesFunc(func(g *jen.Group) { tableElements(g, in, s) })
		}
		if len(t.Attrs) > 0 {
			g.Line().Id("Attrs").Op(":").Index().Add(in.codec("Name")).ValuesFunc(func(g *jen.Group) {
				for _, a := range t.Attrs {
					g.Values(in.nameFields(a.Space, a.Local)...)
				}
			})
		}
		tableForks(g, in, t)
		tableLeaves(g, s)
		tableGroups(g, s)
		if len(t.Aliases) > 0 {
			g.Line().Id("Aliases").Op(":").Index().Add(in.wire("Alias")).ValuesFunc(func(g *jen.Group) {
				for _, a := range t.Aliases {
					g.Values(jen.Id("Local").Op(":").Lit(a.Local), jen.Id("Index").Op(":").Lit(a.Index))
				}
			})
		}
		if len(t.Wildcards) > 0 {
			g.Line().Id("Wildcards").Op(":").Index().Add(in.wire("Wildcard")).ValuesFunc(func(g *jen.Group) {
				for _, w := range t.Wildcards {
					fields := wildcardFields(in, w)
					if w.At > 0 && len(t.Wildcards) > 1 {
						fields = append(fields, jen.Id("At").Op(":").Lit(w.At))
					}
					g.Values(fields...)
				}
			})
		}
		if t.AnyAttr != nil {
			g.Line().Id("AnyAttr").Op(":").Op("&").Add(in.wire("Wildcard")).Values(wildcardFields(in, *t.AnyAttr)...)
		}
		tableNeeds(g, in, t)
		if len(s.Roots)+len(t.Elements)+len(t.Attrs)+len(t.Aliases)+len(t.Wildcards) > 0 || s.XMLName.Space != "" || t.AnyAttr != nil {
			g.Line()
		}
	})
}

func tableElements(g *jen.Group, in *names, s *plan.Struct) {
	defaults := entryDefaults(s)
	for i, e := range s.Table.Elements {
		row := g.Null()
		if len(s.Table.Elements) > 1 {
			row.Line()
		}
		row.ValuesFunc(func(v *jen.Group) {
			if e.Items != nil {
				v.Id("Items").Op(":").Add(in.items(e.Items))
			} else {
				name := in.nameFields(e.Name.Space, e.Name.Local)
				if def := defaults[i]; def != nil {
					name = append(name, jen.Id("Default").Op(":").Add(in.rootDefault(def)))
				}
				v.Id("Name").Op(":").Add(in.codec("Name")).Values(name...)
			}
			if e.Many {
				v.Id("Many").Op(":").True()
			}
			if e.Again {
				v.Id("Again").Op(":").True()
			}
		})
	}
	if len(s.Table.Elements) > 1 {
		g.Line()
	}
}

func tableForks(g *jen.Group, in *names, t *plan.Table) {
	if len(t.Forks) == 0 {
		return
	}
	g.Line().Id("Forks").Op(":").Index().Add(in.wire("Fork")).ValuesFunc(func(g *jen.Group) {
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

// tableNeeds prints which elements and attributes reading has to miss. A mask
// holds the first 64.
func tableNeeds(g *jen.Group, in *names, t *plan.Table) {
	mask := func(name string, list []int) {
		bits := uint64(0)
		for _, i := range list {
			if i < 64 {
				bits |= 1 << i
			}
		}
		if bits != 0 {
			g.Id(name).Op(":").Op(fmt.Sprintf("%#x", bits))
		}
	}
	mask("Need", t.Need)
	mask("NeedAttrs", t.NeedAttrs)
	more := slices.Clone(t.Needs)
	for _, i := range t.Need {
		if i >= 64 {
			more = append(more, plan.TableNeed{Index: i, Last: -1})
		}
	}
	if len(more) == 0 {
		return
	}
	g.Line().Id("Needs").Op(":").Index().Add(in.wire("Need")).ValuesFunc(func(g *jen.Group) {
		for _, n := range more {
			g.Values(jen.Id("Index").Op(":").Lit(n.Index), jen.Id("First").Op(":").Lit(n.First), jen.Id("Last").Op(":").Lit(n.Last))
		}
	})
}

// wildcardFields prints the fields of a wildcard of the runtime.
func wildcardFields(in *names, w plan.TableWildcard) []jen.Code {
	fields := []jen.Code{jen.Id("Index").Op(":").Lit(w.Index)}
	c := w.Namespaces
	spaces := c.Names
	switch {
	case c.Any:
		return append(fields, jen.Id("Kind").Op(":").Add(in.wire("WildcardAny")))
	case c.Not:
		fields = append(fields, jen.Id("Kind").Op(":").Add(in.wire("WildcardExcept")))
		if len(spaces) != 1 || spaces[0] != "" {
			spaces = append([]string{""}, spaces...)
		}
	default:
		fields = append(fields, jen.Id("Kind").Op(":").Add(in.wire("WildcardOnly")))
	}
	return append(fields, jen.Id("Spaces").Op(":").Index().String().ValuesFunc(func(g *jen.Group) {
		for _, s := range spaces {
			g.Lit(s)
		}
	}))
}

// printChoice prints the interface of a choice.
func printChoice(out *jen.Group, in *names, c *plan.Choice) {
	printComment(out, c.Doc)
	of := "Appender"
	if c.OfItems {
		of = "Item"
	}
	out.Type().Id(c.Name).Interface(in.wire(of), jen.Id(c.Method).Params())
}
