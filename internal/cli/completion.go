package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/source"
)

// completer offers values of an argument or a flag. What it reads it may not
// print about: the shell shows what is written.
type completer func(cmd *cobra.Command, args []string, toComplete string) ([]string, cobra.ShellCompDirective)

// completions are the completers that read schemas.
type completions struct{ env *environment }

// addTo makes arguments and flags complete that are the same kind of
// thing in all commands: by the name that they have there.
func (c completions) addTo(root *cobra.Command) {
	arguments := map[string]completer{
		"show": c.completeNames, "accept": c.completeFingerprints, "explain": c.completeRules,
		"validate": endings("xml"), "import": endings("zip"), "init": nothing, "generate": nothing, "version": nothing,
	}
	flags := map[string]completer{
		"schema": c.completeVersions, "until-version": c.completeVersions, "operation": c.completeOperations,
		"namespace": c.completeNamespaces, "severity": completeSeverity,
		"root": folders, "out": folders, "dir": folders, "usage": folders, "config": endings("yaml", "yml"), "accepted": endings("json"),
	}
	for _, cmd := range append(root.Commands(), root) {
		if c, found := arguments[cmd.Name()]; found {
			cmd.ValidArgsFunction = cobra.CompletionFunc(c)
		}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if c, found := flags[f.Name]; found {
				// It has one of its own if this fails.
				_ = cmd.RegisterFlagCompletionFunc(f.Name, cobra.CompletionFunc(c))
			}
		})
	}
}

func nothing(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveNoFileComp
}

func folders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// endings completes to files with one of some endings.
func endings(list ...string) completer {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return list, cobra.ShellCompDirectiveFilterFileExt
	}
}

// completeVersions completes to version names and files.
func (c completions) completeVersions(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	cfg, err := c.env.config()
	if err != nil {
		return nil, cobra.ShellCompDirectiveDefault
	}
	all, err := source.Versions(cfg.Path(cfg.Schemas))
	if err != nil {
		return nil, cobra.ShellCompDirectiveDefault
	}
	var names []string
	for _, v := range all {
		names = append(names, v.Name)
	}
	return names, cobra.ShellCompDirectiveDefault
}

// completedSide compiles the schema that --schema names, or the newest version.
func (c completions) completedSide(cmd *cobra.Command) (*diff.Side, error) {
	cfg, err := c.env.config()
	if err != nil {
		return nil, err
	}
	arg := ""
	if f := cmd.Flags().Lookup("schema"); f != nil {
		arg = f.Value.String()
	}
	s, err := c.env.silent().open(arg, project.Options{Config: cfg})
	if err != nil {
		return nil, err
	}
	return s.Side(), nil
}

// completeNames completes to the operations, types and elements of a schema.
func (c completions) completeNames(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	side, err := c.completedSide(cmd)
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	for _, op := range side.Operations {
		names = append(names, op.Name+"\toperation")
	}
	for _, t := range side.Schema.Types() {
		names = append(names, side.Schema.Reading(t.TypeName())+"\t"+kindWord(t)+" type")
	}
	for _, e := range side.Schema.Elements() {
		names = append(names, side.Schema.Reading(e.Name)+"\telement")
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

func (c completions) completeOperations(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	side, err := c.completedSide(cmd)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	for _, op := range side.Operations {
		names = append(names, op.Name)
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

func (c completions) completeNamespaces(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	side, err := c.completedSide(cmd)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return side.Schema.Namespaces(), cobra.ShellCompDirectiveNoFileComp
}

// completeSeverity completes to a rule with "=", and then to its levels.
func completeSeverity(_ *cobra.Command, _ []string, toComplete string) ([]string, cobra.ShellCompDirective) {
	rule, _, both := strings.Cut(toComplete, "=")
	var list []string
	if both {
		for _, level := range diffLevels {
			list = append(list, rule+"="+level)
		}
		return list, cobra.ShellCompDirectiveNoFileComp
	}
	for _, id := range change.RuleIDs() {
		list = append(list, id+"=")
	}
	return list, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

// completeRules completes to rules and fingerprints, and behind one of these to
// the two schemas.
func (c completions) completeRules(cmd *cobra.Command, args []string, toComplete string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return c.completeVersions(cmd, args, toComplete)
	}
	prints, directive := c.completeFingerprints(cmd, args, toComplete)
	return append(change.RuleIDs(), prints...), directive | cobra.ShellCompDirectiveNoFileComp
}

// completeFingerprints completes to those of the changes between the two newest
// versions, and to versions: the two schemas come last.
func (c completions) completeFingerprints(cmd *cobra.Command, args []string, toComplete string) ([]string, cobra.ShellCompDirective) {
	versions, directive := c.completeVersions(cmd, args, toComplete)
	cfg, err := c.env.config()
	if err != nil {
		return versions, directive
	}
	two, err := project.NewestTwo(cfg)
	if err != nil || two == nil {
		return versions, directive
	}
	result, err := compareAll(c.env.silent(), two, cfg, spaceFlags{})
	if err != nil {
		return versions, directive
	}
	list := versions
	if len(args) == 0 {
		list = nil
	}
	for i := range result.Changes {
		c := &result.Changes[i]
		list = append(list, c.Fingerprint+"\t"+string(c.ID)+" "+c.Component.Display())
	}
	return list, directive
}
