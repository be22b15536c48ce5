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
	env := &environment{stdin: stdin, stdout: stdout, stderr: stderr, info: stderr, log: slog.New(slog.DiscardHandler)}
	root := rootCommand(env)
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
		env.printError(err)
		return exitTrouble
	}
}

func rootCommand(env *environment) *cobra.Command {
	root := &cobra.Command{
		Use:   "wbxgen",
		Short: "Go code for XML that is described by XSD, what changed between two versions of it, and validation",
		Long: `wbxgen reads XML schemas (XSD), writes Go types that read and write their
documents, of an API a method for each operation besides, reports what changed
between two versions and whom it breaks, and validates documents.

A version such as 40.6.0 is a folder below the configured schemas folder or,
where there is none, the set of that version inside the program.

Exit codes: 0 fine; 1 the answer is no (stale output, findings); 2 trouble
(usage, input that cannot be read or is wrong).`,
		Example: `  wbxgen generate --schema order.xsd --out api
  wbxgen validate --schema order.xsd order.xml
  wbxgen diff 40.4.3 40.6.0`,
		Version:       toolVersion(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noCommand,
		// Cobra's own suggestions are not wanted beside ours.
		DisableSuggestions: true,
		PersistentPreRunE:  func(*cobra.Command, []string) error { return env.prepare() },
		RunE:               func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	flags := root.PersistentFlags()
	flags.StringVar(&env.configFile, "config", "", "configuration `file` (default "+config.FileName+" if there is one)")
	flags.BoolVarP(&env.quiet, "quiet", "q", false, "print results and what is wrong, nothing else")
	flags.BoolVar(&env.verbose, "verbose", false, "log what is done to standard error")
	flags.StringVar(&env.color, "color", "auto", "`when` to print in colours: auto, always or never")
	completeWith(root, "color", terminal.Choices...)
	flags.Int64Var(&env.limits.Bytes, "max-bytes", source.DefaultLimits.Bytes, "largest sum of the sizes of all schema files, unpacked, in `bytes`")
	flags.IntVar(&env.limits.Entries, "max-entries", source.DefaultLimits.Entries, "largest `number` of files in a folder or archive")
	flags.Int64Var(&env.limits.Ratio, "max-ratio", source.DefaultLimits.Ratio, "largest `ratio` of unpacked to packed size in an archive")
	root.AddCommand(generateCommand(env), diffCommand(env), changelogCommand(env), acceptCommand(env), rulesCommand(env), explainCommand(env), checkCommand(env), validateCommand(env), mockCommand(env), listCommand(env), showCommand(env), importCommand(env), initCommand(env), versionCommand(env), documentCommand(env))
	completions{env}.addTo(root)
	root.SetFlagErrorFunc(wrongFlag)
	root.SetHelpCommand(helpCommand(env))
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { printHelp(env, cmd) })
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveNoFileComp)
	return root
}

// Commands returns the commands of the program, to write man pages of.
func Commands() *cobra.Command {
	env := &environment{stdin: strings.NewReader(""), stdout: io.Discard, stderr: io.Discard, info: io.Discard, log: slog.New(slog.DiscardHandler)}
	root := rootCommand(env)
	root.InitDefaultCompletionCmd()
	return root
}
