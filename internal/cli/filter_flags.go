package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/project"
)

// filterFlags choose which changes count, for all commands that show some.
type filterFlags struct {
	level, direction, operation, namespace, profile string
	severity                                        []string
}

var (
	diffLevels = []string{"none", "info", "risk", "break"}
	directions = []string{"request", "response", "writer", "reader", "both"}
	readers    = []string{"tolerant", "strict"}
)

// add makes the flags known to a command, with its least level.
func (f *filterFlags) add(cmd *cobra.Command, level string) {
	flags := cmd.Flags()
	flags.StringVar(&f.level, "level", level, "leave out changes below this `level`: "+strings.Join(diffLevels, ", "))
	flags.StringVar(&f.direction, "direction", "both", "only changes of one `direction`: "+strings.Join(directions, ", ")+" (writer and reader are those of documents)")
	flags.StringVar(&f.operation, "operation", "", "only changes of operations whose name matches a `pattern`, such as 'Create*' or 'ep.*'")
	flags.StringVar(&f.namespace, "namespace", "", "only changes of components in the namespace with this `name`")
	flags.StringVar(&f.profile, "profile", "tolerant", "`reader` of responses: tolerant skips what it does not know, strict validates")
	flags.StringArrayVar(&f.severity, "severity", nil, "give the changes of a rule another level, as `RULE=LEVEL`; may be repeated")
	completeWith(cmd, "level", diffLevels...)
	completeWith(cmd, "direction", directions...)
	completeWith(cmd, "profile", readers...)
}

func (f *filterFlags) strict() bool { return f.profile == "strict" }

// partial reports whether only a part of an API is asked about. The bindings
// of all of it are not what that asks for: the levels of the changes that are
// left then say what they mean for Go code.
func (f *filterFlags) partial() bool {
	return f.operation != "" || f.namespace != "" || f.direction != "both"
}

// filter turns the flags into what counts.
func (f *filterFlags) filter() (change.Filter, error) {
	out := change.Filter{Strict: f.strict(), Operation: f.operation, Namespace: f.namespace, Severity: map[change.ID]change.Level{}}
	for _, c := range []struct {
		flag, value string
		allowed     []string
	}{{"level", f.level, diffLevels}, {"direction", f.direction, directions}, {"profile", f.profile, readers}} {
		if err := oneOf(c.flag, c.value, c.allowed...); err != nil {
			return out, err
		}
	}
	out.Level, _ = change.ParseLevel(f.level)
	switch f.direction {
	case "request", "writer":
		out.Directions = []change.Direction{change.Request}
	case "response", "reader":
		out.Directions = []change.Direction{change.Response}
	}
	for _, s := range f.severity {
		id, word, _ := strings.Cut(s, "=")
		level, err := change.ParseLevel(word)
		if err != nil {
			return out, fmt.Errorf("--severity %q: %w; write RULE=LEVEL", s, err)
		}
		out.Severity[change.ID(id)] = level
	}
	return out, withList(out.Check())
}

// checkNames reports what a filter names and no version has.
func checkNames(f change.Filter, sides []*diff.Side) error {
	return withList(f.CheckNames(project.Names(sides)))
}

// withList says of a name that nothing has which command lists those that there
// are.
func withList(err error) error {
	e, ok := errors.AsType[*change.NameError](err)
	if !ok {
		return err
	}
	lists := map[change.NameKind]string{change.RuleName: "wbxgen rules", change.OperationName: "wbxgen list operations"}
	if list := lists[e.Kind]; list != "" {
		return fmt.Errorf("%s (%s lists them)%s", e.Text, list, e.Hint)
	}
	return err
}
