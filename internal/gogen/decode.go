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
	if isSimple(s) {
		out.Func().Params(jen.Id("v").Op("*").Id(s.Name)).Id("DecodeXML").Params(jen.Id("d").Op("*").Add(in.wire("Decoder"))).Error().Add(oneLine(
			jen.Return(d().Dot("Struct").Call(jen.Op("&").Id(s.TableVar), jen.Op("&").Add(v()).Dot(plan.ExtraField), v()))))
		return
	}
	out.Func().Params(jen.Id("v").Op("*").Id(s.Name)).Id("DecodeXML").Params(jen.Id("d").Op("*").Add(in.wire("Decoder"))).Error().BlockFunc(func(b *jen.Group) {
		b.Add(d()).Dot("Begin").Call(jen.Op("&").Add(v()).Dot(plan.ExtraField))
		if len(s.Attrs)+len(s.Groups) > 0 {
			leaves, others := split(s, s.Attrs, true)
			b.Add(readLoop(in, s, "Attr", len(leaves)+len(s.Groups) > 0, len(others) > 0, func(sw *jen.Group) { attrCases(sw, in, others) }))
			attrDefaults(b, in, s, jen.Op("&").Add(v()).Dot(plan.ExtraField))
		}
		switch {
		case s.Value != nil:
			readField(b, in, s.Value, v().Dot(s.Value.Name))
		case len(s.Fields) == 1 && s.Fields[0].Kind == plan.MixedField:
			b.Add(v()).Dot(s.Fields[0].Name).Op("=").Add(d()).Dot("Nodes").Call()
		case len(s.Fields) == 1 && s.Fields[0].Mixed:
			b.Add(in.wire("ReadMixed")).Call(d(), jen.Op("&").Id(s.TableVar), jen.Op("&").Add(v()).Dot(s.Fields[0].Name))
		case len(s.Fields) == 0:
			b.Add(d()).Dot("Next").Call(jen.Op("&").Id(s.TableVar))
		default:
			leaves, others := split(s, s.Fields, false)
			b.Add(readLoop(in, s, "Next", len(leaves) > 0, len(others) > 0, func(sw *jen.Group) { elementCases(sw, in, others, nil, jen.Continue()) }))
		}
		b.Return(d().Dot("Err").Call())
	})
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
		sw.Case(jen.Lit(f.Element)).BlockFunc(func(b *jen.Group) {
			if f.Kind == plan.AttrsField {
				b.Add(v()).Dot(f.Name).Op("=").Append(v().Dot(f.Name), d().Dot("RawAttr").Call())
				return
			}
			readScalar(b, in, f, v().Dot(f.Name))
		})
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

// elementCases prints a case for each element. at is nil in a struct with a
// table of its own, else the index of the first element of the branch.
// leave is how the code goes on to the next element.
func elementCases(sw *jen.Group, in *names, fields []*plan.Field, at *jen.Statement, leave *jen.Statement) {
	for _, f := range fields {
		switch f.Kind {
		case plan.ChoiceField:
			choiceCases(sw, in, f, at, leave)
		case plan.ItemsField:
			itemCase(sw, in, f)
		case plan.GroupField:
			sw.Case(indexes(f.Element, f.Last)...).BlockFunc(func(b *jen.Group) { readGroup(b, in, f, at) })
		case plan.WildcardField, plan.OpaqueField:
			sw.Case(jen.Lit(f.Element)).Block(v().Dot(f.Name).Op("=").Append(v().Dot(f.Name), d().Dot("Node").Call()))
		default:
			sw.Case(jen.Lit(f.Element)).BlockFunc(func(b *jen.Group) { readField(b, in, f, v().Dot(f.Name)) })
		}
	}
}

func indexes(first, last int) []jen.Code {
	var list []jen.Code
	for i := first; i <= last; i++ {
		list = append(list, jen.Lit(i))
	}
	return list
}

// offset is an index of the struct's table, seen from a branch that starts at
// at.
func offset(at *jen.Statement, n int) *jen.Statement {
	switch {
	case at == nil:
		return jen.Lit(n)
	case n == 0:
		return at.Clone()
	}
	return at.Clone().Op("+").Lit(n)
}

