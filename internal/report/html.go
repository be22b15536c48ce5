package report

import (
	"bytes"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/templates"
)

// htmlPage is what the template for a page is filled with.
type htmlPage struct {
	Old, New   diff.Version
	Summary    string
	Counts     []htmlCount
	Choices    htmlChoices
	Changes    []htmlChange
	MatrixHead []string
	Matrix     [][]string
	Operations []diff.Verdict
	Untouched  int
	Rules      []diff.Rule
}

type htmlCount struct {
	N    int
	Word string
}

// htmlChoices are the values that the filters offer.
type htmlChoices struct{ Operations, Levels, Rules []string }

type htmlChange struct {
	view
	What                         string
	OperationList, DirectionList string // for the filters, with | between
	Excerpts                     []excerpt
}

// excerpt is the lines of a document around a place.
type excerpt struct {
	Side, Place string
	Lines       []excerptLine
}

type excerptLine struct {
	Text string
	Here bool
}

// HTML prints a result as one page that needs nothing besides itself: changes
// with their proofs and sources, to be filtered by operation, direction, level
// and rule; with [Options.Chain] the matrix of its versions too.
func HTML(w io.Writer, r *diff.Result, o Options) error {
	t, err := template.New("diff.html.tmpl").ParseFS(templates.FS, "diff.html.tmpl")
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := t.Execute(&out, htmlPageOf(r, o)); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

func htmlPageOf(r *diff.Result, o Options) htmlPage {
	s := r.Summary(o.Strict)
	p := htmlPage{Old: r.Old, New: r.New, Summary: Summary(r, o.Strict), Untouched: s.Untouched}
	p.Counts = []htmlCount{{s.Breaks, "break"}, {s.Risks, "risk"}, {s.Infos, "info"}, {s.Touched, "operations touched"}, {s.Untouched, "operations untouched"}}
	v := newViewer(r, o, func(text string) string { return text })
	files := lines{read: o.Read, seen: map[string][]string{}}
	for i := range r.Changes {
		p.add(v, &r.Changes[i], files)
	}
	slices.Sort(p.Choices.Operations)
	slices.Sort(p.Choices.Rules)
	p.Choices.Operations, p.Choices.Rules = slices.Compact(p.Choices.Operations), slices.Compact(p.Choices.Rules)
	for _, id := range p.Choices.Rules {
		rule, _ := diff.RuleByID(id)
		p.Rules = append(p.Rules, rule)
	}
	for _, op := range r.Operations {
		if op.Changes > 0 {
			p.Operations = append(p.Operations, op)
		}
	}
	if o.Chain != nil {
		rows := matrixRows(o.Chain)
		p.MatrixHead, p.Matrix = rows[0], rows[1:]
	}
	return p
}

func (p *htmlPage) add(v *viewer, c *diff.Change, files lines) {
	out := htmlChange{view: v.view(c), What: c.Rule().What}
	var operations, directions []string
	for _, r := range c.Operations {
		operations, directions = append(operations, v.noteName(r)), append(directions, r.Direction.String())
	}
	p.Choices.Operations = append(p.Choices.Operations, operations...)
	p.Choices.Rules = append(p.Choices.Rules, c.ID)
	if !slices.Contains(p.Choices.Levels, out.Level) {
		p.Choices.Levels = append(p.Choices.Levels, out.Level)
	}
	out.OperationList, out.DirectionList = strings.Join(operations, "|"), strings.Join(slices.Compact(slices.Sorted(slices.Values(directions))), "|")
	for _, side := range []struct {
		name  string
		value *diff.Value
	}{{p.Old.Label, c.Old}, {p.New.Label, c.New}} {
		if side.value != nil && side.value.Pos != (diag.Pos{}) {
			out.Excerpts = append(out.Excerpts, excerpt{side.name, clean(side.value.Pos.String()), files.around(side.value.Pos)})
		}
	}
	p.Changes = append(p.Changes, out)
}

// lines reads documents for excerpts, each once.
type lines struct {
	read func(file string) ([]byte, error)
	seen map[string][]string
}

// beside is how many lines an excerpt has before and after its place, and
// maxLine how many characters of a line it shows.
const (
	beside  = 3
	maxLine = 300
)

// around returns the lines around a place, none where the document cannot be
// read.
func (l lines) around(pos diag.Pos) []excerptLine {
	if l.read == nil || pos.Line < 1 {
		return nil
	}
	all, ok := l.seen[pos.File]
	if !ok {
		data, err := l.read(pos.File)
		if err == nil {
			all = strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
		}
		l.seen[pos.File] = all
	}
	var out []excerptLine
	for n := max(pos.Line-beside, 1); n <= min(pos.Line+beside, len(all)); n++ {
		text := strings.TrimRight(strings.ReplaceAll(all[n-1], "\t", "    "), " ")
		if r := []rune(text); len(r) > maxLine {
			text = string(r[:maxLine]) + "…"
		}
		if text != "" {
			text = strings.Repeat(" ", len(text)-len(strings.TrimLeft(text, " "))) + clean(strings.TrimLeft(text, " "))
		}
		out = append(out, excerptLine{text, n == pos.Line})
	}
	return out
}
