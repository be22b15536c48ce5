package cli

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/generate"
)

// generateFlags are the flags of generate.
type generateFlags struct {
	generate.Options
	fetch   bool
	report  string
	explain string
}

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
differs is listed and shown, and the exit code is 1.

What an earlier run has printed for the same part of a schema is not printed
again, as long as its file is as it was written. WBXGEN_CACHE names the folder
where that is remembered, by default one in the user's folder of caches; "off"
is for none.`,
		Example: `  wbxgen generate --check
  wbxgen generate --schema api.zip --out internal/api`,
		Args: schemaIsFlag,
		RunE: func(*cobra.Command, []string) error {
			if err := oneOf("runtime", cmp.Or(f.Runtime, config.Runtimes[0]), config.Runtimes...); err != nil {
				return err
			}
			if err := oneOf("layout", cmp.Or(f.Layout, config.Layouts[0]), config.Layouts...); err != nil {
				return err
			}
			return runGenerate(env, f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.Runtime, "runtime", "", "`how` code gets at the runtime: import it, or have a copy in the output (default that of the configuration, else import)")
	completeWith(cmd, "runtime", config.Runtimes...)
	flags.StringVar(&f.Layout, "layout", "", "`how` namespaces become packages: namespaces for one each, or single for one package, the root package (default that of the configuration, else namespaces)")
	completeWith(cmd, "layout", config.Layouts...)
	flags.BoolVar(&f.DropCopy, "drop-runtime-copy", false, "drop the copy of the runtime that the output has, with --runtime=import")
	flags.BoolVar(&f.Adopt, "adopt", false, "take over files in the way that carry the header of generated code but are not in the manifest")
	flags.StringVar(&f.Schema, "schema", "", "one `schema`: a directory, a .zip, an .xsd file or a version")
	flags.StringVar(&f.Within, "root", "", "`folder` that the references of a single .xsd file may reach (default its own)")
	flags.StringVar(&f.Out, "out", "", "output `folder`; with --schema that of the root package")
	flags.StringVar(&f.explain, "explain", "", "write nothing and say of a Go `name` (Order, order.Order, Order.Lines) what has it, why, and where it is locked")
	flags.StringVar(&f.report, "report", "", "`file` for how faithful the code is to each component of the schema: JSON where it ends in .json, else text; - for standard output")
	flags.BoolVar(&f.fetch, "fetch", false, "get documents from the network that schemas refer to by a URL which no catalog has")
	flags.BoolVar(&f.Check, "check", false, "write nothing and list what differs")
	return cmd
}

// schemaIsFlag refuses arguments. One that is a schema stands behind a flag here.
func schemaIsFlag(cmd *cobra.Command, args []string) error {
	if len(args) == 1 && isSchema(args[0]) && !cmd.Flags().Changed("schema") {
		out := "FOLDER"
		if f := cmd.Flags().Lookup("out"); f.Changed {
			out = f.Value.String()
		}
		return fmt.Errorf("generate takes its schema as a flag: --schema %s --out %s", args[0], out)
	}
	return takesNone(cmd, args)
}

// isSchema reports whether an argument looks like a schema or is there.
func isSchema(arg string) bool {
	_, err := os.Stat(arg)
	return err == nil || slices.Contains([]string{".xsd", ".zip"}, strings.ToLower(filepath.Ext(arg)))
}

func runGenerate(env *environment, f generateFlags) error {
	cfg, err := env.config()
	if err != nil {
		return err
	}
	f.Limits = env.limits
	if f.fetch {
		f.Fetch = env.fetcher()
	}
	f.Log = env.log
	f.Progress = env.progress(func(n int64) string { return diag.Count(int(n), "step") })
	f.Report = f.report != ""
	f.Check = f.Check || f.explain != ""
	run, err := generate.Make(cfg, f.Options)
	f.Progress.End()
	if f.Report && run != nil {
		err = errors.Join(err, writeCoverage(env, f.report, run))
	}
	if err != nil {
		return err
	}
	if f.explain != "" {
		return run.Explain(env.stdout, cfg, f.explain)
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
