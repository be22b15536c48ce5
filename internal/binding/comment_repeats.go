package binding

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// Types share the declarations of their fields: those of a base, of an attribute
// group, of a global attribute; and authors say the same of declarations of their
// own. What a schema says at length is in the code once, at the first field that a
// reader of a package can follow a link to; the others have its first sentence and
// say where the rest is.

// worthMore is how many characters a text must become shorter by, the words that
// say where the rest is counted; longSentence is how long its first sentence may be.
const worthMore, longSentence = 40, 300

// toldField is a field with what the schema says about its declaration.
type toldField struct {
	field *plan.Field
	in    *plan.Struct
	count int // how many paragraphs of the field's comment that is
}

// tell keeps in mind that the first paragraphs of a field's comment are the schema's.
func (cm *comments) tell(in *plan.Struct, field *plan.Field, count int) {
	if count > 0 {
		cm.told = append(cm.told, toldField{field, in, count})
	}
}

// shorten leaves out what the comment of another field says already. What we say
// ourselves goes on behind a text of one paragraph.
func (cm *comments) shorten(ds *declarations) {
	printed := printedStructs(ds)
	homes := map[string][]toldField{} // of each text, those that have all of it
	for _, f := range cm.told {
		text := f.field.Doc[:f.count]
		if printed[f.in] {
			whole := strings.Join(text, "\n\n")
			if short := cm.shorter(f, whole, homes[whole]); short != "" {
				text = []string{short}
			} else {
				homes[whole] = append(homes[whole], f)
			}
		}
		f.field.Doc = goOn(text, f.field.Doc[f.count:])
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

// shorter is the first sentence of a field's text, and at which of its homes more
// is; "" where no home can be linked to or nothing would be won.
func (cm *comments) shorter(f toldField, text string, homes []toldField) string {
	n := slices.IndexFunc(homes, func(home toldField) bool {
		return home.in.Pkg == f.in.Pkg || cm.links.imports(f.in.Pkg, home.in.Pkg)
	})
	if n < 0 {
		return ""
	}
	home, at := homes[n], ""
	if home.field.Name != f.field.Name {
		at = home.field.Name + " of "
	}
	short := fmt.Sprintf("%s More at %s[%s].", firstSentence(text), at, cm.links.link(f.in.Pkg, home.in))
	if len(short)+worthMore > len(text) {
		return ""
	}
	return short
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

// firstSentence is the first sentence of a text, at most that of its first
// paragraph; a long one is cut behind a word. An "e.g." ends none: what begins a
// sentence is no small letter.
func firstSentence(text string) string {
	text, _, _ = strings.Cut(text, "\n")
	for i := range text {
		if rest, ends := strings.CutPrefix(text[i:], ". "); ends && !startsSmall(rest) {
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
