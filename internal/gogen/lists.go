package gogen

import (
	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// printListMethods prints the methods that read a response's list item by item.
func printListMethods(out *jen.Group, in *names, m *plan.Method) {
	l := m.List
	printListMethod(out, in, m, l.Items, "Items", l.Doc)
	if l.Pages != nil {
		printListMethod(out, in, m, l.Pages.All, "All", l.Pages.Doc)
	}
}

// printList prints the variable that says where a response has its list.
func printList(out *jen.Group, in *names, m *plan.Method) {
	l := m.List
	item := func() *jen.Statement { return in.typ(l.Item.Type) }
	out.Var().Id(l.Var).Op("=").Add(in.api("List")).Index(jen.List(jen.Id(m.Request.Name), jen.Id(m.Response.Name), item())).ValuesFunc(func(g *jen.Group) {
		set := func(name string, value jen.Code) { g.Line().Id(name).Op(":").Add(value) }
		set("Table", jen.Op("&").Id(m.Response.TableVar))
		set("Item", jen.Lit(l.Item.Element))
		if l.Pages != nil {
			set("Records", jen.Lit(l.Pages.Records.Element))
		}
		set("Read", itemReader(in, l.Item))
		set("Items", jen.Func().Params(jen.Id("r").Op("*").Id(m.Response.Name)).Index().Add(item()).Add(oneLine(jen.Return(jen.Id("r").Dot(l.Item.Name)))))
		if l.Pages != nil {
			set("Found", foundFunc(in, m))
			set("Page", pageFunc(in, m))
		}
		g.Line()
	})
}

func printListMethod(out *jen.Group, in *names, m *plan.Method, name, helper string, doc []string) {
	printComment(out, doc)
	out.Func().Params(jen.Id("c").Op("*").Id(plan.ClientType)).Id(name).Params(
		jen.Id("ctx").Qual("context", "Context"), jen.Id("req").Op("*").Id(m.Request.Name),
	).Qual("iter", "Seq2").Index(jen.List(jen.Op("*").Add(in.typ(m.List.Item.Type)), jen.Error())).Block(
		jen.Return(in.api(helper).Call(jen.Id("ctx"), jen.Id("c").Dot("caller"), jen.Op("&").Id(m.Var), jen.Id("req"), jen.Op("&").Id(m.List.Var))),
	)
}

// itemReader is the function that reads one item.
func itemReader(in *names, f *plan.Field) *jen.Statement {
	if f.Kind == plan.StructField {
		return in.api("ReadItem").Index(in.typ(f.Type))
	}
	return singleHelper(in, "Read", scalarNames[f.Scalar], f)
}

// foundFunc is the function that says what a response tells of its page.
func foundFunc(in *names, m *plan.Method) *jen.Statement {
	pages := m.List.Pages
	records := jen.Id("r").Dot(pages.Records.Name)
	value := func(f *plan.Field) *jen.Statement {
		v := jen.Id("records").Dot(f.Name)
		if f.Shape == plan.Optional {
			v = jen.Op("*").Add(v)
		}
		if f.Type.Name != "int64" || f.Type.Package != nil {
			v = jen.Int64().Call(v)
		}
		return v
	}
	return jen.Func().Params(jen.Id("r").Op("*").Id(m.Response.Name)).Params(jen.Id("f").Add(in.api("Found")), jen.Id("ok").Bool()).BlockFunc(func(b *jen.Group) {
		if pages.Records.IsPointer() {
			b.Id("records").Op(":=").Add(records)
		} else {
			b.Id("records").Op(":=").Op("&").Add(records)
		}
		var missing *jen.Statement
		need := func(v *jen.Statement) {
			if missing == nil {
				missing = v.Op("==").Nil()
				return
			}
			missing.Op("||").Add(v).Op("==").Nil()
		}
		if pages.Records.IsPointer() {
			need(jen.Id("records"))
		}
		for _, f := range []*plan.Field{pages.Total, pages.Returned, pages.From} {
			if f.Shape == plan.Optional {
				need(jen.Id("records").Dot(f.Name))
			}
		}
		if missing != nil {
			b.If(missing).Block(jen.Return(jen.Id("f"), jen.False()))
		}
		b.Return(in.api("Found").Values(
			jen.Id("Total").Op(":").Add(value(pages.Total)),
			jen.Id("Returned").Op(":").Add(value(pages.Returned)),
			jen.Id("StartFrom").Op(":").Add(value(pages.From)),
		), jen.True())
	})
}

// pageFunc is the function that asks for the page from a record on.
func pageFunc(in *names, m *plan.Method) *jen.Statement {
	pages := m.List.Pages
	from := jen.Id("from")
	if t := pages.Start.Type; t.Name != "int64" || t.Package != nil {
		from = in.typ(t).Call(from)
	}
	if pages.Start.Shape == plan.Optional {
		from = in.wire("PointerTo").Call(from)
	}
	return jen.Func().Params(jen.Id("req").Op("*").Id(m.Request.Name), jen.Id("from").Int64()).Op("*").Id(m.Request.Name).BlockFunc(func(b *jen.Group) {
		b.Id("page").Op(":=").Op("*").Id("req")
		if !pages.Control.IsPointer() {
			b.Id("page").Dot(pages.Control.Name).Dot(pages.Start.Name).Op("=").Add(from)
			b.Return(jen.Op("&").Id("page"))
			return
		}
		b.Var().Id("control").Add(in.structRef(pages.Control.Struct))
		b.If(jen.Id("req").Dot(pages.Control.Name).Op("!=").Nil()).Block(jen.Id("control").Op("=").Op("*").Id("req").Dot(pages.Control.Name))
		b.Id("control").Dot(pages.Start.Name).Op("=").Add(from)
		b.Id("page").Dot(pages.Control.Name).Op("=").Op("&").Id("control")
		b.Return(jen.Op("&").Id("page"))
	})
}
