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

// printItemTables prints the tables of the interfaces that the package has
// lists of.
func printItemTables(out *jen.Group, in *names, pkg *plan.Package) {
	for _, t := range pkg.ItemTables {
		w, fields := memberWords(in.pkg, t.Of), []jen.Code{}

		if words := w.members(t.Of); len(words) > 0 {
			fields = append(w.spaceFields(in, nil), jen.Id("Names").Op(":").Add(wordsLit(words...)))
		}
		if list := knownMembers(in, t.Of); len(list) > 0 {
			fields = append(fields, jen.Id("Known").Op(":").Index().Add(in.wire("Item")).Values(list...))
		}
		if t.Of.Text {
			fields = append(fields, jen.Id("TextItem").Op(":").Add(in.part(t.Of.Pkg, t.Of.Pkg.Text)).Call(jen.Lit("")))
		}
		if t.Of.Raw {
			fields = append(fields, jen.Id("RawItem").Op(":").Parens(jen.Op("*").Add(in.part(t.Of.Pkg, t.Of.Pkg.Raw))).Call(jen.Nil()))
		}
		out.Var().Id(t.Var).Op("=").Add(in.wire("Items")).Values(fields...)
	}
}

// knownMembers are nil pointers to the structs of those members of an interface that
// the package can name.
func knownMembers(in *names, c *plan.Choice) (list []jen.Code) {
	for _, m := range c.Members {
		if isKnown(m) {
			list = append(list, jen.Parens(jen.Op("*").Add(in.structRef(m.Struct))).Call(jen.Nil()))
		}
	}
	return list
}

func (in *names) part(pkg *plan.Package, p *plan.ItemPart) *jen.Statement {
	return in.typ(plan.Type{Package: pkg, Name: p.Name})
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
	receiver, table := jen.Id("v").Id(p.Name), "TextTable"
	body := in.wire("WriteStringText").Call(jen.Id("e"), jen.Id("v"))
	if p.Raw {
		receiver, table, body = jen.Id("v").Op("*").Id(p.Name), "RawTable", jen.Id("e").Dot("Node").Call(jen.Id("v").Dot("Node"))
	}
	out.Func().Params(receiver.Clone()).Id("AppendXML").Params(jen.Id("e").Op("*").Add(in.wire("Encoder"))).Add(oneLine(body))
	out.Func().Params(receiver.Clone()).Id("XMLTable").Params().Op("*").Add(in.wire("Table")).Add(oneLine(jen.Return(in.wire(table).Call())))
	for _, c := range p.In {
		printMarker(out, receiver.Clone(), c)
	}
}
