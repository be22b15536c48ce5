package diff

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// validTexts returns texts of a type, the plainest first, each once; it may
// find none.
func validTexts(t *datatype.Type) []string {
	candidates := slices.Concat(enumTexts(t), plainSamples[1:], plainSamples[:1], typeSamples(t), longTexts(t))
	f := t.Facets()
	low, high := lengths(f)
	search := datatype.TextSearch{Match: f.Patterns, MinLength: low.n, MaxLength: high.n}
	if text, outcome := search.Find(); outcome == datatype.Found && (len(f.Patterns) > 0 || low.or(0) > 0) && low.or(0) < maxSample {
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

// tellingTexts returns texts of a that b refuses, the shortest first.
func tellingTexts(a, b *datatype.Type) []string {
	candidates := samples(a, b)
	if v, text := textInclusion(a, b); v == fails {
		candidates = append(candidates, text)
	}
	texts := distinct(candidates, func(s string) bool {
		return isText10(s) && a.Validate([]byte(s), nil) == nil && b.Validate([]byte(s), nil) != nil
	})
	slices.SortStableFunc(texts, func(x, y string) int { return cmp.Compare(max(len(x), 1), max(len(y), 1)) })
	return texts
}

// textOfType returns the simple type of what stands in elements of t as text,
// nil where none does.
func textOfType(t xsd.Type) *xsd.SimpleType {
	text, _ := textContent(t)
	return text
}
