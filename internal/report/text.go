package report

import (
	"io"
	"text/template"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/templates"
)

// page is what the templates for text and markdown are filled with.
type page struct {
	Title    string
	Summary  string
	Changes  []view
	Sections []section
	Left     string
	Code     *goCode
}

// section is the changes of one level.
type section struct {
	Title   string
	Changes []view
}

// Text prints a result for a terminal; without changes it prints nothing.
func Text(w io.Writer, r *diff.Result, o Options) error {
	if len(r.Changes) == 0 {
		return nil
	}
	v := newViewer(r, o, func(s string) string { return s })
	p := page{Summary: Summary(r, o.Strict), Code: goCodeOf(r)}
	for i := range r.Changes {
		p.Changes = append(p.Changes, v.view(&r.Changes[i]))
	}
	return fill(w, "diff.txt.tmpl", p, template.FuncMap{"paint": painter(o.Color)})
}

// fill writes a template.
func fill(w io.Writer, name string, data any, funcs template.FuncMap) error {
	t, err := template.New(name).Funcs(funcs).ParseFS(templates.FS, name)
	if err != nil {
		return err
	}
	return t.Execute(w, data)
}

// colors are the escape codes of terminals for levels.
var colors = map[string]string{"break": "\x1b[1;31m", "risk": "\x1b[33m", "info": "\x1b[36m", "none": "\x1b[2m"}

// painter returns the function that writes a text in the color of a level.
func painter(on bool) func(level, text string) string {
	return func(level, text string) string {
		if !on {
			return text
		}
		return colors[level] + text + "\x1b[0m"
	}
}
