package gogen

import (
	"fmt"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// printValidate prints Validate of a type.
func printValidate(out *jen.Group, in *names, receiver *jen.Statement) {
	out.Func().Params(receiver).Id("Validate").Params().Error().Add(oneLine(jen.Return(in.wire("Validate").Call(jen.Id("v")))))
}

// printChecks prints Validate of a struct, and CheckXML where its table does not say all that is checked.
func printChecks(out *jen.Group, in *names, s *plan.Struct) {
	receiver := jen.Id("v").Op("*").Id(s.Name)
	if s.Of == nil {
		printValidate(out, in, receiver.Clone())
	}
	if checksByCode(s) {
		printCheck(out, in, s, jen.Params(receiver).Id("CheckXML"))
	}
}

// printCheck prints a method that checks a struct: one line where its table says all.
func printCheck(out *jen.Group, in *names, s *plan.Struct, head *jen.Statement) {
	method := out.Func().Add(head).Params(jen.Id("c").Op("*").Add(in.wire("Checker")))
	if !checksByCode(s) {
		method.Add(oneLine(c().Dot("Struct").Call(jen.Op("&").Id(s.TableVar), v())))
		return
	}
	method.BlockFunc(func(b *jen.Group) {
		checkFields(b, in, s, 0, len(s.Groups)+len(s.Attrs))
		checkContent(b, in, s)
	})
	printFieldFacets(out, in, s)
}

// checksByCode reports whether there is something to check of a struct that its table cannot say.
func checksByCode(s *plan.Struct) bool {
	return slices.ContainsFunc(allFields(s), func(f *plan.Field) bool { return checkedByCode(s, f) })
}

// checkedByCode reports whether there is something to check of a field that its struct's table cannot say.
func checkedByCode(s *plan.Struct, f *plan.Field) bool { return checksAny(f) && !checkedByTable(s, f) }

// checkFields prints the checks of the fields from the number first to before end: in one call those that follow each other and that
// the table knows.
func checkFields(b *jen.Group, in *names, s *plan.Struct, first, end int) {
	byTable := func(to int) {
		if first < to && checksSome(s, first, to) {
			b.Add(c()).Dot("StructFields").Call(jen.Op("&").Id(s.TableVar), v(), jen.Lit(first), jen.Lit(to-1))
		}
	}
	for n := max(first, len(s.Groups)); n < end; n++ {
		if f := allFields(s)[n-len(s.Groups)]; checkedByCode(s, f) {
			byTable(n)
			checkField(b, in, s, f)
			first = n + 1
		}
	}
	byTable(end)
}

// checksSome reports whether there is something to check of the fields from the number first to before end.
func checksSome(s *plan.Struct, first, end int) bool {
	for n := first; n < end; n++ {
		if n < len(s.Groups) && s.Groups[n].Checked || n >= len(s.Groups) && checksAny(allFields(s)[n-len(s.Groups)]) {
			return true
		}
	}
	return false
}

func printFieldFacets(out *jen.Group, in *names, s *plan.Struct) {
	for _, f := range allFields(s) {
		if !checkedByCode(s, f) {
			continue
		}
		printFacets(out, in, f.FacetsVar, f.Checks)
		printFacets(out, in, f.ItemFacetsVar, f.ListItem)
	}
}

// checkContent prints the checks of an element's content, which one with xsi:nil
// has not.
func checkContent(b *jen.Group, in *names, s *plan.Struct) {
	first, end := len(s.Groups)+len(s.Attrs), len(s.Groups)+len(allFields(s))
	rest := func(b *jen.Group) { checkFields(b, in, s, first, end) }
	has := c().Dot("HasContent").Call(jen.Op("&").Id(s.TableVar), v())
	switch more := checksSome(s, first, end); {
	case s.Of != nil || s.IsGroup:
		rest(b)
	case more:
		b.If(has).BlockFunc(rest)
	case s.Model != nil:
		b.Add(has)
	}
}

// model is the content model of a struct.
func model(in *names, m *plan.Model) *jen.Statement {
	return in.wire("Model").ValuesFunc(func(g *jen.Group) {
		g.Id("Text").Op(":").Lit(m.Text)
		g.Id("Expr").Op(":").Op("`" + m.Expr + "`")
		if len(m.Each) > 0 {
			g.Id("Each").Op(":").Index().String().ValuesFunc(func(g *jen.Group) {
				for _, e := range m.Each {
					g.Op("`" + e + "`")
				}
			})
		}
		if len(m.Names) > 0 {
			g.Id("Names").Op(":").Index().Add(in.codec("Name")).ValuesFunc(func(g *jen.Group) {
				for _, n := range m.Names {
					g.Values(in.nameFields(n.Space, n.Local)...)
				}
			})
		}
	})
}

// checkField prints the checks of a field.
func checkField(b *jen.Group, in *names, s *plan.Struct, f *plan.Field) {
	field := v().Dot(f.Name)
	if mustBeSet(s, f) {
		b.Add(c()).Dot("Set").Call(jen.Lit(wireName(f)), field.Clone().Op("!=").Nil())
	}
	checkCount(b, f, field)
	switch {
	case f.Kind == plan.TypedField:
		checkTyped(b, in, s, f, field)
	case checkedItem(f):
		eachItem(b, in, s, f, field, func(b *jen.Group, index, item *jen.Statement) { checkItem(b, in, s, f, index, item) })
	}
}

func checkCount(b *jen.Group, f *plan.Field, field *jen.Statement) {
	if low, high := itemCounts(f); low > 0 || high > 0 {
		b.Add(c()).Dot("Items").Call(jen.Lit(wireName(f)), jen.Len(field), jen.Op(fmt.Sprint(low)), jen.Op(fmt.Sprint(high)))
	}
}

// checkTyped prints the checks of values whose type is only known at run time.
func checkTyped(b *jen.Group, in *names, s *plan.Struct, f *plan.Field, field *jen.Statement) {
	check := func(value, index *jen.Statement) *jen.Statement {
		check := func(value *jen.Statement) *jen.Statement {
			return c().Dot("Object").Call(jen.Lit(wireName(f)), index, value)
		}
		if f.Nillable {
			pointer := value.Clone().Dot("Value")
			set := jen.If(pointer.Clone().Op("!=").Nil().Op("&&").Op("*").Add(pointer.Clone()).Op("!=").Nil()).Block(check(jen.Parens(jen.Op("*").Add(pointer))))
			nilChecks(set, s, f, index, value)
			return set
		}
		return check(value)
	}
	if f.Shape == plan.Repeated {
		b.For(jen.List(jen.Id("i"), jen.Id("t")).Op(":=").Range().Add(field)).Block(check(jen.Id("t"), jen.Id("i")))
		return
	}
	if isListed(s, f) && !f.Nillable {
		b.Add(c()).Dot("Set").Call(jen.Lit(wireName(f)), field.Clone().Op("!=").Nil())
	}
	b.Add(check(field, jen.Op("-").Lit(1)))
}

// printSimpleChecks prints Validate and CheckXML of a simple type.
func printSimpleChecks(out *jen.Group, in *names, s *plan.Simple) {
	receiver := jen.Id("v").Id(s.Name)
	printValidate(out, in, receiver.Clone())
	out.Func().Params(receiver).Id("CheckXML").Params(jen.Id("c").Op("*").Add(in.wire("Checker"))).BlockFunc(func(b *jen.Group) {
		if s.Kind == plan.ListType {
			listChecks(b, in, s)
			return
		}
		b.Add(facetCall(s.Scalar, jen.Lit(""), jen.Op("-").Lit(1), simpleValue(s), s.FacetsVar))
	})
	printFacets(out, in, s.FacetsVar, s.Checks)
	printFacets(out, in, s.ItemFacetsVar, s.ItemChecks)
}

func simpleValue(s *plan.Simple) *jen.Statement {
	if s.Kind == plan.EmbeddedType {
		return jen.Id("v").Dot(s.Of.Name)
	}
	return jen.Id("v")
}

func listChecks(b *jen.Group, in *names, s *plan.Simple) {
	list := words(in, s.Scalar, s.IsScoped(), jen.Id("v"))
	switch {
	case hasWords(s.Checks):
		b.Add(listCheck(in, s.Scalar, s.Own, s.IsScoped(), jen.Lit(""), jen.Op("-").Lit(1), jen.Id("v"), s.FacetsVar))
	case s.FacetsVar != "":
		b.Add(c()).Dot("List").Call(jen.Lit(""), jen.Op("-").Lit(1), jen.Len(list.Clone()), jen.Op("&").Id(s.FacetsVar))
	}
	if s.ItemFacetsVar != "" {
		b.For(jen.List(jen.Id("i"), jen.Id("x")).Op(":=").Range().Add(list.Clone())).Block(
			facetCall(s.Scalar, jen.Lit(""), jen.Id("i"), textOf(in, &plan.Field{Scalar: s.Scalar, Own: s.Own}, jen.Id("x")), s.ItemFacetsVar))
	}
	if s.Item != nil {
		checkWords(b, s.Item, jen.Lit(""), list)
	}
}

// words is a list as its text has it: an item with white space in it is several
// there, and an empty one is none.
func words(in *names, s plan.Scalar, scoped bool, list *jen.Statement) *jen.Statement {
	switch {
	case scoped:
		return in.codec("ScopedWords").Call(list)
	case isText(s):
		return in.wire("Words").Call(list)
	case s == plan.HexScalar, s == plan.Base64Scalar:
		return in.wire("ByteWords").Call(list)
	}
	return list
}
