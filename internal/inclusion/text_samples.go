package inclusion

import (
	"math/big"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// spelling has the lexical spaces of primitive types that a pattern describes
// exactly (Part 2 §3.2).
var spelling = parseSpelling(map[string]string{
	"boolean":   `true|false|1|0`,
	"decimal":   `[+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)`,
	"float":     `[+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([Ee][+\-]?[0-9]+)?|INF|-INF|NaN`,
	"double":    `[+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([Ee][+\-]?[0-9]+)?|INF|-INF|NaN`,
	"hexBinary": `([0-9A-Fa-f]{2})*`,
})

func parseSpelling(sources map[string]string) map[string]*datatype.Pattern {
	out := make(map[string]*datatype.Pattern, len(sources))
	for name, source := range sources {
		if p, err := datatype.ParsePattern(source); err == nil {
			out[name] = p
		}
	}
	return out
}

// samples returns texts likely to show a difference between two types: their
// values, the neighbourhood of their bounds, and plain texts of all kinds.
func samples(a, b *datatype.Type) []string {
	texts := slices.Clone(plainSamples)
	for _, t := range []*datatype.Type{a, b} {
		texts = append(texts, typeSamples(t)...)
	}
	texts = append(texts, longTexts(b)...)
	if text, outcome := (datatype.TextSearch{Match: a.Facets().Patterns, MinLength: lengthAbove(b)}).Find(); outcome == datatype.Found {
		texts = append(texts, text)
	}
	return texts
}

var plainSamples = []string{
	"", "a", "A", "0", "1", "-1", "true", "a b", " a", "a-b", "a:b", "1.5", "1E2", "INF", "2000", "3000000000", "99999999999999999999",
	"2000-01-01", "2000-01-01Z", "2000-01-01T00:00:00", "12:00:00", "P1D", "2000-01", "--01-01", "---01", "--01",
	"http://a/", "YWI=", "ab", "0.000001", "-99999999999999999999", "200", "40000", "-200", "-40000", "é", "_a", "en",
}

// typeSamples returns values at which a type begins and ends.
func typeSamples(t *datatype.Type) []string {
	var texts []string
	f := t.Facets()
	for _, v := range f.Enum {
		texts = append(texts, v.Lexical(), v.Canonical())
	}
	for _, e := range []Edge{LowerBound(f), UpperBound(f)} {
		if e.Value != nil {
			texts = append(texts, around(*e.Value)...)
		}
	}
	for _, step := range f.Patterns {
		for _, p := range step {
			if text, ok := p.Sample(); ok {
				texts = append(texts, text)
			}
		}
	}
	for _, n := range []*uint64{f.TotalDigits, f.FractionDigits} {
		if n != nil && *n < 1000 {
			texts = append(texts, strings.Repeat("9", int(*n)), strings.Repeat("9", int(*n)+1), "0."+strings.Repeat("1", int(*n)), "0."+strings.Repeat("1", int(*n)+1))
		}
	}
	if t.Item() != nil {
		for _, s := range typeSamples(t.Item()) {
			texts = append(texts, s, s+" "+s)
		}
	}
	for _, m := range t.Members() {
		texts = append(texts, typeSamples(m)...)
	}
	return texts
}

func around(v datatype.Value) []string {
	texts := []string{v.Lexical(), v.Canonical()}
	if n, ok := v.BigInt(); ok {
		for _, d := range []int64{-1, 1} {
			texts = append(texts, new(big.Int).Add(n, big.NewInt(d)).String())
		}
		texts = append(texts, n.String()+".5")
	}
	return texts
}

// maxSample bounds the texts that are made to exceed a length.
const maxSample = 1 << 16

// longTexts returns texts just within and just beyond the lengths of a type.
func longTexts(t *datatype.Type) []string {
	var texts []string
	low, high := Lengths(t.Facets())
	for _, l := range []Limit{low, high} {
		if l.N == nil || *l.N >= maxSample {
			continue
		}
		n := int(*l.N)
		for _, k := range []int{n - 1, n, n + 1} {
			if k >= 0 {
				texts = append(texts, strings.Repeat("a", k), strings.Repeat("1", k), strings.TrimSpace(strings.Repeat("1 ", k)))
			}
		}
	}
	return texts
}

// lengthAbove is the length at which a type ends, and one more.
func lengthAbove(t *datatype.Type) *uint64 {
	_, high := Lengths(t.Facets())
	if high.N == nil || *high.N >= maxSample {
		return nil
	}
	return new(*high.N + 1)
}
