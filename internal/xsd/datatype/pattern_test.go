package datatype

import (
	"strings"
	"testing"
)

// patternCases has patterns with texts that match and that don't.
// TestXercesAgrees reads them too.
var patternCases = []struct {
	source    string
	match, no []string
}{
	// branches and pieces
	{``, []string{""}, []string{"a", " "}},
	{`a`, []string{"a"}, []string{"", "A", "aa"}},
	{`abc`, []string{"abc"}, []string{"ab", "abcd", "xabc"}},
	{`a|b`, []string{"a", "b"}, []string{"", "ab", "|"}},
	{`a|`, []string{"a", ""}, []string{"b"}},
	{`|a`, []string{"a", ""}, []string{"b"}},
	{`||`, []string{""}, []string{"|"}},
	{`ab|cd`, []string{"ab", "cd"}, []string{"abd", "acd", "abcd"}},
	{`a(b|c)d`, []string{"abd", "acd"}, []string{"ad", "abcd"}},
	{`()`, []string{""}, []string{"a"}},
	{`(|)a`, []string{"a"}, []string{""}},
	{`(a|(b|(c)))`, []string{"a", "b", "c"}, []string{"d"}},
	{`(a*)*`, []string{"", "aaa"}, []string{"b"}},
	{`(a|b)*abb`, []string{"abb", "ababb"}, []string{"ab", "abba"}},
	{`(ab|a)(bc|c)?`, []string{"ab", "a", "abc", "abbc", "ac"}, []string{"abcc", "b"}},
	{`a.c`, []string{"abc", "a c", "a\tc", "a\U0001F600c"}, []string{"ac", "abbc"}},
	{`^a$`, []string{"^a$"}, []string{"a"}},
	{`a b`, []string{"a b"}, []string{"ab"}},
	// quantifiers
	{`a?`, []string{"", "a"}, []string{"aa"}},
	{`a*`, []string{"", "a", "aaaa"}, []string{"b", "aab"}},
	{`a+`, []string{"a", "aaaa"}, []string{"", "b"}},
	{`a{2}`, []string{"aa"}, []string{"a", "aaa"}},
	{`a{2,}`, []string{"aa", "aaaaa"}, []string{"a", ""}},
	{`a{2,3}`, []string{"aa", "aaa"}, []string{"a", "aaaa"}},
	{`a{0}`, []string{""}, []string{"a"}},
	{`a{0,0}b`, []string{"b"}, []string{"ab"}},
	{`a{0,}`, []string{"", "aa"}, []string{"b"}},
	{`a{01,002}`, []string{"a", "aa"}, []string{"aaa"}},
	{`(ab){2,3}`, []string{"abab", "ababab"}, []string{"ab", "abababab", "aba"}},
	{`(ab){2,}c`, []string{"ababc", "abababc"}, []string{"abc", "abab"}},
	{`(a{2,3}){2}`, []string{"aaaa", "aaaaa", "aaaaaa"}, []string{"aaa", "aaaaaaa"}},
	{`(a{2}){2,3}`, []string{"aaaa", "aaaaaa"}, []string{"aaaaa", "aa"}},
	{`(a{3,4}){0,2}`, []string{"", "aaa", "aaaa", "aaaaaa", "aaaaaaaa"}, []string{"a", "aa", "aaaaa", "aaaaaaaaa"}},
	{`(a{2,3}){1,}`, []string{"aa", "aaa", "aaaa", "aaaaaaa"}, []string{"", "a"}},
	{`(a?b?){2}`, []string{"", "a", "ab", "ba", "abab", "bb"}, []string{"ababa", "bba"}},
	{`(a|b?){3}`, []string{"", "aaa", "aba", "b"}, []string{"aaaa"}},
	{`(ab?){2,4}`, []string{"aa", "abab", "aaaa", "abaab"}, []string{"a", "ab", "aaaaa"}},
	{`(a{0,1000}){0,1000}`, []string{"", "aaaa"}, []string{"b"}},
	{`x{0,2147483648}`, []string{"", "xx"}, []string{"y"}},
	// classes
	{`[abc]`, []string{"a", "b", "c"}, []string{"", "d", "ab"}},
	{`[^abc]`, []string{"d", "\n", "\U0001F600"}, []string{"a", "", "de"}},
	{`[a-c]`, []string{"a", "b", "c"}, []string{"d", "-"}},
	{`[a-a]`, []string{"a"}, []string{"b"}},
	{`[-a]`, []string{"-", "a"}, []string{"b"}},
	{`[a-]`, []string{"-", "a"}, []string{"b"}},
	{`[^-a]`, []string{"b"}, []string{"-", "a"}},
	{`[^a-]`, []string{"b"}, []string{"-", "a"}},
	{`[-]`, []string{"-"}, []string{"a"}},
	{`[--]`, []string{"-"}, []string{"a"}},
	{`[^-]`, []string{"a"}, []string{"-"}},
	{`[a-c-]`, []string{"b", "-"}, []string{"d"}},
	{`[a^]`, []string{"a", "^"}, []string{"b"}},
	{`[^^]`, []string{"a"}, []string{"^"}},
	{`[\^a]`, []string{"a", "^"}, []string{"b"}},
	{`[.?*+(){}|$]+`, []string{".?*+(){}|$"}, []string{"a"}},
	{`[\--a]`, []string{"-", "0", "a"}, []string{",", "b"}},
	{`[!-\]]`, []string{"!", "A", "]"}, []string{"^"}},
	{`[\n-\r]`, []string{"\n", "\v"}, []string{"\t"}},
	{`[a-z-[aeiou]]+`, []string{"xyz"}, []string{"xaz", ""}},
	{`[a-z-[b-y-[m]]]`, []string{"a", "m", "z"}, []string{"b", "y"}},
	{`[^a-[b]]`, []string{"c"}, []string{"a", "b"}},
	{`[a-[^a]]`, []string{"a"}, []string{"b"}},
	{`[a-z--[b-z]]`, []string{"a", "-"}, []string{"b"}},
	{`[a-[a]]?`, []string{""}, []string{"a"}},
	{`[a-c-[b]]*`, []string{"", "ac"}, []string{"b"}},
	{`[\d-[5]]`, []string{"4", "\u0665"}, []string{"5"}},
	{`[\d-]`, []string{"4", "-"}, []string{"a"}},
	{`[\w\s]+`, []string{"a b"}, []string{"a-b"}},
	{`[^\s]`, []string{"a"}, []string{" ", "\n"}},
	{`[^\P{L}]`, []string{"a"}, []string{"1"}},
	{`[\i-[:]][\c-[:]]*`, []string{"a", "_b.c-1"}, []string{"1", "a:b"}},
	{"[\u4E00-\u9FA5\U00020000]", []string{"\u4E00", "\U00020000"}, []string{"\U00020001"}},
	// escapes
	{`\\`, []string{`\`}, []string{`\\`}},
	{`\|\.\-\^\?\*\+\{\}\(\)\[\]`, []string{`|.-^?*+{}()[]`}, []string{``}},
	{`\n\r\t`, []string{"\n\r\t"}, []string{"nrt"}},
	{`\s`, []string{" ", "\t", "\n", "\r"}, []string{"\u00A0", "\f", "a"}},
	{`\S`, []string{"\u00A0", "a"}, []string{" ", "\n"}},
	{`\d`, []string{"0", "\u0660", "\U0001D7CE"}, []string{"a", "\u00B2"}},
	{`\D`, []string{"a", "\u00B2"}, []string{"0"}},
	{`\i`, []string{"a", "_", ":", "\u00C0"}, []string{"1", "-", "."}},
	{`\I`, []string{"1", "-", " "}, []string{"a", ":"}},
	{`\c`, []string{"a", "_", ":", "1", "-", ".", "\u00B7"}, []string{" ", "/"}},
	{`\C`, []string{" ", "/"}, []string{"a", "1"}},
	{`\w`, []string{"a", "1", "$", "+", "\u0300"}, []string{" ", "-", "_", "\n"}},
	{`\W`, []string{" ", "-", "_"}, []string{"a", "$"}},
	{`.`, []string{"a", "\t", "\u0085", "\u2028"}, []string{"\n", "\r", ""}},
	{`\p{L}`, []string{"a", "A", "\u00AA"}, []string{"1"}},
	{`\p{Lu}`, []string{"A"}, []string{"a"}},
	{`\P{Lu}`, []string{"a"}, []string{"A"}},
	{`\p{Nd}{2}`, []string{"12"}, []string{"1"}},
	{`\p{Sc}`, []string{"$", "\u20AC"}, []string{"a"}},
	{`\p{Zs}`, []string{" ", "\u00A0"}, []string{"\t"}},
	{`\p{Cc}`, []string{"\t", "\u0085"}, []string{" "}},
	{`\p{Co}`, []string{"\uE000", "\U00100000"}, []string{"a"}},
	{`\p{Cn}`, []string{"\u0378", "\U000E0FFF"}, []string{"a", "\uE000"}},
	{`\p{C}`, []string{"\u0378", "\t", "\uE000", "\u00AD"}, []string{"a"}},
	{`\p{IsBasicLatin}`, []string{"a", "\t"}, []string{"\u0080"}},
	{`\P{IsBasicLatin}`, []string{"\u0080"}, []string{"a"}},
	{`\p{IsLatin-1Supplement}`, []string{"\u0080", "\u00FF"}, []string{"\u007F", "\u0100"}},
	{`\p{IsGreek}`, []string{"\u0370", "\u03FF"}, []string{"\u0400"}},
	{`\p{IsPrivateUse}`, []string{"\uE000", "\U000F0000"}, []string{"a"}},
	{`\p{IsSpecials}`, []string{"\uFEFF", "\uFFFD"}, []string{"\uFF00"}},
	{`\p{IsOldItalic}`, []string{"\U00010300"}, []string{"a"}},
	// from real life
	{`\d{3}-\d{2}-\d{4}`, []string{"123-45-6789"}, []string{"123456789"}},
	{`[0-9]{5}(-[0-9]{4})?`, []string{"12345", "12345-6789"}, []string{"1234", "12345-"}},
	{`([^@ ]+)@(\w+\.)+\w{2,}`, []string{"a@b.cd", "x.y@z.example.org"}, []string{"a@b", "@b.cd"}},
	{`(\+|-)?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE](\+|-)?[0-9]+)?`, []string{"1", "-1.5e+3", ".5"}, []string{".", "e5", "1e"}},
	{`[01]\d/[0-3]\d/\d{4} [0-2]\d(:[0-5]\d){2}`, []string{"06/30/2026 10:00:00"}, []string{"6/30/2026 10:00:00"}},
}

func TestPatternsMatch(t *testing.T) {
	for _, c := range patternCases {
		p, err := ParsePattern(c.source)
		if err != nil {
			t.Errorf("%s: %v", c.source, err)
			continue
		}
		for _, text := range c.match {
			if !p.MatchString(text) || !p.Match([]byte(text)) {
				t.Errorf("%s does not match %q", c.source, text)
			}
		}
		for _, text := range c.no {
			if p.MatchString(text) || p.Match([]byte(text)) {
				t.Errorf("%s matches %q", c.source, text)
			}
		}
		if p.String() != c.source {
			t.Errorf("%s became %s", c.source, p)
		}
	}
}

// wrongPatterns are outside the grammar of Appendix F.
var wrongPatterns = []string{
	`*`, `+`, `?`, `{`, `}`, `]`, `)`, `(`, `[`, `\`, `*a`, `a**`, `a*?`, `a+?`, `a??`, `a{2}{3}`, `a|*`, `(*)`, `(?:a)`, `(?i)a`,
	`a{`, `a{}`, `a{,2}`, `a{1`, `a{1,`, `a{1,2`, `a{2,1}`, `a{ 1}`, `a{1 }`, `a{-1}`, `a{a}`, `a}`, `a]`, `a)`, `((a)`, `(a))`, `(a|b`,
	`[]`, `[^]`, `[]a]`, `[a`, `[a-`, `[a-b`, `[^`, `[\`, `[[a]]`, `[a[]`, `[a-c-e]`, `[a--b]`, `[--z]`, `[+--]`, `[---]`, `[a-z-9]`,
	`[b-a]`, `[a-\d]`, `[\d-z]`, `[\s-\w]`, `[a-b-c]`, `[a-]]`, `[-[a]]`, `[a-[b]c]`, `[a-[b]-[c]]`, `[a-[b]`, `[a-\-]`, `[\]`, `[a-[]]`,
	`\u0041`, `\x41`, `\b`, `\A`, `\Z`, `\1`, `\p`, `\pL`, `\p{`, `\p{}`, `\p{L`, `\p{Xx}`, `\p{L1}`, `\p{LC}`, `\p{Cs}`, `\p{l}`,
	`\p{Greek}`, `\p{IsFoo}`, `\p{isGreek}`, `\p{Is}`, `\p{IsGreek and Coptic}`, `\p{^L}`, `[\p{L]`, `\é`,
}

func TestWrongPatterns(t *testing.T) {
	for _, source := range wrongPatterns {
		p, err := ParsePattern(source)
		if code(err) != codePattern || p != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		if !strings.Contains(err.Error(), quote(source)) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: message %q", source, err)
		}
	}
}

func TestPatternErrorsHelp(t *testing.T) {
	for source, want := range map[string]string{
		`a{2`:   `"a{2" is not a pattern: a quantifier is not closed by }; write {2}, {2,} or {2,5}`,
		`*`:     `"*" is not a pattern: there is nothing that * could repeat; write \* for the character`,
		`[a-z`:  `"[a-z" is not a pattern: a character class is not closed by ]`,
		`\x`:    `"\x" is not a pattern: there is no escape \x`,
		`\#a`:   `"\#a" is not a pattern: there is no escape \#; write # as it is`,
		`[z-a]`: `"[z-a]" is not a pattern: the range z-a is the wrong way round`,
	} {
		if _, err := ParsePattern(source); err == nil || err.Error() != want {
			t.Errorf("%s:\n got %v\nwant %s", source, err, want)
		}
	}
}

// TestSurrogateBlocksAreEmpty: their names are accepted, as the conformance
// suite wants.
func TestSurrogateBlocksAreEmpty(t *testing.T) {
	for _, name := range []string{"HighSurrogates", "HighPrivateUseSurrogates", "LowSurrogates"} {
		none, all := mustPattern(`\p{Is`+name+`}`), mustPattern(`\P{Is`+name+`}`)
		for _, text := range []string{"", "a", "\uD7FF", "\uE000", "\U00010000", "\uFFFD"} {
			if none.MatchString(text) {
				t.Errorf("%s matches %q", none, text)
			}
			if all.MatchString(text) != (text != "") {
				t.Errorf("%s and %q", all, text)
			}
		}
	}
}

// TestCategoriesPartition: every character is in just one category of two
// letters, and in the one-letter category that it names.
func TestCategoriesPartition(t *testing.T) {
	total := 0
	for _, name := range []string{
		"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po",
		"Zs", "Zl", "Zp", "Sm", "Sc", "Sk", "So", "Cc", "Cf", "Co", "Cn",
	} {
		set := category(name)
		total += countSet(set)
		if rest := set.subtract(category(name[:1])); len(rest) > 0 {
			t.Errorf("%s is not within %s: %X", name, name[:1], rest)
		}
	}
	if want := countSet(anyRune); total != want {
		t.Errorf("the categories have %d characters, want %d", total, want)
	}
}

func countSet(s runeSet) int {
	n := 0
	for _, r := range s {
		n += int(r.hi-r.lo) + 1
	}
	return n
}

func TestBlocksAreInOrder(t *testing.T) {
	last := rune(-1)
	sorted := 0
	for _, b := range blocks {
		if b.lo > b.hi {
			t.Errorf("%s is the wrong way round", b.name)
		}
		if b.lo > last {
			sorted++
		}
		last = b.hi
		if set := block(b.name); set == nil {
			t.Errorf("there is no block %s", b.name)
		}
	}
	if sorted < len(blocks)-1 { // Tags stand in the recommendation's place
		t.Errorf("%d of %d blocks are in order", sorted, len(blocks))
	}
}
