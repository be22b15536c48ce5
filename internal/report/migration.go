package report

import (
	"bytes"
	"io"
	"strings"
	"text/template"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// migrationPage is what the template for migration notes is filled with.
type migrationPage struct {
	Old, New, Summary string
	Sections          []migrationSection
	Code              *goCode
}

type migrationSection struct {
	Title, Text string
	Changes     []migrationChange
}

type migrationChange struct {
	view
	What, Advice string
}

// Migration prints, in markdown, what a version asks of code that was written
// for the one before it: what has to change, what to look at, and what is new.
// Without changes it says so.
func Migration(w io.Writer, r *change.Result, o Options) error {
	p := migrationPage{Old: prose(r.Old.Label), New: prose(r.New.Label), Summary: prose(strings.Join(append([]string{counts(r, o) + "."}, headline(r, o.Strict)...), " ")), Code: goCodeOf(r, o)}
	sections := []migrationSection{
		{Title: "To change", Text: "Clients that do this stop working."},
		{Title: "To look at", Text: "The schema alone does not say whether clients notice."},
		{Title: "To recompile", Text: "Documents stay as they are; names or types of the Go code change."},
		{Title: "New or relaxed", Text: "Clients that skip what they do not know go on as before."},
	}
	v := newViewer(r, o, code)
	for i := range r.Changes {
		c := &r.Changes[i]
		out := migrationChange{view: v.view(c), What: v.words.prose(c.Rule().What)}
		if c.Level(o.Strict) >= change.Risk {
			out.Advice = v.words.prose(c.Rule().Advice())
		}
		s := &sections[migrationSectionOf(c, o.Strict)]
		s.Changes = append(s.Changes, out)
	}
	for _, s := range sections {
		if len(s.Changes) > 0 {
			s.Text = v.words.prose(s.Text)
			p.Sections = append(p.Sections, s)
		}
	}
	var out bytes.Buffer
	if err := fill(&out, "migration.md.tmpl", p, template.FuncMap{"code": code}); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}

func migrationSectionOf(c *change.Change, strict bool) int {
	switch level := c.Level(strict); {
	case level == change.Break:
		return 0
	case level == change.Risk:
		return 1
	case c.Severity.Go == change.GoMajor:
		return 2
	}
	return 3
}
