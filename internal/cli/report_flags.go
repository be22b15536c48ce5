package cli

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/report"
)

// reportFlags say what a report on versions is about and what it looks like, for
// diff and changelog.
type reportFlags struct {
	filterFlags
	spaceFlags
	format, output, link    string
	roots                   []string
	withoutGo               bool
	maxPerChange, maxLength int
	formats                 []string // that the command has
}

// add makes the flags known to a command that has some formats.
func (f *reportFlags) add(cmd *cobra.Command, formats []string) {
	f.formats = formats
	f.filterFlags.add(cmd, "info")
	f.spaceFlags.addTo(cmd)
	flags := cmd.Flags()
	flags.StringVarP(&f.format, "format", "f", "text", "`form` of the report: "+strings.Join(formats, ", "))
	flags.StringVarP(&f.output, "output", "o", "", "write the report to a `file`")
	flags.StringArrayVar(&f.roots, "root", nil, "`element` that documents start with; may be repeated")
	flags.StringVar(&f.link, "link", "", "`template` of addresses of source lines, with {ref}, {label}, {file}, {line} and {col}")
	flags.BoolVar(&f.withoutGo, "no-go", false, "say nothing of Go code")
	flags.IntVar(&f.maxLength, "max-length", report.DefaultMaxBytes, "longest report in `bytes`, 0 for no limit (a comment on GitHub has 65536)")
	flags.IntVar(&f.maxPerChange, "max-per-change", report.DefaultMaxPerChange, "largest `number` of operations to list for a change, 0 for all")
	completeWith(cmd, "format", formats...)
}

// check looks at values that flags cannot have.
func (f *reportFlags) check() error {
	if err := oneOf("format", f.format, f.formats...); err != nil {
		return err
	}
	if f.maxLength < 0 || f.maxPerChange < 0 {
		return errors.New("--max-length and --max-per-change take a positive number, or 0 for no limit")
	}
	return nil
}

// terms are what the flags and the configuration ask of a comparison.
func (f *reportFlags) terms(s *project.Sides, cfg *config.Config, filter change.Filter) (project.Terms, error) {
	t := project.Terms{Filter: filter}
	if !f.partial() && !f.withoutGo {
		t.Code = cfg
	}
	if err := chooseRoots(s.List, f.roots); err != nil {
		return t, err
	}
	if err := checkNames(filter, s.List); err != nil {
		return t, err
	}
	var err error
	if t.Policy, err = project.Policy(cfg, s.List); err != nil {
		return t, err
	}
	t.Namespaces, err = f.namespaces(s.List)
	return t, err
}

// options are how a report is printed.
func (f *reportFlags) options(s *project.Sides, cfg *config.Config) (report.Options, error) {
	o := report.Options{
		Strict: f.strict(), MaxPerChange: f.maxPerChange, MaxBytes: f.maxLength, WithoutGo: f.withoutGo,
		Read: s.Read, Link: cmp.Or(f.link, cfg.Diff.Link),
	}
	if err := report.CheckLink(o.Link); err != nil {
		return o, fmt.Errorf("--link or diff.link: %w", err)
	}
	return o, nil
}
