package binding

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// Types share the declarations of their fields: those of a base, of an attribute
// group, of a global attribute; and authors say the same of declarations of their
// own, or end the texts of a hundred types with the same sentences. What a schema
// says at length is in the code once, where a reader of a package can follow a link
// to; other comments have what differs, at least the first sentence, and say where
// the rest is.

// A text must become so many characters shorter, the words that say where the rest is
// counted: one that is all said elsewhere by worthMore, one of which only the end is
// by worthMoreOfEnd, as what it speaks of is another thing there. Of a text that is all
// said elsewhere the first sentence stays, up to longSentence.
const worthMore, worthMoreOfEnd, longSentence = 40, 150, 300

// mostStarts is how many ends of a text are looked for in others. Each is read for that,
// so that all those of a text of 100,000 sentences would take seconds.
const mostStarts = 200

// telling is what a schema says in the comment of a struct or of one of its fields.
type telling struct {
	doc   *[]string // the comment
	from  int       // which of its paragraphs that is
	to    int
	in    *plan.Struct
	field string // the field's name, "" for the struct itself
}

// tell keeps in mind which paragraphs of a comment are the schema's.
func (cm *comments) tell(t telling) {
	if t.from < t.to {
		cm.told = append(cm.told, t)
	}
}

// repeats knows who says a text, or ends with it, in full: one of each package.
type repeats struct {
	links *links
	homes map[string][]telling
}

// shorten leaves out what another comment says already. What we say ourselves goes
// on behind a text of one paragraph.
func (cm *comments) shorten(ds *declarations) {
	r, printed := &repeats{cm.links, map[string][]telling{}}, printedStructs(ds)
	for _, t := range cm.told {
		doc := *t.doc
		text := doc[t.from:t.to]
		if printed[t.in] {
			text = r.shortened(t, text)
		}
		*t.doc = slices.Concat(doc[:t.from], goOn(text, doc[t.to:]))
	}
}

// printedStructs are those that are declared with their fields.
func printedStructs(ds *declarations) map[*plan.Struct]bool {
	printed := map[*plan.Struct]bool{}
	for _, s := range ds.all {
		printed[s] = s.Pkg != nil && s.Embeds == nil
	}
	for t, s := range ds.structs {
		printed[s] = printed[s] && !t.Abstract
	}
	return printed
}

// shortened is a text without the end that others have, the longest of those. What
// stays of it is there for others.
func (r *repeats) shortened(t telling, paragraphs []string) []string {
	text := strings.Join(paragraphs, "\n\n")
	starts := sentenceStarts(text)
	for i, at := range starts {
		if short := r.cut(t, text, at); short != "" {
			if i > 0 {
				r.says(t, text)
			}
			return strings.Split(short, "\n\n")
		}
	}
	for _, at := range starts {
		r.says(t, text[at:])
	}
	return paragraphs
}

// says keeps in mind who says a text.
func (r *repeats) says(t telling, text string) {
	if len(text) >= worthMore && !slices.ContainsFunc(r.homes[text], func(home telling) bool { return home.in.Pkg == t.in.Pkg }) {
		r.homes[text] = append(r.homes[text], t)
	}
}

// cut is a text up to a sentence, and who says what comes then; "" where nobody does
// who can be linked to, or nothing would be won. Of a text that another one has as
// a whole its first sentence stays.
func (r *repeats) cut(t telling, text string, at int) string {
	homes := r.homes[text[at:]]
	n := slices.IndexFunc(homes, func(home telling) bool {
		return home.in.Pkg == t.in.Pkg || r.links.imports(t.in.Pkg, home.in.Pkg)
	})
	if n < 0 {
		return ""
	}
	kept, worth := strings.TrimRight(text[:at], " \n"), worthMoreOfEnd
	if at == 0 {
		kept, worth = firstSentence(text), worthMore
	}
	if last, _ := utf8.DecodeLastRuneInString(kept); unicode.IsLetter(last) {
		kept += "."
	}
	short := kept + " More at " + r.place(t, homes[n]) + "."
	if len(short)+worth > len(text) {
		return ""
	}
	return short
}

// place says where another comment is.
func (r *repeats) place(t, home telling) string {
	link := "[" + r.links.link(t.in.Pkg, home.in) + "]"
	switch {
	case home.field == "" || home.field == t.field:
		return link
	case home.in == t.in:
		return home.field
	}
	return home.field + " of " + link
}

// goOn puts more behind a text: on the line of a text that is one paragraph, else
// as paragraphs of their own.
func goOn(text, more []string) []string {
	if len(text) != 1 || len(more) == 0 {
		return slices.Concat(text, more)
	}
	sentence := text[0]
	last, _ := utf8.DecodeLastRuneInString(sentence)
	switch {
	case last == '.':
	case unicode.IsLetter(last) && !strings.Contains(sentence[strings.LastIndexByte(sentence, ' ')+1:], "/"): // no address
		sentence += "."
	default:
		return slices.Concat(text, more)
	}
	return append([]string{sentence + " " + more[0]}, more[1:]...)
}

// sentenceStarts are the places where the sentences and paragraphs of a text begin, the
// first of them where there are very many.
func sentenceStarts(text string) []int {
	starts := []int{0}
	for i := 0; i < len(text) && len(starts) < mostStarts; i++ {
		if strings.HasPrefix(text[i:], "\n\n") || endsSentence(text, i) {
			starts = append(starts, i+2)
		}
	}
	return starts
}

// endsSentence reports whether the character at i is a stop behind a sentence. An
// "e.g." ends none; what begins a sentence is no small letter.
func endsSentence(text string, i int) bool {
	rest, ends := strings.CutPrefix(text[i:], ". ")
	return ends && !startsSmall(rest) && !strings.HasSuffix(text[:i], "e.g") && !strings.HasSuffix(text[:i], "i.e")
}

// firstSentence is the first sentence of a text, at most that of its first
// paragraph; a long one is cut behind a word.
func firstSentence(text string) string {
	text, _, _ = strings.Cut(text, "\n")
	for i := range text {
		if endsSentence(text, i) {
			text = text[:i+1]
			break
		}
	}
	if len(text) <= longSentence {
		return text
	}
	short := strings.ToValidUTF8(text[:longSentence], "")
	if space := strings.LastIndexByte(short, ' '); space > 0 {
		short = short[:space]
	}
	return short + " …"
}

func startsSmall(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}
