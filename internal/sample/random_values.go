package sample

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// constraint returns the text of a fixed value. Names are written anew: the
// prefixes of the schema document are not those of ours.
func (w *Writer) constraint(v *xsd.ValueConstraint, t *xsd.SimpleType) string {
	if space, local, ok := v.Value.QName(); ok {
		return w.qname(xsd.QName{Space: space, Local: local})
	}
	return v.Lexical
}

// value returns a random text of a simple type; w is stuck if none is found.
func (w *Writer) value(t *xsd.SimpleType) string {
	for range 8 {
		if text, ok := w.tryValue(t); ok {
			return text
		}
	}
	if text, ok := w.texts.text(t); ok {
		return text
	}
	w.stuck = true
	return ""
}

// tryValue returns a text that is likely to be one of the type.
func (w *Writer) tryValue(t *xsd.SimpleType) (string, bool) {
	facets := t.Datatype.Facets()
	if n := len(facets.Enum); n > 0 {
		v := facets.Enum[w.r.IntN(n)]
		if space, local, ok := v.QName(); ok {
			return w.qname(xsd.QName{Space: space, Local: local}), true
		}
		return v.Lexical(), fits(t, v.Lexical())
	}
	switch t.Variety {
	case datatype.UnionVariety:
		before := w.stuck
		text := w.value(t.Members[w.r.IntN(len(t.Members))])
		w.stuck = before // another member may do
		return text, fits(t, text)
	case datatype.ListVariety:
		return w.list(t, facets)
	}
	return w.atomic(t, facets)
}

func (w *Writer) list(t *xsd.SimpleType, facets datatype.Facets) (string, bool) {
	n := w.r.IntN(4)
	if facets.Length != nil {
		n = int(*facets.Length)
	}
	if facets.MinLength != nil {
		n = max(n, int(*facets.MinLength))
	}
	if facets.MaxLength != nil {
		n = min(n, int(*facets.MaxLength))
	}
	var items []string
	for range min(n, 1000) {
		items = append(items, strings.TrimSpace(w.value(inclusion.ListItem(t))))
	}
	text := strings.Join(items, []string{" ", "  ", " \n "}[w.r.IntN(3)])
	return text, strings.Contains(text, refMark) || fits(t, text)
}

// refMark stands for a reference until all IDs are known.
const refMark = "\x00ref\x00"

func (w *Writer) atomic(t *xsd.SimpleType, facets datatype.Facets) (string, bool) {
	switch derived := t.Builtin().Name.Local; derived {
	case "ID":
		id := fmt.Sprintf("id%d", len(w.ids)+1)
		if len(facets.Patterns) > 1 && !fits(t, id) {
			return "", false
		}
		w.ids = append(w.ids, id)
		return id, true
	case "IDREF":
		w.refs++
		return refMark, true
	case "QName":
		text := w.qname(xsd.QName{Space: w.spaces[w.r.IntN(len(w.spaces))], Local: "name"})
		return text, fits(t, text)
	}
	if primitive := t.Datatype.Primitive(); primitive != nil && len(t.Datatype.Facets().Patterns) > 0 && w.maybe(2) && !isPlain(t) {
		return w.texts.text(t)
	}
	list := candidates(t, facets)
	text := fit(list[w.r.IntN(len(list))], facets)
	return text, fits(t, text)
}

// isPlain reports whether a type has no pattern but its built-in type's own.
func isPlain(t *xsd.SimpleType) bool {
	return len(t.Datatype.Facets().Patterns) == len(t.Builtin().Datatype.Facets().Patterns)
}

func candidates(t *xsd.SimpleType, facets datatype.Facets) []string {
	list := slices.Clone(samples[t.Builtin().Name.Local])
	if p := t.Datatype.Primitive(); p != nil {
		list = append(list, samples[p.Name()]...)
	}
	for _, bound := range []*datatype.Value{facets.MinInclusive, facets.MaxInclusive} {
		if bound != nil {
			list = append(list, bound.Lexical(), bound.Lexical(), bound.Lexical())
		}
	}
	if len(list) == 0 {
		list = samples["string"]
	}
	return list
}

// fit makes a text as long as the facets ask, where they count characters.
func fit(text string, facets datatype.Facets) string {
	low, high := facets.MinLength, facets.MaxLength
	if facets.Length != nil {
		low, high = facets.Length, facets.Length
	}
	runes := []rune(text)
	if high != nil && uint64(len(runes)) > *high {
		runes = runes[:*high]
	}
	for low != nil && uint64(len(runes)) < min(*low, 5000) {
		runes = append(runes, 'x')
	}
	return string(runes)
}

