package gogen

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// eachItem prints what is done for each item that a field has.
func eachItem(b *jen.Group, in *names, s *plan.Struct, f *plan.Field, field *jen.Statement, do func(b *jen.Group, index, item *jen.Statement)) {
	one := jen.Op("-").Lit(1)
	if hasEmptyValue(f) {
		// An empty element means its default.
		inner := do
		do = func(b *jen.Group, index, item *jen.Statement) {
			b.If(hasText(in, f, item)).BlockFunc(func(b *jen.Group) { inner(b, index, item) })
		}
	}
	nilable := func(b *jen.Group, index, item *jen.Statement) {
		if !f.Nillable {
			do(b, index, item)
			return
		}
		if isFixed(f) {
			null := item.Clone().Dot("Nil")
			if isListed(s, f) {
				null = null.Op("||").Add(item.Clone()).Dot("Value").Op("==").Nil()
			}
			b.If(null).Block(c().Dot("NilFixed").Call(jen.Lit(wireName(f)), index.Clone()))
		}
		set := item.Clone().Dot("Value").Op("!=").Nil()
		if f.Struct == nil {
			set.Op("&&").Op("!").Add(item.Clone().Dot("Nil"))
		}
		check := b.If(set).BlockFunc(func(b *jen.Group) {
			value := item.Clone().Dot("Value")
			if f.Struct == nil {
				value = jen.Op("*").Add(value)
			} else if f.Struct.Checked {
				b.Add(c()).Dot("Nilled").Call(item.Clone().Dot("Nil"))
			}
			do(b, index, value)
		})
		nilChecks(check, s, f, index, item)
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
	case f.NilMeansAbsent() && f.Tag != ",chardata" && !isListed(s, f):
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

// nilChecks prints, behind the checks of an item with a value, those of one that
// is nil and has none.
func nilChecks(check *jen.Statement, s *plan.Struct, f *plan.Field, index, item *jen.Statement) {
	var lacks *jen.Statement
	switch names := f.NilLacks(); {
	case f.IsAbstract():
		lacks = c().Dot("NilAbstract").Call(jen.Lit(wireName(f)), index.Clone())
	case len(names) > 0:
		lacks = c().Dot("Lacks").CallFunc(func(g *jen.Group) {
			g.Lit(wireName(f))
			g.Add(index.Clone())
			for _, n := range names {
				g.Lit(n)
			}
		})
	default:
		return
	}
	if isListed(s, f) {
		check.Else().Block(lacks) // a list has no gaps, so it is written as nil
		return
	}
	check.Else().If(item.Clone().Dot("Nil")).Block(lacks)
}

// isListed reports whether a value of the field is one of a list: a slice, or items of
// which each has a struct of its own.
func isListed(s *plan.Struct, f *plan.Field) bool {
	return f.Shape == plan.Repeated || s.Item != nil && s.Item.Whole
}

// hasText is true of a value whose text is not empty.
func hasText(in *names, f *plan.Field, value *jen.Statement) *jen.Statement {
	switch {
	case f.Kind == plan.ListField:
		return jen.Len(words(in, f.ListScalar(), f.IsScoped(), value.Clone())).Op(">").Lit(0)
	case f.Scalar == plan.Base64Scalar || f.Scalar == plan.HexScalar:
		return jen.Len(value.Clone()).Op(">").Lit(0)
	case f.IsScoped():
		if f.Nillable || f.IsPointer() {
			value = jen.Parens(value.Clone())
		}
		return value.Clone().Dot("Text").Op("!=").Lit("")
	}
	return value.Clone().Op("!=").Lit("")
}

// checkItem prints the checks of one item.
func checkItem(b *jen.Group, in *names, s *plan.Struct, f *plan.Field, index, item *jen.Statement) {
	name := jen.Lit(wireName(f))
	list := item
	if f.Kind == plan.ListField {
		list = words(in, f.ListScalar(), f.IsScoped(), item)
	}
	switch {
	case f.ListOf != nil:
		checkWords(b, f.ListOf, name, list)
	case hasEmptyContent(f):
		b.Add(c()).Dot("Fills").Call()
		b.Add(c()).Dot("Object").Call(name.Clone(), index.Clone(), item.Clone())
	case f.Struct != nil && f.Struct.Checked || f.Simple != nil && (f.Simple.Checked() || isOpenEnum(f.Simple)):
		b.Add(c()).Dot("Object").Call(name.Clone(), index.Clone(), item.Clone())
	case f.IsNamedList():
		checkWords(b, f.Simple.Item, name, list)
	}
	switch {
	case f.FacetsVar == "":
	case f.Struct != nil:
		value := f.Struct.Value
		text := jen.Parens(item.Clone()).Dot(value.Name)
		check := facetsCheck(in, value, f.Checks, name, index, text, f.FacetsVar)
		if canBeEmpty(value) {
			check = jen.If(hasText(in, value, text)).Block(check) // an empty element has the fixed value
		}
		b.Add(check)
	default:
		b.Add(facetsCheck(in, f, f.Checks, name, index, item, f.FacetsVar))
	}
	if f.ItemFacetsVar != "" {
		b.For(jen.List(jen.Id("n"), jen.Id("x")).Op(":=").Range().Add(list.Clone())).Block(
			facetCall(f.Scalar, name.Clone(), jen.Id("n"), textOf(in, f, jen.Id("x")), f.ItemFacetsVar))
	}
}

// facetsCheck is the call that holds the value of a field to facets.
func facetsCheck(in *names, f *plan.Field, checks []plan.Check, name, index, value *jen.Statement, facets string) *jen.Statement {
	switch {
	case f.Kind == plan.ListField && hasWords(checks):
		return listCheck(in, f.ListScalar(), f.Own, f.IsScoped(), name, index, value, facets)
	case f.Kind == plan.ListField:
		return c().Dot("List").Call(name.Clone(), index.Clone(), jen.Len(words(in, f.ListScalar(), f.IsScoped(), value.Clone())), jen.Op("&").Id(facets))
	}
	return facetCall(f.Scalar, name.Clone(), index.Clone(), textOf(in, f, value), facets)
}

// textOf is a value as checks look at it: of a type that the user has chosen its
// text.
func textOf(in *names, f *plan.Field, value *jen.Statement) *jen.Statement {
	if f.Scalar != plan.OwnScalar {
		return value
	}
	return in.own(f.Own, "Text").Call(value)
}

// listCheck is the call that checks the text of a list.
func listCheck(in *names, scalar plan.Scalar, own *plan.Own, scoped bool, name, index, list *jen.Statement, facets string) *jen.Statement {
	if scoped {
		return in.codec("CheckScopedList").Call(c(), name.Clone(), index.Clone(), list.Clone(), jen.Op("&").Id(facets))
	}
	return c().Dot("String").Call(name.Clone(), index.Clone(), listTextOf(in, scalar, own).Call(list.Clone()), jen.Op("&").Id(facets))
}

func listTextOf(in *names, scalar plan.Scalar, own *plan.Own) *jen.Statement {
	if scalar == plan.OwnScalar {
		return in.own(own, "ListText")
	}
	return in.wire(listText(scalar))
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
	if s == nil || !s.Checked() && !isOpenEnum(s) {
		return
	}
	check := c().Dot("Object").Call(name.Clone(), jen.Id("n"), jen.Id("x"))
	b.For(jen.List(jen.Id("n"), jen.Id("x")).Op(":=").Range().Add(list.Clone())).Block(check)
}