// readGroup prints the reading of an element of a group that repeats.
func readGroup(b *jen.Group, in *names, f *plan.Field, at *jen.Statement) {
	field := v().Dot(f.Name)
	b.If(jen.Len(field.Clone()).Op("==").Lit(0).Op("||").Add(d()).Dot("Restart").Call(offset(at, f.Element), offset(at, f.Last))).Block(
		field.Clone().Op("=").Append(field.Clone(), in.structRef(f.Group).Values()),
	)
	b.Add(field.Clone()).Index(jen.Len(field.Clone()).Op("-").Lit(1)).Dot("DecodeXMLElement").Call(d(), jen.Id("i"), offset(at, f.Element))
}

// choiceCases prints a case for each branch of a choice.
func choiceCases(sw *jen.Group, in *names, f *plan.Field, at *jen.Statement, leave *jen.Statement) {
	for _, br := range f.Branches {
		if br.Any {
			continue
		}
		sw.Case(indexes(br.First, br.Last)...).BlockFunc(func(b *jen.Group) {
			if f.Shape == plan.Repeated {
				repeatedBranch(b, in, f, br, at)
			} else {
				openBranch(b, in, f, br.Struct, leave)
			}
			b.Id("c").Dot("DecodeXMLElement").Call(d(), jen.Id("i"), offset(at, br.First))
		})
	}
	for _, w := range f.Wildcards {
		br := f.Branches[w.Branch].Struct
		sw.Case(jen.Lit(w.Element)).BlockFunc(func(b *jen.Group) {
			if f.Shape == plan.Repeated {
				b.Id("c").Op(":=").New(in.structRef(br))
				b.Add(v()).Dot(f.Name).Op("=").Append(v().Dot(f.Name), jen.Id("c"))
			} else {
				openBranch(b, in, f, br, leave)
			}
			b.Id("c").Dot(br.Fields[0].Name).Op("=").Append(jen.Id("c").Dot(br.Fields[0].Name), d().Dot("Node").Call())
		})
	}
}

// openBranch prints the selection of a branch of a choice that is made once.
func openBranch(b *jen.Group, in *names, f *plan.Field, s *plan.Struct, leave *jen.Statement) {
	field := v().Dot(f.Name)
	b.List(jen.Id("c"), jen.Id("_")).Op(":=").Add(field.Clone()).Assert(jen.Op("*").Add(in.structRef(s)))
	b.If(jen.Id("c").Op("==").Nil()).Block(
		jen.If(jen.Op("!").Add(d()).Dot("Choose").Call(field.Clone().Op("!=").Nil())).Block(leave.Clone()),
		jen.Id("c").Op("=").New(in.structRef(s)),
		field.Clone().Op("=").Id("c"),
	)
}

// repeatedBranch prints the selection of a branch of a choice that repeats:
// a new one for each element, but where the branch has several.
func repeatedBranch(b *jen.Group, in *names, f *plan.Field, br plan.ChoiceBranch, at *jen.Statement) {
	field := v().Dot(f.Name)
	if br.First == br.Last {
		b.Id("c").Op(":=").New(in.structRef(br.Struct))
		b.Add(field.Clone()).Op("=").Append(field.Clone(), jen.Id("c"))
		return
	}
	b.Var().Id("c").Op("*").Add(in.structRef(br.Struct))
	b.If(jen.Id("n").Op(":=").Len(field.Clone()), jen.Id("n").Op(">").Lit(0).Op("&&").Op("!").Add(d()).Dot("Restart").Call(offset(at, br.First), offset(at, br.Last))).Block(
		jen.List(jen.Id("c"), jen.Id("_")).Op("=").Add(field.Clone()).Index(jen.Id("n").Op("-").Lit(1)).Assert(jen.Op("*").Add(in.structRef(br.Struct))),
	)
	b.If(jen.Id("c").Op("==").Nil()).Block(
		jen.Id("c").Op("=").New(in.structRef(br.Struct)),
		field.Clone().Op("=").Append(field.Clone(), jen.Id("c")),
	)
}

// printDecodeElement prints the method that reads one element of a branch or group: i is its index in the table of the
// struct around it, whose first element from the branch has the index at.
func printDecodeElement(out *jen.Group, in *names, s *plan.Struct) {
	out.Func().Params(jen.Id("v").Op("*").Id(s.Name)).Id("DecodeXMLElement").Params(
		jen.Id("d").Op("*").Add(in.wire("Decoder")), jen.List(jen.Id("i"), jen.Id("at")).Int(),
	).BlockFunc(func(b *jen.Group) {
		if len(s.Table.Elements) == 0 {
			return
		}
		b.Switch(jen.Id("i").Op("-").Id("at")).BlockFunc(func(sw *jen.Group) { elementCases(sw, in, s.Fields, jen.Id("at"), jen.Return()) })
	})
}
