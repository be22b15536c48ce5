package gogen

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// leafLetters are the letters of simple kinds in a table of the runtime.
var leafLetters = map[plan.Scalar]string{
	plan.StringScalar: "s", plan.NormalizedScalar: "n", plan.TokenScalar: "t", plan.EnumScalar: "e",
	plan.BoolScalar: "b", plan.IntScalar: "i", plan.UintScalar: "u", plan.FloatScalar: "f",
}

// leaf describes a field that is read by its struct's table alone: its place in
// the struct, the letter of its kind and the mark of its shape; "" for others.
func leaf(s *plan.Struct, f *plan.Field, attr bool) string {
	letter := kindLetter(f)
	switch {
	case s.Of != nil || f.Nillable:
		return ""
	case f.Kind == plan.StructField:
		letter = "o"
	case f.Mixed && isMixed(s):
		letter = "m"
	case f.Kind != plan.ScalarField || letter == "":
		return ""
	}
	mark := map[plan.Shape]string{plan.Required: ".", plan.Optional: "?", plan.Repeated: "*"}[f.Shape]
	if f.IsPointer() {
		mark = "?"
	}
	return strconv.Itoa(len(s.Groups)+slices.Index(allFields(s), f)) + letter + mark
}

// isMixed reports whether the table says all of a struct that has mixed content: beside that are attributes, of which reading
// sets none that is absent.
func isMixed(s *plan.Struct) bool {
	return s.Of == nil && len(s.Fields) == 1 && s.Fields[0].Kind == plan.ItemsField && s.Fields[0].Mixed && !setsAttrs(s)
}

// setsAttrs reports whether reading sets attributes that are absent.
func setsAttrs(s *plan.Struct) bool {
	return slices.ContainsFunc(s.Attrs, func(f *plan.Field) bool { return f.Default != nil || f.WritesFixed() }) ||
		slices.ContainsFunc(s.Groups, func(g *plan.Struct) bool { return g.Defaulted })
}

// kindLetter returns the letter of a field's simple kind, "" for kinds that have none.
func kindLetter(f *plan.Field) string {
	scalar := f.Scalar
	if f.Simple != nil && scalar == plan.EnumScalar {
		scalar = f.Simple.ReadAs
	}
	return leafLetters[scalar]
}

// isTextLetter reports whether a kind is one of text.
func isTextLetter(letter string) bool { return letter != "" && strings.Contains("snte", letter) }

// entryDefaults are the defaults of elements that the table reads, by their
// place in the table.
func entryDefaults(s *plan.Struct) map[int]*plan.Default {
	found := map[int]*plan.Default{}
	for _, f := range s.Fields {
		if f.Default == nil || leaf(s, f, false) == "" || f.Struct != nil && f.Struct.Value == nil {
			continue
		}
		found[f.Element] = &plan.Default{Text: *f.Default, Names: f.DefaultNames}
	}
	return found
}

// isSimple reports whether the table alone reads all of a struct.
func isSimple(s *plan.Struct) bool {
	_, attrs := split(s, s.Attrs, true)
	_, fields := split(s, s.Fields, false)
	return s.Value == nil && len(s.Table.Elements) > 0 && len(attrs)+len(fields) == 0 && !setsAttrs(s)
}

// leaves describes the entries of a table, n of them; "" where none of the
// fields is read by the table alone.
func leaves(s *plan.Struct, fields []*plan.Field, n int, attr bool) string {
	words := slices.Repeat([]string{"-"}, n)
	any := false
	for _, f := range fields {
		if text := leaf(s, f, attr); text != "" {
			words[f.Element], any = text, true
		}
	}
	if !any {
		return ""
	}
	return strings.Join(words, " ")
}

// tableLeaves prints the descriptions of a table.
func tableLeaves(g *jen.Group, s *plan.Struct) {
	if text := leaves(s, s.Fields, len(s.Table.Elements), false); text != "" {
		g.Line().Id("Fields").Op(":").Lit(text)
	}
	if text := leaves(s, s.Attrs, len(s.Table.Attrs), true); text != "" {
		g.Id("AttrFields").Op(":").Lit(text)
	}
}

// readLoop prints the loop over attributes or child elements of which the table
// knows some: cases are those of the others.
func readLoop(in *names, s *plan.Struct, method string, leaves, others bool, cases func(*jen.Group)) *jen.Statement {
	if !leaves {
		return indexLoop(in, method, s, cases)
	}
	next := func() *jen.Statement { return d().Dot(method+"Field").Call(jen.Op("&").Id(s.TableVar), v()) }
	if !others {
		return jen.For(next().Op("!=").Add(in.wire("End"))).Block()
	}
	return jen.For(jen.Id("i").Op(":=").Add(next()), jen.Id("i").Op("!=").Add(in.wire("End")), jen.Id("i").Op("=").Add(next())).Block(
		jen.Switch(jen.Id("i")).BlockFunc(cases),
	)
}

// split tells the fields that the table reads from the others.
func split(s *plan.Struct, fields []*plan.Field, attr bool) (leaves, others []*plan.Field) {
	for _, f := range fields {
		if leaf(s, f, attr) != "" {
			leaves = append(leaves, f)
		} else {
			others = append(others, f)
		}
	}
	return leaves, others
}

// writeAttrs prints the writing of the attributes: those that follow each other
// and need nothing else in one call.
func writeAttrs(b *jen.Group, in *names, s *plan.Struct) {
	for _, g := range s.Groups {
		b.Add(v()).Dot(g.Name).Dot("AppendXMLAttrs").Call(e())
	}
	for i := 0; i < len(s.Attrs); i++ {
		first := i
		for i < len(s.Attrs) && isPlainAttr(s, s.Attrs[i]) {
			i++
		}
		if i-first > 1 {
			b.Add(e()).Dot("AttrFields").Call(jen.Op("&").Id(s.TableVar), v(), jen.Lit(s.Attrs[first].Element), jen.Lit(s.Attrs[i-1].Element))
		} else if i > first {
			writeAttr(b, in, s, s.Attrs[first])
		}
		if i < len(s.Attrs) {
			writeAttr(b, in, s, s.Attrs[i])
		}
	}
}

// isPlainAttr reports whether an attribute is written as its field says.
func isPlainAttr(s *plan.Struct, f *plan.Field) bool {
	return leaf(s, f, true) != "" && f.Default == nil && !isFixed(f)
}
