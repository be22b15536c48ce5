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

// validateMethod prints Validate for a type that has CheckXML.
func (p *printer) validateMethod(receiver *jen.Statement) {
	p.comment([]string{"Validate reports what of v the schema does not allow."})
	p.Func().Params(receiver).Id("Validate").Params().Error().Block(jen.Return(p.wire("Validate").Call(jen.Id("v"))))
}

// checks prints Validate and CheckXML of a struct.
func (p *printer) checks(s *plan.Struct) {
	receiver := jen.Id("v").Op("*").Id(s.Name)
	if s.Of == nil {
		p.validateMethod(receiver.Clone())
	}
	p.comment([]string{"CheckXML reports to c what of v the schema does not allow."})
	p.Func().Params(receiver).Id("CheckXML").Params(jen.Id("c").Op("*").Add(p.wire("Checker"))).BlockFunc(func(b *jen.Group) {
		for _, f := range s.Attrs {
			if f.MustBeSet() {
				b.Add(c()).Dot("Set").Call(jen.Lit(wireName(f)), v().Dot(f.Name).Op("!=").Nil())
			}
			p.checkField(b, s, f)
		}
		p.checkContent(b, s)
	})
	p.model(s)
	for _, f := range allFields(s) {
		p.facetsVar(f.FacetsVar, f.Checks)
		p.facetsVar(f.ItemFacetsVar, f.ListItem)
	}
}

