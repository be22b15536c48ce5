package gogen

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// printStruct prints a struct as a person reads it.
func printStruct(out *jen.Group, in *names, s *plan.Struct) {
	printComment(out, s.Doc)
	if s.Embeds != nil {
		out.Type().Id(s.Name).Struct(in.structRef(s.Embeds))
		return
	}
	out.Type().Id(s.Name).StructFunc(func(g *jen.Group) {
		for _, group := range s.Groups {
			g.Add(in.structRef(group))
		}
		for _, f := range allFields(s) {
			for _, line := range commentLines(f.Doc) {
				g.Comment(line)
			}
			g.Id(f.Name).Add(in.goType(f.GoType())).Tag(map[string]string{"xml": f.Tag})
		}
		if s.Of == nil && !s.IsGroup {
			g.Id(plan.ExtraField).Add(in.wire("Extra")).Tag(map[string]string{"xml": "-", "json": ",omitzero"})
		}
	})
}

// printStructCodec prints what a struct's methods are made of: its table, its
// codec and its checks.
func printStructCodec(out *jen.Group, in *names, s *plan.Struct) {
	if s.IsGroup {
		printAttrGroup(out, in, s)
		return
	}
	if printMarkers(out, s); len(s.BranchOf) > 0 {
		out.Line() // see below
	}
	printNamed(out, in, s)
	if s.Embeds != nil {
		return
	}
	printBaseMarkers(out, s)
	printTable(out, in, s)
	if s.Of == nil {
		printDecodeXML(out, in, s)
	} else {
		printDecodeElement(out, in, s)
	}
	printAppendXML(out, in, s)
	if s.Of == nil && in.plan.EncodingXML {
		printBridges(out, in, s)
	}
	out.Line() // else all of them would be lined up with the longest
	printTools(out, in, s)
	switch {
	case s.Checked:
		printChecks(out, in, s)
	case s.Of == nil:
		printValidate(out, in, jen.Id("v").Op("*").Id(s.Name))
	}
}

// printTools prints what Go's tools ask of a struct. Those that only look take a
// value, so that they see it wherever it stands.
func printTools(out *jen.Group, in *names, s *plan.Struct) {
	value, pointer := jen.Id("v").Id(s.Name), jen.Id("v").Op("*").Id(s.Name)
	if s.Printable {
		out.Func().Params(value.Clone()).Id(plan.StringMethod).Params().String().Add(oneLine(jen.Return(in.wire("Shown").Call(jen.Op("&").Id("v")))))
	}
	if !hasFloat(s) {
		return
	}
	data := jen.Id("data").Index().Byte()
	out.Func().Params(value).Id("MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()).Add(oneLine(jen.Return(in.wire("MarshalJSON").Call(jen.Op("&").Id("v")))))
	out.Func().Params(pointer).Id("UnmarshalJSON").Params(data).Error().Add(oneLine(jen.Return(in.wire("UnmarshalJSON").Call(jen.Id("data"), jen.Id("v")))))
}

// hasFloat reports whether a struct has fields of floating-point numbers, of
// which JSON cannot carry all.
func hasFloat(s *plan.Struct) bool {
	return slices.ContainsFunc(s.Groups, hasFloat) || slices.ContainsFunc(allFields(s), func(f *plan.Field) bool {
		return f.Scalar == plan.FloatScalar || f.Group != nil && hasFloat(f.Group)
	})
}

// printBridges prints the methods by which the type fits into a document that
// package encoding/xml reads or writes.
func printBridges(out *jen.Group, in *names, s *plan.Struct) {
	start := jen.Id("start").Qual("encoding/xml", "StartElement")
	printComment(out, []string{"UnmarshalXML lets v be part of what package encoding/xml reads."})
	out.Func().Params(jen.Id("v").Op("*").Id(s.Name)).Id("UnmarshalXML").Params(jen.Id("d").Op("*").Qual("encoding/xml", "Decoder"), start.Clone()).Error().Block(
		jen.Return(in.wire("UnmarshalXML").Call(jen.Id("d"), jen.Id("start"), jen.Id("v"))))
	printComment(out, []string{"MarshalXML lets v be part of what package encoding/xml writes."})
	out.Func().Params(jen.Id("v").Op("*").Id(s.Name)).Id("MarshalXML").Params(jen.Id("e").Op("*").Qual("encoding/xml", "Encoder"), start).Error().Block(
		jen.Return(in.wire("MarshalXML").Call(jen.Id("e"), jen.Id("start"), jen.Id("v"))))
}

// printChoice prints the interface of a choice.
func printChoice(out *jen.Group, in *names, c *plan.Choice) {
	printComment(out, c.Doc)
	out.Type().Id(c.Name).InterfaceFunc(func(g *jen.Group) {
		if c.OfItems {
			g.Add(in.wire("Item"))
		}
		g.Id(c.Method).Params()
	})
}
