package datatype

import "testing"

// commonChecks are what most of a document's values are checked by.
func commonChecks(t testing.TB) []struct {
	name string
	typ  *Type
	text string
} {
	step := func(base *Type, list ...Facet) *Type {
		typ, errs := base.Restrict(list)
		if errs != nil {
			t.Fatal(errs)
		}
		return typ
	}
	return []struct {
		name string
		typ  *Type
		text string
	}{
		{"string", Builtin("string"), "a text of some length, with 40 characters"},
		{"string-length", step(Builtin("string"), Facet{Kind: MinLengthFacet, Value: "1"}, Facet{Kind: MaxLengthFacet, Value: "64"}), "Quarterly review of plänes"},
		{"string-enum", step(Builtin("string"), Facet{Kind: EnumerationFacet, Value: "PUBLIC"}, Facet{Kind: EnumerationFacet, Value: "PRIVATE"}), "PRIVATE"},
		{"string-pattern", step(Builtin("string"), Facet{Kind: PatternFacet, Value: `[01]\d/[0-3]\d/\d{4} [0-2]\d(:[0-5]\d){2}`}), "06/30/2026 10:00:00"},
		{"token", Builtin("token"), " one line "},
		{"boolean", Builtin("boolean"), "true"},
		{"int", Builtin("int"), "-2147483"},
		{"int-enum", step(Builtin("int"), Facet{Kind: EnumerationFacet, Value: "1"}, Facet{Kind: EnumerationFacet, Value: "20"}), "20"},
		{"long", Builtin("long"), "1748736000000"},
		{"decimal", step(Builtin("decimal"), Facet{Kind: TotalDigitsFacet, Value: "12"}, Facet{Kind: FractionDigitsFacet, Value: "2"}), "-1234.50"},
		{"double", Builtin("double"), "1.25E-3"},
		{"dateTime", Builtin("dateTime"), "2026-06-30T10:00:00.5+02:00"},
		{"date-enum", step(Builtin("date"), Facet{Kind: EnumerationFacet, Value: "2026-06-30Z"}), "2026-06-30Z"},
		{"date", step(Builtin("date"), Facet{Kind: MinInclusiveFacet, Value: "2000-01-01"}), "2026-06-30"},
		{"duration", Builtin("duration"), "P1DT12H"},
		{"NCName", Builtin("NCName"), "meetingKey"},
		{"anyURI", Builtin("anyURI"), "https://www.example.org/a?b=c#d"},
		{"base64Binary", Builtin("base64Binary"), "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo="},
		{"list", List(Builtin("int")), "1 2 3 4 5 6 7 8"},
		{"union", Union(Builtin("boolean"), Builtin("string")), "true"},
		{"QName", Builtin("QName"), "p:name"},
	}
}

func TestValidateDoesNotAllocate(t *testing.T) {
	for _, c := range commonChecks(t) {
		text := []byte(c.text)
		if err := c.typ.Validate(text, prefixes); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if n := testing.AllocsPerRun(100, func() { _ = c.typ.Validate(text, prefixes) }); n != 0 {
			t.Errorf("%s: %v allocations", c.name, n)
		}
	}
}

// TestErrorsKeepNothingOfTheDocument: the reader of a document uses its buffer
// again.
func TestErrorsKeepNothingOfTheDocument(t *testing.T) {
	for _, c := range commonChecks(t) {
		text := []byte("\x01 never right: q:")
		err := c.typ.Validate(text, nil)
		if err == nil {
			continue // any text is a string
		}
		before := err.Error()
		clear(text)
		if err.Error() != before {
			t.Errorf("%s: the message changed with the buffer", c.name)
		}
	}
}

func BenchmarkValidate(b *testing.B) {
	for _, c := range commonChecks(b) {
		text := []byte(c.text)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if err := c.typ.Validate(text, prefixes); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkParsePattern(b *testing.B) {
	for b.Loop() {
		if _, err := ParsePattern(`[\i-[:]][\c-[:]]*`); err != nil {
			b.Fatal(err)
		}
	}
}
