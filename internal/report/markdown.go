package report

import (
	"io"
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
	v.link, v.short = markdownLink, v.words.documents && o.MaxBytes > 0
	p := page{Title: prose(r.Old.Label + " → " + r.New.Label), Summary: prose(counts(r, o)), Headline: headline(r, o.Strict), Code: goCodeOf(r, o)}
	changes, left := o.shown(r)
	for _, e := range v.entries(changes) {
		p.add(v.viewAll(e))
	}
	if left > 0 {
		p.Left = sentence(leftOver(left))
		p.Code = nil // the summary has the step
	}
	return fill(w, "diff.md.tmpl", p, template.FuncMap{"code": code})
}
