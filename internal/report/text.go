package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/template"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/templates"
)

// page is what the templates for text and markdown are filled with.
type page struct {
	Title    string
	Summary  string
	Headline []string  // of a format of documents
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

// Text prints a result for a terminal; without changes it prints nothing.
func Text(w io.Writer, r *change.Result, o Options) error {
	if len(r.Changes) == 0 {
		return nil
	}
	v := newViewer(r, o, func(s string) string { return s })
	p := page{Summary: counts(r, o), Headline: headline(r, o.Strict), Code: goCodeOf(r, o)}
	changes, left := o.shown(r)
	p.Groups, p.Left = v.byOperations(changes), leftOver(left)
	return fill(w, "diff.txt.tmpl", p, template.FuncMap{"paint": painter(o.Color), "strong": strong(o.Color)})
}

// byOperations puts changes that reach the same operations under one title. A
// change is told once, so one that reaches several stands under all of their
// names. Groups come in the order of their first, and so their worst, change.
func (v *viewer) byOperations(changes []change.Change) []section {
	var groups []section
	index := map[string]int{}
	for i := range changes {
		names := v.operations(&changes[i])
		key := strings.Join(names, " ")
		at, ok := index[key]
		if !ok {
			at = len(groups)
			index[key] = at
			groups = append(groups, section{Title: v.groupTitle(names)})
		}
		groups[at].Changes = append(groups[at].Changes, v.view(&changes[i]))
	}
	return groups
}

// operations returns the names of the operations that a change reaches.
func (v *viewer) operations(c *change.Change) []string {
	real, _ := split(c.Operations)
	var names []string
	for _, r := range real {
		if r.Operation == change.AllOperations {
			return []string{v.words.all}
		}
		if name := v.name(r); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if 2*len(names) == v.total && len(names) > 1 {
		return []string{v.words.all}
	}
	return names
}

// groupTitle names the operations of a group, the first few if there are many.
func (v *viewer) groupTitle(names []string) string {
	switch n := len(names); {
	case n == 0:
		return v.words.none
	case n > maxReaches:
		return fmt.Sprintf("%s and %d more", strings.Join(names[:maxReaches], ", "), n-maxReaches)
	}
	return strings.Join(names, ", ")
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