// checkContent prints the checks of an element's content, which one with xsi:nil
// has not.
func (p *printer) checkContent(b *jen.Group, s *plan.Struct) {
	extra := jen.Op("&").Add(v()).Dot(plan.ExtraField)
	rest := func(b *jen.Group) {
		if s.Value != nil {
			p.checkField(b, s, s.Value)
		}
		for _, f := range s.Fields {
			p.checkField(b, s, f)
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

// model prints the variable with the content model of a struct.
func (p *printer) model(s *plan.Struct) {
	m := s.Model
	if m == nil {
		return
	}
	p.Var().Id(m.Var).Op("=").Add(p.wire("Model")).ValuesFunc(func(g *jen.Group) {
		g.Id("Table").Op(":").Op("&").Id(s.TableVar)
		g.Id("Text").Op(":").Lit(m.Text)
		g.Id("Expr").Op(":").Op("`" + m.Expr + "`")
		if len(m.Names) > 0 {
			g.Id("Names").Op(":").Index().Add(p.wire("Name")).ValuesFunc(func(g *jen.Group) {
				for _, n := range m.Names {
					g.Values(p.nameFields(n.Space, n.Local)...)
				}
			})
		}
	})
}

// facetsVar prints a variable with facets, if there is one.
func (p *printer) facetsVar(name string, checks []plan.Check) {
	if name == "" {
		return
	}
	p.Var().Id(name).Op("=").Add(p.wire("Facets")).Values(p.facetFields(checks)...)
}

func (p *printer) facetFields(checks []plan.Check) []jen.Code {
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
			set("Members", jen.Index().Op("*").Add(p.wire("Facets")).ValuesFunc(func(g *jen.Group) {
				for _, m := range c.Types {
					g.Line().Values(p.facetFields(m)...)
				}
				g.Line()
			}))
		case plan.CheckItem:
			set("Item", jen.Op("&").Add(p.wire("Facets")).Values(p.facetFields(c.Types[0])...))
		case plan.CheckPattern:
			patterns = append(patterns, jen.Values(jen.Id("Text").Op(":").Lit(c.Text), jen.Id("Any").Op(":").Add(texts(c.Pattern))))
		}
	}
	if len(patterns) > 0 {
		set("Patterns", jen.Index().Add(p.wire("Pattern")).Values(patterns...))
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
func (p *printer) checkField(b *jen.Group, s *plan.Struct, f *plan.Field) {
	field := v().Dot(f.Name)
	p.checkCount(b, f, field)
	switch {
	case f.Kind == plan.ChoiceField && f.Choice.Checked():
		p.checkChoice(b, f, field)
	case f.Kind == plan.TypedField:
		p.checkTyped(b, f, field)
	case f.Kind == plan.GroupField && f.Group.Checked:
		b.For(jen.Id("i").Op(":=").Range().Add(field.Clone())).Block(field.Clone().Index(jen.Id("i")).Dot("CheckXML").Call(c()))
	case checkedItem(f):
		p.eachItem(b, f, field, func(b *jen.Group, index, item *jen.Statement) { p.checkItem(b, s, f, index, item) })
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

func (p *printer) checkCount(b *jen.Group, f *plan.Field, field *jen.Statement) {
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

func (p *printer) checkChoice(b *jen.Group, f *plan.Field, field *jen.Statement) {
	check := func(value *jen.Statement) *jen.Statement {
		return jen.If(jen.List(jen.Id("x"), jen.Id("ok")).Op(":=").Add(value).Assert(p.wire("Checked")), jen.Id("ok")).Block(
			jen.Id("x").Dot("CheckXML").Call(c()))
	}
	if f.Shape == plan.Repeated {
		b.For(jen.List(jen.Id("_"), jen.Id("b")).Op(":=").Range().Add(field)).Block(check(jen.Id("b")))
		return
	}
	b.Add(check(field))
}

// checkTyped prints the checks of values whose type is only known at run time.
func (p *printer) checkTyped(b *jen.Group, f *plan.Field, field *jen.Statement) {
	check := func(value, index *jen.Statement) *jen.Statement {
		check := func(value *jen.Statement) *jen.Statement {
			return jen.If(jen.List(jen.Id("x"), jen.Id("ok")).Op(":=").Add(value).Assert(p.wire("Checked")), jen.Id("ok")).Block(
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
func (p *printer) eachItem(b *jen.Group, f *plan.Field, field *jen.Statement, do func(b *jen.Group, index, item *jen.Statement)) {
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
		b.If(jen.Op("!").Add(p.wire("Unset")).Call(field.Clone())).BlockFunc(func(b *jen.Group) { do(b, one, field) })
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
func (p *printer) checkItem(b *jen.Group, s *plan.Struct, f *plan.Field, index, item *jen.Statement) {
	name := jen.Lit(wireName(f))
	switch {
	case f.ListOf != nil:
		p.checkWords(b, f.ListOf, name, item)
	case f.Struct != nil && f.Struct.Checked || f.Simple != nil && f.Simple.Checked():
		b.Add(c()).Dot("Object").Call(name.Clone(), index.Clone(), item.Clone())
	case f.IsNamedList():
		p.checkWords(b, f.Simple.Item, name, item)
	case f.Simple != nil && isOpenEnum(f.Simple):
		b.Add(c()).Dot("Known").Call(name.Clone(), index.Clone(), item.Clone())
	}
	if f.FacetsVar != "" && f.Struct != nil {
		value := f.Struct.Value
		b.Add(facetCall(value.Scalar, name.Clone(), index.Clone(), jen.Parens(item.Clone()).Dot(value.Name), f.FacetsVar))
	} else if f.FacetsVar != "" {
		kind := f.Scalar
		if f.Kind == plan.ListField && hasWords(f.Checks) {
			b.Add(c()).Dot("String").Call(name.Clone(), index.Clone(), p.wire(listText(f.Scalar)).Call(item.Clone()), jen.Op("&").Id(f.FacetsVar))
		} else if f.Kind == plan.ListField {
			b.Add(c()).Dot("List").Call(name.Clone(), index.Clone(), jen.Len(item.Clone()), jen.Op("&").Id(f.FacetsVar))
		} else if text := map[plan.Scalar]string{plan.HexScalar: "HexText", plan.Base64Scalar: "Base64Text"}[kind]; text != "" && isFixed(f) {
			b.Add(c()).Dot("String").Call(name.Clone(), index.Clone(), p.wire(text).Call(item.Clone()), jen.Op("&").Id(f.FacetsVar))
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
func (p *printer) checkWords(b *jen.Group, s *plan.Simple, name, list *jen.Statement) {
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

// simpleChecks prints Validate and CheckXML of a simple type.
func (p *printer) simpleChecks(s *plan.Simple) {
	receiver := jen.Id("v").Id(s.Name)
	p.validateMethod(receiver.Clone())
	p.comment([]string{"CheckXML reports to c what of v the schema does not allow."})
	p.Func().Params(receiver).Id("CheckXML").Params(jen.Id("c").Op("*").Add(p.wire("Checker"))).BlockFunc(func(b *jen.Group) {
		if s.Kind == plan.ListType {
			p.listChecks(b, s)
			return
		}
		b.Add(facetCall(s.Scalar, jen.Lit(""), jen.Op("-").Lit(1), simpleValue(s), s.FacetsVar))
	})
	p.facetsVar(s.FacetsVar, s.Checks)
	p.facetsVar(s.ItemFacetsVar, s.ItemChecks)
}

func simpleValue(s *plan.Simple) *jen.Statement {
	if s.Kind == plan.EmbeddedType {
		return jen.Id("v").Dot(s.Of.Name)
	}
	return jen.Id("v")
}

func (p *printer) listChecks(b *jen.Group, s *plan.Simple) {
	switch {
	case hasWords(s.Checks):
		b.Add(c()).Dot("String").Call(jen.Lit(""), jen.Op("-").Lit(1), p.wire(listText(s.Scalar)).Call(jen.Id("v")), jen.Op("&").Id(s.FacetsVar))
	case s.FacetsVar != "":
		b.Add(c()).Dot("List").Call(jen.Lit(""), jen.Op("-").Lit(1), jen.Len(jen.Id("v")), jen.Op("&").Id(s.FacetsVar))
	}
	if s.ItemFacetsVar != "" {
		b.For(jen.List(jen.Id("i"), jen.Id("x")).Op(":=").Range().Id("v")).Block(
			facetCall(s.Scalar, jen.Lit(""), jen.Id("i"), jen.Id("x"), s.ItemFacetsVar))
	}
	if s.Item != nil {
		p.checkWords(b, s.Item, jen.Lit(""), jen.Id("v"))
	}
}
