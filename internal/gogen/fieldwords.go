package gogen

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// scalarLetters are the letters of simple kinds in a table of the runtime.
var scalarLetters = map[plan.Scalar]string{
	plan.StringScalar: "s", plan.NormalizedScalar: "n", plan.TokenScalar: "t", plan.EnumScalar: "e",
	plan.BoolScalar: "b", plan.IntScalar: "i", plan.UintScalar: "u", plan.FloatScalar: "f",
	plan.ValueScalar: "v", plan.Base64Scalar: "y", plan.HexScalar: "h", plan.QNameScalar: "q",
	plan.SecretScalar: "k", plan.SecretTokenScalar: "j",
}

// fieldWord is the word by which a table reads and writes a field: its place in the struct, the letter of its
// kind and the mark of its shape; "" for a field that code reads.
func fieldWord(s *plan.Struct, f *plan.Field, attr bool) string {
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
		return scalarLetters[f.ListScalar()]
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
		if f.Nillable && letter == scalarLetters[plan.ValueScalar] {
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

// absentWord is the word of an attribute that code reads and writes and whose field is nil while it is absent: with
// mixed content, the runtime wants to know that it is. It is "" for others.
func absentWord(s *plan.Struct, f *plan.Field) string {
	if !isMixed(s) && !s.IsGroup || f.Shape != plan.Optional || !f.IsPointer() && !f.NilMeansAbsent() {
		return ""
	}
	return strconv.Itoa(fieldNumber(s, f)) + "x?"
}

// kindLetter returns the letter of a field's simple kind, "" for kinds that have none.
func kindLetter(f *plan.Field) string {
	scalar := f.Scalar
	if f.Simple != nil && scalar == plan.EnumScalar {
		scalar = f.Simple.ReadAs
	}
	return scalarLetters[scalar]
}

// isTextLetter reports whether a kind is one of text.
func isTextLetter(letter string) bool { return letter != "" && strings.Contains("snte", letter) }

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

// entryDefaults are the defaults of elements that the table reads, by their
// place in the table.
func entryDefaults(s *plan.Struct) map[int]*plan.Default {
	found := map[int]*plan.Default{}
	for _, f := range s.Fields {
		if f.Default == nil || fieldWord(s, f, false) == "" || !takesDefault(f) {
			continue
		}
		found[f.Element] = &plan.Default{Text: *f.Default, Names: f.DefaultNames}
	}
	return found
}

// fieldWords are the words of the fields that a table reads, in the order of its entries; "" where there are none.
func fieldWords(s *plan.Struct, fields []*plan.Field, attr bool) string {
	entries := map[int]string{}
	branches, slots := 0, 0
	for _, f := range fields {
		text := fieldWord(s, f, attr)
		if text == "" && attr {
			text = absentWord(s, f)
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
		if f.Kind == plan.TypedField && fieldWord(s, f, false) != "" {
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
		if f.Kind != plan.ChoiceField || fieldWord(s, f, false) == "" {
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
		if fieldWord(s, f, true) != "" && fillsByTable(s, f) {
			texts = append(texts, *f.Default)
		}
	}
	return texts
}
