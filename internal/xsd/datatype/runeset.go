package datatype

import (
	"slices"
	"sort"
	"unicode"
)

// runeRange holds the characters from lo to hi, both included.
type runeRange struct{ lo, hi rune }

// runeSet is a set of characters: ranges in order, apart from each other.
// It is never changed once made.
type runeSet []runeRange

// anyRune is every character there can be. Surrogates are none (XML 1.0 §2.2).
var anyRune = runeSet{{0, 0xD7FF}, {0xE000, unicode.MaxRune}}

// makeRuneSet puts ranges in order and joins those that touch.
func makeRuneSet(ranges ...runeRange) runeSet {
	sorted := slices.Clone(ranges)
	slices.SortFunc(sorted, func(a, b runeRange) int { return int(a.lo) - int(b.lo) })
	var set runeSet
	for _, r := range sorted {
		if last := len(set) - 1; last >= 0 && r.lo <= set[last].hi+1 {
			set[last].hi = max(set[last].hi, r.hi)
			continue
		}
		set = append(set, r)
	}
	return set
}

func (s runeSet) contains(r rune) bool {
	i := sort.Search(len(s), func(i int) bool { return s[i].hi >= r })
	return i < len(s) && s[i].lo <= r
}

func (s runeSet) union(t runeSet) runeSet {
	return makeRuneSet(slices.Concat(s, t)...)
}

func (s runeSet) intersect(t runeSet) runeSet {
	var set runeSet
	for i, j := 0, 0; i < len(s) && j < len(t); {
		if lo, hi := max(s[i].lo, t[j].lo), min(s[i].hi, t[j].hi); lo <= hi {
			set = append(set, runeRange{lo, hi})
		}
		if s[i].hi < t[j].hi {
			i++
		} else {
			j++
		}
	}
	return set
}

func (s runeSet) complement() runeSet {
	var gaps runeSet
	next := rune(0)
	for _, r := range s {
		if r.lo > next {
			gaps = append(gaps, runeRange{next, r.lo - 1})
		}
		next = r.hi + 1
	}
	if next <= unicode.MaxRune {
		gaps = append(gaps, runeRange{next, unicode.MaxRune})
	}
	return gaps.intersect(anyRune)
}

func (s runeSet) subtract(t runeSet) runeSet { return s.intersect(t.complement()) }

// fromTables turns tables of package unicode into a set.
func fromTables(tables ...*unicode.RangeTable) runeSet {
	var ranges []runeRange
	for _, t := range tables {
		for _, r := range t.R16 {
			ranges = appendStrided(ranges, rune(r.Lo), rune(r.Hi), rune(r.Stride))
		}
		for _, r := range t.R32 {
			ranges = appendStrided(ranges, rune(r.Lo), rune(r.Hi), rune(r.Stride))
		}
	}
	return makeRuneSet(ranges...).intersect(anyRune)
}

func appendStrided(ranges []runeRange, lo, hi, stride rune) []runeRange {
	if stride == 1 {
		return append(ranges, runeRange{lo, hi})
	}
	for r := lo; r <= hi; r += stride {
		ranges = append(ranges, runeRange{r, r})
	}
	return ranges
}
