package cli

import (
	"errors"
	"io"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/terminal"
)

// The exit codes.
const (
	exitFine    = 0
	exitNo      = 1 // the answer is no: findings, an invalid document, stale output
	exitTrouble = 2 // usage, or input that cannot be read or is wrong
)

// Main runs the program and returns its exit code.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	app := &app{stdin: stdin, stdout: stdout, stderr: stderr, info: stderr, log: slog.New(slog.DiscardHandler)}
	root := app.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	switch err := root.Execute(); {
	case err == nil:
		return exitFine
	case errors.Is(err, errNo):
		return exitNo
	case errors.Is(err, errTrouble):
		return exitTrouble
	default:
		app.printError(err)
		return exitTrouble
	}
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "wbxgen",
		Short: "Go bindings for XML APIs that are published as XSD files, and what changed between versions",
		Long: `wbxgen reads the XML Schema (XSD) files of a version of an XML API, writes Go
types, codecs and one method per operation, and reports what changed between
two versions, operation by operation.

A version such as 40.6.0 is a folder below the configured schemas folder or,
where there is none, the set of that version inside the program.

Exit codes: 0 fine; 1 the answer is no (stale output, findings); 2 trouble
(usage, input that cannot be read or is wrong).`,
		Example: `  wbxgen generate --check
  wbxgen diff 40.4.3 40.6.0`,
		Version:       toolVersion(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noCommand,
		// Cobra's own suggestions are not wanted beside ours.
		DisableSuggestions: true,
		PersistentPreRunE:  func(*cobra.Command, []string) error { return a.prepare() },
		RunE:               func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	flags := root.PersistentFlags()
	flags.StringVar(&a.configFile, "config", "", "configuration `file` (default "+config.FileName+" if there is one)")
	flags.BoolVarP(&a.quiet, "quiet", "q", false, "print results and what is wrong, nothing else")
	flags.BoolVar(&a.verbose, "verbose", false, "log what is done to standard error")
	flags.StringVar(&a.color, "color", "auto", "colours: `when`: auto, always, never")
	completeWith(root, "color", terminal.Choices...)
	flags.Int64Var(&a.limits.Bytes, "max-bytes", source.DefaultLimits.Bytes, "largest sum of the sizes of all schema files, unpacked, in `bytes`")
	flags.IntVar(&a.limits.Entries, "max-entries", source.DefaultLimits.Entries, "largest `number` of files in a folder or archive")
	flags.Int64Var(&a.limits.Ratio, "max-ratio", source.DefaultLimits.Ratio, "largest `ratio` of unpacked to packed size in an archive")
	root.AddCommand(a.generateCommand(), a.diffCommand(), a.changelogCommand(), a.acceptCommand(), a.rulesCommand(), a.explainCommand(), a.checkCommand(), a.validateCommand(), a.mockCommand(), a.listCommand(), a.showCommand(), a.importCommand(), a.initCommand(), a.versionCommand(), a.documentCommand())
	a.completions(root)
	root.SetFlagErrorFunc(wrongFlag)
	root.SetHelpCommand(a.helpCommand())
	root.SetHelpFunc(a.printHelp)
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveNoFileComp)
	return root
}

// Commands returns the commands of the program, to write man pages of.
func Commands() *cobra.Command {
	a := &app{stdin: strings.NewReader(""), stdout: io.Discard, stderr: io.Discard, info: io.Discard, log: slog.New(slog.DiscardHandler)}
	root := a.root()
	root.InitDefaultCompletionCmd()
	return root
}
