package gogen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

func c() *jen.Statement { return jen.Id("c") }

// printValidate prints Validate for a type that has CheckXML.
func printValidate(out *jen.Group, in *names, receiver *jen.Statement) {
	printComment(out, []string{"Validate reports what of v the schema does not allow."})
	out.Func().Params(receiver).Id("Validate").Params().Error().Block(jen.Return(in.wire("Validate").Call(jen.Id("v"))))
}

// printChecks prints Validate and CheckXML of a struct.
func printChecks(out *jen.Group, in *names, s *plan.Struct) {
	receiver := jen.Id("v").Op("*").Id(s.Name)
	if s.Of == nil {
		printValidate(out, in, receiver.Clone())
	}
	printComment(out, []string{"CheckXML reports to c what of v the schema does not allow."})
	out.Func().Params(receiver).Id("CheckXML").Params(jen.Id("c").Op("*").Add(in.wire("Checker"))).BlockFunc(func(b *jen.Group) {
		for _, f := range s.Attrs {
			if f.MustBeSet() {
				b.Add(c()).Dot("Set").Call(jen.Lit(wireName(f)), v().Dot(f.Name).Op("!=").Nil())
			}
			checkField(b, in, s, f)
		}
		checkContent(b, in, s)
	})
	printModel(out, in, s)
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
		for _, f := range s.Fields {
			checkField(b, in, s, f)
		}
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
		if len(m.Names) > 0 {
			g.Id("Names").Op(":").Index().Add(in.wire("Name")).ValuesFunc(func(g *jen.Group) {
				for _, n := range m.Names {
					g.Values(in.nameFields(n.Space, n.Local)...)
				}
			})
		}
	})
}

// printFacets prints a variable with facets, if there is one.
func printFacets(out *jen.Group, in *names, name string, checks []plan.Check) {
	if name == "" {
		return
	}
	out.Var().Id(name).Op("=").Add(in.wire("Facets")).Values(facetFields(in, checks)...)
}

func facetFields(in *names, checks []plan.Check) []jen.Code {
	var fields []jen.Code
	set := func(name string, value jen.Code) { fields = append(fields, jen.Id(name).Op(":").Add(value)) }
	number := func(n uint64) jen.Code { return jen.Op(strconv.FormatUint(n, 10)) }
	var patterns []jen.Code
	merged := mergeChecks(checks)
	for _, c := range merged {
		switch c.Kind {
		case plan.CheckMinLength:
			set("MinLength", number(c.Number))
		case plan.CheckMaxLength:
			set("MaxLength", number(c.Number))
			set("Bounded", jen.True())
		case plan.CheckMinInclusive:
			set("Min", jen.Lit(c.Text))
		case plan.CheckMaxInclusive:
			set("Max", jen.Lit(c.Text))
		case plan.CheckMinExclusive:
			set("Above", jen.Lit(c.Text))
		case plan.CheckMaxExclusive:
			set("Below", jen.Lit(c.Text))
		case plan.CheckTotalDigits:
			set("TotalDigits", number(c.Number))
		case plan.CheckFractionDigits:
			set("FractionDigits", number(c.Number))
			set("Fractioned", jen.True())
		case plan.CheckLexical:
			set("Of", jen.Lit(c.Text))
		case plan.CheckSpace:
			set("Space", jen.Lit(c.Text))
		case plan.CheckEnum:
			set("Enum", texts(c.Values))
		case plan.CheckFixed:
			set("IsFixed", jen.True())
			set("Fixed", jen.Lit(c.Text))
		case plan.CheckMembers:
			set("Members", jen.Index().Op("*").Add(in.wire("Facets")).ValuesFunc(func(g *jen.Group) {
				for _, m := range c.Types {
					g.Line().Values(facetFields(in, m)...)
				}
				g.Line()
			}))
		case plan.CheckItem:
			set("Item", jen.Op("&").Add(in.wire("Facets")).Values(facetFields(in, c.Types[0])...))
		case plan.CheckPattern:
			patterns = append(patterns, jen.Values(jen.Id("Text").Op(":").Lit(c.Text), jen.Id("Any").Op(":").Add(texts(c.Pattern))))
		}
	}
	if len(patterns) > 0 {
		set("Patterns", jen.Index().Add(in.wire("Pattern")).Values(patterns...))
	}
	return fields
}

