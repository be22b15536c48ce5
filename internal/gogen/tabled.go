package gogen

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// readsWhole reports whether the table alone reads all of a struct.
func readsWhole(s *plan.Struct) bool {
	without := func(attr bool) func(*plan.Field) bool {
		return func(f *plan.Field) bool { return fieldWord(s, f, attr) == "" || attr && needsDefault(s, f) }
	}
	return !slices.ContainsFunc(s.Attrs, without(true)) && !slices.ContainsFunc(s.Fields, without(false)) && (s.Value == nil || textWord(s) != "") &&
		!slices.ContainsFunc(s.Groups, func(g *plan.Struct) bool { return g.Defaulted })
}

// writesWhole reports whether it writes all of it as well.
func writesWhole(s *plan.Struct) bool {
	return readsWhole(s) && !slices.ContainsFunc(s.Fields, func(f *plan.Field) bool { return !writesPlain(f) }) &&
		!slices.ContainsFunc(s.Attrs, func(f *plan.Field) bool { return f.Kind != plan.AttrsField && !isPlainAttr(s, f) })
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

// textWord describes the simple content of a struct, "" where there is none that the
// table can read.
func textWord(s *plan.Struct) string {
	if s.Value == nil {
		return ""
	}
	return strings.ToLower(fieldWord(s, s.Value, false))
}

// split tells the fields that the table reads from the others.
func split(s *plan.Struct, fields []*plan.Field, attr bool) (known, others []*plan.Field) {
	for _, f := range fields {
		if fieldWord(s, f, attr) != "" {
			known = append(known, f)
		} else {
			others = append(others, f)
		}
	}
	return known, others
}

// isPlain reports whether the table writes a field of the content as it is, whatever
// else the struct has.
func isPlain(s *plan.Struct, f *plan.Field) bool {
	return writesPlain(f) && fieldWord(s, f, false) != ""
}

// writesPlain reports whether a field of elements is written without a value that
// the schema fixes.
func writesPlain(f *plan.Field) bool {
	_, fixed := f.Fixed()
	return f.Kind != plan.ScalarField && f.Kind != plan.ListField || f.Nillable || f.Shape != plan.Required || !fixed
}

// isPlainAttr reports whether an attribute is written as its field says.
func isPlainAttr(s *plan.Struct, f *plan.Field) bool {
	return f.Kind != plan.AttrsField && fieldWord(s, f, true) != "" && (fillsByTable(s, f) || f.Default == nil && !isFixed(f))
}

// fillsByTable reports whether the table alone sets the default of an absent
// attribute. One that a derived type may change is set by code, which asks for it.
func fillsByTable(s *plan.Struct, f *plan.Field) bool {
	if s.IsGroup || f.Default == nil || f.DefaultVaries || f.Kind != plan.ScalarField || !f.IsPointer() {
		return false
	}
	fixed, _ := f.Fixed()
	return !f.WritesFixed() || fixed == *f.Default
}

// needsDefault reports whether code sets the default of an absent attribute.
func needsDefault(s *plan.Struct, f *plan.Field) bool {
	return f.Shape == plan.Optional && (f.Default != nil || f.WritesFixed()) && !(fieldWord(s, f, true) != "" && fillsByTable(s, f))
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
