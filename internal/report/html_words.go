package report

import (
	"html/template"
	"strings"
	"unicode"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// htmlWords are the words of a page on operations or roots.
type htmlWords struct {
	Documents         bool
	One, Many, All    string
	Title, TitleMany  string
	Request, Response string
}

func htmlWordsOf(w *words) htmlWords {
	out := htmlWords{Documents: w.documents, One: w.one, Many: w.one + "s", All: w.all, Request: "Request", Response: "Response"}
	out.Title, out.TitleMany = capital(out.One), capital(out.Many)
	if w.documents {
		out.Request, out.Response = "Writers", "Readers"
	}
	return out
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// htmlRule is a rule in the words of the page.
type htmlRule struct{ ID, What, Why, Do string }

// parts marks in a name where a line may end: behind a separator, and before a
// capital that begins a word.
func parts(name string) template.HTML {
	var b strings.Builder
	from, before := 0, ' '
	for i, r := range name {
		if i > from && (strings.ContainsRune("/:._-", before) || unicode.IsLower(before) && unicode.IsUpper(r)) {
			b.WriteString(template.HTMLEscapeString(name[from:i]) + "<wbr/>")
			from = i
		}
		before = r
	}
	return template.HTML(b.String() + template.HTMLEscapeString(name[from:]))
}

// shellWord writes an argument as a shell reads it back.
func shellWord(s string) string {
	plain := func(r rune) bool {
		return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) || strings.ContainsRune("-_./:@+=,", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(clean(s), "'", `'\''`) + "'"
}

// sidesOf returns the two schemas as arguments of a command.
func sidesOf(r *change.Result, o Options) string {
	sides := o.Sides
	if sides == [2]string{} {
		sides = [2]string{r.Old.Label, r.New.Label}
	}
	return shellWord(sides[0]) + " " + shellWord(sides[1])
}
