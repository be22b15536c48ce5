package report

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/template"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// ChangelogFormats returns the names of the formats that [Changelog] knows.
func ChangelogFormats() []string { return []string{"text", "markdown", "html", "json"} }

// Changelog prints the steps of a chain in the shape of release notes: what
// each change applies to, in which direction, at which element, of which type
// and occurrence; as HTML it is the page on first and last. With matrix set it adds what came, changed and went in which
// version. A chain without changes prints nothing in text and markdown.
func Changelog(w io.Writer, format string, c *change.Chain, matrix bool, o Options) error {
	switch format {
	case "json":
		return cutChangelog(w, c, o, func(w io.Writer, o Options) error { return changelogJSON(w, c, matrix, o) })
	case "html":
		if matrix {
			o.Chain = c
		}
		return limited(w, c.Direct, o, HTML)
	case "text":
		return cutChangelog(w, c, o, func(w io.Writer, o Options) error {
			return changelogPage(w, c, matrix, o, "changelog.txt.tmpl", columns, func(s string) string { return s })
		})
	case "markdown":
		return cutChangelog(w, c, o, func(w io.Writer, o Options) error {
			return changelogPage(w, c, matrix, o, "changelog.md.tmpl", pipes, prose)
		})
	}
	return fmt.Errorf("format %q is none of %s", format, strings.Join(ChangelogFormats(), ", "))
}

// cutChangelog prints a chain within [Options.MaxBytes], with as many changes of
// each step as fit.
func cutChangelog(w io.Writer, c *change.Chain, o Options, print func(io.Writer, Options) error) error {
	most := len(c.Direct.Changes)
	for _, step := range c.Steps {
		most = max(most, len(step.Changes))
	}
	out, err := fit(o.MaxBytes, most, func(n int) ([]byte, error) {
		o.first = n
		var b bytes.Buffer
		err := print(&b, o)
		return b.Bytes(), err
	})
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

// log is what the templates for changelogs are filled with.
type log struct {
	Steps  []logStep
	Matrix [][]string
}

type logStep struct {
	Title, Summary string
	Warnings       []string // of versions that are incomplete
	Rows           [][]string
}

func changelogPage(w io.Writer, c *change.Chain, matrix bool, o Options, name string, table func([][]string) string, escape func(string) string) error {
	var page log
	told := 0
	for _, step := range c.Steps {
		one := logStep{Title: escape(step.Old.Label + " → " + step.New.Label), Summary: escape(counts(step, o)), Rows: noteRows(step, o)}
		for _, text := range incomplete(step) {
			one.Warnings = append(one.Warnings, escape(text))
		}
		told += len(step.Changes) + len(one.Warnings)
		page.Steps = append(page.Steps, one)
	}
	if told == 0 {
		return nil
	}
	if matrix {
		page.Matrix = cutRows(matrixRows(c), o)
	}
	var out strings.Builder
	if err := fill(&out, name, page, template.FuncMap{"table": table}); err != nil {
		return err
	}
	_, err := io.WriteString(w, strings.TrimLeft(out.String(), "\n"))
	return err
}

// noteRows lists the changes of a step by what they apply to, each row once: two
// changes can look the same in these columns.
func noteRows(r *change.Result, o Options) [][]string {
	v := newViewer(r, Options{}, nil)
	rows := [][]string{{"change", "applies to", "direction", "element", "type", "occurs"}}
	seen := map[string]bool{}
	add := func(row ...string) {
		if key := strings.Join(row, "\n"); !seen[key] {
			seen[key] = true
			rows = append(rows, row)
		}
	}
	changes, left := o.shown(r)
	for i := range changes {
		c := &changes[i]
		what, occurs := noteValue(c)
		real, _ := split(c.Operations)
		if len(real) == 0 {
			add(string(c.ID), v.words.none, "", clean(c.Component.Display()), what, occurs)
		}
		most := o.most(len(real), bytesPerRow)
		for _, reach := range real[:most] {
			add(string(c.ID), v.noteName(reach), v.words.direction[reach.Direction], path(c.Path(reach)), what, occurs)
		}
		if most < len(real) {
			add(string(c.ID), fmt.Sprintf("and %d more", len(real)-most), "", clean(c.Component.Display()), what, occurs)
		}
	}
	if len(rows) == 1 {
		return nil
	}
	if left > 0 {
		add(leftOver(left), "", "", "", "", "")
	}
	return rows
}

// cutRows returns a table with a row for each change that is shown at most.
func cutRows(rows [][]string, o Options) [][]string {
	if o.first <= 0 || len(rows) <= maxListed {
		return rows
	}
	n := max(o.first, maxListed)
	if n >= len(rows) {
		return rows
	}
	return append(slices.Clone(rows[:n]), []string{fmt.Sprintf("and %d more", len(rows)-n)})
}

// noteValue returns type and occurrence, or what else has changed.
func noteValue(c *change.Change) (what, occurs string) {
	switch o, n := c.Old, c.New; {
	case o != nil && n != nil && o.Occurs != "" && n.Occurs != "":
		return clean(n.Type), o.Occurs + " → " + n.Occurs
	case n != nil && n.Occurs != "":
		return clean(n.Type), n.Occurs
	case n == nil && o != nil && o.Occurs != "":
		return clean(o.Type), o.Occurs
	}
	return values(c), ""
}
