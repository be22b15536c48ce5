package datatype

import (
	"slices"
	"strings"
	"testing"
)

func TestBuiltinsComeAfterWhatTheyBuildOn(t *testing.T) {
	names := Builtins()
	if len(names) != 45 || names[0] != "anySimpleType" || names[1] != "string" || names[44] != "positiveInteger" {
		t.Fatalf("%d names: %q", len(names), names)
	}
	for i, name := range names {
		typ := builtin(t, name)
		if typ.Name() != name || typ.String() != "xs:"+name {
			t.Errorf("%s is called %s", name, typ)
		}
		for _, other := range []*Type{typ.Base(), typ.Primitive(), typ.Item()} {
			if other != nil && other != typ && !slices.Contains(names[:i], other.Name()) {
				t.Errorf("%s comes before %v", name, other)
			}
		}
	}
	if Builtin("anyType") != nil || Builtin("") != nil || Builtin("String") != nil {
		t.Error("there are types that there are not")
	}
}

func TestBuiltinHierarchy(t *testing.T) {
	for name, want := range map[string]string{
		"anySimpleType": "anySimpleType", "string": "string anySimpleType", "ENTITY": "ENTITY NCName Name token normalizedString string anySimpleType",
		"unsignedByte": "unsignedByte unsignedShort unsignedInt unsignedLong nonNegativeInteger integer decimal anySimpleType",
		"byte":         "byte short int long integer decimal anySimpleType", "negativeInteger": "negativeInteger nonPositiveInteger integer decimal anySimpleType",
		"NMTOKENS": "NMTOKENS anySimpleType", "language": "language token normalizedString string anySimpleType",
	} {
		var chain []string
		for typ := builtin(t, name); typ != nil; typ = typ.Base() {
			chain = append(chain, typ.Name())
		}
		if got := strings.Join(chain, " "); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if !Builtin("byte").DerivesFrom(Builtin("decimal")) || Builtin("byte").DerivesFrom(Builtin("string")) {
		t.Error("DerivesFrom is wrong")
	}
}

func TestBuiltinVarieties(t *testing.T) {
	for _, name := range Builtins() {
		typ := Builtin(name)
		switch name {
		case "anySimpleType":
			if typ.Variety() != AbsentVariety || typ.Primitive() != nil {
				t.Errorf("%s is %v", name, typ.Variety())
			}
		case "NMTOKENS", "IDREFS", "ENTITIES":
			if typ.Variety() != ListVariety || typ.Item().Name()+"S" != strings.Replace(name, "IES", "YS", 1) || typ.Primitive() != nil {
				t.Errorf("%s is %v of %v", name, typ.Variety(), typ.Item())
			}
		default:
			if typ.Variety() != AtomicVariety || typ.Primitive() == nil || typ.Primitive().Base() != Builtin("anySimpleType") {
				t.Errorf("%s is %v", name, typ.Variety())
			}
		}
	}
}

func TestBuiltinWhiteSpace(t *testing.T) {
	for _, name := range Builtins() {
		want := Collapse
		switch name {
		case "anySimpleType", "string":
			want = Preserve
		case "normalizedString":
			want = Replace
		}
		if got := Builtin(name).WhiteSpace(); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestBuiltinBounds(t *testing.T) {
	for name, want := range map[string]string{
		"integer": " ", "nonPositiveInteger": " 0", "negativeInteger": " -1", "nonNegativeInteger": "0 ", "positiveInteger": "1 ",
		"byte": "-128 127", "unsignedByte": "0 255", "unsignedLong": "0 18446744073709551615", "long": "-9223372036854775808 9223372036854775807",
	} {
		f := Builtin(name).Facets()
		got := [2]string{}
		for i, bound := range []*Value{f.MinInclusive, f.MaxInclusive} {
			if bound != nil {
				got[i] = bound.Lexical()
			}
		}
		if strings.Join(got[:], " ") != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestRulesMeanTheirPatterns holds the hand-written rules of built-in types
// and the patterns that stand for them in their facets together.
func TestRulesMeanTheirPatterns(t *testing.T) {
	for _, d := range derivedTypes {
		if d.pattern == "" {
			continue
		}
		typ, pattern := Builtin(d.name), mustPattern(d.pattern)
		for _, c := range lexicalCases {
			for _, text := range slices.Concat(c.valid, c.invalid) {
				normal := typ.Normalize(text)
				if got, want := judge(t, typ, text) == "", pattern.MatchString(normal); got != want {
					t.Errorf("%q as %s: %v, by its pattern %v", text, d.name, got, want)
				}
			}
		}
	}
}

func TestNamesOfKinds(t *testing.T) {
	for k := range FacetKind(facetCount) {
		if got, ok := FacetKindOf(k.String()); got != k || !ok {
			t.Errorf("%v is %v", k, got)
		}
	}
	if _, ok := FacetKindOf("assertion"); ok {
		t.Error("assertion is a facet")
	}
	words := []string{
		AbsentVariety.String(), AtomicVariety.String(), ListVariety.String(), UnionVariety.String(),
		Less.String(), Equal.String(), Greater.String(), Incomparable.String(),
		NoOrder.String(), PartialOrder.String(), TotalOrder.String(),
		Preserve.String(), Replace.String(), Collapse.String(), Found.String(), NoText.String(), GaveUp.String(),
	}
	want := "absent atomic list union less equal greater incomparable false partial total preserve replace collapse found none gave up"
	if got := strings.Join(words, " "); got != want {
		t.Errorf("got %s", got)
	}
}

func TestTypesDescribeThemselves(t *testing.T) {
	for want, typ := range map[string]*Type{
		"xs:int":                  Builtin("int"),
		"a list of xs:int":        List(Builtin("int")),
		"a union":                 Union(Builtin("int")),
		"a restriction of xs:int": restrict(t, restrict(t, Builtin("int"), "maxInclusive=9"), "maxInclusive=8"),
	} {
		if got := typ.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