// foundTexts are texts of types that were searched for by the patterns.
type foundTexts map[*xsd.SimpleType]string

func (s foundTexts) text(t *xsd.SimpleType) (text string, ok bool) {
	text, known := s[t]
	if !known {
		text = s.search(t)
		s[t] = text
	}
	return text, fits(t, text)
}

func (s foundTexts) search(t *xsd.SimpleType) string {
	if t.Variety == datatype.UnionVariety {
		for _, m := range t.Members {
			if text, ok := s.text(m); ok {
				return text
			}
		}
	}
	f := t.Datatype.Facets()
	low, high := f.MinLength, f.MaxLength
	if f.Length != nil {
		low, high = f.Length, f.Length
	}
	text, _ := datatype.TextSearch{Match: f.Patterns, MinLength: low, MaxLength: high}.Find()
	if fits(t, text) {
		return text
	}
	for _, c := range candidates(t, f) {
		if fits(t, c) {
			return c
		}
	}
	return text
}

// fits reports whether a text is of the type.
func fits(t *xsd.SimpleType, text string) bool {
	return t.Datatype.Validate([]byte(text), func(string) (string, bool) { return "urn:x", true }) == nil
}

// resolveRefs puts IDs in the place of references. It is false where there are
// references and no IDs.
func (w *Writer) resolveRefs(text string) (string, bool) {
	if w.refs == 0 {
		return text, true
	}
	if len(w.ids) == 0 {
		return text, false
	}
	for strings.Contains(text, refMark) {
		text = strings.Replace(text, refMark, w.ids[w.r.IntN(len(w.ids))], 1)
	}
	return text, true
}

// samples are spellings of the built-in types. No text is one of a number or
// truth value, so that a text that was taken for one shows.
var samples = map[string][]string{
	"string":           {"plain", `a & b <c> "d" 'e'`, "sämple ☃ 𝄞", "  two  blanks ", "tab\tnew\nline\rreturn", "", "]]>", "x"},
	"normalizedString": {"  two  blanks ", "tab\tand\nline"},
	"token":            {"one two", " around ", "many   blanks"},
	"language":         {"en-GB", "de"},
	"Name":             {"a:b-c.d", "_x"},
	"NCName":           {"a-c.d", "_x"},
	"NMTOKEN":          {"a:b-c.d", "-x"},
	"anyURI":           {"urn:x:y", "http://example.com/a?b=c&d=e#f", "", "rel/ä path", " http://example.com/ "},
	"boolean":          {"true", "false", "1", "0", " true "},
	"decimal":          {"7", "-7.250", "+07", ".5", "12345678901234567890.123456789", "0", "100", "-1", "1", "5.00"},
	"integer":          {"0", "-1", "+7", "007", "12345678901234567890123"},
	"float":            {"1.5", "-2.50E3", "INF", "-INF", "NaN", "0", "-0", "1e-7", "100000000", "1", "0.1"},
	"double":           {"1.5", "-2.50E3", "INF", "-INF", "NaN", "0", "-0", "1e-7", "123456789012", "1", "0.1"},
	"duration":         {"P1Y2M3DT4H5M6.70S", "-P1D", "PT0S", "P0Y", "PT36H", "P14M"},
	"dateTime":         {"2020-05-12T00:35:41.1230Z", "2020-05-12T24:00:00", "2020-05-12T00:35:41-05:30", "-0044-03-15T12:00:00", "12020-01-01T00:00:00+14:00"},
	"time":             {"00:35:41", "24:00:00", "12:00:00.50Z", "23:59:59-12:00"},
	"date":             {"2020-05-12", "2020-02-29Z", "2020-02-29+14:00", "-0044-03-15", "12020-01-01"},
	"gYearMonth":       {"2020-05", "2020-05Z"},
	"gYear":            {"2020", "-0044", "2020+01:00"},
	"gMonthDay":        {"--05-12", "--02-29Z"},
	"gDay":             {"---31", "---01Z"},
	"gMonth":           {"--05", "--05-05:00"},
	"hexBinary":        {"0aFF", "", "00"},
	"base64Binary":     {"AAEC", "AA EC", "", "/+8="},
}
