package datatype

import (
	"regexp"
	"testing"
)

func TestGoRegexpMatchesTheSameTexts(t *testing.T) {
	texts := []string{"", "a", "b", "ab", "aab", "true", "TRUE", "TRUE ", "12", "123456", "x-1", "\n", "é", "٣", "a.b", "^a$", "𐐀"}
	for _, src := range []string{
		"", "a|b", "true|TRUE", "a*b", "(a|b)+", `\d{2,5}`, "[a-z-[b]]+", `\i\c*`, ".", `[^\d]`, `a\.b`, "^a$", `\p{IsDeseret}`, "[a-[a]]", "(a{2})?b",
	} {
		p, err := ParsePattern(src)
		if err != nil {
			t.Fatal(err)
		}
		expr, ok := p.GoRegexp()
		if !ok {
			t.Errorf("%s: Go cannot say it", src)
			continue
		}
		re := regexp.MustCompile(expr)
		for _, text := range texts {
			if got, want := re.MatchString(text), p.MatchString(text); got != want {
				t.Errorf("%s as %s on %q: got %v, want %v", src, expr, text, got, want)
			}
		}
	}
}

func TestGoRegexpKnowsItsLimits(t *testing.T) {
	for _, src := range []string{"a{2000}", "(a{1,900}b){1,900}"} {
		p, err := ParsePattern(src)
		if err != nil {
			continue // beyond our own limits already
		}
		if expr, ok := p.GoRegexp(); ok {
			t.Errorf("%s became %s", src, expr)
		}
	}
}
