package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/report"
)

func (a *app) rulesCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules by which changes are judged",
		Long: `Rules lists what diff can find: the name of each rule, what has changed, and how
bad that is for a request, for a response whose reader skips what it does not
know, for one that validates, and for Go code that uses the bindings.`,
		Example: `  wbxgen rules
  wbxgen rules --format markdown`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := oneOf("format", format, report.RuleFormats()...); err != nil {
				return err
			}
			return report.Rules(a.stdout, format, diff.Rules())
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "`form` of the output: text, markdown or json")
	completeWith(cmd, "format", report.RuleFormats()...)
	return cmd
}

func (a *app) explainCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "explain RULE",
		Short: "Say what a rule means, with an example, and what to do",
		Long: `Explain prints the page on a rule: what it finds, why it is as bad as it is, two
schemas that show it, and what to do about it.`,
		Example: `  wbxgen explain element-added-required
  wbxgen explain --format markdown enum-value-removed`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: cobra.FixedCompletions(diff.RuleIDs(), cobra.ShellCompDirectiveNoFileComp),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "markdown"); err != nil {
				return err
			}
			rule, ok := diff.RuleByID(args[0])
			if !ok {
				return fmt.Errorf("there is no rule %q%s; wbxgen rules lists them", args[0], diag.DidYouMean(args[0], diff.RuleIDs()))
			}
			page := report.RuleText(rule)
			if format == "markdown" {
				page = report.RuleMarkdown(rule)
			}
			_, err := io.WriteString(a.stdout, page)
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "`form` of the output: text or markdown")
	completeWith(cmd, "format", "text", "markdown")
	return cmd
}