// texts is a slice of strings.
func texts(list []string) *jen.Statement {
	return jen.Index().String().ValuesFunc(func(g *jen.Group) {
		for _, text := range list {
			g.Lit(text)
		}
	})
}

// mergeChecks keeps the last of several checks of one kind, which is the
// narrowest, turns an exact length into two bounds, and keeps all patterns.
func mergeChecks(checks []plan.Check) []plan.Check {
	var out []plan.Check
	put := func(c plan.Check) {
		for i := range out {
			if out[i].Kind == c.Kind && c.Kind != plan.CheckPattern {
				out[i] = c
				return
			}
		}
		out = append(out, c)
	}
	for _, c := range checks {
		if c.Kind == plan.CheckLength {
			put(plan.Check{Kind: plan.CheckMinLength, Number: c.Number})
			c.Kind = plan.CheckMaxLength
		}
		put(c)
	}
	return out
}

// checkField prints the checks of a field.
func checkField(b *jen.Group, in *names, s *plan.Struct, f *plan.Field) {
	field := v().Dot(f.Name)
	checkCount(b, f, field)
	switch {
	case f.Kind == plan.ChoiceField && f.Choice.Checked():
		checkChoice(b, in, f, field)
	case f.Kind == plan.TypedField:
		checkTyped(b, in, f, field)
	case f.Kind == plan.GroupField && f.Group.Checked:
		b.For(jen.Id("i").Op(":=").Range().Add(field.Clone())).Block(field.Clone().Index(jen.Id("i")).Dot("CheckXML").Call(c()))
	case checkedItem(f):
		eachItem(b, in, f, field, func(b *jen.Group, index, item *jen.Statement) { checkItem(b, in, s, f, index, item) })
	}
}

func isJudged(s *plan.Simple) bool { return s != nil && s.Judged() }

// checksAny reports whether a field has something to check at all.
func checksAny(f *plan.Field) bool {
	return len(f.Checks) > 0 || f.Kind == plan.TypedField || f.Kind == plan.ChoiceField && f.Choice.Checked() ||
		f.Kind == plan.GroupField && f.Group.Checked || checkedItem(f)
}

