package datatype

import (
	"sync"
	"unicode"
)

var (
	// dotRunes is what . matches.
	dotRunes = runeSet{{'\n', '\n'}, {'\r', '\r'}}.complement()
	// spaceRunes is \s.
	spaceRunes = runeSet{{'\t', '\n'}, {'\r', '\r'}, {' ', ' '}}
)

// nameRunes is \c.
var nameRunes = sync.OnceValue(func() runeSet { return nameStartRunes.union(nameOnlyRunes) })

// wordRunes is \w: all but punctuation, separators and others.
var wordRunes = sync.OnceValue(func() runeSet {
	return category("P").union(category("Z")).union(category("C")).complement()
})

// categories has the general categories of Appendix F, in Unicode's current
// version. Cs is none of them, as surrogates are no characters.
var categories = sync.OnceValue(func() map[string]runeSet {
	sets := map[string]runeSet{}
	for _, name := range [...]string{
		"L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No",
		"P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp",
		"S", "Sm", "Sc", "Sk", "So", "Cc", "Cf", "Co",
	} {
		sets[name] = fromTables(unicode.Categories[name])
	}
	var visible runeSet
	for _, name := range [...]string{"L", "M", "N", "P", "Z", "S"} {
		visible = visible.union(sets[name])
	}
	sets["C"] = visible.complement()
	sets["Cn"] = sets["C"].subtract(sets["Cc"].union(sets["Cf"]).union(sets["Co"]))
	return sets
})

// category returns nil where there is no such category.
func category(name string) runeSet { return categories()[name] }

// block returns the block with that name, without spaces; nil if there is none.
func block(name string) runeSet {
	var ranges []runeRange
	for _, b := range blocks {
		if b.name == name {
			ranges = append(ranges, runeRange{b.lo, b.hi})
		}
	}
	if ranges == nil {
		return nil
	}
	return append(runeSet{}, makeRuneSet(ranges...).intersect(anyRune)...)
}
