package report

import (
	"io"
	"strings"
	"text/template"

	"github.com/wbxgen/wbxgen/templates"
)

// page is what the templates for text and markdown are filled with.
type page struct {
	Title    string
	Summary  string
	Warnings []string  // of versions that are incomplete
	Headline []string  // of a format of documents
	Glance   []glanced // of a format of documents, if it is long
	Groups   []section // by the operations that a change reaches
	Sections []section // by level
	Left     string
	Code     *goCode
}

// section is changes under one title.
type section struct {
	Title   string
	Changes []view
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

// fill writes a template.
func fill(w io.Writer, name string, data any, funcs template.FuncMap) error {
	t, err := template.New(name).Funcs(funcs).ParseFS(templates.FS, name)
	if err != nil {
		return err
	}
	return t.Execute(w, data)
}
