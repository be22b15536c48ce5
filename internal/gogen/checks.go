package gogen

import (
	"fmt"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

func c() *jen.Statement { return jen.Id("c") }

// printValidate prints Validate for a type that has CheckXML.
func printValidate(out *jen.Group, in *names, receiver *jen.Statement) {
	printComment(out, []string{"Validate reports what of v the schema does not allow."})
	out.Func().Params(receiver).Id("Validate").Params().Error().Add(oneLine(jen.Return(in.wire("Validate").Call(jen.Id("v")))))
}

// printChecks prints Validate and CheckXML of a struct.
func printChecks(out *jen.Group, in *names, s *plan.Struct) {
	receiver := jen.Id("v").Op("*").Id(s.Name)
	if s.Of == nil {
		printValidate(out, in, receiver.Clone())
	}
	out.Func().Params(receiver).Id("CheckXML").Params(jen.Id("c").Op("*").Add(in.wire("Checker"))).BlockFunc(func(b *jen.Group) {
		checkAttrs(b, in, s)
		checkContent(b, in, s)
	})
	printModel(out, in, s)
	printFieldFacets(out, in, s)
}

// checkAttrs prints the checks of attributes, those of groups first.
func checkAttrs(b *jen.Group, in *names, s *plan.Struct) {
	for _, g := range s.Groups {
		if g.Checked {
			b.Add(v()).Dot(g.Name).Dot("CheckXMLAttrs").Call(c())
		}
	}
	checkFields(b, in, s, s.Attrs, true)
}

// checkFields prints the checks of fields: those that the table knows and that
// follow each other in one call. A field with nothing to check breaks no row.
func checkFields(b *jen.Group, in *names, s *plan.Struct, fields []*plan.Field, attr bool) {
	method := map[bool]string{true: "AttrFields", false: "Fields"}[attr]
	byTable := func(f *plan.Field) bool { return leaf(s, f, attr) != "" && checkedByTable(f, attr) }
	fields = slices.DeleteFunc(slices.Clone(fields), func(f *plan.Field) bool { return !checksAny(f) })
	for len(fields) > 0 {
		n := 0
		for n < len(fields) && byTable(fields[n]) && (n == 0 || fields[n].Element > fields[n-1].Element) {
			n++
		}
		if n > 1 || n == 1 && isLong(fields[0]) {
			b.Add(overRun(c(), method, s, fields[:n]))
			fields = fields[n:]
			continue
		}
		checkField(b, in, s, fields[0])
		fields = fields[1:]
	}
}

// isLong reports whether the checks of a field take a condition or a loop where its
// table does not see to them.
func isLong(f *plan.Field) bool {
	return f.Shape == plan.Repeated || f.Struct == nil && f.Shape == plan.Optional
}

func printFieldFacets(out *jen.Group, in *names, s *plan.Struct) {
	for _, f := range allFields(s) {
		printFacets(out, in, f.FacetsVar, f.Checks)
		printFacets(out, in, f.ItemFacetsVar, f.ListItem)
	}
}

// checkContent prints the checks of an element's content, which one with xsi:nil
// has not.
func checkContent(b *jen.Group, in *names, s *plan.Struct) {
	extra := jen.Op("&").Add(v()).Dot(plan.ExtraField)
	rest := func(b *jen.Group) {
		if s.Value != nil {
			checkField(b, in, s, s.Value)
		}
		checkFields(b, in, s, s.Fields, false)
	}
	more := s.Value != nil && checksAny(s.Value) || slices.ContainsFunc(s.Fields, checksAny)
	switch {
	case s.Of != nil:
		rest(b)
	case s.Model != nil && more:
		b.If(c().Dot("Content").Call(jen.Op("&").Id(s.Model.Var), extra, v())).BlockFunc(rest)
	case s.Model != nil:
		b.Add(c()).Dot("Content").Call(jen.Op("&").Id(s.Model.Var), extra, v())
	case more:
		b.If(jen.Op("!").Add(c()).Dot("Nil").Call(extra)).BlockFunc(rest)
	}
}

// printModel prints the variable with the content model of a struct.
func printModel(out *jen.Group, in *names, s *plan.Struct) {
	m := s.Model
	if m == nil {
		return
	}
	out.Var().Id(m.Var).Op("=").Add(in.wire("Model")).ValuesFunc(func(g *jen.Group) {
		g.Id("Table").Op(":").Op("&").Id(s.TableVar)
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
	if s.Of == nil && f.MustBeSet() && f.Tag != ",chardata" {
		b.Add(c()).Dot("Set").Call(jen.Lit(wireName(f)), field.Clone().Op("!=").Nil())
	}
	checkCount(b, f, field)
	switch {
	case f.Kind == plan.ChoiceField && f.Choice.Checked():
		checkChoice(b, in, f, field)
	case f.ChecksItems():
		checkItems(b, in, s, f, field)
	case f.Kind == plan.TypedField:
		checkTyped(b, in, s, f, field)
	case f.Kind == plan.GroupField && f.Group.Checked:
		b.For(jen.Id("i").Op(":=").Range().Add(field.Clone())).Block(field.Clone().Index(jen.Id("i")).Dot("CheckXML").Call(c()))
	case checkedItem(f):
		eachItem(b, in, s, f, field, func(b *jen.Group, index, item *jen.Statement) { checkItem(b, in, s, f, index, item) })
	}
}

func isJudged(s *plan.Simple) bool { return s != nil && s.Judged() }

// checksAny reports whether a field has something to check at all.
func checksAny(f *plan.Field) bool {
	return len(f.Checks) > 0 || f.MustBeSet() && f.Tag != ",chardata" || f.Kind == plan.TypedField || f.Kind == plan.ChoiceField && f.Choice.Checked() || f.ChecksItems() ||
		f.Kind == plan.GroupField && f.Group.Checked || checkedItem(f)
}

// checkedItem reports whether an item of a field has something to check.
func checkedItem(f *plan.Field) bool {
	return f.FacetsVar != "" || f.ItemFacetsVar != "" || isJudged(f.Simple) || isJudged(f.ListOf) || f.Struct != nil && f.Struct.Checked || len(f.NilLacks()) > 0
}

func checkCount(b *jen.Group, f *plan.Field, field *jen.Statement) {
	low, high := uint64(0), uint64(0)
	for _, check := range f.Checks {
		switch check.Kind {
		case plan.CheckMinItems:
			low = check.Number
		case plan.CheckMaxItems:
			high = check.Number
		case plan.CheckChoice:
			set := field.Clone().Op("!=").Nil()
			if f.Shape == plan.Repeated {
				set = jen.Len(field.Clone()).Op(">").Lit(0)
			}
			b.Add(c()).Dot("Choice").Call(jen.Lit(f.Name), set)
		}
	}
	if low > 0 || high > 0 {
		b.Add(c()).Dot("Items").Call(jen.Lit(wireName(f)), jen.Len(field), jen.Op(fmt.Sprint(low)), jen.Op(fmt.Sprint(high)))
	}
}

// wireName is what messages call a field: the element or attribute; nothing
// for simple content, which is the element itself.
func wireName(f *plan.Field) string {
	if f.Tag == ",chardata" || f.Declared.Local != "" {
		return f.Declared.Local
	}
	return f.Name
}

func checkChoice(b *jen.Group, in *names, f *plan.Field, field *jen.Statement) {
	check := func(value *jen.Statement) *jen.Statement {
		return jen.If(jen.List(jen.Id("x"), jen.Id("ok")).Op(":=").Add(value).Assert(in.wire("Checked")), jen.Id("ok")).Block(
			jen.Id("x").Dot("CheckXML").Call(c()))
	}
	if f.Shape == plan.Repeated {
		b.For(jen.List(jen.Id("_"), jen.Id("b")).Op(":=").Range().Add(field)).Block(check(jen.Id("b")))
		return
	}
	b.Add(check(field))
}

// checkTyped prints the checks of values whose type is only known at run time.
func checkTyped(b *jen.Group, in *names, s *plan.Struct, f *plan.Field, field *jen.Statement) {
	check := func(value, index *jen.Statement) *jen.Statement {
		check := func(value *jen.Statement) *jen.Statement {
			return jen.If(jen.List(jen.Id("x"), jen.Id("ok")).Op(":=").Add(value).Assert(in.wire("Checked")), jen.Id("ok")).Block(
				c().Dot("Object").Call(jen.Lit(wireName(f)), index, jen.Id("x")))
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
	}
	return list
}
