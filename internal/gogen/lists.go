package gogen

import (
	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// list prints the methods that read a response's list item by item, and the
// variable that says how.
func (p *printer) list(m *plan.Method) {
	l := m.List
	p.listMethod(m, l.Items, "Items", l.Doc)
	if l.Pages != nil {
		p.listMethod(m, l.Pages.All, "All", l.Pages.Doc)
	}
	p.Comment(l.Var + " says where the response of " + m.Name + " has its list.")
	item := func() *jen.Statement { return p.typ(l.Item.Type) }
	p.Var().Id(l.Var).Op("=").Add(p.api("List")).Index(jen.List(jen.Id(m.Request.Name), jen.Id(m.Response.Name), item())).ValuesFunc(func(g *jen.Group) {
		set := func(name string, value jen.Code) { g.Line().Id(name).Op(":").Add(value) }
		set("Table", jen.Op("&").Id(m.Response.TableVar))
		set("Item", jen.Lit(l.Item.Element))
		if l.Pages != nil {
			set("Records", jen.Lit(l.Pages.Records.Element))
		}
		set("Read", p.itemReader(l.Item))
		set("Items", jen.Func().Params(jen.Id("r").Op("*").Id(m.Response.Name)).Index().Add(item()).Block(jen.Return(jen.Id("r").Dot(l.Item.Name))))
		if l.Pages != nil {
			set("Found", p.found(m))
			set("Page", p.page(m))
		}
		g.Line()
	})
}

func (p *printer) listMethod(m *plan.Method, name, helper string, doc []string) {
	p.comment(doc)
	p.Func().Params(jen.Id("c").Op("*").Id(plan.ClientType)).Id(name).Params(
		jen.Id("ctx").Qual("context", "Context"), jen.Id("req").Op("*").Id(m.Request.Name),
	).Qual("iter", "Seq2").Index(jen.List(jen.Op("*").Add(p.typ(m.List.Item.Type)), jen.Error())).Block(
		jen.Return(p.api(helper).Call(jen.Id("ctx"), jen.Id("c").Dot("caller"), jen.Op("&").Id(m.Var), jen.Id("req"), jen.Op("&").Id(m.List.Var))),
	)
}

// itemReader is the function that reads one item.
func (p *printer) itemReader(f *plan.Field) *jen.Statement {
	if f.Kind == plan.StructField {
		return p.api("ReadItem").Index(p.typ(f.Type))
	}
	return p.single("Read", scalarNames[f.Scalar], f)
}

// found is the function that says what a response tells of its page.
func (p *printer) found(m *plan.Method) *jen.Statement {
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
	return jen.Func().Params(jen.Id("r").Op("*").Id(m.Response.Name)).Params(jen.Id("f").Add(p.api("Found")), jen.Id("ok").Bool()).BlockFunc(func(b *jen.Group) {
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
		b.Return(p.api("Found").Values(
			jen.Id("Total").Op(":").Add(value(pages.Total)),
			jen.Id("Returned").Op(":").Add(value(pages.Returned)),
			jen.Id("StartFrom").Op(":").Add(value(pages.From)),
		), jen.True())
	})
}

// page is the function that asks for the page from a record on.
func (p *printer) page(m *plan.Method) *jen.Statement {
	pages := m.List.Pages
	from := jen.Id("from")
	if t := pages.Start.Type; t.Name != "int64" || t.Package != nil {
		from = p.typ(t).Call(from)
	}
	if pages.Start.Shape == plan.Optional {
		from = jen.New(from)
	}
	return jen.Func().Params(jen.Id("req").Op("*").Id(m.Request.Name), jen.Id("from").Int64()).Op("*").Id(m.Request.Name).BlockFunc(func(b *jen.Group) {
		b.Id("page").Op(":=").Op("*").Id("req")
		if !pages.Control.IsPointer() {
			b.Id("page").Dot(pages.Control.Name).Dot(pages.Start.Name).Op("=").Add(from)
			b.Return(jen.Op("&").Id("page"))
			return
		}
		b.Var().Id("control").Add(p.structRef(pages.Control.Struct))
		b.If(jen.Id("req").Dot(pages.Control.Name).Op("!=").Nil()).Block(jen.Id("control").Op("=").Op("*").Id("req").Dot(pages.Control.Name))
		b.Id("control").Dot(pages.Start.Name).Op("=").Add(from)
		b.Id("page").Dot(pages.Control.Name).Op("=").Op("&").Id("control")
		b.Return(jen.Op("&").Id("page"))
	})
}
