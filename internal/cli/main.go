package cli

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/terminal"
)

// The exit codes.
const (
	exitFine    = 0
	exitNo      = 1 // the answer is no: findings, an invalid document, stale output
	exitTrouble = 2 // usage, or input that cannot be read or is wrong
)

var (
	// errNo says that a command did its work and the result is "no".
	errNo = errors.New("the answer is no")
	// errTrouble says that the trouble is already printed.
	errTrouble = errors.New("trouble")
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

// app is what all commands share.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	// info is where goes what a user may do without: standard error, or
	// nowhere.
	info           io.Writer
	log            *slog.Logger
	quiet, verbose bool
	color          string
	configFile     string
	limits         source.Limits
}

// printError prints an error in the one text form.
func (a *app) printError(err error) {
	if list, ok := diag.FromError(err); ok {
		a.printDiagnostics(a.stderr, list.Brief(mostProblems, "wbxgen check shows them"))
		return
	}
	a.printDiagnostics(a.stderr, "error: "+err.Error())
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

// config loads the configuration.
func (a *app) config() (*config.Config, error) { return config.Load(a.configFile) }

// open opens a schema source; versions are looked for in the configured
// folder first.
func (a *app) open(arg string, cfg *config.Config) (*source.Set, error) {
	set, err := source.Open(arg, source.Options{Root: cfg.Path(cfg.Schemas), Limits: a.limits})
	if err != nil {
		return nil, err
	}
	_, isVersion, err := source.FindVersion(arg, cfg.Path(cfg.Schemas))
	if isVersion {
		fmt.Fprintf(a.info, "%s: %s\n", arg, set.Origin)
	}
	return set, err
}

// oneOf checks the value of a flag against a list.
func oneOf(flag, value string, allowed ...string) error {
	for _, v := range allowed {
		if v == value {
			return nil
		}
	}
	return fmt.Errorf("--%s %q is not known (known are %s)%s", flag, value, strings.Join(allowed, ", "), diag.DidYouMean(value, allowed))
}
