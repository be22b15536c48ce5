package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/generate"
	"github.com/wbxgen/wbxgen/internal/outdir"
	"github.com/wbxgen/wbxgen/internal/terminal"
)

var runtimeModes = []string{"import", "copy"}

// generateFlags are the flags of generate.
type generateFlags struct{ generate.Options }

func generateCommand(env *environment) *cobra.Command {
	var f generateFlags
	cmd := &cobra.Command{
		Use:   "generate",
		Short: "Write Go bindings",
		Long: `Generate writes Go bindings for the versions that the configuration names, all
below its schemas folder unless it lists some, each into a folder v<version> of
the output folder, and in all but the first a MIGRATION.md that says what the
version asks of code written for the one before it. With --schema it writes the
bindings of one schema into --out.

The root folder of an output has a wbxgen.manifest, which lists its files. Only
those are changed or dropped, and only while they carry the header of generated
code. Where any other file is in the way, or a schema has an error, nothing is
written and the exit code is 2. With --check nothing is written either: what
differs is listed and shown, and the exit code is 1.`,
		Example: `  wbxgen generate --check
  wbxgen generate --schema api.zip --out internal/api`,
		Args: takesNone,
		RunE: func(*cobra.Command, []string) error {
			if f.Runtime != "" {
				if err := oneOf("runtime", f.Runtime, runtimeModes...); err != nil {
					return err
				}
			}
			return runGenerate(env, f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.Runtime, "runtime", "", "`how` code gets at the runtime: import it, or have a copy in the output (default that of the configuration, else import)")
	completeWith(cmd, "runtime", runtimeModes...)
	flags.BoolVar(&f.DropCopy, "drop-runtime-copy", false, "drop the copy of the runtime that the output has, with --runtime=import")
	flags.BoolVar(&f.Adopt, "adopt", false, "take over files in the way that carry the header of generated code but are not in the manifest")
	flags.StringVar(&f.Schema, "schema", "", "one `schema`: a directory, a .zip, an .xsd file or a version")
	flags.StringVar(&f.Within, "root", "", "`folder` that the references of a single .xsd file may reach (default its own)")
	flags.StringVar(&f.Out, "out", "", "output `folder`; with --schema that of the root package")
	flags.BoolVar(&f.Check, "check", false, "write nothing and list what differs")
	return cmd
}

func runGenerate(env *environment, f generateFlags) error {
	cfg, err := env.config()
	if err != nil {
		return err
	}
	f.Limits = env.limits
	f.Log = env.log
	f.Progress = env.progress(func(n int64) string { return count(int(n), "step") })
	run, err := generate.Make(cfg, f.Options)
	f.Progress.End()
	if err != nil {
		return err
	}
	env.printNotes(run.Notes)
	if f.Check {
		return reportStale(env, run)
	}
	for _, out := range run.Outputs {
		fmt.Fprintf(env.stdout, "%s: %s, %s\n", out.Name, out.Counts(), out.Files.Summary())
	}
	return nil
}

// reportStale lists what is not up to date.
func reportStale(env *environment, run *generate.Run) error {
	for _, p := range run.Plans() {
		listStale(env, p)
	}
	showStale(env, run)
	if run.Clean() {
		fmt.Fprintln(env.info, "generated code is up to date")
		return nil
	}
	if slices.ContainsFunc(run.Plans(), func(p *outdir.Plan) bool { return p.Unlisted }) {
		fmt.Fprintf(env.stderr, "note: an output of an earlier wbxgen has no %s yet, the list of its files; generate adds it\n", outdir.ManifestName)
	}
	fmt.Fprintln(env.stderr, "generated code is not up to date; run wbxgen generate")
	return errNo
}

func listStale(env *environment, p *outdir.Plan) {
	for _, group := range []struct {
		word  string
		names []string
	}{{"changed", p.Changed}, {"missing", p.Missing}, {"stale", p.Stale}} {
		for _, name := range group.names {
			fmt.Fprintf(env.stdout, "%s: %s\n", filepath.ToSlash(filepath.Join(p.Dir, name)), group.word)
		}
	}
}

// mostLines is how much of the differences is shown: what they are is seen in
// the first ones.
const mostLines = 100

// showStale shows how files differ from what they should be.
func showStale(env *environment, run *generate.Run) {
	left := mostLines
	for _, p := range run.Plans() {
		for _, name := range p.Changed {
			text := p.Diff(name)
			lines := strings.SplitAfter(text, "\n")
			if shown := strings.Join(lines[:min(left, len(lines))], ""); shown != "" {
				printDiff(env, shown)
			}
			if left -= len(lines); left <= 0 {
				fmt.Fprintln(env.stdout, "… and more")
				return
			}
		}
	}
}

func printDiff(env *environment, text string) {
	if terminal.Colors(env.stdout, env.color) {
		text = terminal.Diff(text)
	}
	fmt.Fprint(env.stdout, "\n", text)
}
