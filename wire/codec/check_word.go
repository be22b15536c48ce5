package codec

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// checkWord is a word of [Table.Checks].
type checkWord struct {
	first, last int // the numbers of the fields
	must        bool
	filled      bool
	nillable    bool
	list        bool
	low, high   uint64   // how many values the field has; a high of 0 is no bound
	name        string   // what a message about that calls the field, "" for its own
	items       int      // the index of an entry of Table.Names, -1 for none
	facets      []string // the groups of checkSyntax from wordFacets on
}

// checkSyntax has a group for each part of a word.
var checkSyntax = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d+)(?:-(\d+))?(!)?(\?)?(\+)?(~)?(?:\{(\d*),(\d*)(?:,([^}]+))?\})?(?:#(\d+))?(?::(\d+)|\|(\d*),(\d*)\||\[([^,]*),([^,]*)\]|@(\w+)|(=)(.*))?$`)
})

// The groups of checkSyntax.
const (
	wordFirst = 1 + iota
	wordLast
	wordMust
	wordNillable
	wordList
	wordFilled
	wordLow
	wordHigh
	wordName
	wordItems
	wordFacets
	wordShort
	wordLong
	wordMin
	wordMax
	wordLexical
	wordIsFixed
	wordFixed
)

// checkWordsOf reads a text of [Table.Checks].
func checkWordsOf(checks string) (words []checkWord) {
	for text := range strings.FieldsSeq(checks) {
		m := checkSyntax().FindStringSubmatch(text)
		if m == nil {
			panic("codec: a table of generated code is wrong: " + checks)
		}
		w := checkWord{
			first: numberOr(m[wordFirst], 0), must: m[wordMust] != "", nillable: m[wordNillable] != "", list: m[wordList] != "", filled: m[wordFilled] != "",
			low: boundOr0(m[wordLow]), high: boundOr0(m[wordHigh]), name: m[wordName], items: numberOr(m[wordItems], -1), facets: m[wordFacets:],
		}
		w.last = numberOr(m[wordLast], w.first)
		words = append(words, w)
	}
	return words
}

// numberOr is a number of the text of a table, and what it is where the text leaves it out.
func numberOr(text string, otherwise int) int {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	return otherwise
}

func boundOr0(text string) uint64 {
	n, _ := strconv.ParseUint(text, 10, 64)
	return n
}
