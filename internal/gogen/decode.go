package gogen

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// d is the decoder within generated code, v the value, i an index.
var (
	d = func() *jen.Statement { return jen.Id("d") }
	v = func() *jen.Statement { return jen.Id("v") }
)

// printDecodeXML prints the method that reads an element into a struct.
func printDecodeXML(out *jen.Group, in *names, s *plan.Struct) {
	if readsWhole(s) {
		out.Func().Params(jen.Id("v").Op("*").Id(s.Name)).Id("DecodeXML").Params(jen.Id("d").Op("*").Add(in.wire("Decoder"))).Error().Add(oneLine(
			jen.Return(d().Dot("Read").Call(v()))))
		return
	}
	out.Func().Params(jen.Id("v").Op("*").Id(s.Name)).Id("DecodeXML").Params(jen.Id("d").Op("*").Add(in.wire("Decoder"))).Error().BlockFunc(func(b *jen.Group) {
		b.Add(d()).Dot("Begin").Call(jen.Op("&").Add(v()).Dot(plan.ExtraField))
		if len(s.Attrs)+len(s.Groups) > 0 {
			known, others := split(s, s.Attrs, true)
			b.Add(readLoop(in, s, "Attr", len(known)+len(s.Groups) > 0, len(others) > 0, func(sw *jen.Group) { attrCases(sw, in, others) }))
			attrDefaults(b, in, s, jen.Op("&").Add(v()).Dot(plan.ExtraField))
		}
		switch {
		case s.Value != nil:
			readScalar(b, in, s.Value, v().Dot(s.Value.Name))
		case len(s.Fields) == 1 && s.Fields[0].Kind == plan.MixedField:
			b.Add(v()).Dot(s.Fields[0].Name).Op("=").Add(d()).Dot("Nodes").Call()
		case len(s.Fields) == 1 && s.Fields[0].Mixed:
			b.Add(in.wire("ReadMixed")).Call(d(), jen.Op("&").Id(s.TableVar), jen.Op("&").Add(v()).Dot(s.Fields[0].Name))
		case len(s.Fields) == 0:
			b.Add(d()).Dot("Next").Call(jen.Op("&").Id(s.TableVar))
		default:
			known, others := split(s, s.Fields, false)
			b.Add(readLoop(in, s, "Next", len(known) > 0, len(others) > 0, func(sw *jen.Group) { elementCases(sw, in, others) }))
		}
		b.Return(d().Dot("Err").Call())
	})
}

// readLoop prints the loop over attributes or child elements: known and others say whether there are fields that the table
// reads, and others, which cases are for.
func readLoop(in *names, s *plan.Struct, method string, known, others bool, cases func(*jen.Group)) *jen.Statement {
	if !known {
		return indexLoop(in, method, s, cases)
	}
	next := func() *jen.Statement { return d().Dot(method+"Field").Call(jen.Op("&").Id(s.TableVar), v()) }
	if !others {
		return next()
	}
	return jen.For(jen.Id("i").Op(":=").Add(next()), jen.Id("i").Op("!=").Add(in.wire("End")), jen.Id("i").Op("=").Add(next())).Block(
		jen.Switch(jen.Id("i")).BlockFunc(cases),
	)
}

// indexLoop prints the loop over attributes or child elements.
func indexLoop(in *names, method string, s *plan.Struct, cases func(*jen.Group)) *jen.Statement {
	next := func() *jen.Statement { return d().Dot(method).Call(jen.Op("&").Id(s.TableVar)) }
	return jen.For(jen.Id("i").Op(":=").Add(next()), jen.Id("i").Op("!=").Add(in.wire("End")), jen.Id("i").Op("=").Add(next())).Block(
		jen.Switch(jen.Id("i")).BlockFunc(cases),
	)
}

func attrCases(sw *jen.Group, in *names, fields []*plan.Field) {
	for _, f := range fields {
		sw.Case(jen.Lit(f.Element)).BlockFunc(func(b *jen.Group) { readScalar(b, in, f, v().Dot(f.Name)) })
	}
}

// attrDefaults sets the attributes that are absent and have a default. extra is
// what notes that they were absent.
func attrDefaults(b *jen.Group, in *names, s *plan.Struct, extra *jen.Statement) {
	for _, g := range s.Groups {
		if g.Defaulted {
			b.Add(v()).Dot(g.Name).Dot("DefaultXMLAttrs").Call(d(), extra.Clone())
		}
	}
	for _, f := range s.Attrs {
		if !needsDefault(s, f) {
			continue
		}
		field := v().Dot(f.Name)
		absent := field.Clone().Op("==").Nil()
		if f.DefaultVaries && !f.WritesFixed() {
			absent.Op("&&").Op("!").Add(d()).Dot("Derived").Call()
		}
		b.If(absent).BlockFunc(func(b *jen.Group) {
			switch {
			case f.Default == nil:
			case f.DefaultVaries && f.WritesFixed():
				b.If(jen.Op("!").Add(d()).Dot("Derived").Call()).BlockFunc(func(b *jen.Group) { setDefault(b, in, f, field.Clone()) })
			default:
				setDefault(b, in, f, field.Clone())
			}
			b.Add(d()).Dot("Defaulted").Call(extra.Clone(), attrName(s, f), field.Clone())
		})
	}
}

