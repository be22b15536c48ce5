package datatype

import (
	"slices"
	"strings"
	"testing"
)

// restrictCases derive from a built-in type step by step. The last step has
// the errors of want: code and index of the facet. Xerces reads them too.
var restrictCases = []struct {
	name  string
	base  string
	steps [][]string
	want  []string
}{
	{"a length of its own", "string", [][]string{{"length=3"}}, nil},
	{"length repeated", "string", [][]string{{"length=3"}, {"length=3"}}, nil},
	{"length changed", "string", [][]string{{"length=3"}, {"length=2"}}, []string{"length-valid-restriction 0"}},
	{"length with minLength", "string", [][]string{{"length=3", "minLength=3"}}, []string{"length-minLength-maxLength 1"}},
	{"length with maxLength", "string", [][]string{{"maxLength=3", "length=3"}}, []string{"length-minLength-maxLength 1"}},
	{"length behind minLength", "string", [][]string{{"minLength=2"}, {"length=3"}}, nil},
	{"length behind maxLength", "string", [][]string{{"maxLength=5"}, {"length=3"}}, nil},
	{"length below minLength", "string", [][]string{{"minLength=4"}, {"length=3"}}, []string{"length-minLength-maxLength 0"}},
	{"length above maxLength", "string", [][]string{{"maxLength=2"}, {"length=3"}}, []string{"length-minLength-maxLength 0"}},
	{"length with inherited minLength", "string", [][]string{{"minLength=2"}, {"length=3", "minLength=2"}}, nil},
	{"length with narrower maxLength", "string", [][]string{{"maxLength=5"}, {"length=3", "maxLength=4"}}, []string{"length-minLength-maxLength 1"}},
	{"minLength behind length", "string", [][]string{{"length=3"}, {"minLength=3"}}, []string{"length-minLength-maxLength 0"}},
	{"minLength above maxLength", "string", [][]string{{"minLength=3", "maxLength=2"}}, []string{"minLength-less-than-equal-to-maxLength 1"}},
	{"minLength equal to maxLength", "string", [][]string{{"minLength=3", "maxLength=3"}}, nil},
	{"minLength above inherited maxLength", "string", [][]string{{"maxLength=2"}, {"minLength=3"}}, []string{"minLength-less-than-equal-to-maxLength 0"}},
	{"minLength raised", "string", [][]string{{"minLength=3"}, {"minLength=4"}}, nil},
	{"minLength lowered", "string", [][]string{{"minLength=3"}, {"minLength=2"}}, []string{"minLength-valid-restriction 0"}},
	{"maxLength lowered", "string", [][]string{{"maxLength=3"}, {"maxLength=2"}}, nil},
	{"maxLength raised", "string", [][]string{{"maxLength=3"}, {"maxLength=4"}}, []string{"maxLength-valid-restriction 0"}},
	{"length zero", "string", [][]string{{"length=0"}}, nil},
	{"length with sign and spaces", "string", [][]string{{"length= +3 "}}, nil},
	{"length negative", "string", [][]string{{"length=-1"}}, []string{"cvc-minInclusive-valid 0"}},
	{"length no integer", "string", [][]string{{"length=1.0"}}, []string{"cvc-datatype-valid.1.2.1 0"}},
	{"length empty", "string", [][]string{{"length="}}, []string{"cvc-datatype-valid.1.2.1 0"}},
	{"length twice", "string", [][]string{{"length=3", "length=3"}}, []string{"src-single-facet-value 1"}},
	{"pattern twice", "string", [][]string{{"pattern=a", "pattern=b"}}, nil},
	{"pattern wrong", "string", [][]string{{"pattern=a", "pattern=["}}, []string{"src-pattern-value 1"}},
	{"length of a number", "decimal", [][]string{{"length=3"}}, []string{"cos-applicable-facets 0"}},
	{"length of a name", "QName", [][]string{{"length=3"}}, nil},
	{"length of a URI", "anyURI", [][]string{{"maxLength=3"}}, nil},
	{"length of a date", "date", [][]string{{"minLength=3"}}, []string{"cos-applicable-facets 0"}},
	{"length of a list", "NMTOKENS", [][]string{{"length=3"}}, nil},
	{"length of an empty list of tokens", "NMTOKENS", [][]string{{"length=0"}}, []string{"length-minLength-maxLength 0"}},
	{"minLength of tokens lowered", "NMTOKENS", [][]string{{"minLength=0"}}, []string{"minLength-valid-restriction 0"}},
	{"bound of a string", "string", [][]string{{"minInclusive=a"}}, []string{"cos-applicable-facets 0"}},
	{"bound of a list", "NMTOKENS", [][]string{{"maxInclusive=a"}}, []string{"cos-applicable-facets 0"}},
	{"digits of a float", "float", [][]string{{"totalDigits=3"}}, []string{"cos-applicable-facets 0"}},
	{"enumeration of booleans", "boolean", [][]string{{"enumeration=true"}}, []string{"cos-applicable-facets 0"}},
	{"pattern of booleans", "boolean", [][]string{{"pattern=true"}}, nil},
	{"all errors at once", "string", [][]string{{"length=-1", "totalDigits=3", "pattern=("}}, []string{
		"cvc-minInclusive-valid 0", "cos-applicable-facets 1", "src-pattern-value 2",
	}},

	{"whiteSpace stronger", "string", [][]string{{"whiteSpace=replace"}, {"whiteSpace= collapse "}}, nil},
	{"whiteSpace weaker", "token", [][]string{{"whiteSpace=replace"}}, []string{"whiteSpace-valid-restriction 0"}},
	{"whiteSpace weakest", "normalizedString", [][]string{{"whiteSpace=preserve"}}, []string{"whiteSpace-valid-restriction 0"}},
	{"whiteSpace unknown", "string", [][]string{{"whiteSpace=none"}}, []string{"cvc-datatype-valid.1.2.1 0"}},
	{"whiteSpace of numbers kept", "decimal", [][]string{{"whiteSpace=collapse"}}, nil},
	{"whiteSpace of numbers changed", "decimal", [][]string{{"whiteSpace=preserve"}}, []string{"st-restrict-facets 0"}},

	{"enumeration", "int", [][]string{{"enumeration=1", "enumeration=2"}}, nil},
	{"enumeration narrowed by value", "int", [][]string{{"enumeration=1", "enumeration=2"}, {"enumeration=+01"}}, nil},
	{"enumeration widened", "int", [][]string{{"enumeration=1"}, {"enumeration=1", "enumeration=3"}}, []string{"enumeration-valid-restriction 1"}},
	{"enumeration of no value", "int", [][]string{{"enumeration=a", "enumeration=1.0"}}, []string{"enumeration-valid-restriction 0", "enumeration-valid-restriction 1"}},
	{"enumeration against a bound", "int", [][]string{{"maxInclusive=5"}, {"enumeration=6"}}, []string{"enumeration-valid-restriction 0"}},
	{"enumeration beside a bound", "int", [][]string{{"maxInclusive=5", "enumeration=6"}}, nil},
	{"enumeration against a pattern", "string", [][]string{{"pattern=a"}, {"enumeration=b"}}, []string{"enumeration-valid-restriction 0"}},
	{"enumeration of names", "QName", [][]string{{"enumeration=p:a"}}, nil},
	{"enumeration of names without their prefix", "QName", [][]string{{"enumeration=q:a"}}, []string{"enumeration-valid-restriction 0"}},

	{"bounds", "int", [][]string{{"minInclusive=1", "maxInclusive=1"}}, nil},
	{"bounds crossed", "int", [][]string{{"minInclusive=2", "maxInclusive=1"}}, []string{"minInclusive-less-than-equal-to-maxInclusive 1"}},
	{"exclusive bounds equal", "int", [][]string{{"minExclusive=1", "maxExclusive=1"}}, nil},
	{"exclusive bounds crossed", "int", [][]string{{"maxExclusive=1", "minExclusive=2"}}, []string{"minExclusive-less-than-equal-to-maxExclusive 1"}},
	{"minInclusive at maxExclusive", "int", [][]string{{"minInclusive=1", "maxExclusive=1"}}, []string{"minInclusive-less-than-maxExclusive 1"}},
	{"minExclusive at maxInclusive", "int", [][]string{{"minExclusive=1", "maxInclusive=1"}}, []string{"minExclusive-less-than-maxInclusive 1"}},
	{"both minima", "int", [][]string{{"minInclusive=1", "minExclusive=0"}}, []string{"minInclusive-minExclusive 1"}},
	{"both maxima", "int", [][]string{{"maxExclusive=9", "maxInclusive=8"}}, []string{"maxInclusive-maxExclusive 1"}},
	{"bound no value of the base", "byte", [][]string{{"minInclusive=1.5"}}, []string{"cvc-datatype-valid.1.2.1 0"}},
	{"bound against a pattern of the base", "int", [][]string{{"pattern=[0-9]"}, {"minInclusive=10"}}, []string{"cvc-pattern-valid 0"}},
	{"bound against an enumeration of the base", "int", [][]string{{"enumeration=1"}, {"minInclusive=0"}}, []string{"cvc-enumeration-valid 0"}},
	{"maxInclusive widened", "byte", [][]string{{"maxInclusive=128"}}, []string{"maxInclusive-valid-restriction 0"}},
	{"maxInclusive below the least", "byte", [][]string{{"maxInclusive=-129"}}, []string{"maxInclusive-valid-restriction 0"}},
	{"maxInclusive narrowed", "byte", [][]string{{"maxInclusive=126"}}, nil},
	{"maxInclusive at maxExclusive", "int", [][]string{{"maxExclusive=10"}, {"maxInclusive=10"}}, []string{"maxInclusive-valid-restriction 0"}},
	{"maxInclusive at minExclusive", "int", [][]string{{"minExclusive=10"}, {"maxInclusive=10"}}, []string{"maxInclusive-valid-restriction 0"}},
	{"maxExclusive widened", "byte", [][]string{{"maxExclusive=128"}}, []string{"maxExclusive-valid-restriction 0"}},
	{"maxExclusive at maxInclusive", "byte", [][]string{{"maxExclusive=127"}}, nil},
	{"maxExclusive repeated", "int", [][]string{{"maxExclusive=10"}, {"maxExclusive=10"}}, nil},
	{"maxExclusive raised", "int", [][]string{{"maxExclusive=10"}, {"maxExclusive=11"}}, []string{"maxExclusive-valid-restriction 0"}},
	{"minInclusive widened", "byte", [][]string{{"minInclusive=-129"}}, []string{"minInclusive-valid-restriction 0"}},
	{"minInclusive above the greatest", "int", [][]string{{"maxInclusive=10"}, {"minInclusive=11"}}, []string{"minInclusive-valid-restriction 0"}},
	{"minInclusive at minExclusive", "int", [][]string{{"minExclusive=10"}, {"minInclusive=10"}}, []string{"minInclusive-valid-restriction 0"}},
	{"minExclusive repeated", "int", [][]string{{"minExclusive=10"}, {"minExclusive=10"}}, nil},
	{"minExclusive at minInclusive", "byte", [][]string{{"minExclusive=-128"}}, nil},
	{"minExclusive lowered", "int", [][]string{{"minExclusive=10"}, {"minExclusive=9"}}, []string{"minExclusive-valid-restriction 0"}},
	{"an exclusive bound again where an enumeration rules it out", "int", [][]string{{"minExclusive=0", "enumeration=5"}, {"minExclusive=00"}}, nil},
	{"an exclusive bound again where a pattern rules it out", "int", [][]string{{"maxExclusive=10", "pattern=[0-9]"}, {"maxExclusive=10", "minInclusive=2"}}, nil},
	{"an inclusive bound that an enumeration rules out", "int", [][]string{{"minInclusive=0", "enumeration=5"}, {"minInclusive=0"}}, []string{"cvc-enumeration-valid 0"}},
	{"minExclusive at the base's maxInclusive", "byte", [][]string{{"minExclusive=127"}}, []string{"minExclusive-less-than-maxInclusive 0"}},
	{"maxExclusive at the base's minInclusive", "byte", [][]string{{"maxExclusive=-128"}}, []string{"minInclusive-less-than-maxExclusive 0"}},
	{"bounds in no order", "dateTime", [][]string{{"minInclusive=2000-01-01T00:00:00", "maxInclusive=2000-01-01T01:00:00Z"}}, []string{"minInclusive-less-than-equal-to-maxInclusive 1"}},
	{"bound in no order to the base's", "dateTime", [][]string{{"minInclusive=2000-01-01T00:00:00"}, {"minInclusive=2000-01-01T01:00:00Z"}}, []string{"minInclusive-valid-restriction 0"}},
	{"bound of a duration in no order", "duration", [][]string{{"minInclusive=P30D", "maxInclusive=P1M"}}, []string{"minInclusive-less-than-equal-to-maxInclusive 1"}},
	{"bounds of NaN", "float", [][]string{{"minInclusive=NaN", "maxInclusive=NaN"}}, nil},
	{"bounds of NaN and a number", "float", [][]string{{"minInclusive=1", "maxInclusive=NaN"}}, []string{"minInclusive-less-than-equal-to-maxInclusive 1"}},
	{"bounds equal after rounding", "float", [][]string{{"minInclusive=16777217", "maxInclusive=16777216"}}, nil},

	{"digits", "decimal", [][]string{{"totalDigits=3", "fractionDigits=3"}}, nil},
	{"more fractionDigits than totalDigits", "decimal", [][]string{{"totalDigits=2", "fractionDigits=3"}}, []string{"fractionDigits-less-than-equal-to-totalDigits 1"}},
	{"fewer totalDigits than inherited fractionDigits", "decimal", [][]string{{"fractionDigits=3"}, {"totalDigits=2"}}, []string{"fractionDigits-less-than-equal-to-totalDigits 0"}},
	{"totalDigits raised", "decimal", [][]string{{"totalDigits=3"}, {"totalDigits=4"}}, []string{"totalDigits-valid-restriction 0"}},
	{"totalDigits lowered", "decimal", [][]string{{"totalDigits=3"}, {"totalDigits=2"}}, nil},
	{"totalDigits zero", "decimal", [][]string{{"totalDigits=0"}}, []string{"cvc-minInclusive-valid 0"}},
	{"fractionDigits raised", "decimal", [][]string{{"fractionDigits=1"}, {"fractionDigits=2"}}, []string{"fractionDigits-valid-restriction 0"}},
	{"fractionDigits lowered", "decimal", [][]string{{"fractionDigits=1"}, {"fractionDigits=0"}}, nil},
	{"fractionDigits of an integer kept", "integer", [][]string{{"fractionDigits=0"}}, nil},
	{"fractionDigits of an integer", "integer", [][]string{{"fractionDigits=1"}}, []string{"st-restrict-facets 0"}},

	{"fixed length kept", "string", [][]string{{"length!=3"}, {"length=3"}}, nil},
	{"fixed minLength changed", "string", [][]string{{"minLength!=3"}, {"minLength=4"}}, []string{"st-restrict-facets 0"}},
	{"fixed maxLength changed", "string", [][]string{{"maxLength!=3"}, {"maxLength=2"}}, []string{"st-restrict-facets 0"}},
	{"fixed maxLength changed two steps later", "string", [][]string{{"maxLength!=3"}, {"minLength=1"}, {"maxLength=2"}}, []string{"st-restrict-facets 0"}},
	{"fixed bound kept as a value", "int", [][]string{{"maxInclusive!=3"}, {"maxInclusive=+03"}}, nil},
	{"fixed bound changed", "int", [][]string{{"maxInclusive!=3"}, {"maxInclusive=2"}}, []string{"st-restrict-facets 0"}},
	{"fixed whiteSpace changed", "string", [][]string{{"whiteSpace!=replace"}, {"whiteSpace=collapse"}}, []string{"st-restrict-facets 0"}},
	{"fixed totalDigits changed", "decimal", [][]string{{"totalDigits!=3"}, {"totalDigits=2"}}, []string{"st-restrict-facets 0"}},
}

