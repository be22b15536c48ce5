package gogen

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// printAttrGroup prints what reads, writes and checks the attributes of a group:
// the methods of the structs that embed it call these.
func printAttrGroup(out *jen.Group, in *names, s *plan.Struct) {
	receiver := func() *jen.Statement { return jen.Id("v").Op("*").Id(s.Name) }
	printComment(out, []string{"XMLAttrs returns the table of the attributes."})
	out.Func().Params(jen.Op("*").Id(s.Name)).Id("XMLAttrs").Params().Op("*").Add(in.wire("Table")).Add(oneLine(jen.Return(jen.Op("&").Id(s.TableVar))))
	printTable(out, in, s)
	if _, others := split(s, s.Attrs, true); len(others) > 0 {
		printComment(out, []string{"DecodeXMLAttr reads one of the attributes."})
		out.Func().Params(receiver()).Id("DecodeXMLAttr").Params(jen.Id("d").Op("*").Add(in.wire("Decoder")), jen.Id("i").Int()).Block(
			jen.Switch(jen.Id("i")).BlockFunc(func(sw *jen.Group) { attrCases(sw, in, others) }))
	}
	if s.Defaulted {
		printComment(out, []string{"DefaultXMLAttrs sets attributes that are absent."})
		out.Func().Params(receiver()).Id("DefaultXMLAttrs").Params(
			jen.Id("d").Op("*").Add(in.wire("Decoder")), jen.Id("x").Op("*").Add(in.wire("Extra")),
		).BlockFunc(func(b *jen.Group) { attrDefaults(b, in, s, jen.Id("x")) })
	}
	printComment(out, []string{"AppendXMLAttrs writes the attributes."})
	out.Func().Params(receiver()).Id("AppendXMLAttrs").Params(jen.Id("e").Op("*").Add(in.wire("Encoder"))).BlockFunc(func(b *jen.Group) { writeAttrs(b, in, s) })
	if s.Checked {
		printComment(out, []string{"CheckXMLAttrs checks the attributes."})
		printCheck(out, in, s, jen.Params(receiver()).Id("CheckXMLAttrs"))
	}
}

// tableGroups prints which fields of a struct are attribute groups: the first.
func tableGroups(g *jen.Group, s *plan.Struct) {
	var numbers []string
	for i := range s.Groups {
		numbers = append(numbers, strconv.Itoa(i))
	}
	if len(numbers) > 0 {
		g.Id("Groups").Op(":").Lit(strings.Join(numbers, " "))
	}
}
