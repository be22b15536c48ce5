package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// oneOf checks the value of a flag against a list.
func oneOf(flag, value string, allowed ...string) error {
	for _, v := range allowed {
		if v == value {
			return nil
		}
	}
	return fmt.Errorf("--%s %q is not known (known are %s)%s", flag, value, strings.Join(allowed, ", "), diag.DidYouMean(value, allowed))
}

// completeWith makes a flag complete to a list of values.
func completeWith(cmd *cobra.Command, flag string, values ...string) {
	err := cmd.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return values, cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic("cli: no flag " + flag)
	}
}
