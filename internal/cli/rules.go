package cli

import (
	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/report"
)

func rulesCommand(env *environment) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "rules [RULE]",
		Short: "List the rules by which changes are judged",
		Long: `Rules lists what diff can find: the name of each rule, what has changed, and how
bad that is for a request, for a response whose reader skips what it does not
know, for one that validates, and for Go code that uses the bindings. With the
name of a rule it prints that one in full, as explain does.`,
		Example: `  wbxgen rules
  wbxgen rules --format markdown
  wbxgen rules element-moved`,
		Args:              takes(0, 1, "no argument, or a rule"),
		ValidArgsFunction: cobra.FixedCompletions(change.RuleIDs(), cobra.ShellCompDirectiveNoFileComp),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("format", format, report.RuleFormats()...); err != nil {
				return err
			}
			if len(args) == 0 {
				return report.Rules(env.stdout, format, change.Rules())
			}
			return explainRule(env, args[0], format)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "`form` of the output: text, markdown or json")
	completeWith(cmd, "format", report.RuleFormats()...)
	return cmd
}
