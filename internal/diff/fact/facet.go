package fact

import (
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// EnumItem is a value of an enumeration with the facet that states it.
type EnumItem struct {
	Key   string // the same for texts that stand for one value
	Text  string
	Facet *xsd.Facet
}

// Enumeration returns the values of the nearest step that enumerates, t's own
// or that of a base; none where values are not listed.
func Enumeration(t *xsd.SimpleType) []EnumItem {
	for ; t != nil && !t.IsBuiltin(); t = t.Base {
		if items := StatedEnum(t); len(items) > 0 {
			return items
		}
	}
	return nil
}

// Beyond returns the items of a that b lacks, each value once.
func Beyond(a, b []EnumItem) []EnumItem {
	known := make(map[string]bool, len(b))
	for _, i := range b {
		known[i.Key] = true
	}
	var out []EnumItem
	for _, i := range a {
		if !known[i.Key] {
			known[i.Key] = true
			out = append(out, i)
		}
	}
	return out
}

// StatedEnum returns the enumeration that t's own document states.
func StatedEnum(t *xsd.SimpleType) []EnumItem {
	var items []EnumItem
	for i := range t.Facets {
		if f := &t.Facets[i]; f.Name == datatype.EnumerationFacet {
			items = append(items, EnumItem{Text: t.Datatype.Normalize(f.Value), Facet: f})
		}
	}
	values := t.Datatype.Facets().Enum
	for i := range items {
		items[i].Key = "text " + items[i].Text
		if len(values) == len(items) {
			items[i].Key = "value " + values[i].Key()
			items[i].Text = values[i].Lexical()
		}
	}
	return items
}

// StatedFacet returns the facet of that kind which is in force for t, in the
// step that states it last; nil where there is none.
func StatedFacet(t *xsd.SimpleType, k datatype.FacetKind) *xsd.Facet {
	for ; t != nil && !t.IsBuiltin(); t = t.Base {
		for i := range t.Facets {
			if t.Facets[i].Name == k {
				return &t.Facets[i]
			}
		}
	}
	return nil
}

// PatternSteps returns the patterns that each step of t's derivation states,
// the newest step first, with a facet to point at.
func PatternSteps(t *xsd.SimpleType) []PatternStep {
	var steps []PatternStep
	for ; t != nil && !t.IsBuiltin(); t = t.Base {
		var s PatternStep
		for i := range t.Facets {
			if f := &t.Facets[i]; f.Name == datatype.PatternFacet {
				s.Facet, s.Texts = f, append(s.Texts, f.Value)
			}
		}
		if s.Facet != nil {
			steps = append(steps, s)
		}
	}
	return steps
}

// PatternStep is the patterns of one derivation step: alternatives.
type PatternStep struct {
	Facet *xsd.Facet
	Texts []string
}

// FacetKey returns a text that is the same for facets that mean the same; f is
// no enumeration.
func FacetKey(t *xsd.SimpleType, f *xsd.Facet) string {
	in := t.Datatype.Facets()
	switch f.Name {
	case datatype.PatternFacet:
		return f.Value
	case datatype.WhiteSpaceFacet:
		return t.Datatype.WhiteSpace().String()
	case datatype.MinInclusiveFacet, datatype.MaxInclusiveFacet, datatype.MinExclusiveFacet, datatype.MaxExclusiveFacet:
		if v := bound(in, f.Name); v != nil {
			return v.Key()
		}
	default:
		if n := Count(in, f.Name); n != nil {
			return strconv.FormatUint(*n, 10)
		}
	}
	return strings.TrimSpace(f.Value)
}

func bound(in datatype.Facets, k datatype.FacetKind) *datatype.Value {
	switch k {
	case datatype.MinInclusiveFacet:
		return in.MinInclusive
	case datatype.MinExclusiveFacet:
		return in.MinExclusive
	case datatype.MaxInclusiveFacet:
		return in.MaxInclusive
	default:
		return in.MaxExclusive
	}
}

// Count returns the number that a facet of that kind states, nil for none.
func Count(in datatype.Facets, k datatype.FacetKind) *uint64 {
	switch k {
	case datatype.LengthFacet:
		return in.Length
	case datatype.MinLengthFacet:
		return in.MinLength
	case datatype.MaxLengthFacet:
		return in.MaxLength
	case datatype.TotalDigitsFacet:
		return in.TotalDigits
	default:
		return in.FractionDigits
	}
}
