package codec

import (
	"regexp"
	"strconv"
	"strings"
)

// checkWord is a word of [Table.Checks].
type checkWord struct {
	first, last int // the numbers of the fields
	must        bool
	filled      bool
	nillable    bool
	low, high   uint64 // how many values the field has; a high of 0 is no bound
	items       int    // the index of an entry of Table.Elements, -1 for none
	facets      *Facets
}

// checkSyntax has a group for each part of a word.
var checkSyntax = regexp.MustCompile(`^(\d+)(?:-(\d+))?(!)?(\?)?(~)?(?:\{(\d*),(\d*)\})?(?:#(\d+))?(?::(\d+)|\|(\d*),(\d*)\||\[([^,]*),([^,]*)\]|(=)(.*))?$`)

// The groups of checkSyntax.
const (
	wordFirst = 1 + iota
	wordLast
	wordMust
	wordNillable
	wordFilled
	wordLow
	wordHigh
	wordItems
	wordFacets
	wordShort
	wordLong
	wordMin
	wordMax
	wordIsFixed
	wordFixed
)

// checkWords reads Checks.
func (t *Table) checkWords() (words []checkWord) {
	for text := range strings.FieldsSeq(t.Checks) {
		m := checkSyntax.FindStringSubmatch(text)
		if m == nil {
			panic("codec: a table of generated code is wrong: " + t.Checks)
		}
		w := checkWord{
			first: numberOr(m[wordFirst], 0), must: m[wordMust] != "", nillable: m[wordNillable] != "", filled: m[wordFilled] != "",
			low: boundOr0(m[wordLow]), high: boundOr0(m[wordHigh]), items: numberOr(m[wordItems], -1), facets: t.facetsOf(m),
		}
		w.last = numberOr(m[wordLast], w.first)
		words = append(words, w)
	}
	return words
}

// facetsOf returns the facets that a word ends with, nil where it has none.
func (t *Table) facetsOf(m []string) *Facets {
	switch {
	case m[wordFacets] != "":
		return &t.Facets[numberOr(m[wordFacets], 0)]
	case m[wordIsFixed] != "":
		return &Facets{IsFixed: true, Fixed: m[wordFixed]}
	case m[wordMin]+m[wordMax] != "":
		return &Facets{Min: m[wordMin], Max: m[wordMax]}
	case m[wordShort]+m[wordLong] != "":
		return &Facets{MinLength: boundOr0(m[wordShort]), MaxLength: boundOr0(m[wordLong]), Bounded: m[wordLong] != ""}
	}
	return nil
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
