package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/generate"
	"github.com/wbxgen/wbxgen/internal/outdir"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/terminal"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

var runtimeModes = []string{"import", "copy"}

// generateFlags are the flags of generate.
type generateFlags struct {
	generate.Options
	runtime string
}

func (a *app) generateCommand() *cobra.Command {
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
			if err := oneOf("runtime", f.runtime, runtimeModes...); err != nil {
				return err
			}
			return a.generate(f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.runtime, "runtime", "import", "`how` code gets at the runtime: import it, or have a copy in the output")
	completeWith(cmd, "runtime", runtimeModes...)
	flags.BoolVar(&f.DropCopy, "drop-runtime-copy", false, "drop the copy of the runtime that the output has, with --runtime=import")
	flags.BoolVar(&f.Adopt, "adopt", false, "take over files in the way that carry the header of generated code but are not in the manifest")
	flags.StringVar(&f.Schema, "schema", "", "one `schema`: a directory, a .zip, an .xsd file or a version")
	flags.StringVar(&f.Within, "root", "", "`folder` that the references of a single .xsd file may reach (default its own)")
	flags.StringVar(&f.Out, "out", "", "output `folder`; with --schema that of the root package")
	flags.BoolVar(&f.Check, "check", false, "write nothing and list what differs")
	return cmd
}

func (a *app) generate(f generateFlags) error {
	cfg, err := a.config()
	if err != nil {
		return err
	}
	f.Limits, f.Copy = a.limits, f.runtime == "copy"
	f.Profile = func(s *xsd.Schema) (profile.Profile, error) { return profileOf(cfg, s) }
	f.Log = a.log
	f.Progress = a.progress(func(n int64) string { return count(int(n), "step") })
	run, err := generate.Make(cfg, f.Options)
	f.Progress.End()
	if err != nil {
		return err
	}
	a.printNotes(run.Notes)
	if f.Check {
		return a.stale(run)
	}
	for _, out := range run.Outputs {
		fmt.Fprintf(a.stdout, "%s: %s, %s\n", out.Name, out.Counts(), out.Files.Summary())
	}
	return nil
}

// stale lists what is not up to date.
func (a *app) stale(run *generate.Run) error {
	for _, p := range run.Plans() {
		a.listStale(p)
	}
	a.showStale(run)
	if run.Clean() {
		fmt.Fprintln(a.info, "generated code is up to date")
		return nil
	}
	if slices.ContainsFunc(run.Plans(), func(p *outdir.Plan) bool { return p.Unlisted }) {
		fmt.Fprintf(a.stderr, "note: an output of an earlier wbxgen has no %s yet, the list of its files; generate adds it\n", outdir.ManifestName)
	}
	fmt.Fprintln(a.stderr, "generated code is not up to date; run wbxgen generate")
	return errNo
}

func (a *app) listStale(p *outdir.Plan) {
	for _, group := range []struct {
		word  string
		names []string
	}{{"changed", p.Changed}, {"missing", p.Missing}, {"stale", p.Stale}} {
		for _, name := range group.names {
			fmt.Fprintf(a.stdout, "%s: %s\n", filepath.ToSlash(filepath.Join(p.Dir, name)), group.word)
		}
	}
}

// compile compiles a set and prints what is worth knowing of it but no error.
func (a *app) compile(set *source.Set, o compile.Options) (*xsd.Schema, error) {
	schema, diags := compile.Compile(set, o)
	if err := diags.Err(); err != nil {
		return nil, err
	}
	a.printNotes(diags)
	return schema, nil
}

// mostLines is how much of the differences is shown: what they are is seen in
// the first ones.
const mostLines = 100

// showStale shows how files differ from what they should be.
func (a *app) showStale(run *generate.Run) {
	left := mostLines
	for _, p := range run.Plans() {
		for _, name := range p.Changed {
			text := p.Diff(name)
			lines := strings.SplitAfter(text, "\n")
			if shown := strings.Join(lines[:min(left, len(lines))], ""); shown != "" {
				a.printDiff(shown)
			}
			if left -= len(lines); left <= 0 {
				fmt.Fprintln(a.stdout, "… and more")
				return
			}
		}
	}
}

func (a *app) printDiff(text string) {
	if terminal.Colors(a.stdout, a.color) {
		text = terminal.Diff(text)
	}
	fmt.Fprint(a.stdout, "\n", text)
}

// printNotes prints what is worth knowing but no error.
func (a *app) printNotes(notes *diag.List) {
	var shown diag.List
	for _, d := range notes.Sorted() {
		if !a.quiet || d.Severity > diag.Note {
			shown.Add(d)
		}
	}
	if shown.Len() > 0 {
		a.printDiagnostics(a.stderr, shown.Brief(mostProblems, "wbxgen check shows them"))
	}
}

// count returns a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
