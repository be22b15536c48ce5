package datatype

import (
	"testing"
	"unicode/utf8"
)

func TestSample(t *testing.T) {
	for source, want := range map[string]string{
		``: "", `a`: "a", `\d{4}`: "0000", `[^a]`: "b", `.{3,}x`: "aaax", `(a|b)*abb`: "abb", `\p{Lu}\P{L}`: "A0", `(a{0,1000}){5,1000}b`: "b",
		`[0-9]{5}(-[0-9]{4})?`: "00000", `\s`: " ", `[^ -~]`: "\u00A1", `a|bc`: "a", `\i\c*`: "a", `[A-Z]{2}[0-9]`: "AA0",
	} {
		p := mustPattern(source)
		got, ok := p.Sample()
		if got != want || !ok || !p.MatchString(got) {
			t.Errorf("%s: %q %v, want %q", source, got, ok, want)
		}
	}
}

func TestSampleOfNothing(t *testing.T) {
	for _, source := range []string{`[a-[a]]`, `a[b-[b]]`, `\p{IsHighSurrogates}`, "[\x00-\x08]", `(a|b)[c-[c]]+`} {
		if got, ok := mustPattern(source).Sample(); ok {
			t.Errorf("%q: %q", source, got)
		}
	}
}

func TestSearchFindsWitnesses(t *testing.T) {
	step := func(sources ...string) []*Pattern {
		var list []*Pattern
		for _, s := range sources {
			list = append(list, mustPattern(s))
		}
		return list
	}
	for _, c := range []struct {
		name        string
		match       [][]*Pattern
		avoid       []*Pattern
		least, most *uint64
		want        string
		outcome     SearchOutcome
	}{
		{"one more letter", [][]*Pattern{step(`[a-z]{1,8}`)}, step(`[a-z]{1,7}`), nil, nil, "aaaaaaaa", Found},
		{"included", [][]*Pattern{step(`[a-z]{1,7}`)}, step(`[a-z]{1,8}`), nil, nil, "", NoText},
		{"equal in other words", [][]*Pattern{step(`(a|b)*`)}, step(`(a*b*)*`), nil, nil, "", NoText},
		{"alternatives together", [][]*Pattern{step(`[a-z]`)}, step(`[a-m]`, `[n-y]`), nil, nil, "z", Found},
		{"alternatives together cover", [][]*Pattern{step(`[a-z]`)}, step(`[a-m]`, `[n-z]`), nil, nil, "", NoText},
		{"steps together", [][]*Pattern{step(`a*b*`), step(`[ab]{2}`), step(`b.*`, `.*a`)}, nil, nil, nil, "aa", Found},
		{"steps against each other", [][]*Pattern{step(`a+`), step(`b+`)}, nil, nil, nil, "", NoText},
		{"at least", [][]*Pattern{step(`(ab)*`)}, nil, new(uint64(3)), nil, "abab", Found},
		{"at most", [][]*Pattern{step(`(ab){2,}`)}, nil, nil, new(uint64(3)), "", NoText},
		{"length alone", nil, nil, new(uint64(2)), new(uint64(2)), "aa", Found},
		{"nothing asked", nil, nil, nil, nil, "", Found},
		{"too much", [][]*Pattern{step(`[ab]*a[ab]{40}`)}, step(`[ab]*a[ab]{40}`), nil, nil, "", GaveUp},
	} {
		search := TextSearch{Match: c.match, Avoid: c.avoid, MinLength: c.least, MaxLength: c.most}
		got, outcome := search.Find()
		if got != c.want || outcome != c.outcome {
			t.Errorf("%s: %q %v, want %q %v", c.name, got, outcome, c.want, c.outcome)
		}
		if again, _ := search.Find(); again != got {
			t.Errorf("%s: %q, then %q", c.name, got, again)
		}
	}
}

// TestSamplesOfAllPatternsMatch takes the patterns of the other tests.
func TestSamplesOfAllPatternsMatch(t *testing.T) {
	for _, c := range patternCases {
		p := mustPattern(c.source)
		text, ok := p.Sample()
		if !ok && len(c.match) > 0 && c.source != `\p{Cn}` {
			t.Errorf("%s has no sample", c.source)
		}
		if ok && (!p.MatchString(text) || !utf8.ValidString(text)) {
			t.Errorf("%s: sample %q does not match", c.source, text)
		}
	}
}
