package report

import (
	"bytes"
	"io"
	"strings"
	"text/template"

	"github.com/wbxgen/wbxgen/internal/diff"
)

// Markdown prints a result as the comment on a pull request; without changes
// it prints nothing.
func Markdown(w io.Writer, r *diff.Result, o Options) error {
	if len(r.Changes) == 0 {
		return nil
	}
	p := page{Title: prose(r.Old.Label + " → " + r.New.Label), Summary: prose(Summary(r, o.Strict))}
	v := newViewer(r, o, code)
	size := 0
	for i := range r.Changes {
		c := v.view(&r.Changes[i])
		if size += weight(c); o.MaxBytes > 0 && size > o.MaxBytes && i > 0 {
			p.Left = plural(len(r.Changes)-i, "more change") + " not shown here."
			break
		}
		p.add(c)
	}
	var out bytes.Buffer
	if err := fill(&out, "diff.md.tmpl", p, template.FuncMap{"code": code}); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
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

// weight is about the number of bytes that a change takes.
func weight(v view) int {
	n := len(v.ID) + len(v.Component) + len(v.Values) + len(v.Why) + len(v.Go) + 100
	for _, s := range append(v.Places, v.Reaches...) {
		n += len(s) + 5
	}
	if v.Witness != nil {
		n += len(v.Witness.XML) + len(v.Witness.Error) + 100
	}
	return n
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

// prose takes from text what markdown would read as markup.
func prose(s string) string {
	return strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "<", "&lt;", "->", "→").Replace(s)
}
