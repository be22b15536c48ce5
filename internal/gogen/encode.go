package gogen

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

func e() *jen.Statement { return jen.Id("e") }

// printAppendXML prints the method that writes a struct: attributes, then content.
// Of a branch of which the table says all there is none.
func printAppendXML(out *jen.Group, in *names, s *plan.Struct) {
	whole := writesWhole(s)
	if whole && s.Of != nil && s.Item == nil {
		return
	}
	method := out.Func().Params(jen.Id("v").Op("*").Id(s.Name)).Id("AppendXML").Params(jen.Id("e").Op("*").Add(in.wire("Encoder")))
	switch {
	case whole && s.Of != nil:
		method.Add(oneLine(e().Dot("Content").Call(v())))
	case whole:
		method.Add(oneLine(e().Dot("Write").Call(v())))
	default:
		method.BlockFunc(func(b *jen.Group) { writeAll(b, in, s) })
	}
}

// writeAll prints the writing of a struct.
func writeAll(b *jen.Group, in *names, s *plan.Struct) {
	if s.Of == nil {
		b.Add(e()).Dot("Begin").Call(jen.Op("&").Add(v()).Dot(plan.ExtraField))
	}
	writeAttrs(b, in, s)
	if f := s.Value; f != nil {
		b.Add(textCall(in, f, v().Dot(f.Name)))
	}
	for _, run := range runs(s.Fields, func(f *plan.Field) bool { return isPlain(s, f) }) {
		if isPlain(s, run[0]) {
			b.Add(e()).Dot("Run").Call(v(), jen.Lit(fieldNumber(s, run[0])), jen.Lit(fieldNumber(s, run[len(run)-1])))
			continue
		}
		writeField(b, in, s, run[0])
	}
}

// writeAttrs prints the writing of the attributes: those that follow each other
// and need nothing else in one call.
func writeAttrs(b *jen.Group, in *names, s *plan.Struct) {
	for _, g := range s.Groups {
		b.Add(v()).Dot(g.Name).Dot("AppendXMLAttrs").Call(e())
	}
	for _, run := range runs(s.Attrs, func(f *plan.Field) bool { return isPlainAttr(s, f) }) {
		if len(run) > 1 || isPlainAttr(s, run[0]) && fillsByTable(s, run[0]) {
			b.Add(e()).Dot("AttrFields").Call(jen.Op("&").Id(s.TableVar), v(), jen.Lit(run[0].Element), jen.Lit(run[len(run)-1].Element))
			continue
		}
		writeAttr(b, in, s, run[0])
	}
}

// runs cuts fields into those of a kind that follow each other, and the others, each
// alone.
func runs(fields []*plan.Field, ofKind func(*plan.Field) bool) (list [][]*plan.Field) {
	for len(fields) > 0 {
		n := 0
		for n < len(fields) && ofKind(fields[n]) {
			n++
		}
		n = max(n, 1)
		list, fields = append(list, fields[:n]), fields[n:]
	}
	return list
}

func writeAttr(b *jen.Group, in *names, s *plan.Struct, f *plan.Field) {
	field := v().Dot(f.Name)
	if f.Kind == plan.AttrsField {
		b.Add(e()).Dot("Attrs").Call(field)
		return
	}
	helper := textWriter(f)
	if f.Shape == plan.Optional && !f.NilMeansAbsent() {
		helper = "Opt" + helper
	}
	write := in.wire("Write"+helper+"Attr").Call(e(), attrName(s, f), field.Clone())
	if f.Scalar == plan.OwnScalar {
		write = in.own(f.Own, "Write"+helper+"Attr").Call(e(), attrName(s, f), field.Clone())
	}
	text, fixed := f.Fixed()
	switch {
	case fixed && f.Shape == plan.Required:
		b.If(in.wire("Unset").Call(field.Clone())).Block(
			fixedCall(in, f, "Fixed", "Attr", attrName(s, f), text),
		).Else().Block(write)
	case f.WritesFixed():
		b.If(field.Clone().Op("==").Nil()).Block(
			fixedCall(in, f, "FixedNil", "Attr", attrName(s, f), text),
		).Else().If(jen.Op("!").Add(e()).Dot("IsDefault").Call(attrName(s, f), field.Clone())).Block(write)
	case f.Default != nil && f.Shape == plan.Optional:
		b.If(jen.Op("!").Add(e()).Dot("IsDefault").Call(attrName(s, f), field.Clone())).Block(write)
	default:
		b.Add(write)
	}
}

// attrName is a pointer to the name of an attribute in the table.
func attrName(s *plan.Struct, f *plan.Field) *jen.Statement {
	return jen.Id(s.TableVar).Dot("Attr").Call(jen.Lit(f.Element))
}

// textCall is the call that writes simple content.
func textCall(in *names, f *plan.Field, value *jen.Statement) *jen.Statement {
	helper := textWriter(f)
	if f.Scalar == plan.OwnScalar {
		return in.own(f.Own, "Write"+helper+"Text").Call(e(), value)
	}
	return in.wire("Write"+helper+"Text").Call(e(), value)
}

// writeField prints the writing of a field.
func writeField(b *jen.Group, in *names, s *plan.Struct, f *plan.Field) {
	field := v().Dot(f.Name)
	name := func() *jen.Statement {
		return jen.Id(s.TableVar).Dot("Element").Call(jen.Lit(f.Element))
	}
	switch f.Kind {
	case plan.MixedField:
		b.Add(e()).Dot("Nodes").Call(field)
	case plan.ItemsField:
		b.Add(in.wire("WriteMixed")).Call(e(), field)
	default:
		write := scalarCall(in, "Write", f, []jen.Code{e(), name()}, field.Clone())
		if text, fixed := f.Fixed(); fixed && f.Shape == plan.Required && !f.Nillable {
			b.If(in.wire("Unset").Call(field.Clone())).Block(fixedCall(in, f, "Fixed", "", name(), text)).Else().Block(write)
			return
		}
		b.Add(write)
	}
}

// textWriter is writerName for an attribute or simple content, where a list is
// one text.
func textWriter(f *plan.Field) string {
	switch {
	case f.IsNamedList():
		return scalarNames[f.Simple.Scalar] + "List"
	case f.Kind == plan.ListField:
		return writerName(f) + "List"
	}
	return writerName(f)
}

// writerName is the middle of the name of the helper that writes a field. One
// writes all secrets.
func writerName(f *plan.Field) string {
	if f.IsSecret() {
		return scalarNames[plan.SecretScalar]
	}
	return scalarNames[f.Scalar]
}

// fixedCall prints the call that writes a fixed value, which may be names whose
// prefixes are chosen then.
func fixedCall(in *names, f *plan.Field, before, behind string, name *jen.Statement, text string) *jen.Statement {
	switch {
	case f.IsScoped():
		args := append([]jen.Code{e(), name, jen.Lit(text)}, bindings(in.wire("Binding"), f.DefaultNames)...)
		return in.codec(before + "Scoped" + behind).Call(args...)
	case f.Scalar != plan.QNameScalar && f.ListScalar() != plan.QNameScalar:
		return e().Dot(before+behind).Call(name, jen.Lit(text))
	}
	return e().Dot(before + "Names" + behind).CallFunc(func(g *jen.Group) {
		g.Add(name)
		for n := range strings.FieldsSeq(text) {
			g.Lit(n)
		}
	})
}
