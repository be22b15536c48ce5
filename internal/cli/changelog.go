package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/report"
)

// changelogFlags are the flags of changelog.
type changelogFlags struct {
	reportFlags
	matrix bool
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
	f.add(cmd, report.ChangelogFormats())
	cmd.Flags().BoolVar(&f.matrix, "matrix", false, "add what came, changed and went in which version")
	return cmd
}

func runChangelog(env *environment, args []string, f changelogFlags) error {
	if err := f.check(); err != nil {
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
	o, err := f.options(s, cfg)
	if err != nil {
		return err
	}
	chain, none, err := terms.JudgeChain(s)
	if err != nil {
		return err
	}
	env.printNoCode(none)
	if err := env.writeOutput(f.output, func(w io.Writer) error { return report.Changelog(w, f.format, chain, f.matrix, o) }); err != nil {
		return err
	}
	fmt.Fprintln(env.info, report.Summary(chain.Direct, o))
	return nil
}
