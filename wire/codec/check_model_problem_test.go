package codec

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"regexp/syntax"
	"strings"
	"testing"
)

// modelOf is a model whose names are letters: "a" is the first character of names.
func modelOf(expr string, each ...string) (*Model, *Table) {
	tab := &Table{Wildcards: []Wildcard{{}}}
	for _, local := range []string{"a", "b", "c", "d"} {
		tab.Names += " " + local
	}
	m := &Model{Text: expr, Expr: `\A(?:` + coded(expr) + `)\z`}
	for _, e := range each {
		m.Each = append(m.Each, `\A(?:`+coded(e)+`)\z`)
	}
	return m, tab
}

// coded writes an expression over letters as models have it; a point is any other name.
func coded(expr string) string {
	var b strings.Builder
	for _, r := range expr {
		switch {
		case 'a' <= r && r <= 'd':
			fmt.Fprintf(&b, `\x{%X}`, firstNameRune+r-'a')
		case r == '.':
			fmt.Fprintf(&b, `\x{%X}`, firstWildcardRune+1)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func wrongWith(m *Model, tab *Table, word string) string {
	var children []expanded
	for _, r := range word {
		children = append(children, expanded{local: string(r)})
	}
	before, _, _ := strings.Cut(m.wrong(tab, children), "; the schema asks for "+m.Text)
	return before
}

func TestModelsSayWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		expr string
		each []string
		word string
		want string
	}{
		{"ab?c", nil, "ac", ""},
		{"ab?c", nil, "", "lacks a"},
		{"ab?c", nil, "ab", "lacks c behind b"},
		{"ab?c", nil, "a", "lacks c behind a"},
		{"ab?c?(d|bd)", nil, "a", "lacks d behind a"},
		{"ab*c*ddd", nil, "a", "lacks b, c or d behind a"},
		{"ab?c?d", nil, "ac", "lacks d behind c"},
		{"a(b?c)d", nil, "ad", "lacks c before d"},
		{"abc", nil, "ac", "lacks b before c"},
		{"a(b|d)c", nil, "ac", "lacks b or d before c"},
		{"ab", nil, "acb", "has c, where b is due"},
		{"ab", nil, "aba", "has a[2], where nothing more is due"},
		{"(ab){2}", nil, "abb", "lacks a before b[2]"},
		{"a*", nil, "aab", "has b, where a is due"},
		{"a.*", nil, "axyb", "has b, where an element that the schema leaves open is due"},
		{"", nil, "a", "has a, where nothing more is due"},
		{"(a|b|c)*", []string{"[^a]*(?:a[^a]*){1}", "[^b]*(?:b[^b]*)?"}, "cb", "lacks a"},
		{"(a|b|c)*", []string{"[^a]*(?:a[^a]*){1}", "[^b]*(?:b[^b]*)?"}, "bab", "has b[2], which may not be there so often"},
		{"(a|b|c)*", []string{"[^a]*(?:a[^a]*){1}", "[^b]*(?:b[^b]*)?"}, "dab", "has d, where a, b or c is due"},
		{"(a|b|c)*", []string{"[^a]*(?:a[^a]*){2}"}, "b", "lacks a, b, c, d or an element that the schema leaves open"},
	} {
		m, tab := modelOf(c.expr, c.each...)
		if got := wrongWith(m, tab, c.word); got != c.want {
			t.Errorf("%s with %q: %s", c.expr, c.word, got)
		}
	}
}

// TestWrongOfManyChildrenIsSaid: with many, no names are tried.
func TestWrongOfManyChildrenIsSaid(t *testing.T) {
	m, tab := modelOf("a*bc")
	if got := wrongWith(m, tab, strings.Repeat("a", 100_000)+"c"); got != "has c, where a or b is due" {
		t.Error(got)
	}
	if got := wrongWith(m, tab, strings.Repeat("a", 100_000)); got != "lacks a or b behind a[100000]" {
		t.Error(got)
	}
}

// TestWrongIsTheFirstThatCannotFollow: where models are small, all words that they allow can be looked at.
func TestWrongIsTheFirstThatCannotFollow(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	words := []string{""}
	for first := 0; len(words[first]) < 7; first++ {
		words = append(words, words[first]+"a", words[first]+"b", words[first]+"c")
	}
	for range 150 {
		expr := randomModel(rnd, 2)
		m, _ := modelOf(expr)
		re := regexp.MustCompile(`\A(?:` + expr + `)\z`)
		begins := map[string]bool{} // what words that are allowed begin with
		for _, w := range words {
			for i := range len(w) + 1 {
				begins[w[:i]] = begins[w[:i]] || re.MatchString(w)
			}
		}
		for range 20 {
			w := words[rnd.IntN(1+rnd.IntN(200))]
			want := 0
			for want < len(w) && begins[w[:want+1]] {
				want++
			}
			var text []rune
			for _, r := range w {
				text = append(text, firstNameRune+r-'a')
			}
			parsed, err := syntax.Parse(m.Expr, syntax.Perl)
			if err != nil {
				t.Fatal(err)
			}
			prog, err := syntax.Compile(parsed.Simplify())
			if err != nil {
				t.Fatal(err)
			}
			at, next := along(prog, text)
			if at != want {
				t.Fatalf("%s goes along %q for %d, not %d", expr, w, at, want)
			}
			for _, r := range "abc" {
				if got, want := next(firstNameRune+r-'a'), begins[w[:at]+string(r)]; got != want {
					t.Fatalf("%s behind %q takes %c: %v", expr, w[:at], r, got)
				}
			}
		}
	}
}

// randomModel allows no more than six children.
func randomModel(rnd *rand.Rand, depth int) string {
	if depth == 0 {
		return []string{"a", "b", "c", "a?", "b?", "(a|b)", "[bc]"}[rnd.IntN(7)]
	}
	switch rnd.IntN(3) {
	case 0:
		return randomModel(rnd, depth-1) + randomModel(rnd, 0)
	case 1:
		return "(" + randomModel(rnd, depth-1) + "|" + randomModel(rnd, depth-1) + ")"
	}
	return "(" + randomModel(rnd, depth-1) + ")" + []string{"?", "{2}", "{1,2}"}[rnd.IntN(3)]
}
