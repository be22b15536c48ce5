package schemagen

// builtin is a built-in type with some of its texts.
type builtin struct {
	name  string
	texts []string
	kind  facetKind
}

// facetKind says which facets a type can have.
type facetKind uint8

const (
	textFacets facetKind = iota
	orderFacets
	listFacets
	plainFacets // pattern and enumeration
)

var builtins = []builtin{
	{"string", []string{"on", " off ", "", "two  words", "#", "&lt;", "ON", "\u00e9"}, textFacets},
	{"normalizedString", []string{"on", "a b", "", "Values"}, textFacets},
	{"token", []string{"auto", "a b", "-1", "+1", "1"}, textFacets},
	{"language", []string{"en", "de-CH"}, textFacets},
	{"NMTOKEN", []string{"1", "-", "a.b", "true"}, textFacets},
	{"Name", []string{"a", "a:b", "_"}, textFacets},
	{"NCName", []string{"a", "b", "type"}, textFacets},
	{"anyURI", []string{"urn:x", "a b", "http://a/?b#c"}, textFacets},
	{"boolean", []string{"true", "0"}, plainFacets},
	{"decimal", []string{"1.50", "-0", "007", "100"}, orderFacets},
	{"integer", []string{"1", "-1", "12345678901234567890"}, orderFacets},
	{"nonNegativeInteger", []string{"0", "7"}, orderFacets},
	{"positiveInteger", []string{"1", "99"}, orderFacets},
	{"nonPositiveInteger", []string{"0", "-5"}, orderFacets},
	{"negativeInteger", []string{"-1", "-77"}, orderFacets},
	{"long", []string{"1", "-9"}, orderFacets},
	{"int", []string{"1", "2", "3"}, orderFacets},
	{"short", []string{"1", "-9"}, orderFacets},
	{"byte", []string{"1", "-9"}, orderFacets},
	{"unsignedLong", []string{"1", "18446744073709551615"}, orderFacets},
	{"unsignedInt", []string{"1", "9"}, orderFacets},
	{"unsignedShort", []string{"1", "9"}, orderFacets},
	{"unsignedByte", []string{"1", "255"}, orderFacets},
	{"float", []string{"1.5", "-INF", "NaN", "1E3"}, plainFacets},
	{"double", []string{"0.1", "INF", "-0"}, plainFacets},
	{"dateTime", []string{"2026-02-28T24:00:00", "2026-01-01T00:00:00+00:00"}, plainFacets},
	{"date", []string{"2026-02-28", "2026-02-28Z", "-0004-02-29"}, plainFacets},
	{"time", []string{"00:00:00", "23:59:59.50-05:00"}, plainFacets},
	{"duration", []string{"P1Y", "PT3600S", "-P1M"}, plainFacets},
	{"gYear", []string{"2026", "2026Z"}, plainFacets},
	{"gYearMonth", []string{"2026-02"}, plainFacets},
	{"gMonth", []string{"--02", "--12Z"}, plainFacets},
	{"gMonthDay", []string{"--02-29"}, plainFacets},
	{"gDay", []string{"---31"}, plainFacets},
	{"hexBinary", []string{"0aFF", "", "00"}, textFacets},
	{"base64Binary", []string{"AA==", "", "YWJj"}, textFacets},
	{"QName", []string{"a", "xs:b"}, plainFacets},
	{"NMTOKENS", []string{"a b", "1"}, listFacets},
	{"anySimpleType", []string{"x"}, plainFacets},
	{"ID", []string{"id1"}, textFacets},
	{"IDREF", []string{"id1"}, textFacets},
}
