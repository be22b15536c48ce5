package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/report"
)

// TestRulePagesAreUpToDate holds docs/rules to the registry. WBXGEN_GOLDEN=1
// rewrites the pages.
func TestRulePagesAreUpToDate(t *testing.T) {
	want := map[string][]byte{}
	var table bytes.Buffer
	if err := report.Rules(&table, "markdown", change.Rules()); err != nil {
		t.Fatal(err)
	}
	want["docs/rules/README.md"] = table.Bytes()
	for _, r := range change.Rules() {
		want[report.RulePage(string(r.ID))] = []byte(report.RuleMarkdown(r))
	}
	root := judge.Root(t)
	if os.Getenv("WBXGEN_GOLDEN") != "" {
		if err := os.RemoveAll(filepath.Join(root, "docs/rules")); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(root, "docs/rules"), 0o755); err != nil {
			t.Fatal(err)
		}
		for name, page := range want {
			if err := os.WriteFile(filepath.Join(root, name), page, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, page := range want {
		got, err := os.ReadFile(filepath.Join(root, name))
		if err != nil || !bytes.Equal(got, page) {
			t.Errorf("%s is not what the registry says (%v); WBXGEN_GOLDEN=1 rewrites it", name, err)
		}
	}
	there, err := filepath.Glob(filepath.Join(root, "docs/rules/*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range there {
		name, err := filepath.Rel(root, file)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := want[filepath.ToSlash(name)]; !ok {
			t.Errorf("%s is the page of no rule", name)
		}
	}
	if !slices.Contains(change.RuleIDs(), "element-added-optional") {
		t.Error("the registry is empty")
	}
}

// TestCommandPageIsUpToDate holds docs/commands.md to the commands.
// WBXGEN_GOLDEN=1 rewrites it.
func TestCommandPageIsUpToDate(t *testing.T) {
	root := rootCommand(new(environment))
	root.InitDefaultCompletionCmd()
	page := commandPage(root)
	name := filepath.Join(judge.Root(t), "docs", "commands.md")
	if os.Getenv("WBXGEN_GOLDEN") != "" {
		if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil || string(got) != page {
		t.Errorf("docs/commands.md is not what the commands say (%v); WBXGEN_GOLDEN=1 rewrites it", err)
	}
	if strings.Count(page, "\n## ") < 15 {
		t.Error("there are too few commands")
	}
}

// commandPage is the reference of all commands.
func commandPage(root *cobra.Command) string {
	var b strings.Builder
	b.WriteString("# Commands\n\n<!-- Made from internal/cli by its test; WBXGEN_GOLDEN=1 rewrites it. -->\n\n")
	b.WriteString(markdownText(root.Long) + "\n\nResults go to standard output, everything else to standard error.\n\n| command | does |\n|---|---|\n")
	var list []*cobra.Command
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			list = append(list, c)
			fmt.Fprintf(&b, "| [`%s`](#wbxgen-%s) | %s |\n", c.Name(), c.Name(), cell(c.Short))
		}
	}
	b.WriteString("\n## Flags of all commands\n\n" + flagTable(root.PersistentFlags()))
	for _, c := range list {
		fmt.Fprintf(&b, "\n## wbxgen %s\n\n%s\n\n```text\n%s\n```\n", c.Name(), markdownText(first(c.Long, c.Short)), c.UseLine())
		if c.Example != "" {
			fmt.Fprintf(&b, "\n```text\n%s\n```\n", unindent(c.Example))
		}
		if table := flagTable(c.LocalNonPersistentFlags()); table != "" {
			b.WriteString("\n" + table)
		}
	}
	return b.String()
}

// markdownText is a text of paragraphs; an indented one is code.
func markdownText(text string) string {
	var list []string
	for paragraph := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		if strings.HasPrefix(paragraph, "  ") {
			paragraph = "```text\n" + unindent(paragraph) + "\n```"
		} else {
			paragraph = escaper.Replace(paragraph)
		}
		list = append(list, paragraph)
	}
	return strings.Join(list, "\n\n")
}

var escaper = strings.NewReplacer("<", "&lt;", "*", "\\*", "_", "\\_")

func unindent(text string) string {
	return strings.ReplaceAll(strings.TrimPrefix(text, "  "), "\n  ", "\n")
}

func cell(text string) string {
	return escaper.Replace(strings.ReplaceAll(text, "|", "\\|"))
}

func flagTable(flags *pflag.FlagSet) string {
	var b strings.Builder
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" || f.Name == "version" {
			return
		}
		name, usage := pflag.UnquoteUsage(f)
		flag := strings.TrimSpace("--" + f.Name + " " + name)
		if f.Shorthand != "" {
			flag = "-" + f.Shorthand + ", " + flag
		}
		value := ""
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" && f.DefValue != "0" && f.DefValue != "0s" {
			value = "`" + f.DefValue + "`"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", strings.ReplaceAll(flag, "|", "\\|"), cell(usage), value)
	})
	if b.Len() == 0 {
		return ""
	}
	return "| flag | does | default |\n|---|---|---|\n" + b.String()
}