// checkedItem reports whether an item of a field has something to check.
func checkedItem(f *plan.Field) bool {
	return f.FacetsVar != "" || f.ItemFacetsVar != "" || isJudged(f.Simple) || isJudged(f.ListOf) || f.Struct != nil && f.Struct.Checked
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
func checkTyped(b *jen.Group, in *names, f *plan.Field, field *jen.Statement) {
	check := func(value, index *jen.Statement) *jen.Statement {
		check := func(value *jen.Statement) *jen.Statement {
			return jen.If(jen.List(jen.Id("x"), jen.Id("ok")).Op(":=").Add(value).Assert(in.wire("Checked")), jen.Id("ok")).Block(
				c().Dot("Object").Call(jen.Lit(wireName(f)), index, jen.Id("x")))
		}
		if f.Nillable {
			pointer := value.Clone().Dot("Value")
			return jen.If(pointer.Clone().Op("!=").Nil()).Block(check(jen.Parens(jen.Op("*").Add(pointer))))
		}
		return check(value)
	}
	if f.Shape == plan.Repeated {
		b.For(jen.List(jen.Id("i"), jen.Id("t")).Op(":=").Range().Add(field)).Block(check(jen.Id("t"), jen.Id("i")))
		return
	}
	b.Add(check(field, jen.Op("-").Lit(1)))
}

// eachItem prints what is done for each item that a field has.
func eachItem(b *jen.Group, in *names, f *plan.Field, field *jen.Statement, do func(b *jen.Group, index, item *jen.Statement)) {
	one := jen.Op("-").Lit(1)
	if hasEmptyValue(f) {
		// An empty element means its default.
		inner := do
		do = func(b *jen.Group, index, item *jen.Statement) {
			b.If(item.Clone().Op("!=").Lit("")).BlockFunc(func(b *jen.Group) { inner(b, index, item) })
		}
	}
	nilable := func(b *jen.Group, index, item *jen.Statement) {
		if !f.Nillable {
			do(b, index, item)
			return
		}
		set := item.Clone().Dot("Value").Op("!=").Nil()
		if f.Struct == nil {
			set.Op("&&").Op("!").Add(item.Clone().Dot("Nil"))
		}
		b.If(set).BlockFunc(func(b *jen.Group) {
			value := item.Clone().Dot("Value")
			if f.Struct == nil {
				value = jen.Op("*").Add(value)
			} else if f.Struct.Checked {
				b.Add(c()).Dot("Nilled").Call(item.Clone().Dot("Nil"))
			}
			do(b, index, value)
		})
	}
	switch {
	case f.Shape == plan.Repeated:
		b.For(jen.Id("i").Op(":=").Range().Add(field.Clone())).BlockFunc(func(b *jen.Group) {
			item := field.Clone().Index(jen.Id("i"))
			if f.Struct != nil && !f.Nillable {
				item = jen.Op("&").Add(item)
			}
			nilable(b, jen.Id("i"), item)
		})
	case f.Nillable:
		nilable(b, one, field)
	case f.NilMeansAbsent() && f.Tag != ",chardata":
		b.If(field.Clone().Op("!=").Nil()).BlockFunc(func(b *jen.Group) { do(b, one, field) })
	case f.Shape == plan.Optional || f.Pointer:
		b.If(field.Clone().Op("!=").Nil()).BlockFunc(func(b *jen.Group) {
			item := field.Clone()
			if f.Struct == nil {
				item = jen.Op("*").Add(item)
			}
			do(b, one, item)
		})
	case f.Struct != nil:
		do(b, one, jen.Op("&").Add(field))
	case isFixed(f):
		// A value that is not set will be written as the fixed one.
		b.If(jen.Op("!").Add(in.wire("Unset")).Call(field.Clone())).BlockFunc(func(b *jen.Group) { do(b, one, field) })
	default:
		do(b, one, field)
	}
}

// hasEmptyValue reports whether an element's field can be the empty text that
// stands for the element's default.
func hasEmptyValue(f *plan.Field) bool {
	return isText(f.Scalar) && f.Default != nil && f.Kind == plan.ScalarField && !strings.HasSuffix(f.Tag, ",attr")
}

func isFixed(f *plan.Field) bool {
	_, fixed := f.Fixed()
	return fixed
}

// isOpenEnum reports whether a type is an enumeration whose listed values are
// all that there is to check.
func isOpenEnum(s *plan.Simple) bool {
	return s != nil && s.Kind == plan.EnumType && !s.Checked()
}

// checkItem prints the checks of one item.
func checkItem(b *jen.Group, in *names, s *plan.Struct, f *plan.Field, index, item *jen.Statement) {
	name := jen.Lit(wireName(f))
	switch {
	case f.ListOf != nil:
		checkWords(b, f.ListOf, name, item)
	case f.Struct != nil && f.Struct.Checked || f.Simple != nil && f.Simple.Checked():
		b.Add(c()).Dot("Object").Call(name.Clone(), index.Clone(), item.Clone())
	case f.IsNamedList():
		checkWords(b, f.Simple.Item, name, item)
	case f.Simple != nil && isOpenEnum(f.Simple):
		b.Add(c()).Dot("Known").Call(name.Clone(), index.Clone(), item.Clone())
	}
	if f.FacetsVar != "" && f.Struct != nil {
		value := f.Struct.Value
		b.Add(facetCall(value.Scalar, name.Clone(), index.Clone(), jen.Parens(item.Clone()).Dot(value.Name), f.FacetsVar))
	} else if f.FacetsVar != "" {
		kind := f.Scalar
		if f.Kind == plan.ListField && hasWords(f.Checks) {
			b.Add(c()).Dot("String").Call(name.Clone(), index.Clone(), in.wire(listText(f.Scalar)).Call(item.Clone()), jen.Op("&").Id(f.FacetsVar))
		} else if f.Kind == plan.ListField {
			b.Add(c()).Dot("List").Call(name.Clone(), index.Clone(), jen.Len(item.Clone()), jen.Op("&").Id(f.FacetsVar))
		} else if text := map[plan.Scalar]string{plan.HexScalar: "HexText", plan.Base64Scalar: "Base64Text"}[kind]; text != "" && isFixed(f) {
			b.Add(c()).Dot("String").Call(name.Clone(), index.Clone(), in.wire(text).Call(item.Clone()), jen.Op("&").Id(f.FacetsVar))
		} else {
			b.Add(facetCall(kind, name.Clone(), index.Clone(), item, f.FacetsVar))
		}
	}
	if f.ItemFacetsVar != "" {
		b.For(jen.List(jen.Id("n"), jen.Id("x")).Op(":=").Range().Add(item.Clone())).Block(
			facetCall(f.Scalar, name.Clone(), jen.Id("n"), jen.Id("x"), f.ItemFacetsVar))
	}
}

// listText is the runtime's function that writes the text of a list.
func listText(scalar plan.Scalar) string {
	switch scalar {
	case plan.HexScalar:
		return "HexListText"
	case plan.Base64Scalar:
		return "Base64ListText"
	}
	return "ListText"
}

// hasWords reports whether the checks of a list look at its text.
func hasWords(checks []plan.Check) bool {
	return slices.ContainsFunc(checks, func(c plan.Check) bool { return c.Kind == plan.CheckItem })
}

// checkWords prints the checks of the items of a list whose type has a name.
func checkWords(b *jen.Group, s *plan.Simple, name, list *jen.Statement) {
	method := "Object"
	switch {
	case isOpenEnum(s):
		method = "Known"
	case s == nil || !s.Checked():
		return
	}
	check := c().Dot(method).Call(name.Clone(), jen.Id("n"), jen.Id("x"))
	if isText(s.Scalar) && s.Kind != plan.EmbeddedType {
		// An empty item leaves no trace in the text of a list.
		check = jen.If(jen.Id("x").Op("!=").Lit("")).Block(check)
	}
	b.For(jen.List(jen.Id("n"), jen.Id("x")).Op(":=").Range().Add(list.Clone())).Block(check)
}

func isText(s plan.Scalar) bool {
	switch s {
	case plan.StringScalar, plan.NormalizedScalar, plan.TokenScalar, plan.EnumScalar:
		return true
	}
	return false
}

// facetCall is the call that checks a value against facets.
func facetCall(scalar plan.Scalar, name, index, value *jen.Statement, facets string) *jen.Statement {
	args := func(v jen.Code) []jen.Code { return []jen.Code{name, index, v, jen.Op("&").Id(facets)} }
	switch scalar {
	case plan.BoolScalar:
		return c().Dot("Bool").Call(args(jen.Bool().Call(value))...)
	case plan.IntScalar:
		return c().Dot("Int").Call(args(jen.Int64().Call(value))...)
	case plan.UintScalar:
		return c().Dot("Uint").Call(args(jen.Uint64().Call(value))...)
	case plan.FloatScalar:
		return c().Dot("Float").Call(args(jen.Float64().Call(value))...)
	case plan.Base64Scalar, plan.HexScalar:
		return c().Dot("Bytes").Call(args(jen.Len(value))...)
	case plan.QNameScalar:
		return c().Dot("QName").Call(args(value)...)
	case plan.ValueScalar:
		return c().Dot("Value").Call(args(value)...)
	}
	return c().Dot("String").Call(args(jen.String().Call(value))...)
}

// printSimpleChecks prints Validate and CheckXML of a simple type.
func printSimpleChecks(out *jen.Group, in *names, s *plan.Simple) {
	receiver := jen.Id("v").Id(s.Name)
	printValidate(out, in, receiver.Clone())
	printComment(out, []string{"CheckXML reports to c what of v the schema does not allow."})
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
	switch {
	case hasWords(s.Checks):
		b.Add(c()).Dot("String").Call(jen.Lit(""), jen.Op("-").Lit(1), in.wire(listText(s.Scalar)).Call(jen.Id("v")), jen.Op("&").Id(s.FacetsVar))
	case s.FacetsVar != "":
		b.Add(c()).Dot("List").Call(jen.Lit(""), jen.Op("-").Lit(1), jen.Len(jen.Id("v")), jen.Op("&").Id(s.FacetsVar))
	}
	if s.ItemFacetsVar != "" {
		b.For(jen.List(jen.Id("i"), jen.Id("x")).Op(":=").Range().Id("v")).Block(
			facetCall(s.Scalar, jen.Lit(""), jen.Id("i"), jen.Id("x"), s.ItemFacetsVar))
	}
	if s.Item != nil {
		checkWords(b, s.Item, jen.Lit(""), jen.Id("v"))
	}
}
