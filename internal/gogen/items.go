package gogen

import (
	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// items is a pointer to the package's table of the members of an interface.
func (in *names) items(c *plan.Choice) *jen.Statement {
	for _, t := range in.pkg.ItemTables {
		if t.Of == c {
			return jen.Op("&").Id(t.Var)
		}
	}
	return jen.Nil()
}

// printMarkers prints the methods by which a struct is of interfaces.
func printMarkers(out *jen.Group, s *plan.Struct) {
	for _, c := range s.BranchOf {
		printMarker(out, jen.Op("*").Id(s.Name), c)
	}
}

func printMarker(out *jen.Group, receiver *jen.Statement, c *plan.Choice) {
	out.Func().Params(receiver).Id(c.Method).Params().Block()
}

// printItem prints what a struct that is an item says of its element.
func printItem(out *jen.Group, in *names, s *plan.Struct) {
	i := s.Item
	if i == nil {
		return
	}
	out.Var().Id(i.Var).Op("=").Add(in.wire("ItemType")).ValuesFunc(func(g *jen.Group) {
		name := in.nameFields(i.Name.Space, i.Name.Local)
		if i.Default != nil {
			name = append(name, jen.Id("Default").Op(":").Add(in.rootDefault(i.Default)))
		}
		g.Id("Name").Op(":").Add(in.codec("Name")).Values(name...)
		g.Id("New").Op(":").Func().Params().Add(in.wire("Item")).Add(oneLine(jen.Return(jen.New(jen.Id(s.Name)))))
		if i.Whole {
			g.Id("Whole").Op(":").True()
		}
		if letter := wholeText(s); letter != "" {
			g.Id("Text").Op(":").LitRune(rune(letter[0]))
		}
		spellings(g, i.Spellings)
	})
	out.Func().Params(jen.Op("*").Id(s.Name)).Id("XMLItem").Params().Op("*").Add(in.wire("ItemType")).Add(oneLine(jen.Return(jen.Op("&").Id(i.Var))))
}

// wholeText returns the letter of the only field of an item that writes its element itself, where that is a text; "" for others.
func wholeText(s *plan.Struct) string {
	if !s.Item.Whole || len(s.Fields) != 1 {
		return ""
	}
	f := s.Fields[0]
	if letter := kindLetter(f); f.Kind == plan.ScalarField && f.Shape == plan.Required && isFreeText(f) && isTextLetter(letter) {
		return letter
	}
	return ""
}

// isFreeText reports whether a field is read and written as it is, whatever else the document or the struct has.
func isFreeText(f *plan.Field) bool {
	return f.Default == nil && !isFixed(f) && !f.Nillable && !f.IsSecret() && !f.IsPointer()
}

func spellings(g *jen.Group, list []string) {
	if len(list) == 0 {
		return
	}
	g.Id("Spellings").Op(":").Index().String().ValuesFunc(func(g *jen.Group) {
		for _, s := range list {
			g.Lit(s)
		}
	})
}

// printItemTables prints the tables of the interfaces that the package has
// lists of.
func printItemTables(out *jen.Group, in *names, pkg *plan.Package) {
	for _, t := range pkg.ItemTables {
		out.Var().Id(t.Var).Op("=").Add(in.wire("Items")).ValuesFunc(func(g *jen.Group) {
			g.Id("Types").Op(":").Index().Op("*").Add(in.wire("ItemType")).ValuesFunc(func(g *jen.Group) {
				for _, m := range t.Of.Members {
					itemRef(g, in, m)
				}
			})
			if t.Of.HasForeign() {
				g.Id("Fits").Op(":").Func().Params(jen.Id("x").Add(in.wire("Item"))).Bool().Block(
					jen.List(jen.Id("_"), jen.Id("ok")).Op(":=").Id("x").Assert(in.typ(plan.Type{Package: t.Of.Pkg, Name: t.Of.Name})),
					jen.Return(jen.Id("ok")))
			}
			if t.Of.Text {
				g.Id("Text").Op(":").Func().Params(jen.Id("s").String()).Add(in.wire("Item")).Block(jen.Return(in.part(t.Of.Pkg, t.Of.Pkg.Text).Call(jen.Id("s"))))
			}
			if t.Of.Raw {
				g.Id("Raw").Op(":").Func().Params(jen.Id("n").Add(in.wire("Node"))).Add(in.wire("Item")).Block(
					jen.Return(jen.Op("&").Add(in.part(t.Of.Pkg, t.Of.Pkg.Raw)).Values(jen.Id("Node").Op(":").Id("n"))))
			}
		})
	}
}

func (in *names) part(pkg *plan.Package, p *plan.ItemPart) *jen.Statement {
	return in.typ(plan.Type{Package: pkg, Name: p.Name})
}

// itemRef is a pointer to what is known of a member.
func itemRef(g *jen.Group, in *names, m plan.Member) {
	switch {
	case m.Struct == nil || m.Foreign:
		g.ValuesFunc(func(g *jen.Group) {
			g.Id("Name").Op(":").Add(in.name(m.Name.Space, m.Name.Local))
			spellings(g, m.Spellings)
		})
	case m.Struct.Pkg == in.pkg:
		g.Op("&").Id(m.Struct.Item.Var)
	default:
		g.Parens(jen.Op("*").Add(in.structRef(m.Struct))).Call(jen.Nil()).Dot("XMLItem").Call()
	}
}

// printItemPart prints the type that stands for text or raw nodes.
func printItemPart(out *jen.Group, in *names, p *plan.ItemPart) {
	printComment(out, p.Doc)
	if p.Raw {
		out.Type().Id(p.Name).Struct(in.wire("Node"))
	} else {
		out.Type().Id(p.Name).String()
	}
}

// printItemPartMethods prints how text or raw nodes are written, and where they
// can stand.
func printItemPartMethods(out *jen.Group, in *names, p *plan.ItemPart) {
	receiver, item := jen.Id("v").Id(p.Name), "TextItem"
	body := in.wire("WriteStringText").Call(jen.Id("e"), jen.Id("v"))
	if p.Raw {
		receiver, item, body = jen.Id("v").Op("*").Id(p.Name), "RawItem", jen.Id("e").Dot("Node").Call(jen.Id("v").Dot("Node"))
	}
	out.Func().Params(receiver.Clone()).Id("AppendXML").Params(jen.Id("e").Op("*").Add(in.wire("Encoder"))).Add(oneLine(body))
	out.Func().Params(receiver.Clone()).Id("XMLItem").Params().Op("*").Add(in.wire("ItemType")).Add(oneLine(jen.Return(in.wire(item).Call())))
	for _, c := range p.In {
		printMarker(out, receiver.Clone(), c)
	}
}

// itemCase prints the case of an item of a field.
func itemCase(sw *jen.Group, in *names, f *plan.Field) {
	labels := []jen.Code{jen.Lit(f.Element)}
	for _, w := range f.Wildcards {
		labels = append(labels, jen.Lit(w.Element))
	}
	read := "ReadItem"
	if f.Shape == plan.Repeated {
		read = "ReadItems"
	}
	sw.Case(labels...).Block(in.wire(read).Call(d(), in.items(f.Choice), jen.Op("&").Add(v()).Dot(f.Name)))
}

// writeItems prints the writing of items.
func writeItems(b *jen.Group, in *names, f *plan.Field, field *jen.Statement) {
	write := "WriteItem"
	switch {
	case f.Mixed:
		write = "WriteMixed"
	case f.Shape == plan.Repeated:
		write = "WriteItems"
	}
	b.Add(in.wire(write)).Call(e(), field)
}

// checkItems prints the checks of items.
func checkItems(b *jen.Group, in *names, s *plan.Struct, f *plan.Field, field *jen.Statement) {
	table := jen.Op("&").Id(s.TableVar)
	if f.Shape == plan.Repeated {
		b.Add(in.wire("CheckItems")).Call(c(), in.items(f.Choice), table, field, jen.Lit(f.Mixed))
		return
	}
	b.Add(in.wire("CheckOne")).Call(c(), in.items(f.Choice), table, field)
}
