package gogen

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// printClient prints the client of a package.
func printClient(out *jen.Group, in *names, pkg *plan.Package) {
	printComment(out, []string{fmt.Sprintf("Client calls the operations of package %s. It is safe for concurrent use if its caller is.", pkg.Name)})
	out.Type().Id(plan.ClientType).Struct(jen.Id("caller").Add(in.api("Caller")))
	printComment(out, []string{"NewClient returns a client that sends its requests through caller."})
	out.Func().Id(plan.NewClientFunc).Params(jen.Id("caller").Add(in.api("Caller"))).Op("*").Id(plan.ClientType).Block(
		jen.Return(jen.Op("&").Id(plan.ClientType).Values(jen.Dict{jen.Id("caller"): jen.Id("caller")})),
	)
	printOperations(out, in, pkg)
}

// printOperations prints the list of the package's operations.
func printOperations(out *jen.Group, in *names, pkg *plan.Package) {
	printComment(out, []string{"Operations returns the operations of the package."})
	out.Func().Id(plan.OperationsFunc).Params().Index().Op("*").Add(in.api("Operation")).Block(
		jen.Return(jen.Index().Op("*").Add(in.api("Operation")).ValuesFunc(func(g *jen.Group) {
			for _, m := range pkg.Operations {
				g.Line().Op("&").Id(m.Var)
			}
			g.Line()
		})),
	)
}

// printMethod prints the methods of an operation.
func printMethod(out *jen.Group, in *names, m *plan.Method) {
	printComment(out, m.Doc)
	out.Func().Params(jen.Id("c").Op("*").Id(plan.ClientType)).Id(m.Name).Params(
		jen.Id("ctx").Qual("context", "Context"), jen.Id("req").Op("*").Add(in.structRef(m.Request)),
	).Params(jen.Op("*").Add(in.structRef(m.Response)), jen.Error()).Block(
		jen.Return(in.api("Do").Index(in.structRef(m.Response)).Call(
			jen.Id("ctx"), jen.Id("c").Dot("caller"), jen.Op("&").Id(m.Var), jen.Id("req"))),
	)
	if m.List != nil {
		printListMethods(out, in, m)
	}
}

// printDescriptor prints the variables that the methods of an operation pass on.
func printDescriptor(out *jen.Group, in *names, m *plan.Method) {
	op := m.Operation
	out.Var().Id(m.Var).Op("=").Add(in.api("Operation")).ValuesFunc(func(g *jen.Group) {
		set := func(name string, value jen.Code) { g.Line().Id(name).Op(":").Add(value) }
		set("Name", jen.Lit(op.Name))
		set("Service", jen.Lit(op.Service))
		if op.WireType != "" {
			set("WireType", jen.Lit(op.WireType))
		}
		if op.ReadOnly {
			set("ReadOnly", jen.True())
		}
		set("Request", in.text(op.Request.Space, op.Request.Local))
		set("Response", in.text(op.Response.Space, op.Response.Local))
		made := "Typed"
		if op.Elements {
			made = "Object"
		}
		set("New", jen.Func().Params().Add(in.wire(made)).Add(oneLine(jen.Return(jen.New(in.structRef(m.Response))))))
		g.Line()
	})
	if m.List != nil {
		printList(out, in, m)
	}
}
