package diff

import (
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// enumItem is a value of an enumeration with the facet that states it.
type enumItem struct {
	key   string // the same for texts that stand for one value
	text  string
	facet *xsd.Facet
}

// enumeration returns the values of the nearest step that enumerates, t's own
// or that of a base; none where values are not listed.
func enumeration(t *xsd.SimpleType) []enumItem {
	for ; t != nil && !t.IsBuiltin(); t = t.Base {
		if items := statedEnum(t); len(items) > 0 {
			return items
		}
	}
	return nil
}

// statedEnum returns the enumeration that t's own document states.
func statedEnum(t *xsd.SimpleType) []enumItem {
	var items []enumItem
	for i := range t.Facets {
		if f := &t.Facets[i]; f.Kind == datatype.EnumerationFacet {
			items = append(items, enumItem{text: t.Datatype.Normalize(f.Value), facet: f})
		}
	}
	values := t.Datatype.Facets().Enum
	for i := range items {
		items[i].key = "text " + items[i].text
		if len(values) == len(items) {
			items[i].key = "value " + values[i].Key()
			items[i].text = values[i].Lexical()
		}
	}
	return items
}

// statedFacet returns the facet of that kind which is in force for t, in the
// step that states it last; nil where there is none.
func statedFacet(t *xsd.SimpleType, k datatype.FacetKind) *xsd.Facet {
	for ; t != nil && !t.IsBuiltin(); t = t.Base {
		for i := range t.Facets {
			if t.Facets[i].Kind == k {
				return &t.Facets[i]
			}
		}
	}
	return nil
}

// patternSteps returns the patterns that each step of t's derivation states,
// the newest step first, with a facet to point at.
func patternSteps(t *xsd.SimpleType) []patternStep {
	var steps []patternStep
	for ; t != nil && !t.IsBuiltin(); t = t.Base {
		var s patternStep
		for i := range t.Facets {
			if f := &t.Facets[i]; f.Kind == datatype.PatternFacet {
				s.facet, s.texts = f, append(s.texts, f.Value)
			}
		}
		if s.facet != nil {
			steps = append(steps, s)
		}
	}
	return steps
}

// patternStep is the patterns of one derivation step: alternatives.
type patternStep struct {
	facet *xsd.Facet
	texts []string
}

// facetKey returns a text that is the same for facets that mean the same; f is
// no enumeration.
func facetKey(t *xsd.SimpleType, f *xsd.Facet) string {
	in := t.Datatype.Facets()
	switch f.Kind {
	case datatype.PatternFacet:
		return f.Value
	case datatype.WhiteSpaceFacet:
		return t.Datatype.WhiteSpace().String()
	case datatype.MinInclusiveFacet, datatype.MaxInclusiveFacet, datatype.MinExclusiveFacet, datatype.MaxExclusiveFacet:
		if v := bound(in, f.Kind); v != nil {
			return v.Key()
		}
	default:
		if n := count(in, f.Kind); n != nil {
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

func count(in datatype.Facets, k datatype.FacetKind) *uint64 {
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