// setDefault prints the assignment of a default to an absent attribute.
func setDefault(b *jen.Group, in *names, f *plan.Field, field *jen.Statement) {
	switch {
	case f.Kind == plan.ListField && f.Scalar == plan.ValueScalar:
		setDefaultValues(b, in, f, field)
	case f.Kind == plan.ListField:
		b.Add(field).Op("=").Add(in.goType(f.ItemType())).ValuesFunc(func(g *jen.Group) {
			for _, word := range f.DefaultItems() {
				item := literal(f.Scalar, word)
				if f.Scalar == plan.FloatScalar && !isConstant(word) {
					item = in.typ(f.ListItemType()).Call(item)
				}
				g.Add(item)
			}
		})
	case f.Scalar == plan.OwnScalar:
		b.If(jen.List(jen.Id("x"), jen.Err()).Op(":=").Add(in.own(f.Own, "Parse")).Call(jen.Lit(*f.Default)), jen.Err().Op("==").Nil()).Block(
			field.Clone().Op("=").Op("&").Id("x"))
	case f.Scalar == plan.ValueScalar:
		b.Add(field.Clone()).Op("=").New(in.typ(f.Type))
		unmarshalText(b, field, jen.Lit(*f.Default))
	default:
		b.Add(field).Op("=").Add(in.wire("PointerTo")).Call(in.typ(f.Type).Call(literal(f.Scalar, *f.Default)))
	}
}

// setDefaultValues is setDefault for a list of values that read themselves, of which
// there are no literals.
func setDefaultValues(b *jen.Group, in *names, f *plan.Field, field *jen.Statement) {
	words := f.DefaultItems()
	b.Add(field.Clone()).Op("=").Make(in.goType(f.ItemType()), jen.Lit(len(words)))
	b.For(jen.List(jen.Id("i"), jen.Id("text")).Op(":=").Range().Index().String().ValuesFunc(func(g *jen.Group) {
		for _, word := range words {
			g.Lit(word)
		}
	})).BlockFunc(func(b *jen.Group) { unmarshalText(b, field.Clone().Index(jen.Id("i")), jen.Id("text")) })
}

// unmarshalText prints the reading of a text that the schema has.
func unmarshalText(b *jen.Group, value, text *jen.Statement) {
	b.If(jen.Err().Op(":=").Add(value.Clone()).Dot("UnmarshalText").Call(jen.Index().Byte().Call(text)), jen.Err().Op("!=").Nil()).Block(
		d().Dot("Fail").Call(jen.Err()),
	)
}

// literal is a Go literal for the text of a simple value.
func literal(scalar plan.Scalar, text string) *jen.Statement {
	switch scalar {
	case plan.BoolScalar:
		return jen.Lit(text == "true" || text == "1")
	case plan.IntScalar, plan.UintScalar:
		return jen.Op(number(text))
	case plan.FloatScalar:
		switch text {
		case "INF":
			return jen.Qual("math", "Inf").Call(jen.Lit(1))
		case "-INF":
			return jen.Qual("math", "Inf").Call(jen.Lit(-1))
		case "NaN":
			return jen.Qual("math", "NaN").Call()
		case "-0":
			return jen.Qual("math", "Copysign").Call(jen.Lit(0), jen.Op("-").Lit(1)) // a constant has no sign of zero
		}
		return jen.Op(number(text))
	}
	return jen.Lit(text)
}

// isConstant reports whether Go can write a floating-point number as a constant.
func isConstant(text string) bool {
	return !slices.Contains([]string{"INF", "-INF", "NaN", "-0"}, text)
}

// number is the text of a number as Go has it. Zeros in front would make it
// octal there.
func number(text string) string {
	text = strings.TrimPrefix(text, "+")
	digits := strings.TrimPrefix(text, "-")
	sign := text[:len(text)-len(digits)]
	for len(digits) > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9' {
		digits = digits[1:]
	}
	return sign + digits
}

// elementCases prints a case for each element whose field the table does not read.
func elementCases(sw *jen.Group, in *names, fields []*plan.Field) {
	for _, f := range fields {
		sw.Case(jen.Lit(f.Element)).BlockFunc(func(b *jen.Group) { readField(b, in, f, v().Dot(f.Name)) })
	}
}

// printDecodeElement prints the method that reads one element of a branch or group: i is its index in the table of the
// struct around it, whose first element from the branch has the index at. Where the table says all of the branch, there is
// none, but of an element that a list of items has.
func printDecodeElement(out *jen.Group, in *names, s *plan.Struct) {
	_, others := split(s, s.Fields, false)
	if len(others) == 0 && s.Item == nil {
		return
	}
	out.Func().Params(jen.Id("v").Op("*").Id(s.Name)).Id("DecodeXMLElement").Params(
		jen.Id("d").Op("*").Add(in.wire("Decoder")), jen.List(jen.Id("i"), jen.Id("at")).Int(),
	).BlockFunc(func(b *jen.Group) {
		byTable := d().Dot("Field").Call(v(), jen.Id("i").Op("-").Id("at"))
		if len(others) == 0 {
			b.Add(byTable)
			return
		}
		b.Switch(jen.Id("i").Op("-").Id("at")).BlockFunc(func(sw *jen.Group) {
			elementCases(sw, in, others)
			if len(others) < len(s.Fields) {
				sw.Default().Block(byTable)
			}
		})
	})
}
