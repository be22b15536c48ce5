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
// it prints nothing, unless a version is incomplete.
func Markdown(w io.Writer, r *change.Result, o Options) error {
	warnings := incomplete(r)
	if len(r.Changes) == 0 && len(warnings) == 0 {
		return nil
	}
	for i, text := range warnings {
		warnings[i] = prose(text)
	}
	v := newViewer(r, o, code)
	v.link, v.short = markdownLink, v.words.documents && o.MaxBytes > 0
	p := page{Title: prose(r.Old.Label + " → " + r.New.Label), Summary: prose(counts(r, o)), Warnings: warnings, Headline: headline(r, o.Strict), Code: goCodeOf(r, o)}
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
