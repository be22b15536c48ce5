package version

import (
	"cmp"
	"slices"
	"strings"
)

// token is a run of digits or of letters of a name.
type token struct {
	text   string // in lower case; of a number without zeros before its first digit
	number bool
	before byte // the separator before it, 0 where there is none
	stage  stage
}

// stage says whether what starts with a token comes before the version without it.
type stage uint8

const (
	afterRelease stage = iota
	beforeRelease
)

func (s stage) sign() int {
	if s == beforeRelease {
		return -1
	}
	return 1
}

// split cuts a name into runs of digits and of letters, and drops what stands
// between them.
func split(name string) []token {
	var list []token
	var before byte
	for len(name) > 0 {
		n := run(name)
		if n == 0 {
			before, name = name[0], name[1:]
			continue
		}
		t := token{text: strings.ToLower(name[:n]), number: isDigit(name[0]), before: before}
		if t.number {
			t.text = strings.TrimLeft(t.text, "0")
		}
		list, before, name = append(list, t), 0, name[n:]
	}
	return list
}

// run returns the length of the digits or of the letters that s starts with.
func run(s string) int {
	if isDigit(s[0]) {
		return len(s) - len(strings.TrimLeft(s, "0123456789"))
	}
	return strings.IndexFunc(s+"-", func(r rune) bool { return strings.ContainsRune("0123456789 -_.+~,()[]", r) })
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// numbers takes the numbers off that tokens start with. A date may be written
// in one piece. A number behind a hyphen is a pre-release where a semantic
// version is complete before it (1.0.0-1), else one more number (2024-01-15).
func numbers(tokens []token) (list []string, rest []token) {
	n := 0
	for n < len(tokens) && isPart(tokens, n) {
		list = append(list, tokens[n].text)
		n++
	}
	if len(list) == 1 {
		list = date(list[0])
	}
	return list, tokens[n:]
}

// isPart reports whether the token at i goes on with the numbers before it.
func isPart(tokens []token, i int) bool {
	t := tokens[i]
	semantic := t.before == '-' && i == 3 && dotted(tokens[:i])
	return t.number && t.before != '+' && !semantic
}

// dotted reports whether all numbers have dots between them.
func dotted(tokens []token) bool {
	return !slices.ContainsFunc(tokens[1:], func(t token) bool { return t.before != '.' })
}

// date cuts a number such as 20240115 into year, month and day.
func date(n string) []string {
	if len(n) != 8 || n[:4] < "1900" || n[:4] > "2199" || n[4:6] < "01" || n[4:6] > "12" || n[6:] < "01" || n[6:] > "31" {
		return []string{n}
	}
	return []string{n[:4], strings.TrimLeft(n[4:6], "0"), strings.TrimLeft(n[6:], "0")}
}

// Words that stand behind the numbers of a version: those of a pre-release
// wherever they stand, those that count as one where a number follows (1.0a1,
// but 1.0.2a), those that are none although a hyphen sets them off, and those
// that say nothing.
var (
	beforeWords = strings.Fields("alpha beta candidate cr dev draft milestone nightly pre preview prerelease rc snapshot wd")
	shortWords  = strings.Fields("a b c m")
	afterWords  = strings.Fields("amd amendment build cor corrigendum errata erratum fix hotfix p patch post q r rev revision sp u update")
	emptyWords  = strings.Fields("final ga release v version")
)

// meaningful drops words that say nothing, unless there is nothing else.
func meaningful(tokens []token) []token {
	some := func(t token) bool { return t.number || !slices.Contains(emptyWords, t.text) }
	if !slices.ContainsFunc(tokens, some) {
		return tokens
	}
	return slices.DeleteFunc(tokens, func(t token) bool { return !some(t) })
}

// rank says of each token behind the numbers whether it makes the name come
// before the version without it. Behind the word of a pre-release more always
// means later (rc before rc2).
func rank(rest []token, numbers int) {
	pre := false
	for i := range rest {
		if !pre && isBefore(rest, i, numbers) {
			rest[i].stage, pre = beforeRelease, true
		}
	}
}

func isBefore(rest []token, i, numbers int) bool {
	t := rest[i]
	switch {
	case t.number:
		return i == 0 && t.before == '-'
	case slices.Contains(beforeWords, t.text):
		return true
	case slices.Contains(shortWords, t.text) && i+1 < len(rest) && rest[i+1].number:
		return true
	}
	return i == 0 && t.before == '-' && numbers > 0 && !slices.Contains(afterWords, t.text)
}

// compare compares tokens behind the numbers of a version.
func (t token) compare(u token) int {
	return cmp.Or(cmp.Compare(t.stage.sign(), u.stage.sign()), t.compareText(u))
}

// compareText compares two tokens, numbers before words.
func (t token) compareText(u token) int {
	switch {
	case t.number && u.number:
		return compareNumber(t.text, u.text)
	case t.number != u.number:
		if t.number {
			return -1
		}
		return 1
	}
	return cmp.Compare(t.text, u.text)
}
