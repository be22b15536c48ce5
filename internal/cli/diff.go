package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/operation"
	"github.com/wbxgen/wbxgen/internal/report"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// diffFlags are the flags of diff.
type diffFlags struct {
	format, output, failOn, level, direction, operation, profile, color string
	severity                                                            []string
	docs                                                                bool
	maxPerChange                                                        int
}

var (
	failLevels   = []string{"break", "risk", "info", "never"}
	diffLevels   = []string{"none", "info", "risk", "break"}
	directions   = []string{"request", "response", "both"}
	readers      = []string{"tolerant", "strict"}
	colourChoice = []string{"auto", "always", "never"}
)

func (a *app) diffCommand() *cobra.Command {
	var f diffFlags
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what changed between two schemas, by operation and direction",
		Long: `Diff compares two compiled schemas, each a version, a directory, a .zip or an
.xsd file, and prints what changed: which component, how, which operations it
touches in which direction, and whether a client breaks. Layout, prefixes, the
order of declarations and the like are no changes.

Nothing is printed to standard output where nothing changed. With --fail-on the
exit code is 1 where a change is at least that bad.`,
		Example: `  wbxgen diff 40.4.3 40.6.0
  wbxgen diff --format markdown --fail-on break old/ new.zip`,
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: a.completeVersions,
		RunE:              func(_ *cobra.Command, args []string) error { return a.diff(args[0], args[1], f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.format, "format", "text", "`form` of the report: "+strings.Join(report.Formats(), ", "))
	flags.StringVarP(&f.output, "output", "o", "", "write the report to a `file`")
	flags.StringVar(&f.failOn, "fail-on", "never", "exit with 1 on changes of this `level` or worse: "+strings.Join(failLevels, ", "))
	flags.StringVar(&f.level, "level", "info", "leave out changes below this `level`: "+strings.Join(diffLevels, ", "))
	flags.StringVar(&f.direction, "direction", "both", "only changes of one `direction`: "+strings.Join(directions, ", "))
	flags.StringVar(&f.operation, "operation", "", "only changes of operations whose name matches a `pattern`, such as 'Create*' or 'ep.*'")
	flags.StringVar(&f.profile, "profile", "tolerant", "`reader` of responses: tolerant skips what it does not know, strict validates")
	flags.StringArrayVar(&f.severity, "severity", nil, "give the changes of a rule another level, as `RULE=LEVEL`; may be repeated")
	flags.BoolVar(&f.docs, "docs", false, "report changes of documentation too")
	flags.IntVar(&f.maxPerChange, "max-per-change", 0, "largest `number` of operations to list for a change (default all)")
	flags.StringVar(&f.color, "color", "auto", "colours in text: `when`: auto, always, never")
	completeWith(cmd, "format", report.Formats()...)
	completeWith(cmd, "fail-on", failLevels...)
	completeWith(cmd, "level", diffLevels...)
	completeWith(cmd, "direction", directions...)
	completeWith(cmd, "profile", readers...)
	completeWith(cmd, "color", colourChoice...)
	return cmd
}

// check looks at the values of flags that are one of a list.
func (f diffFlags) check() error {
	for _, c := range []struct {
		flag, value string
		allowed     []string
	}{
		{"format", f.format, report.Formats()}, {"fail-on", f.failOn, failLevels}, {"level", f.level, diffLevels},
		{"direction", f.direction, directions}, {"profile", f.profile, readers}, {"color", f.color, colourChoice},
	} {
		if err := oneOf(c.flag, c.value, c.allowed...); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) diff(oldArg, newArg string, f diffFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	filter, err := f.filter()
	if err != nil {
		return err
	}
	cfg, err := a.config()
	if err != nil {
		return err
	}
	older, err := a.side(oldArg, cfg)
	if err != nil {
		return err
	}
	newer, err := a.side(newArg, cfg)
	if err != nil {
		return err
	}
	result, err := filter.Apply(diff.Compare(older, newer, diff.Options{Docs: f.docs}))
	if err != nil {
		return err
	}
	if err := a.writeReport(result, f); err != nil {
		return err
	}
	fmt.Fprintln(a.stderr, report.Summary(result, filter.Strict))
	return f.verdict(result, filter.Strict)
}

// filter turns flags into what counts.
func (f diffFlags) filter() (diff.Filter, error) {
	level, _ := diff.ParseLevel(f.level)
	out := diff.Filter{Level: level, Strict: f.profile == "strict", Operation: f.operation, Severity: map[string]diff.Level{}}
	switch f.direction {
	case "request":
		out.Directions = []diff.Direction{diff.Request}
	case "response":
		out.Directions = []diff.Direction{diff.Response}
	}
	for _, s := range f.severity {
		id, word, _ := strings.Cut(s, "=")
		level, err := diff.ParseLevel(word)
		if err != nil {
			return out, fmt.Errorf("--severity %q: %w; write RULE=LEVEL", s, err)
		}
		out.Severity[id] = level
	}
	return out, nil
}

// verdict is the answer "no" where a change is bad enough.
func (f diffFlags) verdict(r *diff.Result, strict bool) error {
	if f.failOn == "never" {
		return nil
	}
	limit, _ := diff.ParseLevel(f.failOn)
	for i := range r.Changes {
		if r.Changes[i].Level(strict) >= limit {
			return errNo
		}
	}
	return nil
}

// side compiles one of the two schemas.
func (a *app) side(arg string, cfg *config.Config) (*diff.Side, error) {
	set, err := a.open(arg, cfg)
	if err != nil {
		return nil, err
	}
	schema, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		return nil, err
	}
	return diff.NewSide(set.Name, schema, operation.For(schema)), nil
}

// writeReport prints the report, to a file by way of a temporary one.
func (a *app) writeReport(r *diff.Result, f diffFlags) error {
	o := report.Options{Strict: f.profile == "strict", MaxPerChange: f.maxPerChange, Color: f.output == "" && a.colored(f.color)}
	if f.output == "" {
		return report.Write(a.stdout, f.format, r, o)
	}
	var b bytes.Buffer
	if err := report.Write(&b, f.format, r, o); err != nil {
		return err
	}
	return writeFile(f.output, b.Bytes())
}

// writeFile replaces a file in one step.
func writeFile(name string, data []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(name), ".wbxgen-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if _, err := tmp.Write(data); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Chmod(0o644); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
}

// colored reports whether standard output gets colours: on a terminal, unless
// NO_COLOR is set.
func (a *app) colored(choice string) bool {
	switch choice {
	case "always":
		return true
	case "never":
		return false
	}
	return os.Getenv("NO_COLOR") == "" && isTerminal(a.stdout)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
