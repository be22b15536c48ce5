package cli

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/report"
)

// changelogFlags are the flags of changelog.
type changelogFlags struct {
	filterFlags
	spaceFlags
	format, output, link    string
	roots                   []string
	matrix, withoutGo       bool
	maxPerChange, maxLength int
}

func changelogCommand(env *environment) *cobra.Command {
	var f changelogFlags
	cmd := &cobra.Command{
		Use:   "changelog FIRST ... LAST",
		Short: "Tell the changes over several versions, step by step",
		Long: `Changelog compares each schema with the one before it and prints every step in
the shape of a release note: what a change applies to, in which direction, at
which element, of which type and occurrence. Between two known versions it takes
the known ones that lie between.

Changes without an effect are left out; --level none shows them.

With --matrix it adds what came, changed and went in which version, for each
operation, element and enumeration value.`,
		Example: `  wbxgen changelog 40.1.0 40.6.0
  wbxgen changelog --matrix --format markdown -o CHANGES.md 40.4.3 40.6.0`,
		Args:              takes(2, -1, "two or more schemas, the first one first"),
		ValidArgsFunction: completions{env}.completeVersions,
		RunE:              func(_ *cobra.Command, args []string) error { return runChangelog(env, args, f) },
	}
	f.add(cmd, "info")
	flags := cmd.Flags()
	flags.StringVarP(&f.format, "format", "f", "text", "`form` of the output: "+strings.Join(report.ChangelogFormats(), ", "))
	flags.StringVarP(&f.output, "output", "o", "", "write to a `file`")
	f.addTo(cmd)
	flags.StringArrayVar(&f.roots, "root", nil, "`element` that documents start with; may be repeated")
	flags.StringVar(&f.link, "link", "", "`template` of addresses of source lines, as of diff")
	flags.BoolVar(&f.withoutGo, "no-go", false, "say nothing of Go code")
	flags.IntVar(&f.maxLength, "max-length", report.DefaultMaxBytes, "longest output in `bytes`, 0 for no limit")
	flags.IntVar(&f.maxPerChange, "max-per-change", report.DefaultMaxPerChange, "largest `number` of operations to list for a change, 0 for all")
	flags.BoolVar(&f.matrix, "matrix", false, "add what came, changed and went in which version")
	completeWith(cmd, "format", report.ChangelogFormats()...)
	return cmd
}

func runChangelog(env *environment, args []string, f changelogFlags) error {
	if err := oneOf("format", f.format, report.ChangelogFormats()...); err != nil {
		return err
	}
	filter, err := f.filter()
	if err != nil {
		return err
	}
	cfg, err := env.config()
	if err != nil {
		return err
	}
	if len(args) == 2 {
		if args, err = project.Between(cfg, args[0], args[1]); err != nil {
			return err
		}
	}
	s, err := openSides(env, args, cfg, false)
	if err != nil {
		return err
	}
	terms, err := f.terms(s, cfg, filter)
	if err != nil {
		return err
	}
	chain, none, err := terms.JudgeChain(s)
	if err != nil {
		return err
	}
	env.printNoCode(none)
	o := report.Options{
		Read: s.Read, Strict: f.strict(), WithoutGo: f.withoutGo, Link: cmp.Or(f.link, cfg.Diff.Link),
		MaxBytes: f.maxLength, MaxPerChange: f.maxPerChange,
	}
	if err := env.writeOutput(f.output, func(w io.Writer) error { return report.Changelog(w, f.format, chain, f.matrix, o) }); err != nil {
		return err
	}
	fmt.Fprintln(env.info, report.Summary(chain.Direct, o))
	return nil
}

// terms are what the flags and the configuration ask of the comparisons.
func (f changelogFlags) terms(s *project.Sides, cfg *config.Config, filter change.Filter) (project.Terms, error) {
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
