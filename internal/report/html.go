package report

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/templates"
)

// htmlPage is what the template for a page is filled with.
type htmlPage struct {
	Old, New       change.Version
	Summary, Lead  string
	Bars           []htmlBar
	Touched, Total int // operations
	Go             string
	Choices        htmlChoices
	Changes        []htmlChange
	MatrixHead     []string
	Matrix         [][]string
	Operations     []htmlOperation
	Untouched      int
	Rules          []htmlRule
	OperationsLeft int
	Words          htmlWords
	Schema         string // the step for a format of documents
	Sides          string // the arguments of a command that compares the two
	Code           *goCode
	Left           string
	Warnings       []string // of versions that are incomplete
}

// htmlBar is how many changes have a level, and how many are worse.
type htmlBar struct {
	Level   string
	N, From int
}

// htmlOperation is a verdict, with the value by which the filters know the
// operation.
type htmlOperation struct {
	change.Verdict
	Choice string
}

// HTML prints a result as one page that needs nothing besides itself: a row for
// each change that opens to its proofs and sources, to be searched, grouped, and
// filtered by operation or root, direction, level and rule; with [Options.Chain]
// the matrix of its versions too.
func HTML(w io.Writer, r *change.Result, o Options) error {
	t, err := template.New("diff.html.tmpl").Funcs(template.FuncMap{"sentence": sentence, "parts": parts}).ParseFS(templates.FS, "diff.html.tmpl")
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

func htmlPageOf(r *change.Result, o Options) htmlPage {
	s := r.Summary(o.Strict)
	p := htmlPage{
		Old: r.Old, New: r.New, Summary: Summary(r, o), Warnings: incomplete(r), Lead: lead(r, s, o.Strict), Bars: bars(s),
		Code: goCodeOf(r, o), Sides: sidesOf(r, o),
	}
	v := newViewer(r, o, func(text string) string { return text })
	p.Words = htmlWordsOf(v.words)
	if r.Documents {
		p.Schema = schemaStep(r).String()
	}
	if !o.WithoutGo {
		p.Go = s.Go.String()
	}
	files := newLines(o.Read)
	changes, left := o.shown(r)
	p.Left = leftOver(left)
	for i := range changes {
		c := htmlChangeOf(v, r, &changes[i], files)
		c.Accept = "wbxgen accept " + c.Fingerprint + " " + p.Sides + " --reason ''"
		p.Changes = append(p.Changes, c)
	}
	p.Choices = choicesOf(p.Changes)
	for _, c := range p.Choices.Rules {
		rule, _ := change.RuleByID(change.ID(c.Value))
		p.Rules = append(p.Rules, htmlRule{c.Value, v.words.prose(rule.What), v.words.prose(rule.Why), v.words.prose(rule.Advice())})
	}
	p.verdicts(v.words.list(r), v)
	if o.Chain != nil {
		rows := matrixRows(o.Chain)
		p.MatrixHead, p.Matrix = rows[0], rows[1:]
	}
	return p
}

// verdicts lists the operations or roots that a change touches, and counts all.
func (p *htmlPage) verdicts(all []change.Verdict, v *viewer) {
	p.Total = len(all)
	touched := slices.DeleteFunc(slices.Clone(all), func(op change.Verdict) bool { return op.Changes == 0 })
	p.Touched, p.Untouched = len(touched), len(all)-len(touched)
	touched, p.OperationsLeft = listed(touched, v.options)
	if p.Words.Documents && p.Total < 2 {
		return // the page is about the one root
	}
	for _, op := range touched {
		p.Operations = append(p.Operations, htmlOperation{op, v.noteName(change.Reach{Operation: op.Operation, Service: op.Service})})
	}
}

// lead says in a sentence or two what a client has to fear.
func lead(r *change.Result, s change.Summary, strict bool) string {
	if s.Changes == 0 {
		return sentence(nothing(r, s))
	}
	if r.Documents {
		return strings.Join(headline(r, strict), " ")
	}
	clients := "clients"
	if strict {
		clients = "strict clients"
	}
	text := leadOfMany(s, clients)
	if s.Changes == 1 {
		text = leadOfOne(s, clients)
	}
	if s.Hidden > 0 {
		text += " Not shown: " + diag.Count(s.Hidden, "change") + "."
	}
	return text
}

func leadOfOne(s change.Summary, clients string) string {
	switch {
	case s.Breaks > 0:
		return "The only change breaks " + clients + "."
	case s.Risks > 0:
		return "The only change is a risk to " + clients + "."
	}
	return "The only change breaks no " + clients + "."
}

func leadOfMany(s change.Summary, clients string) string {
	switch {
	case s.Breaks == 1:
		return fmt.Sprintf("1 of %d changes breaks %s.", s.Changes, clients)
	case s.Breaks > 1:
		return fmt.Sprintf("%d of %d changes break %s.", s.Breaks, s.Changes, clients)
	}
	text := fmt.Sprintf("None of the %d changes breaks %s", s.Changes, clients)
	switch s.Risks {
	case 0:
		return text + "."
	case 1:
		return text + "; 1 is a risk."
	}
	return fmt.Sprintf("%s; %d are risks.", text, s.Risks)
}

// bars lists the levels that changes have, worst first.
func bars(s change.Summary) []htmlBar {
	var list []htmlBar
	from := 0
	for _, b := range []htmlBar{{"break", s.Breaks, 0}, {"risk", s.Risks, 0}, {"info", s.Infos, 0}, {"none", s.Nones, 0}} {
		if b.N > 0 {
			list = append(list, htmlBar{b.Level, b.N, from})
			from += b.N
		}
	}
	return list
}

// htmlChoices are the values that the filters offer.
type htmlChoices struct{ Operations, Directions, Levels, Rules []htmlChoice }

// htmlChoice is a value and how many changes fit it.
type htmlChoice struct {
	Value string
	N     int
}

func choicesOf(changes []htmlChange) htmlChoices {
	operations, directions, levels, rules := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for _, c := range changes {
		levels[c.Level]++
		rules[c.ID]++
		for _, d := range c.directions() {
			directions[d]++
		}
		for _, o := range c.operations() {
			operations[o]++
		}
	}
	everywhere := operations[apiWords.all]
	for o := range operations {
		if o != apiWords.all {
			operations[o] += everywhere
		}
	}
	return htmlChoices{
		Operations: choices(operations), Rules: choices(rules),
		Directions: known(directions, "request", "response", "writer", "reader"), Levels: known(levels, "break", "risk", "info", "none"),
	}
}

// choices lists values by name.
func choices(n map[string]int) []htmlChoice {
	var list []htmlChoice
	for value, count := range n {
		list = append(list, htmlChoice{value, count})
	}
	slices.SortFunc(list, func(a, b htmlChoice) int { return strings.Compare(a.Value, b.Value) })
	return list
}

// known lists those of the values that occur.
func known(n map[string]int, values ...string) []htmlChoice {
	var list []htmlChoice
	for _, value := range values {
		if n[value] > 0 {
			list = append(list, htmlChoice{value, n[value]})
		}
	}
	return list
}
