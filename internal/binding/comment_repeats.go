package binding

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Types share the declarations of their fields: those of a base, of an attribute
// group, of a global attribute. What a schema says at length about one is in the
// code once, at the first type that has it; the others have its first sentence and
// say where the rest is.

// longText is how many characters more than its first sentence a text has at least
// for the rest to be left out, and longSentence how long that sentence may be.
const longText, longSentence = 120, 300

// toldField is a field with what the schema says about its declaration.
type toldField struct {
	field *plan.Field
	in    *plan.Struct
	decl  xsd.Component
	count int // how many paragraphs of the field's comment that is
}

// tell keeps in mind that the first paragraphs of a field's comment are the schema's.
func (cm *comments) tell(in *plan.Struct, field *plan.Field, decl xsd.Component, count int) {
	if count > 0 {
		cm.told = append(cm.told, toldField{field, in, decl, count})
	}
}

// textOf is a text about a declaration: uses of one may have texts of their own.
type textOf struct {
	decl xsd.Component
	text string
}

// shorten leaves out what the comment of another field says already.
func (cm *comments) shorten(ds *declarations) {
	printed := map[*plan.Struct]bool{}
	for _, s := range ds.all {
		printed[s] = s.Pkg != nil && s.Embeds == nil
	}
	for t, s := range ds.structs {
		printed[s] = printed[s] && !t.Abstract
	}
	first := map[textOf]toldField{}
	for _, f := range cm.told {
		if !printed[f.in] {
			continue
		}
		text := strings.TrimPrefix(strings.Join(f.field.Doc[:f.count], "\n\n"), labelled(f.field.Name)+": ")
		sentence := firstSentence(text)
		if len(text) < len(sentence)+longText {
			continue
		}
		home, told := first[textOf{f.decl, text}]
		switch {
		case !told:
			first[textOf{f.decl, text}] = f
		case home.in.Pkg == f.in.Pkg || cm.links.imports(f.in.Pkg, home.in.Pkg):
			f.field.Doc = append([]string{cm.leadTo(f, sentence, home)}, f.field.Doc[f.count:]...)
		}
	}
}

// leadTo is the first sentence about a field, and where more is.
func (cm *comments) leadTo(f toldField, sentence string, home toldField) string {
	at := "[" + cm.links.link(f.in.Pkg, home.in) + "]"
	if home.field.Name != f.field.Name {
		at = home.field.Name + " of " + at
	}
	return lead(f.field.Name, []string{fmt.Sprintf("%s More at %s.", sentence, at)})[0]
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
