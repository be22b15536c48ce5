package report

import (
	"io"
	"strings"
	"text/template"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// CommentLimit is the number of bytes that the comment on a pull request can
// have at GitHub, whose limit is 65,536 characters.
const CommentLimit = 65_536

// Markdown prints a result as the comment on a pull request; without changes
// it prints nothing.
func Markdown(w io.Writer, r *change.Result, o Options) error {
	if len(r.Changes) == 0 {
		return nil
	}
	v := newViewer(r, o, code)
	v.link = markdownLink
	p := page{Title: prose(r.Old.Label + " → " + r.New.Label), Summary: prose(counts(r, o)), Headline: headline(r, o.Strict), Code: goCodeOf(r, o)}
	changes, left := o.shown(r)
	for i := range changes {
		p.add(v.view(&changes[i]))
	}
	if left > 0 {
		p.Left = sentence(leftOver(left))
		p.Code = nil // the summary has the step
	}
	return fill(w, "diff.md.tmpl", p, template.FuncMap{"code": code})
}

// add puts a change in the section of its level: changes come worst first.
func (p *page) add(v view) {
	title := strings.ToUpper(v.Level[:1]) + v.Level[1:]
	if n := len(p.Sections); n == 0 || p.Sections[n-1].Title != title {
		p.Sections = append(p.Sections, section{Title: title})
	}
	last := &p.Sections[len(p.Sections)-1]
	last.Changes = append(last.Changes, v)
}

// code marks text as code, whatever backquotes it has.
func code(s string) string {
	s = clean(s)
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return fence + s + fence
}

// markdownLink makes a link of what is marked already, where there is an address.
func markdownLink(text, address string) string {
	if address == "" {
		return text
	}
	return "[" + text + "](" + strings.NewReplacer("(", "%28", ")", "%29", " ", "%20").Replace(address) + ")"
}

// prose takes from text what markdown would read as markup.
func prose(s string) string {
	return strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "<", "&lt;", "->", "→").Replace(s)
}
