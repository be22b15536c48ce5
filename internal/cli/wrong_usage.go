package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// takes refuses a number of arguments that is not between two, and says what
// the command takes instead of how many. most is -1 where there is no bound.
func takes(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) >= least && (most < 0 || len(args) <= most) {
			return nil
		}
		return fmt.Errorf("%s takes %s; see %s --help", cmd.Name(), what, cmd.CommandPath())
	}
}

// takesNone refuses arguments.
func takesNone(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return fmt.Errorf("%s takes no arguments, and there is %q; see %s --help", cmd.Name(), args[0], cmd.CommandPath())
}

// wrongFlag says in our words what is wrong with the flags, with the nearest
// flag for one that a command does not have.
func wrongFlag(cmd *cobra.Command, err error) error {
	help := "see " + cmd.CommandPath() + " --help"
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return unknownFlag(cmd, e, help)
	}
	if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return fmt.Errorf("%s has no value; write %s=%s (%s)", spelled(e.GetFlag()), spelled(e.GetFlag()), placeholder(e.GetFlag()), help)
	}
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return fmt.Errorf("%s takes %s, not %q; %s", spelled(e.GetFlag()), valueWord(e.GetFlag()), e.GetValue(), help)
	}
	if e, ok := errors.AsType[*pflag.InvalidSyntaxError](err); ok {
		return fmt.Errorf("%q is no flag; %s", e.GetSpecifiedFlag(), help)
	}
	return fmt.Errorf("%w; %s", err, help)
}

// unknownFlag offers the flag that was meant.
func unknownFlag(cmd *cobra.Command, e *pflag.NotExistError, help string) error {
	if short := e.GetSpecifiedShortnames(); short != "" {
		return fmt.Errorf("there is no flag -%s (%s)", e.GetSpecifiedName(), help)
	}
	name := e.GetSpecifiedName()
	var all []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			all = append(all, f.Name)
		}
	})
	hint := ""
	if near := diag.Nearest(name, all); near != "" {
		hint = "; did you mean --" + near + "?"
	} else if other := commandWith(cmd.Root(), name); other != "" {
		hint = "; " + other + " has one"
	}
	return fmt.Errorf("there is no flag --%s (%s)%s", name, help, hint)
}

// commandWith returns a command that has a flag.
func commandWith(root *cobra.Command, flag string) string {
	for _, c := range root.Commands() {
		if c.LocalNonPersistentFlags().Lookup(flag) != nil {
			return c.CommandPath()
		}
	}
	return ""
}

// spelled returns a flag as it is written.
func spelled(f *pflag.Flag) string { return "--" + f.Name }

// placeholder returns the word for a flag's value in help.
func placeholder(f *pflag.Flag) string {
	word, _ := pflag.UnquoteUsage(f)
	return strings.ToUpper(word)
}

// valueWord says what kind of value a flag takes.
func valueWord(f *pflag.Flag) string {
	switch f.Value.Type() {
	case "bool":
		return "true or false"
	case "int", "int64":
		return "a number"
	case "duration":
		return "a time such as 10s or 2m"
	}
	return "a " + f.Value.Type()
}

// noCommand refuses a word that is no command and offers the nearest one.
func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return unknownCommand(cmd.Root(), args[0])
}

func unknownCommand(root *cobra.Command, name string) error {
	var names []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	hint := diag.DidYouMean(name, names)
	if longer := beginningWith(names, name); hint == "" && len(longer) == 1 {
		hint = fmt.Sprintf("; did you mean %q?", longer[0])
	}
	return fmt.Errorf("there is no command %q (see wbxgen --help)%s", name, hint)
}

func beginningWith(names []string, start string) (longer []string) {
	for _, n := range names {
		if strings.HasPrefix(n, start) {
			longer = append(longer, n)
		}
	}
	return longer
}
