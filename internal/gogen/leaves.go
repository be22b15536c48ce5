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
	plan.ValueScalar: "v",
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
	if checksItself(f, attr) {
		letter = strings.ToUpper(letter)
	}
	if attr && fillsByTable(s, f) {
		mark = "="
		if f.WritesFixed() {
			mark = "!"
		}
	}
	return strconv.Itoa(len(s.Groups)+slices.Index(allFields(s), f)) + letter + mark
}

// otherAttr describes an attribute that code reads and writes, where its field is nil as long as it is absent: with mixed content,
// the runtime wants to know that it is. It returns "" for others.
func otherAttr(s *plan.Struct, f *plan.Field) string {
	if !isMixed(s) && !s.IsGroup || f.Shape != plan.Optional || !f.IsPointer() && !f.NilMeansAbsent() {
		return ""
	}
	return strconv.Itoa(len(s.Groups)+slices.Index(allFields(s), f)) + "x?"
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

// fillsByTable reports whether the table alone sets the default of an absent
// attribute. One that a derived type may change is set by code, which asks for it.
func fillsByTable(s *plan.Struct, f *plan.Field) bool {
	if s.IsGroup || f.Default == nil || f.DefaultVaries || f.Kind != plan.ScalarField || !f.IsPointer() {
		return false
	}
	fixed, _ := f.Fixed()
	return !f.WritesFixed() || fixed == *f.Default
}

// checksItself reports whether all that there is to check of a field that the
// table reads is that its values check themselves.
func checksItself(f *plan.Field, attr bool) bool {
	if len(f.Checks) > 0 || f.FacetsVar != "" || f.MustBeSet() || !attr && f.Default != nil {
		return false
	}
	return f.Struct != nil && f.Struct.Checked || isJudged(f.Simple)
}

// isPlainObject reports whether a field is one or more structs that are written as
// they are.
func isPlainObject(s *plan.Struct, f *plan.Field) bool {
	return f.Kind == plan.StructField && leaf(s, f, false) != ""
}

// runs cuts fields into those that follow each other in the table and are of a
// kind, at least two together, and the others, each alone.
func runs(fields []*plan.Field, ofKind func(*plan.Field) bool) (list [][]*plan.Field) {
	for len(fields) > 0 {
		n := 0
		for n < len(fields) && ofKind(fields[n]) && fields[n].Element == fields[0].Element+n {
			n++
		}
		n = max(n, 1)
		list, fields = append(list, fields[:n]), fields[n:]
	}
	return list
}

// overRun is the call of a method for a run of fields.
func overRun(of *jen.Statement, method string, s *plan.Struct, run []*plan.Field) *jen.Statement {
	return of.Dot(method).Call(jen.Op("&").Id(s.TableVar), v(), jen.Lit(run[0].Element), jen.Lit(run[len(run)-1].Element))
}

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
	return s.Value == nil && len(s.Table.Elements) > 0 && len(attrs)+len(fields) == 0 && !slices.ContainsFunc(s.Attrs, func(f *plan.Field) bool { return needsDefault(s, f) }) &&
		!slices.ContainsFunc(s.Groups, func(g *plan.Struct) bool { return g.Defaulted })
}

// leaves describes the entries of a table, n of them; "" where none of the
// fields is read by the table alone.
func leaves(s *plan.Struct, fields []*plan.Field, n int, attr bool) string {
	words := slices.Repeat([]string{"-"}, n)
	any := false
	for _, f := range fields {
		text := leaf(s, f, attr)
		if text == "" && attr {
			text = otherAttr(s, f)
		}
		if text != "" {
			words[f.Element], any = text, true
		}
	}
	if !any {
		return ""
	}
	return strings.Join(words, " ")
}

// defaultTexts are the defaults that the table sets, by the places of their
// attributes in it.
func defaultTexts(s *plan.Struct) (texts []string) {
	for _, f := range s.Attrs {
		if leaf(s, f, true) != "" && fillsByTable(s, f) {
			texts = append(texts, *f.Default)
		}
	}
	return texts
}

// needsDefault reports whether code sets the default of an absent attribute.
func needsDefault(s *plan.Struct, f *plan.Field) bool {
	return f.Shape == plan.Optional && (f.Default != nil || f.WritesFixed()) && !(leaf(s, f, true) != "" && fillsByTable(s, f))
}

// readLoop prints the loop over attributes or child elements of which the table
// knows some: cases are those of the others.
func readLoop(in *names, s *plan.Struct, method string, leaves, others bool, cases func(*jen.Group)) *jen.Statement {
	if !leaves {
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
	for _, run := range runs(s.Attrs, func(f *plan.Field) bool { return isPlainAttr(s, f) }) {
		if len(run) > 1 || isPlainAttr(s, run[0]) && fillsByTable(s, run[0]) {
			b.Add(overRun(e(), "AttrFields", s, run))
			continue
		}
		writeAttr(b, in, s, run[0])
	}
}

// isPlainAttr reports whether an attribute is written as its field says.
func isPlainAttr(s *plan.Struct, f *plan.Field) bool {
	return leaf(s, f, true) != "" && (fillsByTable(s, f) || f.Default == nil && !isFixed(f))
}
