package cli

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"sync"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/report"
)

func explainCommand(env *environment) *cobra.Command {
	var format string
	var spaces spaceFlags
	cmd := &cobra.Command{
		Use:   "explain RULE | FINGERPRINT OLD NEW",
		Short: "Say what a rule or a change means, with an example, and what to do",
		Long: `Explain prints the page on a rule: what it finds, why it is as bad as it is, two
schemas that show it, and what to do about it. With the fingerprint of a change
between two schemas, as each report of "wbxgen diff" shows it, that change comes
first.`,
		Example: `  wbxgen explain element-added-required
  wbxgen explain 94b3b1648b9b 40.4.8 40.6.0`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 && len(args) != 3 {
				return errors.New("explain takes a rule, or a fingerprint and two schemas")
			}
			return nil
		},
		ValidArgsFunction: cobra.FixedCompletions(change.RuleIDs(), cobra.ShellCompDirectiveNoFileComp),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "markdown"); err != nil {
				return err
			}
			if len(args) == 3 {
				return explainChange(env, args[0], args[1:], format, spaces)
			}
			return explainRule(env, args[0], format)
		},
	}
	spaces.addTo(cmd)
	cmd.Flags().StringVarP(&format, "format", "f", "text", "`form` of the output: text or markdown")
	completeWith(cmd, "format", "text", "markdown")
	return cmd
}

func explainRule(env *environment, id, format string) error {
	rule, ok := change.RuleByID(change.ID(id))
	if !ok && isFingerprint(id) {
		return fmt.Errorf("%s is the fingerprint of a change; explain it as: wbxgen explain %s OLD NEW", id, id)
	}
	if !ok {
		return withList(change.UnknownRule(change.ID(id)))
	}
	if format == "json" {
		return report.Rules(env.stdout, format, []change.Rule{rule})
	}
	page := report.RuleText(rule)
	if format == "markdown" {
		page = report.RuleMarkdown(rule)
	}
	_, err := io.WriteString(env.stdout, page)
	return err
}

var fingerprintForm = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9a-fA-F]{12}$`) })

func isFingerprint(s string) bool { return fingerprintForm().MatchString(s) }

// explainChange prints one change and the page on its rule.
func explainChange(env *environment, fingerprint string, args []string, format string, spaces spaceFlags) error {
	if _, ok := change.RuleByID(change.ID(fingerprint)); ok {
		return fmt.Errorf("%s is a rule; explain it as: wbxgen explain %s", fingerprint, fingerprint)
	}
	cfg, err := env.config()
	if err != nil {
		return err
	}
	result, err := compareAll(env, args, cfg, spaces)
	if err != nil {
		return err
	}
	found, err := result.Change(fingerprint)
	if err != nil {
		return err
	}
	only := *result
	only.Changes = []change.Change{*found}
	only.Operations = slices.DeleteFunc(slices.Clone(result.Operations), func(v change.Verdict) bool {
		return !slices.ContainsFunc(found.Operations, func(r change.Reach) bool { return r.Operation == v.Operation && r.Service == v.Service })
	})
	if err := report.Write(env.stdout, format, &only, report.Options{}); err != nil {
		return err
	}
	fmt.Fprintln(env.stdout)
	return explainRule(env, string(found.ID), format)
}
