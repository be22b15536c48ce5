package report

import (
	"io"
	"text/template"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// Text prints a result for a terminal; without changes it prints nothing, unless a
// version is incomplete.
func Text(w io.Writer, r *change.Result, o Options) error {
	warnings := incomplete(r)
	if len(r.Changes) == 0 && len(warnings) == 0 {
		return nil
	}
	v := newViewer(r, o, func(s string) string { return s })
	v.short = v.words.documents && o.MaxBytes > 0
	p := page{Summary: counts(r, o), Warnings: warnings, Headline: headline(r, o.Strict), Code: goCodeOf(r, o)}
	changes, left := o.shown(r)
	p.Glance = v.glance(r.Changes)
	p.Groups, p.Left = v.byOperations(changes), leftOver(left)
	return fill(w, "diff.txt.tmpl", p, template.FuncMap{"paint": painter(o.Color), "strong": strong(o.Color)})
}

// colors are the escape codes of terminals for levels.
var colors = map[string]string{"break": "\x1b[1;31m", "risk": "\x1b[33m", "info": "\x1b[36m", "none": "\x1b[2m"}

// strong returns the function that makes a title stand out.
func strong(on bool) func(text string) string {
	return func(text string) string {
		if !on {
			return text
		}
		return "\x1b[1m" + text + "\x1b[0m"
	}
}

// painter returns the function that writes a text in the color of a level.
func painter(on bool) func(level, text string) string {
	return func(level, text string) string {
		if !on {
			return text
		}
		return colors[level] + text + "\x1b[0m"
	}
}
