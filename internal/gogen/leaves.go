package gogen

import (
	"maps"
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
	plan.ValueScalar: "v", plan.Base64Scalar: "y", plan.HexScalar: "h", plan.QNameScalar: "q",
	plan.SecretScalar: "k", plan.SecretTokenScalar: "j",
}

// leaf describes a field that is read by its struct's table alone: its place in
// the struct, the letter of its kind and the mark of its shape; "" for others.
func leaf(s *plan.Struct, f *plan.Field, attr bool) string {
	letter := fieldLetter(s, f)
	if letter == "" {
		return ""
	}
	if checksItself(f, attr) {
		letter = strings.ToUpper(letter)
	}
	mark := shapeMark(f)
	if attr && fillsByTable(s, f) {
		mark = "="
		if f.WritesFixed() {
			mark = "!"
		}
	}
	return strconv.Itoa(fieldNumber(s, f)) + letter + mark
}

// fieldNumber is the number of a field in its struct.
func fieldNumber(s *plan.Struct, f *plan.Field) int {
	return len(s.Groups) + slices.Index(allFields(s), f)
}

// fieldLetter returns the letter of a field that a table can describe, "" for others.
func fieldLetter(s *plan.Struct, f *plan.Field) string {
	switch f.Kind {
	case plan.StructField:
		return "o"
	case plan.AnyField:
		return "r"
	case plan.GroupField:
		return "g"
	case plan.TypedField:
		return "p"
	case plan.ListField:
		if f.Nillable || f.Shape == plan.Repeated || f.ListScalar() == plan.ValueScalar {
			return ""
		}
		return leafLetters[f.ListScalar()]
	case plan.ItemsField:
		return itemsLetter(s, f)
	case plan.WildcardField, plan.OpaqueField:
		return "w"
	case plan.ChoiceField:
		return "c"
	case plan.AttrsField:
		return "a"
	case plan.ScalarField:
		letter := kindLetter(f)
		if f.Nillable && letter == leafLetters[plan.ValueScalar] {
			return ""
		}
		return letter
	}
	return ""
}

func itemsLetter(s *plan.Struct, f *plan.Field) string {
	switch {
	case !f.Mixed:
		return "l"
	case isMixed(s):
		return "m"
	}
	return ""
}

// shapeMark returns the mark of a field's shape.
func shapeMark(f *plan.Field) string {
	switch {
	case f.Nillable && f.Shape == plan.Repeated:
		return "%"
	case f.Nillable:
		return "~"
	case f.Kind == plan.ListField:
		return "+"
	case f.Shape == plan.Repeated:
		return "*"
	case f.Shape == plan.Optional || f.IsPointer():
		return "?"
	}
	return "."
}

// otherAttr describes an attribute that code reads and writes, where its field is nil as long as it is absent: with mixed content,
// the runtime wants to know that it is. It returns "" for others.
func otherAttr(s *plan.Struct, f *plan.Field) string {
	if !isMixed(s) && !s.IsGroup || f.Shape != plan.Optional || !f.IsPointer() && !f.NilMeansAbsent() {
		return ""
	}
	return strconv.Itoa(fieldNumber(s, f)) + "x?"
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
	if f.Kind != plan.StructField && (f.Kind != plan.ScalarField || f.NilMeansAbsent() || f.IsSecret()) {
		return false
	}
	if f.Nillable || len(f.Checks) > 0 || f.FacetsVar != "" || f.MustBeSet() || !attr && f.Default != nil {
		return false
	}
	return f.Struct != nil && f.Struct.Checked || isJudged(f.Simple)
}

// isPlain reports whether the table writes a field of the content as it is, whatever
// else the struct has.
func isPlain(s *plan.Struct, f *plan.Field) bool {
	return writesPlain(f) && leaf(s, f, false) != ""
}

