package inclusion

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// ValidTexts returns texts of a type, the plainest first, each once; it may
// find none.
func ValidTexts(t *datatype.Type) []string {
	candidates := slices.Concat(enumTexts(t), plainSamples[1:], plainSamples[:1], typeSamples(t), longTexts(t))
	f := t.Facets()
	low, high := Lengths(f)
	search := datatype.TextSearch{Match: f.Patterns, MinLength: low.N, MaxLength: high.N}
	if text, outcome := search.Find(); outcome == datatype.Found && (len(f.Patterns) > 0 || low.Or(0) > 0) && low.Or(0) < maxSample {
		candidates = append(candidates, text)
	}
	return distinct(candidates, func(s string) bool { return isText10(s) && t.Validate([]byte(s), nil) == nil })
}

func enumTexts(t *datatype.Type) []string {
	var texts []string
	for _, v := range t.Facets().Enum {
		texts = append(texts, v.Lexical())
	}
	return texts
}

// distinct returns the strings that keep wants, in their order, each once.
func distinct(list []string, keep func(string) bool) []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range list {
		if !seen[s] && keep(s) {
			out = append(out, s)
		}
		seen[s] = true
	}
	return out
}

// isText10 reports whether a document can hold the text (XML 1.0 §2.2).
func isText10(s string) bool {
	for _, r := range s {
		if r == utf8.RuneError || r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return false
		}
	}
	return true
}

// TellingTexts returns texts of a that b refuses, the shortest first.
func TellingTexts(a, b *datatype.Type) []string {
	candidates := samples(a, b)
	if v, text := Text(a, b); v == Fails {
		candidates = append(candidates, text)
	}
	texts := distinct(candidates, func(s string) bool {
		return isText10(s) && a.Validate([]byte(s), nil) == nil && b.Validate([]byte(s), nil) != nil
	})
	slices.SortStableFunc(texts, func(x, y string) int { return cmp.Compare(max(len(x), 1), max(len(y), 1)) })
	return texts
}
