package datatype

import (
	"slices"
	"strings"
	"testing"
)

func TestListLength(t *testing.T) {
	ints := restrict(t, List(Builtin("int")), "minLength=1", "maxLength=3", "pattern=[0-9 ]*")
	for text, want := range map[string]string{
		"1":             "",
		" 1\n2\t3 ":     "",
		"":              "cvc-minLength-valid",
		"1 2 3 4":       "cvc-maxLength-valid",
		"-1":            "cvc-pattern-valid",
		"1 a":           "cvc-datatype-valid.1.2.2",
		"1 99999999999": "cvc-datatype-valid.1.2.2",
	} {
		if got := judge(t, ints, text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestListEnumerationComparesValues(t *testing.T) {
	ints := restrict(t, List(Builtin("int")), "enumeration=1 2", "enumeration=3")
	for text, want := range map[string]string{"01  +2": "", "3": "", "2 1": "cvc-enumeration-valid", "1": "cvc-enumeration-valid"} {
		if got := judge(t, ints, text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestUnionTakesTheFirstMemberThatAccepts(t *testing.T) {
	small := restrict(t, Builtin("int"), "maxInclusive=9")
	u := Union(small, Builtin("boolean"), Builtin("token"))
	for text, want := range map[string]*Type{
		"1": small, "10": Builtin("token"), "true": Builtin("boolean"), " a  b ": Builtin("token"),
	} {
		v := parsed(t, u, text)
		if v.Type() != want {
			t.Errorf("%q is %v, want %v", text, v.Type(), want)
		}
	}
	if v := parsed(t, u, " a  b "); v.Lexical() != "a b" {
		t.Errorf("white space is the member's: %q", v.Lexical())
	}
}

func TestUnionFacets(t *testing.T) {
	u := Union(Builtin("int"), Builtin("string"))
	for _, c := range []struct {
		step []string
		want map[string]string
	}{
		{[]string{"enumeration=1", "enumeration=a"}, map[string]string{"01": "", "a": "", " 1 ": "", " a": "cvc-enumeration-valid", "2": "cvc-enumeration-valid"}},
		{[]string{"pattern=1|a"}, map[string]string{"1": "", " 1 ": "", "a": "", "01": "cvc-pattern-valid"}},
	} {
		typ := restrict(t, u, c.step...)
		for text, want := range c.want {
			if got := judge(t, typ, text); got != want {
				t.Errorf("%q %q: %q, want %q", c.step, text, got, want)
			}
		}
	}
}

func TestUnionWithoutAMatchSaysWhy(t *testing.T) {
	u := Union(Builtin("int"), Builtin("boolean"), Builtin("date"), Builtin("time"))
	if got := judge(t, u, "x"); got != codeUnion {
		t.Errorf("code %s", got)
	}
	_, err := u.Parse("x", nil)
	for _, part := range []string{`"x"`, "xs:int:", "xs:boolean", "xs:date", "…"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q does not speak of %s", err, part)
		}
	}
}

func TestMessagesOfNestedUnionsStayShort(t *testing.T) {
	typ := Union(Builtin("int"), Builtin("date"))
	for range 50 {
		typ = Union(restrict(t, typ, "pattern=.*"), Builtin("boolean"))
	}
	_, err := typ.Parse(strings.Repeat("long text ", 1000), nil)
	if err == nil || len(err.Error()) > 1000 {
		t.Errorf("the message has %d bytes", len(err.Error()))
	}
}

func TestUnionsOfUnionsAreFlat(t *testing.T) {
	inner := Union(Builtin("int"), Builtin("date"))
	narrowed := restrict(t, inner, "pattern=1.*")
	outer := Union(Builtin("date"), inner, narrowed, Union(inner, inner))
	want := []*Type{Builtin("date"), Builtin("int"), narrowed}
	if !slices.Equal(outer.Members(), want) {
		t.Errorf("members %v, want %v", outer.Members(), want)
	}
}

func TestOnlyTypesWithoutListsCanBeItems(t *testing.T) {
	list := List(Builtin("int"))
	for _, c := range []struct {
		name string
		typ  *Type
		want bool
	}{
		{"atomic", Builtin("int"), true},
		{"list", list, false},
		{"restricted list", restrict(t, list, "length=2"), false},
		{"NMTOKENS", Builtin("NMTOKENS"), false},
		{"anySimpleType", Builtin("anySimpleType"), false},
		{"union of atomic types", Union(Builtin("int"), Builtin("string")), true},
		{"union with a list", Union(Builtin("int"), list), false},
		{"union within a union", Union(restrict(t, Union(list), "pattern=1"), Builtin("int")), false},
	} {
		if got := c.typ.CanBeItem(); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestNotationRequiresEnumeration(t *testing.T) {
	n := Builtin("NOTATION")
	if !n.RequiresEnumeration() || !restrict(t, n, "minLength=1").RequiresEnumeration() {
		t.Error("NOTATION can do without")
	}
	if restrict(t, n, "enumeration=a").RequiresEnumeration() || Builtin("QName").RequiresEnumeration() {
		t.Error("a type needs an enumeration that has it, or that is no notation")
	}
}

func TestFundamentalFacets(t *testing.T) {
	long, dates := Builtin("long"), restrict(t, Builtin("date"), "minInclusive=2000-01-01", "maxExclusive=2001-01-01")
	for _, c := range []struct {
		name            string
		typ             *Type
		ordered         Ordering
		bounded, finite bool
		numeric         bool
	}{
		{"string", Builtin("string"), NoOrder, false, false, false},
		{"short string", restrict(t, Builtin("string"), "maxLength=3"), NoOrder, false, true, false},
		{"boolean", Builtin("boolean"), NoOrder, false, true, false},
		{"decimal", Builtin("decimal"), TotalOrder, false, false, true},
		{"decimal with digits", restrict(t, Builtin("decimal"), "totalDigits=3"), TotalOrder, false, true, true},
		{"decimal with bounds", restrict(t, Builtin("decimal"), "minInclusive=0", "maxExclusive=1"), TotalOrder, true, false, true},
		{"integer", Builtin("integer"), TotalOrder, false, false, true},
		{"long", long, TotalOrder, true, true, true},
		{"float", Builtin("float"), PartialOrder, true, true, true},
		{"duration", Builtin("duration"), PartialOrder, false, false, false},
		{"dates of a year", dates, PartialOrder, true, true, false},
		{"anyURI", Builtin("anyURI"), NoOrder, false, false, false},
		{"NMTOKENS", Builtin("NMTOKENS"), NoOrder, false, false, false},
		{"pairs", restrict(t, List(long), "length=2"), NoOrder, true, true, false},
		{"union of integers", Union(long, Builtin("byte")), TotalOrder, true, true, true},
		{"union of numbers", Union(long, Builtin("float")), PartialOrder, false, true, true},
		{"union of words and numbers", Union(long, Builtin("string")), PartialOrder, false, false, false},
		{"union of words", Union(Builtin("string"), Builtin("anyURI")), NoOrder, false, false, false},
		{"empty union", Union(), NoOrder, false, false, false},
	} {
		if c.typ.Ordered() != c.ordered || c.typ.Bounded() != c.bounded || c.typ.Finite() != c.finite || c.typ.Numeric() != c.numeric {
			t.Errorf("%s: ordered %v, bounded %v, finite %v, numeric %v", c.name, c.typ.Ordered(), c.typ.Bounded(), c.typ.Finite(), c.typ.Numeric())
		}
	}
}
