package schemagen

import (
	"fmt"
	"slices"
	"strings"
)

// spans are the types with an order that are not those of orderFacets.
var spans = map[string]bool{
	"float": true, "double": true, "dateTime": true, "date": true, "time": true, "duration": true,
	"gYear": true, "gYearMonth": true, "gMonth": true, "gMonthDay": true, "gDay": true,
}

// rare is a type that people seldom use: of notations, or a list of references.
func (g *generator) rare() *simple {
	if g.chance(40) {
		return &simple{name: "IDREFS", texts: []string{"id1"}, kind: listFacets, list: true, id: true}
	}
	d := pick(g, g.docs)
	s := &simple{doc: d, name: g.name(d, "type"), kind: plainFacets}
	values := ""
	for range 1 + g.r.IntN(3) {
		name := g.name(d, "notation")
		fmt.Fprintf(d, "<xs:notation name=%q public=\"-//%s\"/>\n", name, name)
		s.texts = append(s.texts, d.ref(name))
		values += facet("enumeration", d.ref(name))
	}
	fmt.Fprintf(d, "<xs:simpleType name=%q><xs:restriction base=\"xs:NOTATION\">%s</xs:restriction></xs:simpleType>\n", s.name, values)
	return s
}

// patterns are those that real schemas have. What fits them is found by whoever
// writes documents.
var patterns = []string{`[A-Z]{2}[0-9]{1,3}`, `\d{1,3}(\.\d+)?`, `\c+`, `a|b|`, `\p{L}*`, `[^\s]{1,9}`, `(\+|-)?\w{1,5}`}

// wideFacets restricts a type by other facets than facets does, and leaves those of
// its texts that surely fit.
func (g *generator) wideFacets(s *simple) string {
	switch {
	case s.id || s.union || len(s.texts) == 0:
		return ""
	case s.list:
		return listLengths(g, s)
	case s.kind == orderFacets || s.span:
		return bounds(g, s)
	case s.kind == textFacets:
		return textShape(g, s)
	}
	return ""
}

func listLengths(g *generator, s *simple) string {
	text := pick(g, s.texts)
	n := len(strings.Fields(text))
	s.texts = []string{text}
	return facet(pick(g, []string{"length", "minLength", "maxLength"}), fmt.Sprint(n))
}

func bounds(g *generator, s *simple) string {
	if s.texts = slices.DeleteFunc(slices.Clone(s.texts), func(v string) bool { return v == "NaN" }); len(s.texts) == 0 {
		return ""
	}
	v := pick(g, s.texts)
	s.texts = []string{v}
	low, high := facet("minInclusive", v), facet("maxInclusive", v)
	switch g.r.IntN(6) {
	case 0:
		return low + high
	case 1, 2:
		return low
	case 3, 4:
		return high
	}
	s.texts = nil
	return facet(pick(g, []string{"minExclusive", "maxExclusive"}), v)
}

func textShape(g *generator, s *simple) string {
	switch g.r.IntN(3) {
	case 0:
		s.texts = slices.DeleteFunc(slices.Clone(s.texts), func(v string) bool { return v == "" })
		return facet("minLength", "1")
	case 1:
		s.texts = slices.DeleteFunc(slices.Clone(s.texts), func(v string) bool { return strings.Contains(v, " ") })
		return facet("whiteSpace", "collapse")
	}
	s.texts = nil
	return facet("pattern", pick(g, patterns))
}