func TestRestriction(t *testing.T) {
	for _, c := range restrictCases {
		t.Run(c.name, func(t *testing.T) {
			typ := builtin(t, c.base)
			for _, step := range c.steps[:len(c.steps)-1] {
				typ = restrict(t, typ, step...)
			}
			derived, errs := typ.Restrict(facets(t, c.steps[len(c.steps)-1]...))
			var got []string
			for _, e := range errs {
				got = append(got, e.Code+" "+string(rune('0'+e.Index)))
				if strings.Contains(e.Msg, "\n") || e.Msg != e.Error() {
					t.Errorf("message %q", e.Msg)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q: %v", got, c.want, errs)
			}
			if derived == nil || derived.Base() != typ || derived.Name() != "" {
				t.Errorf("the derived type is %v of base %v", derived, derived.Base())
			}
		})
	}
}

func TestUnknownFacetsDoNotApply(t *testing.T) {
	_, errs := Builtin("int").Restrict([]Facet{{Kind: 200, Value: "1"}})
	if len(errs) != 1 || errs[0].Code != codeApplicable {
		t.Errorf("%v", errs)
	}
}

func TestAnySimpleTypeTakesNoFacet(t *testing.T) {
	for k := range FacetKind(facetCount) {
		_, errs := Builtin("anySimpleType").Restrict([]Facet{{Kind: k, Value: "1"}})
		if len(errs) != 1 || errs[0].Code != codeApplicable {
			t.Errorf("%v: %v", k, errs)
		}
	}
	if _, errs := Builtin("anySimpleType").Restrict(nil); errs != nil {
		t.Errorf("a step without facets: %v", errs)
	}
}

func TestUnionsTakePatternAndEnumerationAlone(t *testing.T) {
	u := Union(Builtin("int"), Builtin("string"))
	for k := range FacetKind(facetCount) {
		_, errs := u.Restrict([]Facet{{Kind: k, Value: "1"}})
		if ok := k == PatternFacet || k == EnumerationFacet; ok != (errs == nil) {
			t.Errorf("%v: %v", k, errs)
		}
	}
}

func TestFacetsWithErrorsAreLeftOut(t *testing.T) {
	typ, errs := Builtin("int").Restrict(facets(t, "minInclusive=a", "maxInclusive=5", "enumeration=x", "pattern=[", "length=2"))
	if len(errs) != 4 {
		t.Errorf("%d errors: %v", len(errs), errs)
	}
	for text, want := range map[string]string{"5": "", "-7": "", "6": "cvc-maxInclusive-valid"} {
		if got := judge(t, typ, text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestEffectiveFacets(t *testing.T) {
	typ := restrict(t, Builtin("integer"), "minExclusive=0", "maxInclusive=100", "pattern=[0-9]+", "totalDigits=3")
	typ = restrict(t, typ, "minInclusive=10", "maxExclusive=100", "pattern=1.*", "pattern=2.*", "enumeration=10", "enumeration=20")
	f := typ.Facets()
	if f.MinExclusive != nil || f.MaxInclusive != nil {
		t.Error("a wider bound is still there")
	}
	if f.MinInclusive.Lexical() != "10" || f.MaxExclusive.Lexical() != "100" {
		t.Errorf("bounds %v and %v", f.MinInclusive, f.MaxExclusive)
	}
	if *f.TotalDigits != 3 || *f.FractionDigits != 0 || !f.Fixed.Has(FractionDigitsFacet) || f.Fixed.Has(TotalDigitsFacet) {
		t.Error("digits are wrong")
	}
	var sources []string
	for _, step := range f.Patterns {
		for _, p := range step {
			sources = append(sources, p.String())
		}
		sources = append(sources, "/")
	}
	if got := strings.Join(sources, " "); got != `[\-+]?[0-9]+ / [0-9]+ / 1.* 2.* /` {
		t.Errorf("patterns %s", got)
	}
	if len(f.Enum) != 2 || f.Enum[1].Lexical() != "20" {
		t.Errorf("enumeration %v", f.Enum)
	}
}

// facetCases restrict a built-in type once, with texts that satisfy the facets
// and texts that don't, with the codes. TestXercesAgrees reads them too.
var facetCases = []struct {
	base  string
	step  []string
	right []string
	wrong map[string]string
}{
	{"string", []string{"length=2"}, []string{"ab", "é\U0001F600", "  "}, map[string]string{"a": "cvc-length-valid", "abc": "cvc-length-valid"}},
	{"string", []string{"minLength=1", "maxLength=2"}, []string{"a", "ab"}, map[string]string{"": "cvc-minLength-valid", "abc": "cvc-maxLength-valid"}},
	{"token", []string{"length=2"}, []string{" ab "}, map[string]string{" a": "cvc-length-valid"}},
	{"hexBinary", []string{"length=2"}, []string{"00FF"}, map[string]string{"00": "cvc-length-valid"}},
	{"base64Binary", []string{"length=1"}, []string{"AA==", "A A = ="}, map[string]string{"AAA=": "cvc-length-valid"}},
	{"QName", []string{"length=1"}, []string{"abc", "p:abc"}, nil},
	{"anyURI", []string{"maxLength=2"}, []string{"ab"}, map[string]string{"abc": "cvc-maxLength-valid"}},
	{"NMTOKENS", []string{"maxLength=2"}, []string{"abc def"}, map[string]string{"a b c": "cvc-maxLength-valid", "": "cvc-minLength-valid"}},
	{"string", []string{"maxLength=99999999999999999999"}, []string{"abc"}, nil},
	{"decimal", []string{"totalDigits=2"}, []string{"99", "0.01", "0099.00", "-9.9", "0"}, map[string]string{"100": "cvc-totalDigits-valid", "0.001": "cvc-totalDigits-valid", "1.23": "cvc-totalDigits-valid"}},
	{"decimal", []string{"fractionDigits=1"}, []string{"1.1", "1.10", "100"}, map[string]string{"1.11": "cvc-fractionDigits-valid"}},
	{"decimal", []string{"minInclusive=-1.5", "maxExclusive=10"}, []string{"-1.50", "9.999999999999999999999"}, map[string]string{"-1.51": "cvc-minInclusive-valid", "10.0": "cvc-maxExclusive-valid"}},
	{"float", []string{"minExclusive=0"}, []string{"1e-45", "INF"}, map[string]string{"0": "cvc-minExclusive-valid", "-0": "cvc-minExclusive-valid", "NaN": "cvc-minExclusive-valid"}},
	{"float", []string{"maxInclusive=16777216"}, []string{"16777217"}, map[string]string{"16777218": "cvc-maxInclusive-valid"}},
	{"dateTime", []string{"minInclusive=2000-01-01T00:00:00"}, []string{"2000-01-01T14:00:01Z", "2000-01-01T00:00:00"}, map[string]string{"2000-01-01T14:00:00Z": "cvc-minInclusive-valid", "1999-12-31T23:59:59": "cvc-minInclusive-valid"}},
	{"duration", []string{"minInclusive=P1M"}, []string{"P32D", "P1M"}, map[string]string{"P30D": "cvc-minInclusive-valid"}},
	{"string", []string{"enumeration=a", "enumeration=b c"}, []string{"a", "b c"}, map[string]string{"A": "cvc-enumeration-valid", " a": "cvc-enumeration-valid"}},
	{"int", []string{"enumeration=1", "enumeration=02"}, []string{"01", "+2"}, map[string]string{"3": "cvc-enumeration-valid"}},
	{"double", []string{"enumeration=0", "enumeration=NaN"}, []string{"-0", "0e5", "NaN"}, map[string]string{"1": "cvc-enumeration-valid"}},
	{"hexBinary", []string{"enumeration=0f"}, []string{"0F"}, map[string]string{"0E": "cvc-enumeration-valid"}},
	{"base64Binary", []string{"enumeration=QUJD"}, []string{"Q UJD"}, map[string]string{"QUJE": "cvc-enumeration-valid"}},
	{"dateTime", []string{"enumeration=2000-01-01T00:00:00Z"}, []string{"2000-01-01T01:00:00+01:00"}, map[string]string{"2000-01-01T00:00:00": "cvc-enumeration-valid"}},
	{"duration", []string{"enumeration=P1Y"}, []string{"P12M"}, map[string]string{"P365D": "cvc-enumeration-valid"}},
	{"QName", []string{"enumeration=p:a"}, []string{"other:a"}, map[string]string{"a": "cvc-enumeration-valid"}},
	{"NOTATION", []string{"enumeration=p:a", "enumeration=b"}, []string{"other:a", "b"}, map[string]string{"p:b": "cvc-enumeration-valid"}},
	{"boolean", []string{"pattern=true|false"}, []string{"true"}, map[string]string{"1": "cvc-pattern-valid", "yes": "cvc-datatype-valid.1.2.1"}},
	{"int", []string{"pattern=[0-9]{2}", "pattern=x|[0-9]"}, []string{"12", "1"}, map[string]string{"123": "cvc-pattern-valid", "x": "cvc-datatype-valid.1.2.1"}},
	{"token", []string{"pattern=a b"}, []string{"  a   b "}, map[string]string{"ab": "cvc-pattern-valid"}},
}

func TestFacetsInDocuments(t *testing.T) {
	for _, c := range facetCases {
		typ := restrict(t, builtin(t, c.base), c.step...)
		for _, text := range c.right {
			if got := judge(t, typ, text); got != "" {
				t.Errorf("%s %q: %q is right, got %s", c.base, c.step, text, got)
			}
		}
		for text, want := range c.wrong {
			if got := judge(t, typ, text); got != want {
				t.Errorf("%s %q: %q has %q, want %s", c.base, c.step, text, got, want)
			}
		}
	}
}
