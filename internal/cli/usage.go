package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// takes refuses a number of arguments that is not between two, and says what
// the command takes instead of how many.
func takes(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) >= least && len(args) <= most {
			return nil
		}
		return fmt.Errorf("%s takes %s; see %s --help", cmd.Name(), what, cmd.CommandPath())
	}
}

// wrongFlag offers the nearest flag for one that a command does not have.
func wrongFlag(cmd *cobra.Command, err error) error {
	name, ok := strings.CutPrefix(err.Error(), "unknown flag: --")
	if !ok {
		return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
	}
	var all []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { all = append(all, f.Name) })
	return fmt.Errorf("there is no flag --%s (see %s --help)%s", name, cmd.CommandPath(), diag.DidYouMean(name, all))
}
