package cli

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diff/accept"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/report"
	"github.com/wbxgen/wbxgen/internal/terminal"
)

// diffFlags are the flags of diff.
type diffFlags struct {
	reportFlags
	failOn, accepted, usage, witnessDir string
	oldLabel, newLabel                  string
	docs, strictAccepted, keepGoing     bool
}

var failLevels = []string{"break", "risk", "info", "never"}

func diffCommand(env *environment) *cobra.Command {
	var f diffFlags
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what changed between two schemas, by operation and direction",
		Long: `Diff compares two compiled schemas, each a version, a directory, a .zip or an
.xsd file, and prints what changed: which component, how, which operations it
touches in which direction, and whether a client breaks. Layout, prefixes, the
order of declarations and the like are no changes.

Nothing is printed to standard output where nothing changed. With --fail-on the
exit code is 1 where a change is at least that bad and not on the list of
accepted ones; "wbxgen accept" writes that list. An entry of it that fits no
change, as once the change is merged, is told in a note. With --usage, a folder
of captured requests and responses, the changes that touch them are told apart
from the others, and only they count for --fail-on.

A schema without operations is a format of documents: the report then says what
becomes of old documents under the new schema, and of new documents in the hands
of old readers. They start with the global elements of the document that was
named, of all documents where that is a folder, or with those of --root.

A report is cut at --max-length: what is worst stays whole, and it says what is
missing. Levels that are other ones here, and changes that do not count, are
settings of wbxgen.yaml, under diff.

With --witness-dir the documents that prove what breaks are files of a folder,
named for fingerprint and direction. Other files in it are left alone. With
--keep-going an old version that has errors, and that nobody can mend any more,
is compared as far as it compiles.

A folder within a git repository as it was at a commit is REF:PATH. A document
whose references leave its folder is TOP//DOCUMENT, where TOP is the directory,
the .zip or the commit that it may reach.`,
		Example: `  wbxgen diff 40.4.3 40.6.0
  wbxgen diff -f markdown --fail-on break main:schemas/40.6.0 schemas/40.6.0`,
		Args:              takes(2, 2, "an old and a new schema"),
		ValidArgsFunction: completions{env}.completeVersions,
		RunE:              func(_ *cobra.Command, args []string) error { return runDiff(env, args[0], args[1], f) },
	}
	f.add(cmd, report.Formats())
	flags := cmd.Flags()
	flags.StringVar(&f.failOn, "fail-on", "never", "exit with 1 on changes of this `level` or worse: "+strings.Join(failLevels, ", "))
	flags.StringVar(&f.accepted, "accepted", "", "`file` with the changes that are accepted (default what wbxgen.yaml says, if anything)")
	flags.BoolVar(&f.strictAccepted, "strict-accepted", false, "an entry of the accepted list that fits no change is an error")
	flags.StringVar(&f.oldLabel, "old-label", "", "`name` of the old version in the report")
	flags.StringVar(&f.newLabel, "new-label", "", "`name` of the new version in the report")
	flags.StringVar(&f.usage, "usage", "", "`folder` with captured requests and responses")
	flags.StringVar(&f.witnessDir, "witness-dir", "", "write the documents that prove what breaks into a `folder`")
	flags.BoolVar(&f.keepGoing, "keep-going", false, "compare what compiles of an old version that has errors")
	flags.BoolVar(&f.docs, "docs", false, "report changes of documentation too")
	completeWith(cmd, "fail-on", failLevels...)
	return cmd
}

// check looks at values that flags cannot have.
func (f *diffFlags) check() error {
	if err := f.reportFlags.check(); err != nil {
		return err
	}
	return oneOf("fail-on", f.failOn, failLevels...)
}

func runDiff(env *environment, oldArg, newArg string, f diffFlags) error {
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
	s, err := openSides(env, []string{oldArg, newArg}, cfg, f.keepGoing)
	if err != nil {
		return err
	}
	terms, err := f.terms(env, s, cfg, filter)
	if err != nil {
		return err
	}
	o, err := f.options(s, cfg)
	if err != nil {
		return err
	}
	o.Sides, o.ToolVersion, o.Folder = [2]string{oldArg, newArg}, toolVersion(), workspaceFolder()
	o.Color = f.output == "" && terminal.Colors(env.stdout, env.color)
	working := env.progress(func(n int64) string { return strconv.FormatInt(n, 10) })
	what := "comparing " + s.List[0].Label + " with " + s.List[1].Label
	working.Begin(what, 0)
	terms.Watch = func(done, all int) {
		if done == 1 {
			working.Begin(what+", changes", int64(all))
		}
		working.Add(1)
	}
	out, err := terms.Judge(s)
	working.End()
	if err != nil {
		return err
	}
	env.printNoCode(out.NoCode)
	if err := env.noteAccepted(acceptedName(f.accepted, cfg), out, f.strictAccepted); err != nil {
		return err
	}
	if err := env.writeOutput(f.output, func(w io.Writer) error { return report.Write(w, f.format, out.Result, o) }); err != nil {
		return err
	}
	if err := writeWitnesses(env, f.witnessDir, out.Result, o); err != nil {
		return err
	}
	fmt.Fprintln(env.info, report.Summary(out.Result, o))
	return failOnLevel(env, out.Result, filter.Strict, f.failOn)
}

// terms are what the flags and the configuration ask of the comparison.
func (f *diffFlags) terms(env *environment, s *project.Sides, cfg *config.Config, filter change.Filter) (project.Terms, error) {
	s.List[0].Label = cmp.Or(f.oldLabel, s.List[0].Label)
	s.List[1].Label = cmp.Or(f.newLabel, s.List[1].Label)
	t, err := f.reportFlags.terms(s, cfg, filter)
	if err != nil {
		return t, err
	}
	t.Docs, t.Today = f.docs, today()
	if f.usage != "" {
		if t.Usage, err = readUsage(env, f.usage, s.List[0]); err != nil {
			return t, err
		}
	}
	t.Accepted, err = acceptedOf(f.accepted, cfg)
	return t, err
}

// failOnLevel is the answer "no" where a change is bad enough, and says why.
func failOnLevel(env *environment, r *change.Result, strict bool, failOn string) error {
	if failOn == "never" {
		return nil
	}
	limit, _ := change.ParseLevel(failOn)
	refused := accept.Refused(r, limit, strict)
	if len(refused) == 0 {
		return nil
	}
	fmt.Fprintln(env.stderr, report.Refusal(refused, failOn))
	return errNo
}
