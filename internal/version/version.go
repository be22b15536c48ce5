package version

import (
	"cmp"
	"slices"
	"strings"
)

// Compare orders two names, the older first; it returns 0 for two names of the
// same version, such as v1.0 and 1.0.0.
//
// Names that start with a number come by their numbers (2 before 10), with or
// without a "v" before them, and dates by year, month and day. What follows
// the numbers is a pre-release, which comes before the version itself, where
// its first word says so (1.0-rc1, 1.0b2) or a hyphen sets it off as in
// semantic versions (1.0.0-anything); else it comes after (1.0.2a, 1.0-patch1).
// Names that start with a word come after those, by their words and then their
// numbers (ubl-2.1 before ubl-2.10); among them words such as "old" come
// first, words such as "current" last.
func Compare(a, b string) int { return parse(a).compare(parse(b)) }

// Order orders names as [Compare] does, and names of the same version by their
// spelling.
func Order(a, b string) int { return cmp.Or(Compare(a, b), cmp.Compare(a, b)) }

// IsNumbered reports whether the order of a name follows from numbers alone:
// 40.6.0, v2 or 2024-01-15. The order of any other is a matter of convention.
func IsNumbered(name string) bool {
	k := parse(name)
	return k.age == numbered && len(k.rest) == 0
}

// Comparable reports whether two names differ in numbers alone, so that their
// order says which is older: v1 and 2.0 do, current and 2.0 do not.
func Comparable(a, b string) bool {
	k, l := parse(a), parse(b)
	return slices.CompareFunc(k.words, l.words, token.compareText) == 0
}

// Trim returns a name without the "v" before its number.
func Trim(name string) string {
	if len(name) > 1 && (name[0] == 'v' || name[0] == 'V') && isDigit(name[1]) {
		return name[1:]
	}
	return name
}

// age says where among all names those of a kind stand.
type age uint8

const (
	numbered age = iota // 40.6.0
	early               // old
	worded              // ubl-2.1
	late                // current
)

// earlyWords and lateWords are names for what was and for what moves.
var (
	earlyWords = strings.Fields("archive baseline before first initial legacy old original prev previous")
	lateWords  = strings.Fields("after current develop development draft edge head latest main master new next nightly snapshot tip trunk unstable")
)

// key is what a name is ordered by.
type key struct {
	age     age
	words   []token  // before the numbers
	numbers []string // without zeros before the first digit and parts of zero at the end
	rest    []token
}

func parse(name string) key {
	tokens := meaningful(split(Trim(name)))
	var k key
	for len(tokens) > 0 && !tokens[0].number {
		k.words, tokens = append(k.words, tokens[0]), tokens[1:]
	}
	k.age = ageOf(k.words)
	k.numbers, k.rest = numbers(tokens)
	rank(k.rest, len(k.numbers))
	for len(k.numbers) > 0 && k.numbers[len(k.numbers)-1] == "" {
		k.numbers = k.numbers[:len(k.numbers)-1]
	}
	return k
}

func ageOf(words []token) age {
	switch {
	case len(words) == 0:
		return numbered
	case slices.Contains(earlyWords, words[0].text):
		return early
	case slices.Contains(lateWords, words[0].text):
		return late
	}
	return worded
}

func (k key) compare(l key) int {
	return cmp.Or(
		cmp.Compare(k.age, l.age),
		slices.CompareFunc(k.words, l.words, token.compareText),
		slices.CompareFunc(k.numbers, l.numbers, compareNumber),
		compareRest(k.rest, l.rest),
	)
}

// compareRest compares what follows the numbers. Where one ends, the next
// token of the other says whether that is the later one.
func compareRest(a, b []token) int {
	for i := range min(len(a), len(b)) {
		if c := a[i].compare(b[i]); c != 0 {
			return c
		}
	}
	switch {
	case len(a) > len(b):
		return a[len(b)].stage.sign()
	case len(b) > len(a):
		return -b[len(a)].stage.sign()
	}
	return 0
}

// compareNumber compares digits of any number.
func compareNumber(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) }