// writesPlain reports whether a field of elements is written without a value that
// the schema fixes.
func writesPlain(f *plan.Field) bool {
	_, fixed := f.Fixed()
	return f.Kind != plan.ScalarField && f.Kind != plan.ListField || f.Nillable || f.Shape != plan.Required || !fixed
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

// overRun is the call of a method for a run of fields.
func overRun(of *jen.Statement, method string, s *plan.Struct, run []*plan.Field) *jen.Statement {
	return of.Dot(method).Call(jen.Op("&").Id(s.TableVar), v(), jen.Lit(run[0].Element), jen.Lit(run[len(run)-1].Element))
}

// entryDefaults are the defaults of elements that the table reads, by their
// place in the table.
func entryDefaults(s *plan.Struct) map[int]*plan.Default {
	found := map[int]*plan.Default{}
	for _, f := range s.Fields {
		if f.Default == nil || leaf(s, f, false) == "" || !takesDefault(f) {
			continue
		}
		found[f.Element] = &plan.Default{Text: *f.Default, Names: f.DefaultNames}
	}
	return found
}

// takesDefault reports whether the elements of a field have simple content, which a
// default can be for.
func takesDefault(f *plan.Field) bool {
	switch f.Kind {
	case plan.ScalarField, plan.ListField:
		return true
	}
	return f.Kind == plan.StructField && f.Struct.Value != nil
}

// readsWhole reports whether the table alone reads all of a struct.
func readsWhole(s *plan.Struct) bool {
	without := func(attr bool) func(*plan.Field) bool {
		return func(f *plan.Field) bool { return leaf(s, f, attr) == "" || attr && needsDefault(s, f) }
	}
	return !slices.ContainsFunc(s.Attrs, without(true)) && !slices.ContainsFunc(s.Fields, without(false)) && (s.Value == nil || textWord(s) != "") &&
		!slices.ContainsFunc(s.Groups, func(g *plan.Struct) bool { return g.Defaulted })
}

// writesWhole reports whether it writes all of it as well.
func writesWhole(s *plan.Struct) bool {
	return readsWhole(s) && !slices.ContainsFunc(s.Fields, func(f *plan.Field) bool { return !writesPlain(f) }) &&
		!slices.ContainsFunc(s.Attrs, func(f *plan.Field) bool { return f.Kind != plan.AttrsField && !isPlainAttr(s, f) })
}

// textWord describes the simple content of a struct, "" where there is none that the
// table can read.
func textWord(s *plan.Struct) string {
	if s.Value == nil {
		return ""
	}
	return strings.ToLower(leaf(s, s.Value, false))
}

// leaves describes the entries of a table; "" where none of the fields is read by
// the table alone.
func leaves(s *plan.Struct, fields []*plan.Field, attr bool) string {
	entries := map[int]string{}
	branches, slots := 0, 0
	for _, f := range fields {
		text := leaf(s, f, attr)
		if text == "" && attr {
			text = otherAttr(s, f)
		}
		if text == "" {
			continue
		}
		switch f.Kind {
		case plan.ChoiceField:
			branchEntries(entries, f, text, branches)
			branches += len(f.Branches)
			continue
		case plan.GroupField:
			for i := f.Element; i <= f.Last; i++ {
				entries[i] = text
			}
		case plan.TypedField:
			text += strconv.Itoa(slots)
			slots++
		case plan.ItemsField:
			for _, w := range f.Wildcards {
				entries[w.Element] = text
			}
		}
		entries[f.Element] = text
	}
	if len(entries) == 0 {
		return ""
	}
	words := slices.Repeat([]string{"-"}, slices.Max(slices.Collect(maps.Keys(entries)))+1)
	for i, text := range entries {
		words[i] = text
	}
	return strings.Join(words, " ")
}

// branchEntries adds the words of a choice: behind the mark stands the number of a
// branch, of which the table has as many before.
func branchEntries(entries map[int]string, f *plan.Field, text string, before int) {
	for n, br := range f.Branches {
		for i := br.First; i <= br.Last && !br.Any; i++ {
			entries[i] = text + strconv.Itoa(before+n)
		}
	}
	for _, w := range f.Wildcards {
		entries[w.Element] = text + strconv.Itoa(before+w.Branch)
	}
}

// slotFields are the slots of those polymorphic fields that the table reads.
func slotFields(in *names, s *plan.Struct) []jen.Code {
	var list []jen.Code
	for _, f := range s.Fields {
		if f.Kind == plan.TypedField && leaf(s, f, false) != "" {
			list = append(list, jen.Op("&").Id(f.Slot.Var))
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []jen.Code{jen.Id("Slots").Op(":").Index().Add(in.codec("FieldSlot")).Values(list...)}
}

// branchFields are the branches of those choices that the table reads.
func branchFields(in *names, s *plan.Struct) []jen.Code {
	var list []jen.Code
	for _, f := range s.Fields {
		if f.Kind != plan.ChoiceField || leaf(s, f, false) == "" {
			continue
		}
		for _, br := range f.Branches {
			list = append(list, jen.Parens(jen.Op("*").Add(in.structRef(br.Struct))).Call(jen.Nil()))
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []jen.Code{jen.Id("Branches").Op(":").Index().Add(in.codec("Tabled")).Values(list...)}
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
	return f.Kind != plan.AttrsField && leaf(s, f, true) != "" && (fillsByTable(s, f) || f.Default == nil && !isFixed(f))
}
