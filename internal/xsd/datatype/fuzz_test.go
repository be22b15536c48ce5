package datatype

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzPattern: no pattern and text may panic, and what a pattern promises must
// hold: its sample matches, and a choice of it and itself is the same.
func FuzzPattern(f *testing.F) {
	for _, c := range patternCases {
		for _, text := range c.match {
			f.Add(c.source, text)
		}
	}
	for _, source := range wrongPatterns {
		f.Add(source, "a")
	}
	f.Fuzz(func(t *testing.T, source, text string) {
		if len(source) > 200 || len(text) > 200 {
			t.Skip("longer inputs show nothing more")
		}
		p, err := ParsePattern(source)
		if err != nil {
			return
		}
		matched := p.MatchString(text)
		if twice, err := ParsePattern("(" + source + "|(" + source + "))"); err == nil && twice.MatchString(text) != matched {
			t.Errorf("%q and its choice with itself differ on %q", source, text)
		}
		if repeated, err := ParsePattern("(" + source + "){1,2}"); err == nil && matched && !repeated.MatchString(text) {
			t.Errorf("%q matches %q, repeated it does not", source, text)
		}
		if p.root.size > 200 {
			return
		}
		if sample, ok := p.Sample(); ok && !p.MatchString(sample) {
			t.Errorf("%q does not match its sample %q", source, sample)
		}
	})
}

func FuzzDecimal(f *testing.F) {
	for _, c := range lexicalCases {
		for _, text := range c.valid {
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkRoundTrip(t, "decimal", text)
		checkRoundTrip(t, "integer", text)
		checkRoundTrip(t, "float", text)
		checkRoundTrip(t, "base64Binary", text)
		checkRoundTrip(t, "anyURI", text)
	})
}

func FuzzDateTime(f *testing.F) {
	for _, c := range lexicalCases {
		for _, text := range c.valid {
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, typ := range []string{"dateTime", "date", "gYear", "gYearMonth", "gMonthDay", "gDay", "gMonth", "duration"} {
			checkRoundTrip(t, typ, text)
		}
		judge(t, Builtin("time"), text) // its canonical form may be another day's
	})
}

// checkRoundTrip: Parse and Validate agree, and the canonical form is one of
// the same value, whose canonical form is itself.
func checkRoundTrip(t *testing.T, name, text string) {
	t.Helper()
	typ := Builtin(name)
	if !utf8.ValidString(text) || judge(t, typ, text) != "" {
		return
	}
	v := parsed(t, typ, text)
	canonical := v.Canonical()
	w, err := typ.Parse(canonical, nil)
	if code(err) == codeUnsupported {
		return // the canonical form in UTC can be just beyond the limit
	}
	if err != nil || !v.Equal(w) || v.Key() != w.Key() || w.Canonical() != canonical || strings.ContainsAny(canonical, "\n\t\r") {
		t.Errorf("%s %q is canonically %q: %v", name, text, canonical, err)
	}
}
