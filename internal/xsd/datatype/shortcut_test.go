package datatype

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestShortcutsAgreeWithTheRules draws types and texts: what a shortcut takes
// the rules must take, and most of what they take it should.
func TestShortcutsAgreeWithTheRules(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	taken, right := 0, 0
	for range 20_000 {
		typ := randomNumberType(random)
		for range 10 {
			text := randomNumber(random)
			_, err := typ.Parse(text, nil)
			quick := typ.quick.takes(text)
			if quick && err != nil {
				t.Fatalf("%s with %+v takes %q: %v", typ, typ.quick, text, err)
			}
			if (typ.Validate([]byte(text), nil) == nil) != (err == nil) {
				t.Fatalf("%s: Validate and Parse differ on %q: %v", typ, text, err)
			}
			if quick {
				taken++
			}
			if err == nil {
				right++
			}
		}
	}
	if 3*taken < right {
		t.Errorf("of %d texts that are right shortcuts take %d", right, taken)
	}
}

// randomNumberType restricts a type of numbers by up to four facets; those
// that are wrong are left out.
func randomNumberType(random *rand.Rand) *Type {
	names := []string{"decimal", "integer", "int", "unsignedLong", "positiveInteger", "nonPositiveInteger", "byte", "long"}
	typ := Builtin(names[random.IntN(len(names))])
	for range random.IntN(3) {
		kinds := []FacetKind{MinInclusiveFacet, MinExclusiveFacet, MaxInclusiveFacet, MaxExclusiveFacet, TotalDigitsFacet, FractionDigitsFacet, PatternFacet, EnumerationFacet}
		f := Facet{Kind: kinds[random.IntN(len(kinds))], Value: randomNumber(random)}
		switch f.Kind {
		case TotalDigitsFacet, FractionDigitsFacet:
			f.Value = fmt.Sprint(random.IntN(22))
		case PatternFacet:
			f.Value = `[0-5.]*`
		}
		typ, _ = typ.Restrict([]Facet{f})
	}
	return typ
}

// randomNumber is a number or nearly one.
func randomNumber(random *rand.Rand) string {
	const digits = "0012599"
	b := []byte{}
	add := func(most int) {
		for range random.IntN(most) {
			b = append(b, digits[random.IntN(len(digits))])
		}
	}
	if random.IntN(6) == 0 {
		b = append(b, "+- "[random.IntN(3)])
	}
	if add(4); random.IntN(8) == 0 {
		add(20)
	}
	if random.IntN(3) == 0 {
		b = append(b, '.')
		add(4)
	}
	if random.IntN(20) == 0 {
		b = append(b, " x/:"[random.IntN(4)])
	}
	return string(b)
}
